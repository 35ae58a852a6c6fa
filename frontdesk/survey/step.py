"""CES 2.0: "… made it easy for me to handle my issue", 1 (strongly disagree) to 7 (strongly agree). Pure."""

import re

from frontdesk.core.events import CustomerSilent, InputNotMatched, SurveyAnswered, SurveyAsked
from frontdesk.core.exits import Exit, ToEnd, ToHandoff, ToTalk
from frontdesk.core.given import given_text, spoke
from frontdesk.core.inputs import CustomerInput, NothingHeard, TextTyped
from frontdesk.core.rooms import InSurvey
from frontdesk.core.turn import Draft
from frontdesk.core.waits import Choice, ForCustomer
from frontdesk.core.words import Words

QUESTION = "ces2"
TRIES = 2
OPERATOR_KEY = "0"
_WORDS = {
    **{w: i for i, w in enumerate(("one", "two", "three", "four", "five", "six", "seven"), start=1)},
    **{w: i for i, w in enumerate("一二三四五六七", start=1)},
    "两": 2,
}  # fmt: skip
_HEARD_AS = {"to": 2, "too": 2, "for": 4, "won": 1}  # how recognisers write a lone number


def ask(words: Words, draft: Draft) -> None:
    """Put the question; once a session."""
    draft.change(surveyed=True)
    draft.emit(SurveyAsked(question=QUESTION))
    draft.say_phrase(words, "system.survey_ces2")
    draft.enter(InSurvey(question=QUESTION), _wait())


def score_in(text: str) -> int | None:
    """The score 1-7 in an answer: a digit, a number word in English or Chinese; None if none or several differ."""
    plain = text.strip().lower().translate(str.maketrans("１２３４５６７", "1234567"))
    digits = set(re.findall(r"\d+", plain))
    if digits:
        return int(digits.pop()) if digits <= set("1234567") and len(digits) == 1 else None
    tokens = re.findall(r"[a-z]+|[一二三四五六七两]", plain)
    if len(tokens) == 1 and tokens[0] in _HEARD_AS:
        return _HEARD_AS[tokens[0]]
    if len(tokens) > 5:
        return None
    found = {_WORDS[t] for t in tokens if t in _WORDS}
    return found.pop() if len(found) == 1 else None


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
