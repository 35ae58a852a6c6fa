"""The loop keeps its promises on every store: one turn a key, one ticket a customer, words whatever machine fails."""

import asyncio

import pytest

from frontdesk.conversation.ports import StoredTurn
from frontdesk.core.errors import NotAllowed, UnknownSession
from frontdesk.core.events import (
    AgentSaid,
    HandoffConnected,
    HandoffRequested,
    MachineDidFail,
    Said,
    SurveyAsked,
    TaskFinished,
)
from frontdesk.core.inputs import (
    AgentClosed,
    ContactLeft,
    ContactStarted,
    KeysPressed,
    OfferAccepted,
    OfferMade,
    TextTyped,
)
from frontdesk.core.rooms import InMenu, InTalk, WithHuman
from frontdesk.core.waits import ForAgent, ForCustomer
from tests.contracts.conftest import Stores
from tests.fakes.desk import NOON, TestHouse

CHAT = "chat:abc"
CALL = "voice:CA1"


@pytest.fixture
async def house(stores: Stores) -> TestHouse:
    return await TestHouse(stores.sessions, stores.tickets, stores.agents).staffed()


async def chat(house: TestHouse, text: str, key: str | None = None) -> StoredTurn:
    if await house.turns.present(CHAT) is None:
        await house.turns.handle(CHAT, ContactStarted(at=NOON, channel="chat"), "start")
    return await house.turns.handle(CHAT, TextTyped(at=house.clock(), text=text), key or house.new_key())


def words(turn: StoredTurn) -> str:
    return " ".join(e.text for e in turn.events if isinstance(e, Said))


async def test_the_same_key_twenty_times_at_once_is_one_turn(house: TestHouse) -> None:
    """A carrier that repeats itself changes nothing and gets the same turn."""
    await house.turns.handle(CALL, ContactStarted(at=NOON, channel="voice"), "CA1:0")

    given = KeysPressed(at=NOON, digits="1")
    turns = await asyncio.gather(*(house.turns.handle(CALL, given, "CA1:1") for _ in range(20)))

    assert {turn.seq for turn in turns} == {2}
    assert all(turn == turns[0] for turn in turns)


async def test_twenty_first_calls_at_once_are_one_session(house: TestHouse) -> None:
    """Even the very first webhook may come twice."""
    start = ContactStarted(at=NOON, channel="voice")

    turns = await asyncio.gather(*(house.turns.handle(CALL, start, "CA1:0") for _ in range(20)))

    assert len({turn.session for turn in turns}) == 1


async def test_nobody_home_is_said(house: TestHouse) -> None:
    """An input for an address where no session is raises, and opens nothing."""
    with pytest.raises(UnknownSession, match="start a contact"):
        await house.turns.handle("voice:CA9", KeysPressed(at=NOON, digits="1"), "CA9:1")


async def test_an_answer_to_a_turn_that_never_was_changes_nothing(house: TestHouse) -> None:
    """The newest turn is given; an answer to a turn there was counts, be it the newest or not."""
    first = await house.turns.handle(CALL, ContactStarted(at=NOON, channel="voice"), "CA1:0")
    given = KeysPressed(at=NOON, digits="1")

    assert await house.turns.handle(CALL, given, "CA1:7", asked=7) == first
    assert (await house.turns.handle(CALL, given, "CA1:1", asked=1)).seq == 2
    assert (await house.turns.handle(CALL, given, "CA1:8", asked=1)).seq == 3


@pytest.mark.parametrize("mood", ["down", "empty", "nonsense"])
async def test_a_dead_bot_leaves_words_and_a_way_on(house: TestHouse, mood: str) -> None:
    """The bot is down or answers nothing: an apology and the menu; when it is back, the next message is answered."""
    house.dialogue.mood = mood

    turn = await chat(house, "where is my parcel?")

    assert words(turn)
    assert isinstance(turn.state.room, InMenu)
    assert isinstance(turn.state.wait, ForCustomer)
    assert any(choice.key == "0" for choice in turn.state.wait.choices)
    assert any(isinstance(e, MachineDidFail) for e in turn.events)
    house.dialogue.mood = "fine"
    house.dialogue.script["and my parcel 10023"] = {"say": "Which phone number?", "intent": "order_status"}
    again = await chat(house, "and my parcel 10023")
    assert isinstance(again.state.room, InTalk)
    assert "Which phone number?" in words(again)


async def test_who_asks_a_dead_bot_for_a_person_gets_one(house: TestHouse) -> None:
    """The one request that must never be missed works without the model."""
    house.dialogue.mood = "down"

    turn = await chat(house, "I want to talk to a person")

    assert any(isinstance(e, HandoffRequested) and e.reason == "asked" for e in turn.events)
    assert isinstance(turn.state.wait, ForAgent)


async def test_a_slow_bot_is_given_up_at_the_deadline(house: TestHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits longer than the deadline."""
    monkeypatch.setattr("frontdesk.dialogue.step.DEADLINE_S", {"chat": 0.05, "voice": 0.05})
    house.dialogue.mood = "slow"

    turn = await chat(house, "hello?")

    assert MachineDidFail(machine="dialogue", reason="late") in turn.events
    assert words(turn)


async def test_an_order_by_keypad(house: TestHouse) -> None:
    """Language, menu, order number read back, last four digits, status from the shop; no secret is kept anywhere."""
    turn = await house.turns.handle(CALL, ContactStarted(at=NOON, channel="voice"), "0")
    for step, keys in enumerate(("1", "1", "10023", "1", "0198"), start=1):
        turn = await house.turns.handle(CALL, KeysPressed(at=house.clock(), digits=keys), str(step))

    done = [(e.task, e.outcome) for e in turn.events if isinstance(e, TaskFinished)]
    assert done == [("verify_identity", "verified"), ("order_status", "found")]
    assert turn.state.facts["customer_id"]
    kept = [str(t.state) + str(t.events) for t in await house.sessions.turns_after(turn.session, 0)]
    assert not any("0198" in text for text in kept)


async def test_the_handoff_of_a_chat_from_request_to_effort_question(house: TestHouse) -> None:
    """Asked for, offered to the one agent, accepted, talked, closed; then the customer is asked how easy it was."""
    house.dialogue.script["a person please"] = {"say": "Of course.", "intent": "human_agent", "handoff": "asked"}
    waiting = await chat(house, "a person please")
    ticket = waiting.state.ticket
    assert ticket is not None
    assert isinstance(waiting.state.room, WithHuman)

    assert await house.desk.dispatch() == 1
    await house.desk.accept("amy", ticket.id)
    for _ in range(2):  # sent again, because the first answer got lost
        await house.desk.say("amy", ticket.id, "Hello, Amy here.", key="one")
    said = [event for turn in await house.sessions.turns_after(waiting.session, 0) for event in turn.events]
    assert [event.text for event in said if isinstance(event, AgentSaid)] == ["Hello, Amy here."]
    heard = await chat(house, "thank you")
    assert words(heard) == ""
    await house.desk.close("amy", ticket.id, "solved")

    last = await house.turns.present(CHAT)
    assert last is not None
    assert any(isinstance(e, SurveyAsked) for e in last.events)
    score = await chat(house, "7")
    assert score.state.over


@pytest.mark.stands("R9")
async def test_never_two_agents_on_one_customer(house: TestHouse) -> None:
    """Of two agents who accept at the same moment one is refused."""
    house.dialogue.mood = "down"
    waiting = await chat(house, "human please")
    assert waiting.state.ticket is not None
    session = waiting.session
    offer = OfferMade(at=NOON, agent="amy", agent_name="Amy", until=NOON + 30)
    await house.turns.tell(session, offer, "offer")

    accepts = [OfferAccepted(at=NOON, agent=name) for name in ("amy", "wei", "amy")]
    results = await asyncio.gather(
        *(house.turns.tell(session, given, f"a{i}") for i, given in enumerate(accepts)), return_exceptions=True
    )

    assert sum(isinstance(r, StoredTurn) for r in results) == 1
    assert all(isinstance(r, StoredTurn | NotAllowed) for r in results)
    turns = await house.sessions.turns_after(session, 0)
    assert sum(isinstance(e, HandoffConnected) for t in turns for e in t.events) == 1


@pytest.mark.stands("R9")
async def test_a_ticket_nobody_answers_goes_back_and_the_agent_on_break(house: TestHouse) -> None:
    """RONA: the customer keeps the place, the agent who did not answer gets no further offers."""
    house.dialogue.mood = "down"
    waiting = await chat(house, "human please")
    assert waiting.state.ticket is not None
    await house.desk.dispatch()
    house.clock.now += 31

    assert await house.desk.watch() == 1

    queued = await house.tickets.ticket(waiting.state.ticket.id)
    assert queued is not None
    assert (queued.ticket.status, queued.ticket.created_at) == ("waiting", NOON)
    amy = await house.agents.agent("amy")
    assert amy is not None
    assert amy.status == "break"


async def test_wrap_up_after_the_customer_left(house: TestHouse) -> None:
    """The customer closes the page while talking; the agent can still file the ticket."""
    house.dialogue.mood = "down"
    waiting = await chat(house, "human please")
    assert waiting.state.ticket is not None
    await house.desk.dispatch()
    await house.desk.accept("amy", waiting.state.ticket.id)
    await house.turns.tell(waiting.session, ContactLeft(at=house.clock()), "left")

    given = AgentClosed(at=house.clock(), agent="amy", disposition="follow_up", note="left in the middle")
    turn = await house.turns.tell(waiting.session, given, "close")

    assert turn.state.over
    assert turn.state.ticket is not None
    assert turn.state.ticket.status == "closed"


async def test_the_present_turn_always_has_the_words_last_said(house: TestHouse) -> None:
    """A turn that said nothing to the customer (wrap-up after the talk) leaves the question standing."""
    house.dialogue.mood = "down"
    waiting = await chat(house, "human please")
    assert waiting.state.ticket is not None
    await house.desk.dispatch()
    await house.desk.accept("amy", waiting.state.ticket.id)
    await house.desk.end("amy", waiting.state.ticket.id)
    asked = await house.turns.present(CHAT)
    await house.desk.close("amy", waiting.state.ticket.id, "solved")

    present = await house.turns.present(CHAT)

    assert present is not None
    assert asked is not None
    assert words(present) == words(asked) != ""
    assert present.seq == asked.seq + 1


async def test_an_earlier_ticket_is_filed_while_the_next_one_is_open(house: TestHouse) -> None:
    """Who asks for a person again before the first talk is filed has two tickets: each is closed for itself, once."""
    house.dialogue.mood = "down"
    first = (await chat(house, "human please")).state.ticket
    assert first is not None
    await house.desk.dispatch()
    await house.desk.accept("amy", first.id)
    await house.desk.end("amy", first.id)
    second = (await chat(house, "I need a human again")).state.ticket
    assert second is not None
    await house.desk.dispatch()
    await house.desk.accept("amy", second.id)

    with pytest.raises(NotAllowed, match="newer"):
        await house.desk.say("amy", first.id, "Meant for the first talk.")
    await house.desk.close("amy", first.id, "solved", "first")

    found = [await house.tickets.ticket(one.id) for one in (first, second)]
    assert [(q.ticket.status, q.ticket.disposition) for q in found if q] == [("closed", "solved"), ("connected", None)]
    assert [q.ticket.id for q in await house.tickets.open_tickets()] == [second.id]
    with pytest.raises(NotAllowed, match="closed"):
        await house.desk.close("amy", first.id, "other")


async def test_a_card_number_goes_nowhere(house: TestHouse) -> None:
    """Typed by the customer, keyed into a menu or written by the agent: neither the record nor the model gets it."""
    card = "4111 1111 1111 1111"
    talk = await chat(house, f"my card is {card}, where is my order?")
    call = await house.turns.handle(CALL, ContactStarted(at=NOON, channel="voice"), "0")
    await house.turns.handle(CALL, KeysPressed(at=NOON, digits=card.replace(" ", "")), "1")
    house.dialogue.mood = "down"
    ticket = (await chat(house, "human please")).state.ticket
    assert ticket is not None
    await house.desk.dispatch()
    await house.desk.accept("amy", ticket.id)
    await house.desk.say("amy", ticket.id, f"You gave me {card}.")

    assert house.dialogue.asked[0].text == "my card is [card], where is my order?"
    for session in (talk.session, call.session):
        kept = str(await house.sessions.turns_after(session, 0)).replace(" ", "")
        assert "41111111" not in kept


async def test_an_agent_whose_desk_is_shut_is_no_longer_ready(house: TestHouse) -> None:
    """The page is closed without a word: after a minute nobody is offered to an empty chair."""
    await house.agents.seen("amy", house.clock())
    house.clock.now += 59
    await house.desk.watch()
    amy = await house.agents.agent("amy")
    assert amy is not None
    assert amy.status == "ready"
    house.clock.now += 2

    await house.desk.watch()

    gone = await house.agents.agent("amy")
    assert gone is not None
    assert gone.status == "offline"
