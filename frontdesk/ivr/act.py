"""A task came back, or did not: its words, what was learnt, and the branch its outcome takes. Pure."""

from frontdesk.core.events import IdentityVerified, MachineDidFail, TaskFinished
from frontdesk.core.evolve import replace
from frontdesk.core.exits import Exit, ToHandoff
from frontdesk.core.facts import storable
from frontdesk.core.inputs import CustomerInput, MachineFailed, MachineInput, MachineReplied, TaskReply
from frontdesk.core.rooms import Tried
from frontdesk.core.turn import Draft
from frontdesk.core.waits import ForReply
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import SOMETIME_FAILS, Action
from frontdesk.ivr.walk import Walk

FAILURES = 3  # failed attempts in a row, whatever they were; then a human is called


def finished(book: FlowBook, draft: Draft, node: Action, given: CustomerInput | MachineInput) -> Exit | None:
    """What the task's reply, or its failure, leads to."""
    match given:
        case MachineReplied(reply=TaskReply(task=task) as reply) if task == node.task and node.outcome(reply.outcome):
            return _replied(book, draft, node, reply)
        case MachineReplied():
            draft.emit(MachineDidFail(machine="task", reason="invalid"))
            return _take(book, draft, node, "failed")
        case MachineFailed():
            draft.emit(MachineDidFail(machine=given.machine, reason=given.reason))
            return _take(book, draft, node, "late" if given.reason == "late" else "failed")
        case _:  # the customer spoke while the task runs
            return slow(book, draft, node)


def slow(book: FlowBook, draft: Draft, node: Action) -> Exit | None:
    """The task is still at work: filler words, unless it should have answered long ago; then it never will."""
    wait = draft.state.wait
    if not isinstance(wait, ForReply) or draft.at >= wait.until:
        return finished(book, draft, node, MachineFailed(at=draft.at, machine="task", reason="late"))
    if node.filler:
        draft.say_phrase(book, node.filler[min(wait.told, len(node.filler) - 1)], **draft.state.facts)
    else:
        draft.say_phrase(book, "system.task_late")
    draft.enter(draft.state.room, replace(wait, told=wait.told + 1))
    return None


def noted(draft: Draft, reply: TaskReply) -> None:
    """A task ended after the customer had gone on, to a person or away: it is written down, nothing is said."""
    facts = storable(reply.facts)
    draft.emit(TaskFinished(task=reply.task, outcome=reply.outcome, by="menu", facts=facts))
    draft.learn(facts)
    draft.change(tried=(*draft.state.tried, Tried(what=reply.task, outcome=reply.outcome, by="menu", at=draft.at)))


def _replied(book: FlowBook, draft: Draft, node: Action, reply: TaskReply) -> Exit | None:
    facts = storable(reply.facts)
    draft.emit(TaskFinished(task=reply.task, outcome=reply.outcome, by="menu", facts=facts))
    if reply.outcome == "verified" and "customer_id" in facts:
        draft.emit(IdentityVerified(customer=facts["customer_id"], how=facts.get("verified_by", reply.task)))
    draft.change(unheard="")
    draft.learn(facts)
    _note(draft, node, reply.outcome)
    branch = node.outcome(reply.outcome)
    if branch is not None and branch.say is None:
        draft.say(reply.words, spoken=reply.spoken)
    return _take(book, draft, node, reply.outcome)


def _note(draft: Draft, node: Action, outcome: str) -> None:
    """For the human who may take over: what was tried here."""
    tried = Tried(what=str(node.task), outcome=outcome, by="menu", at=draft.at)
    draft.change(tried=(*draft.state.tried, tried))


def _take(book: FlowBook, draft: Draft, node: Action, outcome: str) -> Exit | None:
    """The branch of an outcome; after three failed attempts or machines in a row, a human instead."""
    branch = node.outcome(outcome)
    assert branch is not None, f"{node.name} has no branch '{outcome}'; run `frontdesk check`."
    if branch.say is not None:
        draft.say_phrase(book, branch.say, **draft.state.facts)
    broken = outcome in SOMETIME_FAILS
    if broken:
        _note(draft, node, outcome)
    draft.change(failures=draft.state.failures + 1 if broken or branch.failure else 0)
    if draft.state.failures >= FAILURES:
        return ToHandoff(reason="machine_down" if broken else "failures", queue=str(book.human or "service"))
    return Walk(book, draft).go(branch.goto)
