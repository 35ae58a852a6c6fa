"""Token buckets per sender: polite refusal instead of a flood. In process; forgets senders that went quiet."""

from collections.abc import Callable


class Limiter:
    """Allows `rate` per second with bursts of `burst`, for each name apart."""

    def __init__(self, clock: Callable[[], float], *, rate: float, burst: float, names: int = 50_000) -> None:
        self._clock, self._rate, self._burst, self._names = clock, rate, burst, names
        self._buckets: dict[str, tuple[float, float]] = {}

    def allow(self, name: str) -> bool:
        """Take one token of `name`; False when there is none."""
        now = self._clock()
        level, since = self._buckets.pop(name, (self._burst, now))
        level = min(self._burst, level + (now - since) * self._rate)
        allowed = level >= 1
        self._buckets[name] = (level - 1 if allowed else level, now)
        if len(self._buckets) > self._names:
            self._buckets.pop(next(iter(self._buckets)))
        return allowed
