"""How long it would take to get a person, asked at a menu or with the bot: what the desk answers is told there."""

import pytest

from frontdesk.core.events import MachineDidFail, Said
from frontdesk.core.inputs import MachineFailed, MachineReplied, WaitReply
from frontdesk.core.rooms import InTalk, State
from frontdesk.core.turn import Draft
from frontdesk.core.waits import EstimateWait, ForCustomer, ForReply
from handoff import ahead
from tests.fakes.words import NamedWords
from tests.unit.handoff.test_step import waiting

OPEN = NamedWords()
TILL_NIGHT = NamedWords(closes=100.0, opens=50_000.0)
CLOSED = NamedWords(opens=50_000.0)


def asks(words: NamedWords, given: MachineReplied | MachineFailed, state: State | None = None) -> Draft:
    """With the bot, by the phone."""
    before = state or State(session="S-1", channel="voice", lang="en", started_at=0, room=InTalk(), wait=ForCustomer())
    draft = Draft(before, at=1)
    ahead.ask(draft, "service")
    assert draft.state.room == before.room
    assert isinstance(draft.state.wait, ForReply)
    assert isinstance(draft.state.wait.request, EstimateWait)
    ahead.answered(words, draft, "service", given)
    return draft


def replied(**known: object) -> MachineReplied:
    return MachineReplied(at=1, reply=WaitReply(position=1, **{"staffed": 1, **known}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "given", "told"),
    [
        (OPEN, replied(low_s=200, high_s=500), ["system.wait_range", "system.wait_offer"]),
        (OPEN, replied(), ["system.wait_not_known", "system.wait_offer"]),
        (OPEN, replied(staffed=0), ["system.nobody_staffed", "system.wait_offer"]),
        (TILL_NIGHT, replied(staffed=0), ["system.nobody_staffed", "system.desk_hours", "system.wait_offer"]),
        (OPEN, replied(full=True, low_s=200, high_s=500), ["system.queue_full"]),
        (CLOSED, replied(low_s=200, high_s=500), ["system.closed_hours", "system.back_at", "system.closed_offer"]),
        (
            OPEN,
            MachineFailed(at=1, machine="estimate", reason="late"),
            ["system.wait_not_known", "system.wait_offer"],
        ),
    ],
)
def test_it_is_told_as_it_is(words: NamedWords, given: MachineReplied | MachineFailed, told: list[str]) -> None:
    """What can't be known is said not to be; where nobody is, when they are; how to get one comes last."""
    draft = asks(words, given)
    assert [event.prompt for event in draft.events if isinstance(event, Said)] == told
    assert isinstance(given, MachineFailed) == any(isinstance(event, MachineDidFail) for event in draft.events)
    assert draft.state.ticket is None


def test_who_has_a_place_hears_of_that() -> None:
    """By the rules of the queue they wait in."""
    draft = asks(OPEN, replied(low_s=60, high_s=240), waiting())
    assert "system.wait_offer" not in [event.prompt for event in draft.events if isinstance(event, Said)]
    assert draft.state.ticket is not None
    assert not draft.state.ticket.asks
