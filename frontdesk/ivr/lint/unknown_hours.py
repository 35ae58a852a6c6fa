"""Opening hours nobody wrote down."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.fields import meant
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import OpenHours
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW050"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        if isinstance(node, OpenHours) and node.hours not in book.hours:
            yield node.hours.at.issue(CODE, f"There are no hours '{node.hours}'.", meant(node.hours, book.hours))
    for queue in book.queues.values():
        if queue.hours is not None and queue.hours not in book.hours:
            yield queue.hours.at.issue(CODE, f"There are no hours '{queue.hours}'.", meant(queue.hours, book.hours))


RULE = Rule(code=CODE, title="Unknown opening hours", find=find)
