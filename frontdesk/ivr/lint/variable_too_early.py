"""A prompt that speaks a fact which is not known there on every way. Collect it first, or say something else."""

from collections.abc import Iterator

from frontdesk.core.facts import FACTS
from frontdesk.core.issues import Issue
from frontdesk.ivr.graph import known_facts, prompt_uses, spot
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW017"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    known = known_facts(book)
    for use in prompt_uses(book):
        here = known.get(spot(use.node))
        if here is None:
            continue
        wanted = {
            slot.name for locale in book.locales.values() if use.key in locale.prompts
            for slot in locale.prompts[use.key].slots
        }  # fmt: skip
        for name in sorted(wanted & set(FACTS) - here - {use.has}):
            message = f"'{use.key}' says '{name}', but there is a way to '{use.node.name}' on which it isn't known."
            yield use.key.at.issue(CODE, message)


RULE = Rule(code=CODE, title="A variable said before it is known", find=find, whole=True)
