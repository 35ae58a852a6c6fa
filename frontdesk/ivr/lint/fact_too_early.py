"""A fact used in an expression, or a message passed on, where it is not known on every way. Ask known(fact) first."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.expression import Expression
from frontdesk.ivr.graph import known_facts, spot
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.marks import Mark
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Call, Decide, Message, Node, Set
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW072"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    known = known_facts(book)
    for node in book.nodes():
        here = known.get(spot(node))
        if here is None:
            continue
        for name, at in sorted((name, at) for name, at in _reads(node) if name not in here):
            message = f"There is a way to '{node.name}' on which '{name}' isn't known; ask known({name}) first."
            yield at.issue(CODE, message)


def _reads(node: Node) -> Iterator[tuple[str, Mark]]:
    match node:
        case Message():
            yield "message", node.queue.at
        case Decide():
            yield from _of(node.test)
        case Set():
            yield from (read for value in node.values.values() for read in _of(value))
        case Call():
            yield from (read for value in node.given.values() for read in _of(value))
        case _:
            return


def _of(expression: Expression) -> Iterator[tuple[str, Mark]]:
    yield from ((name, expression.source.at) for name in expression.reads - expression.asks)


RULE = Rule(code=CODE, title="A fact used before it is known", find=find, whole=True)
