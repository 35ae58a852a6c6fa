"""Who may come in: log in by password (argon2), a cookie only the browser holds, roles, and a guard against forged posts."""

import asyncio
import hashlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from frontdesk.channels.limits import Limiter
from frontdesk.channels.sender import sender
from frontdesk.core.language import clean
from handoff.ports import Agent, AgentStore, LoginStore, Role

COOKIE = "frontdesk_login"
HOURS = 12 * 3600.0
HASHES_AT_ONCE = 2  # each takes a core for a while, and 19 MB
FORGED = "Send the header 'X-Frontdesk: 1' with requests that change something."
AGENT: web.RequestKey[Agent] = web.RequestKey("agent", Agent)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
DESK: tuple[Role, ...] = ("agent", "supervisor", "admin")
BOARD: tuple[Role, ...] = ("owner", "supervisor", "admin")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorkeeper:
    """What log-in needs. `secure`: set the cookie for HTTPS only. `fresh`: an unguessable token.

    `limiter` counts tries for a name from one address, so that nobody can lock out somebody else; `crowd` counts all
    tries from one address. `proxies`: see `sender`.
    """

    agents: AgentStore
    logins: LoginStore
    clock: Callable[[], float]
    fresh: Callable[[], str]
    limiter: Limiter
    crowd: Limiter
    hasher: PasswordHasher
    secure: bool
    proxies: int = 0


class Login:
    """The log-in routes, and the guard other routes stand behind."""

    def __init__(self, keeper: Doorkeeper) -> None:
        self._keeper = keeper
        self._hashing = asyncio.Semaphore(HASHES_AT_ONCE)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/api/login", self.login),
            web.post("/api/logout", self.logout),
            web.get("/api/me", self.guard(self.me)),
        ]

    async def login(self, request: web.Request) -> web.Response:
        if _forged(request):
            return refusal(FORGED, 403)
        body = await read_json(request)
        name, password = str(body.get("username", ""))[:100], str(body.get("password", ""))[:1000]
        address = sender(request, self._keeper.proxies)
        if not self._keeper.crowd.allow(address) or not self._keeper.limiter.allow(f"{address} {name}"):
            return refusal("Too many attempts; wait a minute and try again.", 429)
        agent = await self._keeper.agents.agent(clean(name))
        async with self._hashing:
            right = await asyncio.to_thread(self._matches, agent, password)
        if not right or agent is None:
            return refusal("The name or the password is wrong; try again.", 401)
        token = self._keeper.fresh()
        await self._keeper.logins.open(_hash(token), agent.id, self._keeper.clock() + HOURS)
        response = web.json_response(public(agent))
        response.set_cookie(
            COOKIE, token, max_age=int(HOURS), httponly=True, samesite="Strict", secure=self._keeper.secure, path="/"
        )
        return response

    async def logout(self, request: web.Request) -> web.Response:
        if _forged(request):
            return refusal(FORGED, 403)
        if token := request.cookies.get(COOKIE):
            await self._keeper.logins.close(_hash(token))
        response = web.json_response({"ok": True})
        response.del_cookie(COOKIE, path="/")
        return response

    async def me(self, request: web.Request) -> web.Response:
        return web.json_response(public(request[AGENT]))

    def guard(self, handler: Handler, roles: tuple[Role, ...] | None = None) -> Handler:
        """`handler` behind log-in, a role, and for anything that changes something the X-Frontdesk header."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            agent = await self.agent(request)
            if agent is None:
                return refusal("Log in first.", 401)
            if roles is not None and agent.role not in roles:
                return refusal("Your role may not see this; ask an administrator.", 403)
            if request.method not in ("GET", "HEAD") and _forged(request):
                return refusal(FORGED, 403)
            request[AGENT] = agent
            return await handler(request)

        return guarded

    async def agent(self, request: web.Request) -> Agent | None:
        """The agent who is logged in on this request."""
        token = request.cookies.get(COOKIE)
        if not token:
            return None
        name = await self._keeper.logins.agent_of(_hash(token), self._keeper.clock())
        return await self._keeper.agents.agent(name) if name else None

    def still(self, request: web.Request) -> Callable[[], Awaitable[bool]]:
        """Asks whether whoever sent this request is still logged in, in the same role: for sockets that stay open."""
        role = request[AGENT].role

        async def asked() -> bool:
            agent = await self.agent(request)
            return agent is not None and agent.role == role

        return asked

    def _matches(self, agent: Agent | None, password: str) -> bool:
        """Checked against a dummy when there is no such agent, so that time tells nothing."""
        stored = agent.password_hash if agent is not None else _DUMMY
        try:
            return self._keeper.hasher.verify(stored, password)
        except (VerificationError, InvalidHashError):
            return False


def _forged(request: web.Request) -> bool:
    """Other sites' forms and links can't set a header."""
    return request.headers.get("X-Frontdesk") != "1"


_DUMMY = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1).hash("nobody has this password")


def public(agent: Agent) -> dict[str, Any]:
    """What the pages may know of an agent."""
    return {"id": agent.id, "name": agent.name, "role": agent.role, "langs": list(agent.langs)}


def refusal(sentence: str, status: int) -> web.Response:
    """An error as JSON, in a sentence."""
    return web.json_response({"error": sentence}, status=status)


async def read_json(request: web.Request) -> dict[str, Any]:
    """The body as an object; an empty or broken one is an empty object."""
    try:
        body = await request.json()
    except (json.JSONDecodeError, UnicodeDecodeError):
        return {}
    return body if isinstance(body, dict) else {}


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
