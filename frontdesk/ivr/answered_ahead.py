"""Who answers a read-back with what is asked next has said yes to it: four digits at an order's number are the phone's. Pure."""

from frontdesk.core.inputs import CustomerInput
from frontdesk.core.rooms import InMenu
from frontdesk.core.turn import Draft
from frontdesk.ivr.entry.reading import entered
from frontdesk.ivr.listen import keys_of, yes_or_no
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Collect
from frontdesk.ivr.walk import Walk


def answers_next(book: FlowBook, draft: Draft, node: Collect, room: InMenu, given: CustomerInput) -> Collect | None:
    """The next question, where nothing but a number was given that only it takes; None where it is passed by, too."""
    number = keys_of(given) or ""
    if room.pending is None or node.goto is None or len(number) <= 1 or not number.isdigit():
        return None
    following = book.node(node.goto.flow, node.goto.node)
    if not isinstance(following, Collect) or not following.form.is_digits or Walk(book, draft).passes(following):
        return None
    return following if _takes(book, draft, following, given) and not _takes(book, draft, node, given) else None


def _takes(book: FlowBook, draft: Draft, node: Collect, given: CustomerInput) -> bool:
    entry = entered(node.form, given, book.today(draft.at), lambda said: yes_or_no(book, said))
    return entry is not None and entry.sound
