"""TaskRouter's webhooks: who was chosen for a ticket (assignment), and what became of it (events). Signed as all of Twilio's.

The answer to an assignment is an instruction. `call`: TaskRouter rings the worker and our agent leg briefs and bridges them.
`conference`: TaskRouter puts worker and caller into the ticket's room itself, without a whisper.
"""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import quote

from aiohttp import web

from frontdesk.channels.voice.signature import form_of
from frontdesk.channels.voice.twiml import room_name
from frontdesk.conversation.outbox import Links
from frontdesk.core.errors import FrontdeskError
from handoff.desk import PICKUP_S
from handoff.outside_desk import OutsideDesk, Person

log = logging.getLogger(__name__)
RESERVATION_S = 120.0  # TaskRouter's own timer unless the workflow says otherwise
OVER = frozenset({"reservation.timeout", "reservation.canceled", "reservation.rescinded", "reservation.rejected"})


@dataclass(frozen=True, slots=True)
class TaskRouterDoor:
    """Mounted behind the guard of Twilio's signatures. `caller_id`: what the worker's phone shows."""

    desk: OutsideDesk
    links: Links
    base_url: str
    caller_id: str
    instruction: Literal["call", "conference"]
    clock: Callable[[], float]

    async def assignment(self, request: web.Request) -> web.Response:
        """A worker was reserved for a task: offer the ticket to them and have them rung."""
        form = form_of(request)
        ticket = await self._ticket(form)
        person = _worker(form)
        if ticket is None or person is None:
            return web.json_response({"instruction": "reject"})  # no task of ours, or over: others may be reserved
        reservation = form.get("ReservationSid", "")
        key = f"taskrouter:{reservation}"
        named = {"task": form.get("TaskSid", ""), "reservation": reservation, "worker": person.name}
        await self.links.add("taskrouter", ticket, named)
        try:
            await self.desk.offered(ticket, person, self.clock() + RESERVATION_S, key)
            await self.desk.accepted(ticket, person, key)
        except FrontdeskError as error:
            log.info("a reservation came too late for its ticket: %s", error)
            return web.json_response({"instruction": "reject"})
        make = self._call if self.instruction == "call" else self._conference
        return web.json_response(make(ticket, form))

    async def event(self, request: web.Request) -> web.Response:
        """What became of a reservation; the same news twice, or late, changes nothing."""
        form = form_of(request)
        ticket = await self._ticket(form)
        if ticket is None or form.get("EventType") not in OVER:
            return web.Response(status=204)
        link = await self.links.link(ticket)
        reservation = form.get("ReservationSid", "")
        if link.get("reservation") != reservation or not link.get("worker"):
            return web.Response(status=204)  # of a reservation before the present one
        person = Person("taskrouter", link["worker"], link["worker"])
        try:
            await self.desk.declined(ticket, person, f"taskrouter:{reservation}", answered=False)
        except FrontdeskError as error:
            log.info("taskrouter's news changed nothing: %s", error)
        return web.Response(status=204)

    async def conference(self, request: web.Request) -> web.Response:
        """Who came into the ticket's room or left it, when TaskRouter made the conference."""
        form = form_of(request)
        ticket = request.query.get("ticket", "")
        worker = (await self.links.link(ticket)).get("worker")
        if worker is None or form.get("CallSid") == await self.desk.caller_of(ticket):
            return web.Response(status=204)
        person, key = Person("taskrouter", worker, worker), f"taskrouter:{form.get('ConferenceSid', '')}"
        try:
            match form.get("StatusCallbackEvent"):
                case "participant-join":
                    await self.desk.joined(ticket, person, key)
                case "participant-leave" | "conference-end":
                    await self.desk.ended(ticket, person, key)
                case _:
                    pass
        except FrontdeskError as error:
            log.info("a conference's news changed nothing: %s", error)
        return web.Response(status=204)

    async def _ticket(self, form: Mapping[str, str]) -> str | None:
        """Ours, when the task is one we made; what its attributes say alone is not believed."""
        task, said = form.get("TaskSid", ""), _object(form.get("TaskAttributes", ""))
        ticket = said.get("frontdesk_ticket")
        if not isinstance(ticket, str) or not task:
            return None
        known = await self.links.link(ticket)
        return ticket if not known.get("task") or known["task"] == task else None

    def _call(self, ticket: str, form: Mapping[str, str]) -> dict[str, Any]:
        base, name = self.base_url.rstrip("/"), quote(ticket, safe="")
        to = _object(form.get("WorkerAttributes", "")).get("contact_uri")
        return {
            "instruction": "call",
            "from": self.caller_id,
            "url": f"{base}/twilio/agent/leg?ticket={name}",
            "status_callback_url": f"{base}/twilio/agent/status?ticket={name}",
            "timeout": int(PICKUP_S) - 10,
            "accept": False,
            **({"to": to} if isinstance(to, str) else {}),
        }

    def _conference(self, ticket: str, form: Mapping[str, str]) -> dict[str, Any]:
        to = _object(form.get("WorkerAttributes", "")).get("contact_uri")
        status = f"{self.base_url.rstrip('/')}/twilio/taskrouter/conference?ticket={quote(ticket, safe='')}"
        return {
            "instruction": "conference",
            "room_name": room_name(ticket),
            "from": self.caller_id,
            "timeout": int(PICKUP_S) - 10,
            "beep": "false",
            "end_conference_on_exit": True,
            "conference_status_callback": status,
            "conference_status_callback_event": "start,end,join,leave",
            **({"to": to} if isinstance(to, str) else {}),
        }


def _worker(form: Mapping[str, str]) -> Person | None:
    sid = form.get("WorkerSid", "")
    shown = _object(form.get("WorkerAttributes", "")).get("name") or form.get("WorkerName") or "our colleague"
    return Person("taskrouter", sid, str(shown)) if sid else None


def _object(text: str) -> dict[str, Any]:
    try:
        said = json.loads(text or "{}")
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}
