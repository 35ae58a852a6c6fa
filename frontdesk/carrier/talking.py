"""Sitting in a room and talking with the others there. Must not know why the call came to the room."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from frontdesk.carrier.leg import Leg
from frontdesk.carrier.rooms import Room, Seat
from frontdesk.carrier.signals import Held, Keys, Signal, Words
from frontdesk.carrier.steps import End, Step
from frontdesk.carrier.tasks import first_of

Meanwhile = Callable[[], Coroutine[Any, Any, Step]]
HeldMusic = Callable[[str], Coroutine[Any, Any, Step]]


async def sit(  # how a call sits is all of this
    leg: Leg,
    room: Room,
    seat: Seat,
    meanwhile: Meanwhile | None = None,
    star: bool = False,
    held: HeldMusic | None = None,
) -> End | None:
    """Stay until the room ends (or, with `star`, until `*`). `meanwhile` is heard until the room begins.

    `held` makes what is heard while the call is held.
    """
    leg.park()
    with leg.listening() as ear, room.sitting(leg, seat):
        if meanwhile is not None and not room.started.is_set():
            leg.handset.show(Held())  # here, before anything else can run, so that it never comes after Bridged
        step = await first_of(
            room.ended.wait(),
            _converse(leg, room, ear, star),
            _until_begun(room, meanwhile),
            _when_held(leg, room, held),
        )
    return step if isinstance(step, End) else None


async def _until_begun(room: Room, meanwhile: Meanwhile | None) -> End:
    """Returns only if what is heard while waiting ends the call."""
    if meanwhile is not None and not room.started.is_set():
        step = await first_of(room.started.wait(), meanwhile())
        if isinstance(step, End):
            return step
    forever: asyncio.Future[End] = asyncio.Future()
    return await forever


async def _when_held(leg: Leg, room: Room, held: HeldMusic | None) -> None:
    """Play to the call whenever it is held; never returns."""
    while True:
        seat = await room.until_changed(leg)
        while seat.held and held is not None:
            playing = asyncio.ensure_future(held(seat.hold_url))
            try:
                seat = await room.until_changed(leg)
            finally:
                playing.cancel()


async def _converse(leg: Leg, room: Room, ear: "asyncio.Queue[Signal]", star: bool) -> None:
    while True:
        match await ear.get():
            case Words(text) if text.strip():
                leg.heard_something()
                room.tell(leg, text.strip())
            case Keys(digits) if star and "*" in digits:
                return
