"""What a book's proof must know before it begins: the facts that matter, the nodes that read the clock, hours to choose."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any

from frontdesk.core.facts import FACTS
from frontdesk.core.inputs import Input
from frontdesk.core.rooms import InMenu, InTalk, Room, State
from frontdesk.core.turn import Turn
from frontdesk.ivr.graph import Spot, edges
from frontdesk.ivr.hours import ALL_DAY, DAYS, Hours
from frontdesk.ivr.marks import Mark
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Callback, ChatLink, Collect, Consent, Split, Target
from frontdesk.ivr.prove.alive import alive
from frontdesk.ivr.split import drawn
from frontdesk.ivr.tasks import Tasks

Step = Callable[[FlowBook, State, Input], Turn]
AT = 1_772_434_800.0  # a Monday morning; opening hours are chosen, not waited for
MOST_HOURS = 3  # sets of hours that are opened and closed one by one; with more, all together
WRITTEN = frozenset({"takes", "goal", "label", "task", "flow"})  # fields that set a fact or pass it on; none reads it
MOST_CALLERS = 2000  # tried until every arm of every experiment is somebody's
VERIFIED = frozenset({"customer_id"})
AGREED = frozenset({"recording"})
OWN: Mapping[type, frozenset[str]] = MappingProxyType({ChatLink: VERIFIED, Consent: AGREED})  # read without being named
_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The book as the proof sees it. `books` are the book at each choice of opening hours, by what is said about it."""

    books: Mapping[str, FlowBook]
    book: FlowBook
    step: Step
    tasks: Tasks
    matters: frozenset[str]
    alive: Mapping[Spot, frozenset[str]]
    reads: Mapping[Spot, frozenset[str]]
    leads: Mapping[Spot, frozenset[Spot]]
    before: Mapping[Spot, frozenset[Spot]]
    taught: tuple[tuple[str, str], ...]
    clocked: frozenset[Spot]
    operators: frozenset[str]
    nodes: frozenset[Spot]
    callers: tuple[str | None, ...]
    consents: bool

    def matters_at(self, room: Room) -> frozenset[str]:
        """The facts that can still make a difference: where one is, where a talk leads back to, at home."""
        if isinstance(room, InMenu):
            return self.alive.get((room.flow, room.node), self.matters)
        home = self.alive.get((self.home.flow, self.home.node), self.matters)
        if isinstance(room, InTalk) and room.back_flow and room.back_node:
            return home | self.alive.get((room.back_flow, room.back_node), self.matters)
        return home

    def deciding(self, near: Iterable[Spot]) -> frozenset[str]:
        """The facts read by these nodes."""
        return frozenset[str]().union(*(self.reads[here] for here in near)) & self.matters

    @property
    def home(self) -> Target:
        return self.book.flows["main"].home_target


def world_of(book: FlowBook, tasks: Tasks, step: Step) -> World:
    """Everything that is looked up once."""
    texts = {(node.flow, str(node.name)): frozenset(_texts(node)) for node in book.nodes()}
    leads = {(node.flow, str(node.name)): frozenset(edge.spot for edge in edges(node, book)) for node in book.nodes()}
    own = {(node.flow, str(node.name)): OWN.get(type(node), frozenset()) for node in book.nodes()}
    reads = {spot: _names(found) | own[spot] for spot, found in texts.items()}
    wanted = frozenset[str]().union(*reads.values())
    books = {said: replace(book, hours=hours) for said, hours in _choices(book.hours)}
    return World(
        books=books,
        book=books["open"],
        step=step,
        tasks=tasks,
        matters=frozenset(FACTS) & wanted,
        alive=alive(book, reads, frozenset(FACTS) & wanted),
        reads=reads,
        leads=leads,
        before=_turned(leads),
        taught=tuple((name, "C1") for name in ("customer_id",) if name in wanted),
        clocked=frozenset(spot for spot, found in texts.items() if found & set(book.hours)),
        nodes=frozenset(texts),
        callers=(None, *_callers(book)),
        consents=any(isinstance(node, Consent) for node in book.nodes()),
        operators=frozenset(map(str, book.words("operator"))),
    )


def _turned(leads: Mapping[Spot, frozenset[Spot]]) -> dict[Spot, frozenset[Spot]]:
    """The nodes that lead to each node."""
    before: dict[Spot, set[Spot]] = {}
    for here, on in leads.items():
        for there in on:
            before.setdefault(there, set()).add(here)
    return {there: frozenset(nodes) for there, nodes in before.items()}


def _callers(book: FlowBook) -> Iterator[str]:
    """Numbers to call from: one to be called back on, and one for each arm of each experiment."""
    splits = [node for node in book.nodes() if isinstance(node, Split)]
    wanted = {(str(split.experiment), str(arm.name)) for split in splits for arm in split.arms}
    if not wanted and not any(isinstance(node, Callback | ChatLink) for node in book.nodes()):
        return
    for number in range(MOST_CALLERS):
        caller = f"+100000{number:04d}"
        arms = {(str(split.experiment), str(drawn(split, caller).name)) for split in splits}
        if number == 0 or wanted & arms:
            wanted -= arms
            yield caller
        if not wanted:
            return


def _names(found: frozenset[str]) -> frozenset[str]:
    """The names in these texts; being verified is a fact too."""
    names = frozenset(name for text in found for name in _NAME.findall(text))
    return names | VERIFIED if "identity_verified" in names else names


def _texts(value: Any) -> Iterator[str]:
    """Every text a node holds, however deep."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(key)
            yield from _texts(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _texts(inner)
    elif is_dataclass(value) and not isinstance(value, type | Mark):
        for name in _read_fields(type(value)):
            if name != "fact" or not _only_collects(value):
                yield from _texts(getattr(value, name))


@cache
def _read_fields(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls) if field.name not in WRITTEN)


def _only_collects(node: object) -> bool:
    """Whether a fact is asked for here whatever is known of it already."""
    return isinstance(node, Collect) and node.known is None


def _choices(hours: Mapping[str, Hours]) -> Iterator[tuple[str, Mapping[str, Hours]]]:
    """All open, all closed, and, when there are few, each one closed alone."""
    opened = {name: opened_always(one) for name, one in hours.items()}
    closed = {name: closed_always(one) for name, one in hours.items()}
    yield "open", opened
    if hours:
        yield "closed", closed
    for name in hours if 1 < len(hours) <= MOST_HOURS else ():
        yield f"{name} closed", {**opened, name: closed[name]}


def opened_always(hours: Hours) -> Hours:
    return replace(hours, weekly=dict.fromkeys(DAYS, ALL_DAY), holidays={})


def closed_always(hours: Hours) -> Hours:
    return replace(hours, weekly={}, holidays={})
