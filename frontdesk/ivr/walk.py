"""Going from node to node until somebody must speak: what each kind of node does when it is entered. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from frontdesk.core.events import NodeEntered
from frontdesk.core.exits import Exit, ToEnd, ToHandoff, ToTalk
from frontdesk.core.rooms import InMenu
from frontdesk.core.turn import Draft
from frontdesk.core.waits import ForReply, RunTask
from frontdesk.ivr.ask import ask, say
from frontdesk.ivr.model import (
    Action,
    Branch,
    Broken,
    Collect,
    FlowBook,
    Handoff,
    Hangup,
    Menu,
    Node,
    OpenHours,
    Say,
    Talk,
    Target,
)

MAX_NODES = 100  # nodes passed without asking the customer; the check finds such circles before a caller does
MAX_TRAIL = 8
Onward = Target | Exit | None  # another node, out of the menus, or wait here


@dataclass(slots=True)
class Walk:
    """One way through the flows within one step. `secrets` live here and nowhere else."""

    book: FlowBook
    draft: Draft
    secrets: Mapping[str, str] = field(default_factory=dict)

    def go(self, target: Target) -> Exit | None:
        """Enter nodes, from `target` on, until one waits or leads out of the menus."""
        for _ in range(MAX_NODES):
            onward = self._enter(target)
            if not isinstance(onward, Target):
                return onward
            target = onward
        raise AssertionError(f"The flow goes round at {target} without asking the customer; run `frontdesk check`.")

    def _enter(self, target: Target) -> Onward:
        node = self.book.node(target.flow, target.node)
        assert node is not None, f"There is no node {target}; run `frontdesk check`."
        if node.skip is not None and self.passes(node):
            return node.skip.goto
        self.draft.emit(NodeEntered(flow=node.flow, node=str(node.name)))
        return self._do(node)

    def passes(self, node: Node) -> bool:
        """Whether the node is passed by, as things stand."""
        return node.skip is not None and self._known(node.skip.when)

    def _known(self, when: str) -> bool:
        state = self.draft.state
        if when == "language_settled":
            return state.lang_settled
        return ("customer_id" if when == "identity_verified" else when) in state.facts

    def _do(self, node: Node) -> Onward:
        match node:
            case Menu() | Collect():
                ask(self.book, self.draft, node, self._room(node))
                return None
            case Say():
                say(self.book, self.draft, None, node.prompt, self.draft.state.facts)
                return node.goto
            case Action():
                self._run(node)
                return None
            case OpenHours():
                return node.open if self.book.hours[node.hours].open_at(self.draft.at) else node.closed
            case Branch():
                value = self.draft.state.facts.get(node.fact, "")
                return next((t for case, t in node.cases.items() if case == value), node.otherwise)
            case Talk():
                return ToTalk(back_flow=node.back.flow, back_node=node.back.node)
            case Handoff():
                return ToHandoff(reason=node.reason, queue=str(node.queue))
            case Hangup():
                return ToEnd()
            case Broken():
                raise AssertionError(f"{node.name} could not be read; run `frontdesk check`.")

    def _room(self, node: Menu | Collect) -> InMenu:
        """At a question afresh; what we know already is offered for confirmation instead of asked again."""
        offered = self.draft.state.facts.get(node.fact) if isinstance(node, Collect) and node.known else None
        return InMenu(flow=node.flow, node=str(node.name), pending=offered, trail=self._trail(node))

    def _trail(self, node: Menu | Collect) -> tuple[str, ...]:
        """The questions before this one; what was run in between can't be gone back over."""
        room = self.draft.state.room
        if not isinstance(room, InMenu) or not isinstance(self.book.node(room.flow, room.node), Menu | Collect):
            return ()
        here, before = str(node.target), f"{room.flow}.{room.node}"
        trail = (*room.trail, before)[-MAX_TRAIL:] if before != here else room.trail
        return trail[: trail.index(here)] if here in trail else trail

    def _run(self, node: Action) -> None:
        state = self.draft.state
        facts = {k: v for k, v in {**state.facts, **self.secrets}.items() if k in node.takes}
        self.secrets = {}
        request = RunTask(
            task=str(node.task), facts=facts, lang=state.lang, medium="voice" if state.channel == "voice" else "text"
        )
        room = InMenu(flow=node.flow, node=str(node.name))
        assert node.deadline_s is not None, f"{node.name} has no deadline; run `frontdesk check`."
        self.draft.enter(room, ForReply(request=request, deadline_s=node.deadline_s))


def main_start(book: FlowBook) -> Target:
    return book.flows["main"].start
