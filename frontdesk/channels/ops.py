"""For operators and their machines: /healthz, /readyz, /metrics, and a measure of every request."""

import hmac
import ipaddress
from collections.abc import Awaitable, Callable, Iterable, Mapping
from functools import cache
from typing import Any

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from frontdesk.channels.floor_gauges import FloorGauges
from frontdesk.core.events import Event, MachineDidFail, TaskFinished

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Part = Callable[[], Awaitable[str]]


class Ops:
    """Health and measures. `parts` tell each part's state: `ready`, `starting` or `down`.

    Measures are for who shows `token`; without one, for programs of this very machine that come by no proxy.
    """

    def __init__(self, parts: Mapping[str, Part], clock: Callable[[], float], token: str = "") -> None:
        self._parts, self._clock, self._token = parts, clock, token
        self.draining = False
        self.registry = CollectorRegistry()
        self._seconds = Histogram(
            "frontdesk_request_seconds",
            "Time to answer, by route.",
            ["route", "method", "status"],
            registry=self.registry,
        )
        self.turns = Counter("frontdesk_turns", "Committed turns.", ["channel"], registry=self.registry)
        self.failures = Counter(
            "frontdesk_machine_failures", "Machines that did not answer.", ["machine", "reason"], registry=self.registry
        )
        self.stuck = Gauge(
            "frontdesk_outbox_stuck", "Parcels to outside queues late or given up.", registry=self.registry
        )
        self.floor = FloorGauges(self.registry)
        self._ready = Gauge("frontdesk_part_ready", "1 when the part is ready.", ["part"], registry=self.registry)

    def happened(self, events: Iterable[Event]) -> None:
        """Count the machines that failed in a turn; a task that could not reach the shop tells of the shop."""
        for event in events:
            match event:
                case MachineDidFail():
                    self.failures.labels(event.machine, event.reason).inc()
                case TaskFinished(outcome="shop_down"):
                    self.failures.labels("shop", "down").inc()

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/healthz", self.healthz), web.get("/readyz", self.readyz), web.get("/metrics", self.metrics)]

    async def healthz(self, request: web.Request) -> web.Response:
        """200 while the process runs."""
        return web.json_response({"status": "ok"})

    async def readyz(self, request: web.Request) -> web.Response:
        """200 once calls and chats are answered: the store is there. The dialogue may still start; menus answer meanwhile."""
        states = await self._states()
        ready = states.get("store") == "ready" and not self.draining
        body: dict[str, Any] = {"ready": ready, "parts": states, **states}
        return web.json_response(body, status=200 if ready else 503)

    async def metrics(self, request: web.Request) -> web.Response:
        if not self._may_measure(request):
            sentence = "Send `Authorization: Bearer` with what METRICS_TOKEN is set to, or ask from the machine itself."
            return web.json_response({"error": sentence}, status=403)
        await self._states()
        return web.Response(body=generate_latest(self.registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    def _may_measure(self, request: web.Request) -> bool:
        if self._token:
            given = request.headers.get("Authorization", "").removeprefix("Bearer ")
            return hmac.compare_digest(given.encode(), self._token.encode())
        return not any(name.startswith(("Forwarded", "X-Forwarded", "Via")) for name in request.headers) and _loopback(
            request.remote
        )

    async def _states(self) -> dict[str, str]:
        states: dict[str, str] = {}
        for name, part in self._parts.items():
            try:
                states[name] = await part()
            except Exception:
                states[name] = "down"
            self._ready.labels(name).set(1 if states[name] == "ready" else 0)
        return states

    @property
    def middleware(self) -> Any:
        """Measures every request by its route's pattern, never by its path: paths may hold ids."""

        @cache
        def measure(route: str, method: str, status: int) -> Histogram:
            return self._seconds.labels(route, method, str(status))

        @web.middleware
        async def measured(request: web.Request, handler: Handler) -> web.StreamResponse:
            began = self._clock()
            status = 500
            try:
                response = await handler(request)
                status = response.status
                return response
            except web.HTTPException as error:
                status = error.status
                raise
            finally:
                resource = request.match_info.route.resource
                route = resource.canonical if resource is not None else "none"
                measure(route, request.method, status).observe(max(0.0, self._clock() - began))

        return measured


def _loopback(address: str | None) -> bool:
    try:
        return ipaddress.ip_address(address or "").is_loopback
    except ValueError:
        return False
