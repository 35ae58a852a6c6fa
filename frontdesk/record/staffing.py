"""Agents' time, folded from their comings and goings and from the talks they have: staffed, busy, on break. Pure.

Counted by agent and day, and by agent and hour, each a unit; whole milliseconds, so that sums are exact in any order. An
agent is counted from the first status the log tells of. Time never runs backwards: what is told late counts from then on.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from typing import NamedTuple

from frontdesk.core.codec import decode
from frontdesk.core.staffing import AgentStatusChanged
from frontdesk.record.cells import HOURLY, Deltas
from frontdesk.record.ports import Row
from frontdesk.record.session_row import SessionRow, TicketRow

HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Had:
    """A customer an agent has, in talk or in wrap-up."""

    queue: str
    channel: str
    talks: bool


class Step(NamedTuple):
    """The agent has this customer from now on, or (None) no more."""

    agent: str
    ticket: str
    had: Had | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One agent in one day or hour, called `key`: milliseconds staffed, busy, on break, and of all customers together."""

    key: str
    on: int = 0
    busy: int = 0
    away: int = 0
    work: int = 0
    queues: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentRow:
    """An agent as the fold left them at `upto_ms`, with the day and the hour that go on."""

    status: str
    upto_ms: int
    serves: tuple[str, ...] = ()
    has: Mapping[str, Had] = field(default_factory=dict)
    day: Unit = Unit(key="")
    hour: Unit = Unit(key="")


def agent_row(stored: Row) -> AgentRow:
    """A stored row read back."""
    row = decode(AgentRow, stored)
    assert isinstance(row, AgentRow)
    return row


def steps(before: SessionRow | None, after: SessionRow) -> Iterator[Step]:
    """Who has which customer since an event, out of the session's row before and after it."""
    if before is None or before.tickets == after.tickets:
        return
    was = {ticket.id: _holder(ticket, before.channel) for ticket in before.tickets}
    for ticket in after.tickets:
        old, new = was.get(ticket.id, ("", None)), _holder(ticket, after.channel)
        if old[0] and old[0] != new[0]:
            yield Step(old[0], ticket.id, None)
        if new[0] and new != old:
            yield Step(new[0], ticket.id, new[1])


def _holder(ticket: TicketRow, channel: str) -> tuple[str, Had | None]:
    talks = ticket.talk_from is not None
    if ticket.agent is None or not (talks or ticket.wrap_from is not None):
        return "", None
    return ticket.agent, Had(ticket.queue, channel, talks)


class Staff:
    """Folds agents' rows, and gathers what that adds to the counters of the ledger of that name."""

    def __init__(self, rows: Mapping[str, AgentRow], ledger: str, zone: tzinfo) -> None:
        self.rows = dict(rows)
        self.deltas: Deltas = {}
        self._ledger, self._zone = ledger, zone

    def changed(self, event: AgentStatusChanged, at: float) -> None:
        """Somebody came, went, or goes on differently."""
        row = self._until(event.agent, at) or AgentRow(status="offline", upto_ms=round(at * 1000))
        self.rows[event.agent] = replace(row, status=event.status, serves=event.queues)

    def step(self, step: Step, at: float) -> None:
        """Somebody has a customer, or has them no more. Who is not known (people of outside queues) is not counted."""
        row = self._until(step.agent, at)
        if row is None:
            return
        has = {ticket: had for ticket, had in row.has.items() if ticket != step.ticket}
        self.rows[step.agent] = replace(row, has=has if step.had is None else has | {step.ticket: step.had})

    def _until(self, agent: str, at: float) -> AgentRow | None:
        """The agent's row with the time until `at` counted, hour by hour."""
        row, end = self.rows.get(agent), round(at * 1000)
        if row is None:
            return None
        counted = _time(row)
        if counted is None:
            return replace(row, upto_ms=max(row.upto_ms, end))
        while row.upto_ms < end:
            began = datetime.fromtimestamp(row.upto_ms / 1000, self._zone)
            until = min(end, row.upto_ms + HOUR_MS - (row.upto_ms + _offset_ms(began)) % HOUR_MS)
            row = self._counted(agent, row, counted, (began, until))
        return row

    def _counted(self, agent: str, row: AgentRow, counted: Unit, piece: tuple[datetime, int]) -> AgentRow:
        began, until = piece
        day = self._grown(agent, ("day", str(began.date())), row.day, counted, until - row.upto_ms)
        hour = self._grown(agent, ("hour", f"{began:%Y-%m-%dT%H%z}"), row.hour, counted, until - row.upto_ms)
        return replace(row, upto_ms=until, day=day, hour=hour)

    def _grown(self, agent: str, called: tuple[str, str], old: Unit, counted: Unit, span: int) -> Unit:
        grain, key = called
        before = old if old.key == key else Unit(key=key)
        after = _grown(before, counted, span)
        self._add(agent, grain, before, -1)
        self._add(agent, grain, after, 1)
        return after

    def _add(self, agent: str, grain: str, unit: Unit, sign: int) -> None:
        counts = _counters(unit)
        slices = [("all", "all"), ("agent", agent)]
        slices += [("queue", queue) for queue in unit.queues] + [("channel", channel) for channel in unit.channels]
        for cut, value in slices:
            if counts and (grain == "day" or cut in HOURLY):
                place = (f"{self._ledger}/{grain}/{cut}", f"{unit.key}|{value}")
                into = self.deltas.setdefault(place, Counter())
                for name, count in counts.items():
                    into[name] += sign * count


def _offset_ms(began: datetime) -> int:
    """What the zone's clock is ahead of UTC: not whole hours everywhere."""
    offset = began.utcoffset()
    assert offset is not None
    return round(offset.total_seconds() * 1000)


def _time(row: AgentRow) -> Unit | None:
    """What each millisecond counts for an agent as they are; None: nothing.

    Staffed: ready or wrapping up, and whoever still has a customer. Busy: with at least one customer, in talk, on hold or in
    wrap-up; two chats at once are one agent's time. Who is offline wraps nothing up.
    """
    here = row.status != "offline"
    mine = [had for had in row.has.values() if had.talks or here]
    wraps = row.status == "wrap_up" and not mine
    busy, away = bool(mine) or wraps, row.status == "break" and not mine
    if not (here or busy):
        return None
    queues = tuple(sorted({*row.serves, *(had.queue for had in mine)}))
    channels = tuple(sorted({had.channel for had in mine}))
    work = len(mine) + wraps
    return Unit(key="", on=not away, busy=busy, away=away, work=work, queues=queues, channels=channels)


def _grown(unit: Unit, counted: Unit, span: int) -> Unit:
    return Unit(
        key=unit.key,
        on=unit.on + span * counted.on,
        busy=unit.busy + span * counted.busy,
        away=unit.away + span * counted.away,
        work=unit.work + span * counted.work,
        queues=tuple(sorted({*unit.queues, *counted.queues})),
        channels=tuple(sorted({*unit.channels, *counted.channels})),
    )


def _counters(unit: Unit) -> Mapping[str, int]:
    """What a unit adds: sums in milliseconds, and squares and products in seconds² for the interval of a ratio."""
    on, busy, away, work = (round(ms / 1000) for ms in (unit.on, unit.busy, unit.away, unit.work))
    here = round((unit.on + unit.away) / 1000)
    counts = {
        "s.on_n": int(unit.on > 0), "s.on_ms": unit.on, "s.busy_ms": unit.busy, "s.work_ms": unit.work,
        "s.on_on": on * on, "s.busy_busy": busy * busy, "s.busy_on": busy * on,
        "s.busy_n": int(busy > 0), "s.work_work": work * work, "s.work_busy": work * busy,
        "s.here_n": int(unit.on + unit.away > 0), "s.away_ms": unit.away,
        "s.here_here": here * here, "s.away_away": away * away, "s.away_here": away * here,
    }  # fmt: skip
    return {name: count for name, count in counts.items() if count}
