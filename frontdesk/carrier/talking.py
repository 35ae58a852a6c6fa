"""Sitting in a room and talking with the others there. Must not know why the call came to the room."""

import asyncio
from collections.abc import Awaitable, Callable

from frontdesk.carrier.leg import Leg
from frontdesk.carrier.rooms import Room, Seat
from frontdesk.carrier.signals import Keys, Signal, Words
from frontdesk.carrier.steps import End, Step
from frontdesk.carrier.tasks import first_of

Meanwhile = Callable[[], Awaitable[Step]]


async def sit(leg: Leg, room: Room, seat: Seat, meanwhile: Meanwhile | None = None, star: bool = False) -> End | None:
    """Stay until the room ends (or, with `star`, until `*`). `meanwhile` is heard until the room begins."""
    with room.sitting(leg, seat):
        if not room.started.is_set():
            step = await first_of(room.started.wait(), room.ended.wait(), _listen_to(meanwhile))
            if isinstance(step, End):
                return step
        with leg.listening() as ear:
            await first_of(room.ended.wait(), _converse(leg, room, ear, star))
    return None


async def _listen_to(meanwhile: Meanwhile | None) -> Step:
    if meanwhile is not None:
        return await meanwhile()
    return await asyncio.Future()


async def _converse(leg: Leg, room: Room, ear: "asyncio.Queue[Signal]", star: bool) -> None:
    while True:
        match await ear.get():
            case Words(text) if text.strip():
                leg.heard_something()
                room.tell(leg, text.strip())
            case Keys(digits) if star and "*" in digits:
                return
