"""The projection of a customer's contacts."""

from frontdesk.core.events import CustomerSilent, IdentityVerified
from frontdesk.record.contacts import KEPT, Contacts
from frontdesk.record.log import LogEntry


def entry(session: str, customer: str | None) -> LogEntry:
    event = IdentityVerified(customer=customer, how="x") if customer else CustomerSilent(count=1)
    return LogEntry(position=1, session=session, seq=1, at=1.0, event=event)


def test_sessions_are_listed_by_verified_customer() -> None:
    """The newest last, each once, no more than are shown; nothing of customers nobody verified."""
    fold, rows = Contacts(), {}
    for number in range(KEPT + 5):
        one = entry(f"S-{number}", "C1")
        assert fold.keys(one) == ("C1",)
        rows = {**rows, **fold.fold(rows, one)}
    rows = {**rows, **fold.fold(rows, entry("S-20", "C1"))}
    assert len(rows["C1"]["sessions"]) == KEPT
    assert rows["C1"]["sessions"][-2:] == [f"S-{KEPT + 4}", "S-20"]
    assert list(fold.keys(entry("S-1", None))) == []
