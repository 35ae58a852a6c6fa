"""The question by a message after the call: whom it goes to, and what counts as its answer."""

from dataclasses import replace

import pytest

from frontdesk.core.events import CustomerSpoke, SurveyAnswered, SurveyAsked
from frontdesk.core.inputs import SurveyDue, SurveyReplied
from frontdesk.core.rooms import Outside, State
from frontdesk.core.turn import Draft
from frontdesk.survey import step as survey
from tests.fakes.words import NamedWords

OVER = State(session="S-1", channel="voice", lang="en", started_at=0, room=Outside(over=True), textable=True)
DUE = SurveyDue(at=10.0, address="sms:x")


@pytest.mark.parametrize(
    ("question", "text", "score"),
    [
        ("ces2", "6", 6), ("ces2", " 7. ", 7), ("ces2", "5, it took ages", 5), ("ces2", "6/7", 6), ("ces2", "5 out of 7", 5),
        ("ces2", "six", 6), ("ces2", "六", 6), ("ces2", "6分，谢谢", 6), ("ces2", "I give it a 2", 2), ("ces2", "a 7!", 7),
        ("ces2", "8", None), ("ces2", "5 minutes late again", None), ("ces2", "where is order 10023", None), ("ces2", "", None),
        ("ces2", "I have two orders and no parcel", None), ("nps", "10", 10), ("nps", "0", 0), ("nps", "11", None),
        ("csat", "5", 5), ("csat", "6", None),
    ],
)  # fmt: skip
def test_what_answers_it(question: str, text: str, score: int | None) -> None:
    """A number on the scale, with or without a remark; what may be a fresh request is never swallowed."""
    asked = replace(OVER, asked_at=10.0, question=question)
    assert survey.answer_to(asked, text, 20.0) == score
    assert survey.answer_to(asked, text, 10.0 + survey.ANSWER_WITHIN_S + 1) is None
    assert survey.answer_to(OVER, text, 20.0) is None


@pytest.mark.parametrize(
    "state",
    [
        replace(OVER, surveyed=True),  # asked already, or spared: asked lately, or not of the share
        replace(OVER, textable=False),  # a withheld number, or one the house may not text
        replace(OVER, promises=1),  # somebody will call them back
        replace(OVER, room=Outside()),
        replace(OVER, channel="chat"),
    ],
)
def test_whom_it_never_goes_to(state: State) -> None:
    """Nothing is said and nothing changes."""
    draft = Draft(state, at=10.0)
    survey.ask_later(NamedWords(), draft, DUE)
    assert (draft.events, draft.state) == ([], state)


def test_it_is_asked_once_and_answered() -> None:
    """The answer comes to the address it was sent from; a second one takes the place of the first."""
    draft = Draft(replace(OVER, question="csat"), at=10.0)
    survey.ask_later(NamedWords(), draft, DUE)
    survey.ask_later(NamedWords(), draft, DUE)
    assert [e for e in draft.events if isinstance(e, SurveyAsked)] == [
        SurveyAsked(question="csat", house=True, by_text=True)
    ]
    assert (draft.state.address, draft.state.asked_at) == ("sms:x", 10.0)
    for score in (2, 4):
        survey.replied(NamedWords(), draft, SurveyReplied(at=20.0, score=score, text=f"{score}, slow"))
    assert [(e.score, e.most) for e in draft.events if isinstance(e, SurveyAnswered)] == [(2, 5), (4, 5)]
    assert [e.text for e in draft.events if isinstance(e, CustomerSpoke)] == ["2, slow", "4, slow"]
