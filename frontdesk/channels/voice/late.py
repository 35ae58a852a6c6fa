"""Answers that take long: the caller hears words and is offered a person meanwhile, and gets the answer when it is there.

What was pressed or said is with its handler all the time, so nothing of it is lost. Knows no turn and no session."""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any

from aiohttp import web

from frontdesk.channels.voice import documents
from frontdesk.channels.voice.answers import Handler, xml
from frontdesk.channels.voice.begun import Begun
from frontdesk.channels.voice.decode import whole
from frontdesk.channels.voice.signature import form_of
from frontdesk.channels.voice.urls import Line, link
from frontdesk.channels.voice.words import spoken
from frontdesk.conversation.background import Background
from frontdesk.core.language import LANGS
from frontdesk.core.words import Words

PATH = "/voice/late"
LANG = web.ResponseKey("lang", str)  # under this name an answer says which language its caller hears
PERSON_KEY = "0"
MOST_CALLS = 2_000
STOP_S = 10.0  # a stop waits so long for what is under way


@dataclass(slots=True)
class Answer:
    """An answer under way. `lang`: the caller's, "" when it is not known; `round`: how often they were asked to wait."""

    made: asyncio.Future[web.Response]
    lang: str = ""
    person: bool = False
    round: int = 0


Meanwhile = Callable[[Answer, str], str]


class Late:
    """Holds what is under way for longer than `patience_s`."""

    def __init__(self, words: Words, base_url: str, patience_s: float) -> None:
        self._words, self._base, self._patience_s = words, base_url, patience_s
        self._sending = Background()
        self._answers: OrderedDict[tuple[str, str], Answer] = OrderedDict()
        self._langs: OrderedDict[str, str] = OrderedDict()

    def in_time(self, handler: Handler, meanwhile: Meanwhile, times: int = 1) -> Handler:
        """The handler's answer, or after so many times the patience a document that leads to it later.

        The same request joins what is late already.
        """

        async def run(request: web.Request) -> web.Response:
            call = _call(request)
            known = self._answers.get((call, _name(request))) if self._answers else None
            if known is not None and not known.made.done():
                await self._wait(known)
                return self._given(call, _name(request), known, meanwhile)
            came = monotonic()  # patience counts from here, however long it takes to the first wait
            begun = Begun(handler(request))
            if begun.done:
                return self._heard(call, begun.result)
            words = _Words(request, self._sending)
            patience_s = max(0.0, came + times * self._patience_s - monotonic())
            timer = asyncio.get_running_loop().call_later(patience_s, self._tell, words, request, meanwhile)
            try:
                made = self._heard(call, await begun.rest())
            except BaseException:
                words.answer.made.cancel()
                raise
            finally:
                timer.cancel()
            return await words.instead_of(made)

        return run

    def _tell(self, words: "_Words", request: web.Request, meanwhile: Meanwhile) -> None:
        at = _call(request), _name(request)
        words.answer.lang = self._langs.get(at[0], "")
        _keep(self._answers, at, words.answer)
        words.send(xml(meanwhile(words.answer, at[1])))

    def later(self, otherwise: Handler, person: Handler) -> Handler:
        """What came of a request that took long. `person` answers as if the caller had asked for one at the question that
        stands then; `otherwise` where nobody knows of the request, such as in another process."""

        async def run(request: web.Request) -> web.Response:
            call, name = _call(request), request.query.get("of", "")
            answer = self._answers.get((call, name))
            queued = "queued" in request.query
            if answer is not None:
                answer.round = max(answer.round, whole(request.query.get("round", ""), 0))
                answer.person = answer.person or form_of(request).get("Digits", "") == PERSON_KEY
                await self._wait(answer)
            if answer is None or answer.made.cancelled():
                return xml(documents.leave_queue()) if queued else await otherwise(request)
            if answer.person and answer.made.done():
                return self._heard(call, await person(request))
            return self._given(call, name, answer, self.queue if queued else self.caller)

        return run

    def caller(self, answer: Answer, name: str) -> str:
        """Words, with a key that brings a person as soon as that can be; then on to the answer."""
        key = "voice.late_person" if answer.person else "voice.late_still" if answer.round else "voice.late"
        langs = [answer.lang] if answer.lang else LANGS
        lines = [Line(spoken(self._words, key, lang), lang) for lang in langs]
        return documents.late(lines, link(self._base, PATH, of=name, round=answer.round + 1))

    def queue(self, answer: Answer, name: str) -> str:
        """In the queue a short pause is the best there is."""
        on = link(self._base, PATH, of=name, round=answer.round + 1, queued=1)
        return documents.hold(documents.Stretch(on=on), seconds=1)

    async def close(self, _: object = None) -> None:
        """Let what is under way end, for a while."""
        under_way = [answer.made for answer in self._answers.values() if not answer.made.done()]
        if under_way:
            await asyncio.wait(under_way, timeout=STOP_S)
        await self._sending.close()

    async def _wait(self, answer: Answer) -> None:
        if not answer.made.done():
            await asyncio.wait({answer.made}, timeout=self._patience_s)

    def _given(self, call: str, name: str, answer: Answer, meanwhile: Meanwhile) -> web.Response:
        if not answer.made.done():
            return xml(meanwhile(answer, name))
        made = answer.made.result()
        return web.Response(status=made.status, body=made.body, headers=made.headers)  # each request needs its own

    def _heard(self, call: str, made: web.Response) -> web.Response:
        if LANG in made:
            _keep(self._langs, call, made[LANG])
        return made


class _Words:
    """Sends words to a request whose handler goes on: a task for each handler would cost every turn some tenths of it."""

    __slots__ = ("_request", "_sending", "_sent", "answer")

    def __init__(self, request: web.Request, background: Background) -> None:
        self.answer = Answer(asyncio.get_running_loop().create_future())
        self._request, self._sending = request, background
        self._sent: tuple[web.Response, asyncio.Task[None]] | None = None

    def send(self, response: web.Response) -> None:
        self._sent = response, self._sending.start(self._send(response), name="words for a late answer")

    async def _send(self, response: web.Response) -> None:
        response.force_close()  # the next request must not queue up behind this one's handler
        await response.prepare(self._request)
        await response.write_eof()
        if self._request.transport is not None:
            self._request.transport.close()

    async def instead_of(self, made: web.Response) -> web.Response:
        """What the request was answered with: what the handler made, or the words; then the other is asked for later."""
        self.answer.made.set_result(made)
        if self._sent is None:
            return made
        response, sending = self._sent
        await asyncio.wait({sending})
        return response


def _name(request: web.Request) -> str:
    """What the answer to this request is called while it is under way."""
    return hashlib.sha256(request.path_qs.encode()).hexdigest()[:16]


def _call(request: web.Request) -> str:
    return form_of(request).get("CallSid", "")


def _keep(those: OrderedDict[Any, Any], key: object, value: object) -> None:
    """As the newest; the oldest goes where there are too many."""
    those[key] = value
    those.move_to_end(key)
    if len(those) > MOST_CALLS:
        those.popitem(last=False)
