"""Traces reach a collector over HTTP, hang together from the webhook to the commit, and hold nothing a customer gave."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from frontdesk.adapters.memory.agents import MemoryAgentStore
from frontdesk.adapters.memory.data import MemoryData
from frontdesk.adapters.memory.sessions import MemorySessionStore
from frontdesk.adapters.memory.tickets import MemoryTicketQueue
from frontdesk.app.settings import load
from frontdesk.app.tracing import Tracing, tracing_of
from frontdesk.conversation.service import TurnService
from frontdesk.core.inputs import ContactStarted, TextTyped
from tests.fakes.desk import NOON, TestHouse

WORDS = "Where is 10023? I am Rumpelstilzchen, ann@example.org"


class Collector:
    """Takes what is exported, as any OpenTelemetry collector does."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    async def take(self, request: web.Request) -> web.Response:
        self.bodies.append(await request.read())
        return web.Response(content_type="application/x-protobuf")


def test_nothing_is_traced_unless_asked_for() -> None:
    """Off by default: no package is loaded for it, no span made."""
    assert tracing_of(load(traces_url="")) is None


async def test_a_trace_from_the_request_to_the_commit() -> None:
    """request → turn → ask dialogue, commit; a broken request is an error by its type alone; no word of the customer."""
    collector, app = Collector(), web.Application()
    app.router.add_post("/v1/traces", collector.take)
    async with TestServer(app) as server:
        tracing = Tracing(str(server.make_url("/v1/traces")), 1.0)
        await _talk(tracing)
        await asyncio.to_thread(tracing.close)
    spans = {span.name: span for body in collector.bodies for span in _spans(body)}
    assert {"POST /said/{call}", "turn", "ask dialogue", "commit"} <= set(spans)
    assert spans["turn"].parent_span_id == spans["POST /said/{call}"].span_id
    assert spans["ask dialogue"].parent_span_id == spans["commit"].parent_span_id == spans["turn"].span_id
    assert len({span.trace_id for name, span in spans.items() if not name.startswith("GET")}) == 1
    assert (spans["GET /broken"].status.code, spans["GET /broken"].status.message) == (2, "RuntimeError")
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

    app = web.Application(middlewares=[tracing.middleware])
    app.router.add_post("/said/{call}", said)
    app.router.add_get("/broken", broken)
    async with TestClient(TestServer(app)) as client:
        assert (await client.post("/said/abc-7")).status == 200
        assert (await client.get("/broken")).status == 500


def _spans(body: bytes) -> list[Any]:
    told = ExportTraceServiceRequest.FromString(body)
    return [span for resource in told.resource_spans for scope in resource.scope_spans for span in scope.spans]


@pytest.mark.parametrize("share", [0, 1.5])
def test_a_share_is_a_share(share: float) -> None:
    """A wrong setting says so at the start."""
    with pytest.raises(Exception, match="TRACES_SHARE"):
        load(traces_share=share)
