"""Incidents, on every backend: kept, changed, taken away, and found where their time touches a period."""

from dataclasses import replace

import pytest

from frontdesk.record.incidents import Incident, NoSuchIncident
from tests.contracts.conftest import Stores


async def test_they_are_found_by_their_time(stores: Stores) -> None:
    """One that touches the period, and one that still lasts; each by its number until it is taken away."""
    past = await stores.incidents.add(Incident(began_at=100.0, ended_at=200.0, words="Payments down", by="olivia"))
    lasts = await stores.incidents.add(Incident(began_at=150.0, words="快递系统故障", by="sam"))
    assert past.number != lasts.number
    assert list(await stores.incidents.within(50.0, 120.0)) == [past]
    assert list(await stores.incidents.within(199.0, 300.0)) == [past, lasts]
    assert list(await stores.incidents.within(200.0, 300.0)) == [lasts]
    over = replace(lasts, ended_at=180.0, words="快递系统故障，已恢复")
    await stores.incidents.change(over)
    assert await stores.incidents.incident(over.number) == over
    await stores.incidents.remove(past.number)
    assert list(await stores.incidents.within(0.0, 1e9)) == [over]


async def test_one_that_is_not_there(stores: Stores) -> None:
    """It is told, whatever is wanted of it."""
    gone = Incident(number=7, began_at=1.0, words="x", by="sam")
    for work in (stores.incidents.incident(7), stores.incidents.remove(7), stores.incidents.change(gone)):
        with pytest.raises(NoSuchIncident):
            await work
