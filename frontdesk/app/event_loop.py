"""The event loop of a server: uvloop's, which takes a quarter to a third less CPU for a request than asyncio's own."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import uvloop

T = TypeVar("T")


def served(main: Coroutine[Any, Any, T]) -> T:
    """Run a server to its end; what `asyncio.run` is to everything else."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(main)
