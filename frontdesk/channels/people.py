"""For administrators: the people of the house, and the audit log."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from frontdesk.channels.login import Login, TooManyTries, counter, read_json, refusal
from frontdesk.core.errors import FrontdeskError
from frontdesk.people.audit import AuditEntry
from frontdesk.people.people import NewPerson, NoSuchAccount
from frontdesk.people.ports import Account
from frontdesk.people.roles import ROLES
from handoff.ports import Agent

PAGE = 100


class PeopleDoor:
    """The routes of /api/people and /api/audit."""

    def __init__(self, login: Login) -> None:
        self._login, self._people = login, login.keeper.people

    def routes(self) -> list[web.RouteDef]:
        def guard(handler: Callable[[web.Request], Awaitable[web.Response]]) -> Any:
            return self._login.guard(self._told(handler), needs="people.manage")

        return [
            web.get("/api/people", guard(self.listed)),
            web.post("/api/people", guard(self.add)),
            web.post("/api/people/{agent}", guard(self.change)),
            web.get("/api/audit", self._login.guard(self.audit, needs="audit.read")),
        ]

    async def listed(self, request: web.Request) -> web.Response:
        accounts = {account.agent: account for account in await self._people.accounts.accounts()}
        found = []
        for agent in await self._people.agents.agents():
            logins = await self._people.logins.open_logins(agent.id, self._people.clock())
            found.append(person(agent, accounts[agent.id], len(logins)))
        return web.json_response({"people": found})

    async def add(self, request: web.Request) -> web.Response:
        body = await read_json(request)
        langs = body.get("langs")
        new = NewPerson(
            agent=_text(body, "id"),
            name=_text(body, "name"),
            role=body.get("role", ""),
            langs=tuple(str(one)[:10] for one in langs) if isinstance(langs, list) else (),
            phone=_text(body, "phone"),
            email=_text(body, "email"),
            password=str(body.get("password", "")),
        )
        agent = await self._people.add(new, self._login.by(request))
        return web.json_response({"ok": True, "id": agent.id})

    async def change(self, request: web.Request) -> web.Response:
        """One change per request: `role`, `password`, `disabled`, `email`, or `free: true` to forget wrong tries."""
        body, agent, by = await read_json(request), request.match_info["agent"], self._login.by(request)
        match body:
            case {"role": str(role)} if role in ROLES:
                await self._people.set_role(agent, role, by)
            case {"password": str(password)}:
                await self._people.set_password(agent, password, by)
            case {"disabled": bool(disabled)}:
                await (self._people.disable if disabled else self._people.enable)(agent, by)
            case {"email": str(email)}:
                await self._people.set_email(agent, email.strip()[:200], by)
            case {"free": True}:
                await self._people.account(agent)
                await self._login.keeper.tries.clear(counter(agent))
            case _:
                return refusal("Send one of role, password, disabled, email, free.", 400)
        return web.json_response({"ok": True})

    async def audit(self, request: web.Request) -> web.Response:
        """Who did what, the newest first; `?before=` a position for the page after, `?about=` one person."""
        before = request.query.get("before", "")
        if before and not before.isdecimal():
            return refusal("Give `before` as a position, a whole number.", 400)
        log = self._people.audit
        found = await log.entries(
            before=int(before) if before else None, limit=PAGE, about=request.query.get("about", "")
        )
        return web.json_response({"entries": [entry(one) for one in found]})

    def _told(self, handler: Callable[[web.Request], Awaitable[web.Response]]) -> Any:
        """What can't be done is told in its sentence."""

        async def told(request: web.Request) -> web.Response:
            try:
                return await handler(request)
            except NoSuchAccount as error:
                return refusal(str(error), 404)
            except TooManyTries as error:
                return refusal(str(error), 429)
            except FrontdeskError as error:
                if type(error).__module__.startswith("frontdesk.people"):
                    return refusal(str(error), 409)
                raise

        return told


def person(agent: Agent, account: Account, logins: int) -> dict[str, Any]:
    """An account as administrators see it."""
    return {
        "id": agent.id,
        "name": agent.name,
        "role": account.role,
        "langs": list(agent.langs),
        "phone": agent.phone,
        "email": account.email,
        "disabled": account.disabled,
        "company_login": bool(account.company_id),
        "has_password": bool(account.password),
        "logins": logins,
    }


def entry(one: AuditEntry) -> dict[str, Any]:
    """An entry of the audit log as JSON."""
    return {
        "position": one.position,
        "at": one.at,
        "who": one.who,
        "deed": one.deed,
        "about": one.about,
        "address": one.address,
        "note": one.note,
    }


def _text(body: dict[str, Any], name: str) -> str:
    return str(body.get(name, "")).strip()[:200]
