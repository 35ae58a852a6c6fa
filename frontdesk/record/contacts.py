"""The projection `contacts`: which sessions a verified customer had, folded from the event log. Pure; knows no store."""

from collections.abc import Sequence

from frontdesk.core.events import IdentityVerified
from frontdesk.record.log import LogEntry
from frontdesk.record.ports import Rows

KEPT = 50


class Contacts:
    """One row per customer, by their id in the shop: `{"sessions": [...]}`, the newest last, at most KEPT."""

    name = "contacts.1"

    def keys(self, entry: LogEntry) -> Sequence[str]:
        return (entry.event.customer,) if isinstance(entry.event, IdentityVerified) else ()

    def fold(self, rows: Rows, entry: LogEntry) -> Rows:
        if not isinstance(entry.event, IdentityVerified):
            return {}
        before = rows.get(entry.event.customer, {}).get("sessions", [])
        sessions = [one for one in before if one != entry.session]
        return {entry.event.customer: {"sessions": [*sessions, entry.session][-KEPT:]}}
