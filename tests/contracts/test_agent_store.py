"""The contract of AgentStore."""

from dataclasses import replace

import pytest

from frontdesk.core.staffing import AgentStatusChanged
from handoff.ports import Agent, UnknownAgent
from tests.contracts import made
from tests.contracts.conftest import Stores


async def test_a_saved_agent_comes_back_whole(stores: Stores) -> None:
    """Every field is kept; agents are listed by id."""
    amy, bob = (
        made.agent(
            "amy", chats=2, status="break", status_since=7.5, skills={"orders": 4}, queues=("vip",), auto_ready=False
        ),
        made.agent("bob", role="supervisor", langs=()),
    )
    await stores.agents.save(bob)
    await stores.agents.save(amy)
    assert await stores.agents.agent("amy") == amy
    assert list(await stores.agents.agents()) == [amy, bob]


async def test_saving_again_replaces(stores: Stores) -> None:
    """Save adds or replaces by id."""
    await stores.agents.save(made.agent(phone="client:amy"))
    await stores.agents.save(made.agent(phone="+441632960001"))
    assert [agent.phone for agent in await stores.agents.agents()] == ["+441632960001"]


async def test_an_unknown_agent_is_none(stores: Stores) -> None:
    """Asking for somebody who is not there is no error."""
    assert await stores.agents.agent("nobody") is None
    assert list(await stores.agents.agents()) == []


async def test_a_status_is_set_with_its_time(stores: Stores) -> None:
    """Only status and its time change."""
    await stores.agents.save(made.agent())
    await stores.agents.set_status("amy", "break", 50.0, "lunch")
    assert await stores.agents.agent("amy") == made.agent(status="break", status_since=50.0, reason="lunch")
    await stores.agents.set_status("amy", "ready", 55.5)
    await stores.agents.idle("amy", 56.5)
    await stores.agents.idle("nobody", 56.5)
    assert await stores.agents.agent("amy") == made.agent(status="ready", status_since=55.5, idle_since=56.5)


async def test_the_status_of_an_unknown_agent_cannot_be_set(stores: Stores) -> None:
    """A wrong id is told, not swallowed."""
    with pytest.raises(UnknownAgent):
        await stores.agents.set_status("nobody", "ready", 1.0)


async def test_an_open_desk_is_written_down(stores: Stores) -> None:
    """Only the time changes; somebody unknown is no error."""
    await stores.agents.save(made.agent())
    await stores.agents.seen("amy", 77.5)
    await stores.agents.seen("nobody", 77.5)
    assert await stores.agents.agent("amy") == made.agent(seen_at=77.5)


async def test_coming_and_going_is_logged_with_the_status(stores: Stores) -> None:
    """Each change stands in the one log at the next position, between what customers do; what changes nothing does not, and
    words of an agent's own are left out."""
    await stores.agents.save(made.agent())
    await stores.agents.set_status("amy", "ready", 50.0)
    await stores.sessions.commit(made.turn("S-1", 1, events=made.HELLO))
    await stores.agents.set_status("amy", "ready", 60.0)
    await stores.agents.set_status("amy", "break", 70.0, "meal")
    await stores.agents.set_status("amy", "break", 80.0, "at the doctor's")
    await stores.agents.save(replace(await _amy(stores), queues=("vip",)))
    entries = await stores.log.after(0, 100)
    assert [entry.position for entry in entries] == list(range(1, len(entries) + 1))
    told = [
        (e.at, e.event.status, e.event.reason, e.event.queues)
        for e in entries
        if isinstance(e.event, AgentStatusChanged)
    ]
    assert told == [
        (50.0, "ready", "", ()),
        (70.0, "break", "meal", ()),
        (80.0, "break", "", ()),
        (80.0, "break", "", ("vip",)),
    ]
    assert entries[0].session == ""
    assert entries[1].session == "S-1"
    assert await stores.log.after(2, 1) == entries[2:3]


async def _amy(stores: Stores) -> Agent:
    found = await stores.agents.agent("amy")
    assert found is not None
    return found
