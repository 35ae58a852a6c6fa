"""Whole stories of a customer, told by people who go on whatever breaks; and what the log must say in the end."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from frontdesk.carrier.scripted import ScriptedHandset
from frontdesk.carrier.signals import Incoming
from tests.fault.people import PATIENCE_S, ChatCustomer, Staff
from tests.fault.world import Moment, World

NUMBER = "+441632960012"
OPENING = ("handoff_connected",)
CLOSING = ("handoff_ended", "handoff_returned")


async def phone(world: World, staff: Sequence[Staff]) -> None:
    """0, the queue, an agent, a talk, the effort question, goodbye."""
    caller = ScriptedHandset(patience=PATIENCE_S)
    world.exchange.call(caller, NUMBER)
    await caller.press("1")
    await caller.press("0")
    await _talk(caller, staff)
    await caller.press("6")
    await caller.until_ended()


async def advice(world: World, staff: Sequence[Staff]) -> None:
    """As `phone`, but the agent asks a colleague while the caller is on hold, and hands the call over."""
    caller = ScriptedHandset(patience=PATIENCE_S)
    world.exchange.call(caller, NUMBER)
    await caller.press("1")
    await caller.press("0")
    owner = await _talk(caller, staff, close=False)
    other = next(one for one in staff if one is not owner)
    await _warm(owner, other)
    await _say_until_heard(other.phone, caller, f"{other.name} here, I know it all")
    other.talked.update(card["id"] for card in await other.cards() or ())
    await caller.press("6")
    await caller.until_ended()


async def three_way(world: World, staff: Sequence[Staff]) -> None:
    """As `phone`, but the agent brings a colleague into the talk, whom the caller hears beside the agent."""
    caller = ScriptedHandset(patience=PATIENCE_S)
    world.exchange.call(caller, NUMBER)
    await caller.press("1")
    await caller.press("0")
    owner = await _talk(caller, staff, close=False)
    other = next(one for one in staff if one is not owner)
    path = await _asked_in(owner, other, "consult")

    async def is_in() -> bool | None:
        if any(card["helpers"] and card["helpers"][0]["role"] == "three_way" for card in await owner.cards() or ()):
            return True
        await owner.post(f"{path}/ask", agent=other.name, role="three_way")
        return None

    await _until_async(is_in, "the colleague's being brought in")
    await _say_until_heard(other.phone, caller, f"{other.name} is with you both")
    await _say_until_heard(owner.phone, caller, "and I am here, too")
    owner.talked.update(card["id"] for card in await _until_async(owner.some_cards, "the card"))
    await caller.press("6")
    await caller.until_ended()


async def takeover(world: World, staff: Sequence[Staff]) -> None:
    """As `phone`, but a supervisor takes the call over in the middle, and goes on with it alone."""
    boss = Staff(world, "sam")
    world.exchange.register("client:sam", boss.phone)
    await boss.post("/api/login", username="sam", password="frontdesk")
    work = asyncio.ensure_future(boss.work())
    try:
        caller = ScriptedHandset(patience=PATIENCE_S)
        world.exchange.call(caller, NUMBER)
        await caller.press("1")
        await caller.press("0")
        owner = await _talk(caller, staff, close=False)
        card = (await _until_async(owner.some_cards, "the card"))[0]

        async def goes_on() -> bool | None:
            """Taken again when the supervisor's phone was not rung in time, and an agent had the caller meanwhile."""
            if not await boss.cards():
                await boss.post(f"/api/desk/tickets/{card['id']}/take")
            boss.phone.talk("sam here, I go on with this")
            await asyncio.sleep(0.05)
            return True if any("sam here" in text for text in caller.heard) else None

        await _until_async(goes_on, "the supervisor's words")
        boss.talked.update(one["id"] for one in await _until_async(boss.some_cards, "the card"))
        await caller.press("6")
        await caller.until_ended()
        await _until_filed([boss])
    finally:
        work.cancel()
        await asyncio.wait([work])
        await boss.http.close()
        world.exchange.forget("client:sam", boss.phone)


async def callback(world: World, staff: Sequence[Staff]) -> None:
    """Nobody is free: a call is promised, made when somebody is, and talked through."""
    for one in staff:
        await one.post("/api/desk/status", status="break")
    caller = ScriptedHandset(patience=PATIENCE_S)
    world.exchange.register(NUMBER, caller)
    world.exchange.call(caller, NUMBER)
    await caller.press("1")
    await caller.press("0")
    await caller.until_heard("a call back without losing your place")
    key = next(str(i) for i in range(1, 4) if any(f"press {i}" in t and "call back" in t for t in caller.heard))
    await caller.press(key)
    await caller.until_ended()
    for one in staff:
        await one.post("/api/desk/status", status="ready")
    answered = 0
    while True:  # a call that broke off is made again
        await caller.pick_up()
        answered += 1
        await caller.press("1")
        if await _talk(caller, staff):
            break
    await caller.press("6")
    await caller.until_ended()
    rung = sum(isinstance(cue, Incoming) for cue in caller.cues)
    assert rung == answered, f"the customer was called {rung} times, and answered {answered} of them"
    world.exchange.forget(NUMBER, caller)


async def chat(world: World, staff: Sequence[Staff]) -> None:
    """A person is asked for, says hello, reads two messages, and closes."""
    customer = ChatCustomer(world, f"shop-{world.exchange.services.ports.new_hex()[-12:]}")
    await customer.say("0")
    owner = await _until(lambda: next((one for one in staff if one.wrote), None), "an agent's hello")
    for text in ("My parcel is wet.", "What now?"):
        await customer.say(text)
    owner.talked |= owner.wrote
    await _until(lambda: True if owner.wrote <= owner.closed else None, "the end")


async def cut_offered(world: World, staff: Sequence[Staff]) -> None:
    """The browser of whoever is offered a caller dies before they accept; the other one serves."""
    await _cut(world, staff, "offered", voice=True)


async def cut_connected(world: World, staff: Sequence[Staff]) -> None:
    """The browser of whoever has a chat dies before a word was written; the other one serves."""
    await _cut(world, staff, "connected", voice=False)


async def cut_talking(world: World, staff: Sequence[Staff]) -> None:
    """The browser of whoever talks with a caller dies: the call goes on, for it is a call."""
    caller = ScriptedHandset(patience=PATIENCE_S)
    world.exchange.call(caller, NUMBER)
    await caller.press("1")
    await caller.press("0")
    owner = await _talk(caller, staff, close=False)
    owner.there = False
    await asyncio.sleep(65)
    await _say_until_heard(owner.phone, caller, "my screen is black, but I hear you")
    owner.there = True
    owner.talked.update(card["id"] for card in await owner.some_cards() or ())
    await caller.press("6")
    await caller.until_ended()


async def cut_accepted(world: World, staff: Sequence[Staff]) -> None:
    """The browser of whoever accepted a caller dies before the key is pressed; the other one serves."""
    await _cut(world, staff, "accepted", voice=True)


async def cut_wrapping(world: World, staff: Sequence[Staff]) -> None:
    """The browser dies in wrap-up: the customer's end is as ever, and the result can be noted after coming back."""
    caller = ScriptedHandset(patience=PATIENCE_S)
    world.exchange.call(caller, NUMBER)
    await caller.press("1")
    await caller.press("0")
    owner = await _talk(caller, staff, close=False)
    owner.cut_at = "wrap_up"
    owner.phone.hangup()
    await caller.press("6")
    await caller.until_ended()
    await _until(lambda: True if not owner.there else None, "the browser to be gone")
    owner.cut_at, owner.there = "", True
    owner.talked.update(card["id"] for card in await owner.some_cards() or ())


async def blinking(world: World, staff: Sequence[Staff]) -> None:
    """Every line of a desk breaks at every state of a call and of a chat, and is back at once: nobody notices."""
    for one in staff:
        one.blinks = True
    await phone(world, staff)
    await _until_filed(staff)
    await chat(world, staff)
    states = {status for one in staff for _, status in one.blinked}
    assert "offered" in states, states
    assert states & {"accepted", "briefed", "connected"}, states  # a short talk may pass between two looks
    await _until(lambda: all(one.all_shown_again() for one in staff) or None, "the desks to be whole again")


async def _cut(world: World, staff: Sequence[Staff], status: str, *, voice: bool) -> None:
    staff[0].cut_at = status
    await staff[1].post("/api/desk/status", status="break")  # so that it is the first one's
    if voice:
        caller = ScriptedHandset(patience=PATIENCE_S)
        world.exchange.call(caller, NUMBER)
        await caller.press("1")
        await caller.press("0")
    else:
        customer = ChatCustomer(world, f"shop-{world.exchange.services.ports.new_hex()[-12:]}")
        await customer.say("0")
    await _until(lambda: True if not staff[0].there else None, "the browser to be gone")
    await staff[1].post("/api/desk/status", status="ready")
    if voice:
        await _talk(caller, staff[1:])
        await caller.press("6")
        await caller.until_ended()
    else:
        await _until(lambda: staff[1].wrote or None, "the other one's hello")
        staff[1].talked |= staff[1].wrote
        await _until(lambda: staff[1].closed or None, "the end")


STORIES: Mapping[str, Callable[[World, Sequence[Staff]], Awaitable[None]]] = MappingProxyType(
    {"phone": phone, "advice": advice, "three_way": three_way, "takeover": takeover, "callback": callback, "chat": chat}
)
CUTS: Mapping[str, Callable[[World, Sequence[Staff]], Awaitable[None]]] = MappingProxyType(
    {
        "blinking": blinking,
        "cut_offered": cut_offered,
        "cut_accepted": cut_accepted,
        "cut_connected": cut_connected,
        "cut_talking": cut_talking,
        "cut_wrapping": cut_wrapping,
    }
)


async def told(story: str, world: World, at: int | str = 0, moment: Moment = "after") -> None:
    """One story with two agents at work beside it; at crossing `at` of it, counted or by name, the server is killed."""
    staff = [Staff(world, "amy"), Staff(world, "wei")]
    async with AsyncExitStack() as stack:
        for one in staff:
            stack.push_async_callback(one.http.close)
            await one.begin()
        world.gate.set(at, moment)
        work = [asyncio.ensure_future(one.work()) for one in staff]
        try:
            async with asyncio.timeout(PATIENCE_S * 1.3):
                await {**STORIES, **CUTS}[story](world, staff)
                await _until_filed(staff)
        finally:
            for task in work:
                task.cancel()
            await asyncio.wait(work)
            for one in staff:
                world.exchange.forget(f"client:{one.name}", one.phone)


async def _talk(caller: ScriptedHandset, staff: Sequence[Staff], *, close: bool = True) -> Staff:
    """Both hear each other; then the agent may close it. Whoever it is, is found by their voice."""
    await caller.until_bridged()
    for _ in range(int(PATIENCE_S / 0.1)):
        for one in staff:
            one.phone.talk(f"Hello, {one.name} here.")
        caller.talk("Hello?")
        await asyncio.sleep(0.1)
        owner = next((o for o in staff if any(f"{o.name} here" in text for text in caller.heard)), None)
        if owner is not None and any("Hello?" in text for text in owner.phone.heard):
            if close:  # also when the server is just being started again
                owner.talked.update(card["id"] for card in await _until_async(owner.some_cards, "the card"))
            return owner
    raise AssertionError(f"Caller and agent never heard each other: {caller.heard[-5:]}")


async def _warm(owner: Staff, other: Staff) -> None:
    """Advice, and then the other one has the call: every step is asked for again until the card shows it."""
    path = await _asked_in(owner, other, "consult")

    async def is_theirs() -> bool | None:
        if await other.cards():
            return True
        await owner.post(f"{path}/hand-over", agent=other.name)
        return None

    await _until_async(is_theirs, "the colleague's having it")


async def _asked_in(owner: Staff, other: Staff, role: str) -> str:
    """The colleague is there, asked for again until the card shows it; the ticket's path."""
    card = (await _until_async(owner.some_cards, "the card"))[0]
    path = f"/api/desk/tickets/{card['id']}"

    async def is_there() -> bool | None:
        cards = await owner.cards() or []
        helpers = cards[0]["helpers"] if cards else []
        if cards and not helpers:
            await owner.post(f"{path}/ask", agent=other.name, role=role)
        return True if helpers and helpers[0]["joined"] else None

    await _until_async(is_there, "the colleague's coming")
    return path


async def _say_until_heard(speaker: ScriptedHandset, hearer: ScriptedHandset, text: str) -> None:
    async def heard() -> bool | None:
        speaker.talk(text)
        await asyncio.sleep(0.05)
        return True if any(text in one for one in hearer.heard) else None

    await _until_async(heard, text)


async def _until_filed(staff: Sequence[Staff]) -> None:
    async def empty() -> bool | None:
        there = [await one.cards(known=True) for one in staff]
        return True if all(cards == [] for cards in there) else None

    await _until_async(empty, "the desk to be empty")


async def _until(holds: Callable[[], Any], what: str) -> Any:
    async def look() -> Any:
        return holds()

    return await _until_async(look, what)


async def _until_async(holds: Callable[[], Awaitable[Any]], what: str) -> Any:
    try:
        async with asyncio.timeout(PATIENCE_S):
            while (found := await holds()) is None:  # noqa: ASYNC110 - asks from outside, as a page does
                await asyncio.sleep(0.05)
            return found
    except TimeoutError as error:
        raise AssertionError(f"Waited in vain for {what}.") from error


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a log; nothing, if it is right."""

    faults: tuple[str, ...]
    connected: int
    returned: int


def judged(story: str, events: Sequence[Any]) -> Verdict:
    """Nobody lost, nothing doubled, one agent at a time, one place in the queue."""
    kinds = Counter(event.kind for event in events)
    customers = 2 if story == "blinking" else 1
    once = ("handoff_requested", "handoff_closed")
    faults = [f"{kinds[kind]} × {kind}" for kind in once if kinds[kind] != customers]
    faults += [
        f"returned: {event.reason}" for event in events if story == "blinking" and event.kind == "handoff_returned"
    ]
    faults += [kind for kind in ("handoff_abandoned", "handoff_expired") if kinds[kind] and story != "callback"]
    faults += _two_at_once(events)
    said = Counter(event.text for event in events if event.kind in ("agent_said", "customer_spoke"))
    faults += [f"{count} × {text!r}" for text, count in said.items() if count > (customers if text == "0" else 1)]
    if story == "chat":
        faults += [f"lost: {text!r}" for text in ("My parcel is wet.", "What now?") if not said[text]]
    if not kinds["handoff_connected"]:
        faults.append("never connected")
    return Verdict(tuple(faults), kinds["handoff_connected"], kinds["handoff_returned"])


def _two_at_once(events: Sequence[Any]) -> list[str]:
    """Between being connected and the end of it nobody else is connected."""
    faults, has = [], None
    for event in events:
        if event.kind in OPENING:
            if has is not None:
                faults.append(f"{event.agent} while {has} has the customer")
            has = event.agent
        elif event.kind in CLOSING:
            has = None
    return faults
