"""Carriers and processes of their own: an independent caller, and two front desks behind one database and one Redis."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from frontdesk.app.bootstrap import open_house
from frontdesk.app.doors import serving
from frontdesk.app.house import House
from frontdesk.app.settings import Settings
from frontdesk.carrier.twiml import check_document
from tests.servers import free_port
from tests.whole.conftest import FLOWS, HUMAN, FakeRasa, logged_in
from tests.whole.test_chat_story import Widget

TOKEN = "0123456789abcdef0123456789abcdef"


@pytest.fixture
async def with_carrier(rasa: FakeRasa, sqlite_url: str, tmp_path: Path) -> AsyncIterator[House]:
    """A house set up for a carrier outside: account and token are settings."""
    settings = Settings(
        port=free_port(), data_dir=tmp_path, database_url=sqlite_url, rasa_url=rasa.url, flows_dir=FLOWS,
        twilio_account_sid="AC" + "0" * 32, twilio_auth_token=TOKEN, twilio_api_url="http://127.0.0.1:9",
        _env_file=None,
    )  # fmt: skip
    async with open_house(settings, lambda _: None) as opened, serving(opened):
        yield opened


async def test_a_caller_of_its_own_lives_the_phone_story(with_carrier: House) -> None:
    """A second process with the standard library alone: order status, a return, the effort question, goodbye."""
    script = Path(__file__).with_name("independent_caller.py")
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(script), with_carrier.settings.base_url, TOKEN,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await process.communicate()

    assert process.returncode == 0, err.decode()
    said = " ".join(text or "" for line in out.decode().splitlines() for text in json.loads(line)["said"])
    assert "1 0 0 2 3" in said
    assert "return number is" in said.lower()
    assert "0198" not in said


async def test_a_wrong_token_gets_nothing(with_carrier: House) -> None:
    """The same caller with another token is refused, and no session begins."""
    script = Path(__file__).with_name("independent_caller.py")
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(script), with_carrier.settings.base_url, "x" * 32, stderr=asyncio.subprocess.PIPE
    )
    _, err = await process.communicate()

    assert process.returncode != 0
    assert "403" in err.decode()
    assert not await with_carrier.stores.log.after(0, 1)


@pytest.mark.postgres
@pytest.mark.redis
async def test_two_front_desks_behind_one_database(
    rasa: FakeRasa, postgres_url: str, redis_url: str, tmp_path: Path
) -> None:
    """The customer is at one process, the agent at another: offered, accepted, written both ways, closed."""
    rasa.answers["a person please"] = HUMAN
    async with AsyncExitStack() as stack:
        houses = [await _house(stack, rasa, postgres_url, redis_url, tmp_path / name) for name in ("a", "b")]
        widget = await Widget(houses[0].settings.base_url).open()
        stack.push_async_callback(widget.client.disconnect)
        amy = await logged_in(houses[1], "amy")
        stack.push_async_callback(amy.http.close)
        await amy.post("/api/desk/status", status="ready")

        await widget.say("a person please")
        desk = await amy.until("/api/desk", lambda d: d["mine"], "an offer")
        ticket = desk["mine"][0]["id"]
        await amy.post(f"/api/desk/tickets/{ticket}/accept")
        await widget.until(lambda: widget.state.get("phase") == "human", "the agent")
        await amy.post(f"/api/desk/tickets/{ticket}/say", text="Hello from the other process")
        await widget.until_said("other process")
        await amy.post(f"/api/desk/tickets/{ticket}/close", disposition="solved", note="")
        await widget.until(lambda: widget.state.get("phase") == "survey", "the effort question")


async def _house(stack: AsyncExitStack, rasa: FakeRasa, database: str, bus: str, folder: Path) -> House:
    settings = Settings(
        port=free_port(), data_dir=folder, database_url=database, bus_url=bus, rasa_url=rasa.url, flows_dir=FLOWS,
        secret_key="the same for all", _env_file=None,
    )  # fmt: skip
    house = await stack.enter_async_context(open_house(settings, lambda _: None))
    await stack.enter_async_context(serving(house))
    return house


def test_the_checker_itself_refuses_what_is_no_twiml() -> None:
    """The legality check used across the suite can fail."""
    assert check_document("<Response><Dance/></Response>")
