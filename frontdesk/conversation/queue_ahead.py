"""Of the queue, at a menu or with the bot: how long it is, which is told there before the question is put once more; a call
back or a message instead of it. Pure."""

from frontdesk.core.exits import ToHandoff
from frontdesk.core.given import aside, spoke
from frontdesk.core.inputs import CustomerInput, MachineFailed, MachineInput, MachineReplied, TextTyped, WordsSpoken
from frontdesk.core.rooms import InMenu, InTalk
from frontdesk.core.turn import Draft
from frontdesk.core.waits import EstimateWait, ForCustomer, ForReply
from frontdesk.ivr.again import queue_of
from frontdesk.ivr.model import FlowBook
from handoff import ahead
from handoff.asked import asks_for_the_wait
from handoff.asked import way_wished as asked_for_way


def asked(book: FlowBook, draft: Draft, given: CustomerInput) -> bool:
    """Whether that is asked; then the desk is."""
    state = draft.state
    here = isinstance(state.room, InMenu | InTalk) and isinstance(state.wait, ForCustomer)
    if not here or not isinstance(given, WordsSpoken | TextTyped) or not asks_for_the_wait(given.text):
        return False
    draft.emit(aside(given))
    ahead.ask(draft, queue_of(book))
    return True


def way_wished(book: FlowBook, draft: Draft, given: CustomerInput) -> ToHandoff | None:
    """Whether a call back is asked for, or to leave a message: then to the queue, and there that way at once."""
    state = draft.state
    here = isinstance(state.room, InMenu | InTalk) and isinstance(state.wait, ForCustomer) and not state.wait.secret
    if not here or not isinstance(given, WordsSpoken | TextTyped):
        return None
    wish = asked_for_way(given.text)
    if wish is None:
        return None
    draft.emit(spoke(given))
    return ToHandoff(reason="asked", queue=queue_of(book), wish=wish)


def answered(book: FlowBook, draft: Draft, given: CustomerInput | MachineInput) -> bool:
    """Whether the desk has answered, or did not; then it was told."""
    room, wait = draft.state.room, draft.state.wait
    estimated = isinstance(wait, ForReply) and isinstance(wait.request, EstimateWait)
    if not (isinstance(room, InMenu | InTalk) and estimated and isinstance(given, MachineReplied | MachineFailed)):
        return False
    ahead.answered(book, draft, queue_of(book), given)
    return True
