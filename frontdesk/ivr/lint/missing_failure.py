"""An action without a way on for a machine that is down (`failed`) or too slow (`late`)."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import SOMETIME_FAILS, Action
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW033"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        if isinstance(node, Action):
            for name in SOMETIME_FAILS:
                if node.outcome(name) is None:
                    yield node.task.at.issue(
                        CODE,
                        f"'{node.name}' has no branch '{name}', and machines fail; write '{name}: {{say: …, goto: …}}'.",
                    )


RULE = Rule(code=CODE, title="No way on when the machine fails", find=find)
