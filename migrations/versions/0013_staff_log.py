"""Agents' comings and goings in the log, and a view of them for reports; what agents do now is its beginning."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

REFUSED = "The log is only ever added to."
SCHEMA = 2


def upgrade() -> None:
    op.create_table(
        "staff_log",
        sa.Column("position", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("agent", sa.Text(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("event", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_staff_log"),
    )
    op.create_index("ix_staff_log_agent_position", "staff_log", ["agent", "position"])
    _begin()
    _only_added_to()
    op.execute(f"CREATE VIEW report_agent_status AS {_view()}")


def downgrade() -> None:
    op.execute("DROP VIEW report_agent_status")
    op.drop_table("staff_log")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION staff_log_kept()")


def _begin() -> None:
    """Who is here now came before the log told of it."""
    agents = sa.table("agents", *(sa.column(name) for name in ("id", "status", "status_since")))
    head = sa.table("log_head", sa.column("position"))
    log = sa.table(
        "staff_log", *(sa.column(n) for n in ("position", "agent", "at", "schema")), sa.column("event", sa.JSON())
    )
    connection = op.get_bind()
    here = connection.execute(sa.select(agents).where(agents.c.status != "offline").order_by(agents.c.id)).all()
    for one in here:
        connection.execute(sa.update(head).values(position=head.c.position + 1))
        position = connection.execute(sa.select(head.c.position)).scalar_one()
        event = {"kind": "agent_status_changed", "agent": one.id, "status": one.status, "reason": "", "queues": []}
        row = {"position": position, "agent": one.id, "at": one.status_since, "schema": SCHEMA, "event": event}
        connection.execute(sa.insert(log).values(row))


def _only_added_to() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER staff_log_no_{deed.lower()} BEFORE {deed} ON staff_log "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION staff_log_kept() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER staff_log_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON staff_log "
        "FOR EACH STATEMENT EXECUTE FUNCTION staff_log_kept()"
    )


def _view() -> str:
    following = "lead(at) OVER (PARTITION BY agent ORDER BY position)"
    sqlite = op.get_bind().dialect.name == "sqlite"

    def when(value: str) -> str:
        return f"strftime('%Y-%m-%dT%H:%M:%fZ', {value}, 'unixepoch')" if sqlite else f"to_timestamp({value})"

    def part(name: str) -> str:
        return f"json_extract(event, '$.{name}')" if sqlite else f"event->>'{name}'"

    return (
        f"SELECT position, agent, {when('at')} AS at, {when(following)} AS until, {part('status')} AS status, "  # noqa: S608 - constants
        f"{part('reason')} AS reason FROM staff_log"
    )
