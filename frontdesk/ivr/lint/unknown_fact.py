"""A fact Frontdesk does not know. Facts are listed, with their purpose and sensitivity, in one place of the house."""

from collections.abc import Iterator

from frontdesk.core.facts import FACTS
from frontdesk.core.issues import Issue
from frontdesk.ivr.fields import meant
from frontdesk.ivr.graph import SPECIAL
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Branch, Call, Collect, Set
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW021"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        if isinstance(node, Collect):
            yield from _check(node.fact, ())
            yield from _check(node.among, ()) if node.among is not None else ()
        for name in node.values if isinstance(node, Set) else node.given if isinstance(node, Call) else ():
            yield from _check(name, ())
        if isinstance(node, Branch):
            yield from _check(node.fact, ())
        if node.skip is not None:
            yield from _check(node.skip.when, SPECIAL)


def _check(fact: Marked, besides: tuple[str, ...]) -> Iterator[Issue]:
    known = (*FACTS, *besides)
    if fact not in known:
        yield fact.at.issue(CODE, f"There is no fact '{fact}'; there are {', '.join(known)}.", meant(fact, known))


RULE = Rule(code=CODE, title="An unknown fact", find=find)
