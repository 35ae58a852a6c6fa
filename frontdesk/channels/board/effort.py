"""What makes it hard for customers: the effort index against their answers, where effort arises, and of what it is made."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from frontdesk.channels.board.ask import Asked
from frontdesk.channels.board.figures import head
from frontdesk.channels.board.reading import Reading
from frontdesk.channels.board.traffic import plain
from frontdesk.core.questions import QUESTIONS
from frontdesk.record.bins import SECONDS, histogram
from frontdesk.record.figures.asked import asked_most
from frontdesk.record.figures.cut import Stratum, strata_of, summed
from frontdesk.record.figures.easy import GROUPS
from frontdesk.record.figures.maturity import Cell
from frontdesk.record.figures.value import NOTHING, Value, difference, is_sure, mean, share
from frontdesk.record.struggle import INDEX_BINS, POINTS

Counts = Counter[str]
LONGEST_S = 600.0  # of a wait, no more counts for the index
ENDS = ("answered", "abandoned", "expired")  # of a wait


def _waited_min(counts: Counts) -> float:
    """Minutes in the queue, of each wait ten at most."""
    middles = [(low + high) / 2 for low, high in zip((0.0, *SECONDS), (*SECONDS, SECONDS[-1] * 1.5), strict=True)]
    beyond = sum(
        n * max(0.0, middle - LONGEST_S)
        for end in ENDS
        for n, middle in zip(histogram(counts, f"h.{end}"), middles, strict=True)
    )
    return max(0.0, counts["t.wait_ms"] / 1000 - beyond) / 60


CAUSES: Mapping[str, Callable[[Counts], float]] = {  # how often each of POINTS was, where the counters tell it
    "a question asked again": lambda c: c["asked_again"],
    "a silence": lambda c: c["silences"],
    "an answer that fitted nothing": lambda c: max(0, c["misses"] - c["bot.missed"]),
    "a message the bot did not understand": lambda c: c["bot.missed"],
    "a machine that failed": lambda c: c["machine_failures"],
    "proving who one is once more": lambda c: c["proved_again"],
    "a minute of waiting for a human, ten at most": _waited_min,
    "a human after the first (transfer)": lambda c: c["transferred"],
    "coming back about the same": lambda c: sum(n for name, n in c.items() if name.startswith("c.")),
}
WORTH = dict(POINTS)


async def effort(reading: Reading, ask: Asked, zone: str) -> dict[str, Any]:
    """The effort index against the answers, and who was asked and answered."""
    cut, sessions = await reading.cut(ask), [0] * INDEX_BINS
    question = asked_most(cut)
    strata = cut.strata(question)
    for s in strata:
        sessions[s.bin] += s.n
    width, curve, scale = 100 / INDEX_BINS, cut.answers[question], QUESTIONS[question]
    bins = [
        {
            "index": width * (i + 0.5),
            "sessions": sessions[i],
            "answers": curve.answers[i] if curve.answers else 0,
            "raw": curve.raw[i] if curve.raw else None,
            "score": curve.score[i] if curve.score else None,
            "easy": curve.good[i] if curve.good else None,
            "seen": plain(share(curve.seen[i], curve.answers[i])) if curve.answers else plain(NOTHING),
        }
        for i in range(INDEX_BINS)
    ]
    return {
        **head(ask, zone, reading.clock()),
        "points": [{"what": what, "points": points} for what, points in POINTS],
        "bins": bins,
        "question": question,
        "groups": [_group([s for s in strata if s.group == group], group) for group in GROUPS],
        "scores": {str(n): cut[f"a.{question}.{n}"] for n in range(scale.least, scale.most + 1)},
    }


def _group(strata: Sequence[Stratum], group: str) -> dict[str, Any]:
    answered, replied = sum(s.answered for s in strata), sum(s.replied for s in strata)
    asked = sum(s.asked for s in strata)
    return {
        "group": group,
        "sessions": sum(s.n for s in strata),
        "asked": asked,
        "answered": answered,
        "response": plain(share(replied, asked)),
        "mean": sum(s.total for s in strata) / answered if answered else None,
    }


async def hardest(reading: Reading, ask: Asked, by: str, zone: str) -> dict[str, Any]:
    """Where effort arises: every value of a slice against all other sessions, what takes the largest part of it first."""
    found = await reading.cells(by, ask.since, ask.until)
    whole = (await reading.cells("all", ask.since, ask.until)).get("all", [])
    bins, counts = _by_bin(whole), summed(whole)
    rows = [_against(value, (_by_bin(cells), summed(cells)), (bins, counts)) for value, cells in found.items()]
    rows.sort(key=lambda row: (-row["part"], str(row["value"])))
    return {**head(ask, zone, reading.clock()), "by": by, "sessions": sum(bins), "rows": rows}


def _against(value: str, own: tuple[list[int], Counts], whole: tuple[list[int], Counts]) -> dict[str, Any]:
    """`part`: of the whole index of all sessions, how much is theirs. Causes in points a session, there and elsewhere."""
    bins, counts = own
    others = [a - b for a, b in zip(whole[0], bins, strict=True)]
    rest = whole[1].copy()
    rest.subtract(counts)
    index, elsewhere, every = _index(bins), _index(others), _index(whole[0])
    gap = difference(index, elsewhere)
    total = (every.value or 0.0) * every.n
    return {
        "value": value,
        "sessions": index.n,
        "index": plain(index),
        "elsewhere": plain(elsewhere),
        "gap": {**plain(gap), "sure": is_sure(gap)},
        "part": (index.value or 0.0) * index.n / total if total else 0.0,
        "causes": [{"what": what, "points": _each(what, counts), "elsewhere": _each(what, rest)} for what in CAUSES],
    }


def _by_bin(cells: Sequence[Cell]) -> list[int]:
    """How many sessions in each bin of the effort index."""
    found = [0] * INDEX_BINS
    for stratum in strata_of(cells, "ces2"):
        found[stratum.bin] += stratum.n
    return found


def _index(bins: Sequence[int]) -> Value:
    """The mean index, each bin at its middle, as the figure `effort_index` has it."""
    width = 100 / INDEX_BINS
    found = [(n, width * (i + 0.5)) for i, n in enumerate(bins)]
    return mean(sum(n * m for n, m in found), sum(n * m * m for n, m in found), sum(bins))


def _each(what: str, counts: Counts) -> float | None:
    """Points of an ended session, whoever was there."""
    return WORTH[what] * CAUSES[what](counts) / counts["n"] if counts["n"] > 0 else None
