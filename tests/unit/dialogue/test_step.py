"""The talk room: who wants a person gets one, whatever the medium."""

import pytest

from frontdesk.core.exits import ToHandoff
from frontdesk.core.inputs import CustomerInput, KeysPressed, TextTyped
from frontdesk.core.rooms import InTalk, State
from frontdesk.core.turn import Draft
from frontdesk.core.waits import ForCustomer, ForReply
from frontdesk.dialogue import step as dialogue
from tests.fakes.words import NamedWords

WORDS = NamedWords()


def talking(*, secret: bool = False) -> Draft:
    return Draft(
        State(
            session="S-1", channel="chat", lang="en", started_at=0, room=InTalk(), wait=ForCustomer(secret=secret)
        )
    )  # fmt: skip


@pytest.mark.parametrize("secret", [False, True])
@pytest.mark.parametrize(
    "given", [KeysPressed(at=1, digits="0"), TextTyped(at=1, text="0"), TextTyped(at=1, text=" ０ ")]
)
def test_zero_is_the_way_to_a_person(given: CustomerInput, *, secret: bool) -> None:
    """Pressed or written, at any question, the one for a secret included."""
    assert dialogue.step(WORDS, talking(secret=secret), InTalk(), given) == ToHandoff(reason="asked")


def test_a_zero_within_a_message_is_none() -> None:
    """Only the key alone counts."""
    draft = talking()
    assert dialogue.step(WORDS, draft, InTalk(), TextTyped(at=1, text="0198")) is None
    assert isinstance(draft.state.wait, ForReply)
