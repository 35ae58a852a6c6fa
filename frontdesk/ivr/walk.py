"""Going from node to node until somebody must speak: what each kind of node does when it is entered. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from frontdesk.core.events import NodeEntered, SurveyAsked
from frontdesk.core.exits import Exit, ToEnd, ToHandoff, ToTalk
from frontdesk.core.facts import caller_fact
from frontdesk.core.opening import say_back
from frontdesk.core.rooms import InMenu
from frontdesk.core.turn import Draft
from frontdesk.core.waits import ForReply, RunTask
from frontdesk.ivr.ask import ask
from frontdesk.ivr.consent import not_to_ask, put_consent
from frontdesk.ivr.expression import Expression
from frontdesk.ivr.linking import link_promised
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import (
    Action,
    Branch,
    Broken,
    Call,
    Callback,
    ChatLink,
    Collect,
    Consent,
    Decide,
    Handoff,
    Hangup,
    Leading,
    Menu,
    Message,
    Node,
    OpenHours,
    Return,
    Say,
    Set,
    Split,
    Survey,
    Talk,
    Target,
)
from frontdesk.ivr.promises import message_left, promised_call
from frontdesk.ivr.rating import put_question
from frontdesk.ivr.split import arm_of
from frontdesk.ivr.unheard import entry_heard

MAX_NODES = 100  # nodes passed without asking the customer; the check finds such circles before a caller does
MAX_TRAIL = 8
MAX_CALLS = 8
GRACE_S = 2.0
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

    def arrive(self, node: Collect) -> InMenu:
        """At a question that has its answer already: entered, and not put."""
        self.draft.emit(NodeEntered(flow=node.flow, node=str(node.name)))
        room = self._room(node)
        self.draft.enter(room)
        return room

    def _enter(self, target: Target) -> Onward:
        node = self.book.node(target.flow, target.node)
        assert node is not None, f"There is no node {target}; run `frontdesk check`."
        if node.skip is not None and self.passes(node):
            return node.skip.goto
        if isinstance(node, Consent) and node.goto and not_to_ask(self.draft):
            return node.goto
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
                self.draft.say_phrase(self.book, node.prompt, **self.draft.state.facts)
                if node.opens is not None:
                    say_back(self.book, self.draft, self.book.hours[node.opens].told(self.draft.at))
                return node.goto
            case Action():
                self._run(node)
                return None
            case Survey():
                return self._survey(node)
            case Consent():
                put_consent(self.book, self.draft, node)
                return None
            case Talk():
                return ToTalk(back_flow=node.back.flow, back_node=node.back.node)
            case Handoff():
                return self._handoff(node)
            case Hangup():
                return ToEnd(survey=node.survey)
            case Broken():
                raise AssertionError(f"{node.name} could not be read; run `frontdesk check`.")
            case _:
                return self._lead(node)

    def _survey(self, node: Survey) -> Onward:
        """Ask; the house's own question once a session."""
        own = node.question == self.draft.state.question
        if own and self.draft.state.surveyed:
            return node.goto
        self.draft.change(surveyed=self.draft.state.surveyed or own)
        self.draft.emit(SurveyAsked(question=str(node.question), house=own))
        put_question(self.book, self.draft, node, InMenu(flow=node.flow, node=str(node.name)))
        return None

    def _lead(self, node: Leading) -> Onward:
        match node:
            case OpenHours():
                return node.open if self.book.hours[node.hours].open_at(self.draft.at) else node.closed
            case Branch():
                value = self.draft.state.facts.get(node.fact, "")
                return next((t for case, t in node.cases.items() if case == value), node.otherwise)
            case Set():
                self._set(node.values)
                return node.goto
            case Decide():
                return node.then if node.test.value(self.draft.state.facts, self._today()) else node.otherwise
            case Call():
                self._set(node.given)
                self.draft.change(calls=(*self.draft.state.calls, str(node.target))[-MAX_CALLS:])
                return node.to
            case Return():
                return self._back(node)
            case Split():
                return arm_of(self.draft, node).goto
            case Callback():
                return node.goto if promised_call(self.draft, node) else node.no_number
            case ChatLink():
                return node.goto if link_promised(self.draft) else node.not_sent
            case Message():
                message_left(self.draft, node)
                return node.goto

    def _today(self) -> date:
        return self.book.today(self.draft.at)

    def _set(self, values: Mapping[Marked, Expression]) -> None:
        """Each by what was known before."""
        facts, today = self.draft.state.facts, self._today()
        self.draft.learn({str(name): value.text(facts, today) for name, value in values.items()})

    def _back(self, node: Return) -> Target:
        """To where the innermost call says for this result; to the main flow's home when nobody called."""
        *outer, caller = self.draft.state.calls or ("",)
        self.draft.change(calls=tuple(outer))
        flow, _, name = caller.partition(".")
        call = self.book.node(flow, name)
        known = call.on.get(node.result) if isinstance(call, Call) else None
        return known or self.book.flows["main"].home_target

    def _handoff(self, node: Handoff) -> Onward:
        queue = self.book.queues.get(node.queue)
        hours = self.book.hours.get(queue.hours) if queue and queue.hours else None
        if node.closed is not None and hours is not None and not hours.open_at(self.draft.at):
            return node.closed
        return ToHandoff(
            reason=node.reason, queue=str(node.queue), skills=tuple(map(str, queue.skills)) if queue else ()
        )

    def _room(self, node: Menu | Collect) -> InMenu:
        """At a question afresh; what we know already is offered for confirmation instead of asked again."""
        return InMenu(flow=node.flow, node=str(node.name), pending=self._offered(node), trail=self._trail(node))

    def _offered(self, node: Menu | Collect) -> str | None:
        if not isinstance(node, Collect):
            return None
        known = self.draft.state.facts.get(node.fact) if node.known else None
        return entry_heard(self.book, self.draft, node) or known

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
        known = {**state.facts, **caller_fact(state.caller, state.session), **self.secrets}
        facts = {k: v for k, v in known.items() if k in node.takes}
        self.secrets = {}
        request = RunTask(
            task=str(node.task),
            facts=facts,
            lang=state.lang,
            medium="voice" if state.channel == "voice" else "text",
            key=f"{state.seq}.{node.target}",
        )
        room = InMenu(flow=node.flow, node=str(node.name))
        assert node.deadline_s is not None, f"{node.name} has no deadline; run `frontdesk check`."
        wait = ForReply(
            request=request,
            deadline_s=node.deadline_s,
            filler=bool(node.filler),
            until=self.draft.at + node.deadline_s + GRACE_S,
        )
        self.draft.enter(room, wait)


def main_start(book: FlowBook) -> Target:
    return book.flows["main"].start
