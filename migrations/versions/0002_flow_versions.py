"""Published flows: their files by version, and who published which when."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "flow_editions",
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("version", name="pk_flow_editions"),
    )
    op.create_table(
        "flow_publications",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["version"], ["flow_editions.version"], name="fk_flow_publications_version"),
        sa.PrimaryKeyConstraint("number", name="pk_flow_publications"),
    )


def downgrade() -> None:
    op.drop_table("flow_publications")
    op.drop_table("flow_editions")
