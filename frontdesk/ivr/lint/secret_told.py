"""A secret said aloud, read back, or handed to the bot."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.graph import SECRETS
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Collect
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW037"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for locale in book.locales.values():
        for key, prompt in locale.prompts.items():
            if any(slot.name in SECRETS for slot in prompt.slots):
                yield prompt.source.at.issue(CODE, f"Prompt '{key}' says a secret aloud.")
    for node in book.nodes():
        if not isinstance(node, Collect) or node.fact not in SECRETS:
            continue
        told = (node.confirm.prompt if node.confirm else None, node.known, node.otherwise_talk)
        for use in told:
            if use is not None:
                yield use.at.issue(CODE, f"'{node.name}' collects a secret; it can't be read back or go to the bot.")


RULE = Rule(code=CODE, title="A secret told", find=find)
