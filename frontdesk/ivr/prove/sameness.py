"""When two states are one to the proof: same room, same counters, same facts that matter; not the same ids or times."""

from collections.abc import Hashable
from dataclasses import fields
from operator import attrgetter

from frontdesk.core.evolve import replace
from frontdesk.core.rooms import InMenu, InTalk, Room, State, WithHuman
from frontdesk.core.waits import AskDialogue, ForCustomer, ForReply, RunTask, Wait
from frontdesk.ivr.nodes import Collect, Menu
from frontdesk.ivr.prove.world import World

OUTSIDE = frozenset(
    {
        "session",
        "started_at",
        "address",
        "flow_version",
        "seq",
        "spoke",
        "tickets",
        "tried",
        "ticket",
        "unheard",
        "recordable",
    }
)  # what the proof says to the bot names no option and no number
SEPARATE = frozenset({"facts", "wait", "room", "promises", "arms", "told"})
REST = attrgetter(*(f.name for f in fields(State) if f.name not in OUTSIDE | SEPARATE))


def sameness(state: State, room: Room, world: World, *, quiet: bool) -> Hashable:
    """A key that is equal for states the proof need not tell apart; `room` is where the state counts as being.

    `quiet`: nothing was said yet in this turn.
    """
    if isinstance(room, WithHuman):  # what was known matters to the person, no longer to the flows
        return (room, state.wait.kind, state.lang, quiet)
    arms = tuple(sorted(state.arms.items())) if state.arms else ()
    asked = state.recordable and "recording" not in state.facts and "recording" in world.matters_at(state.room)
    told = state.anything_told  # a person is then announced with other words
    return (
        room,
        _of(state.wait, world),
        facts_at(state, world),
        REST(state),
        arms,
        told,
        state.promises > 0,
        asked,
        quiet,
    )


def folded(state: State, world: World) -> Room:
    """The room, with one pair of counters for all those that lead on alike.

    How often a question is put again, and when a person is called instead, depends on the sum of silences and misses
    (`again._again`, `collecting._confirm`); its words on the counter that grows, but at the end of the tries they are the
    last ones. So with one try left it makes no difference how often which it was. The test against a walk that tells all
    of them apart holds the engine to this.
    """
    room = state.room
    if not isinstance(room, InMenu) or not room.silences:
        return room
    node = world.book.node(room.flow, room.node)
    used = room.silences + room.misses
    if not isinstance(node, Menu | Collect) or used != world.book.tries(node.patience, state) - 1:
        return room
    return replace(room, silences=0, misses=used)


def facts_at(state: State, world: World) -> tuple[tuple[str, str], ...]:
    """What is known and still matters."""
    if not state.facts:
        return ()
    matters = world.matters_at(state.room)
    return tuple(sorted((name, value) for name, value in state.facts.items() if name in matters))


def likeness(state: State, room: Room, world: World, *, quiet: bool) -> Hashable:
    """What must be equal even where a very large book is walked with few contexts: the room, its counters, the wait."""
    where = (InTalk.kind, room.silences, room.misses) if isinstance(room, InTalk) else room
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
