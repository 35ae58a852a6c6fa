"""The estimator kept in step with tickets, and the desk that tells what it says."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from frontdesk.adapters.memory.agents import MemoryAgentStore
from frontdesk.adapters.memory.data import MemoryData
from frontdesk.adapters.memory.tickets import MemoryTicketQueue
from frontdesk.app.wait_models import NoSuchModel, choose, in_use, keep
from frontdesk.core.tickets import Ticket
from frontdesk.core.waits import EstimateWait
from handoff.desk import Desk
from handoff.forecast import Forecast
from handoff.ports import Agent, QueuedTicket
from handoff.waiting.estimator import ENOUGH
from handoff.waiting.trees import Plan
from handoff.ways import Ways

AMY = Agent(id="amy", name="Amy", role="agent", langs=("en",), phone="", password_hash="", status="ready", chats=1)


def ticket(number: int, status: str = "waiting", **given: object) -> Ticket:
    made = Ticket(id=f"T-{number}", queue="service", reason="asked", priority=0, lang="en", channel="chat", status="waiting",
                  created_at=number * 100.0)  # fmt: skip
    return replace(made, status=status, **given)  # type: ignore[arg-type]


def served(number: int, waited: float = 60.0) -> Ticket:
    start = number * 100.0 + waited
    return ticket(number, "closed", agent="amy", connected_at=start, ended_at=start + 30.0, closed_at=start + 35.0)


def test_tickets_are_followed_from_joining_to_closing() -> None:
    """After enough answered waits there is a range; before, none."""
    forecast = Forecast()
    for number in range(ENOUGH):
        forecast.follow([ticket(number)])
        assert forecast.gone([]) == [f"T-{number}"]
        assert forecast.expect("service", number * 100.0) is None
        forecast.follow([served(number)])
        assert forecast.gone([]) == []
    told = forecast.expect("service", ENOUGH * 100.0)
    assert told is not None
    assert 0 <= told[0] <= 60 <= told[1]


def test_the_past_is_lived_through() -> None:
    """Closed tickets of the last weeks teach as if they had been watched; who gave up is counted as such."""
    forecast = Forecast()
    forecast.rehearse([served(n) for n in range(ENOUGH)] + [ticket(ENOUGH, "abandoned", ended_at=5000.0)])
    assert forecast.expect("service", 9000.0) is not None
    assert forecast.gone([]) == []


def test_an_old_picture_does_not_bring_a_ticket_back() -> None:
    """Two looks at the desk may overlap: what is over stays over."""
    forecast = Forecast()
    forecast.follow([ticket(1)])
    forecast.follow([served(1)])
    forecast.follow([ticket(1)])
    forecast.follow([served(2)])
    assert forecast.gone([]) == []


def test_the_desk_tells_what_was_learned(tmp_path: Path) -> None:
    """With history: the learned range; without: the thin formula. Nobody staffed: no range at all."""

    async def scene() -> tuple[object, object, object]:
        data = MemoryData()
        queue, agents = MemoryTicketQueue(data), MemoryAgentStore()
        desk = Desk(queue, agents, Ways(tell=_never, clock=lambda: 9000.0, new_key=str))
        ask = EstimateWait(queue="service", lang="en")
        nobody = await desk.expect(ask)
        busy = ticket(80, "connected", agent="amy", connected_at=8100.0)
        await agents.save(AMY)
        data.tickets["T-80"] = QueuedTicket(session="S", ticket=busy)
        thin = await desk.expect(ask)
        forecast = Forecast()
        forecast.rehearse([served(n) for n in range(ENOUGH)])
        desk.learn_from(forecast)
        return nobody, thin, await desk.expect(ask)

    nobody, thin, learned = asyncio.run(scene())
    assert nobody.low_s is None  # type: ignore[attr-defined]
    assert thin.position == learned.position == 1  # type: ignore[attr-defined]
    assert learned.high_s is not None  # type: ignore[attr-defined]
    assert learned.high_s != thin.high_s  # type: ignore[attr-defined]


async def _never(session: str, given: object, key: str) -> None:
    raise AssertionError("the desk has nothing to tell")


def test_models_are_kept_and_rolled_back(tmp_path: Path) -> None:
    """The newest file is used; without it the one before; one that cannot be read is passed over."""
    forecast = Forecast()
    forecast.rehearse(_busy_days())
    lesson = forecast.lesson(1e6)
    assert lesson is not None
    model, about = lesson()
    first = keep(model, replace(about, fitted_at=1.0), tmp_path)
    second = keep(model, replace(about, fitted_at=2.0), tmp_path)
    found = in_use(tmp_path)
    assert found is not None
    assert found[1].fitted_at == 2.0
    second.unlink()
    (tmp_path / "wait-000000000009.npz").write_bytes(b"no model")
    again = in_use(tmp_path)
    assert again is not None
    assert again[1].fitted_at == 1.0
    assert first.exists()


def test_a_chosen_model_stays_until_it_is_let_go(tmp_path: Path) -> None:
    """However many are learned after it; one that is not there is a sentence with those that are. One that this version
    cannot use gives way to the newest."""
    forecast = Forecast()
    forecast.rehearse(_busy_days())
    lesson = forecast.lesson(1e6)
    assert lesson is not None
    model, about = lesson()
    good = keep(model, replace(about, fitted_at=1.0), tmp_path)
    choose(tmp_path, good.stem)
    for number in range(2, 15):
        keep(model, replace(about, fitted_at=float(number)), tmp_path)
    held = in_use(tmp_path)
    assert held is not None
    assert held[1].fitted_at == 1.0
    with pytest.raises(NoSuchModel, match="wait-000000000014"):
        choose(tmp_path, "wait-9")
    good.write_bytes(b"made by another version")
    instead = in_use(tmp_path)
    assert instead is not None
    assert instead[1].fitted_at == 14.0
    choose(tmp_path, None)
    free = in_use(tmp_path)
    assert free is not None
    assert free[1].fitted_at == 14.0


def _busy_days() -> Sequence[Ticket]:
    return [served(number, 20.0 + number % 50) for number in range(500)]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handoff.waiting.training.plan_for", lambda rows: Plan(trees=5, depth=2))
