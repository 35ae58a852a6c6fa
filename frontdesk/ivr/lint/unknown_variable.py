"""A prompt with a variable nobody can fill. Good: `{order_number:digits}`, a fact. Bad: `{ordernumber}`."""

from collections.abc import Iterator

from frontdesk.core.facts import FACTS
from frontdesk.core.issues import Issue
from frontdesk.core.turn import PRESS
from frontdesk.core.words import SYSTEM_PROMPTS
from frontdesk.ivr.fields import meant
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Menu
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW016"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    menus = (node for node in book.nodes() if isinstance(node, Menu))
    pressed = {option.press for menu in menus for option in menu.options if option.press}
    for locale in book.locales.values():
        for key, prompt in locale.prompts.items():
            known = SYSTEM_PROMPTS.get(key, (*FACTS, *SYSTEM_PROMPTS[PRESS]) if key in pressed else tuple(FACTS))
            for slot in prompt.slots:
                if slot.name not in known:
                    message = f"Prompt '{key}' has the variable '{slot.name}', which nobody fills in."
                    yield prompt.source.at.issue(CODE, message, meant(slot.name, known))


RULE = Rule(code=CODE, title="A variable nobody fills in", find=find)
