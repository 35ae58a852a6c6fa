"""A fact collected in a form that is not its own: an amount into a date."""

from collections.abc import Iterator

from frontdesk.core.facts import FACTS
from frontdesk.core.issues import Issue
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Collect
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW062"
FORMS = {
    "digits": ("digits", "phone", "text"),
    "order_number": ("digits", "text"),
    "date": ("date",),
    "money": ("money",),
    "yes_no": ("yes_no",),
    "text": ("text",),
}


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        if isinstance(node, Collect) and node.fact in FACTS:
            form = FACTS[node.fact].form
            if form not in FORMS[node.form.kind]:
                message = f"'{node.fact}' is kept as {form}; it can't be collected 'as: {node.form.kind}'."
                yield node.fact.at.issue(CODE, message)


RULE = Rule(code=CODE, title="A fact collected in another form than its own", find=find)
