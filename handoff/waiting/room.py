"""All who wait, in all queues, and who of them will go first. Knows no agents and no clock.

Who goes first is learned, not configured: each kind of customer (queue and priority) has a head start in seconds; when
one is served while another that the same agent could have taken waits on, the two head starts move apart.
"""

import math

import numpy as np

from handoff.waiting.arrays import Array
from handoff.waiting.line import Place

STEP_S = 4.0
SCALE_S = 60.0
MOST_S = 1800.0
SOFT_S = 30.0
RANK_S = 120.0  # the fixed head start of one step of priority, where nothing is learned yet
LOOK = ("first", "earlier", "higher", "others", "pool_waiting", "pool_earlier", "pool_first", "pool_higher", "pool_likely",
        "pool_ranked", "hol", "hol_same", "pool_hol", "pool_head", "all_waiting")  # fmt: skip


class Room:
    """The waiting customers as columns without holes: joining, leaving and looking touch no loop in Python."""

    def __init__(self) -> None:
        self.count = 0
        self.slots: dict[int, int] = {}
        self.table = np.zeros((5, 64))  # number, queue, priority, arrived, kind
        self.kinds: dict[tuple[int, float], int] = {}
        self.head = np.zeros(64)

    def kind(self, queue: int, priority: float) -> int:
        """The number of this kind of customer."""
        found = self.kinds.get((queue, priority))
        if found is None:
            found = self.kinds[(queue, priority)] = len(self.kinds)
            if found >= len(self.head):
                self.head = np.concatenate([self.head, np.zeros(len(self.head))])
            self.head[found] = max(-MOST_S, min(MOST_S, RANK_S * priority))
        return found

    def join(self, place: Place) -> None:
        if self.count == self.table.shape[1]:
            self.table = np.concatenate([self.table, np.zeros_like(self.table)], axis=1)
        kind = self.kind(place.queue, place.priority)
        self.table[:, self.count] = (place.number, place.queue, place.priority, place.arrived, kind)
        self.slots[place.number] = self.count
        self.count += 1

    def leave(self, place: Place) -> bool:
        """False if they were not here."""
        slot = self.slots.pop(place.number, None)
        if slot is None:
            return False
        self.count -= 1
        if slot != self.count:
            self.table[:, slot] = self.table[:, self.count]
            self.slots[int(self.table[0, slot])] = slot
        return True

    def chosen(self, place: Place, takes: Array) -> None:
        """This customer, who has just left, was chosen by an agent who takes these queues: learn who goes first."""
        if not self.count:
            return
        _, queue, _, arrived, kind = self.table[:, : self.count]
        mine = self.kind(place.queue, place.priority)
        could = (takes[queue.astype(np.intp)] > 0.0) & (kind != mine)
        if not could.any():
            return
        oldest: dict[int, float] = {}
        for other, since in zip(kind[could].tolist(), arrived[could].tolist(), strict=True):
            oldest[int(other)] = min(since, oldest.get(int(other), math.inf))
        for other, since in oldest.items():
            lead = (place.arrived - self.head[mine]) - (since - self.head[other])
            wrong = 1.0 / (1.0 + math.exp(max(-30.0, min(30.0, -lead / SCALE_S))))
            self.head[mine] = min(MOST_S, self.head[mine] + STEP_S * wrong)
            self.head[other] = max(-MOST_S, self.head[other] - STEP_S * wrong)

    def look(self, place: Place, parts: Array, at: float) -> list[float]:
        """The numbers of `LOOK` as this customer sees them; `parts`: how far each queue shares this one's agents."""
        if self.count == (place.number in self.slots):
            return [0.0] * len(LOOK)
        mine_kind = self.kind(place.queue, place.priority)  # may make room in `head`
        number, queue, priority, arrived, kind = self.table[:, : self.count]
        others = number != place.number
        part = parts[queue.astype(np.intp)] * others
        mine = (queue == place.queue) & others
        earlier = number < place.number
        higher, same = priority > place.priority, priority == place.priority
        ahead = higher | (same & earlier)
        turn = arrived - self.head[kind.astype(np.intp)]
        my_turn = place.arrived - self.head[mine_kind]
        likely = 1.0 / (1.0 + np.exp(np.clip((turn - my_turn) / SOFT_S, -30.0, 30.0)))
        ranked = arrived - RANK_S * priority < place.arrived - RANK_S * place.priority
        near = part > 0.2
        return [
            float(np.count_nonzero(ahead & mine)), float(np.count_nonzero(earlier & mine)),
            float(np.count_nonzero(higher & mine)), float(np.count_nonzero(mine)),
            float(part.sum()), float(part @ earlier), float(part @ ahead), float(part @ higher), float(part @ likely),
            float(part @ ranked), at - _least(arrived, mine, at), at - _least(arrived, mine & same, at),
            at - _least(arrived, near, at), max(0.0, my_turn - _least(turn, near, my_turn)), float(np.count_nonzero(others)),
        ]  # fmt: skip


def _least(values: Array, where: Array, otherwise: float) -> float:
    kept = values[where]
    return float(kept.min()) if len(kept) else otherwise
