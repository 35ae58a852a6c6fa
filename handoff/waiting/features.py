"""What the learned model is told: what was seen, and what simple physics makes of it, on a scale of logs. Pure.

All functions take and give columns (one row per estimate); `Columns` names them.
"""

import numpy as np

from handoff.waiting.arrays import Array
from handoff.waiting.state import SEEN

INDEX = {name: i for i, name in enumerate(SEEN)}
LEAST_S = 10.0  # waits are compared on the scale log(seconds + this)
COUNTS = (
    "first",
    "earlier",
    "others",
    "pool_waiting",
    "pool_earlier",
    "pool_first",
    "pool_likely",
    "pool_ranked",
    "found_pool",
)


class Columns:
    """Rows of what was seen, by name."""

    def __init__(self, seen: Array) -> None:
        self.seen = np.asarray(seen, dtype=float).reshape(-1, len(SEEN))

    def __getitem__(self, name: str) -> Array:
        return self.seen[:, INDEX[name]]

    def __len__(self) -> int:
        return len(self.seen)


def log_s(seconds: Array) -> Array:
    """Seconds on the scale on which waits are compared."""
    return np.log(np.maximum(seconds, 0.0) + LEAST_S)


def from_log(value: Array) -> Array:
    return np.maximum(np.exp(np.clip(value, -5.0, 12.0)) - LEAST_S, 0.0)


def physics(see: Columns) -> dict[str, Array]:
    """Waits as simple laws have them: place in line over some rate of service."""
    pool_flow = 60.0 * (see["pool_likely"] + 1.0)
    served5, served15 = see["pool_start5"] + 0.05, see["pool_start15"] + 0.05
    left = see["alpha"] * 60.0
    agents = np.maximum(see["staffed"], 0.3)
    open15 = (see["late15"] + 0.05) / np.clip(see["open15"] + 0.05, 0.05, 1.0)
    open5 = (see["late5"] + 0.05) / np.clip(see["open5"] + 0.05, 0.05, 1.0)
    passed = np.maximum(0.0, see["found_pool"] - see["pool_likely"])
    return {
        "by_pool5": pool_flow / served5,
        "by_pool15": pool_flow / served15,
        "by_staff": (see["pool_likely"] + 1.0) * see["pool_aht"] / np.maximum(see["whole"], 0.5),
        "by_share": (see["first"] + 1.0) * see["aht"] / agents,
        "by_late15": 60.0 * (see["first"] + 1.0) / open15,
        "by_late5": 60.0 * (see["first"] + 1.0) / open5,
        "by_leaving": 60.0 * np.log1p(left * (see["pool_likely"] + 1.0) / served15) / np.maximum(left, 1e-3),
        "by_ends": pool_flow / (see["ends_whole"] + 0.1),
        "left_of_found": see["found_mean"] * (see["first"] + 1.0) / (see["found"] + 1.0),
        "left_of_pool": see["pool_mean"] * (see["pool_likely"] + 1.0) / (see["found_pool"] + 1.0),
        "by_progress": (see["waited"] + 20.0) * (see["pool_likely"] + 1.0) / (passed + 1.0),
    }  # fmt: skip


SECONDS = ("hol", "hol_same", "pool_hol", "pool_head", "les", "les_same", "all_les", "ema", "last10", "waited_mean", "found_mean",
           "pool_mean", "hour_mean", "aht", "pool_aht", "all_waits", "waited",
           "free_whole", "free_share", "free_first")  # fmt: skip
RATIOS = ("pool_start5", "pool_start15", "pool_arrive5", "pool_arrive15", "pool_leave15", "start15", "late15", "whole", "staffed",
          "busy_whole", "idle60", "ends_whole", "idle_whole", "return_whole")  # fmt: skip


DAY_SHAPE = slice(-8, -4)  # where in `linear` the columns of the time of day stand


def linear(see: Columns) -> Array:
    """Columns for a linear model: logs of physics, of seconds, of counts and of rates, and the day's shape."""
    laws = [log_s(np.minimum(value, 7200.0)) for value in physics(see).values()]
    logs = [log_s(see[name]) for name in SECONDS] + [np.log1p(see[name]) for name in (*COUNTS, *RATIOS)]
    angle = see["day_second"] * (2 * np.pi / 86400.0)
    day = [np.sin(angle), np.cos(angle), np.sin(2 * angle), np.cos(2 * angle)]
    fresh = [
        np.exp(-see["les_ago"] / 120.0),
        np.exp(-see["start_ago"] / 30.0),
        (see["waited"] > 0) * 1.0,
        see["priority"],
    ]
    return np.column_stack([*laws, *logs, *day, *fresh])


def trees(see: Columns, base: Array) -> Array:
    """Columns for the trees: what was seen, the laws, and where the linear model stands."""
    return np.column_stack([see.seen, *physics(see).values(), base])
