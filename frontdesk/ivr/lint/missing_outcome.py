"""An action without a branch for an outcome its task can have."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Action
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW032"


def find(book: FlowBook, tasks: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        if isinstance(node, Action) and node.task in tasks:
            for name in tasks[node.task].outcomes:
                if node.outcome(name) is None:
                    yield node.task.at.issue(CODE, f"'{node.name}' has no branch for '{name}' of '{node.task}'.")


RULE = Rule(code=CODE, title="An outcome without a branch", find=find)
