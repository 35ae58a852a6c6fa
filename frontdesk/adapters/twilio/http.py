"""The official client's way out: one aiohttp session, another base address, a deadline, a second try to connect."""

import asyncio
import logging
from base64 import b64encode
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from twilio.http import AsyncHttpClient
from twilio.http.response import Response

log = logging.getLogger(__name__)

RETRY_AFTER_S = (0.1, 0.4)
TOO_MANY = 429  # "Too Many Requests" (RFC 6585); nothing was done
BACK_OFF_S = 0.5  # at least, the first time; doubled each time
PATIENCE_S = 12.0  # for all pauses of one request; then it stays refused


class CarrierHttp(AsyncHttpClient):  # type: ignore[misc] # the official library has no types
    """Sends what the official client made to `api_url`; without one, to where it says.

    Only what can't have happened at the carrier yet is tried again: failures to connect, and requests that were too many.
    While the carrier wants fewer, the other requests wait too. `deadline_s` is for each answer, not for such pauses.
    """

    def __init__(self, api_url: str, deadline_s: float) -> None:
        super().__init__(log, True, deadline_s)
        self._api_url = api_url.rstrip("/")
        self._session: aiohttp.ClientSession | None = None
        self._quiet_until = 0.0  # by the loop's clock

    async def request(
        self,
        method: str,
        url: str,
        params: Mapping[str, object] | None = None,
        data: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        **_: object,
    ) -> Response:
        """The answer, be it a refusal; raises TimeoutError or aiohttp.ClientError."""
        said = {**(headers or {}), **({"Authorization": _basic(*auth)} if auth else {})}
        kept: dict[str, Any] = {"params": params, "data": _fields(data), "headers": said, "allow_redirects": False}
        clock, back_off_s = asyncio.get_running_loop().time, BACK_OFF_S
        patient_until = clock() + PATIENCE_S
        while True:
            await asyncio.sleep(min(self._quiet_until, patient_until) - clock())
            answer = await self._answer(method, url, kept)
            again_at = clock() + max(_wished_s(answer), back_off_s)
            if answer.status_code != TOO_MANY or again_at > patient_until:
                return answer
            self._quiet_until = max(self._quiet_until, again_at)
            back_off_s *= 2

    async def _answer(self, method: str, url: str, kept: dict[str, Any]) -> Response:
        async with asyncio.timeout(self.timeout):
            for pause in RETRY_AFTER_S:
                try:
                    return await self._send(method, self._to(url), kept)
                except aiohttp.ClientConnectorError:
                    await asyncio.sleep(pause)
            return await self._send(method, self._to(url), kept)

    async def _send(self, method: str, url: str, kept: dict[str, Any]) -> Response:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession()
        async with self._session.request(method.upper(), url, **kept) as answer:
            return Response(answer.status, await answer.text(), answer.headers)

    def _to(self, url: str) -> str:
        parts = urlsplit(url)
        return url if not self._api_url else self._api_url + url.removeprefix(f"{parts.scheme}://{parts.netloc}")

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


def _basic(user: str, password: str) -> str:
    return "Basic " + b64encode(f"{user}:{password}".encode()).decode("ascii")


def _wished_s(answer: Response) -> float:
    """For how long the carrier wants not to be asked."""
    said = str(answer.headers.get("Retry-After", ""))
    return float(said) if said.isascii() and said.isdigit() and len(said) < 6 else 0.0


def _fields(data: Mapping[str, object] | None) -> list[tuple[str, str]] | None:
    """The form: a list becomes its name repeated, yes and no are spelled as the carrier does."""
    if data is None:
        return None
    pairs = [(name, each) for name, value in data.items() for each in (value if isinstance(value, list) else [value])]
    return [(name, str(value).lower() if isinstance(value, bool) else str(value)) for name, value in pairs]
