"""The tables of sessions, log, people and projections. Each change here needs a migration; a test compares the two."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
    true,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("channel", Text, nullable=False),
    Column("started_at", Double, nullable=False),
    Column("over", Boolean, nullable=False),
    Column("forgotten", Integer, nullable=False, server_default="0"),  # which lifetimes are over and done: 0 to 3
    Index(None, "forgotten", "started_at"),
)

addresses = Table(
    "addresses",
    metadata,
    Column("address", Text, primary_key=True),
    Column("session", ForeignKey("sessions.id"), nullable=False),
    Index(None, "session"),
)

# The newest `seq` of a session is its version: a turn is kept when no other one is there under its number. Which keys are
# taken is looked up among the session's turns (`kept_turns`), not in an index of its own.
# The event log, too: a turn's events stand in it in their order, and `position` is the last one's place in the whole log
# (none where nothing happened).
turns = Table(
    "turns",
    metadata,
    Column("session", ForeignKey("sessions.id"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("position", BigInteger),
    Column("key", Text, nullable=False),
    Column("at", Double, nullable=False),
    Column("schema", Integer, nullable=False),
    Column("events", JSON, nullable=False),  # before the state: readers of the log stop here
    Column("state", JSON, nullable=False),
    UniqueConstraint("position"),
)

# Agents' comings and goings: of no session, so they stand apart; positions are those of the one log. Only ever added to;
# who is erased gets an alias.
staff_log = Table(
    "staff_log",
    metadata,
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("agent", Text, nullable=False),
    Column("at", Double, nullable=False),
    Column("schema", Integer, nullable=False),
    Column("event", JSON, nullable=False),
    Index(None, "agent", "position"),
)

# One row. Its lock makes commits take positions one after the other, so a reader never sees 8 before 7. On SQLite, where one
# writes at a time anyhow, turns may be ahead of it (`head`).
log_head = Table(
    "log_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("position", BigInteger, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
)

tickets = Table(
    "tickets",
    metadata,
    Column("id", Text, primary_key=True),
    Column("session", ForeignKey("sessions.id"), nullable=False),
    Column("queue", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("agent", Text),
    Column("created_at", Double, nullable=False),
    Column("due_at", Double),
    Column("connected_at", Double),
    Column("closed_at", Double),
    Column("schema", Integer, nullable=False),
    Column("ticket", JSON, nullable=False),
    Column("channel", Text, nullable=False, server_default="chat"),
    Column("customer", Text),
    Column("on_the_line", Text, nullable=False, server_default=""),  # who helps in the call: " wei sam "
    Index(None, "status", "created_at"),
    Index(None, "queue", "status", "closed_at"),
    Index(None, "session"),
    Index(None, "customer", "created_at"),
)
# However many processes match, none of our agents is offered two customers at once, or has two calls. People of outside
# queues (`system:name`) are their own system's business.
_OFFERED = "status = 'offered'"
_ON_A_CALL = "channel = 'voice' AND status IN ('offered', 'accepted', 'briefed', 'connected')"
for _name, _when in (("offer", _OFFERED), ("call", _ON_A_CALL)):
    Index(
        f"uq_tickets_one_{_name}",
        tickets.c.agent,
        unique=True,
        sqlite_where=text(f"instr(agent, ':') = 0 AND {_when}"),
        postgresql_where=text(f"strpos(agent, ':') = 0 AND {_when}"),
    )

agents = Table(
    "agents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("langs", JSON, nullable=False),
    Column("phone", Text, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("status_since", Double, nullable=False),
    Column("chats", Integer, nullable=False),
    Column("seen_at", Double, nullable=False, server_default="0"),
    Column("skills", JSON, nullable=False, server_default="{}"),
    Column("queues", JSON, nullable=False, server_default="[]"),
    Column("calls", Integer, nullable=False, server_default="1"),
    Column("auto_ready", Boolean, nullable=False, server_default=true()),
    Column("reason", Text, nullable=False, server_default=""),
    Column("idle_since", Double, nullable=False, server_default="0"),
)

logins = Table(
    "logins",
    metadata,
    Column("token_hash", Text, primary_key=True),
    Column("agent", Text, nullable=False),
    Column("created_at", Double, nullable=False),
    Column("expires_at", Double, nullable=False),
    Column("address", Text, nullable=False, server_default=""),
    Column("browser", Text, nullable=False, server_default=""),
    Index(None, "expires_at"),
    Index(None, "agent"),
)

accounts = Table(
    "accounts",
    metadata,
    Column("agent", ForeignKey("agents.id"), primary_key=True),
    Column("disabled", Boolean, nullable=False),
    Column("email", Text),
    Column("company_id", Text),
    UniqueConstraint("email"),
    UniqueConstraint("company_id"),
)

tries = Table(
    "tries",
    metadata,
    Column("name", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("at", Double, nullable=False),
    Column("until", Double, nullable=False),
    Index(None, "at"),
)

marks = Table(
    "marks",
    metadata,
    Column("session", Text, primary_key=True),
    Column("side", Text, primary_key=True),
    Column("typing_until", Double, nullable=False),
    Column("read_seq", Integer, nullable=False),
    Column("away_since", Double, nullable=False, server_default=text("0")),
    Column("at", Double, nullable=False),
    Index(None, "at"),
)

# Agents whose erasure is under way, and the alias that stands for each.
erasures = Table(
    "erasures",
    metadata,
    Column("agent", Text, primary_key=True),
    Column("alias", Text, nullable=False),
)

# Only ever added to: triggers of the migrations refuse anything but an alias for who is erased.
audit = Table(
    "audit",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("at", Double, nullable=False),
    Column("who", Text, nullable=False),
    Column("deed", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("note", Text, nullable=False),
)

outgoing = Table(
    "outgoing",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("number", Text, nullable=False),  # under a seal
    Column("at", Double, nullable=False),
    Column("cost", Double, nullable=False),
    Index(None, "at"),
)

target_standings = Table(
    "target_standings",
    metadata,
    Column("figure", Text, primary_key=True),
    Column("missed", Boolean, nullable=False),
    Column("since", Double, nullable=False),
    Column("told", Boolean, nullable=False),
    Column("said", JSON, nullable=False),
)

incidents = Table(
    "incidents",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("began_at", Double, nullable=False, index=True),
    Column("ended_at", Double),
    Column("words", Text, nullable=False),
    Column("by", Text, nullable=False),
)

projection_positions = Table(
    "projection_positions",
    metadata,
    Column("name", Text, primary_key=True),
    Column("position", BigInteger, nullable=False),
)

projection_rows = Table(
    "projection_rows",
    metadata,
    Column("name", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("started_at", Double),
    Column("row", JSON, nullable=False),
    Index(None, "name", "started_at"),
)

# Published flows are never changed: an edition is written once, a publication only added.
flow_editions = Table(
    "flow_editions",
    metadata,
    Column("version", Text, primary_key=True),
    Column("files", JSON, nullable=False),
)

flow_publications = Table(
    "flow_publications",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("version", ForeignKey("flow_editions.version"), nullable=False),
    Column("at", Double, nullable=False),
    Column("who", Text, nullable=False),
    Column("note", Text, nullable=False),
)

# What outside queues must be told, in order; `settled_at` is when it arrived or was given up (then with an error).
outbox = Table(
    "outbox",
    metadata,
    Column("id", Text, primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("system", Text, nullable=False),
    Column("ticket", Text, nullable=False),
    Column("session", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", Double, nullable=False),
    Column("body", JSON, nullable=False),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("next_at", Double, nullable=False, server_default="0"),
    Column("settled_at", Double),
    Column("error", Text, nullable=False, server_default=""),
    Index(None, "settled_at", "next_at"),
    Index(None, "ticket", "number"),
)

outside_open = Table(
    "outside_open",
    metadata,
    Column("session", Text, primary_key=True),
    Column("ticket", Text, nullable=False),
)

outside_links = Table(
    "outside_links",
    metadata,
    Column("ticket", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("system", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index(None, "system", "name", "value"),
)
