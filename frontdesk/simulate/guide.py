"""The way through the menus as a customer who listens finds it: which option leads nearest to what they want. Pure."""

from collections.abc import Callable
from functools import cache

from frontdesk.ivr.graph import edges
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Action, Handoff, Hangup, Menu, Node, Option, Talk, Target

PERSON, END, TALK = "person", "end", "talk"
GOALS = {"order_status": "order_status", "return_item": "start_return"}  # what menus call a need, and its task
FAR = 99


class Guide:
    """Answers for one book; what was found is kept."""

    def __init__(self, book: FlowBook) -> None:
        self._book = book
        self._distance: Callable[[str, str, str], int] = cache(self._measured)

    def option(self, menu: Menu, wish: str) -> Option | None:
        """The option for a need, a person, the bot or the end; None where no option leads there."""
        goal = GOALS.get(wish)
        named = next((o for o in menu.options if goal and o.goal == goal), None)
        if named is not None:
            return named
        ways = [(self._distance(o.goto.flow, o.goto.node, goal or wish), i) for i, o in enumerate(menu.options)]
        best = min(ways, default=(FAR, 0))
        return menu.options[best[1]] if best[0] < FAR else None

    def talks(self, menu: Menu) -> bool:
        """Whether free words are understood at this menu."""
        return menu.otherwise_talk or self.option(menu, TALK) is not None

    def _measured(self, flow: str, node: str, wish: str) -> int:
        """Steps from here to the nearest node that serves the wish; questions and tasks on the way count more."""
        todo, seen = [(0, flow, node)], {(flow, node)}
        while todo:
            steps, flow, name = todo.pop(0)
            here = self._book.node(flow, name)
            if here is None:
                continue
            if _serves(here, wish):
                return steps
            for target in _onward(here, wish):
                if (target.flow, target.node) not in seen:
                    seen.add((target.flow, target.node))
                    todo.append((steps + 1, target.flow, target.node))
        return FAR


def _serves(node: Node, wish: str) -> bool:
    match node:
        case Handoff():
            return wish == PERSON
        case Hangup():
            return wish == END
        case Talk():
            return wish == TALK
        case Action():
            return node.task == wish
        case _:
            return False


def _onward(node: Node, wish: str) -> tuple[Target, ...]:
    """Who wants the end or a person does not go through tasks or other questions than menus."""
    if wish in (PERSON, END, TALK) and isinstance(node, Action):
        return ()
    return tuple(edge.target for edge in edges(node))
