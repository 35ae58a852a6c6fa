"""A circle in which the customer is never asked: it would run, or talk, for ever."""

from collections.abc import Iterator, Mapping, Sequence

from frontdesk.core.issues import Issue
from frontdesk.ivr.graph import Spot, edges, spot
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tasks import Tasks

Ways = Mapping[Spot, Sequence[Spot]]
CODE = "FLOW042"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    told: set[Spot] = set()
    silent = {spot(node): [edge.spot for edge in edges(node, book) if not edge.asked] for node in book.nodes()}
    suspects = _on_circles(silent)
    for node in book.nodes():
        circle = _circle(silent, spot(node)) if spot(node) in suspects - told else ()
        if circle:
            told |= set(circle)
            way = " → ".join(name for _, name in (*circle, circle[0]))
            yield node.name.at.issue(CODE, f"The way {way} goes round without asking the customer anything.")


def _on_circles(silent: Ways) -> set[Spot]:
    """What is left when nodes without a silent way on are taken away, again and again."""
    left = {place: set(ways) for place, ways in silent.items()}
    into: dict[Spot, list[Spot]] = {}
    for place, ways in left.items():
        for there in ways:
            into.setdefault(there, []).append(place)
    ends = [place for place, ways in left.items() if not ways]
    while ends:
        end = ends.pop()
        del left[end]
        for before in into.get(end, []):
            left[before].discard(end)
            if not left[before]:
                ends.append(before)
    return set(left)


def _circle(silent: Ways, start: Spot) -> tuple[Spot, ...]:
    """A way from here back to here along which nobody is asked; the nodes on it, or none."""
    todo: list[tuple[Spot, ...]] = [(start,)]
    seen: set[Spot] = set()
    while todo:
        way = todo.pop()
        for there in silent.get(way[-1], ()):
            if there == start:
                return way
            if there not in seen:
                seen.add(there)
                todo.append((*way, there))
    return ()


RULE = Rule(code=CODE, title="A circle without the customer", find=find, whole=True)
