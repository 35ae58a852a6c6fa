"""How fast words are spoken. Values only; whoever renders speech makes of it what its voice can."""

from typing import Literal, NamedTuple


class Pace(NamedTuple):
    """1 is the voice's own pace, 0.9 a tenth slower. `digits`: for numbers read digit by digit, as a share of that."""

    rate: float = 1.0
    digits: float = 1.0


OWN_PACE = Pace()
AS_IT_IS = 1.0  # a caller's wish: the pace is left as it is
STEPS = (0.7, 0.85, AS_IT_IS, 1.15)  # the paces a caller may ask for, as shares of the house's own
Wish = Literal["slower", "faster"]


def asked_for(wish: Wish, now: float) -> float:
    """The next pace slower or faster than the one that holds; beyond the last there is none."""
    if wish == "slower":
        return max((step for step in STEPS if step < now), default=STEPS[0])
    return min((step for step in STEPS if step > now), default=STEPS[-1])
