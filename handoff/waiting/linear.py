"""Linear quantile regression in numpy: the pinball loss, smoothed at its corner, by weighted least squares. Pure."""

import numpy as np

from handoff.waiting.arrays import Array


def standard(rows: Array) -> tuple[Array, Array]:
    """Mean and spread of every column; columns that never change have no spread and are left out of the sum."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    return mean, np.where(spread > 1e-9, spread, np.inf)


def fit(rows: Array, target: Array, level: float, ridge: Array, steps: int = 7) -> Array:
    """Coefficients that put `level` of the targets below the line. `ridge` holds each coefficient near nought."""
    smooth = 0.05 * max(float(target.std()), 1e-6)
    gram = rows.T @ rows + np.diag(ridge * len(rows) + 1e-9)
    beta: Array = np.linalg.solve(gram, rows.T @ target)
    for _ in range(steps):
        gap = target - rows @ beta
        weight = np.where(gap > 0, level, 1.0 - level) / np.maximum(np.abs(gap), smooth)
        weight /= weight.mean()
        weighted = rows * weight[:, None]
        beta = np.linalg.solve(weighted.T @ rows + np.diag(ridge * len(rows) + 1e-9), weighted.T @ target)
    return beta
