"""What the longer commands do: serve until stopped, train once."""

import asyncio
import gc
import signal
import time
from collections.abc import Callable

from frontdesk.app.bootstrap import open_house
from frontdesk.app.doors import serving
from frontdesk.app.edited import mistakes
from frontdesk.app.house import House
from frontdesk.app.preflight import ready_to_start
from frontdesk.app.settings import Settings
from frontdesk.app.worker import Worker, worker_env

Say = Callable[[str], None]


async def run(settings: Settings, say: Say) -> None:
    """Open the house and its doors, tell the addresses, and stay until SIGINT or SIGTERM."""
    ready_to_start(settings)
    for mistake in mistakes(settings):
        say(f"not used as it is: {mistake}")
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    began = time.perf_counter()
    async with open_house(settings, say) as house, serving(house):
        gc.freeze()  # what the start made stays to the end: no collection need look at it
        gc.enable()
        _tell(house, time.perf_counter() - began, say)
        await stop.wait()
        say("stopping: no new calls; what is under way may finish")


def _tell(house: House, took_s: float, say: Say) -> None:
    base = house.settings.base_url
    say(f"Frontdesk answers calls and chats after {took_s:.1f} s")
    for path, what in (
        ("/", "start here"),
        ("/chat", "web chat; the shop's pages embed it by /widget.js"),
        ("/phone", "a phone in the browser"),
        ("/desk", "agents"),
        ("/board", "owners"),
    ):
        say(f"  {base + path:<40} {what}")
    if house.new_password is not None:
        say(
            f"  accounts: amy and wei (agents), sam (supervisor), olivia (owner), ada (admin); password: {house.new_password}"
        )
    if house.worker is not None:
        say("the dialogue model is being prepared; menus answer meanwhile")


async def train_once(settings: Settings, say: Say) -> int:
    """Train as `up` would; 0 when a model is there afterwards."""

    async def never() -> bool:
        return False

    worker = Worker(worker_env(settings), 0, never, say)
    model = await worker.train()
    return 0 if model else 1
