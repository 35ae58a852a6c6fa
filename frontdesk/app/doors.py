"""The house's doors as one aiohttp application, and the server that opens them."""

import logging
import secrets
import time
import weakref
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import WSCloseCode, web

from frontdesk.adapters.audio.mulaw import joined
from frontdesk.app.board import notes, published, targets_of
from frontdesk.app.house import House
from frontdesk.app.kept import shelf_of
from frontdesk.app.pages_build import STATIC
from frontdesk.app.secrets_kept import house_secret
from frontdesk.app.staff_doors import chat_tokens, open_login, staff_routes
from frontdesk.channels import pages
from frontdesk.channels.audio import AudioDoor
from frontdesk.channels.board.door import BoardDoor, BoardParts
from frontdesk.channels.chat.door import ChatDoor
from frontdesk.channels.chat.links import LinkDoor
from frontdesk.channels.chat.rest import ChatRest
from frontdesk.channels.chat.socket import ChatParts, ChatSocket, make_server
from frontdesk.channels.limits import Limiter
from frontdesk.channels.login import Login, refusal
from frontdesk.channels.pushes import same_origin
from frontdesk.channels.recordings import RecordingsDoor
from frontdesk.channels.sender import sender
from frontdesk.channels.texts.door import TextDoor
from frontdesk.channels.voice.app import voice_app
from frontdesk.channels.voice.ports import VoiceDeps
from frontdesk.core.errors import FrontdeskError

log = logging.getLogger(__name__)
DRAIN_S = 15.0
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def application(house: House) -> web.Application:
    """All routes, ready to serve."""
    traced = [house.tracing.requests()] if house.tracing is not None else []
    app = web.Application(client_max_size=256 * 1024, middlewares=[*traced, house.ops.middleware, _errors])
    login = open_login(house)
    sockets: weakref.WeakSet[web.WebSocketResponse] = weakref.WeakSet()
    sio = _chat(house, app)
    more = house.outside.signed if house.outside else {}
    app.add_subapp("/twilio", voice_app(_voice(house), house.phone.signatures, _texts(house), more))
    app.add_routes(house.phone.routes(_may_phone(house, login)))
    app.add_routes([*house.ops.routes(), *staff_routes(house, login), *_board(house, login).routes()])
    app.add_routes(house.outside.open_routes if house.outside else ())
    app.add_routes(AudioDoor(shelf_of(house.settings).read, joined).routes())
    app.add_routes(_links(house).routes())
    app.add_routes(_heard(house, login).routes())
    app.add_routes(pages.routes(STATIC))
    app.on_response_prepare.append(pages.headers(house.settings.base_url))
    app.on_response_prepare.append(_remember(sockets))
    app.on_shutdown.append(_closing(house, sockets, sio))
    return app


@asynccontextmanager
async def serving(house: House) -> AsyncIterator[web.AppRunner]:
    """Listen while the block runs; then take no more, and let what is under way finish."""
    runner = web.AppRunner(application(house), access_log=None, shutdown_timeout=DRAIN_S)
    await runner.setup()
    site = web.TCPSite(runner, house.settings.host, house.settings.port)
    await site.start()
    try:
        yield runner
    finally:
        house.ops.draining = True
        await runner.cleanup()


def _chat(house: House, app: web.Application) -> ChatSocket:
    """The chat's two protocols; returns the socket side, to be closed at the end."""
    settings = house.settings
    door = ChatDoor(
        turns=house.turns,
        store=house.stores.sessions,
        clock=time.time,
        new_key=lambda: secrets.token_hex(8),
        words=house.words,
        default_lang=settings.default_lang,
    )
    limiter = Limiter(time.monotonic, rate=2.0, burst=20)
    sio = make_server(
        "*" if "*" in settings.chat_origins else [settings.base_url, *_local(house), *settings.chat_origins]
    )
    sio.on("connect", _welcome(house))
    sio.attach(app)
    token = settings.rest_token.get_secret_value()
    app.add_routes(ChatRest(door, limiter, token if token or not settings.local else None).routes())
    parts = ChatParts(
        door=door, bus=house.stores.bus, tokens=chat_tokens(house), limiter=limiter, marks=house.stores.marks
    )
    return ChatSocket(sio, parts)


def _local(house: House) -> list[str]:
    """On one's own machine the pages are reached by more than one name."""
    port = house.settings.port
    return [f"http://127.0.0.1:{port}", f"http://localhost:{port}"] if house.settings.local else []


def _links(house: House) -> LinkDoor:
    """Links from calls to chats."""
    return LinkDoor(
        links=house.links(),
        turns=house.turns,
        store=house.stores.sessions,
        tokens=chat_tokens(house),
        words=house.words,
    )


def _heard(house: House, login: Login) -> RecordingsDoor:
    """Recordings, for who may hear them."""
    return RecordingsDoor(
        folder=house.settings.recordings_dir,
        log=house.stores.log,
        audit=house.stores.audit,
        login=login,
        tickets=house.stores.tickets,
        clock=time.time,
    )


def _voice(house: House) -> VoiceDeps:
    return VoiceDeps(
        turns=house.turns,
        tickets=house.stores.tickets,
        briefing=house,
        clock=time.time,
        base_url=house.settings.base_url,
        words=house.words,
        sounds=house.sounds,
        recordings=house.recordings,
        messages=house.settings.takes_messages,
        recordable=house.settings.records_calls,
        hushed=house.followers.recorder.hushed,
        hang_up=house.phone.calls.hang_up,
        textable=house.textable,
        pace=lambda lang, caller: house.books.current().calms.of(lang, caller).pace,
    )


def _texts(house: House) -> TextDoor:
    return TextDoor(
        turns=house.turns,
        clock=time.time,
        words=house.words,
        secret=house_secret(house.settings),
        limiter=Limiter(time.monotonic, rate=1.0, burst=20),
        default_lang=house.settings.default_lang,
    )


def _board(house: House, login: Login) -> BoardDoor:
    return BoardDoor(
        BoardParts(
            projections=house.stores.projections,
            log=house.stores.log,
            bus=house.stores.bus,
            login=login,
            clock=time.time,
            zone=house.settings.time_zone,
            base_url=house.settings.base_url,
            ledger=house.ledger.name,
            catch_up=house.catch_up,
            targets=targets_of(house.settings.targets_file),
            published=published(house.stores.flows),
            notes=notes(house.stores.flows, house.stores.incidents, ZoneInfo(house.settings.time_zone)),
            incidents=house.stores.incidents,
            books=house.books.of,
        )
    )


def _welcome(house: House) -> Callable[..., Awaitable[bool]]:
    """Pages connect seldom; who connects all the time from one address is turned away until it is calm again."""
    crowd = Limiter(time.monotonic, rate=5.0, burst=100)

    async def connect(sid: str, environ: dict[str, Any], *_: object) -> bool:
        return crowd.allow(sender(environ["aiohttp.request"], house.settings.trusted_proxies))

    return connect


def _may_phone(house: House, login: Login) -> Callable[[web.Request, str | None], Awaitable[bool]]:
    """Anyone on our pages may call, now and then; an agent's phone is for that agent alone."""
    crowd = Limiter(time.monotonic, rate=0.5, burst=60)

    async def may(request: web.Request, client: str | None) -> bool:
        if not same_origin(request, house.settings.base_url):
            return False
        if client is None:
            return crowd.allow(sender(request, house.settings.trusted_proxies))
        agent = await login.agent(request)
        return agent is not None and agent.id == client

    return may


def _remember(
    sockets: "weakref.WeakSet[web.WebSocketResponse]",
) -> Callable[[web.Request, web.StreamResponse], Awaitable[None]]:
    async def remember(request: web.Request, response: web.StreamResponse) -> None:
        if isinstance(response, web.WebSocketResponse):
            sockets.add(response)

    return remember


def _closing(
    house: House, sockets: "weakref.WeakSet[web.WebSocketResponse]", chat: ChatSocket
) -> Callable[[web.Application], Awaitable[None]]:
    """Say goodbye to open sockets, so that a stop does not wait for them; their pages come back by themselves."""

    async def close(app: web.Application) -> None:
        house.ops.draining = True
        await chat.close()
        for socket in set(sockets):
            await socket.close(code=WSCloseCode.GOING_AWAY, message=b"The server restarts.")

    return close


@web.middleware
async def _errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Our own and the world's failures as sentences; nothing of the inside leaves the house."""
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except FrontdeskError as error:
        log.warning("a request could not be served: %s", type(error).__name__)
        return refusal("This can't be done just now; try again in a moment.", 503)
    except Exception:
        number = secrets.token_hex(4)
        log.exception("request %s failed", number)
        body: dict[str, Any] = {"error": f"Something went wrong on our side (number {number}); try again."}
        return web.json_response(body, status=500)
