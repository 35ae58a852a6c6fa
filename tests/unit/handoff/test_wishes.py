"""Who asks for a call back, or to leave a message, at a menu or of the bot is led to that at once, where it can be."""

import pytest

from frontdesk.core.events import Said
from frontdesk.core.exits import ToHandoff
from frontdesk.core.inputs import MachineFailed, MachineReplied, TextTyped, WaitReply, WordsSpoken
from frontdesk.core.queues import QueueRules
from frontdesk.core.rooms import Outside, State
from frontdesk.core.turn import Draft
from handoff import step as human
from handoff.asked import way_wished
from tests.fakes.words import NamedWords

from .stories import NUMBER, Story


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("can you call me back please", "callback"),
        ("please ring me back later", "callback"),
        ("I'd like to leave a message", "message"),
        ("给我回个电话吧", "callback"),
        ("我要留言", "message"),
        ("call me before you deliver it", None),
        ("leave a note for the driver", None),
        ("快递到了打给我", None),
        ("they said they would call me back", None),
        ("where is my order", None),
        ("call me back asap, I'm on the ward till two", "callback"),
        ("can your seller ring me, i'm driving", "callback"),
        ("你们主管几点在 叫他打给我", "callback"),
        ("i will call back later", None),
        ("should I call back tomorrow", None),
        ("no need to call me back", None),
        ("skip the callback, all good", None),
        ("ok the agent will ring me tomorrow then, bye", None),
        ("why did you call me", None),
        ("I missed a call back from you", None),
        ("call back the last number", None),
        ("不需要回电", None),
        ("那我等他回电 再见", None),
        ("答应昨天给回电 电话呢", None),
        ("赔付金什么时候打给我", None),
        ("差价打给我", None),
        ("谁打给我的", None),
        ("留言忘写了", None),
        ("贺卡上要留言", None),
        ("给卖家留言在哪里", None),
    ],
)
def test_what_is_wished(text: str, way: str | None) -> None:
    """Calls and notes of whoever delivers are another matter, and so is what was promised, asked about or is not wanted."""
    assert way_wished(text) == way


async def wishes(
    text: str, *, caller: str | None = NUMBER, channel: str = "voice", free: bool = False
) -> list[str | None]:
    """What is said after the wish, as prompts."""
    house = Story()
    await house.agents.set_status("amy", "ready" if free else "break", house.clock())
    address = f"{channel}:1"
    session = await house.begins(address, caller=caller)
    before = len(await house.events(session))
    given = (WordsSpoken if channel == "voice" else TextTyped)(at=house.clock(), text=text)
    await house.does(address, given)
    return [event.prompt for event in (await house.events(session))[before:] if isinstance(event, Said)]


async def test_a_call_back_is_booked_at_once() -> None:
    """Nobody is told of a queue they do not want."""
    assert await wishes("can you call me back please") == ["system.callback_booked", "system.goodbye"]
    assert await wishes("给我回个电话吧") == ["system.callback_booked", "system.goodbye"]


async def test_a_withheld_number_is_asked_for() -> None:
    """With the reason first."""
    assert (await wishes("please ring me back", caller=None))[:2] == ["system.number_hidden", "system.number_ask"]


def test_when_the_call_comes_is_told_where_it_is_known() -> None:
    """As the wait would be; and who then rather waits hears whether anybody is there."""
    rules = QueueRules(options=("callback",))
    for staffed, told in ((2, ["system.wait_range", "system.callback_booked"]), (0, ["system.callback_booked"])):
        draft = Draft(State(session="S-1", channel="voice", lang="en", started_at=0, caller=NUMBER), at=1)
        human.request(NamedWords(rules), draft, ToHandoff(reason="asked", wish="callback"))
        reply = WaitReply(position=3, staffed=staffed, low_s=200, high_s=500, options=("callback",))
        human.estimate(NamedWords(rules), draft, MachineReplied(at=1, reply=reply))
        assert [event.prompt for event in draft.events if isinstance(event, Said)] == told


def test_a_desk_that_does_not_answer_makes_nobody_believe_there_are_no_call_backs() -> None:
    """It is not known then; the queue is there as for everybody."""
    draft = Draft(State(session="S-1", channel="voice", lang="en", started_at=0, caller=NUMBER), at=1)
    human.request(NamedWords(QueueRules(options=("callback",))), draft, ToHandoff(reason="asked", wish="callback"))
    human.estimate(NamedWords(), draft, MachineFailed(at=1, machine="estimate", reason="timeout"))
    said = [event.prompt for event in draft.events if isinstance(event, Said)]
    assert said
    assert "system.no_callback" not in said


async def test_who_can_be_put_through_now_is() -> None:
    """Somebody is free, so nobody has to call back."""
    assert (await wishes("can you call me back", free=True))[0] == "system.to_human_plain"


async def test_where_no_call_can_be_made_that_is_told() -> None:
    """A chat has no number; the queue is there as for everybody."""
    assert (await wishes("please call me back", channel="chat"))[:2] == ["system.no_callback", "system.nobody_staffed"]


async def test_a_message_is_taken_at_once() -> None:
    """On the phone and in a chat, whoever is free."""
    assert await wishes("can i leave a message") == ["system.message_ask"]
    assert await wishes("我想留言", channel="chat", free=True) == ["system.message_ask"]


async def test_in_the_queue_with_the_bot_meanwhile_the_way_is_the_one_offered() -> None:
    """The place that was kept becomes the call's."""
    house = Story()
    await house.agents.set_status("amy", "break", house.clock())
    session = await house.asks("voice:1", caller=NUMBER)
    wait = (await house.state(session)).wait
    key = next(choice.key for choice in wait.choices if choice.payload == "/queue_bot")  # type: ignore[union-attr]
    await house.presses("voice:1", key)
    await house.does("voice:1", WordsSpoken(at=house.clock(), text="call me back instead"))
    ticket = await house.ticket(session)
    assert (ticket.mode, ticket.status) == ("callback", "waiting")
    assert isinstance((await house.state(session)).room, Outside)  # the call is over
