"""An option that chooses a language nobody wrote prompts for."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook, Menu
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW055"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        for option in node.options if isinstance(node, Menu) else ():
            if option.lang is not None and option.lang not in book.locales:
                message = f"There are no prompts in '{option.lang}'; there are {', '.join(book.locales)}."
                yield option.lang.at.issue(CODE, message)


RULE = Rule(code=CODE, title="A language without prompts", find=find)
