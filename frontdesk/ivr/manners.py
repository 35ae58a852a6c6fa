"""How a question behaves when it is not answered, or not at once. Values only."""

from dataclasses import dataclass

from frontdesk.ivr.marks import Marked

FAILURES = 3  # silences and misses at one question; then a human is called


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long to wait, what to say after each silence and each miss, and after how many of them a human is called."""

    tries: int = FAILURES
    own_timeout: bool = False  # written at the question itself; no language or region changes it
    timeout_s: float = 6.0
    silence: tuple[Marked, ...] = ()
    miss: tuple[Marked, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How a question behaves: its help, whether words cut it short, whether one may go back from it.

    `operator_off` is the reason why nobody can be called here.
    """

    help: Marked | None = None
    operator_off: Marked | None = None
    barge_in: bool = True
    back: bool = True


GOOD_MANNERS = Manners()
