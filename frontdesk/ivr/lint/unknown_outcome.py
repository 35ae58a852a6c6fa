"""A branch for an outcome the task never has."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.fields import meant
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import SOMETIME_FAILS, Action
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW031"


def find(book: FlowBook, tasks: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        if not isinstance(node, Action) or node.task not in tasks:
            continue
        known = (*tasks[node.task].outcomes, *SOMETIME_FAILS)
        for branch in node.on:
            if branch.name not in known:
                message = f"'{node.task}' never ends in '{branch.name}'; it ends in {', '.join(known)}."
                yield branch.name.at.issue(CODE, message, meant(branch.name, known))


RULE = Rule(code=CODE, title="An unknown outcome", find=find)
