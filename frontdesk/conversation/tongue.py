"""A change of language or of pace in the middle of it: heard in every room alike, then the question is put once more. Pure."""

from frontdesk.core.exits import Exit
from frontdesk.core.given import aside
from frontdesk.core.inputs import CustomerInput, TextTyped, WordsSpoken
from frontdesk.core.pace import asked_for
from frontdesk.core.recording import RECORDING_NAME
from frontdesk.core.rooms import InMenu, InSurvey, InTalk, Outside, WithHuman
from frontdesk.core.settling import now, settle, settle_speech
from frontdesk.core.turn import Draft
from frontdesk.core.waits import ForAgent, ForCustomer
from frontdesk.dialogue import step as dialogue
from frontdesk.ivr import step as menus
from frontdesk.ivr.listen import wants_operator, wants_pace
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tongues import asked_for as language_asked_for
from frontdesk.survey import step as survey
from handoff import step as human


def only_language(book: FlowBook, draft: Draft, given: CustomerInput) -> bool:
    """Settle the language that is asked for, or clearly spoken; True when nothing else is said. What is said to an
    agent, and a voice message that was recorded, is left alone.
    """
    wait = draft.state.wait
    spoken_to_agent = isinstance(wait, ForAgent) and wait.connected
    if not isinstance(given, WordsSpoken | TextTyped) or spoken_to_agent or RECORDING_NAME.search(given.text):
        return False
    lang = language_asked_for(book, given.text, now(draft))
    if lang is None:
        if isinstance(given, WordsSpoken):
            settle_speech(draft, given.text, book.locales)
        return False
    alone = isinstance(wait, ForCustomer | ForAgent) and not wants_operator(book, given)
    if alone:
        draft.emit(aside(given))
    settle(draft, lang, "asked")
    return alone


def only_pace(book: FlowBook, draft: Draft, given: CustomerInput) -> bool:
    """Speak more slowly or faster from now on, where a caller asks for that and nothing else."""
    wait = draft.state.wait
    listens = isinstance(wait, ForCustomer) or (isinstance(wait, ForAgent) and not wait.connected)
    wish = wants_pace(book, given) if listens else None
    if wish is None:
        return False
    draft.emit(aside(given))
    draft.change(pace=asked_for(wish, draft.state.pace))
    return True


def put_again(book: FlowBook, draft: Draft) -> Exit | None:
    """What was asked last, in the language and at the pace that hold now."""
    room = draft.state.room
    match room:
        case InMenu():
            return menus.again(book, draft, room)
        case InTalk():
            dialogue.again(book, draft, room)
        case WithHuman():
            human.again(book, draft, room)
        case InSurvey():
            survey.again(book, draft, room)
        case Outside():
            raise AssertionError("Nobody is asked anything when it is over.")
    return None
