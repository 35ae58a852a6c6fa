"""Traces reach a collector over HTTP, hang together from the webhook to the commit, and hold nothing a customer gave."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from actions.shop import whole_shop
from frontdesk.adapters.memory.agents import MemoryAgentStore
from frontdesk.adapters.memory.data import MemoryData
from frontdesk.adapters.memory.sessions import MemorySessionStore
from frontdesk.adapters.memory.tickets import MemoryTicketQueue
from frontdesk.adapters.memory_shop import MemoryShop
from frontdesk.adapters.traced_shop import traced_shop
from frontdesk.adapters.tracing import Tracing, by_environment, to_collector
from frontdesk.app.settings import load
from frontdesk.app.tracing import tracing_of, worker_traces
from frontdesk.conversation.service import TurnService
from frontdesk.core.inputs import ContactStarted, TextTyped
from tests.fakes.collector import Collector
from tests.fakes.desk import NOON, TestHouse

WORDS = "Where is 10023? I am Rumpelstilzchen, ann@example.org"


def test_nothing_is_traced_unless_asked_for() -> None:
    """Off by default: no package is loaded for it, no span made."""
    assert tracing_of(load(traces_url="")) is None


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"OTEL_SERVICE_NAME": "bot"},
        {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318", "OTEL_SDK_DISABLED": "True"},
        {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318", "OTEL_TRACES_EXPORTER": "none"},
    ],
)
def test_the_worker_follows_nothing_unless_its_environment_says_where_to(given: dict[str, str]) -> None:
    """By the names of the OpenTelemetry specification, which can also switch it off."""
    assert by_environment("worker", given) is None


def test_the_worker_sends_where_the_house_does_or_where_its_own_environment_says() -> None:
    """One setting is enough; a collector of the worker's own is kept."""
    house, own = load(traces_url="http://c:4318/v1/traces"), {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://other:4318"}
    assert worker_traces(house, {}) == {"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "http://c:4318/v1/traces"}
    assert worker_traces(house, own) == worker_traces(load(traces_url=""), {}) == {}


async def test_a_call_to_the_shop_is_a_step_by_its_name_alone() -> None:
    """What is asked goes through as it is, and so does the answer or the error."""
    steps = list[str]()

    @contextmanager
    def span(name: str, **known: str) -> Iterator[None]:
        steps.append(f"{name} {known}")
        yield

    shop = traced_shop(whole_shop(MemoryShop({}, {}, lambda: NOON, UTC)), span)
    assert await shop.orders.order("10023") is None
    assert await shop.tries.take_try("order:10023", limit=1, within_s=9.0)
    with pytest.raises(KeyError):
        await shop.changes.cancel("10023")
    assert steps == ["shop order {}", "shop take_try {}", "shop cancel {}"]


async def test_a_trace_from_the_request_to_the_commit() -> None:
    """request → turn → ask dialogue, commit; a broken request is an error by its type alone; no word of the customer."""
    with Collector() as collector:
        tracing = to_collector(collector.url, 1.0)
        await _talk(tracing)
        await asyncio.to_thread(tracing.close)
    spans = {span.name: span for span in collector.spans}
    assert {"POST /said/{call}", "turn", "ask dialogue", "commit"} <= set(spans)
    assert spans["turn"].parent_span_id == spans["POST /said/{call}"].span_id
    assert spans["ask dialogue"].parent_span_id == spans["commit"].parent_span_id == spans["turn"].span_id
    assert len({span.trace_id for name, span in spans.items() if not name.startswith("GET")}) == 1
    assert (spans["GET /broken"].status.code, spans["GET /broken"].status.message) == (2, "RuntimeError")
    assert (spans["GET /down"].status.code, spans["GET /down"].status.message) == (2, "503")
    everything = b"".join(collector.bodies)
    for word in (b"10023", b"Rumpel", b"ann@", b"abc-7"):
        assert word not in everything


async def _talk(tracing: Tracing) -> None:
    data = MemoryData()
    house = await TestHouse(MemorySessionStore(data), MemoryTicketQueue(data), MemoryAgentStore()).staffed()
    turns = TurnService(replace(house.turns._loop, span=tracing))
    await house.turns.handle("chat:abc-7", ContactStarted(at=NOON, channel="chat"), "start")

    async def said(request: web.Request) -> web.Response:
        await turns.handle("chat:abc-7", TextTyped(at=NOON, text=WORDS), "1")
        return web.Response()

    async def broken(request: web.Request) -> web.Response:
        raise RuntimeError(WORDS)

    async def down(request: web.Request) -> web.Response:
        return web.Response(status=503)

    app = web.Application(middlewares=[tracing.requests()])
    app.router.add_get("/down", down)
    app.router.add_post("/said/{call}", said)
    app.router.add_get("/broken", broken)
    async with TestClient(TestServer(app)) as client:
        assert (await client.post("/said/abc-7")).status == 200
        assert (await client.get("/broken")).status == 500
        assert (await client.get("/down")).status == 503


@pytest.mark.parametrize("share", [0, 1.5])
def test_a_share_is_a_share(share: float) -> None:
    """A wrong setting says so at the start."""
    with pytest.raises(Exception, match="TRACES_SHARE"):
        load(traces_share=share)
