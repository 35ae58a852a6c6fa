"""The house's question after a contact: CES 2.0, CSAT or NPS, within the session or by a message after the call. Pure."""

import re

from actions.reading.courtesy import only_courtesy
from frontdesk.core.events import CustomerSilent, CustomerSpoke, InputNotMatched, SurveyAnswered, SurveyAsked
from frontdesk.core.exits import Exit, ToEnd, ToHandoff, ToTalk
from frontdesk.core.given import given_text, spoke
from frontdesk.core.inputs import CustomerInput, NothingHeard, SurveyDue, SurveyReplied, TextTyped, WordsSpoken
from frontdesk.core.questions import EFFORT, QUESTIONS
from frontdesk.core.rooms import InSurvey, State
from frontdesk.core.scores import declines, score_in
from frontdesk.core.turn import Draft
from frontdesk.core.waits import Choice, ForCustomer
from frontdesk.core.words import Words
from frontdesk.survey.fresh import fresh_request

TRIES = 2
OPERATOR_KEY = "0"
REPEAT_KEY = "*"  # says the question again, and is no wrong answer
ANSWER_WITHIN_S = 3 * 86400.0  # a number that comes later is no answer any more
_SCORED = re.compile(r"\D{0,12}(\d{1,2})\s*(?:(?:/|out of)\s*\d{1,2}|分)?\s*(?:[,.!;:，。！；：\n–—-].*)?", re.DOTALL)


def ask(words: Words, draft: Draft) -> None:
    """Put the question; once a session."""
    question = draft.state.question
    draft.change(surveyed=True)
    draft.emit(SurveyAsked(question=question, house=True))
    again(words, draft, InSurvey(question=question))


def again(words: Words, draft: Draft, room: InSurvey) -> None:
    """Put the question, as often as is needed to hear it."""
    draft.say_phrase(words, f"system.survey_{room.question}")
    draft.enter(room, _wait(room.question))


def step(words: Words, draft: Draft, room: InSurvey, given: CustomerInput) -> Exit | None:
    """One answer. A fresh request goes to the bot: nobody is kept in a survey."""
    text, scale = given_text(given), QUESTIONS[room.question]
    if not isinstance(given, NothingHeard):
        draft.emit(spoke(given))
        score = score_in(text.removesuffix("#"), scale.least, scale.most)
        if score is not None:
            _answered(words, draft, room.question, score)
            return ToEnd()
        if text.strip() == OPERATOR_KEY:
            return ToHandoff(reason="asked")
        if declines(text):
            return ToEnd()
        if text.strip() == REPEAT_KEY:
            again(words, draft, room)
            return None
        if _begins_anew(given, text):
            return ToTalk(text=text)
    return _again(words, draft, room, silent=isinstance(given, NothingHeard))


def _begins_anew(given: CustomerInput, text: str) -> bool:
    """Whether it is no try to answer. What is typed hardly ever is; what was heard may be a number that a recogniser missed."""
    if isinstance(given, TextTyped):
        return not re.fullmatch(r"[\d\s.,]*", text) and not only_courtesy(text)
    return isinstance(given, WordsSpoken) and fresh_request(text)


def ask_later(words: Words, draft: Draft, given: SurveyDue) -> None:
    """Put the question by a message, to a call that is over and was not asked; the answer comes to `given.address`."""
    if not may_ask_later(draft.state):
        return
    question = draft.state.question
    draft.change(surveyed=True, asked_at=given.at, address=given.address)
    draft.emit(SurveyAsked(question=question, house=True, by_text=True))
    draft.say_phrase(words, f"system.survey_text_{question}")


def may_ask_later(state: State) -> bool:
    """Only a caller whose number may be texted, whom nobody asked and nobody will call back."""
    waiting = any(ticket.open for ticket in state.all_tickets)
    return (
        state.channel == "voice" and state.over and state.textable and not (state.surveyed or state.promises or waiting)
    )


def replied(words: Words, draft: Draft, given: SurveyReplied) -> None:
    """The answer to the message; a second one takes its place."""
    draft.emit(CustomerSpoke(text=given.text, via="text"))
    _answered(words, draft, draft.state.question, given.score)


def answer_to(state: State, text: str, at: float) -> int | None:
    """The score in a text message that answers the question put by one. Anything that may be a fresh request is none."""
    if not state.asked_at or at - state.asked_at > ANSWER_WITHIN_S:
        return None
    scale, plain = QUESTIONS[state.question], text.strip()
    found = _SCORED.fullmatch(plain)
    if found is not None:
        return score_in(found.group(1), scale.least, scale.most)
    return score_in(plain, scale.least, scale.most) if len(plain) <= 12 and not re.search(r"\d", plain) else None


def _answered(words: Words, draft: Draft, question: str, score: int) -> None:
    draft.emit(SurveyAnswered(question=question, score=score, most=QUESTIONS[question].most, house=True))
    draft.say_phrase(words, "system.survey_thanks")


def _again(words: Words, draft: Draft, room: InSurvey, *, silent: bool) -> Exit | None:
    tries = room.tries + 1
    draft.emit(CustomerSilent(count=tries) if silent else InputNotMatched(count=tries))
    if tries >= TRIES:
        return ToEnd()
    draft.say_phrase(words, "system.survey_again" + ("" if room.question == EFFORT else f"_{room.question}"))
    draft.enter(InSurvey(question=room.question, tries=tries), _wait(room.question))
    return None


def _wait(question: str) -> ForCustomer:
    scale = QUESTIONS[question]
    numbers = [str(n) for n in range(scale.least, scale.most + 1)]
    choices = tuple(Choice(label=n, payload=n, key=n) for n in numbers)
    return ForCustomer(max_digits=len(numbers[-1]), timeout_s=6.0, choices=choices)
