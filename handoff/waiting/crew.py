"""Who works: agents seen lately, what queues each takes and how often, who is busy since when. Knows no waits.

An agent is known only by the calls they took. One who has not been seen for `GONE` seconds is taken to have left.
"""

import math
from heapq import heappop, heappush

import numpy as np

from handoff.waiting.arrays import Array

GONE = 1200.0
FADE = 0.97  # how an agent's habits fade with each call
LOOK = ("staffed", "whole", "busy", "busy_whole", "on_call", "overdue", "begun", "ends_share", "ends_whole",
        "idle15", "idle60", "idle180")  # fmt: skip
BINS = (15.0, 30.0, 60.0, 90.0, 120.0, 180.0, 240.0, 300.0, 420.0, 600.0, 900.0, 1500.0)


class Crew:
    """Agents and the queues they share. Sums per queue are kept as agents come, go, begin and end."""

    def __init__(self) -> None:
        self.size = self.width = 0
        self.habit = np.zeros((0, 0))  # agent × queue: recent calls taken, fading
        self.share = np.zeros((0, 0))  # the same as a share of the agent's calls
        self.takes = np.zeros((0, 0))  # 1 where the agent takes this queue at all
        self.since = np.zeros(0)  # when the present call began; +inf when not on one
        self.on = np.zeros(0)
        self.busy = np.zeros(0)
        self.seen = np.zeros(0)
        self.staffed, self.whole, self.busy_share, self.busy_whole = (np.zeros(0) for _ in range(4))
        self.alike = np.zeros((0, 0))
        self._leaving: list[tuple[float, int]] = []
        self._hazard_out = np.ones(len(BINS) + 1)
        self._hazard_time = np.full(len(BINS) + 1, 200.0)
        self.hazard = self._hazard_out / self._hazard_time
        self._edges = np.array(BINS)
        self._starts = 0

    def grow(self, queues: int, agents: int) -> None:
        """Make room for this many queues and agents."""
        if queues <= self.width and agents <= self.size:
            return
        width, size = max(queues, self.width), self.size if agents <= self.size else max(agents, 2 * self.size, 8)
        for name in ("habit", "share", "takes"):
            setattr(self, name, _grown(getattr(self, name), (size, width)))
        for name in ("on", "busy", "seen"):
            setattr(self, name, _grown(getattr(self, name), (size,)))
        self.since = np.concatenate([self.since, np.full(size - self.size, math.inf)])
        for name in ("staffed", "whole", "busy_share", "busy_whole"):
            setattr(self, name, _grown(getattr(self, name), (width,)))
        alike = np.eye(width)
        alike[: self.width, : self.width] = self.alike
        self.alike, self.width, self.size = alike, width, size

    def begin(self, agent: int, queue: int, at: float) -> None:
        """The agent takes a call of this queue."""
        self._drop(agent)
        self.habit[agent] *= FADE
        self.habit[agent, queue] += 1.0
        self.share[agent] = self.habit[agent] / self.habit[agent].sum()
        self.takes[agent] = self.share[agent] > 0.02
        self.on[agent] = self.busy[agent] = 1.0
        self.since[agent] = self.seen[agent] = at
        self._add(agent)
        self._starts += 1
        if self._starts % 500 == 0:
            self.compare()

    def end(self, agent: int, at: float) -> None:
        """The agent's call is over."""
        if not self.busy[agent]:
            return
        self._exposed(at - float(self.since[agent]))
        self._drop(agent)
        self.busy[agent], self.since[agent], self.seen[agent] = 0.0, math.inf, at
        self._add(agent)
        heappush(self._leaving, (at + GONE, agent))

    def until(self, at: float) -> None:
        """Those not seen for a while have left."""
        while self._leaving and self._leaving[0][0] <= at:
            _, agent = heappop(self._leaving)
            if self.on[agent] and not self.busy[agent] and self.seen[agent] + GONE <= at:
                self._drop(agent)
                self.on[agent] = 0.0

    def look(self, queue: int, at: float, typical: float) -> list[float]:
        """The numbers of `LOOK`: agents of this queue as they are now."""
        able = self.takes[:, queue] * self.on
        here = able.nonzero()[0]
        sums = (self.staffed[queue], self.whole[queue], self.busy_share[queue], self.busy_whole[queue])
        since = self.since[here]
        busy = since < math.inf
        on_call, shares = at - since[busy], self.share[here[busy], queue]
        idle = at - self.seen[here[~busy]]
        rates = self.hazard[self._edges.searchsorted(on_call)]
        return [
            *map(float, sums), float(on_call.sum()) / max(1, len(on_call)), float(np.count_nonzero(on_call > typical)),
            float(np.count_nonzero(on_call < 30.0)), 60.0 * float(rates @ shares), 60.0 * float(rates.sum()),
            float(np.count_nonzero(idle < 15.0)), float(np.count_nonzero(idle < 60.0)), float(np.count_nonzero(idle < 180.0)),
        ]  # fmt: skip

    def compare(self) -> None:
        """How far the queues share agents, from what each agent takes."""
        overlap = self.share.T @ self.share
        own = np.maximum(overlap.diagonal(), 1e-9)
        self.alike = np.minimum(1.0, overlap / own[:, None])

    def _exposed(self, length: float) -> None:
        """One call of this length more, for the rate at which calls of each age end."""
        last = int(self._edges.searchsorted(length))
        edges = np.concatenate([[0.0], self._edges])
        self._hazard_time[: last + 1] += np.minimum(length, np.append(self._edges, 1e9)[: last + 1]) - edges[: last + 1]
        self._hazard_out[last] += 1.0
        self.hazard[: last + 1] = self._hazard_out[: last + 1] / self._hazard_time[: last + 1]

    def _drop(self, agent: int) -> None:
        self._change(agent, -1.0)

    def _add(self, agent: int) -> None:
        self._change(agent, 1.0)

    def _change(self, agent: int, sign: float) -> None:
        if not self.on[agent]:
            return
        share, takes = sign * self.share[agent], sign * self.takes[agent]
        self.staffed += share
        self.whole += takes
        if self.busy[agent]:
            self.busy_share += share
            self.busy_whole += takes


def _grown(old: Array, shape: tuple[int, ...]) -> Array:
    new = np.zeros(shape)
    new[tuple(slice(0, n) for n in old.shape)] = old
    return new
