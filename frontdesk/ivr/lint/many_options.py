"""More than five options (a warning): nobody remembers the first when the sixth is read. 0 does not count."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import OPERATOR_KEY, Menu
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW049"
MOST = 5


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        if isinstance(node, Menu):
            count = sum(option.key != OPERATOR_KEY for option in node.options)
            if count > MOST:
                message = f"'{node.name}' reads out {count} options; callers hold {MOST} in mind."
                yield node.prompt.at.issue(CODE, message, level="warning")


RULE = Rule(code=CODE, title="Too many options", find=find)
