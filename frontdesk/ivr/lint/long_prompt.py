"""A prompt that takes too long to say (a warning): callers forget its beginning, or hang up. Estimated per language."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.core.words import TEXTED
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.seconds import spoken_s
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW080"
LONGEST_S = 15.0


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for locale in book.locales.values():
        for key, prompt in locale.prompts.items():
            seconds = spoken_s(prompt.source, locale.lang)
            if seconds > LONGEST_S and not key.startswith(TEXTED):
                message = (
                    f"Prompt '{key}' takes about {seconds:.0f} s to say; at most {LONGEST_S:.0f} s are listened to."
                )
                yield prompt.source.at.issue(CODE, message, level="warning")


RULE = Rule(code=CODE, title="A prompt that takes too long to say", find=find)
