"""How soon agents will be free for a queue: who is on a call since when, who is between calls, and what either came to before.

A call's age is measured in usual lengths: the queue's mean handling time by the agent's own pace. Knows no waits.
"""

import math

import numpy as np

from handoff.waiting.arrays import Array
from handoff.waiting.crew import GONE, Crew

AGES = (0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0)  # in usual lengths
IDLE = (5.0, 10.0, 20.0, 30.0, 45.0, 60.0, 90.0, 120.0, 180.0, 240.0, 360.0, 600.0)  # seconds since the last call
AHEAD = np.array([5.0, 10, 20, 30, 45, 60, 80, 100, 130, 160, 200, 250, 320, 400, 500, 650, 800, 1000, 1300])
STEPS = np.diff(AHEAD)
DRIFT = 1e-6 * AHEAD  # sums that never stand still can be read backwards
FAR = 1800.0  # told where not enough agents are expected to come free
MIDDLE = 0.7  # about the median of the wait for one more
SOON = np.minimum(AHEAD, 600.0)  # one who rests is not counted on to come back later than this
LOOK_EVERY, LOOK_LATEST = 2.0, 60.0
PACE_KEEP = 0.03
LEAST_USUAL = 20.0
PACES = (0.4, 2.5)
LOOK = ("free_whole", "free_share", "free_first", "idle_whole", "return_whole")


class SoonFree:
    """Rates at which calls end by their age, and at which agents between calls take one while somebody waits."""

    def __init__(self) -> None:
        self.unit = np.ones(0)  # by agent: the usual length of the call they are on
        self.pace: list[float] = []
        self.calls: list[int] = []
        self._ages, self._idle = np.array(AGES), np.array(IDLE)
        self._starts, self._stops = np.concatenate([[0.0], AGES]), np.append(AGES, 1e9)
        self._widths = np.diff(self._starts)
        self._ended, self._lived = np.ones(len(AGES) + 1), np.ones(len(AGES) + 1)
        self._took, self._rested = np.ones(len(IDLE) + 1), np.full(len(IDLE) + 1, 60.0)
        self._looked = -math.inf
        self._learn()

    def grow(self, agents: int) -> None:
        """Make room for this many agents."""
        more = agents - len(self.pace)
        if more > 0:
            self.unit = np.concatenate([self.unit, np.ones(more)])
            self.pace += [1.0] * more
            self.calls += [0] * more

    def passes(self, crew: Crew, at: float, *, waiting: bool) -> None:
        """Time passes; while somebody waits, count for how long each agent between calls has not taken them."""
        gap = at - self._looked
        if gap < LOOK_EVERY:
            return
        self._looked = at
        if not waiting or gap > LOOK_LATEST:
            return
        resting = ((crew.on > 0.0) & (crew.busy == 0.0)).nonzero()[0]
        if len(resting):
            bins = self._idle.searchsorted(at - gap / 2.0 - crew.seen[resting])
            self._rested += gap * np.bincount(bins, minlength=len(self._rested))

    def begin(self, agent: int, usual: float, idle: float, *, late: bool) -> None:
        """The agent, `idle` seconds after their last call, takes one of a queue whose calls take `usual` on average; `late`:
        of a customer who had waited."""
        self.unit[agent] = max(LEAST_USUAL, usual) * min(max(self.pace[agent], PACES[0]), PACES[1])
        if late and 0.0 <= idle < GONE:
            self._took[self._idle.searchsorted(idle)] += 1.0

    def end(self, agent: int, took: float, usual: float) -> None:
        """The agent's call of `took` seconds is over; `usual`: the queue's mean."""
        self.calls[agent] += 1
        learn = max(PACE_KEEP, 1.0 / (5.0 + self.calls[agent]))
        self.pace[agent] += learn * (min(took / max(LEAST_USUAL, usual), 4.0) - self.pace[agent])
        age = took / float(self.unit[agent])
        last = int(self._ages.searchsorted(age))
        self._lived[: last + 1] += np.minimum(age, self._stops[: last + 1]) - self._starts[: last + 1]
        self._ended[last] += 1.0
        self._learn()

    def look(self, crew: Crew, queue: int, at: float, likely: float, first: float) -> list[float]:
        """The numbers of `LOOK`: seconds until `likely` + 1 agents are free, each counted whole or by their share of this
        queue's calls; until `first` + 1 are, by share; agents between calls, and how many of them a minute take one."""
        here = (crew.takes[:, queue] * crew.on).nonzero()[0]
        on_call = crew.busy[here] > 0.0
        busy, resting = here[on_call], here[~on_call]
        ends = self._ends(self.unit[busy], at - crew.since[busy])
        back = (self._took / self._rested)[self._idle.searchsorted(at - crew.seen[resting])]
        returns = 1.0 - np.exp(-back[:, None] * SOON)
        ends, returns = self._and_again(ends, busy), self._and_again(returns, resting)
        whole = ends.sum(axis=0) + returns.sum(axis=0) + DRIFT
        share = crew.share[busy, queue] @ ends + crew.share[resting, queue] @ returns + DRIFT
        soon = [(likely, whole), (likely, share), (first, share)]
        free = [float(np.interp(ahead + MIDDLE, sums, AHEAD, right=FAR)) for ahead, sums in soon]
        return [*free, float(len(resting)), 60.0 * float(back.sum())]

    def _ends(self, unit: Array, on_call: Array) -> Array:
        """Agent × `AHEAD`: how likely the call is over by then."""
        age = on_call / unit
        return 1.0 - np.exp(self._hazard(age)[:, None] - self._hazard(age[:, None] + AHEAD / unit[:, None]))

    def _and_again(self, once: Array, agents: Array) -> Array:
        """How many customers each takes by `AHEAD`, from how likely they took the first: after it, one in a usual length."""
        free = np.cumsum(0.5 * (once[:, 1:] + once[:, :-1]) * STEPS, axis=1)
        again: Array = once.copy()
        again[:, 1:] += free / self.unit[agents, None]
        return again

    def _hazard(self, age: Array) -> Array:
        """The rate of ending, summed up to this age."""
        where = self._ages.searchsorted(age)
        return self._sum[where] + self._rate[where] * (age - self._starts[where])

    def _learn(self) -> None:
        self._rate = self._ended / self._lived
        self._sum = np.concatenate([[0.0], np.cumsum(self._rate[:-1] * self._widths)])
