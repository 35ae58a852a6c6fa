"""Sessions, events and figures as flat rows, for tables elsewhere: columns and what stands in them. Pure; words are masked."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from frontdesk.record.cells import SLICES
from frontdesk.record.figures.catalogue import Past, cut_of, figures
from frontdesk.record.figures.maturity import Cell
from frontdesk.record.log import LogEntry
from frontdesk.record.session_row import SessionRow
from frontdesk.record.story import story
from frontdesk.record.struggle import effort_index

What = Literal["sessions", "events", "figures"]
Kind = Literal["text", "whole", "number", "yes_no", "time"]  # a time is epoch seconds here
Flat = dict[str, Any]
NamesDay = Callable[[Cell], tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its kind, and what it means."""

    kind: Kind
    meaning: str


SESSIONS: Mapping[str, Field] = MappingProxyType(
    {
        "session": Field("text", "id of the session"),
        "started_at": Field("time", "when it began"),
        "ended_at": Field("time", "when it ended; empty while it runs"),
        "channel": Field("text", "voice or chat"),
        "lang": Field("text", "language"),
        "region": Field("text", "country of the number, ISO 3166"),
        "tier": Field("text", "service tier of who proved to be a customer"),
        "flow_version": Field("text", "edition of the flows it began with"),
        "outcome": Field("text", "what came of it: the outcome ledger"),
        "end_reason": Field("text", "completed, hung_up, idle or failed"),
        "goal": Field("text", "the first intent"),
        "needed": Field("yes_no", "the customer wanted something beyond a greeting"),
        "answered": Field("yes_no", "self-service answered something"),
        "seconds_to_answer": Field("number", "until self-service first told something wanted"),
        "asked_for_human": Field("yes_no", "the customer asked for a person"),
        "handoffs": Field("whole", "requests for a human"),
        "handoff_reason": Field("text", "why the last one"),
        "connected": Field("yes_no", "customer and human were connected"),
        "queue": Field("text", "queue of the last request"),
        "agent": Field("text", "who had it last"),
        "disposition": Field("text", "what the agent closed it with"),
        "waited_s": Field("number", "seconds in queues"),
        "human_s": Field("number", "seconds with humans"),
        "survey_asked": Field("yes_no", "the effort question was put"),
        "score": Field("whole", "the answer, 1 to 7"),
        "effort_index": Field("number", "how hard it was, 0 to 100"),
        "turns": Field("whole", "committed turns"),
        "silences": Field("whole", "silences"),
        "misses": Field("whole", "answers that fitted nothing"),
        "asked_again": Field("whole", "the same question twice in a row"),
        "bot_answers": Field("whole", "messages the dialogue model answered"),
        "bot_misses": Field("whole", "of them not understood"),
        "machine_failures": Field("whole", "machines that did not answer"),
        "continues": Field("text", "session of the last quarter of an hour it goes on from"),
        "repeats": Field("text", "session of the window before it is about the same as"),
        "repeated_by": Field("text", "session that came back about the same"),
    }
)
EVENTS: Mapping[str, Field] = MappingProxyType(
    {
        "position": Field("whole", "place in the log"),
        "session": Field("text", "id of the session"),
        "seq": Field("whole", "turn of the session"),
        "at": Field("time", "when"),
        "kind": Field("text", "what: docs/reference/events.md"),
        "who": Field("text", "customer, bot, agent or system"),
        "text": Field("text", "told in words, masked"),
        "detail": Field("text", "the event's other fields, JSON, masked"),
    }
)
DAYS: Mapping[str, Field] = MappingProxyType(
    {
        "day": Field("text", "the day sessions began on, in the house's time zone"),
        "slice": Field("text", f"{', '.join(SLICES)}"),
        "value_of_slice": Field("text", "which one"),
        "figure": Field("text", "the figure's id: docs/reference/numbers.md"),
        "formula": Field("text", "the formula it was computed by"),
        "value": Field("number", "shares are 0 to 1"),
        "low": Field("number", "lower end of the 95 % interval"),
        "high": Field("number", "upper end"),
        "n": Field("whole", "how many it stands for"),
        "state": Field("text", "provisional or matured"),
    }
)
COLUMNS: Mapping[What, Mapping[str, Field]] = MappingProxyType(
    {"sessions": SESSIONS, "events": EVENTS, "figures": DAYS}
)


def session_flat(row: SessionRow) -> Flat:
    """A session as a flat row."""
    ticket = row.tickets[-1] if row.tickets else None
    first = row.answered_at
    own = {name: getattr(row, name) for name in SESSIONS if hasattr(row, name)}
    return own | {
        "session": row.id,
        "seconds_to_answer": None if first is None else round(first - row.started_at, 3),
        "queue": ticket and ticket.queue,
        "agent": ticket and ticket.agent,
        "effort_index": round(effort_index(row), 2),
        "waited_s": round(row.waited_s, 3),
        "human_s": round(row.human_s, 3),
    }


def event_flat(entry: LogEntry) -> Flat:
    """An event as a flat row."""
    told = story([entry])[0]
    detail = json.dumps(told["detail"], ensure_ascii=False, separators=(",", ":"))
    return {"position": entry.position, "session": entry.session, **told, "detail": detail}


def figure_rows(
    cells: Iterable[Cell], past: Past, of: tuple[str, str], day: Callable[[Cell], tuple[str, float]]
) -> Iterator[Flat]:
    """The figures of a slice, a day after the other. `day` names a cell's day and tells when it is over."""
    for cell in cells:
        name, until = day(cell)
        for figure, found in figures(cut_of([cell], past, until)).items():
            if found["n"]:
                known = {part: found[part] for part in ("formula", "value", "low", "high", "n", "state")}
                yield {"day": name, "slice": of[0], "value_of_slice": of[1], "figure": figure, **known}


def safe(value: str) -> str:
    """Text a spreadsheet does not take for a formula (OWASP, CSV injection): an apostrophe goes before what would begin one."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")) else value


def ordered(what: What, rows: Iterable[Flat]) -> Iterator[Sequence[Any]]:
    """Each row's values in the order of the columns."""
    names = tuple(COLUMNS[what])
    return ([row.get(name) for name in names] for row in rows)
