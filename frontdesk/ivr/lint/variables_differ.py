"""One language says a variable that another leaves out."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW018"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for here in book.locales.values():
        for key, prompt in here.prompts.items():
            mine = {slot.name for slot in prompt.slots}
            for other in book.locales.values():
                theirs = {slot.name for slot in other.prompts[key].slots} if key in other.prompts else mine
                for name in sorted(theirs - mine):
                    message = f"Prompt '{key}' leaves out '{name}', which '{other.lang}' says."
                    yield prompt.source.at.issue(CODE, message)


RULE = Rule(code=CODE, title="Languages say different variables", find=find)
