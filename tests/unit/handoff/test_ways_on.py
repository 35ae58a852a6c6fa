"""Ways on besides waiting: calls back are made, messages answered, places kept, promises settled."""

from typing import Any

import pytest

from frontdesk.core.desk_events import CallbackCancelled, CallbackMissed, HandoffTurnedAway, PlaceRegained, PromiseMade
from frontdesk.core.desk_inputs import CallbackFailed, CallbackPickedUp
from frontdesk.core.events import Said
from frontdesk.core.exits import ToHandoff, ToTalk
from frontdesk.core.inputs import (
    ChoicePicked,
    ContactLeft,
    KeysPressed,
    MachineReplied,
    NothingHeard,
    TextTyped,
    WaitReply,
    WordsSpoken,
)
from frontdesk.core.queues import QueueRules
from frontdesk.core.rooms import InTalk, State, WithHuman
from frontdesk.core.turn import Draft
from frontdesk.core.waits import EstimateWait, ForCustomer
from handoff import step as human
from tests.fakes.desk import AMY, NOON
from tests.fakes.words import NamedWords
from tests.unit.handoff.stories import NUMBER, Story


async def test_a_promised_call_is_made_and_bridged() -> None:
    """Hang up, keep the place; when an agent is free the customer rings first, then the agent; then they talk."""
    house = Story()
    session = await house.call_back()
    assert (await house.state(session)).over
    await house.does("voice:CA1", ContactLeft(at=house.clock()))
    assert (await house.ticket(session)).status == "waiting"
    house.clock.now += 300
    await house.free_again()
    await house.takes(session)
    await house.react()
    [leg] = house.rung(NUMBER)
    assert house.rung(AMY.phone) == [], "the agent's phone is quiet until the customer is there"
    await house.tell(session, CallbackPickedUp(at=house.clock(), leg=leg, until=house.clock() + 40))
    await house.react()
    assert len(house.rung(AMY.phone)) == 1
    assert await house.turns.present(f"voice:{leg}") is not None, "the new call is the session's address"
    await house.connects(session)
    ticket = await house.ticket(session)
    assert (ticket.status, ticket.talks, ticket.created_at) == ("connected", 1, NOON)
    assert (await house.settled(session))["callback"] == "kept"
    assert isinstance((await house.state(session)).room, WithHuman)


async def test_a_call_nobody_answers_is_tried_again_and_ends() -> None:
    """The place is kept between tries and the agent is free; after the last the ticket is closed and says why."""
    house = Story()
    session = await house.call_back()
    for attempt in range(1, 4):
        house.clock.now += 400
        await house.free_again()
        await house.takes(session)
        await house.react()
        assert len(house.rung(NUMBER)) == attempt
        await house.tell(session, CallbackFailed(at=house.clock(), reason="no_answer"))
        if attempt < 3:
            assert (await house.ticket(session)).agent is None
            assert await house.desk.dispatch() == 0, "not at once again"
    ticket = await house.ticket(session)
    assert (ticket.status, ticket.disposition) == ("closed", "unreachable")
    assert sum(isinstance(e, CallbackMissed) for e in await house.events(session)) == 3


async def test_a_promised_call_that_was_never_rung_is_no_try() -> None:
    """The server was killed between the agent's yes and the call: when the time for it is over the customer, at the same place,
    is offered again at once; whom the carrier did ring and who did not answer is tried later."""
    house = Story()
    session = await house.call_back()
    await house.free_again()
    await house.takes(session)
    house.reactions.clear()  # killed: nobody heard of the yes
    for rung, waits in ((False, False), (True, True)):
        due_at = (await house.ticket(session)).due_at
        assert due_at is not None
        house.clock.now = due_at
        await house.desk.watch()
        ticket = await house.ticket(session)
        assert (ticket.status, ticket.created_at, ticket.tries) == ("waiting", NOON, int(rung))
        await house.free_again()
        assert await house.desk.dispatch() == (0 if waits else 1)
        if not rung:
            await house.desk.accept("amy", ticket.id)
            await house.react()
            assert len(house.rung(NUMBER)) == 1


async def test_a_number_that_may_not_be_called_is_not() -> None:
    """Toll fraud: neither offered, nor, when the rules changed meanwhile, rung. A withheld number has no call back."""
    house = Story()
    session = await house.call_back()
    house.refused.add(NUMBER)
    await house.free_again()
    await house.takes(session)
    await house.react()
    assert house.rung(NUMBER) == []
    assert (await house.settled(session))["callback"] == "broken"
    for address, caller in (("voice:CA9", NUMBER), ("voice:CA8", None)):
        other = await house.asks(address, caller=caller)
        assert "callback" not in (await house.ticket(other)).offered_options


async def test_a_message_is_somebodys_work() -> None:
    """The message takes the place; the agent who takes it works on it without a talk; closing keeps the promise."""
    house = Story()
    await house.agents.set_status("amy", "break", NOON)
    session = await house.asks()
    await house.does("chat:1", ChoicePicked(at=house.clock(), payload="/queue_message"))
    await house.does("chat:1", TextTyped(at=house.clock(), text="My parcel is wet."))
    assert (await house.state(session)).facts["message"] == "My parcel is wet."
    await house.does("chat:1", ContactLeft(at=house.clock()))
    await house.free_again()
    ticket = await house.takes(session)
    assert (await house.ticket(session)).status == "wrap_up"
    await house.desk.close("amy", ticket, "solved")
    assert (await house.settled(session))["message"] == "kept"


async def test_who_goes_on_with_the_bot_keeps_the_place() -> None:
    """The agent finds them wherever they are; asking for a person again opens no second ticket."""
    house = Story()
    await house.agents.set_status("amy", "break", NOON)
    session = await house.asks()
    ticket = await house.ticket(session)
    await house.does("chat:1", ChoicePicked(at=house.clock(), payload="/queue_bot"))
    assert isinstance((await house.state(session)).room, InTalk)
    await house.does("chat:1", TextTyped(at=house.clock(), text="0"))
    assert (await house.ticket(session)).id == ticket.id
    assert isinstance((await house.state(session)).room, WithHuman)
    await house.does("chat:1", ChoicePicked(at=house.clock(), payload="/queue_bot"))
    await house.free_again()
    await house.takes(session)
    state = await house.state(session)
    assert isinstance(state.room, WithHuman)
    assert await house.heard(session, "system.agent_joined_plain")


async def test_who_asks_how_long_beside_the_bot_stays_there() -> None:
    """Told as in the queue, with the place that is kept; never later than was told without a word."""
    house = Story()
    await house.agents.set_status("amy", "break", NOON)
    session = await house.asks()
    await house.does("chat:1", ChoicePicked(at=house.clock(), payload="/queue_bot"))
    await house.does("chat:1", TextTyped(at=house.clock(), text="how long is the queue"))
    state = await house.state(session)
    assert (type(state.room), type(state.wait)) == (InTalk, ForCustomer)
    assert await house.heard(session, "system.nobody_staffed")
    assert state.ticket is not None
    assert (state.ticket.status, state.ticket.heard_at) == ("waiting", house.clock())


async def test_a_verified_caller_who_was_cut_off_has_the_place_again() -> None:
    """Within the window, by who they are, once; never by the number, which may be anybody's."""
    house = Story()
    await house.agents.set_status("amy", "break", NOON)
    first = await house.asks("voice:CA1", caller=NUMBER)
    await house.verify(first)
    house.clock.now += 120
    await house.does("voice:CA1", ContactLeft(at=house.clock()))
    house.clock.now += 60
    again = await house.asks("voice:CA2", caller=NUMBER)
    ticket = await house.ticket(again)
    assert ticket.place_at is None, "the same number is no proof"
    asking = EstimateWait(queue="service", lang="en", medium="voice", ticket=ticket.id, customer="C0007")
    found = await house.desk.expect(asking)
    assert (found.place_of, found.place_at) == ((await house.ticket(first)).id, NOON)
    house.clock.now += 3600
    assert (await house.desk.expect(asking)).place_of is None


async def test_who_calls_again_need_not_be_called_back() -> None:
    """The new ticket takes the old place, and the promised call is called off."""
    house = Story()
    session = await house.call_back()
    await house.verify(session)
    again = await house.asks("voice:CA2", caller=NUMBER)
    new = await house.ticket(again)
    reply = WaitReply(position=1, staffed=1, place_at=NOON, place_of=(await house.ticket(session)).id)
    draft = Draft(_before_telling(await house.state(again)), at=house.clock())
    human.estimate(NamedWords(), draft, MachineReplied(at=house.clock(), reply=reply))
    assert draft.state.ticket is not None
    assert any(isinstance(e, PlaceRegained) for e in draft.events)
    await house.keep(again, draft.state)
    await house.desk.watch()
    assert (await house.ticket(session)).status == "abandoned"
    assert any(isinstance(e, CallbackCancelled) for e in await house.events(session))
    assert new.status == "waiting"


def _before_telling(state: State) -> State:
    from dataclasses import replace  # noqa: PLC0415

    assert state.ticket is not None
    return replace(state, ticket=replace(state.ticket, heard_at=None))


async def test_every_promise_is_settled_when_the_ticket_is_over() -> None:
    """Hundred percent: whatever was made is kept, late, broken or void at the end."""
    house = Story()
    for address, leaves in (("chat:a", True), ("chat:b", False)):
        session = await house.asks(address, first="my order 10023 never came")
        if leaves:
            await house.does(address, ContactLeft(at=house.clock()))
        else:
            ticket = await house.takes(session)
            await house.desk.mark("amy", ticket, "order_number", "asked_again")
            await house.desk.close("amy", ticket, "solved")
        made = {e.what for e in await house.events(session) if isinstance(e, PromiseMade)}
        settled = await house.settled(session)
        assert made == set(settled)
        assert "no_repeat" in made
        if not leaves:
            assert settled["no_repeat"] == "broken", "it was asked again"


def turned_away(words: NamedWords, reply: WaitReply, channel: Any = "voice") -> Draft:
    """A customer asks for a person where there is no place."""
    draft = Draft(State(session="S-1", channel=channel, lang="en", started_at=0, caller=NUMBER), at=1)
    human.request(words, draft, ToHandoff(reason="asked"))
    human.estimate(words, draft, MachineReplied(at=1, reply=reply))
    return draft


@pytest.mark.stands("R9")
def test_after_hours_the_truth_and_other_ways() -> None:
    """No place in a queue nobody looks at: a call when it opens, a message, or the bot."""
    words = NamedWords(opens=50_000.0)
    draft = turned_away(words, WaitReply(position=1, staffed=0, options=("bot", "message", "callback")))
    assert HandoffTurnedAway(ticket="T-1-1", reason="after_hours") in draft.events
    assert said(draft)[:2] == ["system.closed_hours", "system.back_at"]
    assert isinstance(draft.state.wait, ForCustomer)
    key = next(c.key for c in draft.state.wait.choices if c.payload.endswith("callback"))
    booked = Draft(draft.state, at=5)
    human.customer(words, booked, KeysPressed(at=5, digits=key or ""))
    assert said(booked) == ["system.callback_booked_later"]
    ticket = booked.state.ticket
    assert ticket is not None
    assert (ticket.status, ticket.mode, ticket.not_before) == ("waiting", "callback", 50_000.0)
    [promise] = ticket.promises
    assert (promise.what, promise.due_at) == ("callback", 50_000.0 + QueueRules().longest_s)


def test_a_request_among_the_ways_on_goes_to_the_bot() -> None:
    """As it was said; a word or two that fit nothing are asked again."""
    draft = turned_away(NamedWords(), WaitReply(position=9, staffed=1, full=True, options=("bot", "message")))
    asks = Draft(draft.state, at=2)
    wish = "can I ask something about my order"
    assert human.customer(NamedWords(), asks, WordsSpoken(at=2, text=wish)) == ToTalk(text=wish)
    rather = Draft(draft.state, at=2)
    given_up = WordsSpoken(at=2, text="never mind, where is my order 10023")
    assert human.customer(NamedWords(), rather, given_up) == ToTalk(text="where is my order 10023")
    slip = Draft(draft.state, at=2)
    assert human.customer(NamedWords(), slip, WordsSpoken(at=2, text="uh the")) is None
    assert said(slip)[0] == "system.not_understood"


def test_who_has_no_place_is_not_told_to_keep_it() -> None:
    """The call back of a full queue comes as soon as somebody is free."""
    draft = turned_away(NamedWords(), WaitReply(position=9, staffed=1, full=True, options=("callback",)))
    booked = Draft(draft.state, at=5)
    human.customer(NamedWords(), booked, KeysPressed(at=5, digits="1"))
    assert said(booked) == ["system.callback_booked_only"]
    given = turned_away(NamedWords(), WaitReply(position=9, staffed=1, full=True, options=("number",)))
    assert isinstance(given.state.wait, ForCustomer)
    assert [choice.label for choice in given.state.wait.choices] == ["[system.option_callback_only]"]


def test_who_waits_till_the_hours_are_over_hears_when_they_begin_again() -> None:
    """Nobody tells them to wait for the next colleague once none can come; in the hours they hear how long those go on."""
    reply = MachineReplied(at=1, reply=WaitReply(position=1, staffed=0, options=("message",)))
    draft = Draft(State(session="S-1", channel="voice", lang="en", started_at=0), at=1)
    open_till = NamedWords(closes=100.0, opens=50_000.0)
    human.request(open_till, draft, ToHandoff(reason="asked"))
    human.estimate(open_till, draft, reply)
    assert said(draft)[-3:-1] == ["system.nobody_staffed", "system.desk_hours"]
    later = Draft(draft.state, at=101)
    human.customer(open_till, later, KeysPressed(at=101, digits="9"))
    assert said(later)[:2] == ["system.closed_hours", "system.back_at"]


def said(draft: Draft) -> list[str | None]:
    """Which prompts were said, in order."""
    return [event.prompt for event in draft.events if isinstance(event, Said)]


@pytest.mark.stands("R9")
def test_a_full_queue_says_so() -> None:
    """Nobody is put at the end of a line that is too long; silence there ends politely."""
    draft = turned_away(NamedWords(), WaitReply(position=9, staffed=1, full=True, options=("message",)))
    assert HandoffTurnedAway(ticket="T-1-1", reason="queue_full") in draft.events
    assert said(draft)[0] == "system.queue_full"
    for count in (1, 2):
        draft = Draft(draft.state, at=1 + count)
        leaving = human.customer(NamedWords(), draft, NothingHeard(at=1 + count))
        assert (leaving is None) == (count == 1)


async def test_who_goes_home_after_this_customer_is_nobody_to_wait_for() -> None:
    """Amy is offline, and still with her last customer: whoever waits is not told of minutes that end with that talk."""
    house = Story()
    await house.takes(await house.asks())
    asking = EstimateWait(queue="service", lang="en", medium="text")
    assert (await house.desk.expect(asking)).staffed
    for status in ("break", "offline"):
        await house.agents.set_status("amy", status, house.clock())
        found = await house.desk.expect(asking)
        assert (found.staffed, found.high_s) == (0, None)
