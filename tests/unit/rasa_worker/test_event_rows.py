"""What is written of a conversation: everything Rasa needs, no secret."""

import json
from typing import Any

from frontdesk.rasa_worker.event_rows import asked_before, storable


def user(text: str, *entities: dict[str, Any]) -> dict[str, Any]:
    metadata = {"lang": "en", "known": {"customer_name": "Avery Lane"}}
    parsed = {
        "text": text,
        "entities": list(entities),
        "intent": {"name": "inform"},
        "text_tokens": [[0, 2]],
        "metadata": metadata,
    }
    return {"event": "user", "text": text, "parse_data": parsed, "metadata": metadata}


def slot(name: str, value: object) -> dict[str, Any]:
    return {"event": "slot", "name": name, "value": value}


def written(*events: dict[str, Any], asked: str | None = None) -> list[dict[str, Any]]:
    return [json.loads(line) for line in storable(events, asked)]


def test_answer_to_a_secret_question_is_masked() -> None:
    """Whatever was said when the digits were asked for is not written, spoken forms included."""
    (kept,) = written(user("oh one nine eight"), asked="last4")
    assert kept["text"] == kept["parse_data"]["text"] == "****"
    assert "text_tokens" not in kept["parse_data"]
    assert kept["parse_data"]["intent"] == {"name": "inform"}


def test_question_within_the_same_turn_counts() -> None:
    """The slot asked for is followed through the events."""
    kept = written(slot("requested_slot", "last4"), user("0198"), slot("requested_slot", None), user("hello"))
    assert [k["text"] for k in kept if k["event"] == "user"] == ["****", "hello"]


def test_digits_said_unasked_are_masked_too() -> None:
    """Four digits that came with the order number are found by their entity."""
    entity = {"entity": "last4", "start": 13, "end": 17, "value": "0198"}
    (kept,) = written(user("10023, phone 0198 ok", entity))
    assert kept["text"] == "10023, phone **** ok"
    assert kept["parse_data"]["entities"][0]["value"] == "****"


def test_secret_slot_is_written_empty() -> None:
    """The slot's event stays, its value does not."""
    assert written(slot("last4", "0198"), slot("order_number", "10023")) == [
        slot("last4", None),
        slot("order_number", "10023"),
    ]


def test_known_facts_are_not_written_again() -> None:
    """The front desk keeps what is known; the bot's rows don't repeat it, and the event given is left as it was."""
    event = user("hello")
    (kept,) = written(event)
    assert kept["metadata"] == kept["parse_data"]["metadata"] == {"lang": "en"}
    assert event["metadata"]["known"]


def test_asked_before_reads_backwards() -> None:
    """The newest request counts."""
    assert asked_before([user("a"), slot("requested_slot", "last4"), slot("requested_slot", "order_number")]) == "last4"
    assert asked_before([slot("requested_slot", None)]) is None
    assert asked_before([]) is None


def test_the_events_themselves_stay_as_they_are() -> None:
    """What is written is a copy: the conversation under way still needs what is masked."""
    event = user("my code is 4711", {"entity": "proof", "value": "4711", "start": 11, "end": 15})
    before = json.dumps(event)
    (kept,) = written(event)
    assert "4711" not in json.dumps(kept)
    assert "known" not in json.dumps(kept)
    assert json.dumps(event) == before
