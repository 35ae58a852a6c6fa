"""Plays the flows in the terminal: the real loop on stores in memory, the demo shop, no carrier and no browser."""

import itertools
import time
from pathlib import Path

from rich.console import Console

from actions import TASKS
from frontdesk.app.draft import draft_house
from frontdesk.app.settings import Settings
from frontdesk.conversation.ports import StoredTurn
from frontdesk.core.inputs import Channel, ContactStarted
from frontdesk.core.waits import ForAgent, ForCustomer
from frontdesk.ivr.loader import load_book
from frontdesk.ivr.play import read_line, story
from frontdesk.ivr.trial.record import lines_of
from frontdesk.ivr.trial.script import Line, Script
from frontdesk.ivr.trial.write import written

STYLES = {"bot": "bold", "customer": "dim", "system": "cyan"}


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
    turns = draft_house(settings, load_book(settings.flows_dir, TASKS), time.time, None).turns
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
