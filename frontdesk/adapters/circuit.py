"""A circuit breaker: while a machine keeps failing nobody waits for it. Knows no machine; whoever asks one keeps it."""

from collections.abc import Callable

OPENS_AT = 4  # points of failures in a row
LATE, WRONG = 2, 1  # what one counts: somebody waited in vain, or heard at once that something is wrong
PAUSE_S, LONGEST_PAUSE_S = 1.0, 8.0  # how long nobody is let through after that; doubles while trials fail


class Circuit:
    """Closed: everybody is let through. Open: nobody. After the pause one tries for all. `clock`: seconds that only go forward.

    Whoever was let through by `enters` tells how it went by one of `answered`, `failed`, and calls `left` in the end.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._points = 0
        self._closed_until: float | None = None  # while open: before then nobody tries
        self._pause = PAUSE_S
        self._trying = False

    @property
    def open(self) -> bool:
        """Whether people are turned away."""
        return self._closed_until is not None

    def enters(self) -> bool:
        """Whether somebody may ask now; while open it is one at a time, and a trial."""
        if self._closed_until is None:
            return True
        if self._trying or self._clock() < self._closed_until:
            return False
        self._trying = True
        return True

    def left(self) -> None:
        """The trial is over, however it went."""
        self._trying = False

    def failed(self, points: int) -> bool:
        """Another failure; True when that opened it."""
        self._points += points
        if self._points < OPENS_AT:
            return False
        opened = self._closed_until is None
        if not opened:
            self._pause = min(self._pause * 2, LONGEST_PAUSE_S)
        self._closed_until = self._clock() + self._pause
        return opened

    def answered(self) -> bool:
        """It works; True when that closed it."""
        closed = self._closed_until is not None
        self._points, self._closed_until, self._pause = 0, None, PAUSE_S
        return closed
