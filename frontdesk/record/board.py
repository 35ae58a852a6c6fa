"""One day of the owner's board: its sessions and totals, ready for JSON. Pure; the store's rows come in, nothing is asked."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any, get_args

from frontdesk.record.figures.catalogue import FIGURES
from frontdesk.record.figures.cut import Cut
from frontdesk.record.session_row import Outcome, SessionRow
from frontdesk.record.struggle import effort_index

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


def day_of(at: float, zone: tzinfo) -> date:
    """The day an instant belongs to in a time zone."""
    return datetime.fromtimestamp(at, zone).date()


def bounds(day: date, zone: tzinfo) -> tuple[float, float]:
    """A day's first instant and the next day's, epoch seconds; 23 or 25 hours apart where the clocks change."""
    start = datetime.combine(day, time.min, zone)
    end = datetime.combine(day + timedelta(days=1), time.min, zone)
    return start.timestamp(), end.timestamp()


def day_board(rows: Sequence[SessionRow], cut: Cut, day: date, tz_name: str, now: float) -> dict[str, Any]:
    """The board of a day: the newest sessions that started on it as they stand at `now` (epoch seconds), and all totals."""
    running = sum(row.outcome == "running" for row in rows)
    return {
        "day": day.isoformat(),
        "tz": tz_name,
        "sessions": [session_line(row, now) for row in rows],
        "totals": totals(cut, running),
    }


def session_line(row: SessionRow, now: float) -> dict[str, Any]:
    """A session as the board lists it. A talk with a person that goes on (`talking`) counts up to `now` (epoch seconds)."""
    talking = row.talking_since if row.ended_at is None else None
    until = row.last_at if row.ended_at is None else row.ended_at
    if talking is not None:
        until = max(until, now)
    return {
        "id": row.id,
        "started_at": row.started_at,
        "ended_at": row.ended_at,
        "channel": row.channel,
        "lang": row.lang,
        "outcome": row.outcome,
        "goal": row.goal,
        "handoff_reason": row.handoff_reason,
        "effort": {"asked": row.survey_asked, "score": row.score, "index": round(effort_index(row), 1)},
        "seconds": until - row.started_at,
        "human_s": row.human_s + (0.0 if talking is None else max(0.0, now - talking)),
        "talking": talking is not None,
        "region": row.region,
        "tier": row.tier,
        "version": row.flow_version,
        "queue": row.tickets[-1].queue if row.tickets else None,
        "agent": row.tickets[-1].agent if row.tickets else None,
        "repeats": row.repeats or row.continues,
        "repeated_by": row.repeated_by or row.continued_by,
    }


def totals(cut: Cut, running: int) -> dict[str, Any]:
    """Never one number alone: each figure with how many it stands for, and what it could hide beside it."""
    helped, naive, ces = (FIGURES[name].compute(cut) for name in ("self_service", "containment", "ces_answers"))
    easy, median, p90 = (FIGURES[name].compute(cut) for name in ("easy_answers", "wait_median", "wait_p90"))
    asked = sum(stratum.asked for stratum in cut.strata("ces2"))
    return {
        "sessions": cut["n"] + running,
        "with_need": cut["need"],
        "by_outcome": {outcome: cut[f"o.{outcome}"] for outcome in OUTCOMES} | {"running": running},
        "self_service": {
            "rate": helped.value,
            "low": helped.low,
            "high": helped.high,
            "n": helped.n,
            "resolved": cut["rv"],
            "unverified": cut["ru"],
        },
        "naive_containment": {"rate": naive.value, "n": naive.n},
        "ces": {"asked": asked, "answered": ces.n, "mean": ces.value, "top_box": easy.value, "n": ces.n},
        "waits": {"n": median.n, "median_s": median.value, "p90_s": p90.value},
    }
