"""Incidents on the board: who may mark them, what is refused, and that charts and alerts know of them."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from frontdesk.app.bootstrap import open_house
from frontdesk.app.doors import application
from frontdesk.app.settings import Settings
from tests.house.tree import ROOT

Client = TestClient[web.Request, web.Application]
HEADERS = {"X-Frontdesk": "1"}
DAY = "from=2026-03-02&to=2026-03-02"
DOWN = {"words": "Payments  down", "begins": "2026-03-02T09:30", "ends": "2026-03-02T11:05"}


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[Client]:
    settings = Settings(
        data_dir=tmp_path,
        flows_dir=ROOT / "ivr_flows",
        rasa_url="http://127.0.0.1:9",
        time_zone="Asia/Shanghai",
        _env_file=None,
    )
    async with open_house(settings, lambda _: None) as house, TestClient(TestServer(application(house))) as found:
        yield found


async def ask(client: Client, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    async with client.request(method, f"/api/board/{path}", json=body, headers=HEADERS) as answer:
        return answer.status, await answer.json()


async def log_in(client: Client, name: str) -> None:
    async with client.post("/api/login", json={"username": name, "password": "frontdesk"}, headers=HEADERS) as answer:
        assert answer.status == 200


async def test_marked_shown_changed_and_taken_away(client: Client) -> None:
    """In the house's own time, by whom, written down; beside the trend and with the alerts of its day and of no other."""
    await log_in(client, "olivia")
    status, kept = await ask(client, "POST", "incidents", DOWN)
    assert (status, kept["words"], kept["by"]) == (201, "Payments down", "olivia")
    assert kept["until"] - kept["at"] == 95 * 60
    assert (kept["en"], kept["zh"]) == (
        "“Payments down”, 2026-03-02 09:30 to 11:05",
        "“Payments down”，2026-03-02 09:30 至 11:05",
    )
    for path in (f"trend?{DAY}&figures=self_service", f"alerts?{DAY}"):
        assert [note["kind"] for note in (await ask(client, "GET", path))[1]["notes"]] == ["incident"]
    assert (await ask(client, "GET", "incidents?from=2026-03-03&to=2026-03-03"))[1]["incidents"] == []
    number = kept["number"]
    assert (await ask(client, "PATCH", f"incidents/{number}", {"ends": None}))[1]["zh"].endswith("至今")
    assert (await ask(client, "DELETE", f"incidents/{number}"))[0] == 200
    assert (await ask(client, "DELETE", f"incidents/{number}"))[0] == 404
    async with client.get("/api/audit") as answer:
        deeds = [entry["deed"] for entry in (await answer.json())["entries"]]
    assert deeds[:3] == ["incident_removed", "incident_changed", "incident_marked"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"words": " "},
        {"words": "x", "begins": "soon"},
        {**DOWN, "ends": "2026-03-02T09:00"},
        {**DOWN, "begins": "2099-01-01"},
    ],
)
async def test_what_cannot_be_marked_is_told(client: Client, wrong: Any) -> None:
    """In a sentence."""
    await log_in(client, "olivia")
    status, answer = await ask(client, "POST", "incidents", wrong)
    assert (status, answer["error"][-1]) == (400, ".")


async def test_an_agent_may_not(client: Client) -> None:
    """Who may not read the board may not mark on it; nor may anybody who is not logged in."""
    assert (await ask(client, "POST", "incidents", DOWN))[0] == 401
    await log_in(client, "amy")
    assert (await ask(client, "POST", "incidents", DOWN))[0] == 403
