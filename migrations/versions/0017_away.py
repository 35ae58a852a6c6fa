"""A chat's customer who closed the page is away: its mark says since when."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("marks", sa.Column("away_since", sa.Double(), nullable=False, server_default=sa.text("0")))


def downgrade() -> None:
    with op.batch_alter_table("marks") as marks:
        marks.drop_column("away_since")
