"""A circle in which the customer is never asked: it would run, or talk, for ever."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.graph import Spot, edges, spot
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW042"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    told: set[Spot] = set()
    for node in book.nodes():
        circle = _circle(book, spot(node))
        if circle and not told & set(circle):
            told |= set(circle)
            way = " → ".join(name for _, name in (*circle, circle[0]))
            yield node.name.at.issue(CODE, f"The way {way} goes round without asking the customer anything.")


def _circle(book: FlowBook, start: Spot) -> tuple[Spot, ...]:
    """A way from here back to here along which nobody is asked; the nodes on it, or none."""
    todo: list[tuple[Spot, ...]] = [(start,)]
    seen: set[Spot] = set()
    while todo:
        way = todo.pop()
        node = book.node(*way[-1])
        for edge in edges(node) if node else ():
            if edge.asked:
                continue
            if edge.spot == start:
                return way
            if edge.spot not in seen:
                seen.add(edge.spot)
                todo.append((*way, edge.spot))
    return ()


RULE = Rule(code=CODE, title="A circle without the customer", find=find, whole=True)
