"""The phone bridge: what follows a committed turn at the carrier, and what comes back from there."""

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from frontdesk.adapters.memory.agents import MemoryAgentStore
from frontdesk.adapters.twilio.memory import MemoryCalls
from frontdesk.core.desk_events import HandoffBriefed
from frontdesk.core.errors import NotAllowed
from frontdesk.core.events import HandoffAccepted, HandoffEnded, SessionEnded
from frontdesk.core.inputs import AgentRung, ContactLeft
from frontdesk.core.rooms import Outside, State
from frontdesk.core.tickets import Colleague, Ticket
from handoff.phone import PhoneBridge, newest_filed
from handoff.ports import CallFailed, QueuedTicket
from handoff.ways import Ways
from tests.fakes.desk import AMY, NOON

TICKET = Ticket(
    id="T-1-1", queue="service", reason="asked", priority=50, lang="en", channel="voice", status="accepted",
    created_at=NOON, agent="amy",
)  # fmt: skip
STATE = State(session="S-1", channel="voice", lang="en", started_at=NOON, address="voice:CA1", seq=7, ticket=TICKET)
OVER = replace(STATE, room=Outside(over=True))
ACCEPTED = HandoffAccepted(ticket="T-1-1", agent="amy")


@dataclass
class Ears:
    """Hears what the bridge tells the session; refuses it when the ticket is to have moved on."""

    moved_on: bool = False
    told: list[Any] = field(default_factory=list)

    async def tell(self, session: str, given: Any, key: str) -> None:
        self.told.append(given)
        if self.moved_on:
            raise NotAllowed("The conversation is abandoned now.")


@pytest.fixture
def calls() -> MemoryCalls:
    return MemoryCalls()


class Deaf(MemoryCalls):
    """A carrier that does not answer."""

    async def on_line(self, call_sid: str) -> bool:
        raise CallFailed("The carrier did not answer in time; try again, or look at its status page.")


def ways(ears: Ears) -> Ways:
    return Ways(tell=ears.tell, clock=lambda: NOON, new_key=lambda: "k")


def bridge(calls: MemoryCalls, ears: Ears) -> PhoneBridge:
    return PhoneBridge(calls, MemoryAgentStore([AMY]), ways(ears))


async def test_who_accepts_is_rung(calls: MemoryCalls) -> None:
    """The leg's id comes back to the ticket it was rung for."""
    ears = Ears()
    await bridge(calls, ears).follow(None, STATE, [ACCEPTED])
    leg = calls.rung[0][0]
    assert ears.told == [AgentRung(at=NOON, agent="amy", ticket="T-1-1", leg=leg)]
    assert calls.ended == []


async def test_no_phone_rings_for_a_customer_who_left(calls: MemoryCalls) -> None:
    """The customer hung up while the agent's leg was being made: it stops ringing."""
    await bridge(calls, Ears(moved_on=True)).follow(None, STATE, [ACCEPTED])
    assert calls.ended == [calls.rung[0][0]]


async def test_a_caller_who_is_gone_has_left(calls: MemoryCalls) -> None:
    """The carrier's word that a call ended may be lost; the call that can't be moved tells it, too."""
    ears = Ears()
    await bridge(calls, ears).follow(None, STATE, [HandoffBriefed(ticket="T-1-1", agent="amy")])
    assert ears.told == [ContactLeft(at=NOON, reason="hung_up")]


async def test_who_hung_up_while_we_were_stopped_has_left(calls: MemoryCalls) -> None:
    """Nobody could hear of it then; otherwise agents are offered a caller who is not there. Who is there, or waits for a call
    back, stays, and so does everybody when the carrier does not answer."""
    waiting = replace(STATE, ticket=replace(TICKET, status="waiting", agent=None))
    promised = replace(STATE, ticket=replace(TICKET, status="waiting", mode="callback"))
    for state, live, there in ((waiting, {"CA1"}, True), (waiting, set[str](), False), (promised, set[str](), True)):
        ears, calls.live = Ears(), live
        assert await bridge(calls, ears).there(state) is there
        assert ears.told == ([] if there else [ContactLeft(at=NOON, reason="hung_up")])
    ears = Ears()
    assert await PhoneBridge(Deaf(), MemoryAgentStore([AMY]), ways(ears)).there(waiting)
    assert ears.told == []


async def test_after_a_stop_the_newest_filed_call_of_each_agent_is_ended(calls: MemoryCalls) -> None:
    """Filed, and killed before the carrier was told: caller and agent would stay together until one of them hangs up. Calls
    that were filed before cannot go on any more, and who was never rung has no leg."""
    filed = replace(TICKET, status="closed", leg="CA-old", closed_at=NOON - 600)
    past = [
        replace(filed, leg="CA-new", closed_at=NOON),
        filed,
        replace(filed, agent="wei", leg="CA-wei", closed_at=NOON - 900),
        replace(filed, agent="ada", leg=None),
        replace(filed, agent="sam", leg="CA-sam", status="abandoned"),
    ]
    calls.live |= {"CA1", "CA-old", "CA-new", "CA-wei", "CA-sam"}
    for queued in newest_filed([QueuedTicket(session="S-1", ticket=one) for one in past]):
        await bridge(calls, Ears()).part(None, queued.ticket)
    assert sorted(calls.ended) == ["CA-new", "CA-wei"]
    assert calls.moved == []


async def _over(state: State, *events: Any) -> MemoryCalls:
    """The calls after a talk of three was ended by this."""
    calls = MemoryCalls(live={"CA1", "CA-amy", "CA-wei"})
    third = Colleague(agent="wei", name="Wei", role="three_way", joined=True, leg="CA-wei")
    before = replace(TICKET, status="connected", leg="CA-amy", helpers=(third,))
    filed = replace(TICKET, status="wrap_up", leg="CA-amy")
    ended = HandoffEnded(ticket="T-1-1", agent="amy")
    await bridge(calls, Ears()).follow(before, replace(state, ticket=filed), [ended, *events])
    return calls


async def test_a_talk_of_three_leaves_nobody_in_its_room() -> None:
    """The agent ends it: the caller is led out, to the question or to a goodbye where there is none, before the others' calls
    end; who has hung up already is not led anywhere."""
    asked = await _over(STATE)
    over = await _over(OVER, SessionEnded(reason="completed"))
    gone = await _over(OVER, SessionEnded(reason="hung_up"))
    for calls, moved in ((asked, 1), (over, 1), (gone, 0)):
        assert (calls.ended, len(calls.moved)) == (["CA-amy", "CA-wei"], moved)
