"""The record's one projection: sessions, who came back, and the counters of days and slices, kept together. Pure.

A session's cost is bounded: it touches its own row, its customer's, the one before it, and the counters of its day.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import tzinfo

from frontdesk.core.codec import encode
from frontdesk.core.privacy import Lifetime
from frontdesk.core.staffing import AgentStatusChanged
from frontdesk.record import repeats
from frontdesk.record.cells import Deltas, added, cells, differences, merged, start_of
from frontdesk.record.erasing import Names, forgotten
from frontdesk.record.erasing_agents import Former, without
from frontdesk.record.log import LogEntry
from frontdesk.record.packed import packed, unpacked
from frontdesk.record.ports import Folding, Place, Row
from frontdesk.record.session_row import SessionRow
from frontdesk.record.sessions import fold, kept, session_row
from frontdesk.record.staffing import Staff, Step, agent_row, steps

VERSION = 9  # raise it when the fold changes: the rows are then made anew from the log


Doing = tuple[float, AgentStatusChanged | Step]  # what changes an agent's time, and when


class Ledger:
    """Shelves: `sessions`, `customers`, `chains` (who came back, by the later session), `day/<slice>`, `hour/<slice>`,
    `nodes`, `unanswered`, `agents` (their time, see `staffing.py`).

    Days are those of `zone`, called `zone_name`; `window_s` is how long a repeat contact counts against the first.
    """

    def __init__(self, zone: tzinfo, zone_name: str, window_s: float = repeats.WINDOW_S) -> None:
        self.zone, self.window_s = zone, window_s
        self.name = f"record.{VERSION}@{zone_name}@{window_s / 86400:g}d"
        self.sessions, self.customers = f"{self.name}/sessions", f"{self.name}/customers"
        self.chains, self.agents = f"{self.name}/chains", f"{self.name}/agents"
        self.by_agent = f"{self.name}/day/agent"

    def read(self, entries: Sequence[LogEntry]) -> Folding:
        """Fold the sessions, join those of one customer, and bring the counters up to what the rows say."""
        found = yield {(self.sessions, entry.session) for entry in entries if entry.session}
        before = {key: session_row(row) for (_, key), row in found.items()}
        rows, ended, doings = _folded(before, entries)
        found = yield {(self.agents, doing.agent) for _, doing in doings}
        staff = self._staffed(found, doings)
        names = {name for row in ended for name in repeats.names_of(row)}
        customers = yield {(self.customers, name) for name in names}
        visits = {name: repeats.visits_from(customers.get((self.customers, name))) for name in names}
        known = yield {(self.sessions, v.session) for past in visits.values() for v in past if v.session not in rows}
        before |= {key: session_row(row) for (_, key), row in known.items()}
        rows = before | rows
        chains = dict[Place, Row | None]()
        for row in ended:
            chains |= self._join(rows, visits, row)
        changed = {key: row for key, row in rows.items() if before.get(key) != row}
        deltas = added(self._deltas(before, changed), staff.deltas)
        found = yield set(deltas)
        changes: dict[Place, Row | None] = {(self.sessions, key): kept(row) for key, row in changed.items()}
        changes |= {(self.agents, key): encode(row) for key, row in staff.rows.items()}
        changes |= {(self.customers, name): repeats.visits_row(past) for name, past in visits.items() if past}
        return changes | chains | {place: self._counted(place, found, change) for place, change in deltas.items()}

    def forget(self, sessions: Collection[str], upto: Lifetime, names: Names) -> Folding:
        """Take what belongs to a person out of the rows of these sessions; what was counted stays counted."""
        found = yield {(self.sessions, session) for session in sessions}
        before = {key: session_row(row) for (_, key), row in found.items()}
        after = {key: forgotten(row, upto, names) for key, row in before.items()}
        deltas = self._deltas(before, after)
        known = {name: repeats.renamed(name, names) for row in before.values() for name in repeats.names_of(row)}
        moved = known if upto == "names" else {}
        found = yield {*deltas, *((self.customers, name) for pair in moved.items() for name in pair)}
        visits = {
            name: repeats.visits_from(found.get((self.customers, name))) for pair in moved.items() for name in pair
        }
        for old, new in moved.items():
            visits |= repeats.moved(visits, (old, new), frozenset(sessions), names)
        changes: dict[Place, Row | None] = {(self.sessions, key): kept(row) for key, row in after.items()}
        changes |= {(self.customers, n): repeats.visits_row(past) if past else None for n, past in visits.items()}
        return changes | {place: self._counted(place, found, change) for place, change in deltas.items()}

    def without_agent(self, sessions: Collection[str], former: Former) -> Folding:
        """Put the alias of somebody who worked here into the rows of these sessions, and into what was counted of them."""
        found = yield {(self.sessions, session) for session in sessions}
        before = {key: session_row(row) for (_, key), row in found.items()}
        after = {key: without(row, former) for key, row in before.items()}
        deltas = self._deltas(before, after)
        found = yield set(deltas)
        changes: dict[Place, Row | None] = {(self.sessions, key): kept(row) for key, row in after.items()}
        return changes | {place: self._counted(place, found, change) for place, change in deltas.items()}

    def renamed_agent(self, days: Collection[str], former: Former) -> Folding:
        """What is counted of an agent by their alias: their time so far, and these keys of the shelf `day/agent`."""
        moved = {(self.by_agent, day): (self.by_agent, day.removesuffix(former.id) + former.alias) for day in days}
        person, alias = (self.agents, former.id), (self.agents, former.alias)
        found = yield {person, *moved, *moved.values()}
        changes: dict[Place, Row | None] = dict.fromkeys((person, *moved))
        if person in found:
            changes[alias] = found[person]
        return changes | {new: self._counted(new, found, unpacked(found[old])) for old, new in moved.items()}

    def _join(
        self, rows: dict[str, SessionRow], visits: dict[str, tuple[repeats.Visit, ...]], as_ended: SessionRow
    ) -> dict[Place, Row]:
        """Link a session that ended to the one it follows, and remember it for the next."""
        if not repeats.counts(as_ended):
            return {}
        names, now = repeats.names_of(as_ended), repeats.visit_of(as_ended)
        past = {v.session: v for name in names for v in visits[name]}
        first = repeats.earlier_of(now, past.values(), self.window_s)
        for name in names:
            visits[name] = repeats.remembered(visits[name], now, self.window_s)
        if first is None or first.session not in rows:
            return {}
        one, two = repeats.linked(rows[first.session], rows[now.session])
        rows[first.session], rows[now.session] = one, two
        return (
            {(self.chains, two.id): repeats.chain_row(one, two)}
            if two.id in (one.continued_by, one.repeated_by)
            else {}
        )

    def _staffed(self, found: Mapping[Place, Row], doings: Sequence[Doing]) -> Staff:
        staff = Staff({key: agent_row(row) for (_, key), row in found.items()}, self.name, self.zone)
        for at, doing in doings:
            staff.changed(doing, at) if isinstance(doing, AgentStatusChanged) else staff.step(doing, at)
        return staff

    def _deltas(self, before: Mapping[str, SessionRow], changed: Mapping[str, SessionRow]) -> Deltas:
        deltas: Deltas = {}
        for key in sorted(changed):
            old, new = cells(before.get(key), self.name, self.zone), cells(changed[key], self.name, self.zone)
            for place, change in differences(old, new).items():
                deltas.setdefault(place, Counter()).update(change)
        return deltas

    def _counted(self, place: Place, found: Mapping[Place, Row], change: Mapping[str, int]) -> Row | None:
        counts = merged(unpacked(found.get(place, {})), change)
        named = place[0].endswith(("/nodes", "/unanswered"))
        return packed(start_of(place, self.zone), counts, named=named) if counts else None


def _folded(
    before: Mapping[str, SessionRow], entries: Sequence[LogEntry]
) -> tuple[dict[str, SessionRow], list[SessionRow], list[Doing]]:
    """The rows after these entries; the sessions that ended among them, in that order, as they were at their end; and
    what agents did."""
    rows, ended, doings = dict(before), list[SessionRow](), list[Doing]()
    for entry in entries:
        if isinstance(entry.event, AgentStatusChanged):
            doings.append((entry.at, entry.event))
            continue
        was = rows.get(entry.session)
        row = fold(was, entry)
        if row is None:
            continue
        rows[entry.session] = row
        doings += [(entry.at, step) for step in steps(was, row)]
        if was is not None and was.ended_at is None and row.ended_at is not None:
            ended.append(row)
    return rows, ended, doings
