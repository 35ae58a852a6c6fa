"""The board's looks inside: traffic of the menus, funnels, reasons, words not understood, estimates, who came back."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from frontdesk.channels.board.ask import Asked
from frontdesk.channels.board.figures import head
from frontdesk.channels.board.reading import Reading, by_value
from frontdesk.core.tickets import FACT_MARKS
from frontdesk.record import repeats
from frontdesk.record.bins import SECONDS
from frontdesk.record.figures.cut import summed
from frontdesk.record.figures.value import Value, share
from frontdesk.record.needs import GOAL_OF_TASK

STEPS = ("wanted", "identified", "ran", "answered", "confirmed")
MANY = 100
ENOUGH = 20  # sessions of a version to begin with it


async def flow(
    reading: Reading, ask: Asked, version: str | None, zone: str, numbers: Mapping[str, int]
) -> dict[str, Any]:
    """The traffic of one version of the flows. When none is named: of the last published (`numbers`: of each version's newest
    publication) that saw enough, else of the one with most sessions."""
    found = by_value(await reading.store.rows(f"{reading.ledger}/nodes", since=ask.since, until=ask.until))
    sums = {name: summed(cells) for name, cells in found.items()}
    versions = sorted(((c["n"], v) for v, c in sums.items()), reverse=True)
    recent = max(((numbers[name], name) for n, name in versions if n >= ENOUGH and name in numbers), default=None)
    chosen = version or (recent[1] if recent else versions[0][1] if versions else "")
    counts = sums.get(chosen, Counter())
    names = sorted({name.partition("|")[0] for name in counts if "|" in name} - {"way"})
    ways = [(name.removeprefix("way|").partition(">"), count) for name, count in counts.items() if name[:4] == "way|"]
    return {
        **head(ask, zone, reading.clock()),
        "version": chosen,
        "versions": [{"version": name, "sessions": n} for n, name in versions],
        "sessions": counts["n"],
        "nodes": [_node(name, counts) for name in names],
        "ways": [{"from": a or None, "to": b, "n": count} for (a, _, b), count in sorted(ways, key=lambda w: -w[1])],
    }


def _node(name: str, counts: Counter[str]) -> dict[str, Any]:
    """One node; `left` are sessions that ended there unhelped: gave up, trapped, or left the queue."""

    def of(what: str) -> int:
        return counts[f"{name}|{what}"]

    sessions, visits = of("sessions"), of("visits")
    unhelped = of("gave_up") + of("trapped") + of("abandoned_in_queue")
    return {
        "node": name,
        "sessions": sessions,
        "visits": visits,
        "last": of("last"),
        "left": plain(share(unhelped, sessions)),
        "trapped": plain(share(of("trapped"), sessions)),
        "silence": plain(share(min(of("silences"), visits), visits)),
        "miss": plain(share(min(of("misses"), visits), visits)),
        "effort": of("effort") / sessions if sessions else None,
    }


async def funnels(reading: Reading, ask: Asked, zone: str) -> dict[str, Any]:
    """How far customers came with each task."""
    cut = await reading.cut(ask)
    tasks = []
    for task in sorted(GOAL_OF_TASK):
        counts = [cut[f"f.{task}.{i}"] for i in range(1, len(STEPS) + 1)]
        if counts[0]:
            steps = [
                {"step": step, "n": n, "share": plain(share(n, counts[0]))}
                for step, n in zip(STEPS, counts, strict=True)
            ]
            tasks.append({"task": task, "goal": GOAL_OF_TASK[task], "steps": steps})
    return {**head(ask, zone, reading.clock()), "tasks": tasks}


async def reasons(reading: Reading, ask: Asked, zone: str) -> dict[str, Any]:
    """Why a human was called for, the commonest first."""
    cut = await reading.cut(ask)
    found = sorted((-count, name[2:]) for name, count in cut.total.items() if name.startswith("r."))
    whole = -sum(n for n, _ in found)
    rows = [{"reason": reason, "n": -n, "share": plain(share(-n, whole))} for n, reason in found]
    return {**head(ask, zone, reading.clock()), "reasons": rows}


async def unanswered(reading: Reading, ask: Asked, zone: str) -> dict[str, Any]:
    """What the bot did not understand, masked, the commonest first."""
    found = by_value(await reading.store.rows(f"{reading.ledger}/unanswered", since=ask.since, until=ask.until))
    words = [(n, text, lang) for lang, cells in found.items() for text, n in summed(cells).items()]
    words.sort(key=lambda one: (-one[0], one[1]))
    return {
        **head(ask, zone, reading.clock()),
        "words": [{"text": text, "lang": lang, "n": n} for n, text, lang in words[:MANY]],
    }


async def handed(reading: Reading, ask: Asked, zone: str) -> dict[str, Any]:
    """What agents said of each fact of the packet: those customers had to tell again or that were wrong most often first."""
    cut = await reading.cut(ask)
    facts = {name.split(".")[2] for name in cut.total if name.startswith("k.") and name.count(".") == 2}
    rows = [_marks(fact, {mark: cut[f"k.{mark}.{fact}"] for mark in FACT_MARKS}) for fact in facts]
    rows.sort(key=lambda row: (-row["asked_again"] - row["wrong"], -row["used"], row["fact"]))
    return {**head(ask, zone, reading.clock()), "answered": cut["t.answered"], "marked": cut["k.n"], "facts": rows}


def _marks(fact: str, counts: Mapping[str, int]) -> dict[str, Any]:
    whole = sum(counts.values())
    return {
        "fact": fact,
        **counts,
        "again": plain(share(counts["asked_again"], whole)),
        "mistaken": plain(share(counts["wrong"], whole)),
    }


async def estimates(reading: Reading, ask: Asked, zone: str) -> dict[str, Any]:
    """Waits as they were told and as they came, by what was told: on the diagonal they are right."""
    cut = await reading.cut(ask)
    ends = (*SECONDS, SECONDS[-1] * 1.5)
    points = []
    for i, (low, high) in enumerate(zip((0.0, *SECONDS), ends, strict=True)):
        n = cut[f"w.at.{i}"]
        if n:
            points.append({"told_s": (low + high) / 2, "took_s": cut[f"w.took_ms.{i}"] / 1000 / n, "n": n})
    return {**head(ask, zone, reading.clock()), "points": points}


async def chains(reading: Reading, ask: Asked, zone: str) -> dict[str, Any]:
    """Who came back: whole chains, the longest of the newest first; and how many between which channels."""
    found = await reading.store.newest(f"{reading.ledger}/chains", (ask.until, ""), 5 * MANY)
    rows = [(second, row) for second, row in found if row["started_at"] >= ask.since]
    whole = sorted(repeats.chains(rows), key=lambda one: -len(one["steps"]))
    counted = [(name.split("."), n) for name, n in (await reading.cut(ask)).total.items() if name[:2] == "c."]
    ways = [(*way.partition(">")[::2], kind, n) for (_, kind, way), n in counted]
    return {
        **head(ask, zone, reading.clock()),
        "chains": whole[:MANY],
        "ways": [{"from": a, "to": b, "kind": kind, "n": n} for a, b, kind, n in sorted(ways, key=_commonest)],
    }


def _commonest(way: tuple[str, str, str, int]) -> tuple[int, str, str, str]:
    return -way[3], *way[:3]


def plain(value: Value) -> dict[str, Any]:
    """A bare share with its interval."""
    return {"value": value.value, "low": value.low, "high": value.high, "n": value.n}
