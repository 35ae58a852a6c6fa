"""When two states are one to the proof: same room, same counters, same facts that matter; not the same ids or times."""

from collections.abc import Hashable, Mapping
from dataclasses import fields
from typing import Any

from frontdesk.core.rooms import InTalk, State, WithHuman
from frontdesk.core.waits import AskDialogue, ForCustomer, ForReply, RunTask, Wait
from frontdesk.ivr.prove.world import World

OUTSIDE = frozenset(
    {"session", "started_at", "address", "flow_version", "seq", "spoke", "tickets", "tried", "ticket", "unheard"}
)  # what the proof says to the bot names no option and no number
SEPARATE = frozenset({"facts", "wait", "room", "promises"})
SIMPLE = frozenset({str, int, float, bool})
REST = tuple(f.name for f in fields(State) if f.name not in OUTSIDE | SEPARATE)


def sameness(state: State, world: World, *, quiet: bool) -> Hashable:
    """A key that is equal for states the proof need not tell apart. `quiet`: nothing was said yet in this turn."""
    if isinstance(state.room, WithHuman):  # what was known matters to the person, no longer to the flows
        return (state.room, state.wait.kind, state.lang, quiet)
    rest = tuple(_frozen(getattr(state, name)) for name in REST)
    facts = facts_at(state, world)
    return (_frozen(state.room), _of(state.wait, world), facts, rest, state.promises > 0, quiet)


def facts_at(state: State, world: World) -> tuple[tuple[str, str], ...]:
    """What is known and still matters."""
    matters = world.matters_at(state.room)
    return tuple(sorted((name, value) for name, value in state.facts.items() if name in matters))


def likeness(state: State, world: World, *, quiet: bool) -> Hashable:
    """What must be equal even where a very large book is walked with few contexts: the room, its counters, the wait."""
    room = state.room
    where = (InTalk.kind, room.silences, room.misses) if isinstance(room, InTalk) else _frozen(room)
    return (where, _of(state.wait, world), quiet)


def _of(wait: Wait, world: World) -> Hashable:
    match wait:
        case ForReply(request=RunTask() as task):
            return ("task", task.task)
        case ForReply(request=AskDialogue() as bot):
            return "bot", bot.text in world.operators
        case ForCustomer():
            return tuple(choice.key for choice in wait.choices), wait.secret
        case _:
            return wait.kind


def _frozen(value: Any) -> Hashable:
    if value is None or type(value) in SIMPLE:
        return value  # type: ignore[no-any-return]
    if isinstance(value, Mapping):
        return tuple(sorted((str(k), _frozen(v)) for k, v in value.items()))
    if isinstance(value, list | tuple):
        return tuple(_frozen(v) for v in value)
    try:
        hash(value)
    except TypeError:
        return repr(value)
    return value  # type: ignore[no-any-return]
