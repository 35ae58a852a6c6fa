"""Where a session is counted: the day and hour it began, whole and in slices (channel, language, queue, intent …). Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, tzinfo

from frontdesk.record.counters import counters, ticket_counters
from frontdesk.record.ports import Place
from frontdesk.record.session_row import SessionRow
from frontdesk.record.struggle import effort_index

SLICES = ("all", "channel", "lang", "region", "tier", "queue", "version", "intent", "arm", "agent")
HOURLY = ("all", "channel", "queue")
NODE_COUNTS = ("visits", "silences", "misses")
Deltas = dict[Place, Counter[str]]


def cells(row: SessionRow | None, name: str, zone: tzinfo) -> Deltas:
    """Every counter the session adds to, by shelf and key; empty while it runs."""
    found: Deltas = {}
    if row is None or row.ended_at is None:
        return found
    began = datetime.fromtimestamp(row.started_at, zone)
    midnight = began.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    whole = counters(row, int((row.ended_at - midnight.timestamp()) // 3600))
    for cut, value in slices_of(row):
        added = whole + _tickets(row, cut, value)
        _add(found, (f"{name}/day/{cut}", f"{began.date()}|{value}"), added)
        if cut in HOURLY:
            _add(found, (f"{name}/hour/{cut}", f"{began:%Y-%m-%dT%H%z}|{value}"), added)
    _add(found, (f"{name}/nodes", f"{began.date()}|{row.flow_version}"), _nodes(row))
    if row.not_understood:
        _add(found, (f"{name}/unanswered", f"{began.date()}|{row.lang}"), Counter(row.not_understood))
    return found


def slices_of(row: SessionRow) -> Iterator[tuple[str, str]]:
    """The slices a session is in, each with its value; what is not known is in none."""
    yield "all", "all"
    yield "channel", row.channel
    yield "lang", row.lang
    yield from (("region", row.region),) if row.region else ()
    yield from (("tier", row.tier),) if row.tier else ()
    yield "version", row.flow_version
    yield "intent", row.goal or "unknown"
    yield from (("queue", queue) for queue in sorted({t.queue for t in row.tickets}))
    yield from (("agent", agent) for agent in sorted({t.agent for t in row.tickets if t.agent}))
    yield from (("arm", f"{experiment}:{arm}") for experiment, arm in sorted(row.arms.items()))


def start_of(place: Place, zone: tzinfo) -> float:
    """When the day or hour of a cell began, epoch seconds."""
    shelf, key = place
    when = key.partition("|")[0]
    if "/hour/" in shelf:
        return datetime.strptime(when, "%Y-%m-%dT%H%z").timestamp()
    return datetime.fromisoformat(when).replace(tzinfo=zone).timestamp()


def hours_of(day_start: float, zone: tzinfo) -> float:
    """How many hours a day has: 23 or 25 where the clocks change."""
    began = datetime.fromtimestamp(day_start, zone)
    following = (began + timedelta(days=1)).replace(hour=0, fold=0)
    return (following.timestamp() - day_start) / 3600


def merged(before: Mapping[str, int], change: Mapping[str, int]) -> dict[str, int]:
    """Counters after a change; those at zero are left out, in the order of their names."""
    names = sorted({*before, *change})
    sums = ((name, before.get(name, 0) + change.get(name, 0)) for name in names)
    return {name: count for name, count in sums if count}


def added(one: Deltas, other: Deltas) -> Deltas:
    """Both changes together; what comes to nothing is left out."""
    found = {place: Counter(change) for place, change in one.items()}
    for place, change in other.items():
        found.setdefault(place, Counter()).update(change)
    kept = {place: Counter({n: count for n, count in change.items() if count}) for place, change in found.items()}
    return {place: change for place, change in kept.items() if change}


def differences(before: Deltas, after: Deltas) -> Deltas:
    """What must be added to turn the one into the other."""
    found: Deltas = {}
    for place in {*before, *after}:
        change = Counter(after.get(place, {}))
        change.subtract(before.get(place, {}))
        change = Counter({name: count for name, count in change.items() if count})
        if change:
            found[place] = change
    return found


def _tickets(row: SessionRow, cut: str, value: str) -> Counter[str]:
    """The tickets of the session; in the slice of a queue or an agent only theirs."""
    found: Counter[str] = Counter()
    for ticket in row.tickets:
        if (cut == "queue" and ticket.queue != value) or (cut == "agent" and ticket.agent != value):
            continue
        found += ticket_counters(ticket, promised=row.promised)
    return found


def _nodes(row: SessionRow) -> Counter[str]:
    """The traffic of the menus: what happened at each node, where each led, and where sessions ended."""
    found: Counter[str] = Counter({"n": 1})
    hard = round(effort_index(row))
    for node, made in row.nodes.items():
        found += Counter({f"{node}|{what}": count for what, count in zip(NODE_COUNTS, made, strict=True)})
        found[f"{node}|sessions"] += 1
        found[f"{node}|effort"] += hard
    for way, count in row.ways.items():
        found[f"way|{way}"] += count
    if row.node is not None:
        found[f"{row.node}|last"] += 1
        found[f"{row.node}|{row.outcome}"] += 1
    return found


def _add(found: Deltas, place: Place, added: Counter[str]) -> None:
    found[place] = found.get(place, Counter()) + added
