"""An option that chooses a language nobody wrote prompts for, or a queue for one."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Menu
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW055"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for lang in _named(book):
        if lang not in book.locales:
            message = f"There are no prompts in '{lang}'; there are {', '.join(book.locales)}."
            yield lang.at.issue(CODE, message)


def _named(book: FlowBook) -> Iterator[Marked]:
    for node in book.nodes():
        yield from (option.lang for option in node.options if option.lang) if isinstance(node, Menu) else ()
    for queue in book.queues.values():
        yield from queue.languages


RULE = Rule(code=CODE, title="A language without prompts", find=find)
