"""How long it would take to get a person, asked before or beside the queue: at a menu, or with the bot. Pure.

Who has a place in the queue meanwhile is told by the same rules as in it; nobody is moved there by asking.
"""

from frontdesk.core.events import MachineDidFail
from frontdesk.core.evolve import replace
from frontdesk.core.inputs import MachineFailed, MachineReplied, WaitReply
from frontdesk.core.queues import QueueBook
from frontdesk.core.tickets import Ticket
from frontdesk.core.turn import Draft
from frontdesk.core.waits import EstimateWait, ForCustomer, ForReply
from handoff.keeping import closed
from handoff.step import PRIORITY
from handoff.telling import Telling, decide
from handoff.waits import ESTIMATE_DEADLINE_S, say_wait, told, wait_asked


def ask(draft: Draft, queue: str) -> None:
    """Ask for the expected wait, in the room the customer is in; the answer comes as an input."""
    state, before = draft.state, draft.state.wait
    ticket = _place(draft)
    request = (
        wait_asked(state, ticket)
        if ticket is not None
        else EstimateWait(
            queue=queue,
            lang=state.lang,
            tier=state.facts.get("customer_tier", "standard"),
            medium="voice" if state.channel == "voice" else "text",
            priority=PRIORITY["asked"],
            caller=state.caller,
            customer=state.facts.get("customer_id"),
        )
    )
    by_bot = isinstance(before, ForCustomer) and before.by_bot
    draft.enter(state.room, ForReply(request=request, deadline_s=ESTIMATE_DEADLINE_S, by_bot=by_bot))


def answered(words: QueueBook, draft: Draft, queue: str, given: MachineReplied | MachineFailed) -> None:
    """Tell what was estimated, or honestly that it can't be told."""
    reply = WaitReply(position=1, staffed=1, unsure=True)
    if isinstance(given, MachineFailed):
        draft.emit(MachineDidFail(machine=given.machine, reason=given.reason))
    elif isinstance(given.reply, WaitReply):
        reply = given.reply
    ticket = _place(draft)
    if ticket is not None:
        _in_the_queue(words, draft, ticket, reply)
        return
    _before_it(words, draft, queue, reply)


def _place(draft: Draft) -> Ticket | None:
    """The ticket with which the customer waits, wherever they are meanwhile."""
    ticket = draft.state.ticket
    return ticket if ticket is not None and ticket.on_line else None


def _in_the_queue(words: QueueBook, draft: Draft, ticket: Ticket, reply: WaitReply) -> None:
    telling = decide(replace(ticket, asks=True), reply, words.rules(ticket.queue), draft.at)
    if ticket.status != "waiting" or telling is None:
        draft.say_phrase(words, "system.agent_coming")
        return
    draft.change(ticket=told(words, draft, ticket, telling))


def _before_it(words: QueueBook, draft: Draft, queue: str, reply: WaitReply) -> None:
    if not words.staffed_at(queue, draft.at):
        closed(words, draft, queue)
        draft.say_phrase(words, "system.closed_offer")
        return
    if reply.full:
        draft.say_phrase(words, "system.queue_full")
        return
    if reply.staffed and reply.high_s is None:
        draft.say_phrase(words, "system.wait_not_known")
    else:
        say_wait(
            words, draft, queue, Telling(tone="first", low_s=reply.low_s, high_s=reply.high_s, nobody=not reply.staffed)
        )
    draft.say_phrase(words, "system.wait_offer")
