"""A queue that is not among `queues`, where a book lists them; or a `closed` way of a queue that keeps no hours."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.fields import meant
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Callback, Handoff, Message
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW076"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    if book.queues:
        for name in _named(book):
            if name not in book.queues:
                yield name.at.issue(CODE, f"There is no queue '{name}' under 'queues'.", meant(name, book.queues))
    for node in book.nodes():
        if isinstance(node, Handoff) and node.closed is not None:
            queue = book.queues.get(node.queue)
            if queue is None or queue.hours is None:
                message = f"'{node.queue}' keeps no hours, so it is never closed; write them under 'queues'."
                yield node.closed.at.issue(CODE, message)


def _named(book: FlowBook) -> Iterator[Marked]:
    if book.human is not None:
        yield book.human
    for queue in book.queues.values():
        yield from queue.overflow_to
    for node in book.nodes():
        if isinstance(node, Handoff | Callback | Message):
            yield node.queue


RULE = Rule(code=CODE, title="An unknown queue, or one without hours", find=find)
