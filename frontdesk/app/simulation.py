"""Puts a simulation together: the house's flows, a shop in memory, a database to write into, a file for the truth."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from actions import TASKS
from frontdesk.adapters.demo_shop import many_orders
from frontdesk.adapters.memory_shop import memory_shop
from frontdesk.app.history import History
from frontdesk.app.settings import Settings
from frontdesk.core.errors import FrontdeskError
from frontdesk.ivr.loader import load_book
from frontdesk.simulate.contact import Contact
from frontdesk.simulate.people import Day, Open, made_customers
from frontdesk.simulate.run import Progress, Simulation
from frontdesk.simulate.scenario import Scenario, read_scenario

MONTH = "days: 30\ncustomers: 30000\n"  # so many that who comes back within a week mostly comes about the same
MOST_ORDERS = 89_000  # five digits each


def read(file: Path | None, changes: Iterable[str] = ()) -> Scenario:
    """The scenario of a file, or an ordinary month's; changed as wanted."""
    try:
        text = MONTH if file is None else file.read_text(encoding="utf-8")
        return read_scenario(text, changes)
    except (OSError, UnicodeDecodeError) as error:
        raise FrontdeskError(f"The scenario {file} cannot be read: {error}.") from error


def shops(scenario: Scenario) -> Open:
    """Opens a shop in memory for each day; its customers stay, its orders are those of the day."""
    total = sum(scenario.languages.values())
    customers = made_customers(scenario.customers, scenario.languages.get("zh", 0.0) / total)
    known = {customer.id: customer for customer in customers}
    people, count = list(known), min(MOST_ORDERS, round(1.5 * scenario.customers))

    def opened(day: date, clock: Callable[[], float]) -> Day:
        orders = many_orders(day, people, count)
        return Day(memory_shop(customers, orders, clock, ZoneInfo(scenario.zone)), orders, known)

    return opened


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where a run is written: a database, a file of JSON lines. Empty: nowhere."""

    into: str = ""
    truth: Path | None = None


def simulated(run: Simulation, to: Outputs, progress: Progress) -> dict[str, Any]:
    """Run it and write what was asked for; the report."""
    with _written(to.truth) as write, History.opened(to.into) as history:

        def ended(contact: Contact) -> None:
            write(contact.truth())
            history.add(contact.turns)

        figures = run.run(ended, progress, history.came_or_went)
    return {"scenario": run.scenario.name, "seed": run.seed, **figures.result()}


def prepared(settings: Settings, scenario: Scenario, seed: int, *, keeps: bool = False) -> Simulation:
    """A run on the house's own flows, not begun; `keeps`: to be written into a database."""
    return Simulation(scenario, load_book(settings.flows_dir, TASKS), shops(scenario), seed, keeps=keeps)


@contextmanager
def _written(file: Path | None) -> Iterator[Callable[[dict[str, Any]], None]]:
    """Writes a JSON line per row, or nothing without a file."""
    if file is None:
        yield lambda row: None
        return
    with file.open("w", encoding="utf-8") as lines:
        yield lambda row: print(json.dumps(row, ensure_ascii=False), file=lines)
