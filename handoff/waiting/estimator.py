"""The estimator as a living desk uses it: told what happens as it happens, asked at any moment, learning from each answer.

Names in, seconds out. Events must come in order of time; it keeps no clock, no store and no thread of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from handoff.waiting import trees
from handoff.waiting.arrays import Array
from handoff.waiting.events import Names
from handoff.waiting.features import Columns
from handoff.waiting.judgement import Estimate, Judgement, Told, opinions
from handoff.waiting.learned import Learned
from handoff.waiting.line import Place
from handoff.waiting.model import About
from handoff.waiting.state import QueueState
from handoff.waiting.training import Rows

ENOUGH = 30  # answered waits, in all queues, before anything is said
NOBODY = -1


@dataclass(slots=True)
class _Waiting:
    place: Place
    told: list[tuple[Told, Array, float]] = field(default_factory=list)


class Estimator:
    """All queues of one centre."""

    def __init__(self, model: tuple[Learned, About] | None = None) -> None:
        """`model`: to begin with, from a file; its queues keep their numbers."""
        self.state, self.judgement, self.rows = QueueState(), Judgement(), Rows()
        self.model: Learned | None = model[0] if model else None
        about = model[1] if model else None
        self.answered = about.rows if about else 0
        self._queues, self._agents = Names(), Names()
        for queue in about.queues if about else ():
            self._queue(queue)
        self._waiting: dict[str, _Waiting] = {}
        self._serving: dict[str, tuple[int, int, float]] = {}  # queue, agent, since
        self._next = 0

    def arrive(self, call: str, queue: str, at: float, priority: float = 0.0) -> None:
        """A customer joins; later they may be asked about by the same name."""
        place = self._place(queue, at, priority)
        self._next += 1
        self._waiting[call] = _Waiting(place)
        self.state.arrive(place, at)

    def answer(self, call: str, at: float, agent: str = "") -> None:
        """An agent takes the customer."""
        waiting = self._waiting.pop(call, None)
        if waiting is None:
            return
        number = self._agents.number(agent) if agent else NOBODY
        self.state.grow(len(self._queues.numbers), len(self._agents.numbers))
        self.state.answer(waiting.place, number, at)
        self._serving[call] = (waiting.place.queue, number, at)
        if at > waiting.place.arrived:
            self.answered += 1
        for told, seen, then in waiting.told:
            self.judgement.learn(told, at - then)
            self.rows.add(seen, np.array([at - then]), np.array([then]))

    def give_up(self, call: str, at: float) -> None:
        """The customer left without an answer: what they were told is not scored."""
        waiting = self._waiting.pop(call, None)
        if waiting is not None:
            self.state.give_up(waiting.place, at)

    def end(self, call: str, at: float) -> None:
        """The agent is free again (wrap-up over)."""
        served = self._serving.pop(call, None)
        if served is not None:
            queue, agent, since = served
            self.state.end(queue, agent, at - since, at)

    def estimate(self, call: str, at: float) -> Estimate | None:
        """For one who waits; learned from when they are answered. None while too little is known."""
        waiting = self._waiting.get(call)
        if waiting is None:
            return None
        told, seen = self._tell(waiting.place, at)
        waiting.told.append((told, seen, at))
        return told.estimate if self.ready else None

    def expect(self, queue: str, at: float, priority: float = 0.0) -> Estimate | None:
        """For one who would join now."""
        if not self.ready or queue not in self._queues.numbers:
            return None
        place = self._place(queue, at, priority)
        self.state.found(place, at)
        return self._tell(place, at)[0].estimate

    @property
    def ready(self) -> bool:
        """Whether enough waits were seen to say anything."""
        return self.answered >= ENOUGH

    def due(self, at: float) -> bool:
        return self.rows.due(at)

    def lesson(self, at: float, plan: trees.Plan | None = None) -> Callable[[], tuple[Learned, About]]:
        """The work of learning anew from what is known now. It takes seconds and touches nothing else: fit for a thread."""
        work = self.rows.lesson(at, plan)
        about = About(fitted_at=at, rows=self.rows.count, queues=tuple(self._queues.numbers))
        return lambda: (work(), about)

    def fit(self, at: float, plan: trees.Plan | None = None) -> tuple[Learned, About]:
        """A new model from what is known; the caller decides to use it. Slow: seconds."""
        return self.lesson(at, plan)()

    def use(self, model: Learned | None) -> None:
        """From now on this model; None: only simple formulas."""
        self.model = model

    def _queue(self, name: str) -> int:
        number = self._queues.number(name)
        self.state.grow(len(self._queues.numbers), len(self._agents.numbers))
        return number

    def _place(self, queue: str, at: float, priority: float) -> Place:
        return Place(self._next, self._queue(queue), priority, at)

    def _tell(self, place: Place, at: float) -> tuple[Told, Array]:
        seen = np.array([self.state.see(place, at)])
        experts, quantiles = opinions(Columns(seen), self.model)
        own = None if quantiles is None else quantiles[0]
        return self.judgement.tell(experts[0], own, place.queue, at - place.arrived), seen
