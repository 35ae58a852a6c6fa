"""The notice of a recording must name the key for no. Good: "press 2" with `no: 2`. Bad: `no: 3`, and nobody can refuse."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Consent
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW056"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        if not isinstance(node, Consent):
            continue
        for lang, locale in book.locales.items():
            prompt = locale.prompts.get(node.prompt)
            if prompt is not None and str(node.no) not in prompt.source:
                message = f"'{node.prompt}' in {lang} does not tell to press {node.no}; callers could not say no."
                yield node.no.at.issue(CODE, message)


RULE = Rule(code=CODE, title="A recording nobody can refuse", find=find)
