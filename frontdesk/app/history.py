"""Takes simulated contacts as they end and writes them into a database in order of time."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from heapq import heappop, heappush

from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.history import SqlHistory, StaffEntry
from frontdesk.adapters.sql.migrate import upgrade_async
from frontdesk.adapters.sql.projections import SqlProjectionStore
from frontdesk.app.kept import ledger_of
from frontdesk.app.settings import load
from frontdesk.conversation.ports import StoredTurn
from frontdesk.core.errors import FrontdeskError
from frontdesk.core.staffing import AgentStatusChanged

BATCH = 3000  # turns a transaction
LONGEST_S = 4 * 3600.0  # no contact takes longer, so what is older than this is in order
SIMULATED = "S-sim"  # how the ids of simulated sessions begin


class History:
    """Without a database it forgets everything."""

    def __init__(self, database: Database | None, runner: asyncio.Runner) -> None:
        self._database, self._runner = database, runner
        self._held: list[tuple[float, str, int, StoredTurn | StaffEntry]] = []
        self._statuses = 0

    @classmethod
    @contextmanager
    def opened(cls, url: str) -> Iterator["History"]:
        """Raises FrontdeskError where real sessions are: made-up ones never stand among them."""
        with asyncio.Runner() as runner:
            if not url:
                yield cls(None, runner)
                return
            runner.run(upgrade_async(url))
            database = Database(url, answer_within_s=120.0)
            try:
                if runner.run(SqlHistory(database).sessions(besides=SIMULATED)):
                    raise FrontdeskError("This database holds real sessions; simulate into one of its own.")
                history = cls(database, runner)
                yield history
                history.finish()
            finally:
                runner.run(database.close())

    def add(self, turns: Sequence[StoredTurn]) -> None:
        """A contact that is over."""
        if self._database is None:
            return
        for turn in turns:
            heappush(self._held, (turn.at, turn.session, turn.seq, turn))
        newest = turns[-1].at
        if len(self._held) >= 2 * BATCH and self._held[0][0] < newest - LONGEST_S:
            self._write(newest - LONGEST_S)

    def came_or_went(self, at: float, event: AgentStatusChanged) -> None:
        """An agent did, between contacts."""
        if self._database is not None:
            self._statuses += 1
            heappush(self._held, (at, "", self._statuses, StaffEntry(at, event)))

    def finish(self) -> None:
        """Write the rest and fold it, so that the board has it at once."""
        if self._database is None:
            return
        self._write(float("inf"))
        store, ledger = SqlProjectionStore(self._database), ledger_of(load())
        while self._runner.run(store.advance(ledger, 2000)):
            pass

    def _write(self, until: float) -> None:
        assert self._database is not None
        while self._held and self._held[0][0] < until:
            batch: list[StoredTurn | StaffEntry] = []
            while self._held and self._held[0][0] < until and len(batch) < BATCH:
                batch.append(heappop(self._held)[3])
            self._runner.run(SqlHistory(self._database).add(batch))
