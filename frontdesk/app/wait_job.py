"""Teaches the desk to foretell waits, beside its work: lives through past tickets, learns anew when there is enough news."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.app.wait_models import chosen, in_use, keep
from frontdesk.core.tickets import Ticket
from handoff.desk import Desk
from handoff.ports import TicketQueue

if TYPE_CHECKING:
    from handoff.forecast import Forecast

PAST_S = 45 * 86400.0
LOOK_S = 60.0


async def teach(desk: Desk, tickets: TicketQueue, folder: Path, clock: Callable[[], float]) -> None:
    """Runs until cancelled. Slow work is done in a thread; the desk answers with the thin formula meanwhile."""
    past = await tickets.past(clock() - PAST_S)
    forecast = await asyncio.to_thread(_grown, [q.ticket for q in past], folder)
    desk.learn_from(forecast)
    held = chosen(folder)
    while True:
        if (now := chosen(folder)) != held:
            held, found = now, await asyncio.to_thread(in_use, folder)
            forecast.use(found[0] if found else None)
        lesson = None if held and forecast.learned else forecast.lesson(clock())
        if lesson is not None:
            model, about = await asyncio.to_thread(lesson)
            forecast.use(model)
            await asyncio.to_thread(keep, model, about, folder)
        await asyncio.sleep(LOOK_S)


def _grown(past: list[Ticket], folder: Path) -> "Forecast":
    from handoff.forecast import Forecast  # noqa: PLC0415 - numpy, only now

    forecast = Forecast(in_use(folder))
    forecast.rehearse(past)
    return forecast
