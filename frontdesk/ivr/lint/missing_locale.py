"""A prompt or list of words that one language has and another lacks. Every key stands in every language."""

from collections.abc import Iterator, Mapping

from frontdesk.core.issues import Issue
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.locale import Locale
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW012"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for here in book.locales.values():
        for other in book.locales.values():
            if here is not other:
                yield from _lacking(here.prompts, other.prompts, "Prompt", other)
                yield from _lacking(here.words, other.words, "The word list", other)


def _lacking(
    here: Mapping[Marked, object], there: Mapping[Marked, object], what: str, other: Locale
) -> Iterator[Issue]:
    for key in here:
        if key not in there and not key.startswith("system."):
            message = f"{what} '{key}' of {key.at.file}, line {key.at.line}, is missing in '{other.lang}'."
            yield other.at.issue(CODE, message)


RULE = Rule(code=CODE, title="A prompt or word list missing in a language", find=find)
