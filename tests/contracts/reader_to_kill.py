"""A process that folds the log until it is killed: `python -m tests.contracts.reader_to_kill URL WHERE PORTIONS`.

It says `here` and then stands still: `reading`, within the fold of the portion after so many; or `committing`, with that
portion's rows and position written and not yet committed.
"""

import asyncio
import sys
import time
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from sqlalchemy import event

from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.projections import SqlProjectionStore
from frontdesk.record.ledger import Ledger
from frontdesk.record.log import LogEntry
from frontdesk.record.ports import Folding


class Stops(Ledger):
    """Stands still in the middle of a portion."""

    portions = 0
    at: tuple[str, int] = ("", 0)

    def read(self, entries: Sequence[LogEntry]) -> Folding:
        self.portions += 1
        changed = yield from super().read(entries)
        if self.at == ("reading", self.portions - 1):
            stand()
        return changed


def stand(*_: object) -> None:
    sys.stdout.write("here\n")
    sys.stdout.flush()
    time.sleep(600)


async def fold(url: str, where: str, portions: int) -> None:
    database, ledger = Database(url), Stops(ZoneInfo("UTC"), "UTC")
    ledger.at = (where, portions)
    store = SqlProjectionStore(database)
    for _ in range(portions):
        await store.advance(ledger, 5)
    if where == "committing":
        event.listen(database._engine.sync_engine, "commit", lambda c: stand() if ledger.portions > portions else None)
    while await store.advance(ledger, 5):
        pass


if __name__ == "__main__":
    asyncio.run(fold(sys.argv[1], sys.argv[2], int(sys.argv[3])))
