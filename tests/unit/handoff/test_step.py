"""The human's room: what each party's doing means for the ticket and for the customer."""

from dataclasses import replace

import pytest

from frontdesk.core.desk_events import OptionsOffered, PromiseSettled
from frontdesk.core.desk_inputs import BridgeConfirmed, WaitContinued
from frontdesk.core.errors import NotAllowed
from frontdesk.core.events import (
    AgentSaid,
    HandoffAbandoned,
    HandoffClosed,
    HandoffConnected,
    HandoffEnded,
    HandoffExpired,
    HandoffRequested,
    HandoffReturned,
    Said,
    WaitTold,
)
from frontdesk.core.exits import ToEnd, ToHandoff, ToTalk
from frontdesk.core.inputs import (
    AgentClosed,
    AgentJoined,
    AgentLeft,
    AgentWrote,
    ChoicePicked,
    ContactLeft,
    MachineFailed,
    MachineReplied,
    OfferAccepted,
    OfferDeclined,
    OfferMade,
    TextTyped,
    TimerRang,
    WaitReply,
)
from frontdesk.core.queues import QueueRules
from frontdesk.core.rooms import State, WithHuman
from frontdesk.core.turn import Draft
from frontdesk.core.waits import EstimateWait, ForAgent, ForCustomer, ForReply
from handoff import step as human
from handoff.keeping import LEAVE
from handoff.waits import ESTIMATE_DEADLINE_S
from tests.fakes.words import NamedWords

WORDS = NamedWords()
COMES = "[system.to_human_plain]"
LONGEST_S = QueueRules().longest_s
OFFER = OfferMade(at=10, agent="amy", agent_name="Amy", until=40)


def requested(channel: str = "chat", **facts: str) -> State:
    """A session whose ticket was just opened."""
    draft = Draft(State(session="S-1", channel=channel, lang="en", started_at=0, facts=facts), at=1)  # type: ignore[arg-type]
    human.request(WORDS, draft, ToHandoff(reason="asked"))
    return draft.state


def waiting(channel: str = "chat", **facts: str) -> State:
    """A session whose customer waits and was told how long."""
    draft = Draft(requested(channel, **facts), at=1)
    reply = MachineReplied(at=1, reply=WaitReply(position=2, staffed=1, low_s=60, high_s=240))
    human.estimate(WORDS, draft, reply)
    return draft.state


def through(state: State, *given: object) -> Draft:
    """Agents' inputs one after the other; the draft of the last."""
    draft = Draft(state)
    for one in given:
        draft = Draft(draft.state, at=one.at)  # type: ignore[attr-defined]
        human.agent(WORDS, draft, one)  # type: ignore[arg-type]
    return draft


def said(draft: Draft) -> list[str]:
    return [e.text for e in draft.events if isinstance(e, Said)]


def test_a_request_opens_one_ticket_and_asks_for_the_wait() -> None:
    """The ticket carries the reason and a priority by tier; what the customer hears waits for the estimate."""
    draft = Draft(State(session="S-1", channel="chat", lang="en", started_at=0, facts={"customer_tier": "gold"}), at=5)

    human.request(WORDS, draft, ToHandoff(reason="asked"))

    assert draft.events[0] == HandoffRequested(ticket="T-1-1", queue="service", reason="asked", priority=70)
    asked = EstimateWait(queue="service", lang="en", tier="gold", priority=70, ticket="T-1-1")
    assert draft.state.wait == ForReply(request=asked, deadline_s=ESTIMATE_DEADLINE_S)
    assert said(draft) == []


@pytest.mark.parametrize(
    ("known", "promised"),
    [
        ({"facts": {"order_number": "10023"}}, True),
        ({"facts": {"goal": "order_status"}}, True),
        ({"told": True}, True),
        ({}, False),
        ({"facts": {"recording": "yes", "customer_id": "C1", "goal": "human_agent"}}, False),
    ],
)
def test_nobody_is_promised_what_was_never_said(known: dict[str, object], promised: bool) -> None:
    """That a person will know what was talked about is said, and owed, only where something was."""
    state = State(session="S-1", channel="chat", lang="en", started_at=0)
    draft = Draft(replace(state, **known), at=1)  # type: ignore[arg-type]

    human.request(WORDS, draft, ToHandoff(reason="asked"))
    human.estimate(WORDS, draft, MachineReplied(at=1, reply=WaitReply(position=1, staffed=1, low_s=0, high_s=45)))

    assert said(draft) == ["[system.to_human]" if promised else "[system.to_human_plain]", "[system.wait_short]"]
    ticket = draft.state.ticket
    assert ticket is not None
    assert any(promise.what == "no_repeat" for promise in ticket.promises) is promised


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (WaitReply(position=1, staffed=2, low_s=0, high_s=45), [COMES, "[system.wait_short]"]),
        (WaitReply(position=3, staffed=2, low_s=100, high_s=290), [COMES, "[system.wait_range high=5 low=1]"]),
        (WaitReply(position=1, staffed=2), [COMES, "[system.wait_unknown]"]),
        (WaitReply(position=1, staffed=0), ["[system.nobody_staffed]"]),
    ],
)
def test_the_wait_is_told_as_it_is_known(reply: WaitReply, words: list[str]) -> None:
    """A range in whole minutes, or honestly that it can't be told. Never a place that others may still pass. That somebody is
    fetched is told where there is somebody."""
    draft = Draft(requested(), at=2)

    human.estimate(WORDS, draft, MachineReplied(at=2, reply=reply))

    assert said(draft) == words
    assert any(isinstance(e, WaitTold) and e.low_s == reply.low_s for e in draft.events)


def test_a_failed_estimate_still_tells_something() -> None:
    """No estimate is no reason for silence."""
    draft = Draft(requested(), at=2)

    human.estimate(WORDS, draft, MachineFailed(at=2, machine="estimate", reason="late"))

    assert said(draft) == [COMES, "[system.wait_unknown]"]
    assert isinstance(draft.state.wait, ForAgent)


def test_what_a_failed_estimate_could_not_say_is_said_with_the_next_one() -> None:
    """On a busy machine the first estimate comes too late: who waits hears a moment later, and not only after the time between
    two announcements, that nobody is there, with the call back and all else that they would have been offered at once."""
    asked = replace(requested("voice"), caller="+441632960012")
    late = MachineFailed(at=2, machine="estimate", reason="late")
    nobody = MachineReplied(at=9, reply=WaitReply(position=1, staffed=0, options=("bot", "message", "callback")))
    first = Draft(asked, at=2)
    human.estimate(WORDS, first, late)
    again = Draft(first.state, at=7)
    human.agent(WORDS, again, WaitContinued(at=7, ticket="T-1-1"))
    human.estimate(WORDS, again, late)
    assert said(again) == []  # still nothing is known, and that was said

    known = Draft(again.state, at=9)
    human.agent(WORDS, known, WaitContinued(at=9, ticket="T-1-1"))
    human.estimate(WORDS, known, nobody)
    offered = [event.options for event in known.events if isinstance(event, OptionsOffered)]
    assert said(known)[0] == "[system.nobody_staffed]"
    assert "callback" in offered[0]

    quiet = Draft(known.state, at=19)
    human.agent(WORDS, quiet, WaitContinued(at=19, ticket="T-1-1"))
    human.estimate(WORDS, quiet, nobody)
    assert said(quiet) == []


def test_a_chat_is_connected_by_accepting_it() -> None:
    """Accepting is joining: the customer is told who is there."""
    draft = through(waiting(), OFFER, OfferAccepted(at=12, agent="amy"))

    assert draft.state.ticket is not None
    assert draft.state.ticket.status == "connected"
    assert draft.state.wait == ForAgent(ticket="T-1-1", connected=True)
    assert said(draft) == ["[system.agent_joined_plain agent=Amy]"]


def test_a_call_is_connected_only_when_the_agent_is_on_the_line() -> None:
    """A phone agent has accepted first and joins later; until then the caller stays in the queue."""
    accepted = through(waiting("voice"), OFFER, OfferAccepted(at=12, agent="amy", until=50))

    assert accepted.state.ticket is not None
    assert (accepted.state.ticket.status, accepted.state.ticket.due_at) == ("accepted", 50)

    briefed = through(accepted.state, AgentJoined(at=20, agent="amy"))

    assert briefed.state.ticket is not None
    assert briefed.state.ticket.status == "briefed", "the caller's own call has not come yet"
    assert not any(isinstance(e, HandoffConnected) for e in briefed.events)
    joined = through(briefed.state, BridgeConfirmed(at=21))
    assert any(isinstance(e, HandoffConnected) for e in joined.events)


def test_only_the_agent_it_was_offered_to_may_take_it() -> None:
    """Never two agents on one customer."""
    with pytest.raises(NotAllowed, match="Another agent"):
        through(waiting(), OFFER, OfferAccepted(at=12, agent="wei"))


@pytest.mark.parametrize("given", [OfferDeclined(at=15, agent="amy"), TimerRang(at=41)])
def test_an_offer_not_taken_keeps_the_place(given: object) -> None:
    """Declined or not answered: back to waiting since the same time, that agent asked last."""
    before = waiting()

    draft = through(before, OFFER, given)

    ticket = draft.state.ticket
    assert ticket is not None
    assert before.ticket is not None
    assert (ticket.status, ticket.created_at, ticket.agent) == ("waiting", before.ticket.created_at, None)
    assert ticket.declined_by == ("amy",)
    assert isinstance(draft.events[0], HandoffReturned)


def test_a_timer_that_rings_early_is_refused() -> None:
    """Another process may ring a timer twice; only the one in time counts."""
    with pytest.raises(NotAllowed, match="not run out"):
        through(waiting(), OFFER, TimerRang(at=39))


def test_the_bot_is_silent_while_a_human_owns_the_conversation() -> None:
    """The customer's words go to the agent, and nothing but the agent's words comes back."""
    state = through(waiting(), OFFER, OfferAccepted(at=12, agent="amy")).state
    draft = Draft(state, at=13)

    human.customer(WORDS, draft, TextTyped(at=13, text="hello?"))

    assert said(draft) == []
    reply = through(draft.state, AgentWrote(at=14, agent="amy", text="Hi"))
    assert reply.events == [AgentSaid(agent="amy", agent_name="Amy", text="Hi")]


def test_closing_ends_the_talk_and_leads_to_the_effort_question() -> None:
    """A disposition closes the ticket; a connected customer goes on to the end."""
    state = through(waiting(), OFFER, OfferAccepted(at=12, agent="amy")).state
    draft = Draft(state, at=60)

    leaving = human.agent(WORDS, draft, AgentClosed(at=60, agent="amy", disposition="solved"))

    assert leaving == ToEnd()
    assert [type(e) for e in draft.events] == [HandoffEnded, HandoffClosed]
    assert draft.state.ticket is not None
    assert draft.state.ticket.closed_at == 60


def test_wrap_up_after_the_talk_changes_nothing_for_the_customer() -> None:
    """Ended first, closed later: the second only files the ticket."""
    state = through(waiting(), OFFER, OfferAccepted(at=12, agent="amy"), AgentLeft(at=50, agent="amy")).state
    moved_on = replace(state, room=WithHuman(), wait=ForAgent(ticket="T-1-1"))
    draft = Draft(moved_on, at=70)

    leaving = human.agent(WORDS, draft, AgentClosed(at=70, agent="amy", disposition="other", note="called back"))

    assert leaving is None
    assert draft.state.wait == moved_on.wait


def test_who_leaves_the_queue_abandoned_it() -> None:
    """Hanging up before being connected is an abandonment, with how long they waited."""
    draft = Draft(waiting(), at=61)

    human.left(WORDS, draft, ContactLeft(at=61))

    assert draft.events[0] == HandoffAbandoned(ticket="T-1-1", waited_s=60)
    assert {e.how for e in draft.events if isinstance(e, PromiseSettled)} == {"void"}


def test_nobody_waits_for_ever() -> None:
    """After the longest wait the customer is told the truth and let go on."""
    draft = Draft(waiting(), at=1 + LONGEST_S)

    leaving = human.agent(WORDS, draft, TimerRang(at=1 + LONGEST_S))

    assert leaving == ToEnd()
    assert isinstance(draft.events[0], HandoffExpired)
    assert said(draft) == ["[system.expired]"]
    state = waiting("voice")
    assert state.ticket is not None
    could_leave_one = replace(state, ticket=replace(state.ticket, offered_options=("bot", "number")))
    offered = Draft(could_leave_one, at=1 + LONGEST_S)
    assert human.agent(WORDS, offered, TimerRang(at=1 + LONGEST_S)) is None
    assert isinstance(offered.state.wait, ForCustomer)
    assert [choice.payload for choice in offered.state.wait.choices] == ["/queue_number"]
    closed = Draft(waiting(), at=1 + LONGEST_S)
    human.agent(NamedWords(opens=LONGEST_S + 9), closed, TimerRang(at=1 + LONGEST_S))
    assert [line.split()[0].strip("[]") for line in said(closed)] == ["system.expired", "system.back_at"]


def test_who_waits_in_a_chat_may_go_back_to_the_bot() -> None:
    """The button is there as long as nobody came, an offer included; pressing it leaves the queue and opens the talk."""
    offered = through(waiting(), OFFER).state
    assert isinstance(offered.wait, ForAgent)
    [choice] = offered.wait.choices
    draft = Draft(offered, at=20)

    assert human.customer(WORDS, draft, ChoicePicked(at=20, payload=choice.payload)) == ToTalk()
    assert draft.state.ticket is not None
    assert draft.state.ticket.status == "abandoned"
    assert HandoffAbandoned(ticket="T-1-1", waited_s=19) in draft.events


def test_the_way_back_to_the_bot_ends_where_a_person_is() -> None:
    """No button once an agent is there, nor on the phone, where a caller hangs up."""
    connected = through(waiting(), OFFER, OfferAccepted(at=11, agent="amy")).state
    for state in (connected, waiting("voice")):
        assert isinstance(state.wait, ForAgent)
        assert state.wait.choices == ()
    draft = Draft(connected, at=20)
    assert human.customer(WORDS, draft, ChoicePicked(at=20, payload=LEAVE)) is None
    assert draft.state.ticket == connected.ticket
