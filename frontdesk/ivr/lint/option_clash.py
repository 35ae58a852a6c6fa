"""Two options of a menu on one key, or an option on the key that leads back."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Menu
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW046"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        seen: dict[str, Marked] = {}
        for option in node.options if isinstance(node, Menu) else ():
            if option.key in seen:
                line = seen[option.key].at.line
                message = f"Key {option.key} of '{node.name}' is taken in line {line}; give one of them another key."
                yield option.key.at.issue(CODE, message)
            elif option.key == book.back_key:
                yield option.key.at.issue(CODE, f"Key {option.key} leads back, as main.yml says; take another.")
            seen.setdefault(option.key, option.key)


RULE = Rule(code=CODE, title="Two options on one key", find=find)
