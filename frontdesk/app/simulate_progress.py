"""How far a simulation is, how fast it goes and how long it still takes: a bar on a terminal, elsewhere a line now and then."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

EVERY_S = 10.0  # of real time between two lines where there is no terminal

Tell = Callable[[int, float], None]  # contacts so far, part of the run that is done


@contextmanager
def shown(screen: Console, clock: Callable[[], float]) -> Iterator[Tell]:
    """What to tell the progress to; `clock` in seconds."""
    began = said = clock()
    if not screen.is_terminal:

        def line(contacts: int, part: float) -> None:
            nonlocal said
            if clock() - said >= EVERY_S:
                said = clock()
                screen.print(f"simulated {part:.0%}: {told(contacts, part, said - began)}", soft_wrap=True)

        yield line
        return
    columns = (TextColumn("Simulating"), BarColumn(), TaskProgressColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda contacts, part: bar.update(task, completed=part, description=told(contacts, part, clock() - began))


def told(contacts: int, part: float, seconds: float) -> str:
    """The rate so far, and what is left at that rate."""
    rate = contacts / seconds if seconds > 0 else 0.0
    left = f"{seconds * (1 - part) / part:,.0f} s left" if part > 0 else "time left not known yet"
    return f"{contacts:,} contacts, {rate:,.0f} a second, {left}"
