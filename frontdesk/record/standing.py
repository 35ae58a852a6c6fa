"""Which targets are left and which are met again: the news since it was last looked, each told once. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a figure stands to its target since `since` (epoch seconds); `told`: the news arrived; `said`: in words."""

    figure: str
    left: bool
    since: float
    told: bool = False
    said: Mapping[str, Any] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The name of this piece of news, the same on every try."""
        return f"target-{self.figure}-{int(self.since)}"


class Standings(Protocol):
    """What is known of each figure."""

    async def standings(self) -> Mapping[str, Standing]: ...

    async def change(self, new: Standing) -> bool:
        """Keep how a figure stands now; False when another process was first."""
        ...

    async def settle(self, standing: Standing) -> None:
        """It was told."""
        ...


def news(known: Mapping[str, Standing], verdicts: Mapping[str, str | None], at: float) -> list[Standing]:
    """What changed. A target is left when the whole interval misses it, and regained only when the whole interval meets it."""
    found = []
    for figure, verdict in verdicts.items():
        left = figure in known and known[figure].left
        if verdict == "missed" and not left:
            found.append(Standing(figure=figure, left=True, since=at))
        if verdict == "met" and left:
            found.append(Standing(figure=figure, left=False, since=at))
    return found
