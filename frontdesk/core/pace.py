"""How fast words are spoken. Values only; whoever renders speech makes of it what its voice can."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """1 is the voice's own pace, 0.9 a tenth slower. `digits`: for numbers read digit by digit, as a share of that."""

    rate: float = 1.0
    digits: float = 1.0


OWN_PACE = Pace()
