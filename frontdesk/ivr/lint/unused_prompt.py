"""A prompt nothing says (a warning): left over, or meant for a node that forgot it."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.core.words import SYSTEM_PROMPTS
from frontdesk.ivr.graph import prompt_uses
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW015"
DOORS = ("system.", "voice.", "texts.")  # said by rooms and doors, not by a node


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    used = {str(use.key) for use in prompt_uses(book)} | set(SYSTEM_PROMPTS)
    for locale in book.locales.values():
        for key in locale.prompts:
            if key not in used and not key.startswith(DOORS):
                yield key.at.issue(CODE, f"Nothing says the prompt '{key}'.", level="warning")


RULE = Rule(code=CODE, title="A prompt nothing says", find=find, whole=True)
