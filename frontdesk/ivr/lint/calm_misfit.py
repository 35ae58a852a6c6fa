"""Patience for a language nobody wrote prompts for, or more tries than a question has words for."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.fields import meant
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Collect, Menu
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW077"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for lang in book.calms.langs:
        if lang not in book.locales:
            yield lang.at.issue(CODE, f"There are no prompts in '{lang}'.", meant(lang, book.locales))
    fewest = min((n.patience.tries for n in book.nodes() if isinstance(n, Menu | Collect)), default=None)
    named = [*book.calms.langs.items(), *((region.name, region.calm) for region in book.calms.regions)]
    for name, calm in named:
        if calm.tries is not None and fewest is not None and calm.tries > fewest:
            message = f"'{name}' asks {calm.tries} times, but there is a question with words for {fewest} times only."
            yield name.at.issue(CODE, message)


RULE = Rule(code=CODE, title="Patience that fits no language or question", find=find)
