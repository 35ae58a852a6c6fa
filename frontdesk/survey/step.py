"""CES 2.0: "… made it easy for me to handle my issue", 1 (strongly disagree) to 7 (strongly agree). Pure."""

import re

from frontdesk.core.events import CustomerSilent, InputNotMatched, SurveyAnswered, SurveyAsked
from frontdesk.core.exits import Exit, ToEnd, ToHandoff, ToTalk
from frontdesk.core.given import given_text, spoke
from frontdesk.core.inputs import CustomerInput, NothingHeard, TextTyped
from frontdesk.core.rooms import InSurvey
from frontdesk.core.scores import score_in
from frontdesk.core.turn import Draft
from frontdesk.core.waits import Choice, ForCustomer
from frontdesk.core.words import Words

QUESTION = "ces2"
TRIES = 2
OPERATOR_KEY = "0"


def ask(words: Words, draft: Draft) -> None:
    """Put the question; once a session."""
    draft.change(surveyed=True)
    draft.emit(SurveyAsked(question=QUESTION))
    draft.say_phrase(words, "system.survey_ces2")
    draft.enter(InSurvey(question=QUESTION), _wait())


def step(words: Words, draft: Draft, room: InSurvey, given: CustomerInput) -> Exit | None:
    """One answer. A fresh question on chat goes to the bot: nobody is kept in a survey."""
    text = given_text(given)
    if not isinstance(given, NothingHeard):
        draft.emit(spoke(given))
        score = score_in(text)
        if score is not None:
            draft.emit(SurveyAnswered(question=room.question, score=score))
            draft.say_phrase(words, "system.survey_thanks")
            return ToEnd()
        if text.strip() == OPERATOR_KEY:
            return ToHandoff(reason="asked")
        if isinstance(given, TextTyped) and not re.fullmatch(r"[\d\s.,]*", text):
            return ToTalk(text=text)
    return _again(words, draft, room, silent=isinstance(given, NothingHeard))


def _again(words: Words, draft: Draft, room: InSurvey, *, silent: bool) -> Exit | None:
    tries = room.tries + 1
    draft.emit(CustomerSilent(count=tries) if silent else InputNotMatched(count=tries))
    if tries >= TRIES:
        return ToEnd()
    draft.say_phrase(words, "system.survey_again")
    draft.enter(InSurvey(question=room.question, tries=tries), _wait())
    return None


def _wait() -> ForCustomer:
    choices = tuple(Choice(label=str(n), payload=str(n), key=str(n)) for n in range(1, 8))
    return ForCustomer(max_digits=1, timeout_s=6.0, choices=choices)
