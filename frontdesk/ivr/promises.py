"""Promises to the customer: a call back, an answer to a message. Told as events; the number and the words stay in the state."""

from frontdesk.core.events import CallbackPromised, MessageLeft
from frontdesk.core.ids import SessionId, promise_id
from frontdesk.core.turn import Draft
from frontdesk.ivr.nodes import Callback, Message


def promised_call(draft: Draft, node: Callback) -> bool:
    """Promise a call to the caller's number; no promise where there is no number to call."""
    if not draft.state.caller:
        return False
    due = draft.at + node.within_s
    draft.emit(CallbackPromised(promise=_next(draft), queue=str(node.queue), lang=draft.state.lang, due_at=due))
    return True


def message_left(draft: Draft, node: Message) -> None:
    """Pass on the fact `message`."""
    due = draft.at + node.within_s
    draft.emit(MessageLeft(promise=_next(draft), queue=str(node.queue), lang=draft.state.lang, due_at=due))


def _next(draft: Draft) -> str:
    count = draft.state.promises + 1
    draft.change(promises=count)
    return promise_id(SessionId(draft.state.session), count)
