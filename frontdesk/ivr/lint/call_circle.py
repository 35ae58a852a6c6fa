"""A flow that calls itself, straight or by way of others: the way back would never end."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Call
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW075"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    calls = [node for node in book.nodes() if isinstance(node, Call)]
    for call in calls:
        if call.flow in _below(call.to.flow, calls):
            yield call.to.at.issue(
                CODE, f"'{call.to.flow}' leads to a call of '{call.flow}' again; a flow can't call itself."
            )


def _below(flow: str, calls: list[Call]) -> set[str]:
    """The flow and every flow called from it."""
    seen: set[str] = set()
    todo = [flow]
    while todo:
        here = todo.pop()
        if here not in seen:
            seen.add(here)
            todo += [call.to.flow for call in calls if call.flow == here]
    return seen


RULE = Rule(code=CODE, title="A flow that calls itself", find=find, whole=True)
