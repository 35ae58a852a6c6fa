"""Outside human queues as their documents describe them, on real sockets: Chatwoot, TaskRouter, a webhooks' receiver."""

import itertools
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web
from twilio.request_validator import RequestValidator

from frontdesk.carrier.exchange import CallOrder, Exchange
from frontdesk.carrier.leg import Callbacks
from frontdesk.carrier.rest import rest_routes
from frontdesk.carrier.steps import Goto
from frontdesk.core.webhook_signature import genuine, signed
from tests.servers import free_port

Mood = str  # fine, down (503), refuses (422), drops (answers nobody), deaf (does it, then answers 500)


@asynccontextmanager
async def served(app: web.Application, port: int) -> AsyncIterator[None]:
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield
    finally:
        await runner.cleanup()


@dataclass(slots=True)
class Moody:
    """A server whose mood a test sets."""

    port: int = field(default_factory=free_port)
    mood: Mood = "fine"
    requests: list[tuple[str, str]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @web.middleware
    async def _moods(self, request: web.Request, handler: Any) -> web.StreamResponse:
        self.requests.append((request.method, request.path))
        match self.mood:
            case "down":
                return web.Response(status=503)
            case "refuses":
                return web.json_response({"error": "no"}, status=422)
            case "drops":
                assert request.transport is not None
                request.transport.close()
                return web.Response()
            case "deaf":
                await handler(request)
                return web.Response(status=500)
        answer: web.StreamResponse = await handler(request)
        return answer


@dataclass(slots=True)
class FakeReceiver(Moody):
    """The other side of the signed webhooks; keeps what was genuine, by id."""

    secret: str = "a shared secret"
    clock: Callable[[], float] = lambda: 0.0
    got: dict[str, dict[str, Any]] = field(default_factory=dict)
    repeated: int = 0

    @asynccontextmanager
    async def serving(self) -> AsyncIterator["FakeReceiver"]:
        app = web.Application(middlewares=[self._moods])
        app.router.add_post("/hook", self._hook)
        async with served(app, self.port):
            yield self

    async def _hook(self, request: web.Request) -> web.Response:
        raw = await request.read()
        message = genuine((self.secret,), request.headers, raw, self.clock())
        if message is None:
            return web.Response(status=401)
        self.repeated += message in self.got
        self.got[message] = json.loads(raw)
        return web.Response(status=204)

    def kinds(self) -> list[str]:
        return [one["type"] for one in self.got.values()]

    async def say(self, base: str, path: str, name: str, **body: Any) -> int:
        """What one of their people does, signed; returns the status."""
        raw = json.dumps(body).encode()
        headers = signed(self.secret, name, self.clock(), raw)
        async with (
            aiohttp.ClientSession() as http,
            http.post(f"{base}/api/handoff/v1/tickets/{path}", data=raw, headers=headers) as answer,
        ):
            return answer.status


@dataclass(slots=True)
class FakeChatwoot(Moody):
    """One account with one API inbox: public contacts, conversations and messages, and the account's own API."""

    token: str = "agent-token"
    contacts: dict[str, dict[str, Any]] = field(default_factory=dict)
    conversations: dict[int, dict[str, Any]] = field(default_factory=dict)
    ids: Any = field(default_factory=lambda: itertools.count(1))
    clock: Callable[[], float] = lambda: 0.0

    @asynccontextmanager
    async def serving(self) -> AsyncIterator["FakeChatwoot"]:
        app = web.Application(middlewares=[self._moods])
        inbox, account = "/public/api/v1/inboxes/inbox-1", "/api/v1/accounts/1/conversations/{conversation}"
        app.add_routes(
            [
                web.post(f"{inbox}/contacts", self._contact),
                web.get(f"{inbox}/contacts/{{contact}}/conversations", self._listed),
                web.post(f"{inbox}/contacts/{{contact}}/conversations", self._opened),
                web.get(f"{inbox}/contacts/{{contact}}/conversations/{{conversation}}/messages", self._said),
                web.post(f"{inbox}/contacts/{{contact}}/conversations/{{conversation}}/messages", self._say),
                web.get(f"{account}/messages", self._all),
                web.post(f"{account}/messages", self._note),
                web.post(f"{account}/assignments", self._assign),
                web.post(f"{account}/toggle_status", self._toggle),
            ]
        )
        async with served(app, self.port):
            yield self

    async def _contact(self, request: web.Request) -> web.Response:
        body = await request.json()
        known = self.contacts.setdefault(body["identifier"], {"source_id": f"src-{next(self.ids)}", **body})
        return web.json_response(known)

    async def _listed(self, request: web.Request) -> web.Response:
        mine = [c for c in self.conversations.values() if c["contact"] == request.match_info["contact"]]
        return web.json_response(mine)

    async def _opened(self, request: web.Request) -> web.Response:
        number = next(self.ids)
        self.conversations[number] = {
            "id": number,
            "contact": request.match_info["contact"],
            "custom_attributes": (await request.json()).get("custom_attributes", {}),
            "messages": [],
            "status": "pending",
            "team": None,
        }
        return web.json_response(self.conversations[number])

    async def _said(self, request: web.Request) -> web.Response:
        return web.json_response([m for m in self._of(request)["messages"] if not m["private"]])

    async def _say(self, request: web.Request) -> web.Response:
        body = await request.json()
        message = {"id": next(self.ids), "content": body["content"], "message_type": 0, "private": False}
        self._of(request)["messages"].append(message | {"created_at": int(self.clock())})
        return web.json_response(message)

    async def _all(self, request: web.Request) -> web.Response:
        return self._account(request, {"payload": self._of(request)["messages"]})

    async def _note(self, request: web.Request) -> web.Response:
        body = await request.json()
        if not body.get("content"):
            return web.json_response({"error": "content missing"}, status=422)
        message = {"id": next(self.ids), "message_type": 1, **body}
        self._of(request)["messages"].append(message)
        return self._account(request, message)

    async def _assign(self, request: web.Request) -> web.Response:
        self._of(request)["team"] = (await request.json()).get("team_id")
        return self._account(request, {})

    async def _toggle(self, request: web.Request) -> web.Response:
        self._of(request)["status"] = (await request.json())["status"]
        return self._account(request, {})

    def _of(self, request: web.Request) -> dict[str, Any]:
        return self.conversations[int(request.match_info["conversation"])]

    def _account(self, request: web.Request, said: Any) -> web.Response:
        if request.headers.get("api_access_token") != self.token:
            return web.json_response({"error": "Invalid Access Token"}, status=401)
        return web.json_response(said)


@dataclass(slots=True)
class FakeTaskRouter(Moody):
    """A workspace beside a whole exchange, so that the `call` instruction really rings the worker's telephone."""

    exchange: Exchange | None = None
    house: str = ""
    tasks: dict[str, dict[str, Any]] = field(default_factory=dict)
    reservations: dict[str, str] = field(default_factory=dict)
    ids: Any = field(default_factory=lambda: itertools.count(1))

    @asynccontextmanager
    async def serving(self) -> AsyncIterator["FakeTaskRouter"]:
        assert self.exchange is not None
        app = web.Application(middlewares=[self._moods])
        v1 = "/v1/Workspaces/WS1"
        app.add_routes(
            [
                *rest_routes(self.exchange),
                web.post(f"{v1}/Tasks", self._create),
                web.get(f"{v1}/Tasks", self._found),
                web.post(f"{v1}/Tasks/{{task}}", self._change),
                web.post(f"{v1}/Tasks/{{task}}/Reservations/{{reservation}}", self._reserve),
                web.get(f"{v1}/RealTimeStatistics", self._figures),
            ]
        )
        async with self.exchange, served(app, self.port):
            yield self

    async def _create(self, request: web.Request) -> web.Response:
        form = await request.post()
        assert form["WorkflowSid"] == "WW1"
        sid = f"WT{next(self.ids):032x}"
        self.tasks[sid] = {"sid": sid, "attributes": form["Attributes"], "assignment_status": "pending"}
        return web.json_response(self.tasks[sid], status=201)

    async def _found(self, request: web.Request) -> web.Response:
        wanted = re.search(r'"(.+)"', request.query.get("EvaluateTaskAttributes", ""))
        fits = [
            task
            for task in self.tasks.values()
            if wanted and json.loads(task["attributes"])["frontdesk_ticket"] == wanted[1]
        ]
        return web.json_response({"tasks": fits, "meta": {"key": "tasks", "page_size": 50, "next_page_url": None}})

    async def _change(self, request: web.Request) -> web.Response:
        form = await request.post()
        task = self.tasks[request.match_info["task"]]
        task["assignment_status"] = form["AssignmentStatus"]
        return web.json_response(task)

    async def _reserve(self, request: web.Request) -> web.Response:
        form = await request.post()
        self.reservations[request.match_info["reservation"]] = str(form["ReservationStatus"])
        return web.json_response({"sid": request.match_info["reservation"], "reservation_status": "accepted"})

    async def _figures(self, request: web.Request) -> web.Response:
        activities = [{"friendly_name": "Available", "workers": 1}, {"friendly_name": "Offline", "workers": 4}]
        said = {"tasks_by_status": {"pending": 0, "reserved": 0}, "activity_statistics": activities}
        return web.json_response(said | {"total_workers": 5, "longest_task_waiting_age": 0})

    async def assign(self, task: str, worker: str = "WK1", **changes: str) -> tuple[int, dict[str, Any]]:
        """TaskRouter chose a worker: the signed assignment callback, and what it answers is done."""
        reservation = f"WR{next(self.ids):032x}"
        form = {
            "AccountSid": self._account.sid,
            "TaskSid": task,
            "ReservationSid": reservation,
            "WorkerSid": worker,
            "WorkerAttributes": json.dumps({"name": "Ada", "contact_uri": "client:ada"}),
            "TaskAttributes": self.tasks[task]["attributes"],
            "WorkspaceSid": "WS1",
            **changes,
        }
        status, said = await self.send("/twilio/taskrouter/assignment", form)
        if said.get("instruction") == "call":
            self._ring(said)
        return status, said

    async def send(self, path: str, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        url = self.house + path
        signature = RequestValidator(self._account.auth_token).compute_signature(url, form)
        async with (
            aiohttp.ClientSession() as http,
            http.post(url, data=form, headers={"X-Twilio-Signature": signature}) as answer,
        ):
            text = await answer.text()
            return answer.status, json.loads(text) if text.startswith("{") else {}

    def _ring(self, said: dict[str, Any]) -> None:
        assert self.exchange is not None
        callbacks = Callbacks(said["status_callback_url"], "POST", frozenset({"completed"}))
        first = Goto(said["url"], "POST")
        self.exchange.make(CallOrder(said["from"], said["to"], first, callbacks, said["timeout"]))

    @property
    def _account(self) -> Any:
        assert self.exchange is not None
        return self.exchange.account
