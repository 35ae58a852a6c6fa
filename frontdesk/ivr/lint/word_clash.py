"""Two options of a menu that are said with the same words."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.listen import plain
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Menu, Option
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW047"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        seen: dict[str, str] = {}
        for option in node.options if isinstance(node, Menu) else ():
            both = [word for word in sorted({plain(w) for w in _said(book, option)}) if word in seen]
            if both:
                said = ", ".join(f"'{word}'" for word in both)
                two = f"option {seen[both[0]]} and option {option.key} of '{node.name}'"
                message = f"{said} would mean {two} alike; take it from one of them."
                yield (option.words or option.label).at.issue(CODE, message)
            seen |= {plain(w): option.key for w in _said(book, option)}


def _said(book: FlowBook, option: Option) -> tuple[str, ...]:
    labels = (locale.prompts.get(option.label) for locale in book.locales.values())
    return (*(book.words(option.words) if option.words else ()), *(p.source for p in labels if p is not None))


RULE = Rule(code=CODE, title="Two options said with the same words", find=find)
