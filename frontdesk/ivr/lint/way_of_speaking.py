"""A fact said in a way that is not its form's: money as digits, a date as it is written down."""

from collections.abc import Iterator

from frontdesk.core.facts import FACTS
from frontdesk.core.issues import Issue
from frontdesk.core.words import SYSTEM_PROMPTS
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW063"
WAYS = {
    "date": ("date",),
    "money": ("money",),
    "phone": ("phone", "digits"),
    "digits": ("digits", "phone", "text"),
    "text": ("text",),
    "yes_no": ("text",),
}


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for locale in book.locales.values():
        for key, prompt in locale.prompts.items():
            if key in SYSTEM_PROMPTS:
                continue
            for slot in prompt.slots:
                form = FACTS[slot.name].form if slot.name in FACTS else None
                if form is not None and slot.how not in WAYS[form]:
                    better = f"{{{slot.name}:{WAYS[form][0]}}}"
                    message = f"Prompt '{key}' says '{slot.name}' as {slot.how}, but it is kept as {form}."
                    yield prompt.source.at.issue(CODE, message, better)


RULE = Rule(code=CODE, title="A variable said in a way that is not its own", find=find)
