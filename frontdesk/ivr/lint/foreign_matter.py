"""An address or a phone number in a prompt: those belong to settings, and change without the words changing."""

import re
from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW053"
_URL = re.compile(r"https?://|www\.|\b[\w-]+\.(com|cn|net|org|io)\b", re.I)
_PHONE = re.compile(r"\+?\d[\d\s().-]{6,}\d")


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for locale in book.locales.values():
        for key, prompt in locale.prompts.items():
            what = (
                "an address" if _URL.search(prompt.source) else "a phone number" if _PHONE.search(prompt.source) else ""
            )
            if what:
                yield prompt.source.at.issue(CODE, f"Prompt '{key}' holds {what}; flows hold words only.")


RULE = Rule(code=CODE, title="An address or phone number in a prompt", find=find)
