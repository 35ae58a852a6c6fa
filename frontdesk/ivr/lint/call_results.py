"""A subflow called without a way on for each result it returns, a way on it never takes, or a return nobody waits for."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.fields import meant
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Call, Return
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW074"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    returned = {flow: {n.result for n in f.nodes.values() if isinstance(n, Return)} for flow, f in book.flows.items()}
    called = {node.to.flow for node in book.nodes() if isinstance(node, Call)}
    for node in book.nodes():
        if isinstance(node, Return) and node.flow not in called:
            yield node.result.at.issue(CODE, f"No node calls the flow '{node.flow}', so it can't return.")
        if not isinstance(node, Call):
            continue
        results = returned.get(node.to.flow, set())
        for result in sorted(results - set(node.on)):
            yield node.to.at.issue(CODE, f"'{node.to.flow}' may return '{result}'; say under 'on' where that leads.")
        for result in node.on:
            if result not in results:
                yield result.at.issue(CODE, f"'{node.to.flow}' never returns '{result}'.", meant(result, results))


RULE = Rule(code=CODE, title="A subflow's results and the ways on differ", find=find, whole=True)
