"""A prompt no language has. Good: a key of `prompts/`. Bad: `say: gretting`."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.fields import SLIP, meant
from frontdesk.ivr.graph import prompt_uses
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW011"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    known = {str(key) for locale in book.locales.values() for key in locale.prompts}
    for use in prompt_uses(book):
        if use.key not in known:
            there = f"under 'prompts:' in {files(book)}"
            message = f"No language has a prompt '{use.key}'; write it {there}."
            if " " in use.key:
                message = f"Here stands a prompt's name, as in 'menu.ask'; its words stand {there}."
            yield use.key.at.issue(CODE, message, meant(use.key, known, SLIP))


def files(book: FlowBook) -> str:
    """Where each language's prompts and words stand."""
    return " and ".join(locale.at.file for locale in book.locales.values())


RULE = Rule(code=CODE, title="A prompt no language has", find=find)
