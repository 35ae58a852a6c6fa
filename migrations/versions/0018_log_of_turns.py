"""The log stands in the turns: one row for each turn, with its events, instead of one more for each event.

Events of one turn that stood there in two forms (some written again by a later version) all count as of the older one: what
makes a newer form of it changes nothing in one that is newer already.
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

OF_EVENTS = ("intent", "task", "outcome", "queue", "ticket", "agent", "flow", "node", "reason", "machine", "question",
             "score")  # fmt: skip


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP VIEW report_events")
        _join_sqlite()
        op.execute(f"CREATE VIEW report_events AS {_view_sqlite()}")
        return
    _join_postgres()
    op.execute(f"CREATE OR REPLACE VIEW report_events AS {_view_postgres()}")  # who may read it may go on
    op.drop_table("log")


def downgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    op.execute("DROP VIEW report_events")
    op.execute(
        f"CREATE TABLE log_rows AS SELECT {POSITION[sqlite]} AS position, t.session, t.seq, t.at, "  # noqa: S608 - constants
        f"{_part('kind', sqlite)} AS kind, t.schema, e.value AS event FROM turns t, {EACH[sqlite]}"
    )
    with op.batch_alter_table("turns") as turns:
        turns.drop_constraint("uq_turns_position", type_="unique")
        turns.drop_column("position")
        turns.drop_column("events")
    op.create_table(
        "log",
        sa.Column("position", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("event", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["session", "seq"], ["turns.session", "turns.seq"], name="fk_log_session"),
        sa.PrimaryKeyConstraint("position", name="pk_log"),
    )
    op.execute("INSERT INTO log SELECT * FROM log_rows ORDER BY position")
    op.create_index("ix_log_session_position", "log", ["session", "position"])
    op.drop_table("log_rows")
    events = ", ".join(f"{_part(name, sqlite, 'event')} AS {name}" for name in OF_EVENTS)
    at = "strftime('%Y-%m-%dT%H:%M:%fZ', at, 'unixepoch')" if sqlite else "to_timestamp(at)"
    op.execute(f"CREATE VIEW report_events AS SELECT position, session, seq, {at} AS at, kind, {events} FROM log")  # noqa: S608 - constants


def _join_sqlite() -> None:
    """The table is made anew, so that the events stand before the state, where readers of the log stop."""
    op.create_table(
        "turns_with_events",
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
        sa.UniqueConstraint("session", "key", name="uq_turns_session_key"),
        sa.UniqueConstraint("position", name="uq_turns_position"),
    )
    op.execute(
        "INSERT INTO turns_with_events SELECT t.session, t.seq, e.position, t.key, t.at, "
        "min(t.schema, coalesce(e.schema, t.schema)), coalesce(e.events, '[]'), t.state "
        "FROM turns t LEFT JOIN (SELECT session, seq, max(position) AS position, min(schema) AS schema, "
        "json_group_array(json(event)) AS events FROM (SELECT * FROM log ORDER BY session, seq, position) "
        "GROUP BY session, seq) e ON e.session = t.session AND e.seq = t.seq"
    )
    op.drop_table("log")
    op.drop_table("turns")
    op.rename_table("turns_with_events", "turns")


def _join_postgres() -> None:
    op.add_column("turns", sa.Column("position", sa.BigInteger()))
    op.add_column("turns", sa.Column("events", sa.JSON(), nullable=False, server_default="[]"))
    op.execute(
        "UPDATE turns SET position = e.position, events = e.events, schema = least(turns.schema, e.schema) "
        "FROM (SELECT session, seq, max(position) AS position, min(schema) AS schema, "
        "json_agg(event ORDER BY position) AS events FROM log GROUP BY session, seq) e "
        "WHERE e.session = turns.session AND e.seq = turns.seq"
    )
    op.alter_column("turns", "events", server_default=None)
    op.create_unique_constraint("uq_turns_position", "turns", ["position"])


# By whether the database is SQLite.
POSITION = {
    True: "t.position - json_array_length(t.events) + 1 + e.key",
    False: "t.position - json_array_length(t.events) + e.nth",
}
EACH = {True: "json_each(t.events) e", False: "json_array_elements(t.events) WITH ORDINALITY AS e(value, nth)"}


def _part(name: str, sqlite: bool, event: str = "e.value") -> str:
    return f"json_extract({event}, '$.{name}')" if sqlite else f"{event}->>'{name}'"


def _view_sqlite() -> str:
    parts = ", ".join(f"{_part(name, True)} AS {name}" for name in ("kind", *OF_EVENTS))
    return (
        f"SELECT {POSITION[True]} AS position, t.session, t.seq, "  # noqa: S608 - constants
        f"strftime('%Y-%m-%dT%H:%M:%fZ', t.at, 'unixepoch') AS at, {parts} FROM turns t, {EACH[True]}"
    )


def _view_postgres() -> str:
    parts = ", ".join(f"{_part(name, False)} AS {name}" for name in ("kind", *OF_EVENTS))
    return (
        f"SELECT {POSITION[False]} AS position, t.session, t.seq, to_timestamp(t.at) AS at, {parts} "  # noqa: S608 - constants
        f"FROM turns t, {EACH[False]}"
    )
