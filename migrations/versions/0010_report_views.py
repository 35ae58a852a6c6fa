"""Views for reports by other programs: sessions, events without words, and the board's counters."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TEXTS = ("channel", "lang", "region", "tier", "flow_version", "outcome", "end_reason", "goal", "handoff_reason", "disposition",
         "continues", "continued_by", "repeats", "repeated_by", "question")  # fmt: skip
COUNTS = ("handoffs", "inputs", "turns", "silences", "misses", "asked_again", "bot_answers", "bot_misses", "machine_failures",
          "verifications")  # fmt: skip
FLAGS = (
    "needed",
    "answered",
    "asked_for_human",
    "went_back",
    "connected",
    "abandoned",
    "expired",
    "promised",
    "survey_asked",
)
SECONDS = ("waited_s", "human_s")
OF_EVENTS = (
    "intent",
    "task",
    "outcome",
    "queue",
    "ticket",
    "agent",
    "flow",
    "node",
    "reason",
    "machine",
    "question",
    "score",
)


def upgrade() -> None:
    views = _sqlite() if op.get_bind().dialect.name == "sqlite" else _postgres()
    for name, body in views.items():
        op.execute(f"CREATE VIEW {name} AS {body}")


def downgrade() -> None:
    for name in ("report_counters", "report_events", "report_sessions"):
        op.execute(f"DROP VIEW {name}")


def _sqlite() -> dict[str, str]:
    def at(name: str) -> str:
        return f"json_extract(\"row\", '$.{name}')"

    def when(value: str) -> str:
        return f"strftime('%Y-%m-%dT%H:%M:%fZ', {value}, 'unixepoch')"

    columns = [f'"key" AS session, {when(at("started_at"))} AS started_at, {when(at("ended_at"))} AS ended_at']
    columns += [f"{at(n)} AS {n}" for n in TEXTS if n != "outcome"] + [
        f"coalesce({at('outcome')}, 'running') AS outcome"
    ]
    columns += [f"coalesce({at(n)}, 0) AS {n}" for n in (*COUNTS, *FLAGS, *SECONDS)] + [f"{at('score')} AS score"]
    events = ", ".join(f"json_extract(event, '$.{name}') AS {name}" for name in OF_EVENTS)
    day, value = 'substr(p."key", 1, 10)', 'substr(p."key", 12)'
    return {
        "report_sessions": f"SELECT {', '.join(columns)} FROM projection_rows WHERE name LIKE 'record.%/sessions'",  # noqa: S608 - constants
        "report_events": f"SELECT position, session, seq, {when('at')} AS at, kind, {events} FROM log",  # noqa: S608 - constants
        "report_counters": f"SELECT {day} AS day, substr(p.name, instr(p.name, '/day/') + 5) AS slice, "  # noqa: S608 - constants
        f"{value} AS value_of_slice, "
        'c."key" AS counter, c.value AS count FROM projection_rows p, json_each(p."row", \'$.counts\') c '
        "WHERE p.name LIKE 'record.%/day/%'",
    }


def _postgres() -> dict[str, str]:
    def at(name: str, kind: str = "text") -> str:
        return f"(\"row\"->>'{name}')::{kind}"

    def when(name: str) -> str:
        return f"to_timestamp({at(name, 'double precision')})"

    columns = [f'"key" AS session, {when("started_at")} AS started_at, {when("ended_at")} AS ended_at']
    columns += [f"{at(n)} AS {n}" for n in TEXTS if n != "outcome"] + [
        f"coalesce({at('outcome')}, 'running') AS outcome"
    ]
    columns += [f"coalesce({at(n, 'integer')}, 0) AS {n}" for n in COUNTS]
    columns += [f"coalesce({at(n, 'boolean')}, false) AS {n}" for n in FLAGS]
    columns += [f"coalesce({at(n, 'double precision')}, 0) AS {n}" for n in SECONDS] + [
        f"{at('score', 'integer')} AS score"
    ]
    events = ", ".join(f"event->>'{name}' AS {name}" for name in OF_EVENTS)
    return {
        "report_sessions": f"SELECT {', '.join(columns)} FROM projection_rows WHERE name LIKE 'record.%/sessions'",  # noqa: S608 - constants
        "report_events": f"SELECT position, session, seq, to_timestamp(at) AS at, kind, {events} FROM log",  # noqa: S608 - constants
        "report_counters": "SELECT left(p.\"key\", 10)::date AS day, substr(p.name, strpos(p.name, '/day/') + 5) AS slice, "
        'substr(p."key", 12) AS value_of_slice, c.key AS counter, c.value::bigint AS count '
        "FROM projection_rows p, json_each_text(p.\"row\"->'counts') c WHERE p.name LIKE 'record.%/day/%'",
    }
