"""The browser's door: one WebSocket is one telephone, for a caller or (with `client=`) a registered agent."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiohttp import WSCloseCode, WSMsgType, web

from frontdesk.carrier.browser import BrowserHandset, Message
from frontdesk.carrier.exchange import WITHHELD, Engaged, Exchange
from frontdesk.carrier.signals import HungUp
from frontdesk.carrier.tasks import first_of

Authorise = Callable[[web.Request, str | None], Awaitable[bool]]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
OUTBOX: Final = 500
HEARTBEAT_S: Final = 20
LARGEST_MESSAGE: Final = 16 * 1024
_NUMBER: Final = re.compile(r"\+[1-9][0-9]{6,14}")
_CLIENT: Final = re.compile(r"[\w.@-]{1,128}")


def phone_socket(exchange: Exchange, authorise: Authorise) -> Handler:
    """A handler for `/phone/ws`; `authorise(request, client)` decides who may be which telephone (None: a caller)."""

    async def handle(request: web.Request) -> web.StreamResponse:
        client = request.query.get("client")
        known = client is None or _CLIENT.fullmatch(client) is not None
        if not known or not await authorise(request, client):
            raise web.HTTPForbidden(text="You may not use this telephone; log in first.")
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT_S, max_msg_size=LARGEST_MESSAGE)
        await socket.prepare(request)
        await _Session(exchange, socket, client).run()
        return socket

    return handle


class _Session:
    """One open socket and its telephone."""

    def __init__(self, exchange: Exchange, socket: web.WebSocketResponse, client: str | None) -> None:
        self._exchange = exchange
        self._socket = socket
        self._address = None if client is None else f"client:{client}"
        self._addresses: set[str] = set()
        self._outbox: asyncio.Queue[Message] = asyncio.Queue(OUTBOX)
        self._flooded = asyncio.Event()
        self._handset = BrowserHandset(self._post, exchange.services.ports.sleep)

    async def run(self) -> None:
        if self._address is not None:
            self._rings_at(self._address)
        try:
            await first_of(self._read(), self._write(), self._flooded.wait())
        finally:
            for address in self._addresses:
                self._exchange.forget(address, self._handset)
            self._handset.signal(HungUp())
        await self._socket.close(code=WSCloseCode.GOING_AWAY)

    def _rings_at(self, address: str) -> None:
        self._addresses.add(address)
        self._exchange.register(address, self._handset)

    def _numbered(self, number: str) -> None:
        """The number a page calls from rings there, too, as long as it is open. First come, first served: nobody takes
        another page's calls by naming its number."""
        if self._address is None and not self._exchange.services.directory.registered(number):
            self._rings_at(number)

    def _post(self, message: Message) -> None:
        """Never waits; a page that does not read what it is sent loses its line."""
        try:
            self._outbox.put_nowait(message)
        except asyncio.QueueFull:
            self._flooded.set()

    async def _write(self) -> None:
        try:
            while True:
                await self._socket.send_json(await self._outbox.get())
        except (ConnectionError, RuntimeError):
            return  # the page has gone

    async def _read(self) -> None:
        async for message in self._socket:
            if message.type is WSMsgType.TEXT:
                self._take(message.data)

    def _take(self, text: str) -> None:
        try:
            message: Any = json.loads(text)
        except ValueError:
            message = None
        if not isinstance(message, dict) or not isinstance(message.get("type"), str):
            self._post({"type": "error", "text": "Send JSON objects with a type."})
        elif message["type"] == "call":
            self._call(message)
        else:
            self._handset.take(message)

    def _call(self, message: Message) -> None:
        caller = message.get("from")
        named = isinstance(caller, str) and _NUMBER.fullmatch(caller) is not None
        try:
            self._exchange.call(self._handset, self._address or (str(caller) if named else WITHHELD))
        except Engaged as engaged:
            self._post({"type": "error", "text": str(engaged)})
        else:
            self._post({"type": "ringing"})
            if named:
                self._numbered(str(caller))
