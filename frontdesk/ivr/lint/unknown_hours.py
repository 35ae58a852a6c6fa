"""Opening hours nobody wrote down."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.fields import meant
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import OpenHours, Say
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW050"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        named = node.hours if isinstance(node, OpenHours) else node.opens if isinstance(node, Say) else None
        yield from _unknown(book, named)
    for queue in book.queues.values():
        yield from _unknown(book, queue.hours)


def _unknown(book: FlowBook, named: Marked | None) -> Iterator[Issue]:
    if named is not None and named not in book.hours:
        yield named.at.issue(CODE, f"There are no hours '{named}'.", meant(named, book.hours))


RULE = Rule(code=CODE, title="Unknown opening hours", find=find)
