"""An action without a deadline, or with one nobody on a phone would sit through."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Action
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW034"
LONGEST_S = 10.0
LONGEST_FILLED_S = 20.0  # while filler words are heard


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        if not isinstance(node, Action):
            continue
        if node.deadline_s is None:
            yield node.task.at.issue(CODE, f"'{node.name}' has no deadline; write 'deadline: 3' (seconds).")
        elif node.deadline_s > (longest := LONGEST_FILLED_S if node.filler else LONGEST_S):
            message = f"'{node.name}' may keep the customer waiting {node.deadline_s:g} s; at most {longest:g} s."
            yield node.task.at.issue(CODE, message)


RULE = Rule(code=CODE, title="No deadline, or too long a one", find=find)
