"""What each role may do: one table, asked by every guarded route and shown in docs/reference/roles.md."""

from collections.abc import Mapping
from typing import Literal, get_args

from handoff.ports import Role

Permission = Literal[
    "desk.work",
    "desk.supervise",
    "board.read",
    "flows.publish",
    "people.manage",
    "audit.read",
    "customers.erase",
    "incidents.mark",
    "recordings.hear",
]
ROLES: tuple[Role, ...] = get_args(Role)
ALLOWED: Mapping[Permission, tuple[Role, ...]] = {
    "desk.work": ("agent", "supervisor", "admin"),
    "desk.supervise": ("supervisor", "admin"),
    "board.read": ("supervisor", "owner", "admin"),
    "flows.publish": ("owner", "admin"),
    "people.manage": ("admin",),
    "incidents.mark": ("supervisor", "owner", "admin"),
    "audit.read": ("owner", "admin"),
    "customers.erase": ("owner", "admin"),
    "recordings.hear": ("supervisor", "admin"),
}
MEANINGS: Mapping[Permission, str] = {
    "desk.work": "take customers at the desk, write to them, run tasks for them",
    "desk.supervise": "see every conversation, reassign it, take it over, coach its agent",
    "board.read": "read the figures and the stories of sessions",
    "flows.publish": "publish flows and go back to earlier ones",
    "people.manage": "add and disable people, change roles and passwords, end log-ins",
    "incidents.mark": "mark incidents beside the figures: what went wrong, from when until when",
    "audit.read": "read who did what",
    "customers.erase": "erase what is kept of a customer",
    "recordings.hear": "hear what was recorded of calls; each time is in the audit log",
}


def may(role: Role, permission: Permission) -> bool:
    """Whether a role has a permission. A role or permission that is not in the table has none."""
    return role in ALLOWED.get(permission, ())


def permissions(role: Role) -> tuple[Permission, ...]:
    """Everything a role may do."""
    return tuple(permission for permission in ALLOWED if may(role, permission))
