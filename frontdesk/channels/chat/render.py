"""A committed turn as chat messages. Pure: the same turn gives the same messages with the same ids."""

from typing import Any

from frontdesk.conversation.ports import StoredTurn
from frontdesk.core.attachments import Attachment
from frontdesk.core.events import AgentSaid, CustomerSpoke, Said
from frontdesk.core.rooms import InSurvey, State, WithHuman
from frontdesk.core.waits import ForAgent, ForCustomer

MESSAGE_KEY = "m:"  # before the sender's own id of a message, as the key of its turn
_SYSTEM = (
    "system.to_human", "system.wait_", "system.agent_", "system.nobody_", "system.waiting_still", "system.noted_",
    "system.expired",
)  # fmt: skip


def items(turn: StoredTurn) -> list[dict[str, Any]]:
    """Everything said in this turn, the customer's own words too: `{id, from, text, lang, at, quick_replies?, agent?}`."""
    found: list[dict[str, Any]] = []
    for index, event in enumerate(turn.events):
        base = {"id": f"{turn.session}:{turn.seq}:{index}", "lang": turn.state.lang, "at": turn.at}
        match event:
            case Said():
                found.append({**base, "from": _speaker(event), "text": event.text, "lang": event.lang})
            case AgentSaid():
                found.append({**base, "from": "agent", "text": event.text, "agent": event.agent_name})
                found[-1] |= _file(event.attachment)
            case CustomerSpoke():
                found.append({**base, "from": "customer", "text": event.text, **_own(turn)} | _file(event.attachment))
            case _:
                pass
    replies = quick_replies(turn.state)
    if replies and found and found[-1]["from"] in ("bot", "system"):
        found[-1]["quick_replies"] = replies
    return found


def _own(turn: StoredTurn) -> dict[str, Any]:
    """The id the customer's page gave the message itself, so that it knows it again after a lost connection."""
    return {"key": turn.key.removeprefix(MESSAGE_KEY)} if turn.key.startswith(MESSAGE_KEY) else {}


def _file(sent: Attachment | None) -> dict[str, Any]:
    if sent is None:
        return {}
    return {"file": {"url": f"/files/{sent.id}", "name": sent.name, "media": sent.media, "size": sent.size}}


def quick_replies(state: State) -> list[dict[str, str]]:
    """The present choices as Rasa's quick replies."""
    if not isinstance(state.wait, ForCustomer | ForAgent):
        return []
    return [{"content_type": "text", "title": c.label, "payload": c.payload} for c in state.wait.choices]


def utterances(turn: StoredTurn) -> list[dict[str, Any]]:
    """The turn as `bot_uttered` messages: what the customer did not say themselves."""
    return [_utterance(item) for item in items(turn) if item["from"] != "customer"]


def told_by_customer(turn: StoredTurn) -> list[dict[str, Any]]:
    """What the customer said in this turn, for their other pages; `key` tells the page that sent it its own message."""
    if not turn.key.startswith(MESSAGE_KEY):
        return []
    return [item for item in items(turn) if item["from"] == "customer"]


def _utterance(item: dict[str, Any]) -> dict[str, Any]:
    metadata = {key: item[key] for key in ("id", "from", "agent", "lang", "at", "file") if key in item}
    body: dict[str, Any] = {"text": item["text"], "metadata": metadata}
    if "quick_replies" in item:
        body["quick_replies"] = item["quick_replies"]
    return body


def phase(state: State) -> dict[str, Any]:
    """Where the customer is, for the widget's `frontdesk_state`."""
    told: dict[str, Any] = {"phase": _phase(state), "lang": state.lang}
    ticket, with_us = state.ticket, isinstance(state.room, WithHuman)
    if with_us:  # what may be chosen here stands beside the talk, whoever spoke last
        told["replies"] = quick_replies(state)
    if ticket is None or not ticket.open:
        return told
    if with_us and ticket.status == "connected":
        told["agent"] = ticket.agent_name
    elif with_us or (ticket.mode == "live" and ticket.status in ("waiting", "offered")):  # with the bot meanwhile
        told["wait"] = {"low_s": ticket.told_low_s, "high_s": ticket.told_high_s, "position": ticket.told_position}
    return told


def with_human(state: State) -> bool:
    """Whether an agent talks with the customer now."""
    return _phase(state) == "human"


def _phase(state: State) -> str:
    if state.over:
        return "over"
    if isinstance(state.room, InSurvey):
        return "survey"
    if isinstance(state.room, WithHuman) and state.ticket is not None:
        return "human" if state.ticket.status == "connected" else "waiting"
    return "bot"


def _speaker(event: Said) -> str:
    return "system" if event.prompt is not None and event.prompt.startswith(_SYSTEM) else "bot"
