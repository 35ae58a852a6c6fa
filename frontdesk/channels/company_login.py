"""The company's log-in as browsers meet it: sent to the provider, and back with a code. Knows the protocol by a port."""

import base64
import hashlib
import hmac
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote

from aiohttp import web

from frontdesk.channels.login import Login, refusal
from frontdesk.people.company import Asked, Company, CompanyRules, NotLetIn, newcomer
from frontdesk.people.people import By

log = logging.getLogger(__name__)
COOKIE = "frontdesk_company"
PATH = "/api/login/company"
WITHIN_S = 600
PAGES = ("/desk", "/board")


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyWay:
    """The company to ask (None: there is none), whom it lets in, and what the button calls it."""

    company: Company | None = None
    rules: CompanyRules = field(default_factory=CompanyRules)
    name: str = ""


class CompanyLogin:
    """The routes of the company's log-in; without a company they only say so.

    `seal`: the house's key. `fresh`: 256 random bits as url-safe text.
    """

    def __init__(self, login: Login, way: CompanyWay, seal: bytes, fresh: Callable[[], str]) -> None:
        self._login, self._company, self._rules, self._name = login, way.company, way.rules, way.name
        self._key, self._fresh = seal, fresh

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/api/login/ways", self.ways),
            web.get(PATH, self.begin),
            web.get(f"{PATH}/back", self.back),
        ]

    async def ways(self, request: web.Request) -> web.Response:
        """How one may come in: by password always, by the company's log-in when it has a name."""
        return web.json_response({"password": True, "company": self._name if self._company is not None else None})

    async def begin(self, request: web.Request) -> web.StreamResponse:
        if self._company is None:
            return refusal("There is no company log-in here; use a name and a password.", 404)
        if not self._login.keeper.crowd.allow(self._login.address(request)):
            return refusal("Too many attempts; wait a minute and try again.", 429)
        to = request.query.get("to", "")
        asked = Asked(
            state=self._fresh(), nonce=self._fresh(), verifier=self._fresh(), to=to if to in PAGES else PAGES[0]
        )
        try:
            where = await self._company.address(asked)
        except NotLetIn as error:
            return await self._refused(request, asked.to, error)
        response = web.Response(status=302, headers={"Location": where})
        # Lax: the browser comes back from another site, and must bring it along.
        response.set_cookie(
            COOKIE,
            self._sealed(asked),
            max_age=WITHIN_S,
            httponly=True,
            samesite="Lax",
            secure=self._login.keeper.secure,
            path=PATH,
        )
        return response

    async def back(self, request: web.Request) -> web.StreamResponse:
        """The browser comes back; whatever does not fit together lets nobody in."""
        asked = self._opened(request.cookies.get(COOKIE, ""))
        to = asked.to if asked is not None else PAGES[0]
        try:
            if self._company is None or asked is None:
                raise NotLetIn("failed", "This log-in was not begun here, or too long ago; begin again.")
            if not hmac.compare_digest(request.query.get("state", "").encode(), asked.state.encode()):
                raise NotLetIn("failed", "The answer belongs to another log-in; begin again.")
            if "error" in request.query or "code" not in request.query:
                raise NotLetIn("refused", "The company's log-in did not let you in.")
            claims = await self._company.claims(request.query["code"], asked)
            by = By(who="company log-in", address=self._login.address(request))
            agent = await self._login.keeper.people.from_company(newcomer(claims, self._rules), by)
        except NotLetIn as error:
            return await self._refused(request, to, error)
        response = web.Response(status=303, headers={"Location": to})
        response.del_cookie(COOKIE, path=PATH)
        await self._login.let_in(request, response, agent, how="company")
        return response

    async def _refused(self, request: web.Request, to: str, error: NotLetIn) -> web.Response:
        """Back to the page, which says it in the person's language; written down with the whole sentence."""
        log.warning("the company's log-in let nobody in: %s", error)
        by = By(who="-", address=self._login.address(request))
        await self._login.keeper.people.write(by, "login_failed", "company log-in", str(error)[:200])
        response = web.Response(status=303, headers={"Location": f"{to}#login={quote(error.reason)}"})
        response.del_cookie(COOKIE, path=PATH)
        return response

    def _sealed(self, asked: Asked) -> str:
        fields = [asked.state, asked.nonce, asked.verifier, asked.to, self._login.keeper.people.clock() + WITHIN_S]
        body = base64.urlsafe_b64encode(json.dumps(fields).encode()).decode().rstrip("=")
        return f"{body}.{self._seal(body)}"

    def _opened(self, cookie: str) -> Asked | None:
        body, _, seal = cookie.partition(".")
        if not body or not hmac.compare_digest(seal.encode(), self._seal(body).encode()):
            return None
        state, nonce, verifier, to, until = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        if self._login.keeper.people.clock() > until:
            return None
        return Asked(state=state, nonce=nonce, verifier=verifier, to=to)

    def _seal(self, body: str) -> str:
        return hmac.new(self._key, b"company:" + body.encode(), hashlib.sha256).hexdigest()
