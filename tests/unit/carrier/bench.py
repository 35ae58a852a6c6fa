"""A small application server and an exchange to ring it: what the carrier's tests stand on."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.test_utils import TestServer
from twilio.request_validator import RequestValidator

from frontdesk.carrier.account import Account, Limits, Line, Ports
from frontdesk.carrier.exchange import Exchange
from frontdesk.carrier.scripted import ScriptedHandset
from frontdesk.carrier.virtual_time import VirtualTime, counted_hex

SID, TOKEN, NUMBER = "AC" + "0" * 32, "secret", "+18005551212"
Answer = str | Callable[["Asked"], str | web.Response]


@dataclass(frozen=True, slots=True)
class Asked:
    """One webhook request as the server saw it."""

    path: str
    form: Mapping[str, str]
    headers: Mapping[str, str]
    method: str = "POST"


@dataclass
class Application:
    """Answers each path with a document and keeps what it was asked; refuses what is not signed rightly."""

    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    base: str = ""
    forged: int = 0
    answered: list[str] = field(default_factory=list)
    gates: dict[str, asyncio.Event] = field(default_factory=dict)

    def at(self, path: str, answer: Answer) -> None:
        self.answers[path] = answer if callable(answer) else f"<Response>{answer}</Response>"

    def asked_at(self, path: str) -> list[Asked]:
        return [one for one in self.asked if one.path == path]

    async def until_asked(self, path: str, times: int = 1) -> Asked:
        async with asyncio.timeout(5):
            while len(self.asked_at(path)) < times:  # noqa: ASYNC110 - looks at what a real server was asked
                await asyncio.sleep(0.005)
        return self.asked_at(path)[times - 1]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        form = {key: str(value) for key, value in (await request.post()).items()}
        url = self.base + request.path_qs
        signature = request.headers.get("X-Twilio-Signature", "")
        if not RequestValidator(TOKEN).validate(url, form, signature):
            self.forged += 1
            return web.Response(status=403)
        asked = Asked(request.path, form or dict(request.query), request.headers.copy(), request.method)
        self.asked.append(asked)
        if gate := self.gates.get(request.path):
            await gate.wait()
            self.answered.append(request.path)
        answer = self.answers.get(request.path)
        if answer is None:
            return web.Response(status=204 if "status" in request.path or "left" in request.path else 404)
        made = answer(asked) if callable(answer) else answer
        return web.Response(text=made, content_type="text/xml") if isinstance(made, str) else made


@dataclass
class Bench:
    app: Application
    exchange: Exchange
    time: VirtualTime

    def handset(self) -> ScriptedHandset:
        return ScriptedHandset(patience=5)

    def caller(self, number: str = "+14155550100") -> ScriptedHandset:
        handset = self.handset()
        self.exchange.call(handset, number)
        return handset

    def agent(self, name: str = "amy", picks_up: bool = False) -> ScriptedHandset:
        handset = ScriptedHandset(patience=5, picks_up=picks_up)
        self.exchange.register(f"client:{name}", handset)
        return handset

    def url(self, path: str) -> str:
        return self.app.base + path


@asynccontextmanager
async def bench(limits: Limits | None = None) -> AsyncIterator[Bench]:
    app, time = Application(), VirtualTime()
    web_app = web.Application()
    web_app.router.add_route("*", "/{path:.*}", app.handle)
    async with TestServer(web_app) as server:
        app.base = str(server.make_url("/")).rstrip("/")
        line = Line(NUMBER, app.base + "/voice", app.base + "/fallback", app.base + "/status")
        ports = Ports(time.clock, counted_hex(), time.sleep)
        async with Exchange(Account(SID, TOKEN), [line], ports, limits or Limits()) as exchange:
            yield Bench(app, exchange, time)
            assert app.forged == 0, "every webhook is signed rightly"
        assert len(exchange.services.tasks) == 0, "a closed exchange leaves no task behind"
