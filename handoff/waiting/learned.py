"""The learned model: a linear quantile regression on logs with a part of its own for each queue, then trees on what it misses.

Trained on past waits that ended in an answer and were known by then. Pure: rows in, numbers out.
"""

from dataclasses import dataclass

import numpy as np

from handoff.waiting import features, linear, trees
from handoff.waiting.arrays import Array
from handoff.waiting.features import Columns

LINEAR_ROWS = 18_000  # more rows than this teach a linear model little
RIDGE = 2e-4
DOUBT = 200.0  # rows of doubt in each coefficient, so that a first few hundred waits move none of them far
DAY_DOUBT = 1200.0  # the same for the day's shape: hours not lived through yet must not be made up
OWN_RIDGE = 3e-3  # a queue's own part is held to the pool unless its waits say otherwise
OWN = ("by_pool15", "by_late15", "left_of_found")  # laws whose slope may differ by queue


@dataclass(frozen=True, slots=True)
class Learned:
    """Everything a prediction needs."""

    queues: int
    mean: Array
    spread: Array
    beta: Array
    forest: trees.Trees

    def predict(self, see: Columns) -> tuple[Array, Array]:
        """The linear median, and row × `trees.LEVELS` in order; both in log seconds."""
        base = np.clip(design(see, self.mean, self.spread, self.queues) @ self.beta, 0.0, 9.5)
        found = base[:, None] + self.forest.predict(features.trees(see, base))
        return base, np.sort(found, axis=1)


def design(see: Columns, mean: Array, spread: Array, queues: int) -> Array:
    """Standardised columns, one for the level, and each queue's own; a queue not met in training has only the pool's."""
    rows = np.clip((features.linear(see) - mean) / spread, -6.0, 6.0)
    laws = list(features.physics(see))
    own = np.column_stack([np.ones(len(see)), *(rows[:, laws.index(name)] for name in OWN)])
    queue = see["queue"].astype(int)
    member = (queue[:, None] == np.arange(queues)).astype(float)
    blocks = (member[:, :, None] * own[:, None, :]).reshape(len(see), -1)
    return np.column_stack([np.ones(len(see)), rows, blocks])


def held(pooled: int, shape: tuple[int, ...]) -> Array:
    """How strongly each coefficient is held near nought: the level not at all, `pooled` ones, then those of the queues."""
    rows, columns = shape
    ridge = np.full(columns, RIDGE + DOUBT / rows)
    ridge[0] = 0.0
    ridge[1 : 1 + pooled][features.DAY_SHAPE] = RIDGE + DAY_DOUBT / rows
    ridge[1 + pooled :] = OWN_RIDGE + DOUBT / rows
    return ridge


def fit(seen: Array, waits: Array, plan: trees.Plan) -> Learned:
    """Learn from what was seen and how long it then took."""
    see, target = Columns(seen), features.log_s(waits)
    queues = int(see["queue"].max()) + 1
    mean, spread = linear.standard(features.linear(see))
    rows = design(see, mean, spread, queues)
    ridge = held(len(mean), rows.shape)
    some = slice(None, None, 1 + len(rows) // LINEAR_ROWS)
    beta = linear.fit(rows[some], target[some], 0.5, ridge)
    base = np.clip(rows @ beta, 0.0, 9.5)
    weight = np.exp(0.5 * (base - base.mean()))
    return Learned(
        queues, mean, spread, beta, trees.fit(features.trees(see, base), target - base, plan, np.minimum(weight, 4.0))
    )
