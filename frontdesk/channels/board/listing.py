"""The board's list of sessions, page by page, filtered; it reads a bounded number of rows however many there are."""

from collections.abc import Mapping
from typing import Any

from frontdesk.channels.board.ask import Asked, Unclear
from frontdesk.channels.board.figures import head
from frontdesk.channels.board.reading import Reading
from frontdesk.record.board import session_line
from frontdesk.record.ports import Row
from frontdesk.record.sessions import session_row

PAGE, LOOKED_AT = 50, 1000  # rows shown, and read at most for one page
FILTERS = (
    "outcome",
    "channel",
    "lang",
    "region",
    "tier",
    "version",
    "intent",
    "queue",
    "agent",
    "arm",
    "node",
    "state",
)


async def listing(reading: Reading, ask: Asked, query: Mapping[str, str], zone: str) -> dict[str, Any]:
    """A page of the period's sessions, newest first. `next`: where the next page begins; None at the end."""
    wanted = {name: query[name] for name in FILTERS if query.get(name)}
    place = _place(query.get("after")) or (ask.until, "")
    shown, looked, more = list[dict[str, Any]](), 0, True
    while len(shown) < PAGE and looked < LOOKED_AT and more:
        rows = await reading.store.newest(f"{reading.ledger}/sessions", place, 2 * PAGE)
        more = len(rows) == 2 * PAGE
        for key, stored in rows:
            if stored["started_at"] < ask.since:
                more = False
                break
            place, looked = (stored["started_at"], key), looked + 1
            if all(_fits(stored, name, value) for name, value in wanted.items()):
                shown.append(session_line(session_row(stored), reading.clock()))
            if len(shown) == PAGE:
                more = True
                break
    return {**head(ask, zone, reading.clock()), "sessions": shown, "next": f"{place[0]!r}~{place[1]}" if more else None}


def _place(given: str | None) -> tuple[float, str] | None:
    if not given:
        return None
    at, _, key = given.partition("~")
    try:
        return float(at), key
    except ValueError as error:
        raise Unclear("Give `after` as `next` of the page before.") from error


def _fits(row: Row, name: str, value: str) -> bool:
    """Whether a stored row is wanted; most are not, so it is not read any further."""
    match name:
        case "version":
            return bool(row.get("flow_version") == value)
        case "intent":
            return (row.get("goal") or "unknown") == value
        case "queue" | "agent":
            return any(ticket[name] == value for ticket in row.get("tickets", ()))
        case "arm":
            return value in {f"{experiment}:{arm}" for experiment, arm in row.get("arms", {}).items()}
        case "node":
            return value in row.get("nodes", {})
        case "state":
            return value == (
                "repeated" if row.get("repeated_by") else "continued" if row.get("continued_by") else "alone"
            )
        case "outcome":
            return bool(row.get("outcome", "running") == value)
        case _:
            return bool(row.get(name) == value)
