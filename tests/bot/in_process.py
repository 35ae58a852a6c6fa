"""The real bot in this process, on a loop of its own: loaded once, over a shop in memory that is fresh for each test."""

import asyncio
import threading
import time
from collections.abc import Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from actions.shop import Shop, whole_shop
from actions.talk.shop import HOLDER
from frontdesk.adapters.demo_shop import demo_customers, demo_orders
from frontdesk.adapters.memory_shop import MemoryShop
from frontdesk.adapters.rasa.client import metadata_of
from frontdesk.adapters.rasa.decode import decode_reply
from frontdesk.adapters.sql.database import Database
from frontdesk.core.inputs import DialogueReply
from frontdesk.core.waits import AskDialogue
from frontdesk.rasa_worker.bot import Bot, load_bot
from frontdesk.rasa_worker.live_tracker import LiveTracker
from frontdesk.rasa_worker.rest import Posted
from frontdesk.rasa_worker.tracker_store import SqlTrackerStore


class BotHere:
    """Asks the bot as the front desk's client does, without a network between."""

    def __init__(self, model: Path, database_url: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._bot: Bot = self._wait_for(self._load(model, database_url))

    async def _load(self, model: Path, database_url: str) -> Bot:
        store = SqlTrackerStore(database=Database(database_url), kind=LiveTracker)
        return load_bot(model, store, whole_shop(new_shop()))

    async def ask(self, request: AskDialogue, *, session: str) -> DialogueReply:
        """The bot's answer to one message."""
        message = Posted(text=request.text, sender=session, metadata=metadata_of(request))
        answering = asyncio.run_coroutine_threadsafe(self._bot.answer(message), self._loop)
        return decode_reply(await asyncio.wrap_future(answering))

    def hand_in(self, shop: Shop) -> None:
        """From now on the bot's actions ask this shop."""
        HOLDER.hand_in(shop)

    def run(self, doing: Coroutine[Any, Any, Any]) -> None:
        """Do something on the bot's own loop, such as closing what belongs to it."""
        self._wait_for(doing)

    def close(self) -> None:
        self._wait_for(self._bot.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _wait_for(self, doing: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(doing, self._loop).result(120)


def new_shop() -> MemoryShop:
    """The demo shop as of today, as if nobody had been there."""
    today = datetime.fromtimestamp(time.time(), UTC).date()  # noqa: TID251  # Rasa's own sessions go by this clock, too
    return MemoryShop(demo_customers(), demo_orders(today), time.time, UTC)  # noqa: TID251  # see above
