"""A secret is never kept: collect it right before the action that takes it, with nobody asked in between."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.graph import SECRETS, edges, known_facts, spot
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import (
    Action,
    Branch,
    Collect,
    Decide,
    Node,
    OpenHours,
    Say,
    Set,
    Split,
)
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW036"


def find(book: FlowBook, tasks: Tasks) -> Iterator[Issue]:
    known = known_facts(book)
    for node in book.nodes():
        here = known.get(spot(node))
        if here is None:
            continue
        if isinstance(node, Action) and node.task in tasks:
            for name in sorted(set(tasks[node.task].needs) & SECRETS - here):
                message = f"'{node.task}' needs the secret '{name}', which is not collected right before on every way."
                yield node.task.at.issue(CODE, message)
        if isinstance(node, Collect) and node.fact in SECRETS and not _used(book, node, tasks):
            message = (
                f"The secret '{node.fact}' is forgotten before any action takes it; let '{node.name}' lead to one."
            )
            yield node.fact.at.issue(CODE, message)


def _used(book: FlowBook, collect: Collect, tasks: Tasks) -> bool:
    """Whether some way from here reaches an action that takes the secret before anybody else is asked."""
    seen: set[tuple[str, str]] = set()
    todo: list[Node | None] = [book.node(collect.goto.flow, collect.goto.node)] if collect.goto else []
    while todo:
        node = todo.pop()
        if node is None or spot(node) in seen:
            continue
        seen.add(spot(node))
        if isinstance(node, Action) and (node.task not in tasks or collect.fact in node.takes):
            return True
        if isinstance(node, Say | Branch | OpenHours | Set | Decide | Split):
            todo += [book.node(*edge.spot) for edge in edges(node)]
    return False


RULE = Rule(code=CODE, title="A secret that does not reach its action", find=find, whole=True)
