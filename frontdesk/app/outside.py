"""Outside human queues as the settings choose them: who sends, whose doors are open, what is told of the wait."""

import contextlib
import hashlib
import hmac
import random  # the composition root may: it hands randomness on as an argument
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from frontdesk.adapters.outside.chatwoot import ChatwootAccount, ChatwootQueue
from frontdesk.adapters.outside.webhook import WebhookQueue
from frontdesk.adapters.sql.outbox import SqlOutbox
from frontdesk.adapters.twilio.taskrouter import TaskRouterAccount, TaskRouterQueue
from frontdesk.app.secrets_kept import kept_secret
from frontdesk.app.settings import Settings
from frontdesk.app.stores import Stores
from frontdesk.channels.outside.chatwoot import ChatwootDoor
from frontdesk.channels.outside.taskrouter import TaskRouterDoor
from frontdesk.channels.outside.webhook import WebhookDoor
from frontdesk.conversation.postman import Post, Postman
from frontdesk.core.inputs import WaitReply
from frontdesk.core.waits import EstimateWait
from handoff import packet
from handoff.outside import OutsideQueue, System
from handoff.outside_desk import OutsideDesk
from handoff.packet import Happened
from handoff.waiting import QueueNow, estimate
from handoff.ways import Ways

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Expect = Callable[[EstimateWait], Awaitable[WaitReply]]
Queues = Mapping[System, "ChatwootQueue | TaskRouterQueue | WebhookQueue"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """The outside queues in use. `signed`: handlers for Twilio's own webhooks, behind its signature."""

    postman: Postman
    queues: Queues
    system_of: Mapping[str, System]
    open_routes: tuple[web.RouteDef, ...]
    signed: Mapping[str, Handler]
    stores: Stores
    links: SqlOutbox

    async def post(self) -> None:
        """One round: what is new in the log, then everything that is due."""
        await self.postman.collect()
        await self.postman.deliver()

    async def stuck(self) -> int:
        """Parcels that are late, or were given up in the last day."""
        return await self.links.stuck(time.time() - 86_400)

    async def expect(self, request: EstimateWait, ours: Expect) -> WaitReply:
        """The wait at an outside queue: its own figures with our handling times; else honestly no number."""
        system = self.system_of.get("voice" if request.medium == "voice" else "chat")
        if system is None:
            return await ours(request)
        queue = self.queues[system]
        if isinstance(queue, TaskRouterQueue) and (figures := await queue.figures()) is not None:
            handling = tuple(await self.stores.tickets.handling_times(request.queue))
            return estimate(
                QueueNow(ahead=figures.waiting, staffed=figures.staffed, free=figures.free, handling_s=handling)
            )
        return WaitReply(position=1, staffed=1)

    async def close(self) -> None:
        for queue in self.queues.values():
            with contextlib.suppress(Exception):
                await queue.close()


def open_outside(settings: Settings, stores: Stores, ways: Ways) -> Outside | None:
    """None when all customers go to our own desk."""
    system_of: dict[str, System] = {}
    if settings.handoff_chat != "desk":
        system_of["chat"] = settings.handoff_chat
    if settings.handoff_voice != "desk":
        system_of["voice"] = settings.handoff_voice
    if not system_of:
        return None
    outbox = SqlOutbox(stores.database)
    queues = {system: _queue(system, settings) for system in sorted(set(system_of.values()))}
    named: dict[System, OutsideQueue] = dict(queues)
    post = Post(
        outbox=outbox,
        links=outbox,
        tickets=stores.tickets,
        queues=named,
        system_of=system_of,
        packet=_packet(stores),
        tell=ways.tell,
        clock=time.time,
        jitter=random.Random().random,  # noqa: S311  # spreads retries, guards nothing
    )
    desk = OutsideDesk(stores.tickets, ways, _call_of(stores))
    routes, signed = _doors(settings, desk, outbox, set(queues))
    return Outside(
        postman=Postman(post),
        queues=queues,
        system_of=system_of,
        open_routes=routes,
        signed=signed,
        stores=stores,
        links=outbox,
    )


def _queue(system: System, settings: Settings) -> ChatwootQueue | TaskRouterQueue | WebhookQueue:
    match system:
        case "chatwoot":
            return ChatwootQueue(
                ChatwootAccount(
                    url=settings.chatwoot_url,
                    account=settings.chatwoot_account,
                    inbox=settings.chatwoot_inbox,
                    token=settings.chatwoot_token.get_secret_value(),
                    team=settings.chatwoot_team,
                )
            )
        case "taskrouter":
            return TaskRouterQueue(
                TaskRouterAccount(
                    account_sid=settings.twilio_account_sid,
                    auth_token=settings.twilio_auth_token.get_secret_value(),
                    workspace=settings.taskrouter_workspace,
                    workflow=settings.taskrouter_workflow,
                    queue=settings.taskrouter_queue,
                    api_url=settings.twilio_api_url,
                ),
                time.monotonic,
            )
        case "webhook":
            secret = settings.handoff_webhook_secret.get_secret_value()
            return WebhookQueue(settings.handoff_webhook_url, secret, time.time)


def _doors(
    settings: Settings, desk: OutsideDesk, outbox: SqlOutbox, systems: set[System]
) -> tuple[tuple[web.RouteDef, ...], Mapping[str, Handler]]:
    routes: list[web.RouteDef] = []
    signed: dict[str, Handler] = {}
    if "webhook" in systems:
        secrets = (settings.handoff_webhook_secret, settings.handoff_webhook_secret_2)
        given = tuple(s.get_secret_value() for s in secrets if s.get_secret_value())
        routes += WebhookDoor(desk, given, time.time).routes()
    if "chatwoot" in systems:
        secret = settings.chatwoot_webhook_secret.get_secret_value()
        routes += ChatwootDoor(desk, outbox, chatwoot_token(settings), secret, time.time).routes()
    if "taskrouter" in systems:
        door = TaskRouterDoor(
            desk, outbox, settings.base_url, settings.twilio_number, settings.taskrouter_instruction, time.time
        )
        signed = {
            "/taskrouter/assignment": door.assignment,
            "/taskrouter/event": door.event,
            "/taskrouter/conference": door.conference,
        }
    return tuple(routes), signed


def chatwoot_token(settings: Settings) -> str:
    """The secret part of the address that Chatwoot's webhook is set to; follows from the house's key."""
    key = settings.secret_key.get_secret_value() or kept_secret(settings.data_dir, "secret-key")
    return hmac.new(key.encode(), b"chatwoot-webhook", hashlib.sha256).hexdigest()[:40]


def _packet(stores: Stores) -> Callable[[str, str], Awaitable[Mapping[str, Any] | None]]:
    """The context packet as outside queues get it: with what they route by."""

    async def build(session: str, ticket: str) -> Mapping[str, Any] | None:
        state = await stores.sessions.load(session)
        queued = await stores.tickets.ticket(ticket)
        if state is None or queued is None:
            return None
        entries = await stores.log.of_session(session)
        happened = [Happened(at=e.at, seq=e.seq, event=e.event) for e in entries]
        routing = {
            "queue": queued.ticket.queue,
            "priority": queued.ticket.priority,
            "skills": list(queued.ticket.skills),
        }
        call = _call(state.address)
        return {**packet.build(state, queued.ticket, happened), **routing, **({"call_sid": call} if call else {})}

    return build


def _call_of(stores: Stores) -> Callable[[str], Awaitable[str | None]]:
    async def call(session: str) -> str | None:
        state = await stores.sessions.load(session)
        return _call(state.address) if state else None

    return call


def _call(address: str) -> str | None:
    kind, _, name = address.partition(":")
    return name if kind == "voice" else None
