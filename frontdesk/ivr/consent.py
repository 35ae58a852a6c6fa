"""Telling a caller that the call is recorded, before it is. Pure; reads no answer."""

from frontdesk.core.rooms import InMenu
from frontdesk.core.turn import Draft
from frontdesk.core.waits import Choice, ForCustomer
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Consent

TIMEOUT_S = 3.0  # who has nothing against it waits no longer than this


def not_to_ask(draft: Draft) -> bool:
    """Where nothing is recorded, and where it was answered before."""
    state = draft.state
    return state.channel != "voice" or not state.recordable or "recording" in state.facts


def put_consent(book: FlowBook, draft: Draft, node: Consent) -> None:
    """Tell it, and leave a moment to say no."""
    draft.say_phrase(book, node.prompt, **draft.state.facts)
    wait = ForCustomer(
        timeout_s=TIMEOUT_S,
        max_digits=1,
        choices=(Choice(label=str(node.no), payload="no", key=str(node.no)),),
        hints=(*book.words_in("yes", draft.state.lang), *book.words_in("no", draft.state.lang)),
    )
    draft.enter(InMenu(flow=node.flow, node=str(node.name)), wait)
