"""What a caller says to being recorded. Only who heard it out, or says yes, agrees; asked once, nobody is kept by it. Pure."""

from frontdesk.core.exits import Exit, ToHandoff, ToTalk
from frontdesk.core.given import spoke
from frontdesk.core.inputs import CustomerInput, NothingHeard
from frontdesk.core.recording import RecordingAnswered
from frontdesk.core.turn import Draft
from frontdesk.ivr.again import queue_of
from frontdesk.ivr.consent import put_consent
from frontdesk.ivr.listen import keys_of, wants_operator, wants_repeat, words_of, yes_or_no
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import OPERATOR_KEY, Consent
from frontdesk.ivr.walk import Walk

YES = "1"


def consented(book: FlowBook, draft: Draft, node: Consent, given: CustomerInput) -> Exit | None:
    """The answer, or something else said meanwhile, which goes on as what it is."""
    if isinstance(given, NothingHeard):
        _answered(draft, RecordingAnswered(agreed=node.silence, how="silence"))
        return _on(book, draft, node)
    draft.emit(spoke(given))
    if wants_repeat(book, given):
        put_consent(book, draft, node)
        return None
    if keys_of(given) == OPERATOR_KEY or wants_operator(book, given):
        _answered(draft, RecordingAnswered(agreed=False, how="else"))
        return ToHandoff(reason="asked", queue=queue_of(book))
    answer = _answer(book, node, given)
    _answered(draft, RecordingAnswered(agreed=answer is True, how="else" if answer is None else "answer"))
    if answer is False and node.refused is not None:
        draft.say_phrase(book, node.refused, **draft.state.facts)
    if answer is None and any(c.isalpha() for c in words_of(given)) and node.goto:
        return ToTalk(text=words_of(given), back_flow=node.goto.flow, back_node=node.goto.node)
    return _on(book, draft, node)


def _answer(book: FlowBook, node: Consent, given: CustomerInput) -> bool | None:
    """By key, or in words; None when it was neither yes nor no."""
    keys = keys_of(given)
    if keys in (YES, node.no):
        return keys == YES
    return None if keys else yes_or_no(book, given)


def _answered(draft: Draft, event: RecordingAnswered) -> None:
    draft.emit(event)
    draft.learn({"recording": "yes" if event.agreed else "no"})


def _on(book: FlowBook, draft: Draft, node: Consent) -> Exit | None:
    return Walk(book, draft).go(node.goto) if node.goto else None
