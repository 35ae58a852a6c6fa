"""A call log as an ordered stream: arrivals, service starts, ends, customers who gave up. Knows no file format.

Two things at the same second happen in this order: a service ends, a waiting customer is answered or gives up, one
arrives, one who had not to wait is answered. So nobody's estimate knows what came after it.
"""

import math
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

ENDED, ANSWERED, GAVE_UP, ARRIVED = 0, 1, 2, 3
ANSWERED_AT_ONCE = 4
NAN = math.nan


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One contact. `answered` None: gave up at `ended`; `ended` None: not known."""

    queue: str
    arrived: float
    answered: float | None = None
    ended: float | None = None
    priority: float = 0.0
    agent: str = ""


@dataclass(slots=True)
class Names:
    """Names as small numbers, in the order first seen."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, name: str) -> int:
        return self.numbers.setdefault(name, len(self.numbers))


@dataclass(slots=True)
class CallLog:
    """Calls as columns (a million and a half take about 70 MB). -1 in `agent`: not known; NaN: no such time."""

    queues: Names = field(default_factory=Names)
    agents: Names = field(default_factory=Names)
    queue: "array[int]" = field(default_factory=lambda: array("i"))
    agent: "array[int]" = field(default_factory=lambda: array("i"))
    priority: "array[float]" = field(default_factory=lambda: array("d"))
    arrived: "array[float]" = field(default_factory=lambda: array("d"))
    answered: "array[float]" = field(default_factory=lambda: array("d"))
    ended: "array[float]" = field(default_factory=lambda: array("d"))

    def __len__(self) -> int:
        return len(self.arrived)

    def add(self, call: Call) -> None:
        self.queue.append(self.queues.number(call.queue))
        self.agent.append(self.agents.number(call.agent) if call.agent else -1)
        self.priority.append(call.priority)
        self.arrived.append(call.arrived)
        self.answered.append(NAN if call.answered is None else call.answered)
        self.ended.append(NAN if call.ended is None else call.ended)


@dataclass(frozen=True, slots=True)
class Stream:
    """What happened, in order: `at`, `kind`, `call` are columns of the same length; `calls` the log by arrival."""

    at: list[float]
    kind: list[int]
    call: list[int]

    def __iter__(self) -> Iterator[tuple[float, int, int]]:
        return zip(self.at, self.kind, self.call, strict=True)


def by_arrival(log: CallLog) -> CallLog:
    """The same log with rows in order of arrival (rows may come in any order); ties keep their order."""
    arrived = np.frombuffer(log.arrived, dtype=float) if len(log) else np.zeros(0)
    if np.all(arrived[1:] >= arrived[:-1]):
        return log
    order = np.argsort(arrived, kind="stable")
    ordered = CallLog(queues=log.queues, agents=log.agents)
    for name in ("queue", "agent", "priority", "arrived", "answered", "ended"):
        column = getattr(log, name)
        values = np.array(column)[order]
        setattr(ordered, name, array(column.typecode, values.tobytes()))
    return ordered


def stream(log: CallLog) -> Stream:
    """The events of a log that is ordered by arrival."""
    arrived, answered, ended = (np.array(column) for column in (log.arrived, log.answered, log.ended))
    calls = np.arange(len(log))
    served, over = ~np.isnan(answered), ~np.isnan(ended)
    once = served & (answered <= arrived)
    parts = [
        (arrived, ARRIVED, np.ones(len(log), dtype=bool)),
        (answered, ANSWERED, served & ~once),
        (answered, ANSWERED_AT_ONCE, once),
        (ended, ENDED, served & over),
        (ended, GAVE_UP, ~served & over),
    ]
    at = np.concatenate([times[mask] for times, _, mask in parts])
    kind = np.concatenate([np.full(int(mask.sum()), kind) for _, kind, mask in parts])
    call = np.concatenate([calls[mask] for _, _, mask in parts])
    # Of one call, at the same second: arrival, answer, end. A service or a wait of no length follows its own beginning.
    start = np.where(np.isnan(answered), arrived, answered)
    late = ((kind == ENDED) | (kind == GAVE_UP)) & (at <= start[call])
    rank = np.where(late, ANSWERED_AT_ONCE + 1, np.where(kind == GAVE_UP, ANSWERED, kind))
    order = np.lexsort((call, rank, at))
    return Stream(at[order].tolist(), kind[order].tolist(), call[order].tolist())
