"""`prove`: all states of a book on both channels, what holds in them, what does not, and how far a person is at worst."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from frontdesk.core.inputs import Channel
from frontdesk.ivr.graph import Spot
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.prove.claims import Bounds, Reach, Violation, measure, reaches, violations
from frontdesk.ivr.prove.explore import Explorer
from frontdesk.ivr.prove.world import Step, World, world_of
from frontdesk.ivr.tasks import Tasks
from frontdesk.ivr.trial.write import written

CHANNELS: tuple[Channel, ...] = ("voice", "chat")
CONTEXTS = ((800, 1), (150, 4))  # nodes of a book, and how many contexts a question is walked in above that
SHOWN = 5  # violations printed with their way
CLAIMS = {
    "goes on": "the flows can always go on",
    "speaks": "nobody is left in silence",
    "asks": "nothing goes round without the customer",
    "ends": "every way can end",
    "human": "a person can be had from everywhere",
    "inputs": "within so many inputs",
    "seconds": "within so many seconds",
    "lets go": "who is silent or not understood meets a person",
    "lost": "within so many seconds even then",
    "is whole": "every state was looked at",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What was looked at and found."""

    states: int
    ways: int
    merged: int
    reaches: tuple[Reach, ...]
    violations: tuple[Violation, ...]
    unvisited: tuple[Spot, ...]
    nodes: int
    bounds: Bounds

    @property
    def ok(self) -> bool:
        return not self.violations

    def __str__(self) -> str:
        return "\n".join((*self._found(), *self._reach(), *self._last()))

    def _found(self) -> Iterator[str]:
        for number, wrong in enumerate(self.violations, start=1):
            yield f"{wrong.spot}: PROOF '{CLAIMS[wrong.claim]}' does not hold: {wrong.message}"
            if number <= SHOWN:
                yield "\n".join(f"    {line}" for line in written(wrong.script).splitlines())

    def _reach(self) -> Iterator[str]:
        for reach in self.reaches:
            quiet = f"{_far(reach.silent)} for who stays silent, " if reach.channel == "voice" else ""
            yield (
                f"  {reach.channel:5} {reach.lang}: a person within {_count(reach.inputs)}, {_far(reach.seconds)}; "
                f"{quiet}{_far(reach.lost)} for who is never understood."
            )

    def _last(self) -> Iterator[str]:
        if self.unvisited:
            yield f"  Not reached in any way that was tried: {', '.join('.'.join(spot) for spot in self.unvisited)}."
        if self.merged:
            yield "  The book is very large: each question was walked in few languages and sets of facts, not in all."
        said = "Proved" if self.ok else f"Not proved, {len(self.violations)} claims fail"
        yield f"{said}: {self.states} states and {self.ways} ways between them, {self.nodes} nodes."


def _count(worst: tuple[float, str]) -> str:
    return f"{worst[0]:.0f} input{'' if worst[0] == 1 else 's'} from everywhere"


def _far(worst: tuple[float, str]) -> str:
    return f"{worst[0]:.0f} s (worst at {worst[1]})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The proof on one channel."""

    states: int
    ways: int
    merged: int
    reaches: tuple[Reach, ...]
    violations: tuple[Violation, ...]
    entered: frozenset[Spot]


def prove(book: FlowBook, tasks: Tasks, step: Step, bounds: Bounds | None = None, *, thorough: bool = False) -> Proof:
    """Look at everything. The book must be free of lint errors."""
    limits = bounds or Bounds()
    world = world_of(book, tasks, step)
    return whole(book, [part(world, channel, limits, thorough=thorough) for channel in CHANNELS], limits)


def part(world: World, channel: Channel, bounds: Bounds, *, thorough: bool = False) -> Part:
    """One channel; the two know nothing of each other and may run side by side."""
    atlas = Explorer(world, channel, thorough, None if thorough else contexts_for(world.book)).walk()
    found = measure(atlas)
    return Part(
        states=len(atlas.places),
        ways=atlas.way_count,
        merged=atlas.merged,
        reaches=tuple(reaches(atlas, found)),
        violations=tuple(violations(atlas, found, bounds)),
        entered=frozenset(atlas.entered),
    )


def contexts_for(book: FlowBook) -> int | None:
    """How many languages and sets of facts are told apart at one question: all, unless the book is very large."""
    size = sum(1 for _ in book.nodes())
    return next((most for limit, most in CONTEXTS if size > limit), None)


def whole(book: FlowBook, parts: Sequence[Part], bounds: Bounds) -> Proof:
    """The parts together."""
    spots = [(node.flow, str(node.name)) for node in book.nodes()]
    entered = frozenset[Spot]().union(*(one.entered for one in parts))
    return Proof(
        states=sum(one.states for one in parts),
        ways=sum(one.ways for one in parts),
        merged=sum(one.merged for one in parts),
        reaches=tuple(reach for one in parts for reach in one.reaches),
        violations=tuple(wrong for one in parts for wrong in one.violations),
        unvisited=tuple(spot for spot in spots if spot not in entered),
        nodes=len(spots),
        bounds=bounds,
    )
