"""What outside queues must still be told, which sessions they have, and what they call our tickets."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("system", sa.Text(), nullable=False),
        sa.Column("ticket", sa.Text(), nullable=False),
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("next_at", sa.Double(), nullable=False, server_default="0"),
        sa.Column("settled_at", sa.Double()),
        sa.Column("error", sa.Text(), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
    )
    op.create_index("ix_outbox_settled_at_next_at", "outbox", ["settled_at", "next_at"])
    op.create_index("ix_outbox_ticket_number", "outbox", ["ticket", "number"])
    op.create_table(
        "outside_open",
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("ticket", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("session", name="pk_outside_open"),
    )
    op.create_table(
        "outside_links",
        sa.Column("ticket", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("system", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("ticket", "name", name="pk_outside_links"),
    )
    op.create_index("ix_outside_links_system_name_value", "outside_links", ["system", "name", "value"])


def downgrade() -> None:
    op.drop_table("outside_links")
    op.drop_table("outside_open")
    op.drop_table("outbox")
