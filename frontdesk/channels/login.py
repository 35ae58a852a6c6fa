"""Who may come in: log in by password (argon2), a cookie only the browser holds, and the guard other routes stand behind."""

import asyncio
import hashlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from aiohttp import web
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from frontdesk.channels.devices import Devices
from frontdesk.channels.limits import Limiter
from frontdesk.channels.pushes import same_origin
from frontdesk.channels.sender import sender
from frontdesk.core.errors import FrontdeskError
from frontdesk.core.language import clean
from frontdesk.people.people import By, People
from frontdesk.people.ports import Account, OpenLogin, TryStore
from frontdesk.people.roles import ALLOWED, Permission, permissions
from handoff.ports import Agent, Role

HOURS = 12 * 3600.0
HASHES_AT_ONCE = 2  # each takes a core for a while, and 19 MB
FORGED = "Send the header 'X-Frontdesk: 1' with requests that change something, from our own pages."
WRONG = "The name or the password is wrong; try again."
AGENT: web.RequestKey[Agent] = web.RequestKey("agent", Agent)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
DESK: tuple[Role, ...] = ALLOWED["desk.work"]
BOARD: tuple[Role, ...] = ALLOWED["board.read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorkeeper:
    """What log-in needs. `base_url`: where we are reached; with https cookies are for HTTPS only. `fresh`: an unguessable
    token. `crowd` counts all tries from one address before anything else is asked. `proxies`: see `sender`.
    """

    people: People
    tries: TryStore
    fresh: Callable[[], str]
    crowd: Limiter
    hasher: PasswordHasher
    devices: Devices
    base_url: str
    proxies: int = 0

    @property
    def secure(self) -> bool:
        return self.base_url.startswith("https:")

    @property
    def cookie(self) -> str:
        """With `__Host-` no other host of the domain can plant one, and none is taken over plain HTTP."""
        return "__Host-frontdesk_login" if self.secure else "frontdesk_login"


class TooManyTries(FrontdeskError):
    """The password was tried too often; wait as long as the message says."""


class Login:
    """The log-in routes, and the guard other routes stand behind."""

    def __init__(self, keeper: Doorkeeper) -> None:
        self.keeper = keeper
        self._hashing = asyncio.Semaphore(HASHES_AT_ONCE)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/api/login", self.login),
            web.post("/api/logout", self.logout),
            web.get("/api/me", self.guard(self.me)),
        ]

    async def login(self, request: web.Request) -> web.Response:
        if self.forged(request):
            return refusal(FORGED, 403)
        body = await read_json(request)
        name, password = clean(str(body.get("username", ""))[:100]), str(body.get("password", ""))[:1000]
        address = self.address(request)
        if not self.keeper.crowd.allow(address):
            return refusal("Too many attempts; wait a minute and try again.", 429)
        counted = self.keeper.devices.of(request, name) or counter(name)
        for name_of in (f"address:{address}", counted):
            if wait := await self.keeper.tries.take(name_of, self._now()):
                return _later(wait)
        account = await self.keeper.people.accounts.account(name)
        if not await self._right(account, password) or account is None or account.disabled:
            await self._failed(name, counted, address)
            return refusal(WRONG, 401)
        await self.keeper.tries.give_back(f"address:{address}")
        await self.keeper.tries.clear(counted)
        return await self.welcome(request, name, how="password")

    async def welcome(self, request: web.Request, name: str, *, how: str) -> web.Response:
        """Let this person in: a new token, whatever the browser came with. The older log-in of this browser ends."""
        agent = await self.keeper.people.agents.agent(name)
        assert agent is not None
        response = web.json_response(public(agent))
        await self.let_in(request, response, agent, how=how)
        return response

    async def let_in(self, request: web.Request, response: web.StreamResponse, agent: Agent, *, how: str) -> None:
        """Open a log-in and hand its cookie to the browser with `response`."""
        people, now = self.keeper.people, self._now()
        if old := request.cookies.get(self.keeper.cookie):
            await people.logins.close(token_hash(old))
        token = self.keeper.fresh()
        browser = clean(request.headers.get("User-Agent", ""), 200)
        login = OpenLogin(
            token_hash=token_hash(token),
            agent=agent.id,
            created_at=now,
            expires_at=now + HOURS,
            address=self.address(request),
            browser=browser,
        )
        await people.logins.open(login)
        await people.write(By(who=agent.id, address=login.address), "logged_in", agent.id, how)
        response.set_cookie(self.keeper.cookie, token, max_age=int(HOURS), **self._flags())
        self.keeper.devices.remember(request, response, agent.id, self._flags())

    async def logout(self, request: web.Request) -> web.Response:
        if self.forged(request):
            return refusal(FORGED, 403)
        people = self.keeper.people
        if token := request.cookies.get(self.keeper.cookie):
            if name := await people.logins.agent_of(token_hash(token), self._now()):
                await people.write(By(who=name, address=self.address(request)), "logged_out", name)
            await people.logins.close(token_hash(token))
        response = web.json_response({"ok": True})
        response.del_cookie(self.keeper.cookie, **self._flags())
        return response

    async def me(self, request: web.Request) -> web.Response:
        return web.json_response(public(request[AGENT]))

    def guard(
        self, handler: Handler, roles: tuple[Role, ...] | None = None, *, needs: Permission | None = None
    ) -> Handler:
        """`handler` behind log-in, a role or permission, and against forgery for anything that changes something."""
        allowed = ALLOWED[needs] if needs is not None else roles

        async def guarded(request: web.Request) -> web.StreamResponse:
            agent = await self.agent(request)
            if agent is None:
                return refusal("Log in first.", 401)
            if allowed is not None and agent.role not in allowed:
                return refusal("Your role may not see this; ask an administrator.", 403)
            if request.method not in ("GET", "HEAD") and self.forged(request):
                return refusal(FORGED, 403)
            request[AGENT] = agent
            return await handler(request)

        return guarded

    async def agent(self, request: web.Request) -> Agent | None:
        """The agent who is logged in on this request. A disabled account is nobody."""
        people = self.keeper.people
        token = request.cookies.get(self.keeper.cookie)
        name = await people.logins.agent_of(token_hash(token), self._now()) if token else None
        account = await people.accounts.account(name) if name else None
        if account is None or account.disabled:
            return None
        return await people.agents.agent(account.agent)

    def still(self, request: web.Request) -> Callable[[], Awaitable[bool]]:
        """Asks whether whoever sent this request is still logged in, in the same role: for sockets that stay open."""
        role = request[AGENT].role

        async def asked() -> bool:
            agent = await self.agent(request)
            return agent is not None and agent.role == role

        return asked

    def address(self, request: web.Request) -> str:
        return sender(request, self.keeper.proxies)

    def by(self, request: web.Request) -> By:
        """Who does what this request asks for."""
        return By(who=request[AGENT].id, address=self.address(request))

    def forged(self, request: web.Request) -> bool:
        """Other sites' forms and links can't set a header; and browsers tell where a request was made."""
        if request.headers.get("X-Frontdesk") != "1":
            return True
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            return True
        return not same_origin(request, self.keeper.base_url)

    async def proves(self, agent: str, password: str) -> bool:
        """Whether this is the person's present password. Counted like a try to log in. Raises TooManyTries."""
        if wait := await self.keeper.tries.take(counter(agent), self._now()):
            raise TooManyTries(_WAIT.format(max(1, round(wait))))
        right = await self._right(await self.keeper.people.accounts.account(agent), password)
        if right:
            await self.keeper.tries.clear(counter(agent))
        return right

    def _flags(self) -> dict[str, Any]:
        return {"httponly": True, "samesite": "Strict", "secure": self.keeper.secure, "path": "/"}

    def _now(self) -> float:
        return self.keeper.people.clock()

    async def _failed(self, name: str, counted: str, address: str) -> None:
        """Write it down; a name nobody has is not kept: people type passwords there."""
        people = self.keeper.people
        about = name if await people.accounts.account(name) is not None else "unknown name"
        held = (await self.keeper.tries.tries(counted)).until - self._now()
        deed, note = ("login_blocked", f"for {held:.0f} s") if held > 0 else ("login_failed", "")
        await people.write(By(who="-", address=address), deed, about, note)  # type: ignore[arg-type]

    async def _right(self, account: Account | None, password: str) -> bool:
        """Checked against a dummy when there is no such account, so that time tells nothing."""
        stored = account.password if account is not None and account.password else _DUMMY
        async with self._hashing:
            right = await asyncio.to_thread(self._matches, stored, password)
        if right and account is not None and account.password and self.keeper.hasher.check_needs_rehash(stored):
            async with self._hashing:
                newer = await asyncio.to_thread(self.keeper.hasher.hash, password)
            await self.keeper.people.accounts.save(replace(account, password=newer))
        return right and stored != _DUMMY

    def _matches(self, stored: str, password: str) -> bool:
        try:
            return self.keeper.hasher.verify(stored, password)
        except (VerificationError, InvalidHashError):
            return False


_DUMMY = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1).hash("nobody has this password")
_WAIT = "Too many wrong tries; wait {} seconds and try again."


def _later(wait: float) -> web.Response:
    seconds = max(1, round(wait))
    response = refusal(_WAIT.format(seconds), 429)
    response.headers["Retry-After"] = str(seconds)
    return response


def public(agent: Agent) -> dict[str, Any]:
    """What the pages may know of an agent."""
    may = list(permissions(agent.role))
    return {"id": agent.id, "name": agent.name, "role": agent.role, "langs": list(agent.langs), "may": may}


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


def counter(name: str) -> str:
    """Where tries for a name are counted. As a hash: people type passwords where a name is asked for."""
    return f"account:{hashlib.sha256(name.encode()).hexdigest()[:32]}"


def token_hash(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
