"""What went out to paid numbers, in memory."""

from collections.abc import Callable

from handoff.outgoing import DAY_S, HOUR_S, Sum


class MemoryOutgoingLog:
    """The OutgoingLog port in memory."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, float, float]] = []

    async def take(self, number: str, cost: float, at: float, within: Callable[[Sum], bool]) -> Sum | None:
        self._rows = [row for row in self._rows if row[2] > at - DAY_S]
        lately = [name for name, _, when in self._rows if when > at - HOUR_S]
        there = Sum(to_number=lately.count(number), in_all=len(lately), cost=sum(c for _, c, _ in self._rows))
        if not within(there):
            return there
        self._rows.append((number, cost, at))
        return None
