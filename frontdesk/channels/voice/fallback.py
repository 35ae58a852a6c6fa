"""The last resort: documents made once at start, so that nothing (no Rasa, no database) is needed to answer with them."""

import logging
from urllib.parse import parse_qs, urlsplit

from aiohttp import web

from frontdesk.channels.voice import decode, documents
from frontdesk.channels.voice.answers import xml
from frontdesk.channels.voice.signature import form_of
from frontdesk.core.words import Words

log = logging.getLogger(__name__)


class Fallback:
    """Apologises and looks at the call again, once; then ends it politely. Agents are told to look at their desk."""

    def __init__(self, words: Words, base_url: str) -> None:
        self._again = documents.sorry(words, base_url)
        self._end = documents.goodbye(documents.both(words, "voice.sorry_end"))
        self._agent = documents.goodbye(documents.both(words, "voice.agent_sorry"))
        self._hold = documents.hold(documents.Stretch())

    async def route(self, request: web.Request) -> web.Response:
        """The carrier could not use an answer of ours (VoiceFallbackUrl)."""
        code = decode.whole(form_of(request).get("ErrorCode", ""), 0)
        log.error("The carrier could not use an answer of ours (its error %d); the caller heard the apology.", code)
        return xml(self.for_caller(request))

    def for_caller(self, request: web.Request) -> str:
        error_url = form_of(request).get("ErrorUrl", "")
        tried = request.query.get("tried") == "1" or _tried(error_url)
        return self._end if tried else self._again

    def for_agent(self, _: web.Request) -> str:
        return self._agent

    def for_queue(self, _: web.Request) -> str:
        """In the queue a pause is the best there is: the caller keeps the place."""
        return self._hold


def _tried(error_url: str) -> bool:
    try:
        return parse_qs(urlsplit(error_url).query).get("tried") == ["1"]
    except ValueError:
        return False
