"""The proof of flows for the command line: both channels at once, each in a process of its own where the machine can fork."""

import gc
import multiprocessing
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from multiprocessing.connection import Connection

from actions import TASKS
from frontdesk.conversation.step import step
from frontdesk.core.inputs import Channel
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.prove.claims import Bounds
from frontdesk.ivr.prove.proof import CHANNELS, Part, Proof, part, whole
from frontdesk.ivr.prove.world import World, world_of


def prove_flows(book: FlowBook, bounds: Bounds) -> Proof:
    """The proof over the real step and the real tasks."""
    with unswept():
        return _prove(book, bounds)


@contextmanager
def unswept() -> Iterator[None]:
    """Nothing that is read or found is thrown away before the end, so nobody need look for what could be."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _prove(book: FlowBook, bounds: Bounds) -> Proof:
    world = world_of(book, TASKS, step)
    mine, *others = CHANNELS
    started = {channel: _start(world, channel, bounds) for channel in others} if sys.platform == "linux" else {}
    here = part(world, mine, bounds)
    return whole(book, [here, *(_take(started, world, channel, bounds) for channel in others)], bounds)


def _start(world: World, channel: Channel, bounds: Bounds) -> Connection:
    fork = multiprocessing.get_context("fork")  # the book is there already; nothing but the result is sent
    mine, theirs = fork.Pipe(duplex=False)
    fork.Process(target=_send, args=(theirs, world, channel, bounds), daemon=True).start()
    theirs.close()
    return mine


def _send(out: Connection, world: World, channel: Channel, bounds: Bounds) -> None:
    out.send(part(world, channel, bounds))
    out.close()


def _take(started: Mapping[Channel, Connection], world: World, channel: Channel, bounds: Bounds) -> Part:
    """What the other process found; when it died, found here."""
    try:
        found: Part = started[channel].recv()
    except (EOFError, KeyError):
        return part(world, channel, bounds)
    return found
