"""When an agent's desk was last open, so that nobody is rung at a closed one."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("agents", sa.Column("seen_at", sa.Double(), nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("agents", "seen_at")
