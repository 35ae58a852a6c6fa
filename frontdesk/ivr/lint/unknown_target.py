"""A goto that leads nowhere. Good: `goto: menu`. Bad: `goto: mneu`."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.fields import meant
from frontdesk.ivr.graph import targets
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW010"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for target in targets(book):
        if not target.node:
            continue
        flow = book.flows.get(target.flow)
        if flow is None:
            near = meant(target.flow, book.flows)
            yield target.at.issue(CODE, f"There is no flow '{target.flow}'.", near and f"{near}.{target.node}")
        elif target.node not in flow.nodes:
            message = f"There is no node '{target.node}' in the flow '{target.flow}'."
            yield target.at.issue(CODE, message, meant(target.node, flow.nodes))


RULE = Rule(code=CODE, title="A goto leads nowhere", find=find)
