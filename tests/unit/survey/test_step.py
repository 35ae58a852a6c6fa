"""The effort question: one answer 1-7, asked twice at most, never a trap."""

import pytest

from frontdesk.core.events import SurveyAnswered, SurveyAsked
from frontdesk.core.exits import ToEnd, ToHandoff, ToTalk
from frontdesk.core.inputs import ChoicePicked, KeysPressed, NothingHeard, TextTyped, WordsSpoken
from frontdesk.core.rooms import InSurvey, State
from frontdesk.core.scores import declines, score_in
from frontdesk.core.turn import Draft
from frontdesk.survey import step as survey
from tests.fakes.words import NamedWords

WORDS = NamedWords()


def asked() -> Draft:
    draft = Draft(State(session="S-1", channel="chat", lang="en", started_at=0))
    survey.ask(WORDS, draft)
    return Draft(draft.state)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("7", 7), (" 1 ", 1), ("５", 5), ("six", 6), ("I'd say six", 6), ("六", 6), ("六分", 6), ("两", 2),
        ("8", None), ("0", None), ("1 or 2", None), ("my order 10023 is late", None), ("", None), ("seventeen", None),
        ("to", 2), ("I want to talk", None), ("oh sorry one more thing", None),
        ("i have two questions", None), ("that one", None), ("等一下", None), ("还有一件事", None), ("我给五分吧", 5),
        ("seven it was really easy", 7), ("one", 1), ("一", 1), ("一分", 1),
    ],
)  # fmt: skip
def test_a_score_is_read_only_where_one_was_given(text: str, score: int | None) -> None:
    """Digits and number words in both languages; nothing is guessed."""
    assert score_in(text) == score


@pytest.mark.parametrize(
    "given",
    [
        KeysPressed(at=1, digits="6"),
        ChoicePicked(at=1, payload="6", title="6"),
        TextTyped(at=1, text="6"),
        WordsSpoken(at=1, text="six"),
    ],
)
def test_an_answer_by_any_way_ends_the_survey(given: object) -> None:
    """Keys, buttons, text and speech all count."""
    draft = asked()

    leaving = survey.step(WORDS, draft, InSurvey(question="ces2"), given)  # type: ignore[arg-type]

    assert leaving == ToEnd()
    assert SurveyAnswered(question="ces2", score=6, house=True) in draft.events


@pytest.mark.parametrize(("question", "keys", "score"), [("csat", "5", 5), ("nps", "0", 0), ("nps", "10#", 10)])
def test_another_question_has_its_own_scale(question: str, keys: str, score: int) -> None:
    """The house asks what its setting says; on 0 to 10 the nought is a score, and nobody's operator."""
    draft = Draft(State(session="S-1", channel="voice", lang="zh", started_at=0, question=question))  # type: ignore[arg-type]
    survey.ask(WORDS, draft)
    assert SurveyAsked(question=question, house=True) in draft.events
    room = draft.state.room
    assert isinstance(room, InSurvey)
    assert survey.step(WORDS, draft, room, KeysPressed(at=1, digits=keys)) == ToEnd()
    assert any(isinstance(e, SurveyAnswered) and (e.question, e.score) == (question, score) for e in draft.events)


@pytest.mark.parametrize(
    "text",
    [
        "no thanks",
        "Bye.",
        "skip it",
        "that's all thanks, bye",
        "thank you, goodbye",
        "不评了",
        "不想评",
        "再见",
        "算了",
        "谢谢，没了",
        "不用了谢谢",
    ],
)
def test_who_will_not_answer_is_not_asked_again(text: str) -> None:
    """A no is an answer, too: none is counted, and the goodbye follows."""
    draft = asked()

    assert survey.step(WORDS, draft, InSurvey(question="ces2"), WordsSpoken(at=1, text=text)) == ToEnd()
    assert not any(isinstance(event, SurveyAnswered) for event in draft.events)


@pytest.mark.parametrize("text", ["not easy at all", "no problem, seven", "thank you", "不满意", "谢谢", "没有问题"])
def test_a_no_to_the_sentence_is_none_to_the_question(text: str) -> None:
    """Only who declines the whole question is let go without a second one."""
    assert not declines(text)


def test_a_new_question_on_chat_leaves_the_survey() -> None:
    """Nobody is kept in a survey: a fresh request goes to the bot."""
    leaving = survey.step(WORDS, asked(), InSurvey(question="ces2"), TextTyped(at=1, text="where is order 10024?"))

    assert leaving == ToTalk(text="where is order 10024?")


@pytest.mark.parametrize(
    "text",
    [
        "oh sorry one more thing", "no wait", "i want to cancel one zero zero two five", "where is my parcel",
        "one zero zero two three", "哦等一下我还要退幺零零三二", "我要退货", "帮我查一下快递", "还有个问题",
    ],
)  # fmt: skip
def test_a_new_request_on_the_phone_leaves_the_survey(text: str) -> None:
    """A caller who thinks of something else is not asked for a number again."""
    leaving = survey.step(WORDS, asked(), InSurvey(question="ces2"), WordsSpoken(at=1, text=text))

    assert leaving == ToTalk(text=text)


@pytest.mark.parametrize("text", ["very easy", "it was fine", "mumble", "挺好的", "很方便"])
def test_words_without_a_number_on_the_phone_are_asked_once_more(text: str) -> None:
    """An opinion is no request, and no score either."""
    draft = asked()

    assert survey.step(WORDS, draft, InSurvey(question="ces2"), WordsSpoken(at=1, text=text)) is None
    assert isinstance(draft.state.room, InSurvey)


@pytest.mark.parametrize("text", ["thank you", "ok thanks a lot!", "谢谢", "好的，谢谢您"])
def test_thanks_on_chat_are_no_new_request(text: str) -> None:
    """The question stays, once."""
    draft = asked()

    assert survey.step(WORDS, draft, InSurvey(question="ces2"), TextTyped(at=1, text=text)) is None
    room = draft.state.room
    assert isinstance(room, InSurvey)
    assert survey.step(WORDS, draft, room, TextTyped(at=2, text=text)) == ToEnd()


def test_zero_is_a_person_even_here() -> None:
    """The operator key works in the survey too."""
    leaving = survey.step(WORDS, asked(), InSurvey(question="ces2"), KeysPressed(at=1, digits="0"))

    assert leaving == ToHandoff(reason="asked")


def test_a_star_says_it_again_and_is_no_wrong_answer() -> None:
    """As in every menu; whoever asks to hear it again has not answered."""
    draft = asked()
    room = draft.state.room
    assert isinstance(room, InSurvey)

    assert survey.step(WORDS, draft, room, KeysPressed(at=1, digits="*")) is None
    assert draft.state.room == room


def test_silence_is_asked_again_once_and_then_let_go() -> None:
    """Two silences end it."""
    draft = asked()
    first = survey.step(WORDS, draft, InSurvey(question="ces2"), NothingHeard(at=1))
    room = draft.state.room
    assert first is None
    assert isinstance(room, InSurvey)

    assert survey.step(WORDS, draft, room, NothingHeard(at=2)) == ToEnd()


def test_it_is_asked_once_a_session() -> None:
    """The state remembers that it was put."""
    draft = Draft(State(session="S-1", channel="voice", lang="zh", started_at=0))

    survey.ask(WORDS, draft)

    assert draft.state.surveyed
    assert SurveyAsked(question="ces2", house=True) in draft.events
