"""How far it is to a person from every place: when the customer asks for one, and when the customer is lost. Pure numbers."""

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf

from frontdesk.ivr.prove.explore import Place
from frontdesk.ivr.prove.moves import Move

Cost = Callable[[Move, float], float]


def inputs(move: Move, _: float) -> float:
    """What a way costs in inputs of the customer."""
    return 0.0 if move.do.machine else 1.0


def seconds(_: Move, seconds_: float) -> float:
    """What it costs in seconds."""
    return seconds_


def asking(places: Sequence[Place], cost: Cost) -> list[float]:
    """The least the customer needs who does the best for it, while machines and the clock do their worst; inf: no way."""
    picks = _picks(places, cost)
    missing = [len(ends) for _, ends in picks]
    worst = [0.0] * len(picks)
    into: list[list[tuple[int, float]]] = [[] for _ in places]
    for number, (_, ends) in enumerate(picks):
        for there, price in ends.items():
            into[there].append((number, price))
    best = [inf] * len(places)
    todo = [(0.0, here) for here, place in enumerate(places) if place.human]
    while todo:
        far, here = heapq.heappop(todo)
        if best[here] < inf:
            continue
        best[here] = far
        for number, price in into[here]:
            worst[number] = max(worst[number], far + price)
            missing[number] -= 1
            from_ = picks[number][0]
            if missing[number] == 0 and best[from_] == inf:
                heapq.heappush(todo, (worst[number], from_))
    return best


def _picks(places: Sequence[Place], cost: Cost) -> list[tuple[int, dict[int, float]]]:
    """Where one is, and the ends with their prices of which the world picks one: the customer picks the way, if asked."""
    picks: list[tuple[int, dict[int, float]]] = []
    for here, place in enumerate(places):
        ends: dict[int, float] = {}
        asked = place.asks_customer
        for way in place.ways:
            for there, s in way.ends:
                price = cost(way.move, s)
                if price > ends.get(there, -inf):
                    ends[there] = price
            if asked:
                picks.append((here, ends))
                ends = {}
        if ends:
            picks.append((here, ends))
    return picks


@dataclass(frozen=True, slots=True)
class Lost:
    """How long a customer who never gives an answer can be kept, from each place; `circle` if it is for ever."""

    seconds: list[float]
    circle: tuple[int, ...]


def lost(places: Sequence[Place], allowed: Callable[[Move], bool]) -> Lost:
    """The longest way through silences, misses and failing machines; places on a circle of these, if there is one."""
    far, state = [0.0] * len(places), bytearray(len(places))
    circle: tuple[int, ...] = ()
    for start in range(len(places)):
        todo = [(start, iter(_ends(places[start], allowed)))] if not state[start] else []
        state[start] = state[start] or 1
        while todo:
            here, ends = todo[-1]
            step = next(ends, None)
            if step is None:
                far[here] = max((far[there] + s for there, s in _ends(places[here], allowed)), default=0.0)
                state[here] = 2
                todo.pop()
            elif state[step[0]] == 0:
                state[step[0]] = 1
                todo.append((step[0], iter(_ends(places[step[0]], allowed))))
            elif state[step[0]] == 1 and not circle:
                way = [place for place, _ in todo]
                circle = tuple(way[way.index(step[0]) :])
    return Lost(far, circle)


def _ends(place: Place, allowed: Callable[[Move], bool]) -> list[tuple[int, float]]:
    return [] if place.human else [end for way in place.ways if way.exact and allowed(way.move) for end in way.ends]


def can_end(places: Sequence[Place]) -> list[bool]:
    """From which places some way leads to a person or to the end of the conversation."""
    into: dict[int, list[int]] = {}
    for here, place in enumerate(places):
        for way in place.ways:
            for there, _ in way.ends:
                into.setdefault(there, []).append(here)
    ends = [False] * len(places)
    todo = [here for here, place in enumerate(places) if place.human or place.over]
    while todo:
        here = todo.pop()
        if not ends[here]:
            ends[here] = True
            todo += into.get(here, [])
    return ends
