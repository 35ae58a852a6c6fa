"""A handler that has begun. Most wait for nothing and are done by then: only the others need a clock beside them, and timers
that are set and taken back with every turn cost it more than the words it says. Knows no call."""

from collections.abc import Coroutine, Generator
from types import coroutine
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Begun(Generic[T]):
    """Runs a coroutine as far as it comes without waiting; what it raises on the way is raised here.

    `done`: whether that was to its end; then `result` is what it gave.
    """

    __slots__ = ("_waits_for", "_work", "done", "result")
    result: T

    def __init__(self, work: Coroutine[Any, Any, T]) -> None:
        self._work, self.done = work, False
        try:
            self._waits_for = work.send(None)
        except StopIteration as end:
            self.done, self.result = True, end.value

    async def rest(self) -> T:
        """Its result, once it has come to its end. To be asked for once."""
        return self.result if self.done else await self._rest()

    @coroutine
    def _rest(self) -> Generator[Any, Any, T]:
        """Pass on what it waits for, and to it what comes of that: an answer, an error, or that it is cancelled."""
        waits_for = self._waits_for
        while True:
            failed, came = None, None
            try:
                came = yield waits_for
            except BaseException as error:
                failed = error
            try:
                waits_for = self._work.send(came) if failed is None else self._work.throw(failed)
            except StopIteration as end:
                result: T = end.value
                return result
