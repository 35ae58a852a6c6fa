"""Who came back about the same: sessions of one customer joined into repeats and continuations. Pure.

A repeat contact is the same customer with the same reason within the window, on any channel; within a quarter of an hour
it is a continuation of the same contact (a dropped call, a changed channel), not a repeat.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from frontdesk.record.erasing import Names
from frontdesk.record.needs import TOPICS
from frontdesk.record.session_row import SessionRow

WINDOW_S = 7 * 86400.0
CONTINUES_S = 15 * 60.0
PAST_AT_MOST = 50  # of one customer within the window


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """An ended session of a customer, as far as it matters to the next one. Times are epoch seconds."""

    session: str
    started_at: float
    ended_at: float
    goal: str | None
    customer: str | None


def names_of(row: SessionRow) -> tuple[str, ...]:
    """Under which names the session's customer may come back: who they proved to be, and where they reached us from."""
    proved = (f"customer:{row.customer}",) if row.customer else ()
    return (*proved, f"contact:{row.contact}") if row.contact else proved


def visit_of(row: SessionRow) -> Visit:
    """The session as a visit; it has ended."""
    assert row.ended_at is not None
    return Visit(session=row.id, started_at=row.started_at, ended_at=row.ended_at, goal=row.goal, customer=row.customer)


def counts(row: SessionRow) -> bool:
    """Whether somebody was there and wanted something."""
    return row.needed and row.inputs > 0


def earlier_of(now: Visit, past: Iterable[Visit], window_s: float = WINDOW_S) -> Visit | None:
    """The customer's newest session about the same that began before this one, if it is within the window."""
    same = [v for v in past if v.session != now.session and _before(v, now) and _same(v, now)]
    found = max(same, key=lambda v: (v.started_at, v.session), default=None)
    return found if found is not None and now.started_at - found.ended_at < window_s else None


def linked(first: SessionRow, second: SessionRow) -> tuple[SessionRow, SessionRow]:
    """Both rows with what they are to each other; a session is followed by one other at most, the first that was known."""
    assert first.ended_at is not None
    if first.continued_by or first.repeated_by:
        return first, second
    gap = max(0.0, second.started_at - first.ended_at)
    if gap < CONTINUES_S:
        return replace(first, continued_by=second.id), replace(second, continues=first.id, came_from=first.channel)
    second = replace(second, repeats=first.id, came_from=first.channel)
    return replace(first, repeated_by=second.id, repeated_after_s=gap), second


def chain_row(first: SessionRow, second: SessionRow) -> dict[str, Any]:
    """What the board shows of a customer who came back."""
    assert first.ended_at is not None
    return {
        "started_at": second.started_at,
        "first": first.id,
        "kind": "continuation" if first.continued_by else "repeat",
        "gap_s": max(0.0, second.started_at - first.ended_at),
        "from_channel": first.channel,
        "to_channel": second.channel,
        "from_outcome": first.outcome,
        "to_outcome": second.outcome,
        "goal": second.goal or first.goal,
    }


def remembered(past: Sequence[Visit], now: Visit, window_s: float = WINDOW_S) -> tuple[Visit, ...]:
    """What is still worth knowing of a customer's visits, this one with them."""
    recent = [v for v in past if v.session != now.session and v.ended_at > now.started_at - window_s]
    return (*recent, now)[-PAST_AT_MOST:]


def renamed(name: str, names: Names) -> str:
    """A customer's name (`customer:…`, `contact:…`) as one that leads to nobody."""
    kind, _, value = name.partition(":")
    return f"{kind}:{names(value)}"


def moved(
    visits: Mapping[str, Sequence[Visit]], names: tuple[str, str], sessions: frozenset[str], leading: Names
) -> dict[str, tuple[Visit, ...]]:
    """The visits under an old and a new name once those of these sessions are under the new one alone."""
    old, new = names
    if old == new:
        return {}
    going = [
        replace(v, customer=v.customer and leading(v.customer)) for v in visits.get(old, ()) if v.session in sessions
    ]
    there = sorted((*visits.get(new, ()), *going), key=lambda v: (v.ended_at, v.started_at))
    return {old: tuple(v for v in visits.get(old, ()) if v.session not in sessions), new: tuple(there)}


def visits_from(stored: Mapping[str, Any] | None) -> tuple[Visit, ...]:
    """Visits read back from a row."""
    return tuple(Visit(**visit) for visit in (stored or {}).get("visits", ()))


def visits_row(visits: Sequence[Visit]) -> dict[str, Any]:
    """The row to keep of a customer's visits; `started_at` of the newest, so that old ones can be swept."""
    kept = [
        {
            "session": v.session,
            "started_at": v.started_at,
            "ended_at": v.ended_at,
            "goal": v.goal,
            "customer": v.customer,
        }
        for v in visits
    ]
    return {"started_at": visits[-1].started_at, "visits": kept}


def _before(first: Visit, second: Visit) -> bool:
    return (first.started_at, first.session) < (second.started_at, second.session)


def _same(one: Visit, other: Visit) -> bool:
    """The same reason, and not two customers who share a telephone. An unknown reason may be any."""
    if one.customer and other.customer and one.customer != other.customer:
        return False
    if one.goal is None or other.goal is None:
        return True
    return TOPICS.get(one.goal, one.goal) == TOPICS.get(other.goal, other.goal)


def chains(pairs: Sequence[tuple[str, Mapping[str, Any]]]) -> list[dict[str, Any]]:
    """Pairs of sessions (the later one and its `chain_row`) as whole chains, the newest first, each from its first session on.

    A step has the session, its channel and outcome; from the second on `kind`, `gap_s` and `started_at` too.
    """
    rows = dict(pairs)
    later = {str(row["first"]): second for second, row in pairs}
    found = []
    for second, row in pairs:
        if second in later:
            continue  # a later one tells its chain
        steps = list[dict[str, Any]]()
        session, at = second, row
        while True:
            told = {"session": session, "channel": at["to_channel"], "outcome": at["to_outcome"]}
            steps.insert(0, told | {name: at[name] for name in ("kind", "gap_s", "started_at")})
            if at["first"] not in rows:
                break
            session, at = at["first"], rows[at["first"]]
        steps.insert(0, {"session": at["first"], "channel": at["from_channel"], "outcome": at["from_outcome"]})
        found.append({"goal": row["goal"], "started_at": row["started_at"], "steps": steps})
    return found
