"""The formulas of the products and of the literature, by name. Each takes what was seen and gives the remaining wait in seconds.

Where a product predicts a whole wait, what was waited already is taken off (Asterisk: its absolute value, as its code has it).
"""

from collections.abc import Callable

import numpy as np

from handoff.waiting.arrays import Array
from handoff.waiting.features import Columns

MOST_S = 7200.0
GENESYS_NOBODY = 0.0001
CCAI_MORE_S = 10.0
ERLANG_DEPTH = 120
PRIOR_MINUTES = 2.0


def asterisk_minutes(holdtime: float, waited: float) -> int:
    """What Asterisk says: labs((holdtime + 30 - waited) / 60) in whole minutes, cut towards nought."""
    return abs(int((holdtime + 30.0 - waited) / 60.0))


def rocketchat_spot(spot: float, slots: float, duration: float) -> float:
    """Rocket.Chat's wait of a spot in line. As coded, `slots` is given the number of recent chats (100), not the agents'."""
    return ((spot - 1.0) / slots + 1.0) * duration


def asterisk(see: Columns) -> Array:
    return np.abs(see["ema"] - see["waited"])


def rocketchat(see: Columns) -> Array:
    slots = np.maximum(see["whole"], 1.0)
    return (see["first"] / slots + 1.0) * np.where(see["last100"] > 0, see["last100"], see["aht"])


def genesys(see: Columns) -> Array:
    """Stat Server: AHT × CIQU ÷ (AA × EP); EP as the part of the agents' calls that are of this queue."""
    queued = np.maximum(0.0, see["others"] + 1.0 - _ready(see))
    part = see["staffed"] / np.maximum(see["whole"], 1.0)
    return see["aht"] * queued / np.maximum(see["busy_whole"] * part, GENESYS_NOBODY)


def ccai(see: Columns) -> Array:
    """Agents of several queues count in part in each; those served first, less the agents free; 10 s more."""
    queued = np.maximum(0.0, see["first"] + 1.0 - _ready(see))
    return see["aht_now"] / np.maximum(see["staffed"], 1.0) * queued + CCAI_MORE_S


def webex(see: Columns) -> Array:
    """The mean of the last 15 minutes' mean waits; with none, the last ten answers."""
    return _left(np.where(see["webex"] >= 0, see["webex"], see["last10"]), see)


def ivanti(see: Columns) -> Array:
    return _left(see["last10"], see)


def hol(see: Columns) -> Array:
    return _left(np.where(see["others"] > 0, see["hol"], see["les"]), see)


def aws(see: Columns) -> Array:
    """The wait so far of who has waited longest; nought when nobody else waits."""
    return see["hol"]


def les(see: Columns) -> Array:
    return _left(see["les"], see)


def avg_les(see: Columns) -> Array:
    """WAvgC-LES: the weighted mean wait of those who found as many ahead."""
    return _left(see["found_mean"], see)


def ql(see: Columns) -> Array:
    return (see["first"] + 1.0) * see["aht"] / np.maximum(see["staffed"], 1.0)


def qlm(see: Columns) -> Array:
    """Σ 1/(s/AHT + i·α), i from 0 to n: those ahead may give up."""
    return _line(np.maximum(see["staffed"], 1.0) / see["aht"], see["alpha"], see["first"])


def queue_rate(see: Columns) -> Array:
    """The line's own recent rate into service, in place of agents; those ahead may give up."""
    return _line(_rate(see)[0], see["alpha"], see["first"])


def f_median(see: Columns) -> Array:
    """The median of the F law: a rate known from few starts has a wide wait, whose median is under its mean."""
    rate, starts = _rate(see)
    k = see["first"] + 1.0
    return _line(rate, see["alpha"], see["first"]) * (starts / (3.0 * starts - 1.0)) * ((3.0 * k - 1.0) / k)


def erlang_c(see: Columns) -> Array:
    """The steady mean wait of those who wait, 1/(s·µ - λ); where the load is not below the staff, the most we say."""
    free = np.maximum(see["staffed"], 1.0) / see["aht"] - see["arrive15"] / 60.0
    return np.where(free > 1.0 / MOST_S, 1.0 / np.maximum(free, 1e-9), MOST_S)


def erlang_a(see: Columns) -> Array:
    """The steady mean wait with abandonment, of those who wait, from the law of the line's length."""
    service, alpha = np.maximum(see["staffed"], 1.0) / see["aht"], see["alpha"]
    come = see["arrive15"] / 60.0 + 1e-6
    likely, wait = np.ones(len(see)), 1.0 / service
    mass, total = likely.copy(), likely * wait
    for i in range(1, ERLANG_DEPTH):
        step = service + i * alpha
        likely = likely * come / step
        wait = wait + 1.0 / step
        mass += likely
        total += likely * wait
    return total / mass


def _ready(see: Columns) -> Array:
    return np.maximum(0.0, see["whole"] - see["busy_whole"])


def _left(total: Array, see: Columns) -> Array:
    return np.maximum(0.0, total - see["waited"])


def _rate(see: Columns) -> tuple[Array, Array]:
    """Starts per second while somebody waits, and how many starts that rests on; two minutes of QL's rate to begin with."""
    prior = 60.0 * np.maximum(see["staffed"], 1.0) / see["aht"]
    starts = 15.0 * see["late15"] + PRIOR_MINUTES * prior
    return starts / (15.0 * see["open15"] + PRIOR_MINUTES) / 60.0, np.maximum(starts, 0.5)


def _line(rate: Array, alpha: Array, ahead: Array) -> Array:
    """Σ 1/(rate + i·α) for i = 0 … ahead."""
    steps = np.arange(int(ahead.max(initial=0.0)) + 1)
    each = 1.0 / (rate[:, None] + steps * alpha[:, None])
    return np.where(steps <= ahead[:, None], each, 0.0).sum(axis=1)


BASELINES: dict[str, Callable[[Columns], Array]] = {
    "asterisk": asterisk, "genesys": genesys, "rocketchat": rocketchat, "ccai": ccai, "webex": webex, "ivanti": ivanti,
    "aws": aws, "hol": hol, "les": les, "ql": ql, "qlm": qlm, "avg_les": avg_les, "erlang_c": erlang_c, "erlang_a": erlang_a,
    "queue_rate": queue_rate, "f_median": f_median,
}  # fmt: skip
NAMES = tuple(BASELINES)


def all_of(see: Columns) -> Array:
    """Row × baseline, in the order of `NAMES`; never negative, never more than two hours."""
    return np.column_stack([np.clip(formula(see), 0.0, MOST_S) for formula in BASELINES.values()])
