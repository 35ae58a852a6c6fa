"""No way to a human: main.yml names no queue for `0`, or the customer is asked where no way leads to a handoff."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.graph import edges, reachable
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook, Handoff
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW043"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    if book.human is None:
        yield book.flows["main"].at.issue(CODE, "main.yml needs 'human: <queue>', where 0 and three failures lead.")
    for node in book.nodes():
        if not any(edge.asked for edge in edges(node)):
            continue
        ways = (book.node(*place) for place in reachable(book, (node.target,)))
        if not any(isinstance(there, Handoff) for there in ways):
            yield node.name.at.issue(CODE, f"From '{node.name}' no way leads to a 'handoff'; nobody may be trapped.")


RULE = Rule(code=CODE, title="No way to a human", find=find, whole=True)
