"""Background work that is held, named, seen when it fails, and ended. The one place that makes bare tasks."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from typing import Any, TypeVar

Each = TypeVar("Each")
AT_ONCE = 8  # so that the start of a large house floods no carrier, and one who is slow holds up few
log = logging.getLogger(__name__)


class Background:
    """Holds tasks until they end; `close` cancels the rest and waits for them."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, Any], *, name: str) -> asyncio.Task[Any]:
        """Run `work`; a failure is logged under `name`, never lost."""
        task = asyncio.create_task(work, name=name)  # noqa: TID251 - this is the holder
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("background work %s failed", task.get_name(), exc_info=error)

    async def settle(self) -> None:
        """Wait until nothing runs; for tests and a graceful stop."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    async def close(self) -> None:
        for task in set(self._tasks):
            task.cancel()
        if self._tasks:
            await asyncio.wait(set(self._tasks))


async def few_at_once(many: Iterable[Each], work: Callable[[Each], Awaitable[object]]) -> None:
    """The same for many, in their order, at most AT_ONCE under way. One that fails is logged; the others are done."""
    left = iter(many)
    await asyncio.gather(*(_one_by_one(left, work) for _ in range(AT_ONCE)))


async def _one_by_one(left: Iterable[Each], work: Callable[[Each], Awaitable[object]]) -> None:
    for one in left:
        try:
            await work(one)
        except Exception:
            log.exception("one of many failed; the others are done")
