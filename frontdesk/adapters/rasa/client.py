"""Asks the bot over HTTP: one question, one answer, and whether it is there. Deadlines are the loop's."""

import asyncio
import json
from collections.abc import Callable, Mapping
from typing import Any

import aiohttp

from frontdesk.adapters.rasa.decode import decode_reply
from frontdesk.conversation.ports import MachineDown, MachineNonsense
from frontdesk.core.inputs import DialogueReply
from frontdesk.core.waits import AskDialogue

LONGEST_S = 15.0  # a connection is never kept longer, whatever the caller's deadline
PROBE_S = 2.0
BODY_LIMIT = 256 * 1024


class RasaDialogue:
    """Our worker, or any stock Rasa server with the REST channel, at `url`. `carried`: headers of the trace under way."""

    def __init__(self, url: str, longest_s: float = LONGEST_S, carried: Callable[[], Mapping[str, str]] = dict) -> None:
        self._url, self._carried = url.rstrip("/"), carried
        self._timeout = aiohttp.ClientTimeout(total=longest_s, sock_connect=2.0)
        self._session: aiohttp.ClientSession | None = None

    async def ask(self, request: AskDialogue, *, session: str) -> DialogueReply:
        """The bot's answer to one message. Raises MachineDown or MachineNonsense."""
        body = {"sender": session, "message": request.text, "metadata": metadata_of(request)}
        try:
            url, headers = f"{self._url}/webhooks/rest/webhook", self._carried()
            async with self._http().post(url, json=body, headers=headers) as response:
                if response.status != 200:
                    raise MachineDown(f"The bot answered with HTTP status {response.status}; see the worker's log.")
                raw = await response.content.read(BODY_LIMIT)
                whole = response.content.at_eof()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise MachineDown(f"The bot did not answer ({type(error).__name__}); see that its worker runs.") from error
        return decode_reply(_json(raw, whole=whole))

    async def ready(self) -> bool:
        """Whether the bot is loaded and answers."""
        try:
            async with asyncio.timeout(PROBE_S), self._http().get(f"{self._url}/status") as response:
                return response.status == 200
        except (aiohttp.ClientError, TimeoutError, OSError):
            return False

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    def _http(self) -> aiohttp.ClientSession:
        """Made on first use, because it belongs to the running loop."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(timeout=self._timeout)
        return self._session


def metadata_of(request: AskDialogue) -> dict[str, Any]:
    """What the bot is told beside the words: the language, how they came, who it is."""
    return {"lang": request.lang, "medium": request.medium, "known": dict(request.known)}


def _json(raw: bytes, *, whole: bool) -> object:
    try:
        return json.loads(raw) if whole else None
    except ValueError as error:
        raise MachineNonsense("The bot's answer is not JSON; see the worker's log.") from error
