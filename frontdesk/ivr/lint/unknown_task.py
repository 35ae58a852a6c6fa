"""An action that runs a task nobody wrote."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.fields import meant
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Action
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW030"


def find(book: FlowBook, tasks: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        if isinstance(node, Action) and node.task not in tasks:
            message = f"There is no task '{node.task}'; there are {', '.join(tasks)}."
            yield node.task.at.issue(CODE, message, meant(node.task, tasks))


RULE = Rule(code=CODE, title="An unknown task", find=find)
