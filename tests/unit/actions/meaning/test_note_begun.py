"""A note that is to be left for a delivery."""

import pytest

from actions.meaning.note_begun import begins_note, only_begins
from handoff.asked import way_wished


@pytest.mark.parametrize(
    "text",
    ["leave a note for 10025", "i want to leave a note for the carrier on 10023", "note for 10023",
     "10023 note", "leave the driver a note",
     "I'd like to leave a message for the driver", "leave a note for it please",
     "给10025留个备注", "给快递小哥带句话", "帮我加个备注"],
)  # fmt: skip
def test_a_note_begins(text: str) -> None:
    """Without a word of what it says; nobody of ours is meant to get it."""
    assert begins_note(text)
    assert only_begins(text)
    assert way_wished(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "add a gift note to my order",
        "leave a message for your manager",
        "where is my order note",
        "给客服留言",
        "note my complaint",
    ],
)
def test_other_notes_begin_none(text: str) -> None:
    """For us, or for a gift."""
    assert not begins_note(text)


def test_who_wants_to_leave_us_a_message_still_can() -> None:
    """No order and no carrier is named."""
    assert way_wished("can i leave a message") == "message"
    assert way_wished("我想留言") == "message"
