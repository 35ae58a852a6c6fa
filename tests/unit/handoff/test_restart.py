"""A stop in the middle of a call: afterwards nobody is connected to nobody, and nobody hears what is not for them."""

from dataclasses import replace

import pytest

from frontdesk.core.desk_inputs import HelperCame, HelperRung
from frontdesk.core.tickets import HelperRole
from handoff.phone import newest_filed
from handoff.rooms import Seat
from tests.fakes.desk import AMY
from tests.unit.handoff.stories import SAM, Story
from tests.unit.handoff.test_live import World
from tests.unit.handoff.test_phone import STATE

pytestmark = pytest.mark.stands("R9")


async def talking(house: Story, *helpers: tuple[str, HelperRole]) -> tuple[str, str, str]:
    """A call with Amy, and these helpers in the room: the session, the ticket, Amy's leg."""
    session = await house.asks("voice:CA1")
    house.calls.live |= {"CA1", *(f"CA-{name}" for name, _ in helpers)}
    ticket = await house.takes(session)
    await house.react()
    [leg] = house.rung(AMY.phone)
    await house.connects(session)
    for name, role in helpers:
        await house.desk.ask_in(AMY if role == "consult" else SAM, ticket, name, role)
        await house.tell(session, HelperRung(at=house.clock(), helper=name, leg=f"CA-{name}"))
        await house.tell(session, HelperCame(at=house.clock(), helper=name, leg=f"CA-{name}"))
    await house.react()
    return session, ticket, leg


async def killed(house: Story) -> None:
    """What was committed last has no consequences; then the house starts anew."""
    house.reactions.clear()
    for queued in await house.tickets.open_tickets():
        await house.bridge.restore(await house.state(queued.session))
    for queued in newest_filed(await house.tickets.past(0.0)):
        await house.bridge.part(await house.sessions.load(queued.session), queued.ticket)


async def test_a_talk_of_three_was_filed() -> None:
    """The caller is led out of the room first, then both agents' calls end: nobody sits there with nobody."""
    house = Story()
    session, ticket, leg = await talking(house, ("wei", "consult"))
    await house.desk.ask_in(AMY, ticket, "wei", "three_way")
    await house.react()
    moved = len(house.calls.moved)
    await house.desk.close("amy", ticket, "solved")
    assert set((await house.ticket(session)).parted) == {"CA-wei"}
    await killed(house)
    assert (len(house.calls.moved) - moved, house.calls.ended) == (1, [leg, "CA-wei"])


async def test_a_talk_of_three_was_ended_and_not_filed() -> None:
    """The same in wrap-up."""
    house = Story()
    _, ticket, leg = await talking(house, ("wei", "consult"))
    moved = len(house.calls.moved)
    await house.desk.end("amy", ticket)
    await killed(house)
    assert (len(house.calls.moved) - moved, house.calls.ended) == (1, [leg, "CA-wei"])


async def test_a_supervisor_took_over() -> None:
    """Amy's leg, and her adviser's, have left the ticket, and end: otherwise they would be in the room into which caller and
    supervisor are led."""
    house = Story()
    session, ticket, leg = await talking(house, ("wei", "consult"))
    await house.desk.take(replace(SAM, phone="client:sam"), ticket)
    await killed(house)
    assert house.calls.moved[-1][0] == "CA1"
    assert house.calls.ended == ["CA-wei", leg]
    assert (await house.ticket(session)).status == "accepted"


async def test_the_call_was_passed_on() -> None:
    """To another queue, or to a message: whoever had it is out."""
    for deed in ("move", "message"):
        house = Story()
        _, ticket, leg = await talking(house)
        await (
            house.desk.move(AMY, ticket, queue="returns") if deed == "move" else house.desk.to_message("amy", ticket)
        )
        await killed(house)
        assert (house.calls.moved[-1][0], house.calls.ended) == ("CA1", [leg])


async def test_the_room_is_made_what_the_ticket_says() -> None:
    """Handed over to Wei, and killed: Amy's going must not end it for all, the caller comes back from hold, and only Wei's
    going ends it. Who coaches goes on being heard by nobody but the agent."""
    house = Story()
    session, ticket, leg = await talking(house, ("wei", "consult"), ("sam", "coach"))
    await house.desk.hand_over(AMY, ticket, "wei")
    world = World(await house.ticket(session))
    await world.rooms().resume(replace(STATE, ticket=world.ticket))
    assert world.asked == [
        (leg, Seat(ends=False)),
        ("CA-wei", Seat(muted=False, ends=True, held=False, coaches="")),
        ("CA-sam", Seat(muted=False, coaches="CA-wei")),
        ("CA1", Seat(held=False)),
    ]


async def test_who_may_be_ringing_is_not_rung_again() -> None:
    """Advice was asked for, and killed: the caller is on hold, and Amy's going does not end it. Of the colleague we hear, or
    else they are let go after the time of a ring."""
    house = Story()
    session, ticket, leg = await talking(house)
    await house.desk.ask_in(AMY, ticket, "wei", "consult")
    world = World(await house.ticket(session))
    await world.rooms().resume(replace(STATE, ticket=world.ticket))
    assert world.asked == [
        ("CA1", Seat(held=True, music="/twilio/voice/on-hold?lang=en")),
        (leg, Seat(muted=False, ends=False, held=False, coaches="")),
    ]
