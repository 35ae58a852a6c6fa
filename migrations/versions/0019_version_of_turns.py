"""A session's version is the number of its newest turn, and a key is looked up among its turns: a turn writes one index less,
and leaves the session's row alone."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("sessions", "seq")
    if op.get_bind().dialect.name == "sqlite":
        _anew()
    else:
        op.drop_constraint("uq_turns_session_key", "turns", type_="unique")


def downgrade() -> None:
    newest = "(SELECT coalesce(max(position), 0) FROM turns)"  # on SQLite turns may be ahead of the log's head
    op.execute(f"UPDATE log_head SET position = {newest} WHERE position < {newest}")  # noqa: S608 - constants
    op.add_column("sessions", sa.Column("seq", sa.Integer(), nullable=False, server_default="0"))
    op.execute(
        "UPDATE sessions SET seq = (SELECT coalesce(max(turns.seq), 0) FROM turns WHERE turns.session = sessions.id)"
    )
    if op.get_bind().dialect.name == "sqlite":
        _anew(sa.UniqueConstraint("session", "key", name="uq_turns_session_key"))
    else:
        op.alter_column("sessions", "seq", server_default=None)
        op.create_unique_constraint("uq_turns_session_key", "turns", ["session", "key"])


def _anew(*constraints: sa.UniqueConstraint) -> None:
    """SQLite can't drop a constraint: the table is made anew, and the view of it, too."""
    view = op.get_bind().exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'report_events'").scalar_one()
    op.execute("DROP VIEW report_events")
    op.create_table(
        "turns_anew",
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("position", sa.BigInteger()),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("events", sa.JSON(), nullable=False),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name="fk_turns_session"),
        sa.PrimaryKeyConstraint("session", "seq", name="pk_turns"),
        *constraints,
        sa.UniqueConstraint("position", name="uq_turns_position"),
    )
    op.execute("INSERT INTO turns_anew SELECT * FROM turns ORDER BY rowid")
    op.drop_table("turns")
    op.rename_table("turns_anew", "turns")
    op.get_bind().exec_driver_sql(view)
