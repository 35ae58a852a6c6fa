"""The door of the signed-webhook queue: accept, write, decline, end, close. Signed as Standard Webhooks are, replay-safe."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from frontdesk.channels.login import refusal
from frontdesk.core.errors import FrontdeskError, NotAllowed
from frontdesk.core.language import clean
from frontdesk.core.webhook_signature import genuine
from handoff.desk import DISPOSITIONS
from handoff.outside_desk import OutsideDesk, Person

PATH = "/api/handoff/v1/tickets/{ticket}"
DOINGS = ("accept", "message", "decline", "end", "close")


@dataclass(frozen=True, slots=True)
class WebhookDoor:
    """What the other side's people do. `secrets`: the present one and, while it is changed, the next."""

    desk: OutsideDesk
    secrets: tuple[str, ...]
    clock: Callable[[], float]

    def routes(self) -> list[web.RouteDef]:
        return [web.post(f"{PATH}/{doing}", self._handler(doing)) for doing in DOINGS]

    def _handler(self, doing: str) -> Callable[[web.Request], Any]:
        async def handle(request: web.Request) -> web.Response:
            raw = await request.read()
            key = genuine(self.secrets, request.headers, raw, self.clock())
            if key is None:
                return refusal("The signature does not fit; sign id.timestamp.body with the shared secret.", 401)
            try:
                await self._do(doing, request.match_info["ticket"], _object(raw), f"webhook:{key}")
            except NotAllowed as error:
                return refusal(str(error), 409)
            except FrontdeskError as error:
                return refusal(str(error), 422)
            return web.json_response({"ok": True})

        return handle

    async def _do(self, doing: str, ticket: str, said: Mapping[str, Any], key: str) -> None:
        person = Person("webhook", _name(said, "agent", 60), _name(said, "agent_name", 80, "agent"))
        match doing:
            case "accept":
                await self.desk.accepted(ticket, person, key)
            case "message":
                await self.desk.wrote(ticket, person, _name(said, "text", 4000), key)
            case "decline":
                await self.desk.declined(ticket, person, key, answered=True)
            case "end":
                await self.desk.ended(ticket, person, key)
            case _:
                disposition = str(said.get("disposition") or "other")
                if disposition not in DISPOSITIONS:
                    raise BadBody(f"'{disposition}' is no disposition; use one of {', '.join(DISPOSITIONS)}.")
                await self.desk.closed(ticket, person, disposition, str(said.get("note") or ""), key)


class BadBody(FrontdeskError):
    """The body lacks something; the message says what."""


def _object(raw: bytes) -> Mapping[str, Any]:
    try:
        said = json.loads(raw or b"{}")
    except ValueError as error:
        raise BadBody("The body is no JSON; send an object.") from error
    if not isinstance(said, dict):
        raise BadBody("The body must be a JSON object.")
    return said


def _name(said: Mapping[str, Any], field: str, limit: int, instead: str = "") -> str:
    value = said.get(field) or said.get(instead)
    text = clean(value, limit=limit) if isinstance(value, str) else ""
    if not text:
        raise BadBody(f"The body needs '{field}', a text.")
    return text
