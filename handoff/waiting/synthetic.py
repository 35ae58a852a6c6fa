"""Made-up call centres whose logs try an estimator: many queues, shared agents, priorities, breaks, bursts. Seeded.

Not a model of any real centre; the kinds differ on purpose, so that nothing is tuned to one.
"""

import math
from dataclasses import dataclass, field
from heapq import heappop, heappush

import numpy as np

from handoff.waiting.events import Call

DAY = 86400.0
OPENS, CLOSES = 8 * 3600.0, 20 * 3600.0
BEGIN, FREE, COME, GIVE_UP = 0, 1, 2, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Centre:
    """A kind of call centre. `load`: offered work per agent on shift; `skills`: queues an agent takes."""

    queues: int = 6
    agents: int = 12
    days: int = 40
    load: float = 1.0
    skills: int = 3
    aht: float = 200.0
    patience: float = 400.0
    priorities: tuple[float, ...] = (1.0,)  # shares of priority 0, 1, …
    head_start: float = 0.0  # seconds of waiting one priority is worth; 0: strictly first
    bursts: float = 0.5  # a day
    break_after: float = 0.04  # chance of a break after a call
    wrap: float = 15.0


KINDS = {
    "small": Centre(),
    "small_priorities": Centre(queues=4, agents=9, priorities=(0.7, 0.3), head_start=120.0, skills=4),
    "many_queues": Centre(queues=24, agents=90, days=30, skills=6, load=1.02),
    "big_pool": Centre(queues=3, agents=70, days=30, skills=3, load=1.04, aht=300.0),
    "overload": Centre(queues=5, agents=15, load=1.35, patience=240.0, skills=5),
    "light": Centre(queues=8, agents=20, load=0.8, skills=2),
    "long_service": Centre(queues=2, agents=6, aht=700.0, patience=1200.0, skills=2, priorities=(0.8, 0.2)),
    "specialists": Centre(queues=12, agents=30, skills=1, load=0.95, days=40),
}


@dataclass(slots=True)
class _Floor:
    """What goes on during the simulation."""

    centre: Centre
    chance: np.random.Generator
    skills: list[list[int]]
    pace: list[float]
    length: list[float]
    lines: list[list[int]]  # queue → calls that wait, in order of arrival
    calls: list[list[float]] = field(default_factory=list)  # queue, priority, arrived, answered, ended, agent
    idle: dict[int, float] = field(default_factory=dict)
    until: list[float] = field(default_factory=list)
    todo: list[tuple[float, int, int]] = field(default_factory=list)


def log(centre: Centre, seed: int) -> list[Call]:
    """The centre's calls in order of arrival."""
    floor = _floor(centre, np.random.default_rng(seed))
    for day in range(centre.days):
        _day(floor, day)
    return [
        Call(queue=f"q{int(q)}", priority=p, arrived=round(a), answered=None if math.isnan(s) else round(s), ended=round(e),
             agent="" if agent < 0 else f"a{int(agent)}")
        for q, p, a, s, e, agent in floor.calls
    ]  # fmt: skip


def _floor(centre: Centre, chance: np.random.Generator) -> _Floor:
    popular = chance.dirichlet(np.full(centre.queues, 1.5))
    skills = [
        sorted(chance.choice(centre.queues, min(centre.skills, centre.queues), replace=False, p=popular).tolist())
        for _ in range(centre.agents)
    ]
    for queue in range(centre.queues):  # nobody waits for an agent who does not exist
        skills[queue % centre.agents] = sorted({*skills[queue % centre.agents], queue})
    pace = np.exp(chance.normal(0.0, 0.2, centre.agents)).tolist()
    length = (centre.aht * np.exp(chance.normal(0.0, 0.3, centre.queues))).tolist()
    return _Floor(centre, chance, skills, pace, length, [[] for _ in range(centre.queues)], until=[0.0] * centre.agents)


def _day(floor: _Floor, day: int) -> None:
    """One day from opening until the last call is over."""
    midnight = day * DAY
    _shifts(floor, midnight)
    _arrivals(floor, midnight)
    while floor.todo:
        at, what, who = heappop(floor.todo)
        if what == COME:
            _come(floor, who, at)
        elif what == GIVE_UP:
            _give_up(floor, who, at)
        else:
            _free(floor, who, at)
    for line in floor.lines:
        for call in line:
            floor.calls[call][4] = midnight + CLOSES + 1800.0
        line.clear()
    floor.idle.clear()


def _shifts(floor: _Floor, midnight: float) -> None:
    for agent in range(floor.centre.agents):
        if floor.chance.random() < 0.1:
            continue  # not in today
        begins = OPENS + floor.chance.choice([0.0, 0.0, 1800.0, 3600.0, 10800.0])
        floor.until[agent] = midnight + min(CLOSES + 900.0, begins + floor.chance.uniform(7.0, 10.0) * 3600.0)
        heappush(floor.todo, (midnight + begins, BEGIN, agent))


def _arrivals(floor: _Floor, midnight: float) -> None:
    """A day of calls: two humps, a random level, sometimes a burst in one queue."""
    centre, chance = floor.centre, floor.chance
    hours = np.arange(OPENS, CLOSES, 300.0)
    humps = (
        0.4 + np.exp(-(((hours / 3600.0 - 10.5) / 1.8) ** 2)) + 0.7 * np.exp(-(((hours / 3600.0 - 15.0) / 2.0) ** 2))
    )
    staff = 0.52 * centre.agents * centre.load * chance.lognormal(0.0, 0.12)
    share = np.array([sum(queue in skills for skills in floor.skills) for queue in range(centre.queues)], dtype=float)
    share = share / share.sum()
    for queue in range(centre.queues):
        rate = staff * share[queue] / (floor.length[queue] + centre.wrap) * humps / humps.mean()
        if chance.random() < centre.bursts / centre.queues:
            begin = int(chance.integers(0, len(hours) - 6))
            rate[begin : begin + 6] *= 4.0
        for start, mean in zip(hours, rate * 300.0, strict=True):
            for offset in np.sort(chance.uniform(0.0, 300.0, chance.poisson(mean))):
                priority = float(chance.choice(len(centre.priorities), p=centre.priorities))
                floor.calls.append([queue, priority, midnight + start + offset, math.nan, math.nan, -1])
                heappush(floor.todo, (midnight + start + offset, COME, len(floor.calls) - 1))


def _come(floor: _Floor, call: int, at: float) -> None:
    queue = int(floor.calls[call][0])
    able = [(since, agent) for agent, since in floor.idle.items() if queue in floor.skills[agent]]
    if able:
        agent = min(able)[1]
        del floor.idle[agent]
        _serve(floor, call, agent, at)
        return
    floor.lines[queue].append(call)
    heappush(floor.todo, (at + floor.chance.exponential(floor.centre.patience), GIVE_UP, call))


def _give_up(floor: _Floor, call: int, at: float) -> None:
    line = floor.lines[int(floor.calls[call][0])]
    if call in line:
        line.remove(call)
        floor.calls[call][4] = at


def _free(floor: _Floor, agent: int, at: float) -> None:
    """An agent begins work or ends a call: takes who is next, rests, or goes home."""
    if at >= floor.until[agent]:
        return
    best, found = -math.inf, -1
    for queue in floor.skills[agent]:
        for call in floor.lines[queue]:
            _, priority, arrived, *_ = floor.calls[call]
            worth = at - arrived + priority * (floor.centre.head_start or 1e6)
            if worth > best:
                best, found = worth, call
    if found < 0:
        floor.idle[agent] = at
        return
    floor.lines[int(floor.calls[found][0])].remove(found)
    _serve(floor, found, agent, at)


def _serve(floor: _Floor, call: int, agent: int, at: float) -> None:
    row = floor.calls[call]
    took = max(5.0, floor.length[int(row[0])] * floor.pace[agent] * floor.chance.lognormal(-0.3, 0.8))
    row[3], row[4], row[5] = at, at + took, agent
    rest = floor.centre.wrap * floor.chance.exponential()
    if floor.chance.random() < floor.centre.break_after:
        rest += floor.chance.uniform(300.0, 1500.0)
    heappush(floor.todo, (at + took + rest, FREE, agent))
