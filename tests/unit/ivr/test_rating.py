"""A survey question in a flow: a number by key, word or button in both languages, twice at most, never a trap."""

from dataclasses import replace

import pytest

from frontdesk.conversation.step import step
from frontdesk.core.events import Event, SurveyAnswered, SurveyAsked
from frontdesk.core.inputs import (
    ChoicePicked,
    ContactStarted,
    CustomerInput,
    KeysPressed,
    NothingHeard,
    TextTyped,
    WordsSpoken,
)
from frontdesk.core.rooms import InMenu, InSurvey, InTalk, State, WithHuman
from frontdesk.core.scores import score_in
from frontdesk.core.waits import ForCustomer
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.prove.proof import prove

from .bench import AT, TASKS, read

MAIN = """
start: ask
human: service
patience: {silence: [silence.first, silence.second, silence.third], miss: [miss.first, miss.second, miss.third]}
nodes:
  ask: {survey: QUESTION, prompt: ask.q, again: ask.again, scale: SCALE, thanks: ask.thanks, goto: next}
  next:
    menu: menu.ask
    options:
      - {key: 1, label: menu.bye, goto: bye}
      - {key: 0, label: menu.person, words: operator, goto: person}
  person: {handoff: service}
  bye: {hangup: true}
"""
PROMPTS = """
language: LANG
words: {operator: [operator, 人工], "yes": ["yes"], "no": ["no"], repeat: [repeat]}
prompts:
  ask.q: How was it?
  ask.again: A number, please.
  ask.thanks: Thanks.
  menu.ask: What else?
  menu.bye: nothing
  menu.person: a person
  silence.first: Hello?
  silence.second: Hello, hello?
  silence.third: A person, then.
  miss.first: Sorry?
  miss.second: Sorry again?
  miss.third: A person, then.
"""


def book(question: str = "csat", scale: str = "1-5") -> FlowBook:
    prompts = {f"prompts__{lang}": PROMPTS.replace("LANG", lang) for lang in ("en", "zh")}
    loaded = read(main=MAIN.replace("QUESTION", question).replace("SCALE", scale), **prompts)
    assert loaded.usable, [str(issue) for issue in loaded.issues]
    return loaded.book


def opened(flows: FlowBook) -> State:
    state = State(session="S-1", channel="voice", lang="en", started_at=AT)
    return step(flows, state, ContactStarted(at=AT, channel="voice", lang="en")).state


def after(flows: FlowBook, *given: CustomerInput) -> tuple[State, list[Event]]:
    state, events = opened(flows), list[Event]()
    for one in given:
        turn = step(flows, state, one)
        state, events = turn.state, [*events, *turn.events]
    return state, events


@pytest.mark.parametrize(
    "given",
    [
        KeysPressed(at=AT, digits="4"), WordsSpoken(at=AT, text="I would give it a four"), WordsSpoken(at=AT, text="四分"),
        ChoicePicked(at=AT, payload="4", title="4"), TextTyped(at=AT, text="４"),
    ],
)  # fmt: skip
def test_a_number_however_it_is_given(given: CustomerInput) -> None:
    """It is kept under the question's name, and the flow goes on."""
    state, events = after(book(), given)
    assert [e for e in events if isinstance(e, SurveyAnswered)] == [
        SurveyAnswered(question="csat", score=4, most=5, house=False)
    ]
    assert isinstance(state.room, InMenu)
    assert state.room.node == "next"


def test_two_failures_and_on() -> None:
    """Silence and words that are no number: asked once more, then the flow goes on without an answer."""
    state, events = after(book(), NothingHeard(at=AT), WordsSpoken(at=AT, text="hmm"))
    assert isinstance(state.room, InMenu)
    assert state.room.node == "next"
    assert not any(isinstance(e, SurveyAnswered) for e in events)


@pytest.mark.parametrize("given", [KeysPressed(at=AT, digits="0"), WordsSpoken(at=AT, text="operator")])
def test_a_person_can_be_had(given: CustomerInput) -> None:
    """0 and the word."""
    assert isinstance(after(book(), given)[0].room, WithHuman)


def test_on_a_scale_from_zero_the_key_is_an_answer() -> None:
    """The likelihood to recommend; ten is two keys."""
    flows = book("nps", "0-10")
    pressed = [after(flows, KeysPressed(at=AT, digits=keys))[1] for keys in ("0", "10")]
    scores = [event.score for events in pressed for event in events if isinstance(event, SurveyAnswered)]
    assert scores == [0, 10]
    wait = opened(flows).wait
    assert isinstance(wait, ForCustomer)
    assert (wait.max_digits, len(wait.choices)) == (2, 11)


def test_a_new_request_on_chat_is_not_kept_waiting() -> None:
    """It goes to the bot, and comes back behind the question."""
    state = replace(opened(book()), channel="chat")
    turn = step(book(), state, TextTyped(at=AT, text="and where is my other parcel"))
    assert isinstance(turn.state.room, InTalk)
    assert turn.state.room.back_node == "next"


def test_the_effort_question_is_asked_once() -> None:
    """In a place of the owner's own it is not asked again at the end; another question leaves it where it was."""
    bye = KeysPressed(at=AT, digits="1")
    state, events = after(book("ces2", "1-7"), KeysPressed(at=AT, digits="6"), bye)
    assert state.over
    assert not any(isinstance(event, SurveyAsked) for event in events)
    state, events = after(book(), KeysPressed(at=AT, digits="5"), bye)
    assert isinstance(state.room, InSurvey)
    assert [event.question for event in events if isinstance(event, SurveyAsked)] == ["ces2"]


@pytest.mark.parametrize(
    ("question", "scale"),
    [("csat", "1-11"), ("csat", "2-5"), ("ces2", "1-5"), ("csat", "0-10"), ("Me!", "1-5")],
)
def test_a_question_that_cannot_be_asked_is_told(question: str, scale: str) -> None:
    """A scale nobody can answer, an effort question on another scale, a name that is none."""
    loaded = read(main=MAIN.replace("QUESTION", f'"{question}"').replace("SCALE", f'"{scale}"'))
    assert "FLOW006" in {issue.code for issue in loaded.issues}


@pytest.mark.parametrize(("question", "scale"), [("csat", "1-5"), ("nps", "0-10")])
def test_nobody_is_trapped(question: str, scale: str) -> None:
    """The proof goes through survey questions as through all others."""
    proof = prove(book(question, scale), TASKS, step)
    assert proof.ok, str(proof)


@pytest.mark.parametrize(
    ("text", "score"), [("10", 10), ("ten", 10), ("十分", 10), ("0", 0), ("零", 0), ("11", None), ("7 or 8", None)]
)
def test_scores_up_to_ten(text: str, score: int | None) -> None:
    """Both languages."""
    assert score_in(text, 0, 10) == score
