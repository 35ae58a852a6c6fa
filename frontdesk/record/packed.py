"""Counters of a day as they are stored: what is read apart stands apart, what is read together stands together. Pure.

`counts`: by name. `returns`: who came back, `sr.open` and the like, as pairs of hour or age and count. `strata`: by outcome, for
each bin of the effort index in turn `SESSIONS`; `answers`: by question and outcome, for each bin `ANSWERS`. On shelves whose
counters are named by customers or flow authors (`nodes`, `unanswered`) all are `counts`.
"""

from collections.abc import Iterable, Mapping, Sequence
from operator import add

from frontdesk.record.ports import Row
from frontdesk.record.struggle import INDEX_BINS

SESSIONS = ("n", "asked", "replied")
ANSWERS = ("n", "sum", "squares", "good", "bad")
Packs = Mapping[str, Sequence[int]]


def packed(started_at: float, counts: Mapping[str, int], *, named: bool = False) -> Row:
    """The row of a cell; `named`: its names are not ours."""
    if named:
        return {"started_at": started_at, "counts": dict(counts)}
    plain = dict[str, int]()
    returns, strata, answers = dict[str, list[tuple[int, int]]](), dict[str, list[int]](), dict[str, list[int]]()
    for name, count in counts.items():
        start, _, rest = name.partition(".")
        match start:
            case "sr" | "fr":
                what, _, number = rest.partition(".")
                returns.setdefault(f"{start}.{what}", []).append((int(number), count))
            case "e":
                _put(strata, rest, SESSIONS, count)
            case "q":
                _put(answers, rest, ANSWERS, count)
            case _:
                plain[name] = count
    return {
        "started_at": started_at,
        "counts": plain,
        "returns": {name: [list(pair) for pair in sorted(pairs)] for name, pairs in returns.items()},
        "strata": strata,
        "answers": answers,
    }


def unpacked(row: Row) -> dict[str, int]:
    """The counters of a stored row, by name."""
    found: dict[str, int] = dict(row.get("counts", {}))
    for name, kept in row.get("returns", {}).items():
        found |= {f"{name}.{number}": count for number, count in kept}
    for start, part, names in (("e", "strata", SESSIONS), ("q", "answers", ANSWERS)):
        for group, counts in row.get(part, {}).items():
            places = (f"{start}.{group}.{i}.{name}" for i in range(INDEX_BINS) for name in names)
            found |= {place: count for place, count in zip(places, counts, strict=True) if count}
    return found


def _put(into: dict[str, list[int]], name: str, order: Sequence[str], count: int) -> None:
    place, _, what = name.rpartition(".")
    group, _, number = place.rpartition(".")
    into.setdefault(group, [0] * INDEX_BINS * len(order))[int(number) * len(order) + order.index(what)] = count


def added(parts: Iterable[Packs]) -> dict[str, Sequence[int]]:
    """Packs of several days together."""
    found = dict[str, Sequence[int]]()
    for part in parts:
        for group, counts in part.items():
            found[group] = list(map(add, found[group], counts)) if group in found else counts
    return found


def pairs(row: Row, name: str) -> dict[int, int]:
    """Who came back, by hour or age."""
    given: Sequence[tuple[int, int]] = (row.get("returns") or {}).get(name, ())
    return dict(given)
