"""When contacts come and who is at work, day by day: the scenario's shares as times. Chance comes in by hand."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from frontdesk.simulate.chance import Chance
from frontdesk.simulate.scenario import Scenario, Shift


def dates(scenario: Scenario) -> list[date]:
    first = date.fromisoformat(scenario.begins)
    return [first + timedelta(days=i) for i in range(scenario.days)]


def midnight(day: date, zone: str) -> float:
    """Epoch seconds at which the day begins there."""
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).timestamp()


def arrivals(scenario: Scenario, day: date, chance: Chance) -> list[float]:
    """Seconds after midnight at which contacts come, in order: a Poisson process with the hours' weights."""
    week = np.array(scenario.week)
    level = week[day.weekday()] / week.mean() * np.exp(chance.normal(0.0, scenario.levels) - 0.5 * scenario.levels**2)
    weights = np.array(scenario.hours)
    rates = scenario.contacts * scenario.volume * level * weights / weights.sum()
    times = [
        chance.uniform(hour * 3600.0, (hour + 1) * 3600.0, chance.poisson(rate)) for hour, rate in enumerate(rates)
    ]
    ordered: list[float] = np.sort(np.concatenate(times)).tolist()
    return ordered


def rota(shifts: Sequence[Shift], agents: Sequence[str]) -> Iterator[tuple[str, float, float]]:
    """Agent, begin and end in seconds after midnight; each shift gets its share of the agents, in turns."""
    total, left = sum(shift.share for shift in shifts), list(agents)
    for i, shift in enumerate(shifts):
        count = len(left) if i == len(shifts) - 1 else round(len(agents) * shift.share / total)
        mine, left = left[:count], left[count:]
        yield from ((agent, shift.begins * 3600.0, shift.ends * 3600.0) for agent in mine)
