"""One language says a variable that another leaves out."""

from collections.abc import Iterator

from frontdesk.core.facts import FACTS
from frontdesk.core.issues import Issue
from frontdesk.core.words import SYSTEM_PROMPTS
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.phrase import Prompt
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW018"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for here in book.locales.values():
        for key, prompt in here.prompts.items():
            mine = _known(key, prompt)
            if len(mine) < len({slot.name for slot in prompt.slots}):
                continue  # a misspelt variable is another rule's
            for other in book.locales.values():
                theirs = _known(key, other.prompts[key]) if key in other.prompts else mine
                for name in sorted(theirs - mine):
                    message = f"Prompt '{key}' leaves out '{name}', which '{other.lang}' says."
                    yield prompt.source.at.issue(CODE, message)


def _known(key: str, prompt: Prompt) -> set[str]:
    return {slot.name for slot in prompt.slots} & set(SYSTEM_PROMPTS.get(key, FACTS))


RULE = Rule(code=CODE, title="Languages say different variables", find=find)
