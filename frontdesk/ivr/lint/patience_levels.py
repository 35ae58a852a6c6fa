"""Silences and misses are answered as often as `tries` says (three), each time with other words; then a human is called."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Collect, Menu
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW045"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        if not isinstance(node, Menu | Collect):
            continue
        for what, said in (("silence", node.patience.silence), ("miss", node.patience.miss)):
            if len(said) != node.patience.tries:
                at = said[0].at if said else node.prompt.at
                yield at.issue(CODE, f"'{what}' needs words for each of {node.patience.tries} times, not {len(said)}.")
            elif len(set(said)) != len(said):
                yield said[0].at.issue(CODE, f"'{what}' says the same twice; each time needs its own words.")


RULE = Rule(code=CODE, title="Words for silences or misses are missing", find=find)
