"""A log played in order: at each moment only what was known then. Yields blocks of what was asked and what came out.

A customer is asked about when they come, and again after one and three minutes, if they wait that long.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import Any

import numpy as np

from handoff.waiting import events
from handoff.waiting.arrays import Array
from handoff.waiting.calibrate import HORIZONS
from handoff.waiting.line import Place
from handoff.waiting.state import QueueState

BLOCK = 400
ASKED, KNOWN = 0, 1


@dataclass(slots=True)
class Block:
    """Estimates asked for, in order, and the order in which they and their answers came."""

    seen: Any = field(default_factory=list)
    at: list[float] = field(default_factory=list)
    ask: list[int] = field(default_factory=list)  # the number of each ask over the whole log
    order: list[tuple[int, int, float]] = field(default_factory=list)  # ASKED or KNOWN, ask, and the wait once known
    done: int = 0  # calls that had come by the end of the block

    def rows(self) -> Array:
        return np.array(self.seen)


class Replay:
    """Feeds a log to a `QueueState` and keeps who was asked about."""

    def __init__(self, log: events.CallLog) -> None:
        self.log = log
        self.state = QueueState()
        self.done = 0
        self._places: dict[int, Place] = {}
        self._asks: dict[int, list[tuple[int, float]]] = {}
        self._due: list[tuple[float, int]] = []
        self._block = Block()
        self._asked = 0

    def blocks(self) -> Iterator[Block]:
        """Blocks of at least a few hundred asks; the last may be smaller."""
        log, state = self.log, self.state
        state.grow(len(log.queues.numbers), len(log.agents.numbers))
        for at, kind, call in events.stream(log):
            while self._due and self._due[0][0] < at:
                again, waiting = heappop(self._due)
                if waiting in self._places:
                    self._ask(self._places[waiting], again)
            self._take(at, kind, call)
            if len(self._block.ask) >= BLOCK:
                yield self._cut()
        yield self._cut()

    def _take(self, at: float, kind: int, call: int) -> None:
        log, state = self.log, self.state
        if kind == events.ARRIVED:
            self.done += 1
            self._arrive(call, at)
        elif kind == events.ENDED:
            state.end(log.queue[call], log.agent[call], at - log.answered[call], at)
        else:
            place = self._places.pop(call)
            if kind == events.GAVE_UP:
                state.give_up(place, at)
                self._asks.pop(call, None)
                return
            state.answer(place, log.agent[call], at)
            for ask, since in self._asks.pop(call, ()):
                self._block.order.append((KNOWN, ask, at - since))

    def _arrive(self, call: int, at: float) -> None:
        log = self.log
        place = self._places[call] = Place(call, log.queue[call], log.priority[call], at)
        at_once = log.answered[call] <= at or log.ended[call] <= at
        self.state.arrive(place, at, waits=not at_once)
        if at_once:  # who has not to wait is told nothing
            return
        self._ask(place, at)
        for later in HORIZONS[1:]:
            heappush(self._due, (at + later, call))

    def _ask(self, place: Place, at: float) -> None:
        block = self._block
        block.seen.append(self.state.see(place, at))
        block.at.append(at)
        block.ask.append(self._asked)
        block.order.append((ASKED, self._asked, 0.0))
        self._asks.setdefault(place.number, []).append((self._asked, at))
        self._asked += 1

    def _cut(self) -> Block:
        block, self._block = self._block, Block()
        block.done = self.done
        return block
