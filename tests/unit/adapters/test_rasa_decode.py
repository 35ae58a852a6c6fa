"""Rasa's answers in our words; whatever can't be read is nonsense, never a guess."""

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.adapters.rasa.decode import decode_reply
from frontdesk.conversation.ports import MachineNonsense
from frontdesk.core.inputs import BotMessage, DialogueReply, TaskNote
from frontdesk.core.waits import Choice


def note(**fields: Any) -> dict[str, Any]:
    return {"recipient_id": "S", "custom": {"frontdesk": fields}}


def test_texts_and_buttons() -> None:
    """Messages keep their order; buttons stay with their message."""
    body = [
        {"recipient_id": "S", "text": "Hello."},
        {"recipient_id": "S", "text": "Shall I?", "buttons": [{"title": "Yes", "payload": "/affirm"}]},
    ]
    assert decode_reply(body).messages == (
        BotMessage(text="Hello."),
        BotMessage(text="Shall I?", choices=(Choice(label="Yes", payload="/affirm"),)),
    )


def test_notes() -> None:
    """Tasks, handoff, fallback, secret, finished and what was understood come from the notes."""
    body = [
        note(note="task", task="order_status", outcome="found", facts={"order_number": "10023"}),
        note(note="handoff", reason="failures"),
        note(note="fallback"),
        note(note="secret"),
        note(note="finished"),
        note(note="told", facts={"order_number": "10024"}),
        note(note="nlu", intent="order_status", confidence=0.97, need="return_item"),
    ]
    assert decode_reply(body) == DialogueReply(
        need="return_item",
        told={"order_number": "10024"},
        tasks=(TaskNote(task="order_status", outcome="found", facts={"order_number": "10023"}),),
        handoff="failures",
        understood=False,
        expects_secret=True,
        finished=True,
        intent="order_status",
        confidence=0.97,
    )


def test_notes_of_others_are_left_alone() -> None:
    """A stock Rasa may send any custom JSON, images, or notes newer than we are."""
    body = [
        {"custom": {"chart": 1}},
        {"image": "https://example.com/a.png"},
        note(note="brand_new", x=1),
        {"text": "Hi"},
    ]
    assert decode_reply(body) == DialogueReply(messages=(BotMessage(text="Hi"),))


@pytest.mark.parametrize(
    "body",
    [
        [],
        {},
        None,
        "hello",
        [1],
        [{"text": 5}],
        [{"text": "a", "buttons": {"title": "x"}}],
        [{"text": "a", "buttons": [{"title": "x"}]}],
        [note()],
        [note(note="task", task="order_status")],
        [note(note="task", task="a", outcome="b", facts={"order_number": 10023})],
        [note(note="handoff", reason=7)],
        [{"custom": {"frontdesk": "task"}}],
    ],
)
def test_nonsense_is_named(body: object) -> None:
    """`[]` (a broken Rasa turn), other shapes and broken notes are MachineNonsense with a whole sentence."""
    with pytest.raises(MachineNonsense, match=r"\.$"):
        decode_reply(body)


def test_control_characters_are_taken_out() -> None:
    """What goes to the customer's screen or voice holds no control characters."""
    assert decode_reply([{"text": "a\x00b\ud800c\x1b[31m"}]).messages[0].text == "abc[31m"


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["text", "buttons", "custom", "frontdesk", "note", "task", "title", "payload", "facts"]),
            inner,
        )
    ),
    max_leaves=12,
)


@given(_json)
def test_any_json_is_a_reply_or_nonsense(body: object) -> None:
    """No answer whatever breaks the front desk."""
    with contextlib.suppress(MachineNonsense):
        assert isinstance(decode_reply(body), DialogueReply)
