"""One trace from the webhook to the shop and back, through the dialogue worker: of a chat's turn and of a call's."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from frontdesk.app.bootstrap import open_house
from frontdesk.app.doors import serving
from frontdesk.app.house import House
from frontdesk.app.settings import Settings
from frontdesk.carrier.scripted import ScriptedHandset
from tests.bot.conftest import Worker
from tests.fakes.collector import Collector
from tests.servers import free_port

pytestmark = pytest.mark.rasa


@pytest.fixture
async def house(worker: Worker, collector: Collector, sqlite_url: str, tmp_path: Path) -> AsyncIterator[House]:
    """A whole house in front of the real worker, traced."""
    given: dict[str, Any] = {"port": free_port(), "data_dir": tmp_path, "database_url": sqlite_url, "rasa_url": worker.url,
                             "traces_url": collector.url, "_env_file": None}  # fmt: skip
    async with open_house(Settings(**given), lambda _: None) as opened, serving(opened):
        yield opened


async def test_a_turn_is_one_trace_from_its_webhook_through_the_worker_to_the_shop(
    house: House, collector: Collector
) -> None:
    """A chat's turn and a call's: request, turn, bot, what it understood, decided and did, the shop, the commit. Nothing a
    customer gave is in any span."""
    async with aiohttp.ClientSession() as http:
        for text in ("where is my order 10023", "0198"):
            body = {"sender": "traced", "message": text}
            async with http.post(f"{house.settings.base_url}/webhooks/rest/webhook", json=body) as answer:
                assert answer.status == 200
    caller, exchange = ScriptedHandset(), house.phone.exchange
    assert exchange is not None
    exchange.call(caller)
    await caller.press("1")
    await caller.speak("where is my order 10023")
    await caller.until_listening()
    await caller.press("0198")
    await caller.until_listening()
    assert house.tracing is not None
    await asyncio.to_thread(house.tracing.close)
    for door in ("POST /webhooks/rest/webhook", "POST /twilio/voice/turn"):
        in_worker = (door, "turn", "ask dialogue", "POST /webhooks/rest/webhook")
        steps = await _told(collector, (*in_worker, "act action_run_task", "shop order"))
        assert steps >= {(*in_worker, step) for step in ("understand", "decide", "act task_form", "keep")}
        assert (door, "turn", "commit") in steps
    told = b"".join(collector.bodies)
    assert b"frontdesk-dialogue" in told
    for word in (b"10023", b"0198", b"Avery", b"where is", b"C0001"):
        assert word not in told


async def _told(collector: Collector, path: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The steps of the traces that hold this one, each by the names from its request down; waits for the worker's to arrive."""
    async with asyncio.timeout(5):
        while True:
            spans = {span.span_id: span for span in collector.spans}
            paths = {span.span_id: _path(span, spans) for span in spans.values()}
            traces = {spans[span].trace_id for span, found in paths.items() if found == path}
            if traces:
                return {found for span, found in paths.items() if spans[span].trace_id in traces}
            await asyncio.sleep(0.02)


def _path(span: Any, spans: dict[bytes, Any]) -> tuple[str, ...]:
    above = spans.get(span.parent_span_id)
    return (span.name,) if above is None else (*_path(above, spans), span.name)
