"""What agents can do; whose ticket it is; and that nobody is offered two customers, or has two calls, at a time."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def _agents() -> list[sa.Column[Any]]:
    return [
        sa.Column("skills", sa.JSON(), nullable=False, server_default="{}"),
        sa.Column("queues", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("calls", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("auto_ready", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("reason", sa.Text(), nullable=False, server_default=""),
        sa.Column("idle_since", sa.Double(), nullable=False, server_default="0"),
    ]


OFFERED = "status = 'offered'"
ON_A_CALL = "channel = 'voice' AND status IN ('offered', 'accepted', 'briefed', 'connected')"


def upgrade() -> None:
    for column in _agents():
        op.add_column("agents", column)
    op.add_column("tickets", sa.Column("channel", sa.Text(), nullable=False, server_default="chat"))
    op.add_column("tickets", sa.Column("customer", sa.Text()))
    op.create_index("ix_tickets_customer_created_at", "tickets", ["customer", "created_at"])
    op.execute(
        "UPDATE tickets SET channel = 'voice' WHERE session IN (SELECT id FROM sessions WHERE sessions.channel = 'voice')"
    )
    for name, when in (("uq_tickets_one_offer", OFFERED), ("uq_tickets_one_call", ON_A_CALL)):
        # Of two at once, which older versions allowed, the row of one forgets its agent; the session still knows.
        op.execute(
            f"UPDATE tickets SET agent = NULL WHERE {when} AND id NOT IN "  # noqa: S608 - our own words
            f"(SELECT MIN(id) FROM tickets WHERE {when} GROUP BY agent)"
        )
        op.create_index(
            name,
            "tickets",
            ["agent"],
            unique=True,
            sqlite_where=sa.text(f"instr(agent, ':') = 0 AND {when}"),
            postgresql_where=sa.text(f"strpos(agent, ':') = 0 AND {when}"),
        )


def downgrade() -> None:
    for name in ("uq_tickets_one_call", "uq_tickets_one_offer", "ix_tickets_customer_created_at"):
        op.drop_index(name, table_name="tickets")
    for column in ("customer", "channel"):
        op.drop_column("tickets", column)
    for column in reversed(_agents()):
        op.drop_column("agents", column.name)
