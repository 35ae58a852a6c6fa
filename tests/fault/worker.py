"""`python -m tests.fault.worker`: kill -9 of the real dialogue worker while it has a customer's words.

The customer must have words at once, each message once in the log; and the next question is answered when a new worker is there.
"""

import argparse
import asyncio
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.fault.people import ChatCustomer
from tests.fault.walk import fresh_databases, logged, recovery
from tests.fault.world import Back, World, worked_s, world

MODELS = Path(__file__).parents[2] / "var" / "models"
IN_MS = (1, 3, 6, 10, 20, 40, 80)  # so long after the message was sent
READY_S = 180.0
WORDS_S = 3.0  # within this the customer has words, whatever became of the worker
ASKS, SORRY = "where is my order 10023?", "isn't answering"


@dataclass(frozen=True, slots=True)
class Struck:
    """One worker killed."""

    in_ms: int
    said: tuple[str, ...]
    words_s: float
    back: Back
    faults: tuple[str, ...]


@asynccontextmanager
async def with_worker(database: str) -> AsyncIterator[World]:
    """A server with its own worker and the model of this checkout."""
    with tempfile.TemporaryDirectory(prefix="frontdesk-fault-") as folder:
        MODELS.mkdir(parents=True, exist_ok=True)
        data = Path(folder) / "data"
        data.mkdir()
        (data / "models").symlink_to(MODELS)
        async with world(Path(folder), database, "") as made:
            yield made


async def ready(made: World, besides: int = 0) -> int:
    """The process id of the worker, or of one `besides` that one, once it answers."""
    async with asyncio.timeout(READY_S):
        while True:
            async with made.http.get(made.direct + "/readyz") as answer:
                there = '"dialogue": "ready"' in await answer.text()
            if there and (pid := await _worker_of(made)) not in (0, besides):
                return pid
            await asyncio.sleep(0.05)


async def _worker_of(made: World) -> int:
    assert made.server.process is not None
    found = await asyncio.create_subprocess_exec(
        "pgrep", "-P", str(made.server.process.pid), "-f", "frontdesk.rasa_worker ", stdout=asyncio.subprocess.PIPE
    )
    return int(((await found.communicate())[0].split() or [b"0"])[0])


async def struck(made: World, database: str, in_ms: int) -> Struck:
    """A customer asks, and while the worker has the words it is killed; they ask again until it is answered."""
    customer = ChatCustomer(made, f"worker-{in_ms}")
    await customer.say("hello")
    pid, read, began = await ready(made), len(await logged(database)), time.monotonic()
    asking = asyncio.ensure_future(customer.say(ASKS))
    await asyncio.sleep(in_ms / 1000)
    os.kill(pid, signal.SIGKILL)
    killed, said = time.monotonic(), await asking
    words_s = time.monotonic() - began
    fresh = await ready(made, besides=pid)
    while _sorry(await customer.say(ASKS)):
        await asyncio.sleep(1)
        assert time.monotonic() - killed < READY_S, "never answered again"
    back = Back(time.monotonic() - killed, worked_s(fresh))
    return Struck(in_ms, tuple(said), words_s, back, _faults(said, words_s, (await logged(database))[read:]))


def _sorry(said: Sequence[str]) -> bool:
    return any(SORRY in text for text in said)


def _faults(said: Sequence[str], words_s: float, events: Sequence[Any]) -> tuple[str, ...]:
    """Silence, slowness, or a message that the log has more or less often than it was sent."""
    spoken = Counter(event.kind for event in events if event.kind in ("customer_spoke", "machine_did_fail"))
    faults = [] if said and all(said) else ["no words"]
    if words_s > WORDS_S:
        faults.append(f"words only after {words_s:.1f} s")
    if spoken["customer_spoke"] < 2:
        faults.append("a message was lost")
    return tuple(faults)


async def main(kind: str) -> int:
    wrong, back = 0, list[Back]()
    with fresh_databases(kind) as databases:
        database = next(databases)
        async with with_worker(database) as made:
            await ready(made)
            for in_ms in IN_MS:
                one = await struck(made, database, in_ms)
                wrong += bool(one.faults)
                back.append(one.back)
                how = "an apology and a way on" if _sorry(one.said) else "answered before it died"
                text = f"  {in_ms:>3} ms  {'; '.join(one.faults) or how}, {one.words_s:.2f} s; answered again"
                sys.stdout.write(f"{text} after {one.back.after_s:.1f} s\n")
                sys.stdout.flush()
    sys.stdout.write(f"{kind}: {len(IN_MS)} workers killed, {wrong} went wrong; {recovery(back)}\n")
    return min(1, wrong)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    sys.exit(asyncio.run(main(parser.parse_args().database)))
