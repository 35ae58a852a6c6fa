"""A fact set to what it can't be: a number into a date, anything into a secret, or into what only the customer agrees to."""

from collections.abc import Iterator

from frontdesk.core.facts import FACTS
from frontdesk.core.issues import Issue
from frontdesk.ivr.expression import TYPE_OF
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Call, Collect, Set
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW073"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        if isinstance(node, Collect) and node.fact in FACTS and FACTS[node.fact].purpose == "consent":
            yield _agreed_elsewhere(node.fact)
        values = node.values if isinstance(node, Set) else node.given if isinstance(node, Call) else {}
        for name, value in values.items():
            fact = FACTS.get(name)
            if fact is None:
                continue
            if fact.purpose == "consent":
                yield _agreed_elsewhere(name)
            elif fact.secret:
                yield name.at.issue(CODE, f"'{name}' is a secret; it is only ever collected, never set.")
            elif TYPE_OF[fact.form] != value.type:
                message = f"'{name}' is kept as {fact.form}; it can't be set to a {value.type}."
                yield value.source.at.issue(CODE, message)


def _agreed_elsewhere(fact: Marked) -> Issue:
    return fact.at.issue(CODE, f"'{fact}' is what the customer agreed to; only a 'consent' node asks that.")


RULE = Rule(code=CODE, title="A fact set to what it can't be", find=find)
