"""A date or an amount taken without reading it back: keys and recognisers mistake them too easily."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Collect
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW064"
WANT = {"date": "a date", "money": "an amount"}


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        if isinstance(node, Collect) and node.form.kind in WANT and node.confirm is None:
            message = f"'{node.name}' takes {WANT[node.form.kind]}; give it 'confirm', to read it back."
            yield node.fact.at.issue(CODE, message)


RULE = Rule(code=CODE, title="A date or an amount that is not read back", find=find)
