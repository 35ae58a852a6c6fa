"""What is learned from: which rows, and how little a few of them may move."""

import dataclasses

import numpy as np

from handoff.waiting import events, learned, synthetic, training
from handoff.waiting.features import INDEX, Columns
from handoff.waiting.replay import KNOWN, Replay
from handoff.waiting.training import DAY, LEAST_WINDOW, plan_for, window

MORNING = dataclasses.replace(synthetic.KINDS["small"], days=1)


def test_after_a_long_closure_the_old_is_still_learned_from() -> None:
    """Half a year shut: what was known before, and what came since."""
    when = np.concatenate([np.linspace(0.0, 20 * DAY, 3000), np.linspace(200 * DAY, 201 * DAY, 100)])
    assert window(when, 201 * DAY).tolist() == list(range(3100))


def test_old_rows_give_way_once_enough_young_ones_are_there() -> None:
    """The window is the last weeks where they are full, and the newest rows fill it where they are not."""
    when = np.concatenate([np.zeros(5000), np.full(LEAST_WINDOW, 100 * DAY)])
    assert window(when, 100 * DAY).min() == 5000
    assert window(when[:-1000], 100 * DAY).min() == 4000
    assert len(window(np.full(200_000, 100 * DAY), 100 * DAY)) == training.FIT_ROWS


def test_hours_not_lived_through_are_not_made_up() -> None:
    """A model of one morning's few hundred waits says about the same for a like line in the evening."""
    seen, waits = _first(300)
    model = learned.fit(seen, waits, plan_for(len(waits)))
    evening = seen.copy()
    evening[:, INDEX["day_second"]] = 20 * 3600.0
    moved = model.predict(Columns(evening))[0] - model.predict(Columns(seen))[0]
    assert np.abs(moved).max() < 0.5


def _first(rows: int) -> tuple[np.ndarray, np.ndarray]:
    """What was seen and how long it took, of a made-up day's first answered waits."""
    log = events.CallLog()
    for call in synthetic.log(MORNING, 3):
        log.add(call)
    seen: list[list[float]] = []
    known: list[tuple[int, float]] = []
    for block in Replay(events.by_arrival(log)).blocks():
        seen += block.seen
        known += [(ask, wait) for what, ask, wait in block.order if what == KNOWN]
        if len(known) >= rows:
            break
    asks, waits = zip(*known[:rows], strict=True)
    return np.array(seen)[list(asks)], np.array(waits)
