"""A survey question within a flow: one number on a scale, asked twice at most. Nobody is kept in it. Pure."""

from frontdesk.core.events import CustomerSilent, InputNotMatched, SurveyAnswered
from frontdesk.core.evolve import replace
from frontdesk.core.exits import Exit, ToHandoff, ToTalk
from frontdesk.core.given import given_text, spoke
from frontdesk.core.inputs import CustomerInput, NothingHeard, TextTyped
from frontdesk.core.rooms import InMenu
from frontdesk.core.scores import score_in
from frontdesk.core.turn import Draft
from frontdesk.ivr.again import queue_of
from frontdesk.ivr.listen import keys_of, wants_operator, wants_repeat
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import OPERATOR_KEY, Survey
from frontdesk.ivr.rating import put_question, wait_of
from frontdesk.ivr.walk import Walk

TRIES = 2


def answer(book: FlowBook, draft: Draft, node: Survey, room: InMenu, given: CustomerInput) -> Exit | None:
    """One answer; on with the flow after a score, or when none was given twice."""
    if isinstance(given, NothingHeard):
        return _again(book, draft, node, replace(room, silences=room.silences + 1))
    draft.emit(spoke(given))
    score = score_in(given_text(given).removesuffix("#"), node.least, node.most)
    if score is not None:
        own = node.question == draft.state.question
        draft.emit(SurveyAnswered(question=str(node.question), score=score, most=node.most, house=own))
        if node.thanks is not None:
            draft.say_phrase(book, node.thanks, **draft.state.facts)
        return Walk(book, draft).go(node.goto) if node.goto else None
    if keys_of(given) == OPERATOR_KEY or wants_operator(book, given):
        return ToHandoff(reason="asked", queue=queue_of(book))
    if wants_repeat(book, given):
        put_question(book, draft, node, room)
        return None
    if isinstance(given, TextTyped) and any(c.isalpha() for c in given.text):  # a fresh request: nobody is kept here
        return ToTalk(text=given.text, back_flow=node.goto.flow, back_node=node.goto.node) if node.goto else None
    return _again(book, draft, node, replace(room, misses=room.misses + 1))


def _again(book: FlowBook, draft: Draft, node: Survey, room: InMenu) -> Exit | None:
    tries = room.silences + room.misses
    draft.emit(CustomerSilent(count=tries) if room.silences else InputNotMatched(count=tries))
    if tries >= TRIES:
        return Walk(book, draft).go(node.goto) if node.goto else None
    draft.say_phrase(book, node.again, **draft.state.facts)
    draft.enter(room, wait_of(node))
    return None
