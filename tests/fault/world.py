"""A server that can be killed, and what outlives it: the carrier with its calls, the proxy in front, people at browsers."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeVar

import aiohttp
import psutil
from aiohttp import web
from multidict import CIMultiDict

from frontdesk.carrier.account import Account, Limits, Line, Ports
from frontdesk.carrier.exchange import Exchange
from frontdesk.carrier.rest import rest_routes
from frontdesk.carrier.virtual_time import counted_hex
from tests.servers import free_port

FLOWS = Path(__file__).parents[2] / "ivr_flows"
ACCOUNT, TOKEN = "AC" + "0" * 32, "0123456789abcdef0123456789abcdef"
START_S = 150.0
MIDDLE_S = 0.004  # so long after a request was sent the server is in the middle of it
T = TypeVar("T")
Moment = Literal["during", "after"]


def worked_s(pid: int) -> float:
    """How long processors worked for a process since it was started, whatever else the machine had to do."""
    times = psutil.Process(pid).cpu_times()
    return float(times.user + times.system)


@dataclass(slots=True)
class Server:
    """`frontdesk up` as a process of its own. `up` is set while it answers."""

    env: dict[str, str]
    port: int
    log: Path
    process: asyncio.subprocess.Process | None = None
    up: asyncio.Event = field(default_factory=asyncio.Event)

    async def start(self) -> None:
        with self.log.open("ab") as out:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "frontdesk.app", "up", "--no-build", env=self.env, stdout=out, stderr=out
            )
        async with asyncio.timeout(START_S), aiohttp.ClientSession() as http:
            while not await self._answers(http):  # noqa: ASYNC110 - asks from outside
                await asyncio.sleep(0.03)
        self.up.set()

    async def _answers(self, http: aiohttp.ClientSession) -> bool:
        try:
            async with http.get(f"http://127.0.0.1:{self.port}/readyz") as answer:
                return answer.status < 500
        except aiohttp.ClientError:
            return False

    async def kill(self) -> None:
        """No goodbye: SIGKILL."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> None:
        self.up.clear()
        if self.process is not None and self.process.returncode is None:
            self.process.send_signal(how)
            await self.process.wait()


@dataclass(frozen=True, slots=True)
class Back:
    """How long people waited after a kill until one of them was answered, and how long the new server worked till then."""

    after_s: float
    worked_s: float


@dataclass(slots=True)
class Gate:
    """Everything between the server and the world passes here, one crossing after the other counted; at crossing `at` the
    server is killed: during it (it has the request, the answer is lost, whoever asked asks again) or right after it.
    `back`: from each kill to the first answer to somebody outside after it."""

    server: Server
    at: int | str = 0
    moment: Moment = "after"
    passed: list[str] = field(default_factory=list)
    killed: str = ""
    killed_at: float | None = None
    back: list[Back] = field(default_factory=list)
    work: set["asyncio.Task[None]"] = field(default_factory=set)

    def set(self, at: int | str, moment: Moment) -> None:
        """Count from here on, and kill there."""
        self.at, self.moment, self.passed, self.killed = at, moment, [], ""

    def _here(self, what: str) -> bool:
        """Whether this crossing, which is counted now, is the one."""
        self.passed.append(what)
        named = isinstance(self.at, str) and self.at in what and not self.killed
        if named or len(self.passed) == self.at:
            self.killed = what
            return True
        return False

    async def cross(self, what: str, send: Callable[[], Awaitable[T]]) -> T:
        """A request to the server. While it is down, requests are held; one that broke off is sent again."""
        mine = self._here(what)
        while True:
            await self.server.up.wait()
            if mine and self.moment == "during":
                mine = False
                sent = asyncio.ensure_future(send())
                await asyncio.wait({sent}, timeout=MIDDLE_S)
                await self._kill()
                sent.cancel()
                await asyncio.wait({sent})
                continue
            try:
                answer = await send()
            except (aiohttp.ClientError, ConnectionError):
                await asyncio.sleep(0.05)  # killed meanwhile at another crossing
                continue
            self._answered()
            if mine:
                await self._kill()
            return answer

    def _answered(self) -> None:
        if self.killed_at is not None and self.server.up.is_set() and self.server.process is not None:
            self.back.append(Back(time.monotonic() - self.killed_at, worked_s(self.server.process.pid)))
            self.killed_at = None

    async def outward(self, what: str, send: Callable[[], Awaitable[T]]) -> T:
        """A request by the server to the carrier: before it has any effect, or when it has but the answer never comes."""
        if not self._here(what):
            return await send()
        if self.moment == "during":
            await self._kill()
            raise web.HTTPServiceUnavailable
        answer = await send()
        await self._kill()
        return answer

    async def _kill(self) -> None:
        self.killed_at = time.monotonic()
        await self.server.kill()
        task = asyncio.ensure_future(self.server.start())
        self.work.add(task)
        task.add_done_callback(self.work.discard)


@dataclass(slots=True)
class World:
    """What is there however often the server dies."""

    server: Server
    gate: Gate
    exchange: Exchange
    base: str
    http: aiohttp.ClientSession

    @property
    def direct(self) -> str:
        """The server's own address: looking is no crossing."""
        return f"http://127.0.0.1:{self.server.port}"


@asynccontextmanager
async def world(folder: Path, database: str, rasa: str, **settings: str) -> AsyncIterator[World]:
    """Carrier, proxy and server, all running."""
    async with AsyncExitStack() as stack:
        outside, inside, api = free_port(), free_port(), free_port()
        base = f"http://127.0.0.1:{outside}"
        env = {
            **{name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "VIRTUAL_ENV")},
            "PORT": str(inside), "PUBLIC_BASE_URL": base, "DATABASE_URL": database, "DATA_DIR": str(folder / "data"),
            "RASA_URL": rasa, "FLOWS_DIR": str(FLOWS), "TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN,
            "TWILIO_API_URL": f"http://127.0.0.1:{api}", "OUTGOING_TO": "+4416",
            "OUTGOING_PER_NUMBER": "9999", "OUTGOING_PER_HOUR": "9999", "SURVEY_PAUSE_DAYS": "0",  # one customer, many stories
            **settings,
        }  # fmt: skip
        server = Server(env, inside, folder / "server.log")
        gate = Gate(server)
        line = Line(
            "+15550100000", f"{base}/twilio/voice", f"{base}/twilio/voice/fallback", f"{base}/twilio/voice/status"
        )
        patient = Limits(webhook_s=60)  # how fast a start is, is measured; what is lost by one must not depend on it
        exchange = Exchange(Account(ACCOUNT, TOKEN), [line], limits=patient, ports=Ports(time.time, counted_hex()))  # noqa: TID251 - a carrier of its own
        everybody = aiohttp.TCPConnector(limit=0)  # customers and proxy share it: at a limit they wait for each other
        http = await stack.enter_async_context(
            aiohttp.ClientSession(connector=everybody, cookie_jar=aiohttp.DummyCookieJar())
        )
        await stack.enter_async_context(exchange)
        await stack.enter_async_context(_served(_proxy(gate, http, inside), outside))
        await stack.enter_async_context(_served(_carrier(gate, exchange), api))
        stack.push_async_callback(server.kill)
        await server.start()
        yield World(server, gate, exchange, base, http)
        while gate.work:
            await asyncio.wait(gate.work)


def _proxy(gate: Gate, http: aiohttp.ClientSession, port: int) -> web.Application:
    """In front of the server, as in most houses: what comes while it restarts is held, not refused."""

    async def forward(request: web.Request) -> web.Response:
        body = await request.read()
        headers = {k: v for k, v in request.headers.items() if k.lower() not in ("host", "content-length")}
        url = f"http://127.0.0.1:{port}{request.raw_path}"

        async def send() -> web.Response:
            async with http.request(request.method, url, data=body, headers=headers, allow_redirects=False) as answer:
                kept = CIMultiDict((k, v) for k, v in answer.headers.items() if k in ("Content-Type", "Set-Cookie"))
                return web.Response(status=answer.status, body=await answer.read(), headers=kept)

        return await gate.cross(f"{request.method} {request.path}", send)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", forward)
    return app


def _carrier(gate: Gate, exchange: Exchange) -> web.Application:
    @web.middleware
    async def counted(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        what = f"carrier: {request.method} {request.path.rsplit('/', maxsplit=2)[-2]}"
        return await gate.outward(what, lambda: handler(request))

    app = web.Application(middlewares=[counted])
    app.add_routes(rest_routes(exchange))
    return app


@asynccontextmanager
async def _served(app: web.Application, port: int) -> AsyncIterator[None]:
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield
    finally:
        await runner.cleanup()
