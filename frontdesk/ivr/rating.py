"""Putting a survey question: its words, its scale as keys and buttons. Pure; reads no answer."""

from frontdesk.core.rooms import InMenu
from frontdesk.core.turn import Draft
from frontdesk.core.waits import Choice, ForCustomer
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Survey


def put_question(book: FlowBook, draft: Draft, node: Survey, room: InMenu) -> None:
    """Put the question."""
    draft.say_phrase(book, node.prompt, **draft.state.facts)
    draft.enter(room, wait_of(node))


def wait_of(node: Survey) -> ForCustomer:
    numbers = [str(n) for n in range(node.least, node.most + 1)]
    return ForCustomer(
        max_digits=len(numbers[-1]),
        choices=tuple(Choice(label=n, payload=n, key=n) for n in numbers),
        hints=tuple(numbers),
    )
