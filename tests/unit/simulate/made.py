"""Scenarios and runs for the simulator's tests."""

from functools import cache
from pathlib import Path

from actions import TASKS
from frontdesk.app.simulation import shops
from frontdesk.ivr.loader import load_book
from frontdesk.ivr.model import FlowBook
from frontdesk.simulate.contact import Contact
from frontdesk.simulate.run import Simulation, TellStatus
from frontdesk.simulate.scenario import Callers, Scenario, Shift, Staff

FLOWS = Path(__file__).parents[3] / "ivr_flows"
BUSY = Scenario(contacts=120, customers=200, staff=Staff(agents=3))
DIRECT = Callers(
    patience_s=0, errors=0, silent=0, speaks=0, wants_person=1, answers_survey=0, comes_back=0, thinks_s=0, nobody=0
)
ALWAYS = (Shift(begins=0.0, ends=24.0),)


@cache
def book() -> FlowBook:
    return load_book(FLOWS, TASKS)


def run(
    scenario: Scenario, seed: int = 1, *, keeps: bool = False, records: int = 2000, status: TellStatus | None = None
) -> tuple[Simulation, list[Contact]]:
    """A run and its contacts in the order they ended."""
    made = Simulation(scenario, book(), shops(scenario), seed, keeps=keeps, records=records)
    contacts: list[Contact] = []
    made.run(contacts.append, status=status)
    return made, contacts


def lines(contacts: float, agents: int, patience_s: float) -> Scenario:
    """Callers who all want a person at once, and talks without memory: a queue the textbooks know."""
    return Scenario(
        contacts=contacts, levels=0.0, hours=(1.0,) * 24, week=(1.0,) * 7, customers=50, channels={"voice": 1.0},
        languages={"en": 1.0},
        callers=Callers(**{f: getattr(DIRECT, f) for f in DIRECT.__slots__ if f != "patience_s"}, patience_s=patience_s),
        staff=Staff(agents=agents, talk_s=60.0, spread=1.0, wrap_s=0.0, answers_s=0.0, picks_up_s=0.0, declines=0.0,
                    misses=0.0, shifts=ALWAYS),
    )  # fmt: skip
