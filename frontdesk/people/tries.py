"""How guessers are slowed down: some tries are free, then each costs twice the wait of the one before. Pure.

Counted by account, by address and by device (a browser the account came in from before): whoever guesses at an account
from elsewhere slows down strangers, never the person's own browser ("device cookies", OWASP).
"""

from dataclasses import dataclass

FORGOTTEN_S = 86400.0  # after a quiet day one starts anew


@dataclass(frozen=True, slots=True, kw_only=True)
class Tries:
    """Tries since the last success: how many, when the last one was taken, and when the next may be. Epoch seconds."""

    count: int = 0
    at: float = 0.0
    until: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """`free` tries cost nothing; the next one waits `first_s`, and each further one twice as long, at most `most_s`."""

    free: int
    first_s: float = 2.0
    most_s: float = 900.0

    def wait_after(self, count: int) -> float:
        """Seconds from try number `count` to the next."""
        beyond = count - self.free
        return 0.0 if beyond < 0 else min(self.most_s, self.first_s * 2.0 ** min(beyond, 30))


BY_ACCOUNT = Patience(free=5)
BY_DEVICE = Patience(free=10)
BY_ADDRESS = Patience(free=30)


def patience(name: str) -> Patience:
    """The patience for a name as `account:amy`, `device:…` or `address:…`."""
    return {"account": BY_ACCOUNT, "device": BY_DEVICE}.get(name.partition(":")[0], BY_ADDRESS)


def taken(before: Tries | None, now: float, rule: Patience) -> tuple[Tries, float]:
    """Take a try: the tries after it, and the seconds still to wait (0: it may be made). A refused one is not counted."""
    known = before if before is not None and now - before.at < FORGOTTEN_S else Tries()
    if now < known.until:
        return known, known.until - now
    count = known.count + 1
    return Tries(count=count, at=now, until=now + rule.wait_after(count)), 0.0


def given_back(before: Tries) -> Tries:
    """The last try was right, but others come from the same address: it alone is no longer counted."""
    return Tries(count=max(0, before.count - 1), at=before.at, until=before.at)
