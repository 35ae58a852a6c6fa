"""`python -m tests.fault.crowd --calls 50 --chats 200`: kill -9 among many conversations; each goes on where it was."""

import argparse
import asyncio
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any

from frontdesk.carrier.scripted import ScriptedHandset
from tests.fault.people import PATIENCE_S, ChatCustomer
from tests.fault.walk import fresh_databases, logged, stage
from tests.fault.world import World

KEYS = ("1", "1", "10023", "1", "0198")
TEXTS = ("good morning", "my parcel is late", "what can be done")


async def crowd(world: World, calls: int, chats: int) -> list[str]:
    """Everybody at once, the server killed half-way; returns what went wrong for whom."""
    world.gate.set(0, "after")
    handsets = [ScriptedHandset(patience=PATIENCE_S) for _ in range(calls)]
    everybody = [_call(world, handset) for handset in handsets]
    everybody += [_chat(world, f"crowd-{number}") for number in range(chats)]
    crossings = calls * (len(KEYS) + 1) + chats * len(TEXTS)
    world.gate.set(crossings // 2, "during")
    results = await asyncio.gather(*everybody, return_exceptions=True)
    while world.gate.work:
        await asyncio.wait(world.gate.work)
    return [f"{type(one).__name__}: {one}" for one in results if isinstance(one, BaseException)]


async def _call(world: World, handset: ScriptedHandset) -> None:
    """An order by keypad; where the caller was asked before the kill they are still asked after it."""
    world.exchange.call(handset)
    for keys in KEYS:
        await handset.press(keys)
    await handset.until_heard("1 0 0 2 3")
    await handset.until_listening()
    assert handset.heard.count("For English, press 1.") == 1, handset.heard


async def _chat(world: World, sender: str) -> None:
    customer = ChatCustomer(world, sender)
    for text in TEXTS:
        await customer.say(text)


def doubled(events: Sequence[Any], calls: int, chats: int) -> list[str]:
    """What the log holds too often or not at all."""
    kinds = Counter(event.kind for event in events)
    spoken = Counter(event.text for event in events if event.kind == "customer_spoke")
    said = Counter(event.text for event in events if event.kind == "said")
    faults = [f"{spoken[text]} × {text!r}" for text in TEXTS if spoken[text] != chats]
    faults += [
        f"{said[f'You said: {text}']} replies to {text!r}" for text in TEXTS if said[f"You said: {text}"] != chats
    ]
    if kinds["session_opened"] != calls + chats:
        faults.append(f"{kinds['session_opened']} sessions")
    return faults


async def main(kind: str, calls: int, chats: int) -> int:
    with fresh_databases(kind) as databases:
        database = next(databases)
        async with stage(database) as world:
            wrong = await crowd(world, calls, chats)
            back = world.server.back_after_s[-1]
        wrong += doubled(await logged(database), calls, chats)
    text = f"{kind}: {calls} calls and {chats} chats, killed half-way, back after {back:.1f} s; {len(wrong)} went wrong"
    sys.stdout.write("\n".join((text, *wrong[:10])) + "\n")
    return min(1, len(wrong))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--calls", type=int, default=50)
    parser.add_argument("--chats", type=int, default=200)
    chosen = parser.parse_args()
    sys.exit(asyncio.run(main(chosen.database, chosen.calls, chosen.chats)))
