"""How much of a session's personal data is gone already."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sessions", sa.Column("forgotten", sa.Integer(), nullable=False, server_default="0"))
    op.create_index("ix_sessions_forgotten_started_at", "sessions", ["forgotten", "started_at"])


def downgrade() -> None:
    op.drop_index("ix_sessions_forgotten_started_at", table_name="sessions")
    op.drop_column("sessions", "forgotten")
