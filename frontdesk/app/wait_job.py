"""Teaches the desk to foretell waits, beside its work: lives through past tickets, learns anew when there is enough news.

A learned model is kept as a file, newest last; delete the newest to go back to the one before.
"""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.core.errors import FrontdeskError
from frontdesk.core.tickets import Ticket
from handoff.desk import Desk
from handoff.ports import TicketQueue

if TYPE_CHECKING:
    from handoff.forecast import Forecast
    from handoff.waiting.learned import Learned
    from handoff.waiting.model import About

log = logging.getLogger(__name__)
PAST_S = 45 * 86400.0
LOOK_S = 60.0
KEPT = 10


async def teach(desk: Desk, tickets: TicketQueue, folder: Path, clock: Callable[[], float]) -> None:
    """Runs until cancelled. Slow work is done in a thread; the desk answers with the thin formula meanwhile."""
    past = await tickets.past(clock() - PAST_S)
    forecast = await asyncio.to_thread(_grown, [q.ticket for q in past], folder)
    desk.learn_from(forecast)
    while True:
        lesson = forecast.lesson(clock())
        if lesson is not None:
            model, about = await asyncio.to_thread(lesson)
            forecast.use(model)
            await asyncio.to_thread(keep, model, about, folder)
        await asyncio.sleep(LOOK_S)


def _grown(past: list[Ticket], folder: Path) -> "Forecast":
    from handoff.forecast import Forecast  # noqa: PLC0415 - numpy, only now

    forecast = Forecast(newest(folder))
    forecast.rehearse(past)
    return forecast


def newest(folder: Path) -> "tuple[Learned, About] | None":
    """The newest model that this version can use."""
    from handoff.waiting.model import load  # noqa: PLC0415 - numpy, only now

    for path in sorted(folder.glob("wait-*.npz"), reverse=True):
        try:
            return load(path.read_bytes())
        except (FrontdeskError, OSError):
            log.warning("a wait model cannot be used and is passed over: %s", path.name)
    return None


def keep(model: "Learned", about: "About", folder: Path) -> Path:
    """Write the model beside the older ones, of which the last few are kept."""
    from handoff.waiting.model import dump  # noqa: PLC0415 - numpy, only now

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"wait-{int(about.fitted_at):012d}.npz"
    unfinished = path.with_suffix(".part")
    unfinished.write_bytes(dump(model, about))
    unfinished.replace(path)
    for old in sorted(folder.glob("wait-*.npz"))[:-KEPT]:
        old.unlink()
    return path
