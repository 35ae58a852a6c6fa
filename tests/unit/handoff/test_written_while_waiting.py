"""What a chat's customer writes while waiting: answered where it asks something, passed on where it tells something."""

import pytest

from frontdesk.core.events import CustomerSpoke, WaitTold
from frontdesk.core.evolve import replace
from frontdesk.core.exits import Exit, ToTalk
from frontdesk.core.inputs import MachineReplied, TextTyped, WaitReply, WordsSpoken
from frontdesk.core.rooms import State
from frontdesk.core.turn import Draft
from frontdesk.core.waits import Choice, ForAgent, ForReply
from handoff import step as human
from handoff.asked import asks_for_the_wait, asks_how_long, way_named
from handoff.keeping import LEAVE
from handoff.options import picked
from handoff.step import NOTED_S
from tests.fakes.words import NamedWords
from tests.unit.handoff.test_step import said, waiting

WORDS = NamedWords()


def written(state: State, text: str, at: float) -> tuple[Draft, Exit | None]:
    """The turn in which it is written."""
    draft = Draft(state, at=at)
    return draft, human.customer(WORDS, draft, TextTyped(at=at, text=text))


def test_what_is_told_is_passed_on_and_confirmed_now_and_then() -> None:
    """All of it is kept for the colleague, and that nobody is there yet is said again soon, but not after every line."""
    draft, _ = written(waiting(), "its about 10024", 5)
    assert said(draft) == ["[system.noted_for_agent]"]
    draft, _ = written(draft.state, "the lid was cracked", 9)
    assert (said(draft), [type(event) for event in draft.events]) == ([], [CustomerSpoke])
    draft, _ = written(draft.state, "and the box was wet", 5 + NOTED_S)
    assert said(draft) == ["[system.noted_more]"]
    draft, _ = written(draft.state, "so was the floor", 6 + NOTED_S)
    assert said(draft) == []
    draft, _ = written(draft.state, "anybody?", 5 + 2 * NOTED_S)
    assert said(draft) == ["[system.noted_more]"]
    assert NOTED_S < 30, "nobody is left without an answer for long"


def test_who_asks_how_long_is_told() -> None:
    """Anew estimated, soon after the last announcement too, and never later than was told."""
    draft, _ = written(waiting(), "ok how long?", 31)
    assert isinstance(draft.state.wait, ForReply)
    draft = Draft(draft.state, at=31)
    human.estimate(WORDS, draft, MachineReplied(at=31, reply=WaitReply(position=2, staffed=1, low_s=60, high_s=240)))
    [told] = [event for event in draft.events if isinstance(event, WaitTold)]
    assert (told.high_s, told.apology) == (180.0, False)
    assert draft.state.ticket is not None
    assert not draft.state.ticket.asks


def test_ways_on_in_words() -> None:
    """To leave is always open; a message only where it is offered."""
    draft, exit = written(waiting(), "never mind, I'll manage", 5)
    assert exit == ToTalk()
    draft, exit = written(waiting(), "can i leave a message", 5)
    assert (exit, said(draft)) == (None, ["[system.noted_for_agent]"])


@pytest.mark.parametrize(
    "text", ["how long", "any idea when someone comes", "what number am I?", "还要等多久", "前面还有几位", "人呢"]
)
def test_asking_how_long(text: str) -> None:
    """In either language."""
    assert asks_how_long(text)


@pytest.mark.parametrize(
    "text",
    ["when will it be delivered?", "how long does a refund take", "when can i get my money", "什么时候退款", "多久能发货",
     "my number is 07700 900123", "bring it to my place"],
)  # fmt: skip
def test_asking_about_the_goods(text: str) -> None:
    """The minutes of the queue are no answer to it: it is for the colleague."""
    assert not asks_how_long(text)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("please call me back", "callback"), ("I'd rather leave a message", "message"), ("forget it", LEAVE),
        ("forget it, I want a human being now!!", None), ("I can't wait, get me a real person", None),
        ("never mind the bot, i need to speak to someone", None), ("forget it, no person needed", LEAVE),
        ("no i dont want a person i want my parcel", LEAVE), ("不要人工", LEAVE), ("i don't want a bot, i want a human", None),
        ("算了，给我转人工", None), ("算了，不找人工了", LEAVE), ("算了，不用转人工", LEAVE),
        ("不要人工智能", None), ("不需要人工客服。", LEAVE), ("是不是不需要人工客服？", None), ("不要人工了", LEAVE),
        ("i don't want an agent who hangs up", None), ("i don't need anyone else, just help", None),
        ("i don't want to talk to anyone anymore, thanks", LEAVE),
        ("no, that's all", LEAVE), ("不用转人工了 谢谢", LEAVE), ("that's all wrong, it was blue", None),
        ("我不等了", LEAVE), ("我留言吧", "message"), ("给我回个电话", "callback"),
        ("my order is 10024", None), ("the message on the box was rude " * 3, None),
        ("cancel this order please", None), ("cancel that please", LEAVE), ("I can't wait any longer!!", None),
        ("i no longer need the blue one", None), ("i no longer need help", LEAVE), ("no longer needed", LEAVE),
        ("我算了一下价格不对", None), ("旧地址不用了", None), ("不用了谢谢", LEAVE), ("算了吧", LEAVE),
        ("please call me Ann", None), ("call me at 5pm", "callback"), ("don't call me, write to me", None),
        ("you said you'd call me back", None), ("i was cut off, call me back please", "callback"),
        ("they didn't leave a note", None), ("leave a note with the neighbour", None),
        ("self-service please", "bot"), ("ok the bot then", "bot"), ("自助办理吧", "bot"), ("i already tried the bot", None),
        ("别打给我", None), ("你们说给我回电的", None), ("我留言了没人回", None), ("能不能打给我", "callback"),
    ],
)  # fmt: skip
def test_ways_named(text: str, way: str | None) -> None:
    """Only in a short message that wishes for it; what is said of an order or of calls in the past leads nowhere."""
    assert way_named(text) == way


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("how long will it take to get a person", True),
        ("how many people are ahead of me", True),
        ("when can i speak to someone", True),
        ("what's the waiting time", True),
        ("现在排队要等多久", True),
        ("什么时候能转人工", True),
        ("前面还有几个人", True),
        ("when are your colleagues there", True),
        ("when is somebody back?", True),
        ("人工什么时候在", True),
        ("你们几点有人", True),
        ("什么时候有人上门取件", False),
        ("when is my parcel there", False),
        ("how long does a refund take", False),
        ("when will somebody call me back", False),
        ("how long do I have to wait", False),
        ("talk to a person", False),
        ("how long until somebody answers", True),
        ("when will an agent be free", True),
        ("what is the wait time for an agent", True),
        ("when will someone be at my house", False),
        ("when can somebody install it", False),
        ("how long until someone picks it up", False),
        ("how long do agents keep my data", False),
        ("what is the wait time for a new speaker", False),
        ("客服说三天，怎么还没到，要多久", False),
        ("客服多久能解决", False),
        ("客服多久回复我", False),
        ("人工客服几点上班", False),
        ("什么时候发货", False),
        ("how long is the queue at the moment", True),
        ("when will someone be here to talk to me", True),
        ("when will someone be here to collect it", False),
        ("how long is the wait at the branch in town", False),
        ("多久能轮到我出库", False),
        ("预售的什么时候轮到我发", False),
    ],
)
def test_how_long_it_would_take_to_get_a_person_is_asked_in_so_many_words(text: str, asks: bool) -> None:
    """Before the queue "how long" alone may mean anything, and what a person does later the queue does not know."""
    assert asks_for_the_wait(text) == asks


BUTTONS = ForAgent(
    ticket="T-1-1",
    choices=(
        Choice(label="a message to a colleague", payload="/queue_message"),
        Choice(label="Go on without a colleague", payload=LEAVE),
    ),
)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("a message to a colleague", "message"),
        ("A message to a colleague.", "message"),
        ("2", LEAVE),
        ("go on without  a colleague!", LEAVE),
        ("3", None),
        ("a message", None),
        ("22", None),
        ("", None),
    ],
)
def test_a_button_typed_off_is_the_button(text: str, way: str | None) -> None:
    """By its words or its place, where no buttons can be shown; on the phone keys have their own meaning."""
    assert picked(TextTyped(at=5, text=text), BUTTONS) == way
    on_phone = replace(
        BUTTONS, choices=tuple(replace(one, key=key) for one, key in zip(BUTTONS.choices, "89", strict=True))
    )
    assert picked(TextTyped(at=5, text=text), on_phone) == (None if text == "2" else way)


@pytest.mark.parametrize(
    ("heard", "asked", "kept"),
    [
        ("actually just tell me where my order is", "tell me where my order is", True),
        ("never mind, where is my order 10023", "where is my order 10023", False),
        ("还是帮我查一下快递吧", "帮我查一下快递吧", True),
        ("I need a person for my order", None, True),
        ("hello?", None, True),
    ],
)
def test_a_request_that_is_heard_while_waiting_goes_to_the_bot(heard: str, asked: str | None, kept: bool) -> None:
    """Where the carrier hears words there: the place is kept for who does not give it up."""
    draft = Draft(waiting(), at=5)
    leaving = human.customer(WORDS, draft, WordsSpoken(at=5, text=heard))
    assert leaving == (ToTalk(text=asked) if asked else None)
    assert draft.state.ticket is not None
    assert (draft.state.ticket.status == "waiting") is kept
