"""What the customer wants, for the packet: the request that led to a person, in its own words. Pure."""

from collections.abc import Sequence
from typing import Any

from frontdesk.core.events import CustomerSpoke, DialogueAnswered, Event, HandoffRequested, TaskFinished
from frontdesk.core.rooms import State
from frontdesk.core.tickets import Ticket

TASK = "task"
COMPLAINT = "complaint"  # the reason for the handoff, and what the customer wants then
LEAST = 4  # characters of words that say something
NOT_DONE = "not_finished"  # of a request that was begun, and no task came of
ON_THE_WAY = frozenset({"verify_identity", "verify_contact", "list_orders", "choose_order", "file_complaint"})
NO_REQUEST = frozenset(
    {"affirm", "deny", "inform", "greeting", "thanks", "goodbye", "out_of_scope", "nlu_fallback", "human_agent"}
)
Told = Sequence[tuple[float, Event]]  # what happened, and when (epoch seconds)


def goal_of(state: State, ticket: Ticket, happened: Told) -> dict[str, Any]:
    """Its intent and words. A complaint is what is wanted by who complains, whatever they came for before."""
    goal = state.facts.get("goal")
    if ticket.reason == COMPLAINT and (words := _led_on(ticket, happened)) is not None:
        return {"intent": COMPLAINT, "text": words}
    if ticket.reason == TASK and (led := _led_by_task(ticket, happened)) is not None:
        return {"intent": led[0], "text": led[1]}
    return {"intent": goal, "text": words_of(goal, happened)}


def tried_of(state: State, ticket: Ticket, happened: Told) -> list[dict[str, Any]]:
    """What self-service tried; with what they came for before a complaint, where no task came of that."""
    done = [{"what": t.what, "outcome": t.outcome, "by": t.by, "at": t.at} for t in state.tried]
    goal = state.facts.get("goal")
    begun = next((at for at, event in happened if _understood(event, goal)), None)
    served = any(isinstance(event, TaskFinished) and event.task not in ON_THE_WAY for _, event in happened)
    if ticket.reason != COMPLAINT or goal in (None, COMPLAINT, "grievance") or begun is None or served:
        return done
    return [{"what": goal, "outcome": NOT_DONE, "by": "bot", "at": begun}, *done]


def words_of(goal: str | None, happened: Told) -> str | None:
    """What the customer said when the bot understood what they want; else the first words of theirs."""
    first = last = None
    for _, event in happened:
        if (said := _said(event)) is not None:
            last, first = said, first or said
        elif _understood(event, goal) and last:
            return last
    return first


def _led_on(ticket: Ticket, happened: Told) -> str | None:
    """What the customer said before this ticket came to be: the words that sounded like a complaint, else the last there are."""
    last = like = None
    for _, event in happened:
        if isinstance(event, HandoffRequested) and event.ticket == ticket.id:
            break
        if (said := _said(event)) is not None:
            last = said
        elif _understood(event, COMPLAINT) and last:
            like = last
    return like or last


def _led_by_task(ticket: Ticket, happened: Told) -> tuple[str, str] | None:
    """The request that was dealt with last before this ticket came to be, and its words, where it was told at once; None where
    it was asked on about, for then it is the goal."""
    words = intent = led = None
    for _, event in happened:
        if isinstance(event, HandoffRequested) and event.ticket == ticket.id:
            break
        if (said := _said(event)) is not None:
            words, intent = said, None
        elif isinstance(event, DialogueAnswered):
            intent = event.intent if event.understood else None
        elif isinstance(event, TaskFinished) and event.task not in ON_THE_WAY:
            led = (intent, words) if intent and words and intent not in NO_REQUEST else None
    return led


def _understood(event: Event, goal: str | None) -> bool:
    return isinstance(event, DialogueAnswered) and event.understood and event.intent == goal


def _said(event: Event) -> str | None:
    """Words of the customer's own that are about a request."""
    if not isinstance(event, CustomerSpoke) or event.via not in ("text", "speech") or event.aside:
        return None
    return event.text if len(event.text) >= LEAST else None
