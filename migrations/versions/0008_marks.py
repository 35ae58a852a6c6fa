"""Typing and read marks of chats with a person."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "marks",
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("typing_until", sa.Double(), nullable=False),
        sa.Column("read_seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("session", "side", name="pk_marks"),
    )
    op.create_index("ix_marks_at", "marks", ["at"])


def downgrade() -> None:
    op.drop_table("marks")
