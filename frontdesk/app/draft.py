"""A house in memory for flows that are not published: the real loop and doors, the demo shop, nobody else's data."""

import itertools
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web

from actions import TASKS
from frontdesk.adapters.demo_shop import demo_customers, demo_orders
from frontdesk.adapters.local.bus import LocalBus
from frontdesk.adapters.local.lock import LocalLock
from frontdesk.adapters.memory.agents import MemoryAgentStore
from frontdesk.adapters.memory.data import MemoryData
from frontdesk.adapters.memory.sessions import MemorySessionStore
from frontdesk.adapters.memory.tickets import MemoryTicketQueue
from frontdesk.adapters.memory_shop import memory_shop
from frontdesk.adapters.rasa.client import RasaDialogue
from frontdesk.adapters.tasks import ShopTasks
from frontdesk.app.settings import Settings
from frontdesk.carrier.account import Account, Line, Ports
from frontdesk.carrier.exchange import Exchange
from frontdesk.carrier.virtual_time import VirtualTime
from frontdesk.channels.voice.app import voice_app
from frontdesk.channels.voice.ports import VoiceDeps
from frontdesk.channels.voice.signature import Signatures
from frontdesk.conversation.background import Background
from frontdesk.conversation.flows import OneBook
from frontdesk.conversation.machines import HouseMachines
from frontdesk.conversation.ports import MachineDown
from frontdesk.conversation.service import Loop, TurnService
from frontdesk.core.errors import FrontdeskError
from frontdesk.core.inputs import DialogueReply
from frontdesk.core.waits import AskDialogue
from frontdesk.ivr.loader import load_book
from frontdesk.ivr.model import FlowBook
from handoff.desk import Desk
from handoff.ways import Ways

BASE = "https://draft.invalid"  # leads nowhere; every request of the exchange is sent to this process instead
NUMBER = "+15550100000"


class NoSuchDraft(FrontdeskError):
    """What is to be tried is no flow, no file and no folder."""


class NoDialogue:
    """Stands where the dialogue worker is when none is set: talks fail as they do when it is down."""

    async def ask(self, request: AskDialogue, *, session: str) -> DialogueReply:
        raise MachineDown("No dialogue worker is set; set RASA_URL to talk to one.")


@dataclass(frozen=True, slots=True)
class Draft:
    """The loop and the tickets of a house in memory."""

    turns: TurnService
    tickets: MemoryTicketQueue
    desk: Desk


def draft_book(settings: Settings, wanted: str) -> FlowBook:
    """The flows of a folder or file, or of FLOWS_DIR by a flow's name; calls begin at that file's or flow's start.

    Raises FlowsBroken, or NoSuchDraft.
    """
    path = Path(wanted)
    folder = path if path.is_dir() else path.parent if path.is_file() else settings.flows_dir
    book = load_book(folder, TASKS)
    name = "main" if path.is_dir() else path.stem if path.is_file() else wanted
    if name not in book.flows:
        raise NoSuchDraft(
            f"There is no flow '{wanted}'; there are {', '.join(book.flows)}. A folder or file is right too."
        )
    main = replace(book.flows["main"], start=book.flows[name].start)
    return replace(book, flows={**book.flows, "main": main})


def draft_house(settings: Settings, book: FlowBook, clock: Callable[[], float], background: Background | None) -> Draft:
    """The loop over memory. Without `background` turns wait for their tasks."""
    data, ids = MemoryData(), itertools.count(1)

    async def tell(session: str, given: object, key: str) -> None:
        return None

    tickets = MemoryTicketQueue(data)
    desk = Desk(tickets, MemoryAgentStore(), Ways(tell=tell, clock=clock, new_key=lambda: str(next(ids))))
    dialogue = RasaDialogue(settings.rasa_url) if settings.rasa_url else NoDialogue()
    shop = memory_shop(demo_customers(), demo_orders(datetime.fromtimestamp(clock(), UTC).date()), clock, UTC)
    loop = Loop(
        store=MemorySessionStore(data),
        lock=LocalLock(),
        machines=HouseMachines(dialogue, ShopTasks(shop), desk.expect),
        bus=LocalBus(),
        flows=OneBook(book),
        clock=clock,
        new_id=lambda: f"S-{next(ids)}",
        start=(lambda work: background.start(work, name="late reply")) if background else None,
        default_lang=settings.default_lang,
    )
    return Draft(TurnService(loop), tickets, desk)


@asynccontextmanager
async def draft_exchange(settings: Settings, book: FlowBook, now: float) -> AsyncIterator[tuple[Exchange, VirtualTime]]:
    """A telephone exchange in front of the draft, in a time of its own that passes only when told."""
    time, background, token = VirtualTime(now), Background(), secrets.token_hex(16)
    house = draft_house(settings, book, time.clock, background)
    deps = VoiceDeps(
        turns=house.turns,
        tickets=house.tickets,
        briefing=_NoBriefing(),
        clock=time.clock,
        base_url=BASE,
        words=book,
        recordable=settings.records_calls,  # asked as by a house that records; a draft records nothing
        textable=lambda number: True,  # promised as by a house that texts; a draft sends nothing
        pace=lambda lang, caller: book.calms.of(lang, caller).pace,
    )
    app = web.Application()
    app.add_subapp("/twilio", voice_app(deps, Signatures(BASE, (token,))))
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    here = f"http://127.0.0.1:{runner.addresses[0][1]}"
    line = Line(NUMBER, f"{BASE}/twilio/voice", f"{BASE}/twilio/voice/fallback", f"{BASE}/twilio/voice/status")
    ports = Ports(time.clock, lambda: secrets.token_hex(16), time.sleep)
    try:
        async with Exchange(
            Account("AC" + "0" * 32, token), [line], ports, route=lambda url: url.replace(BASE, here, 1)
        ) as at:
            yield at, time
    finally:
        await background.close()
        await runner.cleanup()


class _NoBriefing:
    """Nobody is briefed in a draft."""

    async def whisper(self, ticket: str) -> tuple[str, str] | None:
        return None
