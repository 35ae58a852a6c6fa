"""The talk room: who wants a person gets one, whatever the medium."""

import pytest

from frontdesk.core.events import CustomerSpoke, Said
from frontdesk.core.exits import ToEnd, ToHandoff, ToMenu
from frontdesk.core.inputs import (
    BotMessage,
    CustomerInput,
    DialogueReply,
    KeysPressed,
    MachineFailed,
    MachineReplied,
    NothingHeard,
    TextTyped,
)
from frontdesk.core.rooms import InTalk, State
from frontdesk.core.turn import Draft
from frontdesk.core.waits import AskDialogue, ForCustomer, ForReply
from frontdesk.dialogue import step as dialogue
from tests.fakes.words import NamedWords

WORDS = NamedWords()


def talking(*, secret: bool = False) -> Draft:
    return Draft(
        State(
            session="S-1", channel="chat", lang="en", started_at=0, room=InTalk(), wait=ForCustomer(secret=secret)
        )
    )  # fmt: skip


@pytest.mark.parametrize("secret", [False, True])
@pytest.mark.parametrize(
    "given", [KeysPressed(at=1, digits="0"), TextTyped(at=1, text="0"), TextTyped(at=1, text=" ０ ")]
)
def test_zero_is_the_way_to_a_person(given: CustomerInput, *, secret: bool) -> None:
    """Pressed or written, at any question, the one for a secret included."""
    assert dialogue.step(WORDS, talking(secret=secret), InTalk(), given) == ToHandoff(reason="asked")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("can I talk to a person please", True),
        ("转人工", True),
        ("4821, now a person please", False),
        ("four eight two one, a person", False),
        ("amy at person dot com", False),
        ("amy@agent.example", False),
        ("London", False),
        ("I\u2019d rather talk to a person, please!", True),
        ("麻烦您直接帮我转人工客服吧，谢谢", True),
        ("no, get me a human now", True),
        ("my mail is amy lee gmail, give me a human", False),
        ("人工 邮箱wang.fang qq", False),
        ("amy艾特example 转人工", False),
        ("oh one double one agent", False),
        ("转人工 幺三八", False),
    ],
)
def test_who_asks_for_a_person_in_place_of_a_proof_is_heard(text: str, *, kept: bool) -> None:
    """The agent reads the wish; whatever may be the proof stays masked."""
    draft = talking(secret=True)
    dialogue.step(WORDS, draft, InTalk(), TextTyped(at=1, text=text))
    (said,) = [event.text for event in draft.events if isinstance(event, CustomerSpoke)]
    assert said == (text if kept else "****")


def test_a_zero_within_a_message_is_none() -> None:
    """Only the key alone counts."""
    draft = talking()
    assert dialogue.step(WORDS, draft, InTalk(), TextTyped(at=1, text="0198")) is None
    assert isinstance(draft.state.wait, ForReply)


def test_in_another_language_the_bot_puts_its_own_question_again() -> None:
    """Only the bot knows what it asked. What it can't say is no lost request."""
    draft = talking()
    reply = DialogueReply(messages=(BotMessage(text="Your order number, please?"),))
    assert dialogue.step(WORDS, draft, InTalk(), MachineReplied(at=1, reply=reply)) is None
    draft.change(lang="zh")
    dialogue.again(WORDS, draft, InTalk())
    wait = draft.state.wait
    assert isinstance(wait, ForReply)
    assert isinstance(wait.request, AskDialogue)
    assert (wait.request.text, wait.request.lang) == ("再说一遍", "zh")
    dialogue.step(WORDS, draft, InTalk(), MachineFailed(at=2, machine="dialogue", reason="late"))
    assert draft.state.unheard == ""


def test_where_the_bot_asked_nothing_the_house_asks_again() -> None:
    """The bot need not be there for that."""
    draft = talking()
    dialogue.again(WORDS, draft, InTalk())
    assert isinstance(draft.state.wait, ForCustomer)
    assert [event.prompt for event in draft.events if isinstance(event, Said)] == ["system.ask_anything"]


def test_what_the_bot_was_told_is_known_when_it_is_gone() -> None:
    """Of the need it is in the middle of, until that is over; who they are it is not believed about."""
    draft = talking()
    told = {"order_number": "10024", "return_reason": "damaged", "customer_id": "C0007", "unheard_of": "x"}
    asks = DialogueReply(messages=(BotMessage(text="The last four digits?"),), need="return_item", told=told)
    dialogue.step(WORDS, draft, InTalk(), MachineReplied(at=1, reply=asks))
    again = DialogueReply(messages=(BotMessage(text="Sorry, the last four digits?"),), need="return_item")
    room = draft.state.room
    assert isinstance(room, InTalk)
    dialogue.step(WORDS, draft, room, MachineReplied(at=2, reply=again))
    room = draft.state.room
    assert isinstance(room, InTalk)
    assert isinstance(dialogue.step(WORDS, draft, room, MachineFailed(at=3, machine="dialogue", reason="down")), ToMenu)
    known = {name: draft.state.facts.get(name) for name in told}
    assert known == {"order_number": "10024", "return_reason": "damaged", "customer_id": None, "unheard_of": None}
    done = DialogueReply(messages=(BotMessage(text="Started. Anything else?"),))
    dialogue.step(WORDS, draft, room, MachineReplied(at=4, reply=done))
    assert isinstance(draft.state.room, InTalk)
    assert draft.state.room.told == {}


@pytest.mark.stands("S14")
def test_a_secret_the_bot_did_not_hear_is_kept_nowhere() -> None:
    """The bot dies on the proof it asked for: what was said is not among the words that go along."""
    draft = talking(secret=True)
    dialogue.step(WORDS, draft, InTalk(), TextTyped(at=1, text="0198"))
    room = draft.state.room
    assert isinstance(room, InTalk)
    dialogue.step(WORDS, draft, room, MachineFailed(at=2, machine="dialogue", reason="down"))
    assert draft.state.unheard == ""


def test_the_goal_is_what_the_bot_is_in_the_middle_of() -> None:
    """First what was understood first; then the need that is under way, whatever its answers sound like."""
    draft, goals = talking(), []
    for reply in (
        DialogueReply(messages=(BotMessage(text="On its way."),), intent="order_status"),
        DialogueReply(messages=(BotMessage(text="Shall I?"),), intent="return_item", need="return_item"),
        DialogueReply(messages=(BotMessage(text="Noted. Shall I?"),), intent="exchange_item", need="return_item"),
        DialogueReply(messages=(BotMessage(text="Anything else?"),), intent="thanks"),
    ):
        dialogue.step(WORDS, draft, InTalk(), MachineReplied(at=1, reply=reply))
        goals.append(draft.state.facts.get("goal"))
    assert goals == ["order_status", "return_item", "return_item", "return_item"]


@pytest.mark.parametrize(("given", "lang", "asked"), [
    (KeysPressed(at=1, digits="*"), "en", "say that again"),
    (TextTyped(at=1, text=" * "), "zh", "再说一遍"),
])  # fmt: skip
def test_star_says_it_again_with_the_bot_too(given: CustomerInput, lang: str, asked: str) -> None:
    """Only the bot knows what it said last; it hears the star as a customer would put it."""
    draft = talking()
    draft.change(lang=lang)

    assert dialogue.step(NamedWords(), draft, InTalk(), given) is None
    assert isinstance(draft.state.wait, ForReply)
    assert isinstance(draft.state.wait.request, AskDialogue)
    assert draft.state.wait.request.text == asked


def test_two_silences_are_answered_in_different_words() -> None:
    """Nobody hears the same sentence twice; the second one says how to hear the question again."""
    draft = talking()
    for _ in range(2):
        room = draft.state.room
        assert isinstance(room, InTalk)
        dialogue.step(NamedWords(), draft, room, NothingHeard(at=1))

    said = [event.prompt for event in draft.events if isinstance(event, Said)]
    assert said == ["system.silence_talk", "system.silence_talk_again"]


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("谢谢，没了", True),
        ("thanks, bye", True),
        ("thanks, that's all", True),
        ("谢谢", False),
        ("thanks, and where is 10024", False),
    ],
)
def test_thanks_and_nothing_more_ends_it(text: str, *, over: bool) -> None:
    """Who thanks and says that this was all is not asked what else there is; a mere thanks is answered."""
    draft = talking()
    dialogue.step(WORDS, draft, InTalk(), TextTyped(at=1, text=text))
    heard = Draft(draft.state, at=1)
    reply = DialogueReply(messages=(BotMessage(text="You're welcome. What else?"),), intent="thanks")
    leaving = dialogue.step(WORDS, heard, InTalk(), MachineReplied(at=1, reply=reply))
    assert (leaving == ToEnd(survey=False)) is over
    assert any(isinstance(event, Said) for event in heard.events) is not over
