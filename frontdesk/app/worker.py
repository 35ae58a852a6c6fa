"""The dialogue worker, supervised: trains when its inputs changed, starts, watches, starts again. Never imports rasa."""

import asyncio
import json
import logging
import os
import socket
import sys
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, Literal

from frontdesk.adapters.chosen_shop import tries_key
from frontdesk.app.secrets_kept import house_secret
from frontdesk.app.settings import Settings
from frontdesk.app.tracing import worker_traces

log = logging.getLogger(__name__)
PartState = Literal["ready", "starting", "down"]
PROBE_S = 1.0
STARTING_S = 120.0  # the longest a worker may take to load its model
LOG_BYTES = 5_000_000  # what the worker writes on standard error is begun anew past this
TRIES = 2  # of models of the present inputs, before one is trained anew
FIRST_S, LONGEST_S, RARELY_S = 0.5, 30.0, 600.0  # pauses: at first, at most, and once training anew did not help
MISSES = 4  # probes in a row that fail before a worker counts as hung


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Worker:
    """One worker process. `probe` tells whether it answers; `say` shows progress to the person who started it."""

    def __init__(
        self, env: Mapping[str, str], port: int, probe: Callable[[], Awaitable[bool]], say: Callable[[str], None]
    ) -> None:
        self._env, self._port, self._probe, self._say = {**os.environ, **env}, port, probe, say
        self._log = Path(env["DATA_DIR"]) / "dialogue.log"
        self._process: asyncio.subprocess.Process | None = None
        self.state: PartState = "starting"
        self.restarts = 0

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None else None

    async def run(self) -> None:
        """Train, then keep a worker running until cancelled.

        A model that ran runs again: a crash must not wait for the training of what was edited meanwhile. One that can't be
        loaded is trained anew once; when that does not help either, it is said what to do, and tried again now and then.
        """
        pause, failures, model = FIRST_S, 0, None
        try:
            while True:
                model = model or await self.train(anew=failures == TRIES)
                if model is not None and await self._live(model):
                    pause, failures = FIRST_S, 0
                else:
                    model, failures = None, failures + 1
                self.state = "down"
                self.restarts += 1
                self._say(self._told(failures))
                await self._rest(pause if failures <= TRIES else RARELY_S)
                pause = min(pause * 2, LONGEST_S)
        finally:
            self.state = "down"
            await self._kill()

    async def _rest(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    def _told(self, failures: int) -> str:
        """What the person who started us reads after the worker ended; `failures`: models in a row that never answered."""
        where = f"({self._log} says what it said last)"
        if failures == 0:
            return f"the dialogue worker stopped; starting it again {where}"
        if failures < TRIES:
            return f"the dialogue model could not be loaded; trying again {where}"
        if failures == TRIES:
            return f"the dialogue model could not be loaded {failures} times; it is trained anew {where}"
        return (
            "the dialogue model can't be loaded, though it was trained anew; menus and people go on without the bot. Look at "
            f"the end of {self._log}: give the machine more memory or room on its disk, or correct bot/ (`frontdesk train` says "
            f"what is wrong there), then start Frontdesk again. It is tried again every {RARELY_S / 60:.0f} minutes"
        )

    async def train(self, *, anew: bool = False) -> str | None:
        """The path of a model trained from the present inputs; trains only when there is none, or `anew`."""
        process = await self._spawn("frontdesk.rasa_worker.train", *(["--force"] if anew else []))
        assert process.stdout is not None
        model: str | None = None
        try:
            async for raw in process.stdout:
                note = _note(raw)
                if note.get("model"):
                    model = str(note["model"])
                if note.get("text"):
                    self._say(str(note["text"]))
            await process.wait()
        finally:
            await _end(process)
        if model is None:
            log.error(
                "the dialogue model could not be trained (exit %s); run `frontdesk train` to see why",
                process.returncode,
            )
        return model

    async def _live(self, model: str) -> bool:
        """Run one worker until it ends or hangs; True if it was ready at some time."""
        process = await self._spawn("frontdesk.rasa_worker", "--model", model, "--port", str(self._port))
        self._process = process
        drain = asyncio.ensure_future(_drain(process))
        self.state, was_ready, misses, began = "starting", False, 0, asyncio.get_running_loop().time()
        try:
            while process.returncode is None and misses < MISSES:
                if await self._probe():
                    if self.state != "ready":
                        self._say("the dialogue worker is ready")
                    self.state, was_ready, misses = "ready", True, 0
                elif was_ready:
                    self.state, misses = "down", misses + 1
                elif asyncio.get_running_loop().time() - began > STARTING_S:
                    break
                await self._pause(process)
            return was_ready
        finally:
            drain.cancel()
            await self._kill()

    async def _pause(self, process: asyncio.subprocess.Process) -> None:
        """Wait for the next probe, or for the process's end, whichever is first."""
        try:
            async with asyncio.timeout(PROBE_S if self.state == "ready" else 0.25):
                await process.wait()
        except TimeoutError:
            return

    async def _spawn(self, module: str, *args: str) -> asyncio.subprocess.Process:
        """Start a module of ours. Its standard input is a pipe held by us: when we are gone, it sees the end and stops."""
        self._log.parent.mkdir(parents=True, exist_ok=True)
        grown = self._log.is_file() and self._log.stat().st_size > LOG_BYTES
        with self._log.open("wb" if grown else "ab") as log_file:
            return await asyncio.create_subprocess_exec(
                sys.executable, "-m", module, *args, env=self._env,
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=log_file, limit=1 << 20,
            )  # fmt: skip

    async def _kill(self) -> None:
        if self._process is not None:
            await _end(self._process)
            self._process = None


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        async with asyncio.timeout(5):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()


async def _drain(process: asyncio.subprocess.Process) -> None:
    assert process.stdout is not None
    async for raw in process.stdout:
        log.debug("dialogue worker: %s", raw.decode(errors="replace").strip()[:300])


def _note(raw: bytes) -> dict[str, Any]:
    """A progress line, if it is one."""
    try:
        note = json.loads(raw)
    except ValueError:
        return {}
    return note if isinstance(note, dict) else {}


def worker_env(settings: Settings) -> dict[str, str]:
    """What the worker must know of our settings."""
    return {
        "DATABASE_URL": settings.database,
        "DATA_DIR": str(settings.data_dir),
        "TIME_ZONE": settings.time_zone,
        "SHOP_URL": settings.shop_url,
        "SHOP_MAPPING": settings.shop_mapping,
        "SHOP_KEY": settings.shop_key.get_secret_value(),
        "SHOP_SECRET": settings.shop_secret.get_secret_value(),
        "TRIES_KEY": tries_key(house_secret(settings)).decode(),
        "FRONTDESK_PARENT": str(os.getpid()),
        **worker_traces(settings, os.environ),
    }
