"""Which nodes and branches trials have taken, and which nobody has: read from what happened, by the flows' own ways on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from frontdesk.core.events import Event, MachineDidFail, NodeEntered, TaskFinished
from frontdesk.ivr.graph import Spot
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Action, Node
from frontdesk.ivr.trial.ways import ways

SKIP = "skip"
Branch = tuple[Spot, str]  # a node, and the name of a way on from it


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was taken of what there is."""

    nodes: frozenset[Spot]
    branches: frozenset[Branch]
    entered: frozenset[Spot]
    taken: frozenset[Branch]

    @property
    def missing_nodes(self) -> tuple[Spot, ...]:
        return tuple(sorted(self.nodes - self.entered))

    @property
    def missing_branches(self) -> tuple[Branch, ...]:
        return tuple(sorted(branch for branch in self.branches - self.taken if branch[0] in self.entered))

    @property
    def whole(self) -> bool:
        return self.nodes <= self.entered and self.branches <= self.taken

    def __str__(self) -> str:
        share = f"{len(self.nodes & self.entered)} of {len(self.nodes)} nodes"
        lines = [f"{share}, {len(self.branches & self.taken)} of {len(self.branches)} branches are tested."]
        lines += [f"  no test comes to {flow}.{node}" for flow, node in self.missing_nodes]
        lines += [f"  no test takes {flow}.{node} → {way}" for (flow, node), way in self.missing_branches]
        return "\n".join(lines)


def coverage(book: FlowBook, runs: Iterable[Iterable[Event]]) -> Coverage:
    """What these runs took together."""
    nodes = {(node.flow, str(node.name)): node for node in book.nodes()}
    entered: set[Spot] = set()
    taken: set[Branch] = set()
    for events in runs:
        steps = tuple(_steps(events))
        start = book.flows["main"].start
        taken |= set(_passing(book, (start.flow, start.node), steps[0][0])) if steps else set()
        for here, there, outcome in steps:
            entered.add(here)
            taken |= set(_taken(book, nodes[here], there, outcome)) if here in nodes else set()
    return Coverage(
        nodes=frozenset(nodes),
        branches=frozenset((spot, way.label) for spot, node in nodes.items() for way in ways(node)),
        entered=frozenset(entered),
        taken=frozenset(taken),
    )


def _steps(events: Iterable[Event]) -> Iterator[tuple[Spot, Spot | None, str | None]]:
    """Each node entered, the node entered next, and the outcome of the task that ran in between."""
    here: Spot | None = None
    outcome: str | None = None
    for event in events:
        match event:
            case NodeEntered():
                if here is not None:
                    yield here, (event.flow, event.node), outcome
                here, outcome = (event.flow, event.node), None
            case TaskFinished(by="menu"):
                outcome = event.outcome
            case MachineDidFail(machine="task"):
                outcome = "late" if event.reason == "late" else "failed"
    if here is not None:
        yield here, None, outcome


def _taken(book: FlowBook, node: Node, there: Spot | None, outcome: str | None) -> Iterator[Branch]:
    """The branches of this node that lead there; those of an action are told apart by its outcome."""
    spot = (node.flow, str(node.name))
    if isinstance(node, Action):
        if outcome is not None:
            yield spot, outcome
        return
    for way in ways(node):
        if way.label.startswith(SKIP):
            continue  # who entered a node did not pass it by
        passed = tuple(_passing(book, way.spot, there)) if there is not None else ()
        if way.spot == there or passed:
            yield spot, way.label
            yield from passed


def _passing(book: FlowBook, spot: Spot, there: Spot | None) -> Iterator[Branch]:
    """The `skip` of nodes passed by on the way there."""
    node, seen = book.node(*spot), set[Spot]()
    while node is not None and node.skip is not None and spot not in seen:
        seen.add(spot)
        skipped = (spot, f"{SKIP} {node.skip.when}")
        spot = (node.skip.goto.flow, node.skip.goto.node)
        if spot == there:
            yield skipped
            return
        node = book.node(*spot)
