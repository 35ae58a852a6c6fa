"""Tasks that cannot get lost: a holder that ends them all, and a race whose losers are cancelled and waited for."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
_log = logging.getLogger("frontdesk.carrier")


class Tasks:
    """Holds the tasks of an exchange; a failure in one is logged and harms no other."""

    def __init__(self) -> None:
        self._held: set[asyncio.Task[Any]] = set()
        self._closed = False

    @property
    def closed(self) -> bool:
        return self._closed

    def __len__(self) -> int:
        return len(self._held)

    def start(self, work: Coroutine[Any, Any, T], name: str = "carrier") -> "asyncio.Task[T]":
        if self._closed:
            work.close()
            raise RuntimeError("The exchange is closed; start no more calls on it.")
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._held.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._held.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("A task of the carrier failed.", extra={"task": task.get_name()}, exc_info=error)

    async def settle(self) -> None:
        """Wait until no task is left; those started meanwhile count too."""
        while self._held:
            await asyncio.wait(self._held)

    async def close(self) -> None:
        self._closed = True
        while self._held:
            for task in self._held:
                task.cancel()
            await asyncio.wait(self._held)


async def first_of(*works: Coroutine[Any, Any, Any]) -> Any:
    """The result of whichever is done first (of those done together, the one named first); the others are ended."""
    loop = asyncio.get_running_loop()
    tasks = [loop.create_task(work) for work in works]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return next(task for task in tasks if task.done()).result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
