"""One aiohttp session for an outside queue: a deadline, no redirects, and what an answer means for a parcel."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

import aiohttp

from handoff.outside import OutsideDown, OutsideRefused

AGAIN = frozenset({408, 409, 423, 425, 429})
MOST = 256 * 1024  # bytes of an answer that are read


class OutsideHttp:
    """Requests to one outside system. Close it when the house closes."""

    def __init__(self, system: str, deadline_s: float = 10.0) -> None:
        self._system, self._deadline_s = system, deadline_s
        self._session: aiohttp.ClientSession | None = None

    async def ask(self, method: str, url: str, *, body: bytes, headers: Mapping[str, str]) -> tuple[int, Any]:
        """Status and JSON (None when it is none). Raises OutsideDown when nobody answered."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession()
        try:
            async with (
                asyncio.timeout(self._deadline_s),
                self._session.request(method, url, data=body, headers=headers, allow_redirects=False) as answer,
            ):
                return answer.status, _json(await answer.content.read(MOST))
        except TimeoutError as error:
            raise OutsideDown(f"{self._system} did not answer within {self._deadline_s:g} s.") from error
        except aiohttp.ClientError as error:
            raise OutsideDown(f"{self._system} can't be reached ({type(error).__name__}).") from error

    async def must(self, method: str, url: str, *, body: bytes, headers: Mapping[str, str]) -> Any:
        """The JSON of an answer that says yes. Raises OutsideDown or OutsideRefused for the others."""
        status, said = await self.ask(method, url, body=body, headers=headers)
        if 200 <= status < 300:
            return said
        raise refusal(self._system, status)

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


def refusal(system: str, status: int) -> OutsideDown | OutsideRefused:
    """What a status other than 2xx means: try again, or never."""
    if status >= 500 or status in AGAIN:
        return OutsideDown(f"{system} can't take it now (HTTP {status}).")
    if status in (401, 403):
        return OutsideRefused(f"{system} does not accept our key (HTTP {status}); check the token in the settings.")
    if 300 <= status < 400:
        return OutsideRefused(f"{system} sends us elsewhere (HTTP {status}); give its final address in the settings.")
    return OutsideRefused(f"{system} refuses it (HTTP {status}).")


def _json(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except ValueError:
        return None
