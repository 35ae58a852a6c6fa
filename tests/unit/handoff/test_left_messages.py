"""A message that was left: opened from the list, answered in the chat or elsewhere, put back; what the agent sees of it."""

from dataclasses import replace

import pytest

from frontdesk.channels.chat.render import items
from frontdesk.core.desk_events import MessageAnswered, PromiseSettled
from frontdesk.core.errors import NotAllowed
from frontdesk.core.events import AgentSaid, HandoffClosed, HandoffReturned
from frontdesk.core.inputs import ChoicePicked, ContactLeft, TextTyped
from frontdesk.record.desk_words import desk_told
from handoff.left_message import left_message
from handoff.packet import Happened, transcript
from handoff.watching import AWAY_S
from tests.fakes.desk import AMY, WEI
from tests.unit.handoff.stories import NUMBER, RULES, SAM, Story

WORDS = "Order 10024 came broken. Write to jo@example.com or ring +44 1632 960 333, please."


async def _leaves(house: Story, address: str = "chat:1", text: str = WORDS) -> tuple[str, str]:
    """Nobody is there; the customer leaves a message. The session and the ticket."""
    await house.agents.set_status("amy", "offline", house.clock())
    session = await house.asks(address, caller=NUMBER if address.startswith("voice") else None)
    await house.does(address, ChoicePicked(at=house.clock(), payload="/queue_message"))
    await house.does(address, TextTyped(at=house.clock(), text=text))
    ticket = await house.ticket(session)
    assert (ticket.status, ticket.mode) == ("waiting", "message")
    return session, ticket.id


async def _happened(house: Story, session: str) -> list[Happened]:
    return [Happened(at=e.at, seq=e.seq, event=e.event) for e in await house.log.of_session(session)]


async def test_a_message_is_opened_from_the_list_with_how_to_reach_its_customer() -> None:
    """Nobody has to be ready for it; a second one to open it is told that it is taken; who waits live is not opened so."""
    house = Story()
    session, ticket = await _leaves(house)
    await house.desk.open_message(AMY, ticket)
    opened = await house.ticket(session)
    assert (opened.status, opened.agent, opened.due_at) == ("wrap_up", "amy", None)
    left = left_message(await house.state(session), opened, await _happened(house, session))
    assert left is not None
    assert (left["text"], left["email"], left["phone"]) == (WORDS, "jo@example.com", "+44 1632 960 333")
    assert left["due_at"] > house.clock()
    with pytest.raises(NotAllowed):
        await house.desk.open_message(SAM, ticket)
    live = await house.asks("chat:2")
    with pytest.raises(NotAllowed, match="Only a message"):
        await house.desk.open_message(AMY, (await house.ticket(live)).id)


async def test_an_answer_stands_in_the_chat_that_is_still_open() -> None:
    """The customer reads by whom it is, and what; it is kept for when they come back; the promise is kept, the list empty."""
    house = Story()
    session, ticket = await _leaves(house)
    await house.desk.open_message(AMY, ticket)
    with pytest.raises(NotAllowed, match="empty"):
        await house.desk.answer("amy", ticket, "chat")
    await house.desk.answer("amy", ticket, "chat", "A new one is on its way.", "sent from Leeds")
    events = await house.events(session)
    assert AgentSaid(agent="amy", agent_name="Amy", text="A new one is on its way.") in events
    assert HandoffClosed(ticket=ticket, agent="amy", disposition="solved", note="sent from Leeds") in events
    assert [e.how for e in events if isinstance(e, PromiseSettled) and e.what == "message"] == ["kept"]
    told = [line for turn in await house.sessions.turns_after(session, 0) for line in items(turn)]
    assert [(line["from"], line["text"]) for line in told[-2:]] == [
        ("system", "Amy has an answer to the message you left:"),
        ("agent", "A new one is on its way."),
    ]
    assert transcript(await _happened(house, session))[-1]["text"] == "A new one is on its way."
    assert await house.tickets.open_tickets() == ()


@pytest.mark.parametrize(
    ("how", "disposition", "promise", "told"),
    [
        ("called", "solved", "kept", "amy answered the message by a call."),
        ("emailed", "solved", "kept", "amy answered the message by e-mail."),
        ("not_reached", "unreachable", "void", "amy tried to answer the message and reached nobody."),
    ],
)
async def test_how_it_was_answered_is_on_record(how: str, disposition: str, promise: str, told: str) -> None:
    """The customer hears nothing of it here; the ticket is done, its story says how, and its promise what became of it."""
    house = Story()
    session, ticket = await _leaves(house)
    await house.desk.open_message(AMY, ticket)
    before = len(await house.events(session))
    await house.desk.answer("amy", ticket, how, "not for the customer", "left word with the neighbour")
    new = (await house.events(session))[before:]
    assert not [e for e in new if isinstance(e, AgentSaid)]
    [answered] = [e for e in new if isinstance(e, MessageAnswered)]
    assert (answered.how, desk_told(answered)) == (how, told)
    assert [e.how for e in new if isinstance(e, PromiseSettled) and e.what == "message"] == [promise]
    done = await house.ticket(session)
    assert (done.status, done.disposition, done.promises) == ("closed", disposition, ())


async def test_who_called_is_not_answered_in_a_chat() -> None:
    """The number they called from is there instead."""
    house = Story()
    await house.agents.set_status("amy", "offline", house.clock())
    session = await house.asks("voice:CA1", caller=NUMBER)
    choices = (await house.state(session)).wait.choices  # type: ignore[union-attr]
    await house.presses("voice:CA1", next(c.key for c in choices if c.payload.endswith("message")))
    await house.does("voice:CA1", TextTyped(at=house.clock(), text="Please ring me."))
    await house.does("voice:CA1", ContactLeft(at=house.clock(), reason="hung_up"))
    ticket = await house.ticket(session)
    await house.desk.open_message(AMY, ticket.id)
    opened = await house.ticket(session)
    left = left_message(await house.state(session), opened, await _happened(house, session))
    assert left is not None
    assert (left["caller"], left["phone"], left["email"]) == (NUMBER, None, None)
    with pytest.raises(NotAllowed, match="there is no chat"):
        await house.desk.answer("amy", ticket.id, "chat", "Hello?")
    with pytest.raises(NotAllowed, match="no way to answer"):
        await house.desk.answer("amy", ticket.id, "pigeon")
    assert left_message(await house.state(session), replace(opened, mode="live"), []) is None


async def test_a_message_put_back_waits_for_others_first() -> None:
    """Its place and its promise stay; who put it back is offered it again only after the pause."""
    house = Story()
    session, ticket = await _leaves(house)
    since = (await house.ticket(session)).waiting_since
    await house.free_again()
    await house.desk.open_message(AMY, ticket)
    house.clock.now += 30
    await house.desk.put_back("amy", ticket)
    back = await house.ticket(session)
    assert (back.status, back.mode, back.agent, back.waiting_since, back.ended_at) == (
        "waiting",
        "message",
        None,
        since,
        None,
    )
    assert [p.what for p in back.promises] == ["message"]
    assert HandoffReturned(ticket=ticket, agent="amy", reason="put_back") in await house.events(session)
    assert await house.desk.dispatch() == 0
    house.clock.now += RULES.declined_pause_s
    assert await house.desk.dispatch() == 1


async def test_a_message_does_not_stay_with_who_went_home() -> None:
    """It waits for the others again once the desk of whoever had it open is shut and they are offline."""
    house = Story()
    session, ticket = await _leaves(house)
    await house.agents.save(replace(WEI, status="offline", seen_at=house.clock()))
    await house.desk.open_message(WEI, ticket)
    await house.desk.watch()
    assert (await house.ticket(session)).status == "wrap_up", "their desk is still open"
    house.clock.now += AWAY_S + 1
    await house.desk.watch()
    back = await house.ticket(session)
    assert (back.status, back.agent) == ("waiting", None)


async def test_what_is_no_message_is_not_answered_as_one() -> None:
    """A conversation is closed by what came of it."""
    house = Story()
    session = await house.asks()
    ticket = await house.takes(session)
    await house.desk.end("amy", ticket)
    with pytest.raises(NotAllowed, match="No message was left"):
        await house.desk.answer("amy", ticket, "called")
    with pytest.raises(NotAllowed, match="No message was left"):
        await house.desk.put_back("amy", ticket)
