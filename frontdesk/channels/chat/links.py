"""Links from a call to the chat: signed, for one use, for an hour. What they open is a chat with the call's context.

The identity is not taken along: a text reaches whoever holds the number, and a number proves nobody. Opening a link takes a
press of a button, since previews of messages open links by themselves.
"""

import base64
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from aiohttp import web

from frontdesk.channels.chat.tokens import ChatTokens
from frontdesk.conversation.ports import SessionStore, Turns
from frontdesk.core.errors import FrontdeskError
from frontdesk.core.events import ChatContinued
from frontdesk.core.inputs import Carried, ChatTaken, ContactStarted
from frontdesk.core.rooms import State
from frontdesk.core.words import Words

LASTS_S = 3600.0
NOT_CARRIED = frozenset({"customer_id", "customer_name", "customer_tier", "verified_by", "message"})


@dataclass(frozen=True, slots=True)
class PageWords:
    """What the page behind a link says. `place`: to who waits in the queue."""

    title: str
    kept: str
    place: str
    gone: str
    gone_why: str
    button: str


WORDS = {
    "en": PageWords(
        "Go on in the chat",
        "We kept what you told us on the phone. To keep it safe, we ask once more who you are where it matters.",
        "You keep your place in the queue.",
        "This link no longer works",
        "It was used already, or it is more than an hour old. You can start a new chat.",
        "Open the chat",
    ),
    "zh": PageWords(
        "继续在线沟通",
        "您在电话里说过的情况，我们都记着。为了您的信息安全，必要时会再核对一次身份。",
        "您的排队位置已为您保留。",
        "这个链接已经失效",
        "链接已经用过，或者超过了一小时。您可以重新打开在线客服。",
        "打开在线客服",
    ),
}


@dataclass(frozen=True, slots=True)
class ChatLinks:
    """Makes and reads the links of one house."""

    secret: bytes
    base_url: str
    clock: Callable[[], float]

    def make(self, session: str) -> str:
        """The address of a link for this session."""
        body = f"{int(self.clock() + LASTS_S):x}.{session}".encode()
        return f"{self.base_url.rstrip('/')}/continue/{_text(body)}.{self._seal(body)}"

    def session_of(self, token: str) -> str | None:
        """Whose link it is; None when it is not ours or too old."""
        coded, _, seal = token.partition(".")
        try:
            body = base64.urlsafe_b64decode(coded + "=" * (-len(coded) % 4))
            until, _, session = body.decode("ascii").partition(".")
            fresh = int(until, 16) > self.clock()
        except ValueError:
            return None
        return session if fresh and hmac.compare_digest(seal, self._seal(body)) else None

    def _seal(self, body: bytes) -> str:
        return hmac.new(self.secret, b"continue:" + body, hashlib.sha256).hexdigest()[:40]


def _text(body: bytes) -> str:
    return base64.urlsafe_b64encode(body).decode("ascii").rstrip("=")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkDoor:
    """The page behind a link, and what its button does."""

    links: ChatLinks
    turns: Turns
    store: SessionStore
    tokens: ChatTokens
    words: Words

    def routes(self) -> list[web.AbstractRouteDef]:
        return [web.get("/continue/{token}", self.page), web.post("/continue/{token}", self.open)]

    async def page(self, request: web.Request) -> web.Response:
        state = await self._state(request)
        return _page(state, request.path if state else "")

    async def open(self, request: web.Request) -> web.Response:
        """The first press opens a chat that knows what the call knew; any other finds the link used."""
        state = await self._state(request)
        chat = self.tokens.make()
        if state is None or not await self._taken(request, state, chat):
            return _page(state, "")
        start = ContactStarted(at=self.links.clock(), channel="chat", lang=state.lang, carried=_carried(state))
        await self.turns.handle(f"chat:{chat}", start, "continue")
        raise web.HTTPSeeOther(f"/chat#continue={chat}")  # behind the #: sent to no server, kept in no log

    async def _state(self, request: web.Request) -> State | None:
        session = self.links.session_of(request.match_info["token"])
        return await self.store.load(session) if session else None

    async def _taken(self, request: web.Request, state: State, chat: str) -> bool:
        """Whether it is this press that took the link: the call's session keeps the first one."""
        used = hashlib.sha256(request.match_info["token"].encode()).hexdigest()[:16]
        mine = hashlib.sha256(chat.encode()).hexdigest()[:16]
        try:
            turn = await self.turns.tell(state.session, ChatTaken(at=self.links.clock(), chat=mine), f"link:{used}")
        except FrontdeskError:
            return False
        return any(isinstance(event, ChatContinued) and event.chat == mine for event in turn.events)


def _carried(state: State) -> Carried:
    """What goes along: what was said and tried, the language, the place in the queue; never who was verified."""
    facts = {name: value for name, value in state.facts.items() if name not in NOT_CARRIED}
    ticket = state.ticket if state.ticket is not None and state.ticket.status in ("waiting", "offered") else None
    return Carried(
        session=state.session,
        facts=facts,
        queue=ticket.queue if ticket else "",
        waiting_since=ticket.created_at if ticket else 0.0,
    )


def _page(state: State | None, action: str) -> web.Response:
    """A page with one button, or the news that the link is used up; no script."""
    lang = state.lang if state is not None else "en"
    words = WORDS.get(lang, WORDS["en"])
    title = words.title if action else words.gone
    if action:
        place = f"<p>{words.place}</p>" if state is not None and _carried(state).queue else ""
        form = f'<form method="post" action="{escape(action)}"><button autofocus>{words.button}</button></form>'
        inside = f"<p>{words.kept}</p>{place}{form}"
    else:
        inside = f'<p>{words.gone_why}</p><p><a class="button" href="/chat">{words.button}</a></p>'
    text = (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<meta name="robots" content="noindex">'
        f'<link rel="stylesheet" href="/static/plain.css"><title>{title}</title></head><body><main>'
        f"<h1>{title}</h1>{inside}</main></body></html>"
    )
    headers = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
    return web.Response(text=text, content_type="text/html", status=200 if action else 410, headers=headers)
