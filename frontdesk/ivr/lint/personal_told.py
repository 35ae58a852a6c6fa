"""Personal data on its way into a log: a public fact set from a personal one, or a personal fact's value as a goal's name."""

import re
from collections.abc import Iterator

from frontdesk.core.facts import FACTS
from frontdesk.core.issues import Issue
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Call, Menu, Set
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW083"
_DIGITS = re.compile(r"\d{4,}")


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        values = node.values if isinstance(node, Set) else node.given if isinstance(node, Call) else {}
        for name, expression in values.items():
            told = sorted(fact for fact in expression.reads if _personal(fact)) if not _personal(name) else []
            if told and expression.type == "text":
                message = f"'{name}' may be written to logs, and would hold '{told[0]}', which is personal."
                yield expression.source.at.issue(CODE, message)
        for option in node.options if isinstance(node, Menu) else ():
            if option.goal is not None and _DIGITS.search(option.goal):
                yield option.goal.at.issue(CODE, "A goal is written to logs; name what is wanted, not whose it is.")


def _personal(fact: str) -> bool:
    known = FACTS.get(fact)
    return known is not None and known.sensitivity != "public"


RULE = Rule(code=CODE, title="Personal data on its way into a log", find=find)
