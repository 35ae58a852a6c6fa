"""One day of the owner's board: its sessions and totals, ready for JSON. Pure; the store's rows come in, nothing is asked."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any, get_args

from frontdesk.record.effort import effort
from frontdesk.record.self_service import self_service, with_need
from frontdesk.record.session_row import Outcome, SessionRow
from frontdesk.record.waits import waits

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


def day_of(at: float, zone: tzinfo) -> date:
    """The day an instant belongs to in a time zone."""
    return datetime.fromtimestamp(at, zone).date()


def bounds(day: date, zone: tzinfo) -> tuple[float, float]:
    """A day's first instant and the next day's, epoch seconds; 23 or 25 hours apart where the clocks change."""
    start = datetime.combine(day, time.min, zone)
    end = datetime.combine(day + timedelta(days=1), time.min, zone)
    return start.timestamp(), end.timestamp()


def day_board(rows: Iterable[SessionRow], day: date, zone: tzinfo, tz_name: str) -> dict[str, Any]:
    """The board of a day: the sessions that started on it, newest first, and their totals."""
    start, end = bounds(day, zone)
    today = [row for row in rows if start <= row.started_at < end]
    today.sort(key=lambda row: (-row.started_at, row.id))
    return {
        "day": day.isoformat(),
        "tz": tz_name,
        "sessions": [session_line(row) for row in today],
        "totals": totals(today),
    }


def session_line(row: SessionRow) -> dict[str, Any]:
    """A session as the board lists it."""
    until = row.last_at if row.ended_at is None else row.ended_at
    return {
        "id": row.id,
        "started_at": row.started_at,
        "ended_at": row.ended_at,
        "channel": row.channel,
        "lang": row.lang,
        "outcome": row.outcome,
        "goal": row.goal,
        "handoff_reason": row.handoff_reason,
        "effort": {"asked": row.survey_asked, "score": row.score},
        "seconds": until - row.started_at,
        "human_s": row.human_s,
    }


def totals(rows: Sequence[SessionRow]) -> dict[str, Any]:
    """Never one number alone: each figure with how many it stands for, and what it could hide beside it."""
    helped, ease, waited = self_service(rows), effort(rows), waits(rows)
    share = helped.verified
    return {
        "sessions": len(rows),
        "with_need": sum(with_need(row) for row in rows),
        "by_outcome": {outcome: sum(row.outcome == outcome for row in rows) for outcome in OUTCOMES},
        "self_service": {
            "rate": share.rate,
            "low": share.low,
            "high": share.high,
            "n": share.n,
            "resolved": helped.resolved,
            "unverified": helped.unverified,
        },
        "naive_containment": {"rate": helped.naive_rate, "n": helped.naive_n},
        "ces": {"asked": ease.asked, "answered": ease.n, "mean": ease.mean, "top_box": ease.top_box, "n": ease.n},
        "waits": {"n": waited.n, "median_s": waited.median_s, "p90_s": waited.p90_s},
    }
