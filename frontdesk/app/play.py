"""Plays the flows in the terminal: the real loop on stores in memory, the demo shop, no carrier and no browser."""

import itertools
import time
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

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
from frontdesk.conversation.flows import OneBook
from frontdesk.conversation.machines import HouseMachines
from frontdesk.conversation.ports import MachineDown, StoredTurn
from frontdesk.conversation.service import Loop, TurnService
from frontdesk.core.inputs import Channel, ContactStarted, DialogueReply
from frontdesk.core.waits import AskDialogue, ForAgent, ForCustomer
from frontdesk.ivr.loader import load_book
from frontdesk.ivr.play import read_line, story
from frontdesk.ivr.trial.record import lines_of
from frontdesk.ivr.trial.script import Line, Script
from frontdesk.ivr.trial.write import written
from handoff.desk import Desk
from handoff.ways import Ways

STYLES = {"bot": "bold", "customer": "dim", "system": "cyan"}


class NoDialogue:
    """Stands where the dialogue worker is when none is set: talks fail as they do when it is down."""

    async def ask(self, request: AskDialogue, *, session: str) -> DialogueReply:
        raise MachineDown("No dialogue worker is set; set RASA_URL to talk to one.")


async def play(settings: Settings, console: Console, *, lang: str, channel: Channel, save: Path | None = None) -> None:
    """Ask and answer until the session is over or the input ends; `save` keeps it as a flow test."""
    lines: list[Line] = []
    try:
        await _play(settings, console, ContactStarted(at=time.time(), channel=channel, lang=lang), lines)
    finally:
        if save is not None:
            _save(save, Script(title=f"Tried by hand: {save.stem}", channel=channel, lang=lang, lines=tuple(lines)))
            console.print(f"Saved: {save}", markup=False)


def _save(file: Path, script: Script) -> None:
    file.write_text(written(script), encoding="utf-8")


async def _play(settings: Settings, console: Console, start: ContactStarted, lines: list[Line]) -> None:
    """Play on; every step is added to `lines`."""
    channel = start.channel
    dialogue = RasaDialogue(settings.rasa_url) if settings.rasa_url else NoDialogue()
    turns = _turns(settings, dialogue)
    turn = await turns.handle("play:1", start, "start")
    lines += lines_of(None, turn.events)
    numbers = itertools.count(1)
    while not _show(console, turn):
        try:
            line = console.input("[green]you ›[/] ")
        except (EOFError, KeyboardInterrupt):
            return
        given = read_line(line, channel, turn.state.wait, time.time())
        turn = await turns.handle("play:1", given, f"line:{next(numbers)}")
        lines += lines_of(given, turn.events)


def _show(console: Console, turn: StoredTurn) -> bool:
    """Print a turn; True when nothing more is to be said here."""
    for who, what in story(turn.events):
        console.print(f"{who:>9}  {what}", style=STYLES[who], markup=False)
    wait = turn.state.wait
    if isinstance(wait, ForAgent):
        console.print("   system  a human would take over here", style="cyan")
        return True
    if isinstance(wait, ForCustomer) and wait.choices:
        console.print(
            "           " + "  ".join(f"[{c.key or '·'}] {c.label}" for c in wait.choices), markup=False, style="dim"
        )
    return turn.state.over


def _turns(settings: Settings, dialogue: RasaDialogue | NoDialogue) -> TurnService:
    data = MemoryData()
    ids = itertools.count(1)

    async def tell(session: str, given: object, key: str) -> None:
        return None

    ways = Ways(tell=tell, clock=time.time, new_key=lambda: str(next(ids)))
    desk = Desk(MemoryTicketQueue(data), MemoryAgentStore(), ways)
    today = datetime.fromtimestamp(time.time(), UTC).date()
    shop = memory_shop(demo_customers(), demo_orders(today), time.time, UTC)
    return TurnService(
        Loop(
            store=MemorySessionStore(data),
            lock=LocalLock(),
            machines=HouseMachines(dialogue, ShopTasks(shop), desk.expect),
            bus=LocalBus(),
            flows=OneBook(load_book(settings.flows_dir, TASKS)),
            clock=time.time,
            new_id=lambda: f"S-{next(ids)}",
            default_lang=settings.default_lang,
        )
    )
