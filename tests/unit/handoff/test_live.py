"""The room follows the ticket; where the carrier refuses, the ticket follows the room: the customer hears nothing amiss."""

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from frontdesk.adapters.memory.agents import MemoryAgentStore
from frontdesk.core.desk_events import HelperInvited, HoldStarted
from frontdesk.core.desk_inputs import HelperRung, HelperWent, HoldSet
from frontdesk.core.errors import NotAllowed
from frontdesk.core.tickets import Colleague, Ticket
from handoff.live import RINGING_S, LiveRooms
from handoff.ports import CallFailed, QueuedTicket
from handoff.rooms import Guest, Seat
from handoff.ways import Ways
from tests.fakes.desk import AMY, NOON, WEI
from tests.unit.handoff.test_phone import STATE

ADVICE = Colleague(agent="wei", name="Wei", role="consult")
TALK = replace(STATE.ticket, status="connected", leg="CA-amy", talks=1)  # type: ignore[type-var]


@dataclass
class World:
    """A carrier's rooms that may refuse, a desk with one ticket, and what was told to the session."""

    ticket: Ticket
    refuses: tuple[str, ...] = ()
    moved_on: bool = False
    asked: list[Any] = field(default_factory=list)
    told: list[Any] = field(default_factory=list)

    async def seat(self, ticket: str, call: str, seat: Seat) -> None:
        self.asked.append((call, seat))
        if ("hold" in self.refuses and seat.held) or ("mute" in self.refuses and seat.muted):
            raise CallFailed("The carrier refused.")

    async def ring_in(self, ticket: str, guest: Guest) -> str:
        self.asked.append(guest)
        if "ring" in self.refuses:
            raise CallFailed("The carrier refused.")
        return "CA-wei"

    async def put_out(self, ticket: str, call: str) -> None:
        self.asked.append(("out", call))

    async def open_tickets(self) -> list[QueuedTicket]:
        return [QueuedTicket(session="S-1", ticket=self.ticket)]

    async def tell(self, session: str, given: Any, key: str) -> None:
        self.told.append(given)
        if self.moved_on:
            raise NotAllowed("The conversation is over now.")

    def rooms(self) -> LiveRooms:
        ways = Ways(tell=self.tell, clock=lambda: NOON, new_key=lambda: "k")
        return LiveRooms(self, _Queue(self), MemoryAgentStore([AMY, WEI]), ways)

    async def follow(self, *events: Any) -> None:
        await self.rooms().follow(TALK, replace(STATE, ticket=self.ticket), events)


class _Queue:
    """The one ticket as the read model has it."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def open_tickets(self) -> list[QueuedTicket]:
        return await self._world.open_tickets()

    async def ticket(self, ticket: str) -> QueuedTicket | None:
        return (await self._world.open_tickets())[0]

    async def due(self, now: float) -> list[QueuedTicket]:
        return []

    async def handling_times(self, queue: str, limit: int = 50) -> list[float]:
        return []

    async def past(self, since: float, limit: int = 20_000) -> list[QueuedTicket]:
        return []

    async def of_customer(self, customer: str, since: float) -> list[QueuedTicket]:
        return []


HELD = replace(TALK, held=True, helpers=(ADVICE,))
ASKED = (
    HoldStarted(ticket="T-1-1", agent="amy"),
    HelperInvited(ticket="T-1-1", agent="amy", helper="wei", role="consult"),
)


async def test_the_customer_is_on_hold_before_anybody_rings() -> None:
    """First hold, then the agent's own seat (whose going must not end it), then the colleague's phone."""
    world = World(HELD)
    await world.follow(*ASKED)
    caller, agent, guest = world.asked
    assert caller == ("CA1", Seat(held=True, music="/twilio/voice/on-hold?lang=en"))
    assert agent == ("CA-amy", Seat(muted=False, ends=False))
    assert guest.phone == WEI.phone
    assert world.told == [HelperRung(at=NOON, helper="wei", leg="CA-wei", ticket="T-1-1")]


async def test_where_hold_is_refused_nobody_is_asked() -> None:
    """The customer would hear the advice: nobody rings, and the desk shows that there is no hold and no colleague."""
    world = World(HELD, refuses=("hold",))
    await world.follow(*ASKED)
    assert not any(isinstance(one, Guest) for one in world.asked)
    assert [type(one) for one in world.told] == [HelperWent, HoldSet]
    assert world.told[1].on is False


async def test_a_listener_who_cannot_be_muted_is_put_out() -> None:
    """Better nobody listens than that the customer hears them breathe."""
    listening = Colleague(agent="wei", name="Wei", role="listen", joined=True, leg="CA-wei")
    world = World(replace(TALK, helpers=(listening,)), refuses=("mute",))
    await world.follow(ASKED[1])
    assert ("out", "CA-wei") in world.asked
    assert [one.helper for one in world.told if isinstance(one, HelperWent)] == ["wei"]


@pytest.mark.parametrize(("phone", "refuses", "why"), [("", (), "no_phone"), ("client:wei", ("ring",), "failed")])
async def test_a_colleague_who_cannot_be_rung_is_gone_with_a_reason(
    phone: str, refuses: tuple[str, ...], why: str
) -> None:
    """The desk shows it; the customer stays on hold until the agent is back."""
    world = World(HELD, refuses=refuses)
    ways = Ways(tell=world.tell, clock=lambda: NOON, new_key=lambda: "k")
    rooms = LiveRooms(world, _Queue(world), MemoryAgentStore([AMY, replace(WEI, phone=phone)]), ways)
    await rooms.follow(TALK, replace(STATE, ticket=HELD), ASKED)
    assert [(one.helper, one.reason) for one in world.told if isinstance(one, HelperWent)] == [("wei", why)]


async def test_who_was_sent_away_while_being_rung_stops_ringing() -> None:
    """The ticket moved on while the call was made."""
    world = World(HELD, moved_on=True)
    await world.follow(*ASKED)
    assert world.asked[-1] == ("out", "CA-wei")


async def test_after_a_start_nobody_waits_for_a_colleague_of_whom_nothing_is_heard() -> None:
    """Whether their phone ever rang is not known: it may, so they have the time of a ring to be heard of; then they are let
    go, and can be asked again."""
    world, waited = World(HELD), list[float]()

    async def wait(seconds: float) -> None:
        waited.append(seconds)

    await world.rooms().restore(wait)
    assert [one.helper for one in world.told] == ["wei"]
    assert waited == [RINGING_S]

    heard = World(HELD)

    async def meanwhile(seconds: float) -> None:
        heard.ticket = replace(HELD, helpers=(replace(ADVICE, leg="CA-wei"),))

    await heard.rooms().restore(meanwhile)
    assert heard.told == []
