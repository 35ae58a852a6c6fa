"""No way to a human: main.yml names no queue for `0`, or the customer is asked where no way leads to a handoff."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.graph import Spot, edges, spot
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Handoff
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW043"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    if book.human is None:
        yield book.flows["main"].at.issue(CODE, "main.yml needs 'human: <queue>', where 0 and three failures lead.")
    saved = _with_a_way(book)
    for node in book.nodes():
        if any(edge.asked for edge in edges(node)) and spot(node) not in saved:
            yield node.name.at.issue(CODE, f"From '{node.name}' no way leads to a 'handoff'; nobody may be trapped.")


def _with_a_way(book: FlowBook) -> set[Spot]:
    """Every node from which some way leads to a handoff: searched backwards, once."""
    into: dict[Spot, list[Spot]] = {}
    for node in book.nodes():
        for edge in edges(node, book):
            into.setdefault(edge.spot, []).append(spot(node))
    todo = [spot(node) for node in book.nodes() if isinstance(node, Handoff)]
    seen: set[Spot] = set()
    while todo:
        here = todo.pop()
        if here not in seen:
            seen.add(here)
            todo += into.get(here, [])
    return seen


RULE = Rule(code=CODE, title="No way to a human", find=find, whole=True)
