"""A node no way leads to."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.graph import entries, reachable, spot
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW040"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    seen = reachable(book, entries(book))
    for node in book.nodes():
        if spot(node) not in seen:
            yield node.name.at.issue(
                CODE, f"No way leads to '{node.name}' of '{node.flow}'; lead there by a 'goto', or take it out."
            )


RULE = Rule(code=CODE, title="A node no way leads to", find=find, whole=True)
