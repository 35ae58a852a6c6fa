"""A customer at the real engine: the flows, the loop, the tasks and the real bot over one shop in memory; chat or phone."""

import itertools
import re
import time
from dataclasses import dataclass, field
from typing import Any, Literal

from actions.shop import whole_shop
from frontdesk.adapters.local.bus import LocalBus
from frontdesk.adapters.local.lock import LocalLock
from frontdesk.adapters.memory.data import MemoryData
from frontdesk.adapters.memory.sessions import MemorySessionStore
from frontdesk.adapters.memory_shop import MemoryShop
from frontdesk.adapters.tasks import ShopTasks
from frontdesk.conversation.flows import OneBook
from frontdesk.conversation.machines import HouseMachines
from frontdesk.conversation.ports import StoredTurn
from frontdesk.conversation.service import Loop, TurnService
from frontdesk.core.events import HandoffRequested, Said, SessionEnded, TaskFinished
from frontdesk.core.inputs import ChoicePicked, ContactStarted, Input, KeysPressed, TextTyped, WaitReply, WordsSpoken
from frontdesk.core.waits import EstimateWait
from tests.bot.in_process import BotHere
from tests.fakes.desk import BOOK

Channel = Literal["chat", "voice"]
DIGITS = {
    "en": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    "zh": "零一二三四五六七八九",
}
LANGUAGE_KEYS = {"en": "1", "zh": "2"}
_SPOKEN_GAPS = re.compile(r"(?<=[0-9A-Z])[ ,](?=[0-9])")
_sessions = itertools.count(1)


@dataclass(slots=True)
class Heard:
    """What one turn brought: words, outcomes of tasks, and whether a person was called or it ended."""

    words: str = ""
    does: list[str] = field(default_factory=list)
    handoff: str | None = None
    ended: bool = False


class AtTheEngine:
    """One customer's session."""

    def __init__(self, bot: BotHere, shop: MemoryShop, channel: Channel, lang: str) -> None:
        bot.hand_in(whole_shop(shop))
        self.channel, self.lang = channel, lang
        self.turns = TurnService(
            Loop(
                store=MemorySessionStore(MemoryData()),
                lock=LocalLock(),
                machines=HouseMachines(bot, ShopTasks(whole_shop(shop)), _unknown_wait),
                bus=LocalBus(),
                flows=OneBook(BOOK),
                clock=time.time,  # noqa: TID251  # Rasa's sessions go by it
                new_id=lambda: f"G-{next(_sessions)}",
            )
        )
        self.address = f"{channel}:golden{next(_sessions)}"
        self._keys = itertools.count()
        self.written: list[str] = []

    async def start(self, key: str = "3") -> None:
        """Until the bot listens: a chat begins there, a call goes by two keys, or by another `key` of the menu."""
        await self.take(
            ContactStarted(at=0.0, channel=self.channel, lang=self.lang if self.channel == "chat" else None)
        )
        if self.channel == "voice":
            for pressed in (LANGUAGE_KEYS[self.lang], key):
                await self.take(KeysPressed(at=0.0, digits=pressed))

    async def say(self, text: str) -> Heard:
        """Typed or pressed as a button on chat; spoken on the phone, numbers digit by digit."""
        if self.channel == "voice":
            return await self.take(WordsSpoken(at=0.0, text=spoken(text, self.lang)), text)
        given: Input = ChoicePicked(at=0.0, payload=text) if text.startswith("/") else TextTyped(at=0.0, text=text)
        return await self.take(given, text)

    async def take(self, given: Input, shown: str = "", key: str | None = None) -> Heard:
        turn = await self.turns.handle(self.address, given, key or f"k{next(self._keys)}")
        heard = _heard(turn, self.channel)
        self.written += [*([f"> {shown}"] if shown else []), *([f"    {heard.words}"] if heard.words else [])]
        self.written += [f"    * {done}" for done in heard.does]
        return heard


def _heard(turn: StoredTurn, channel: Channel) -> Heard:
    heard = Heard()
    for event in turn.events:
        match event:
            case Said():
                said = _SPOKEN_GAPS.sub("", event.spoken) if channel == "voice" else event.text
                heard.words = f"{heard.words} {said}".strip()
            case TaskFinished():
                heard.does.append(f"{event.task} {event.outcome}")
            case HandoffRequested():
                heard.handoff = event.reason
            case SessionEnded():
                heard.ended = True
            case _:
                pass
    return heard


def spoken(text: str, lang: str) -> str:
    """As a recogniser writes it down: lower case, no signs, numbers as words digit by digit."""
    words = DIGITS["zh" if lang == "zh" else "en"]
    joint = "" if lang == "zh" else " "
    said = re.sub(
        r"(?<![A-Za-z0-9@.])[0-9]{4,7}(?![A-Za-z0-9@.])", lambda m: joint.join(words[int(d)] for d in m[0]), text
    )
    return re.sub(r"[?!,。？！，]+", " ", said).strip().lower() if "@" not in said else said


async def _unknown_wait(request: EstimateWait) -> WaitReply:
    return WaitReply(position=1, staffed=1)


def standing(shop: MemoryShop, number: str) -> dict[str, Any]:
    """What the shop says of an order in the end."""
    order = shop.orders[number]
    refund, invoice = shop.refunds.get(number), shop.invoices.get(number)
    return {
        "state": order.state,
        "address": order.address,
        "return": order.return_number,
        "exchange": order.exchange_number,
        "refund": refund.state if refund else None,
        "invoice": invoice.wish.title if invoice else None,
        "tax_number": invoice.wish.tax_number if invoice else None,
        "cases": sorted(case.kind for case in shop.cases.values() if case.order_number == number),
        "links": len(shop.links),
    }
