"""Keeps Rasa's conversations in SQLite or PostgreSQL: new events are appended, nothing is rewritten. Knows no bot."""

import json
import logging
from collections import OrderedDict
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import deserialise_events
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy import Column, Integer, MetaData, Table, Text, bindparam, func, insert, select
from sqlalchemy.exc import IntegrityError

from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.direct import Connection
from frontdesk.core.errors import FrontdeskError
from frontdesk.rasa_worker.event_rows import asked_before, storable
from frontdesk.rasa_worker.shop import open_database

logger = logging.getLogger(__name__)
_MARK = "frontdesk_saved"

metadata = MetaData()
rasa_events = Table(
    "rasa_events",
    metadata,
    Column("sender", Text, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("event", Text, nullable=False),
)

_LAST = select(func.max(rasa_events.c.seq)).where(rasa_events.c.sender == bindparam("sender"))
_APPEND = insert(rasa_events)


def _kept(rows: list[dict[str, Any]]) -> Callable[[Connection], Coroutine[Any, Any, None]]:
    async def keep(connection: Connection) -> None:
        await connection.execute(_APPEND, rows)

    return keep


class StaleTracker(FrontdeskError):
    """Another worker wrote to this conversation meanwhile; the turn was not kept, repeat it."""


@dataclass(frozen=True, slots=True)
class Saved:
    """How much of a tracker is kept: its first `events` events; `seq` is the number of the last row."""

    events: int
    seq: int


def saved_of(tracker: DialogueStateTracker) -> Saved:
    """What is known to be kept of this tracker."""
    mark = getattr(tracker, _MARK, None)
    return mark if isinstance(mark, Saved) else Saved(0, 0)


class SqlTrackerStore(TrackerStore):
    """Trackers stay alive between turns; the rows' numbers tell when another worker went on with one."""

    def __init__(
        self,
        domain: Domain | None = None,
        event_broker: Any = None,
        database: Database | None = None,
        alive: int = 1000,
        kind: type[DialogueStateTracker] = DialogueStateTracker,
        **_: Any,
    ) -> None:
        """Without a database (stock `rasa run`) the one of DATABASE_URL."""
        super().__init__(domain, event_broker)
        self._database = database or open_database()
        self._alive: OrderedDict[str, DialogueStateTracker] = OrderedDict()
        self._limit = alive
        self._ready = False
        self._kind = kind

    def init_tracker(self, sender_id: str) -> DialogueStateTracker:
        return self._kind(sender_id, self.domain.slots, max_event_history=self.max_event_history)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Append what is new."""
        await self._prepare()
        saved = saved_of(tracker)
        fresh = list(islice(tracker.events, saved.events, None))
        if fresh:
            await self._append(tracker, saved, [e.as_dict() for e in fresh])
            if self.event_broker:
                await self._stream_new_events(self.event_broker, fresh, tracker.sender_id)
        self._keep_alive(tracker, Saved(len(tracker.events), saved.seq + len(fresh)))

    async def _append(self, tracker: DialogueStateTracker, saved: Saved, fresh: list[dict[str, Any]]) -> None:
        older = (e.as_dict() for e in islice(reversed(tracker.events), len(fresh), None))
        rows = [
            {"sender": tracker.sender_id, "seq": seq, "event": text}
            for seq, text in enumerate(storable(fresh, asked_before(older)), start=saved.seq + 1)
        ]
        try:
            await self._database.change(_kept(rows))
        except IntegrityError:
            self._alive.pop(tracker.sender_id, None)
            raise StaleTracker("Another worker wrote to this conversation; repeat the turn.") from None

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker of the newest session of this sender."""
        await self._prepare()
        last = await self._last_seq(sender_id)
        alive = self._alive.get(sender_id)
        if alive is not None and saved_of(alive) == Saved(len(alive.events), last):
            return alive
        self._alive.pop(sender_id, None)
        return await self._read(sender_id, whole=False) if last else None

    def alive(self, sender: str) -> DialogueStateTracker | None:
        """The tracker of a turn just saved here."""
        return self._alive.get(sender)

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """The tracker with the events of all its sessions."""
        await self._prepare()
        return await self._read(conversation_id, whole=True)

    async def keys(self) -> Iterable[str]:
        await self._prepare()
        async with self._database.read() as connection:
            return list(await connection.scalars(select(rasa_events.c.sender).distinct()))

    async def close(self) -> None:
        await self._database.close()

    async def _last_seq(self, sender: str) -> int:
        found = await self._database.ask(_LAST, sender=sender)
        return found[0][0] or 0

    async def _read(self, sender: str, *, whole: bool) -> DialogueStateTracker | None:
        query = select(rasa_events.c.seq, rasa_events.c.event).where(rasa_events.c.sender == sender)
        async with self._database.read() as connection:
            rows = (await connection.execute(query.order_by(rasa_events.c.seq))).all()
        if not rows:
            return None
        events = [json.loads(row.event) for row in rows]
        tracker = self._kind.from_events(
            sender, deserialise_events(events if whole else _newest_session(events)), self.domain.slots
        )
        if not whole:
            self._keep_alive(tracker, Saved(len(tracker.events), rows[-1].seq))
        return tracker

    def _keep_alive(self, tracker: DialogueStateTracker, saved: Saved) -> None:
        setattr(tracker, _MARK, saved)
        self._alive[tracker.sender_id] = tracker
        self._alive.move_to_end(tracker.sender_id)
        if len(self._alive) > self._limit:
            self._alive.popitem(last=False)

    async def _prepare(self) -> None:
        if not self._ready:
            async with self._database.write() as connection:
                await connection.run_sync(metadata.create_all)
            self._ready = True


def _newest_session(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """From the last session start on, with the action that started it."""
    starts = [at for at, event in enumerate(events) if event.get("event") == "session_started"]
    return events[max(starts[-1] - 1, 0) :] if starts else events
