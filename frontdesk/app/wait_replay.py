"""Replays a call log in a process of its own, beside the one that learns from it: two cores instead of one."""

import multiprocessing
from collections.abc import Iterator
from multiprocessing.connection import Connection

import numpy as np

from frontdesk.core.errors import FrontdeskError
from handoff.waiting.events import CallLog
from handoff.waiting.replay import Block, Replay


def apart(log: CallLog) -> Iterator[Block]:
    """The same blocks as `handoff.waiting.backtest.replayed`, in the same order."""
    context = multiprocessing.get_context("spawn")  # a fork would copy threads half
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_replay, args=(log, theirs), name="wait-replay", daemon=True)
    process.start()
    theirs.close()
    try:
        while (block := ours.recv()) is not None:
            yield block
    except EOFError as error:
        raise FrontdeskError(
            "The replay of the call log ended before its end; look for what it printed above."
        ) from error
    finally:
        ours.close()
        process.terminate()
        process.join()


def _replay(log: CallLog, out: Connection) -> None:
    """In the other process. A reader that is gone ends it."""
    try:
        for block in Replay(log).blocks():
            block.seen = np.array(block.seen)  # one table is passed on faster than its numbers
            out.send(block)
        out.send(None)
    except BrokenPipeError:
        return
