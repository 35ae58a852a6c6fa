"""What only colleagues see of a conversation: notes among them, how it was passed on, what facts were worth. Pure."""

from collections.abc import Sequence
from typing import Any

from frontdesk.core.desk_events import (
    AgentNoted,
    BotResumed,
    FactMarked,
    HandoffMoved,
    HandoffTaken,
    HelperJoined,
    HelperLeft,
    TalkHandedOver,
)
from frontdesk.core.events import HandoffConnected
from handoff import packet
from handoff.packet import Happened


def lines(happened: Sequence[Happened]) -> list[dict[str, Any]]:
    """The transcript with the notes of colleagues in their places; ids as in the transcript."""
    found = [*packet.transcript(happened), *_notes(happened)]
    return sorted(found, key=lambda line: tuple(int(part) for part in line["id"].split(":")))


def marks(happened: Sequence[Happened], ticket: str) -> dict[str, str]:
    """What the agent said of each fact last: used, wrong or asked again."""
    return {
        h.event.fact: h.event.mark for h in happened if isinstance(h.event, FactMarked) and h.event.ticket == ticket
    }


def taken_by(happened: Sequence[Happened], ticket: str, agent: str) -> tuple[str, str] | None:
    """Who took the ticket from this agent, and how: `taken` over, or `moved` to somebody else. None: the agent gave it away."""
    for item in reversed(happened):
        match item.event:
            case HandoffTaken() as taken if taken.ticket == ticket:
                return (taken.agent_name, "taken") if taken.before == agent else None
            case HandoffMoved() as moved if moved.ticket == ticket:
                return (moved.by, "moved") if moved.by != agent else None
            case TalkHandedOver() as handed if handed.ticket == ticket:
                return None
            case _:
                continue
    return None


def _notes(happened: Sequence[Happened]) -> list[dict[str, Any]]:
    found = []
    names = {h.event.helper: h.event.helper_name for h in happened if isinstance(h.event, HelperJoined)}
    for index, item in enumerate(happened):
        said = _note(item)
        if said is not None and isinstance(item.event, HelperLeft):
            said["agent"] = names.get(item.event.helper, item.event.helper)
        if said is not None:
            found.append({"id": f"{item.seq}:{index}", "from": "note", "at": item.at, **said})
    return found


def _note(item: Happened) -> dict[str, Any] | None:
    match item.event:
        case AgentNoted():
            return {"text": item.event.text, "agent": item.event.agent_name, "what": "note"}
        case HandoffMoved():
            to = item.event.agent or item.event.queue or ""
            return {"text": item.event.note, "agent": item.event.by, "what": item.event.why, "to": to}
        case HandoffConnected():
            return {"text": "", "agent": item.event.agent_name, "what": "connected"}
        case HandoffTaken() if item.event.before:
            return {"text": "", "agent": item.event.agent_name, "what": "taken", "to": item.event.before}
        case TalkHandedOver():
            return {"text": "", "agent": item.event.by, "what": "handed_over", "to": item.event.agent_name}
        case BotResumed():
            return {"text": item.event.note, "agent": item.event.agent, "what": "bot"}
        case HelperJoined():
            return {"text": "", "agent": item.event.helper_name, "what": f"joined_{item.event.role}"}
        case HelperLeft():
            return {"text": "", "agent": item.event.helper, "what": "left"}
        case _:
            return None
