"""`python -m tests.fault.walk --database sqlite`: kill -9 at every crossing of every story, and say what became of the customer.

A crossing is a request between the server and the world: a webhook, what an agent or a customer does, a request to the carrier.
"""

import argparse
import asyncio
import itertools
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import web

from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.log import SqlLogReader
from frontdesk.adapters.sql.migrate import upgrade
from tests import servers
from tests.fault.stories import CUTS, STORIES, Verdict, judged, told
from tests.fault.world import Back, Moment, World, world

RTO_S = 5.0  # from a kill to the next answer, on a machine that is not busy otherwise
MOMENTS: tuple[Moment, ...] = ("during", "after")


@dataclass(frozen=True, slots=True)
class Walked:
    """One story with one kill in it."""

    killed: str
    crossings: int
    took_s: float
    back: tuple[Back, ...]
    verdict: Verdict
    error: str = ""


@asynccontextmanager
async def scripted_rasa() -> AsyncIterator[str]:
    """A dialogue model that echoes, at an address."""

    async def webhook(request: web.Request) -> web.Response:
        return web.json_response([{"text": f"You said: {(await request.json())['message']}"}])

    async def status(request: web.Request) -> web.Response:
        return web.json_response({"ok": True})

    app, port = web.Application(), servers.free_port()
    app.router.add_post("/webhooks/rest/webhook", webhook)
    app.router.add_get("/status", status)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def stage(database: str) -> AsyncIterator[World]:
    """A world of its own for stories to be told in."""
    with tempfile.TemporaryDirectory(prefix="frontdesk-fault-") as folder:
        async with scripted_rasa() as rasa, world(Path(folder), database, rasa) as made:
            yield made


async def walked(story: str, made: World, database: str, at: int | str = 0, moment: Moment = "after") -> Walked:
    """Tell the story, with the server killed at crossing `at` (0: never; or the first of that name), and judge the log."""
    began, error, read = time.monotonic(), "", len(await logged(database))
    made.gate.back.clear()
    try:
        await told(story, made, at, moment)
    except Exception as failure:
        error = f"{type(failure).__name__}: {failure}"
    while made.gate.work:
        await asyncio.wait(made.gate.work)
    took = time.monotonic() - began
    verdict = judged(story, (await logged(database))[read:])
    return Walked(made.gate.killed, len(made.gate.passed), took, tuple(made.gate.back), verdict, error)


async def logged(database: str) -> list[Any]:
    """All events so far."""
    opened = Database(database)
    try:
        entries = await SqlLogReader(opened).after(0, 1_000_000)
    finally:
        await opened.close()
    return [entry.event for entry in entries]


@contextmanager
def fresh_databases(kind: str) -> Iterator[Iterator[str]]:
    """Addresses of databases nobody used, as many as are wanted."""

    def files() -> Iterator[str]:
        with tempfile.TemporaryDirectory(prefix="frontdesk-fault-db-") as folder:
            for number in range(1_000_000):
                url = f"sqlite:///{folder}/{number}.db"
                upgrade(url)
                yield url

    def rows(server: servers.PostgresServer) -> Iterator[str]:
        for number in range(1_000_000):
            yield server.create(f"walk{number}", template="walk_template")
            server.drop(f"walk{number}")

    if kind == "sqlite":
        yield files()
        return
    with servers.postgres() as server:
        upgrade(server.create("walk_template"))
        yield rows(server)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


async def walk(kind: str, stories: Iterable[str], crossings: tuple[int, int]) -> int:
    """The crossings of these stories from the first wanted on, each or every n-th; returns how many went wrong."""
    wrong, back = 0, list[Back]()
    with fresh_databases(kind) as databases:
        for story in stories:
            database = next(databases)
            async with stage(database) as made:
                plain = await walked(story, made, database)
                _say(f"{story}: {plain.crossings} crossings, {plain.took_s:.1f} s undisturbed; {_outcome(plain)}")
                wrong += not _right(plain)
                for at, moment in itertools.product(range(crossings[0], plain.crossings + 1, crossings[1]), MOMENTS):
                    one = await walked(story, made, database, at, moment)
                    wrong += not _right(one)
                    back += one.back
                    _say(f"  {at:>3} {moment:<6} {one.killed:<40} {one.took_s:>5.1f} s  {_outcome(one)}")
    _say(f"{kind}: {len(back)} kills, {wrong} went wrong; {recovery(back)}, of {RTO_S:.0f} s aimed at")
    return wrong


def recovery(back: Sequence[Back]) -> str:
    """How long after a kill people were answered again, how much of it the server worked, and how busy the machine was."""
    busy = f"{os.getloadavg()[0]:.1f} processes on {os.cpu_count()} cores at the end"
    waited, worked = [one.after_s for one in back] or [0.0], [one.worked_s for one in back] or [0.0]
    middle, most = statistics.median(waited), max(waited)
    work = f"work {statistics.median(worked):.1f} s, {max(worked):.1f} s at most"
    return f"RTO {middle:.1f} s in the middle, {most:.1f} s at most; {work} ({busy})"


async def cuts(kind: str) -> int:
    """An agent's browser dies at every step; returns how often it went wrong."""
    wrong = 0
    with fresh_databases(kind) as databases:
        for story, tale in CUTS.items():
            database = next(databases)
            async with stage(database) as made:
                one = await walked(story, made, database)
            wrong += not _right(one)
            _say(f"  {(tale.__doc__ or '').strip():<110} {one.took_s:>5.1f} s  {_outcome(one)}")
    return wrong


def _right(one: Walked) -> bool:
    return not one.error and not one.verdict.faults


def _outcome(one: Walked) -> str:
    if not _right(one):
        return "WRONG " + "; ".join(
            (*one.verdict.faults, f"{one.error[:150]} … {one.error[-250:]}" if one.error else "")
        )
    again = f", offered again {one.verdict.returned} ×" if one.verdict.returned else ""
    return f"served{again}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--story", choices=tuple(STORIES), action="append")
    parser.add_argument("--from", type=int, default=1, dest="first", help="begin at this crossing")
    parser.add_argument("--every", type=int, default=1, help="only every n-th crossing")
    parser.add_argument("--cuts", action="store_true", help="kill nothing, but agents' browsers")
    chosen = parser.parse_args()
    if chosen.cuts:
        sys.exit(min(1, asyncio.run(cuts(chosen.database))))
    sys.exit(min(1, asyncio.run(walk(chosen.database, chosen.story or list(STORIES), (chosen.first, chosen.every)))))
