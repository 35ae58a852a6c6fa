"""`python -m tests.fault.crowd --calls 50 --chats 200`: kill -9 among many conversations; each goes on where it was.

Every other chat writes by the REST channel, the rest have the page open, with a socket that breaks. Everybody is there from
the beginning to the end; between two of their turns people think for `--pace` seconds (0: all of them speak at every moment).
"""

import argparse
import asyncio
import sys
from collections import Counter
from collections.abc import Awaitable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from frontdesk.carrier.scripted import ScriptedHandset
from tests.fault.people import PATIENCE_S, ChatCustomer, SocketCustomer
from tests.fault.walk import fresh_databases, logged, stage
from tests.fault.world import World

KEYS: Mapping[str, str] = MappingProxyType(
    {
        "For English, press 1.": "1",
        "status of an order, press 1": "1",
        "Is that right?": "1",
        "order number": "10023",
        "last four digits": "0198",
    }
)
ANSWER = "on its way"
TEXTS = ("good morning", "my parcel is late", "what can be done")


async def crowd(world: World, calls: int, chats: int, pace_s: float = 0.0) -> list[str]:
    """Everybody at once, the server killed half-way; returns what went wrong for whom."""
    world.gate.set(0, "after")
    ways = [_call] * calls + [_page if number % 2 else _rest for number in range(chats)]
    crossings = calls * (len(KEYS) + 1) + (chats - chats // 2) * len(TEXTS)
    world.gate.set(crossings // 2, "during")
    everybody = (_after(pace_s * place / len(ways), way(world, place, pace_s)) for place, way in enumerate(ways))
    results = await asyncio.gather(*everybody, return_exceptions=True)
    while world.gate.work:
        await asyncio.wait(world.gate.work)
    faults = [f"{type(one).__name__}: {one}" for one in results if isinstance(one, BaseException)]
    return faults + ([] if world.gate.killed else ["nothing was killed"])


async def _after(seconds: float, story: Awaitable[None]) -> None:
    """People do not all come in the same moment."""
    await asyncio.sleep(seconds)
    await story


async def _call(world: World, _: int, pace_s: float) -> None:
    """An order by keypad; where the caller was asked before the kill they are still asked after it."""
    handset = ScriptedHandset(patience=PATIENCE_S)
    world.exchange.call(handset)
    while not any(ANSWER in text for text in handset.heard):
        await handset.until_listening()
        asked = next((text for text in reversed(handset.heard) if any(q in text for q in KEYS)), "")
        await handset.press(next(keys for question, keys in KEYS.items() if question in asked))
        await asyncio.sleep(pace_s)
        await handset.until(lambda: handset.listening is not None or handset.ended, "the next question")
    assert handset.heard.count("For English, press 1.") == 1, handset.heard


async def _rest(world: World, place: int, pace_s: float) -> None:
    customer = ChatCustomer(world, f"crowd-{place}")
    for text in TEXTS:
        await customer.say(text)
        await asyncio.sleep(pace_s)


async def _page(world: World, place: int, pace_s: float) -> None:
    customer = SocketCustomer(world, f"crowd-{place}")
    for text in TEXTS:
        await customer.say(text, f"You said: {text}")
        await asyncio.sleep(pace_s)
    shown = Counter(customer.said.values())
    assert [shown[f"You said: {text}"] for text in TEXTS] == [1] * len(TEXTS), shown
    assert not customer.twice, customer.twice
    await customer.leave()


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


async def main(kind: str, calls: int, chats: int, pace_s: float) -> int:
    with fresh_databases(kind) as databases:
        database = next(databases)
        async with stage(database) as world:
            wrong = await crowd(world, calls, chats, pace_s)
            back = world.gate.back[-1]
        wrong += doubled(await logged(database), calls, chats)
    text = f"{kind}: {calls} calls and {chats} chats, killed half-way, the next customer answered {back.after_s:.1f} s after "
    text += f"({back.worked_s:.1f} s of work); "
    text += f"{len(wrong)} went wrong"
    sys.stdout.write("\n".join((text, *wrong[:10])) + "\n")
    return min(1, len(wrong))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--calls", type=int, default=50)
    parser.add_argument("--chats", type=int, default=200)
    parser.add_argument("--pace", type=float, default=8.0, help="seconds between two turns of one person")
    chosen = parser.parse_args()
    sys.exit(asyncio.run(main(chosen.database, chosen.calls, chosen.chats, chosen.pace)))
