"""People who go on whatever breaks: agents with a browser and a phone, a caller, a customer in a chat."""

import asyncio
import contextlib
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import socketio

from frontdesk.carrier.scripted import ScriptedHandset
from frontdesk.carrier.signals import Incoming, Listening
from tests.fault.world import World

PATIENCE_S = 150.0
LOOK_S = 0.05
READY: tuple[str, dict[str, str]] = ("/api/desk/status", {"status": "ready"})


@dataclass(slots=True)
class Staff:
    """An agent who takes whatever is offered, says hello in chats, and closes what was talked about.

    `cut_at`: the browser is gone for good at a card's status. `blinks`: its line breaks at every new status, and is back at
    once; `shown` counts the desks it was sent, `blinked` how many those were when it broke at a card's status.
    """

    world: World
    name: str
    http: aiohttp.ClientSession = field(
        default_factory=lambda: aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
    )
    phone: ScriptedHandset = field(default_factory=lambda: ScriptedHandset(patience=PATIENCE_S, picks_up=True))
    talked: set[str] = field(default_factory=set)
    wrote: set[str] = field(default_factory=set)
    there: bool = True
    closed: set[str] = field(default_factory=set)
    cut_at: str = ""
    blinks: bool = False
    blinked: dict[tuple[str, str], int] = field(default_factory=dict)
    shown: int = 0
    line: bool = False
    breaking: bool = False

    async def begin(self) -> None:
        self.world.exchange.register(f"client:{self.name}", self.phone)
        for path, body in (("/api/login", {"username": self.name, "password": "frontdesk"}), READY):
            status, said = await self.post(path, **body)
            assert status == 200, said

    async def post(self, path: str, **body: Any) -> tuple[int, Any]:
        headers = {"X-Frontdesk": "1"}
        async with self.http.post(self.world.base + path, json=body, headers=headers) as answer:
            return answer.status, await answer.json()

    async def work(self) -> None:
        """For ever; the browser's socket is opened anew whenever it broke."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._socket())
            group.create_task(self._answer_phone())
            while True:
                if self.there:
                    for card in await self.cards() or ():
                        await self._see_to(card)
                await asyncio.sleep(LOOK_S)

    async def cards(self, *, known: bool = False) -> list[dict[str, Any]] | None:
        """My tickets. While the server is down: none, or None where it must be `known`."""
        try:
            async with self.http.get(self.world.direct + "/api/desk") as answer:
                if answer.status == 200:
                    return list((await answer.json())["mine"])
        except (aiohttp.ClientError, ConnectionError):
            pass
        return None if known else []

    async def some_cards(self) -> list[dict[str, Any]] | None:
        """My tickets, once there are any."""
        return await self.cards() or None

    async def _see_to(self, card: dict[str, Any]) -> None:
        path = f"/api/desk/tickets/{card['id']}"
        if card["status"] == self.cut_at:  # the browser is gone, in the middle of it
            self.there = False
            return
        await self._blink(card["id"], card["status"])
        match card["status"], card["channel"]:
            case "offered", _:
                await self.post(f"{path}/accept")
            case "connected", "chat" if card["id"] not in self.wrote:
                status, _ = await self.post(f"{path}/say", text=f"Hello, this is {self.name}.")
                self.wrote |= {card["id"]} if status == 200 else set()
            case "connected" | "wrap_up", _ if card["id"] in self.talked:
                status, _ = await self.post(f"{path}/close", disposition="solved", note="")
                self.closed |= {card["id"]} if status == 200 else set()
            case _:
                pass

    async def _blink(self, ticket: str, status: str) -> None:
        if not self.blinks or (ticket, status) in self.blinked:
            return
        while not self.line:  # noqa: ASYNC110 - nothing is done before there is a line to break
            await asyncio.sleep(LOOK_S / 5)
        self.blinked[ticket, status], self.breaking = self.shown, True
        while self.breaking:  # noqa: ASYNC110 - nothing is done before the line is broken
            await asyncio.sleep(LOOK_S / 5)

    def all_shown_again(self) -> bool:
        """Whether the desk came whole after the last time the line broke."""
        return all(self.shown > before for before in self.blinked.values())

    async def _socket(self) -> None:
        while True:
            with contextlib.suppress(aiohttp.ClientError, ConnectionError):
                url = self.world.direct + "/api/desk/ws"
                if self.there:
                    async with self.http.ws_connect(url, headers={"Origin": self.world.base}) as socket:
                        self.line = True
                        while self.there and not self.breaking and not socket.closed:
                            with contextlib.suppress(TimeoutError):
                                news = await socket.receive(timeout=0.2)
                                self.shown += news.type is aiohttp.WSMsgType.TEXT and '"snapshot"' in news.data
            self.line = self.breaking = False
            await asyncio.sleep(0.2)

    async def _answer_phone(self) -> None:
        """Whoever rings is picked up by itself; the one key is pressed when it is asked for."""
        while True:
            cues = self.phone.cues
            if (
                self.there
                and not self.cut_at
                and cues
                and isinstance(cues[-1], Listening)
                and any(isinstance(c, Incoming) for c in cues)
            ):
                await self.phone.press("1")
            await asyncio.sleep(LOOK_S)


@dataclass(slots=True)
class ChatCustomer:
    """Somebody who writes by the REST channel, each message with its own name, and looks what came back."""

    world: World
    sender: str
    count: int = 0

    async def say(self, text: str) -> list[str]:
        """Write; the texts that come back with it."""
        self.count += 1
        body = {"sender": self.sender, "message": text, "metadata": {"id": f"{self.sender}-{self.count}"}}
        async with self.world.http.post(self.world.base + "/webhooks/rest/webhook", json=body) as answer:
            assert answer.status == 200, await answer.text()
            return [one["text"] for one in await answer.json() if "text" in one]


@dataclass(slots=True)
class SocketCustomer:
    """Somebody with the chat page open: connects anew whenever the line broke, asks for their own session again, and sends
    what was not taken once more under its own name. `said`: what the page shows of the other side, by message id."""

    world: World
    name: str
    session: str | None = None
    said: dict[str, str] = field(default_factory=dict)
    twice: list[str] = field(default_factory=list)
    count: int = 0
    client: socketio.AsyncClient | None = None

    async def say(self, text: str, answer: str) -> None:
        """Write, and wait until the answer is read."""
        self.count += 1
        custom = {"id": f"{self.name}-{self.count}"}
        async with asyncio.timeout(PATIENCE_S):
            while not await self._sent({"message": text, "customData": custom}):  # noqa: ASYNC110 - sends anew each time
                await asyncio.sleep(LOOK_S * 4)
            while answer not in self.said.values():
                with contextlib.suppress(OSError, socketio.exceptions.SocketIOError):
                    await self._line()
                await asyncio.sleep(LOOK_S * 4)

    async def leave(self) -> None:
        if self.client is not None:
            await self.client.disconnect()

    async def _sent(self, body: dict[str, Any]) -> bool:
        with contextlib.suppress(OSError, socketio.exceptions.SocketIOError):
            client = await self._line()
            taken = await client.call("user_uttered", {**body, "session_id": self.session}, timeout=5)
            return bool(taken and taken["ok"])
        return False

    async def _line(self) -> socketio.AsyncClient:
        """The open line; a new one, with the session it had, where the last one broke."""
        if self.client is not None and self.client.connected:
            return self.client
        await self.world.server.up.wait()
        self.client = client = socketio.AsyncClient(reconnection=False)
        confirmed = asyncio.get_running_loop().create_future()
        client.on("session_confirm", lambda given: None if confirmed.done() else confirmed.set_result(given))
        client.on("bot_uttered", self._uttered)
        client.on("history", self._before)
        await client.connect(self.world.direct, headers={"Origin": self.world.base}, transports=["websocket"])
        await client.emit("session_request", {"session_id": self.session})
        given = await asyncio.wait_for(confirmed, 30)
        assert self.session in (None, given), "another session than the one that was asked for"
        self.session = given
        return client

    def _uttered(self, one: dict[str, Any]) -> None:
        self._shown(one["metadata"]["id"], one["text"], again=False)

    def _before(self, items: list[dict[str, Any]]) -> None:
        for one in items:
            if one["from"] != "customer":
                self._shown(one["id"], one["text"], again=True)

    def _shown(self, name: str, text: str, *, again: bool) -> None:
        """A page knows by its name what it shows already; on one line the server says nothing twice."""
        if name in self.said and not again:
            self.twice.append(text)
        self.said[name] = text
