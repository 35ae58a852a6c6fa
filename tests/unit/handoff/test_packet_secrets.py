"""What is nobody's business comes into no packet, by whatever way it was told; what the agent needs does."""

import json
from dataclasses import replace

import pytest

from frontdesk.core.desk_inputs import AgentNoteWritten
from frontdesk.core.inputs import AgentWrote, TextTyped
from handoff import packet
from handoff.packet import Happened
from handoff.packet_flat import flat
from handoff.packet_text import note_of
from tests.fakes.desk import AMY
from tests.unit.handoff.stories import Story
from tests.unit.handoff.test_packet_schema import CHECK

CARD, IDENTITY, PASSWORD, BORN = "4111111111111111", "11010519491231002X", "Hunter2!xyz", "1985-03-12"
PLANTED = (
    f"my card is {CARD[:4]} {CARD[4:8]} {CARD[8:12]} {CARD[12:]}",
    f"卡号{CARD}，身份证{IDENTITY}，密码是{PASSWORD}",
    f"the password is {PASSWORD} and my date of birth is {BORN}",
    "four one one one, one one one one, one one one one, one one one one",
)
CANARIES = (CARD, "4111 1111", IDENTITY, IDENTITY[:17], PASSWORD, BORN, "one one one one", "7788")


@pytest.fixture
def story() -> Story:
    return Story()


@pytest.mark.stands("S14")
@pytest.mark.parametrize("planted", PLANTED)
async def test_no_secret_comes_into_a_packet(story: Story, planted: str) -> None:
    """Told to the bot, to the agent, by the agent, in a note of colleagues, when it is passed on, in a fact."""
    session = await story.asks(first=planted)
    ticket = await story.takes(session)
    await story.does("chat:1", TextTyped(at=story.clock(), text=planted))
    await story.tell(session, AgentWrote(at=story.clock(), agent="amy", text=planted))
    noted = AgentNoteWritten(at=story.clock(), ticket=ticket, agent="amy", agent_name="Amy", text=planted)
    await story.tell(session, noted)
    await story.desk.move(AMY, ticket, agent=None, queue="service", note=planted)
    facts = {"details": planted, "wish": planted, "customer_name": planted, "last4": "7788", "email": "lin@example.com"}
    state = await story.state(session)
    entries = await story.log.of_session(session)
    events = str([entry.event for entry in entries])
    assert [canary for canary in CANARIES if canary in events] == []
    happened = [Happened(at=e.at, seq=e.seq, event=e.event) for e in entries]
    built = packet.build(replace(state, facts={**state.facts, **facts}), await story.ticket(session), happened)
    CHECK.validate(built)
    forms = {
        "packet": json.dumps(built, ensure_ascii=False),
        "note": note_of(built),
        "attributes": str(flat(built)),
        "whisper": packet.whisper(built),
    }
    leaks = [(where, canary) for where, text in forms.items() for canary in CANARIES if canary in text]
    assert leaks == []
    assert len([line for line in built["transcript"] if line["from"] == "customer"]) >= 2, "they were told, and masked"
    shown = {fact["name"]: fact["value"] for fact in built["facts"]}
    assert shown["email"] == "lin@example.com", "where an invoice goes is for the agent to see"
    assert "last4" not in shown
