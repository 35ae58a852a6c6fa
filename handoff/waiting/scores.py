"""How good estimates were: absolute and squared error, bias, how often the range held, pinball loss. Pure sums."""

from dataclasses import dataclass, field

import numpy as np

from handoff.waiting.arrays import Array

LEVELS = (0.1, 0.5, 0.9)


@dataclass(slots=True)
class Scores:
    """Sums for a number of estimators at once."""

    names: tuple[str, ...]
    n: int = 0
    waited: float = 0.0
    sums: Array = field(default_factory=lambda: np.zeros((5, 0)))

    def __post_init__(self) -> None:
        self.sums = np.zeros((5, len(self.names)))

    def add(self, point: Array, low: Array, high: Array, waits: Array) -> None:
        """Answers: a row each, a column per estimator."""
        wait = waits[:, None]
        error = point - wait
        self.n += len(waits)
        self.waited += float(waits.sum())
        loss = sum(pinball(told, wait, level) for told, level in zip((low, point, high), LEVELS, strict=True))
        held = (low <= wait) & (wait <= high)
        for i, part in enumerate((error, np.abs(error), error * error, held, loss / len(LEVELS))):
            self.sums[i] += part.sum(axis=0)

    def result(self) -> dict[str, dict[str, float]]:
        """By estimator: mae, rmse, bias, coverage80, pinball."""
        if not self.n:
            return {}
        bias, mae, square, held, loss = self.sums / self.n
        return {
            name: {
                "mae": round(float(mae[i]), 3), "rmse": round(float(square[i] ** 0.5), 3), "bias": round(float(bias[i]), 3),
                "coverage80": round(float(held[i]), 4), "pinball": round(float(loss[i]), 3),
            }
            for i, name in enumerate(self.names)
        }  # fmt: skip


def pinball(told: Array, wait: Array, level: float) -> Array:
    """The loss whose least mean is at the quantile `level`."""
    gap = wait - told
    return np.maximum(level * gap, (level - 1.0) * gap)
