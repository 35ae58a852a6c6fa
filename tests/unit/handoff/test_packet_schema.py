"""The context packet keeps to its published schema."""

import json
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator, ValidationError

from frontdesk.core.desk_events import PromiseMade, PromiseSettled
from frontdesk.core.events import (
    AgentSaid,
    CustomerSilent,
    CustomerSpoke,
    DialogueAnswered,
    Event,
    HandoffRequested,
    InputNotMatched,
    MachineDidFail,
    NodeEntered,
    Said,
    TaskFinished,
    WaitTold,
)
from frontdesk.core.rooms import State, Tried, WithHuman
from frontdesk.core.tickets import HandoffReason, Ticket
from handoff import packet
from handoff.packet import Happened
from handoff.packet_flat import MOST_BYTES, flat
from handoff.packet_schema import PACKET_SCHEMA

STORY: tuple[Event, ...] = (
    NodeEntered(flow="main", node="menu"),
    Said(text="What can I do?", spoken="What can I do?", lang="en", prompt="menu.ask"),
    CustomerSilent(count=1),
    CustomerSpoke(text="where is my parcel", via="speech", confidence=0.9),
    InputNotMatched(count=1),
    MachineDidFail(machine="dialogue", reason="late"),
    CustomerSpoke(text="****", via="keys"),
    WaitTold(ticket="T-1-1", position=2, low_s=60.0, high_s=180.0),
    WaitTold(ticket="T-1-1", position=1, low_s=None, high_s=None),
    PromiseMade(promise="P-1", what="callback", ticket="T-1-1", due_at=9000.0),
    PromiseSettled(promise="P-1", what="callback", ticket="T-1-1", how="void"),
    PromiseMade(promise="P-2", what="message", ticket="T-1-1", due_at=9900.0),
    AgentSaid(agent="amy", agent_name="Amy", text="Hello"),
)
FACTS = {
    "customer_id": "C0001",
    "customer_name": "Avery Lane",
    "customer_tier": "gold",
    "verified_by": "order_and_phone",
    "order_number": "10023",
    "goal": "order_status",
}


def ticket(reason: HandoffReason = "asked") -> Ticket:
    return Ticket(
        id="T-1-1",
        queue="service",
        reason=reason,
        priority=50,
        lang="en",
        channel="voice",
        status="waiting",
        created_at=9,
    )


def state(**changes: Any) -> State:
    fields = {"session": "S-1", "channel": "voice", "lang": "en", "started_at": 1.0, "room": WithHuman(), **changes}
    return State(**fields)


def built(happened: int = len(STORY), **changes: Any) -> dict[str, Any]:
    story = [Happened(at=10.0 + i, seq=i + 1, event=event) for i, event in enumerate(STORY[:happened])]
    return packet.build(state(**changes), ticket(), story)


def strict(schema: Any) -> Any:
    """The schema without room for fields it does not tell of, and without any it may leave out."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: strict(value) for key, value in schema.items()}
    return {**inner, "additionalProperties": False} if schema.get("type") == "object" else inner


CHECK = Draft202012Validator(strict(PACKET_SCHEMA))


def test_the_schema_is_a_schema() -> None:
    """What we publish is valid JSON Schema 2020-12."""
    Draft202012Validator.check_schema(PACKET_SCHEMA)


def test_a_bare_packet_keeps_to_the_schema() -> None:
    """A customer who asked for a human at once, with nothing known, still gives a whole packet."""
    CHECK.validate(built(happened=0))


def test_a_full_packet_keeps_to_the_schema_and_hides_nothing_from_it() -> None:
    """Every field of a packet with everything in it is described; nothing is in it that the schema does not tell of."""
    tried = (Tried(what="order_status", outcome="found", by="menu", at=12.0),)
    full = built(facts=FACTS, tried=tried)
    CHECK.validate(full)
    assert full["completeness"] == 100


def test_what_was_promised_is_handed_on_and_what_was_called_off_is_not() -> None:
    """The agent who answers a message sees by when, and nothing of a call back the customer no longer wants."""
    assert [(one["what"], one["high_s"], one["due_at"]) for one in built()["promises"]] == [
        ("wait", 180.0, None),
        ("wait", None, None),
        ("message", None, 9900.0),
    ]


@pytest.mark.parametrize("reason", get_args(HandoffReason))
def test_every_reason_has_words(reason: HandoffReason) -> None:
    """Each reason for a handoff is in the schema and has a sentence for the agent."""
    CHECK.validate(packet.build(state(), ticket(reason), []))


def test_a_packet_of_another_version_is_refused() -> None:
    """A reader of version 1 can tell that a packet is not for it."""
    with pytest.raises(ValidationError):
        CHECK.validate({**built(), "schema": "frontdesk/packet/2"})


def test_flat_attributes_keep_the_most_needed_within_their_bytes() -> None:
    """However much is known, in whatever script: what a queue routes by is there, and what no longer fits is left out whole."""
    facts = [{"name": f"n{number}", "value": "茶" * 200} for number in range(40)]
    small = flat({**built(), "queue": "service", "facts": facts, "next_step": "Look into it."})
    assert len(json.dumps(small, ensure_ascii=False).encode()) <= MOST_BYTES
    assert (small["queue"], small["reason"], small["next_step"]) == ("service", "asked", "Look into it.")
    assert small["fact_n0"] == "茶" * 200
    assert "fact_n39" not in small


def test_the_words_are_those_the_goal_was_understood_from() -> None:
    """Not the greeting, nor what they came for before; where the goal came from a menu, the first words there are."""
    told: tuple[Event, ...] = (
        CustomerSpoke(text="slower please", via="speech", aside=True),
        CustomerSpoke(text="hello there", via="text"),
        DialogueAnswered(intent="greeting", confidence=0.9, understood=True),
        CustomerSpoke(text="where is my parcel", via="text"),
        DialogueAnswered(intent="order_status", confidence=0.9, understood=True),
        CustomerSpoke(text="I want to return it", via="text"),
        DialogueAnswered(intent="return_item", confidence=0.9, understood=True),
    )
    story = [Happened(at=10.0 + i, seq=i + 1, event=event) for i, event in enumerate(told)]
    words = [
        packet.build(state(facts={"goal": g}), ticket(), story)["goal"]["text"]
        for g in ("return_item", "change_address")
    ]
    assert words == ["I want to return it", "hello there"]


def test_a_complaint_is_told_in_its_own_words() -> None:
    """Not in those of what they came for before, which stays among what was tried; nor in what was said after it."""
    told: list[Event] = [
        CustomerSpoke(text="cancel order 10023", via="text"),
        DialogueAnswered(intent="cancel_order", confidence=0.9, understood=True),
        CustomerSpoke(text="your driver was rude to me", via="text"),
        DialogueAnswered(intent="complaint", confidence=0.9, understood=True),
        HandoffRequested(ticket="T-1-1", queue="service", reason="complaint", priority=50),
        CustomerSpoke(text="are you there", via="text"),
    ]
    story = [Happened(at=10.0 + i, seq=i + 1, event=event) for i, event in enumerate(told)]
    facts = {"goal": "cancel_order"}
    full = packet.build(state(facts=facts), ticket("complaint"), story)
    CHECK.validate(full)
    assert full["goal"] == {"intent": "complaint", "text": "your driver was rude to me"}
    assert [one["what"] for one in full["tried"]] == ["cancel_order"]
    assert packet.build(state(facts=facts), ticket(), story)["goal"]["text"] == "cancel order 10023"


def test_what_was_told_at_once_and_needs_a_person_is_told_in_its_own_words() -> None:
    """It comes after what the goal was; a yes to what was read back belongs to the goal."""
    told: list[Event] = [
        CustomerSpoke(text="where is 10023", via="text"),
        DialogueAnswered(intent="order_status", confidence=0.9, understood=True),
        TaskFinished(task="order_status", outcome="found", by="bot"),
        CustomerSpoke(text="cancel it please", via="text"),
        DialogueAnswered(intent="cancel_order", confidence=0.9, understood=True),
        TaskFinished(task="cancel_order", outcome="too_late", by="bot"),
        CustomerSpoke(text="yes please", via="text"),
        DialogueAnswered(intent="affirm", confidence=0.9, understood=True),
        HandoffRequested(ticket="T-1-1", queue="service", reason="task", priority=50),
    ]
    story = [Happened(at=10.0 + i, seq=i + 1, event=event) for i, event in enumerate(told)]
    facts = {"goal": "order_status"}
    goal = packet.build(state(facts=facts), ticket("task"), story)["goal"]
    assert goal == {"intent": "cancel_order", "text": "cancel it please"}
    read_back = [*story[:5], Happened(at=15, seq=6, event=told[7]), story[5], story[8]]
    assert packet.build(state(facts=facts), ticket("task"), read_back)["goal"]["intent"] == "order_status"
