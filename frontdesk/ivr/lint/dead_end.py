"""A node without a way on. Good: `goto: menu`, or a `hangup`. Bad: a `say` after which nothing comes."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Callback, ChatLink, Collect, Consent, Message, Say, Set, Survey
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW041"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        if (
            isinstance(node, Say | Collect | Set | Callback | Message | ChatLink | Consent | Survey)
            and node.goto is None
        ):
            yield node.name.at.issue(CODE, f"After '{node.name}' nothing comes; give it a 'goto'.")


RULE = Rule(code=CODE, title="A dead end", find=find)
