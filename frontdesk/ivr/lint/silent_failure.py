"""A `failed` or `late` branch that says nothing. The task has no words then; the customer must still hear why."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import SOMETIME_FAILS, Action
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW035"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        for branch in node.on if isinstance(node, Action) else ():
            if branch.name in SOMETIME_FAILS and branch.say is None:
                yield branch.name.at.issue(CODE, f"Branch '{branch.name}' of '{node.name}' needs 'say'.")


RULE = Rule(code=CODE, title="A failure that says nothing", find=find)
