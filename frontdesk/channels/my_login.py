"""What everybody does with their own log-in: see where it is open, end one, change the password."""

from typing import Any

from aiohttp import web

from frontdesk.channels.login import AGENT, Login, TooManyTries, read_json, refusal, token_hash
from frontdesk.people.passwords import WeakPassword
from frontdesk.people.ports import OpenLogin


class MyLogin:
    """The routes of /api/me."""

    def __init__(self, login: Login) -> None:
        self._login, self._people = login, login.keeper.people

    def routes(self) -> list[web.RouteDef]:
        guard = self._login.guard
        return [
            web.get("/api/me/logins", guard(self.logins)),
            web.post("/api/me/logins/{login}/end", guard(self.end)),
            web.post("/api/me/password", guard(self.password)),
        ]

    async def logins(self, request: web.Request) -> web.Response:
        """One's own log-ins that have not ended; `here` is the one that asks."""
        found = await self._people.logins.open_logins(request[AGENT].id, self._people.clock())
        return web.json_response({"logins": [shown(one, self._here(request)) for one in found]})

    async def end(self, request: web.Request) -> web.Response:
        agent, asked = request[AGENT].id, request.match_info["login"]
        for one in await self._people.logins.open_logins(agent, self._people.clock()):
            if one.id == asked:
                await self._people.logins.close(one.token_hash)
                await self._people.write(self._login.by(request), "login_ended", agent)
                return web.json_response({"ok": True})
        return refusal("There is no such log-in any more; reload the page.", 404)

    async def password(self, request: web.Request) -> web.Response:
        """Change one's own; the other log-ins end, and this one goes on with a new token."""
        body, agent = await read_json(request), request[AGENT]
        try:
            if not await self._login.proves(agent.id, str(body.get("present", ""))[:1000]):
                return refusal("The present password is wrong; try again.", 400)
            await self._people.set_password(agent.id, str(body.get("new", "")), self._login.by(request))
        except TooManyTries as error:
            return refusal(str(error), 429)
        except WeakPassword as error:
            return refusal(str(error), 400)
        response = web.json_response({"ok": True})
        await self._login.let_in(request, response, agent, how="after the password changed")
        return response

    def _here(self, request: web.Request) -> str:
        return token_hash(request.cookies.get(self._login.keeper.cookie, ""))


def shown(login: OpenLogin, here: str) -> dict[str, Any]:
    """A log-in as the pages may know it."""
    return {
        "id": login.id,
        "since": login.created_at,
        "until": login.expires_at,
        "address": login.address,
        "browser": login.browser,
        "here": login.token_hash == here,
    }
