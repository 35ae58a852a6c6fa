"""0 means a human everywhere; a menu may name it as an option only if it leads to one."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.graph import edges
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import (
    OPERATOR_KEY,
    Decide,
    Handoff,
    Menu,
    Node,
    OpenHours,
    Say,
    Set,
    Split,
    Target,
)
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW048"


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for node in book.nodes():
        for option in node.options if isinstance(node, Menu) and not node.manners.operator_off else ():
            if option.key == OPERATOR_KEY and not _leads_to_human(book, option.goto):
                yield option.key.at.issue(
                    CODE, f"0 leads to a human everywhere; give option 0 of '{node.name}' another key."
                )


def _leads_to_human(book: FlowBook, target: Target) -> bool:
    """Straight to a handoff, or by way of words and hours."""
    seen: set[tuple[str, str]] = set()
    todo: list[Node | None] = [book.node(target.flow, target.node)]
    while todo:
        node = todo.pop()
        if isinstance(node, Handoff):
            return True
        if isinstance(node, Say | OpenHours | Set | Decide | Split) and (node.flow, node.name) not in seen:
            seen.add((node.flow, node.name))
            todo += [book.node(*edge.spot) for edge in edges(node)]
    return False


RULE = Rule(code=CODE, title="0 used for something else", find=find, whole=True)
