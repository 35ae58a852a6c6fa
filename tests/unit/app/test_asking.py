"""Nobody is asked how easy it was again and again."""

from zoneinfo import ZoneInfo

import pytest

from frontdesk.adapters.memory.data import MemoryData
from frontdesk.adapters.memory.projections import MemoryProjectionStore
from frontdesk.adapters.memory.sessions import MemorySessionStore
from frontdesk.app.asking import DAY_S, Asking
from frontdesk.core.events import CustomerSpoke, DialogueAnswered, Event, SessionEnded, SessionOpened, SurveyAsked
from frontdesk.core.inputs import ContactStarted
from frontdesk.record.ledger import Ledger
from tests.contracts import made

LEDGER = Ledger(ZoneInfo("UTC"), "UTC")
WANTED: tuple[Event, ...] = (
    SessionOpened(channel="chat", lang="en", flow_version="v", contact="k7Qw"),
    CustomerSpoke(text="x", via="text"),
    DialogueAnswered(intent="order_status", confidence=0.9),
)
ASKED, OVER = SurveyAsked(question="ces2"), SessionEnded(reason="completed")


@pytest.mark.parametrize(
    ("asked", "days", "pause", "contact", "spared"),
    [
        (True, 1, 3, "k7Qw", True),
        (True, 4, 3, "k7Qw", False),
        (False, 1, 3, "k7Qw", False),
        (True, 1, 0, "k7Qw", False),
        (True, 1, 3, "other", False),
        (True, 1, 3, "", False),
    ],
)
async def test_a_pause_between_two_questions(asked: bool, days: int, pause: int, contact: str, spared: bool) -> None:
    """Who was asked within the pause is spared; who was not, who came by another way and who is not known is asked."""
    data = MemoryData()
    store = MemoryProjectionStore(data)
    events = (*WANTED, ASKED, OVER) if asked else (*WANTED, OVER)
    await MemorySessionStore(data).commit(made.turn("S-1", 1, events=events))
    while await store.advance(LEDGER, limit=10):
        pass
    given = ContactStarted(at=101.0 + days * DAY_S, channel="chat", contact=contact)
    assert await Asking(store, LEDGER, 1.0, pause).spared(given) is spared


async def test_a_share_of_none_asks_nobody() -> None:
    """The share decides first."""
    asking = Asking(MemoryProjectionStore(MemoryData()), LEDGER, 0.0, 3)
    assert await asking.spared(ContactStarted(at=1.0, channel="chat"))
