"""From what the experts say to what the customer is told: a point and an 80 % range. Learns from answers; knows no features."""

from dataclasses import dataclass

import numpy as np

from handoff.waiting import baselines, features, trees
from handoff.waiting.arrays import Array
from handoff.waiting.calibrate import HORIZONS, Calibration, horizon
from handoff.waiting.combine import Losses
from handoff.waiting.features import LEAST_S, Columns
from handoff.waiting.learned import Learned

SIMPLE = ("avg_les", "pool_les", "hol", "les", "webex", "qlm", "queue_rate", "f_median", "pool_rate", "ivanti")
EXPERTS = ("trees", "linear", *SIMPLE)
PRIOR = np.array([0.50, 0.52, 0.60, 0.60, 0.75, 0.75, 0.75, 0.72, 0.65, 0.66, 0.66, 0.75])
SIMPLY, LEARNED = 0, 1
FIRST_LOW, FIRST_HIGH = -1.6, 0.85  # the range round a simple point, in log seconds, before any answer


@dataclass(frozen=True, slots=True)
class Estimate:
    """What is told: seconds still to wait. `low` to `high` should hold the truth four times in five."""

    point: float
    low: float
    high: float


@dataclass(slots=True)
class Told:
    """One estimate, kept until its answer comes."""

    estimate: Estimate
    experts: Array
    queue: int
    step: int
    source: int
    median: float


class Judgement:
    """Weighs experts, leans the point, sets the range."""

    def __init__(self) -> None:
        self.losses = [Losses(PRIOR) for _ in HORIZONS]
        self.calibration = Calibration()

    def tell(self, experts: Array, quantiles: Array | None, queue: int, waited: float) -> Told:
        """`experts` in seconds in the order of `EXPERTS`; `quantiles` of the trees, in log seconds, when there are any."""
        step = horizon(waited)
        able = ~np.isnan(experts)
        weights = self.losses[step].weights(queue, able)
        logs = np.log(np.where(able, experts, 0.0) + LEAST_S)
        middle = float(weights @ logs)
        source = SIMPLY if quantiles is None else LEARNED
        out_low, out_high = self.calibration.ends(source, step, queue)
        point = np.exp(middle)
        if quantiles is None:
            low, high = middle + FIRST_LOW - out_low, middle + FIRST_HIGH + out_high
        else:
            shift = middle - float(quantiles[2])
            point += self.calibration.lean[step] * (np.exp(middle + float(quantiles[3] - quantiles[2])) - point)
            low, high = float(quantiles[0]) + shift - out_low, float(quantiles[4]) + shift + out_high
        point, low, high = (max(0.0, float(x) - LEAST_S) for x in (point, np.exp(low), np.exp(min(high, 9.5))))
        estimate = Estimate(max(low, min(point, high)), min(low, high), max(low, high))
        return Told(estimate, experts, queue, step, source, float(np.exp(middle)) - LEAST_S)

    def learn(self, told: Told, wait: float) -> None:
        """The customer was answered `wait` seconds after they were told."""
        self.losses[told.step].learn(told.queue, told.experts, wait)
        key = (told.source, told.step, told.queue)
        self.calibration.learn(key, wait < told.estimate.low, wait > told.estimate.high)
        if told.source == LEARNED:
            self.calibration.learn_lean(told.step, told.estimate.point - wait, wait)


def opinions(see: Columns, model: Learned | None) -> tuple[Array, Array | None]:
    """The experts, in their order; the trees' quantiles in log seconds, once there is a model."""
    experts = np.full((len(see), len(EXPERTS)), np.nan)
    experts[:, 2:] = simple(see)
    if model is None:
        return experts, None
    base, quantiles = model.predict(see)
    experts[:, 0] = features.from_log(quantiles[:, 2])
    experts[:, 1] = features.from_log(base)
    return experts, quantiles


def simple(see: Columns) -> Array:
    """Row × `SIMPLE`: formulas by name, and two laws over the queues that share agents."""
    laws = features.physics(see)
    pool = {"pool_les": laws["left_of_pool"], "pool_rate": laws["by_leaving"]}
    found = [pool[name] if name in pool else baselines.BASELINES[name](see) for name in SIMPLE]
    return np.clip(np.column_stack(found), 0.0, baselines.MOST_S)


assert len(PRIOR) == len(EXPERTS) and len(trees.LEVELS) == 5  # noqa: PT018 - one line of one thing: the shapes agree
