"""Asks webhooks as Twilio does: signed forms, one retry when no connection comes, 15 seconds, XML of at most 64 KB.

Must not know what the answer says.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urldefrag, urlencode, urljoin

import aiohttp
from twilio.request_validator import RequestValidator
from yarl import URL

from frontdesk.carrier.account import Limits, NewHex
from frontdesk.carrier.legality import MAX_BYTES
from frontdesk.carrier.verbs import Method

Route = Callable[[str], str]
_XML: Final = frozenset({"text/xml", "application/xml"})
_NO_CONNECTION: Final = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
MAX_HOPS: Final = 5


class WebhookFailed(Exception):
    """A webhook that gave no usable answer; `code` is Twilio's number for why."""

    def __init__(self, url: str, code: int, why: str) -> None:
        super().__init__(f"The webhook failed with {code}: {why}.")
        self.url = url
        self.code = code


@dataclass(frozen=True, slots=True)
class Reply:
    """A webhook's answer: its status, content type, body, and the address that gave it."""

    url: str
    status: int
    content_type: str
    body: bytes
    location: str = ""


def same_address(url: str) -> str:
    """The default route: a webhook is reached at the address it is signed for."""
    return url


class Webhooks:
    """`route` turns the signed public address into the one really connected to (a proxy left out)."""

    def __init__(self, token: str, limits: Limits, new_hex: NewHex, route: Route = same_address) -> None:
        self._signer = RequestValidator(token)
        self._limits = limits
        self._new_hex = new_hex
        self._route = route
        self._http: aiohttp.ClientSession | None = None

    async def open(self) -> None:
        timeout = aiohttp.ClientTimeout(
            total=self._limits.webhook_s, sock_connect=self._limits.connect_s, sock_read=self._limits.webhook_s
        )
        connector = aiohttp.TCPConnector(limit=0, force_close=True)
        self._http = aiohttp.ClientSession(connector=connector, timeout=timeout, cookie_jar=aiohttp.DummyCookieJar())

    async def close(self) -> None:
        if self._http is not None:
            await self._http.close()

    async def document(self, url: str, method: Method, form: Mapping[str, str]) -> tuple[bytes, str]:
        """The TwiML a webhook answers with, and the address it came from after redirects."""
        reply = await self.post(url, method, form)
        if reply.content_type not in _XML:
            raise WebhookFailed(
                reply.url, 12300, f"its content type is {reply.content_type or 'missing'}, not text/xml"
            )
        if len(reply.body) > MAX_BYTES:
            raise WebhookFailed(reply.url, 11750, f"its answer is longer than {MAX_BYTES} bytes")
        return reply.body, reply.url

    async def post(self, url: str, method: Method, form: Mapping[str, str]) -> Reply:
        """One webhook with its retry and redirects; raises WebhookFailed on anything but 2xx."""
        url = urldefrag(url).url
        try:
            async with asyncio.timeout(self._limits.webhook_s):
                return await self._through_redirects(url, method, form)
        except TimeoutError as error:
            raise WebhookFailed(url, 11200, "it did not answer in time") from error
        except _NO_CONNECTION as error:
            raise WebhookFailed(url, 11205, "no connection could be made") from error
        except (aiohttp.ClientError, ValueError, OSError) as error:
            raise WebhookFailed(url, 11200, f"the exchange of HTTP broke off ({type(error).__name__})") from error

    async def _through_redirects(self, url: str, method: Method, form: Mapping[str, str]) -> Reply:
        token = self._new_hex()
        for _ in range(MAX_HOPS + 1):
            reply = await self._with_retry(url, method, form, token)
            if not reply.location:
                break
            url = urljoin(reply.url, reply.location)
            method = method if reply.status in {307, 308} else "GET"
        if not 200 <= reply.status < 300:
            raise WebhookFailed(reply.url, 11200, f"it answered with status {reply.status}")
        return reply

    async def _with_retry(self, url: str, method: Method, form: Mapping[str, str], token: str) -> Reply:
        try:
            return await self._once(url, method, form, token)
        except _NO_CONNECTION:
            return await self._once(url, method, form, token)

    async def _once(self, url: str, method: Method, form: Mapping[str, str], token: str) -> Reply:
        assert self._http is not None, "Open the exchange with `async with` before calling."
        if method == "GET":
            url += ("&" if "?" in url else "?") + urlencode(form)
        signed = url if url.isascii() else str(URL(url))
        body = urlencode(form) if method == "POST" else None
        headers = {
            "X-Twilio-Signature": self._signer.compute_signature(signed, dict(form) if method == "POST" else {}),
            "I-Twilio-Idempotency-Token": token,
            "User-Agent": "TwilioProxy/1.1",
            "Accept": "*/*",
        }
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded; charset=UTF-8"
        target = URL(self._route(signed), encoded=True)
        request = self._http.request(method, target, data=body, headers=headers, allow_redirects=False)
        async with request as answer:
            location = answer.headers.get("Location", "") if 300 <= answer.status < 400 else ""
            kind = answer.content_type if "Content-Type" in answer.headers else ""
            return Reply(url, answer.status, kind, await _body(answer), location)


async def _body(answer: aiohttp.ClientResponse) -> bytes:
    body = bytearray()
    async for chunk in answer.content.iter_chunked(16384):
        body += chunk
        if len(body) > MAX_BYTES:
            break
    return bytes(body)
