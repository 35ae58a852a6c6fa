"""How true the record is: outcomes, today's self-service figure and CES against the known truth of a made-up time.

`uv run python -m benchmarks.record [--json]`. Everything goes through the product's own fold, event by event; only the
customers are made up (`record_world.py`). Printed: macro-F1 of the outcomes; the mean difference in points between a day's
self-service rate as told at its evening and as it stands when its window has closed, with and without the correction; and the
difference between estimated and true CES, weighted and by answers alone.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from random import Random
from zoneinfo import ZoneInfo

from benchmarks.record_world import DAY, World, portions, world
from frontdesk.adapters.folding import folding, settled
from frontdesk.record.figures.catalogue import FIGURES, cut_of, past_of
from frontdesk.record.figures.maturity import Cell, cell_of
from frontdesk.record.figures.value import Value
from frontdesk.record.ledger import Ledger
from frontdesk.record.ports import Place, Row
from frontdesk.record.sessions import session_row

LEDGER = Ledger(ZoneInfo("UTC"), "UTC")
LEARNING, JUDGED, WINDOW = 28, 14, 8  # days before the first one judged, days judged, days until all windows are closed


class Record:
    """The product's ledger over the made-up log, up to any moment."""

    def __init__(self, made: World) -> None:
        self._entries, self._read = made.entries, 0
        self.rows: dict[Place, Row] = {}

    def read_until(self, at: float) -> None:
        for part in portions(self._entries, at, self._read):
            self._read += len(part)
            for place, row in settled(folding(LEDGER, part), self.rows).items():
                if row is None:
                    self.rows.pop(place, None)
                else:
                    self.rows[place] = row

    def days(self) -> list[Cell]:
        shelf = f"{LEDGER.name}/day/all"
        found = [cell_of(row) for (name, _), row in self.rows.items() if name == shelf]
        return sorted(found, key=lambda cell: cell.started_at)

    def figure(self, name: str, first: int, last: int, now: float) -> Value:
        """A figure of whole days, as told at `now`."""
        cells = [cell for cell in self.days() if cell.started_at <= now]
        shown = [cell for cell in cells if first * DAY <= cell.started_at <= last * DAY]
        past = past_of(cells, now)
        return FIGURES[name].compute(cut_of(shown, past, (last + 1) * DAY))


def judge(random: Random, a_day: int, *, quiet: bool) -> dict[str, float]:
    days = LEARNING + JUDGED + WINDOW
    made = world(random, days, a_day)
    _say(f"{len(made.made):,} sessions, {len(made.entries):,} events", quiet=quiet)
    record, evening = Record(made), dict[int, Value]()
    for day in range(LEARNING, LEARNING + JUDGED):
        record.read_until((day + 1) * DAY)
        evening[day] = record.figure("self_service", day, day, (day + 1) * DAY)
        _say(f"day {day}: {evening[day].value:.3f} told in the evening", quiet=quiet)
    record.read_until(days * DAY + 10 * DAY)
    late = {day: record.figure("self_service", day, day, (day + 20) * DAY).value for day in evening}
    told = [(v.value or 0) - (late[day] or 0) for day, v in evening.items()]
    naive = [(v.observed or 0) - (late[day] or 0) for day, v in evening.items()]
    inside = sum((v.low or 0) <= (late[day] or 0) <= (v.high or 1) for day, v in evening.items())
    return {
        "sessions": len(made.made),
        "outcome_macro_f1": round(macro_f1(_outcomes(made, record.rows)), 4),
        "outcome_accuracy": round(_accuracy(_outcomes(made, record.rows)), 4),
        "self_service_bias_pt": round(100 * sum(told) / len(told), 3),
        "self_service_error_pt": round(100 * sum(abs(gap) for gap in told) / len(told), 3),
        "naive_bias_pt": round(100 * sum(naive) / len(naive), 3),
        "self_service_inside_interval": round(inside / len(evening), 3),
        **_ease(made, record, days),
        **_gap(made, record, days),
    }


def _ease(made: World, record: Record, days: int) -> dict[str, float]:
    there = [one for one in made.made if one.truth != "unreachable"]
    truth = sum(one.ease for one in there) / len(there)
    now = (days + 20) * DAY
    weighted, plain = (record.figure(name, 0, days, now) for name in ("ces", "ces_answers"))
    return {
        "ces_true": round(truth, 3),
        "ces_bias": round((weighted.value or 0) - truth, 4),
        "ces_bias_unweighted": round((plain.value or 0) - truth, 4),
    }


def _gap(made: World, record: Record, days: int) -> dict[str, float]:
    """How much better naive containment looks than the truth."""
    helped = sum(one.truth == "resolved_verified" for one in made.made) / len(made.made)
    naive = record.figure("containment", 0, days, (days + 20) * DAY).value or 0.0
    return {"true_verified": round(helped, 3), "naive_containment": round(naive, 3)}


def _outcomes(made: World, rows: Mapping[Place, Row]) -> list[tuple[str, str]]:
    return [(one.truth, session_row(rows[LEDGER.sessions, one.session]).outcome) for one in made.made]


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """The mean F1 over the outcomes that truly occur: each counts the same, however rare."""
    scores = []
    for label in sorted({truth for truth, _ in pairs}):
        hits = sum(truth == label == found for truth, found in pairs)
        wrong = sum((truth == label) != (found == label) for truth, found in pairs)
        scores.append(2 * hits / (2 * hits + wrong) if hits else 0.0)
    return sum(scores) / len(scores)


def _accuracy(pairs: Sequence[tuple[str, str]]) -> float:
    return sum(truth == found for truth, found in pairs) / len(pairs)


def _say(text: str, *, quiet: bool) -> None:
    if not quiet:
        print(text, file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object on the last line, nothing else")
    parser.add_argument("--a-day", type=int, default=400, help="new customers a day")
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    found = judge(Random(given.seed), given.a_day, quiet=given.json)
    if given.json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name:32} {value}")


if __name__ == "__main__":
    main()
