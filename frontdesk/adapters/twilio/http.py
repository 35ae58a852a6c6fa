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


class CarrierHttp(AsyncHttpClient):  # type: ignore[misc] # the official library has no types
    """Sends what the official client made to `api_url`; without one, to where it says.

    Only failures to connect are tried again: then nothing can have happened at the carrier yet.
    """

    def __init__(self, api_url: str, deadline_s: float) -> None:
        super().__init__(log, True, deadline_s)
        self._api_url = api_url.rstrip("/")
        self._session: aiohttp.ClientSession | None = None

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
        """One request; raises TimeoutError or aiohttp.ClientError."""
        said = {**(headers or {}), **({"Authorization": _basic(*auth)} if auth else {})}
        kept: dict[str, Any] = {"params": params, "data": _fields(data), "headers": said, "allow_redirects": False}
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


def _fields(data: Mapping[str, object] | None) -> list[tuple[str, str]] | None:
    """The form: a list becomes its name repeated, yes and no are spelled as the carrier does."""
    if data is None:
        return None
    pairs = [(name, each) for name, value in data.items() for each in (value if isinstance(value, list) else [value])]
    return [(name, str(value).lower() if isinstance(value, bool) else str(value)) for name, value in pairs]
