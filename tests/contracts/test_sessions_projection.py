"""The sessions projection in every store: advanced in portions or rebuilt from zero, the rows are the same."""

from frontdesk.core.events import CustomerSpoke, SessionEnded, SurveyAnswered, SurveyAsked, TaskFinished
from frontdesk.record.sessions import Sessions, session_row
from tests.contracts import made
from tests.contracts.conftest import Stores

_SECOND = (
    CustomerSpoke(text="10023", via="text"),
    TaskFinished(task="verify_identity", outcome="verified", by="bot"),
    TaskFinished(task="order_status", outcome="found", by="bot", facts={"order_number": "10023"}),
    SurveyAsked(question="ces2"),
)
_THIRD = (SurveyAnswered(question="ces2", score=6), SessionEnded(reason="completed"))


async def _catch_up(stores: Stores, limit: int) -> None:
    while await stores.projections.advance(Sessions(), limit=limit):
        pass


async def test_rows_in_the_store(stores: Stores) -> None:
    """One row per session, read back whole; rebuilt from zero it is the same."""
    await stores.sessions.commit(made.turn("S-1", 1, events=made.HELLO))
    await stores.sessions.commit(made.turn("S-2", 1, events=made.HELLO))
    await _catch_up(stores, limit=1)
    await stores.sessions.commit(made.turn("S-1", 2, events=_SECOND))
    await stores.sessions.commit(made.turn("S-1", 3, events=_THIRD))
    await _catch_up(stores, limit=3)
    rows = await stores.projections.rows(Sessions.name, since=0.0)
    first, second = session_row(rows["S-1"]), session_row(rows["S-2"])
    assert (first.outcome, first.score, first.turns) == ("resolved_verified", 6, 3)
    assert second.outcome == "running"
    await stores.projections.reset(Sessions.name)
    await _catch_up(stores, limit=500)
    assert await stores.projections.rows(Sessions.name) == rows
