"""A ticket that changes hands: transfer, take-over, the bot, helpers, an agent who is gone."""

from dataclasses import replace

import pytest

from frontdesk.channels.chat.render import phase
from frontdesk.core.desk_events import AnswerWasLate, BotResumed, HandoffMoved, HandoffTaken, HelperJoined
from frontdesk.core.errors import NotAllowed
from frontdesk.core.events import AgentSaid, HandoffClosed, HandoffReturned, Said
from frontdesk.core.inputs import ChoicePicked, ContactLeft, NothingHeard, TextTyped, WordsSpoken
from frontdesk.core.rooms import InTalk
from frontdesk.core.staffing import AgentStatus
from frontdesk.core.tickets import Ticket
from frontdesk.core.waits import ForCustomer
from handoff.desk import OFFER_S
from handoff.packet import Happened, transcript
from handoff.ports import Agent
from handoff.waits import wait_asked
from handoff.watching import AWAY_S, SHUT_S, SILENT_S
from tests.fakes.desk import AMY, NOON, WEI
from tests.unit.handoff.stories import NUMBER, RULES, SAM, Story


async def test_a_transfer_goes_to_the_named_agent_with_the_place() -> None:
    """The customer is told, is before all others, and nobody but the named agent is offered them."""
    house = Story()
    session = await house.asks()
    ticket = await house.takes(session)
    await house.agents.set_status("wei", "ready", NOON)

    await house.desk.move(AMY, ticket, agent="wei", note="speaks Chinese")

    moved = await house.ticket(session)
    assert (moved.status, moved.agent, moved.front, moved.created_at) == ("offered", "wei", True, NOON)
    made = HandoffMoved(ticket=ticket, by="amy", why="transfer", queue="service", agent="wei", note="speaks Chinese")
    assert made in await house.events(session)
    assert await house.heard(session, "system.passed_on")


async def test_who_gets_a_passed_on_chat_reads_what_is_written_from_then_on() -> None:
    """What the customer writes while being passed on, and to the second agent, is in the transcript; the effort question,
    after the last of them, is not."""
    house = Story()
    session = await house.asks()
    ticket = await house.takes(session)
    await house.agents.set_status("wei", "ready", NOON)
    await house.desk.move(AMY, ticket, agent="wei")
    await house.does("chat:1", TextTyped(at=house.clock(), text="Are you still there?"))
    await house.desk.accept("wei", ticket)
    await house.desk.say("wei", ticket, "I am here.")
    await house.desk.close("wei", ticket, "solved")
    entries = await house.log.of_session(session)
    said = transcript([Happened(at=e.at, seq=e.seq, event=e.event) for e in entries])
    assert [line["text"] for line in said if line["from"] == "customer"][-1] == "Are you still there?"
    assert said[-1]["text"] == "I am here."


async def test_who_is_passed_on_to_somebody_who_went_home_is_served_by_others() -> None:
    """An agent who is offline is not waited for."""
    house = Story()
    session = await house.asks()
    ticket = await house.takes(session)
    await house.agents.set_status("wei", "offline", NOON)
    await house.agents.save(replace(SAM, status="ready"))
    await house.desk.move(AMY, ticket, agent="wei")
    assert (await house.ticket(session)).agent in ("amy", "sam")


async def test_only_the_owner_or_a_supervisor_moves_a_ticket() -> None:
    """Another agent is told so, and nothing changes."""
    house = Story()
    session = await house.asks()
    ticket = await house.takes(session)
    with pytest.raises(NotAllowed, match="supervisor"):
        await house.desk.move(WEI, ticket, queue="returns")
    assert (await house.ticket(session)).status == "connected"
    await house.desk.move(SAM, ticket, queue="returns")
    assert (await house.ticket(session)).queue == "returns"


async def test_a_supervisor_takes_over() -> None:
    """One agent at a time: the former one can say nothing any more."""
    house = Story()
    session = await house.asks()
    ticket = await house.takes(session)
    await house.desk.take(SAM, ticket)
    taken = await house.ticket(session)
    assert (taken.status, taken.agent, taken.talks) == ("connected", "sam", 2)
    assert any(isinstance(e, HandoffTaken) and e.before == "amy" for e in await house.events(session))
    with pytest.raises(NotAllowed, match="Another agent"):
        await house.desk.say("amy", ticket, "still here?")


async def test_a_call_taken_over_rings_the_supervisor_while_the_caller_hears_music() -> None:
    """The former agent's leg ends, the caller is moved out of the room, the supervisor's phone rings."""
    house = Story()
    session = await house.asks("voice:CA1")
    house.calls.live.add("CA1")
    ticket = await house.takes(session)
    await house.react()
    [leg] = house.rung(AMY.phone)
    await house.connects(session)
    await house.desk.take(replace(SAM, phone="client:sam"), ticket)
    await house.agents.save(replace(SAM, phone="client:sam"))
    await house.react()
    assert house.calls.ended == [leg]
    assert house.calls.moved[-1][0] == "CA1"
    assert len(house.rung("client:sam")) == 1
    assert (await house.ticket(session)).status == "accepted"


async def test_the_bot_goes_on_where_the_agent_gave_back() -> None:
    """The customer is in the talk again; the agent files the ticket meanwhile."""
    house = Story()
    session = await house.asks()
    ticket = await house.takes(session)
    await house.desk.to_bot("amy", ticket, "refund is on its way")
    assert isinstance((await house.state(session)).room, InTalk)
    assert BotResumed(ticket=ticket, agent="amy", note="refund is on its way") in await house.events(session)
    await house.does("chat:1", TextTyped(at=house.clock(), text="and my other parcel?"))
    await house.desk.close("amy", ticket, "solved")
    assert isinstance((await house.state(session)).room, InTalk)
    entries = await house.log.of_session(session)
    said = transcript([Happened(at=e.at, seq=e.seq, event=e.event) for e in entries])
    assert "and my other parcel?" in [line["text"] for line in said]


async def test_helpers_are_unseen_by_the_customer() -> None:
    """Notes go among agents; a supervisor listens and coaches; the owner stays the owner."""
    house = Story()
    session = await house.asks()
    ticket = await house.takes(session)
    said = len([e for e in await house.events(session) if isinstance(e, Said)])
    with pytest.raises(NotAllowed, match="Listen in first"):
        await house.desk.note(SAM, ticket, "offer ten percent")
    await house.desk.ask_in(AMY, ticket, "wei", "consult")
    await house.desk.come("wei", ticket)
    await house.desk.ask_in(SAM, ticket, "sam", "coach")
    await house.desk.note(SAM, ticket, "offer ten percent")
    helpers = {h.agent: (h.role, h.joined) for h in (await house.ticket(session)).helpers}
    assert helpers == {"wei": ("consult", True), "sam": ("coach", True)}
    events = await house.events(session)
    assert len([e for e in events if isinstance(e, Said)]) == said, "the customer hears nothing of it"
    assert any(isinstance(e, HelperJoined) and e.helper == "wei" for e in events)
    await house.desk.ask_in(AMY, ticket, "wei", "three_way")
    await house.desk.leave(AMY, ticket, "wei")
    assert [h.agent for h in (await house.ticket(session)).helpers] == ["sam"]
    await house.desk.hold("amy", ticket, on=True)
    assert (await house.ticket(session)).held


async def test_nobody_is_asked_into_two_calls() -> None:
    """Whose phone is in use, or rings, is said by name; a chat may be read beside it; wrap-up leaves the phone free."""
    house = Story()
    await house.agents.save(replace(WEI, status="ready", langs=("en",), seen_at=NOON, status_since=NOON))
    first, second = [await house.asks(f"voice:CA{number}") for number in (1, 2)]
    mine, weis = [await house.takes(s, (await _offered(house, s)).agent or "") for s in (first, second)]
    if (await house.ticket(first)).agent == "wei":
        first, second, mine, weis = second, first, weis, mine
    for session, agent in ((first, "amy"), (second, "wei")):
        await house.connects(session, agent)
    with pytest.raises(NotAllowed, match="Wei is on the phone"):
        await house.desk.ask_in(AMY, mine, "wei", "consult")
    chat = await house.asks("chat:9")
    await house.agents.save(replace(SAM, id="ada", status="ready", seen_at=NOON, status_since=NOON))
    ticket = await house.takes(chat, "ada")
    await house.desk.ask_in(replace(SAM, id="ada"), ticket, "wei", "consult")
    await house.desk.end("wei", weis)
    await house.desk.ask_in(AMY, mine, "wei", "consult")
    assert [h.agent for h in (await house.ticket(first)).helpers] == ["wei"]


async def _offered(house: Story, session: str) -> Ticket:
    await house.desk.dispatch()
    return await house.ticket(session)


async def test_a_third_in_a_chat_writes_to_the_customer_by_name() -> None:
    """Who advises is not read by the customer; once brought in they are introduced, and write under their own name."""
    house = Story()
    session = await house.asks()
    ticket = await house.takes(session)
    await house.desk.ask_in(AMY, ticket, "wei", "consult")
    await house.desk.come("wei", ticket)
    with pytest.raises(NotAllowed, match="Another agent"):
        await house.desk.say("wei", ticket, "Hello, I know these parcels.")
    await house.desk.ask_in(AMY, ticket, "wei", "three_way")
    await house.desk.say("wei", ticket, "Hello, I know these parcels.")
    await house.desk.say("amy", ticket, "And I am still here.")
    events = await house.events(session)
    assert [(e.agent, e.agent_name) for e in events if isinstance(e, AgentSaid)] == [("wei", "Wei"), ("amy", "Amy")]
    assert [e.text for e in events if isinstance(e, Said) and e.prompt == "system.agent_joined"][-1].startswith("Wei")
    await house.desk.leave(AMY, ticket, "wei")
    with pytest.raises(NotAllowed):
        await house.desk.say("wei", ticket, "One more thing.")


async def test_voicemail_waits_as_a_message() -> None:
    """The agent is free at once and hung up; the caller is asked for words, is offered to nobody meanwhile, and what they
    leave is offered to a colleague. Who leaves none is back in the queue, first in line."""
    for number, left in (("1", "Please ring me about the invoice."), ("2", "")):
        house = Story()
        session = await house.asks(f"voice:CA{number}", caller=NUMBER)
        house.calls.live.add(f"CA{number}")
        ticket = await house.takes(session)
        await house.react()
        await house.connects(session)
        await house.desk.to_message("amy", ticket, "wants the accounts team")
        now = await house.state(session)
        assert isinstance(now.wait, ForCustomer)
        assert now.wait.record_s
        await house.react()
        assert house.calls.moved[-1][0] == f"CA{number}"
        assert await house.desk.dispatch() == 0
        given = WordsSpoken(at=house.clock(), text=left) if left else NothingHeard(at=house.clock())
        await house.does(f"voice:CA{number}", given)
        kept = await house.ticket(session)
        assert (kept.status, kept.mode, kept.front) == ("waiting", "message" if left else "live", True)
        await house.free_again()
        assert await house.desk.dispatch() == 1
        await house.desk.decline("amy", ticket)
        await house.does(f"voice:CA{number}", ContactLeft(at=house.clock(), reason="hung_up"))


async def test_a_declined_customer_does_not_come_back_at_once() -> None:
    """The only agent said no: for the pause of the queue nobody is offered the customer, who is not told "at once"; then the
    agent is asked again. Whoever else gets ready meanwhile is asked without delay."""
    house = Story()
    session = await house.asks()
    await house.desk.dispatch()
    await house.desk.decline("amy", (await house.ticket(session)).id)
    ticket = await house.ticket(session)
    assert (ticket.status, ticket.declined_by, ticket.declined_at) == ("waiting", ("amy",), (NOON,))
    reply = await house.desk.expect(wait_asked(await house.state(session), ticket))
    assert (reply.high_s or 0.0) > 60.0
    house.clock.now += RULES.declined_pause_s - 1
    assert await house.desk.dispatch() == 0
    house.clock.now += 1
    assert await house.desk.dispatch() == 1
    await house.desk.decline("amy", ticket.id)
    await house.agents.save(replace(SAM, status="ready", seen_at=house.clock(), status_since=house.clock()))
    await house.desk.dispatch()
    assert (await house.ticket(session)).agent == "sam"


async def test_who_speaks_another_language_comes_only_when_nobody_else_does_and_all_are_told() -> None:
    """Amy speaks English but has no room: Wei, who does not, isn't offered the customer, who hears no promise of "at once".
    With Amy gone Wei is, the offer says so, and so do our words to the customer."""
    house = Story()
    await house.agents.save(replace(AMY, status="wrap_up", status_since=NOON, seen_at=NOON))
    await house.agents.save(replace(WEI, status="ready", status_since=NOON, seen_at=NOON))
    session = await house.asks()
    assert await house.desk.dispatch() == 0
    reply = await house.desk.expect(wait_asked(await house.state(session), await house.ticket(session)))
    assert (reply.staffed, (reply.high_s or 0.0) > 60.0) == (1, True)
    await house.desk.log_off("amy")
    ticket = await house.ticket(session)
    assert (ticket.agent, ticket.foreign) == ("wei", True)
    await house.desk.accept("wei", ticket.id)
    assert await house.heard(session, "system.agent_foreign")
    await house.desk.take(SAM, ticket.id)
    assert not (await house.ticket(session)).foreign


async def test_who_let_it_ring_is_asked_again_when_they_are_back() -> None:
    """They are on break from then on, and nothing rings into the empty chair; that they are ready again they say themselves."""
    house = Story()
    session = await house.asks()
    await house.desk.dispatch()
    house.clock.now += OFFER_S
    await house.desk.watch()
    assert (await _amy(house)).status == "break"
    assert (await house.ticket(session)).declined_at == (house.clock(),)
    assert await house.desk.dispatch() == 0
    house.clock.now += 5
    await house.desk.set_status("amy", "ready")
    assert (await house.ticket(session)).agent == "amy"


@pytest.mark.stands("R9")
async def test_an_agent_who_never_comes_back_is_replaced() -> None:
    """The desk has been shut for a minute: the customer is told, and is next in line."""
    house = Story()
    session = await house.asks()
    await house.takes(session)
    house.clock.now += AWAY_S + 1
    await house.agents.save(replace(SAM, status="ready", seen_at=house.clock(), status_since=house.clock()))
    await house.desk.watch()
    await house.desk.dispatch()
    ticket = await house.ticket(session)
    assert (ticket.status, ticket.agent, ticket.front) == ("offered", "sam", True)
    assert any(isinstance(e, HandoffReturned) and e.reason == "agent_lost" for e in await house.events(session))
    assert await house.heard(session, "system.agent_lost")


@pytest.mark.parametrize("status", SHUT_S)
async def test_who_shut_the_desk_is_offline_from_then_on(status: AgentStatus) -> None:
    """From the moment the patience of the status was over, however late anybody looks: a night is neither break nor work."""
    house = Story()
    begun = house.clock()
    await house.agents.save(replace(AMY, status=status, status_since=begun, seen_at=begun + 10))
    house.clock.now = begun + 10 + SHUT_S[status] - 1
    await house.desk.watch()
    assert (await _amy(house)).status == status
    house.clock.now += 12 * 3600
    await house.desk.watch()
    amy = await _amy(house)
    assert (amy.status, amy.status_since) == ("offline", begun + 10 + SHUT_S[status])


async def _amy(house: Story) -> Agent:
    amy = await house.agents.agent("amy")
    assert amy is not None
    return amy


async def test_wrap_up_ends_by_itself() -> None:
    """After the queue's time the ticket is filed, and who wants a pause has it."""
    house = Story()
    await house.agents.save(replace(AMY, auto_ready=False, status="ready"))
    session = await house.asks()
    ticket = await house.takes(session)
    await house.desk.end("amy", ticket)
    house.clock.now += 301
    await house.desk.watch()
    assert HandoffClosed(ticket=ticket, agent="amy", disposition="unfiled") in await house.events(session)
    amy = await house.agents.agent("amy")
    assert amy is not None
    assert (amy.status, amy.idle_since) == ("wrap_up", house.clock())


async def test_nobody_waits_in_silence_for_an_agent_who_does_not_write() -> None:
    """The desk is open and nobody answers: after two minutes the customer hears so once, and may have somebody else, first in
    line; who waits on and writes again is comforted again, and may have somebody else all the while; an answer ends it."""
    house = Story()
    session = await house.asks()
    ticket = await house.takes(session)

    async def passes(seconds: float) -> int:
        house.clock.now += seconds
        await house.agents.seen("amy", house.clock())
        await house.desk.watch()
        return sum(isinstance(e, AnswerWasLate) for e in await house.events(session))

    assert await passes(SILENT_S - 1) == 0
    assert await passes(2) == 1
    assert await passes(SILENT_S * 2) == 1
    await house.does("chat:1", TextTyped(at=house.clock(), text="hello?"))
    assert [one["payload"] for one in phase(await house.state(session))["replies"]] == ["/queue_again"]
    assert await passes(SILENT_S + 1) == 2
    await house.desk.say("amy", ticket, "Sorry, here I am.")
    assert phase(await house.state(session))["replies"] == []
    assert await passes(SILENT_S * 3) == 2
    assert not (await house.state(session)).wait.choices  # type: ignore[union-attr]

    await house.does("chat:1", TextTyped(at=house.clock(), text="and now?"))
    assert await passes(SILENT_S + 1) == 3
    await house.agents.save(replace(SAM, status="ready", seen_at=house.clock(), status_since=house.clock()))
    await house.does("chat:1", ChoicePicked(at=house.clock(), payload="/queue_again"))
    await house.desk.dispatch()
    moved = await house.ticket(session)
    assert (moved.status, moved.agent, moved.front, moved.asked_at) == ("offered", "sam", True, None)
    assert await house.heard(session, "system.passed_on")
