"""How far a simulation is: said on the way, with the rate and the time left."""

import io
from dataclasses import replace

from rich.console import Console

from frontdesk.app.simulate_progress import EVERY_S, shown, told
from frontdesk.app.simulation import shops
from frontdesk.simulate.run import Simulation
from tests.unit.simulate.made import BUSY, book


def test_the_progress_of_a_run_rises_to_the_whole() -> None:
    """Each word on it is no less than the one before, and the last says that all who were to come came."""
    heard: list[tuple[int, float]] = []
    scenario = replace(BUSY, days=2)
    run = Simulation(scenario, book(), shops(scenario), records=0)
    run.run(progress=lambda contacts, part: heard.append((contacts, part)))
    assert heard == sorted(heard)
    assert len({part for _, part in heard}) > 10
    assert heard[-1][1] == 1.0


def test_without_a_terminal_a_line_comes_now_and_then() -> None:
    """Not at each word, and with what is left at the rate so far."""
    now, out = 0.0, io.StringIO()
    with shown(Console(file=out, width=40), lambda: now) as tell:
        for second in range(41):
            now = float(second)
            tell(second * 1000, second / 100)
    lines = out.getvalue().splitlines()
    assert len(lines) == int(40 / EVERY_S)
    assert lines[0] == "simulated 10%: 10,000 contacts, 1,000 a second, 90 s left"


def test_before_anybody_came_the_time_left_is_not_known() -> None:
    """No number is made up."""
    assert told(0, 0.0, 0.0) == "0 contacts, 0 a second, time left not known yet"
