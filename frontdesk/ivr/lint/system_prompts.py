"""A prompt the house itself needs is missing, in a language that has others."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.core.words import SYSTEM_PROMPTS
from frontdesk.ivr.fields import meant
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW014"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for locale in book.locales.values():
        for key in SYSTEM_PROMPTS:
            if Marked(key) not in locale.prompts:
                yield locale.at.issue(CODE, f"'{locale.lang}' has no prompt '{key}', which the house itself says.")
        for key in locale.prompts:
            if key.startswith("system.") and key not in SYSTEM_PROMPTS:
                yield key.at.issue(CODE, f"The house never says '{key}'.", meant(key, SYSTEM_PROMPTS))


RULE = Rule(code=CODE, title="A prompt of the house is missing or misspelt", find=find)
