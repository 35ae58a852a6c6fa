"""The projection `contacts`: which sessions a verified customer had, folded from the event log. Pure; knows no store."""

from collections.abc import Collection, Sequence

from frontdesk.core.events import IdentityVerified
from frontdesk.record.erasing import Names
from frontdesk.record.log import LogEntry
from frontdesk.record.ports import Folding, Place, Row, Rows

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

    def forget(self, customers: Collection[str], sessions: Collection[str], names: Names) -> Folding:
        """Put these sessions of these customers under names that lead to nobody."""
        found = yield {(self.name, customer) for customer in customers if names(customer) != customer}
        changes: dict[Place, Row | None] = {}
        for (_, customer), row in found.items():
            going = [one for one in row["sessions"] if one in sessions]
            staying = [one for one in row["sessions"] if one not in sessions]
            changes[self.name, customer] = {"sessions": staying} if staying else None
            if going:
                changes[self.name, names(customer)] = {"sessions": going}
        return changes
