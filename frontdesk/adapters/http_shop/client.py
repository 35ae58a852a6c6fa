"""Asks an HTTP shop: one host, a deadline, another try where that is safe, a circuit breaker. Every trouble is ShopDown."""

import asyncio
import hashlib
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from yarl import URL

from actions import ShopDown
from frontdesk.adapters.circuit import LATE, WRONG, Circuit
from frontdesk.adapters.http_shop.answers import Passing, Refused, read
from frontdesk.adapters.http_shop.auth import Identity, Secrets
from frontdesk.adapters.http_shop.mapping import Operation, ShopMapping
from frontdesk.adapters.http_shop.slots import filled, filled_path
from frontdesk.core.errors import FrontdeskError

log = logging.getLogger(__name__)
TRIES = 3
PAUSES_S = (0.05, 0.2)  # before the second and third try, each made longer by up to as much again
REPEATABLE = frozenset({"GET", "PUT", "DELETE"})  # doing it twice does it once (RFC 9110, 9.2.2)


class WrongAddress(FrontdeskError):
    """SHOP_URL is no web address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """What the client may not take for itself: a monotonic clock in seconds, and chance from 0 to 1."""

    clock: Callable[[], float]
    chance: Callable[[], float]


class ShopClient:
    """One shop. The host is the setting's and no answer leads elsewhere: redirects are refused, so are other schemes."""

    def __init__(self, url: str, mapping: ShopMapping, secrets: Secrets, ways: Ways) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise WrongAddress("SHOP_URL must be a web address such as https://shop.example.com.")
        self._url, self._mapping, self._ways = url.rstrip("/"), mapping, ways
        self._identity = Identity(mapping.auth, secrets, ways.clock, self._ask_token)
        self._circuit = Circuit(ways.clock)
        self._session: aiohttp.ClientSession | None = None

    async def ask(self, operation: Operation, values: Mapping[str, str], *, was: str = "") -> Any:
        """The answer's JSON; None where the shop says there is none. Raises ShopDown.

        `was`: what a change finds before it, which makes the same change from another state another one.
        """
        if not self._circuit.enters():
            raise ShopDown("The shop did not answer others just now; it is tried again in a moment.")
        try:
            return await self._in_time(operation, values, was)
        finally:
            self._circuit.left()

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def _in_time(self, operation: Operation, values: Mapping[str, str], was: str) -> Any:
        try:
            async with asyncio.timeout(self._mapping.deadline_s):
                answer = await self._tried(operation, values, was)
        except asyncio.CancelledError:  # the caller's own deadline
            self._failed(LATE)
            raise
        except TimeoutError as error:
            self._failed(LATE)
            raise ShopDown(f"The shop did not answer within {self._mapping.deadline_s:g} seconds.") from error
        except Passing as trouble:
            self._failed(WRONG)
            raise ShopDown(f"The shop failed: {trouble.why}.") from trouble
        except Refused as error:  # it works; what was asked it does not like
            self._circuit.answered()
            log.warning("the shop refused %s %s: %s", operation.method, operation.path, error.status)
            raise ShopDown(str(error)) from error
        if self._circuit.answered():
            log.warning("The shop answers again.")
        return answer

    def _failed(self, points: int) -> None:
        if self._circuit.failed(points):
            log.error("The shop does not answer; customers are told at once until it is back. See SHOP_URL.")

    async def _tried(self, operation: Operation, values: Mapping[str, str], was: str) -> Any:
        """What changes the shop is sent again only if it surely was not done, or if doing it twice does it once."""
        key = self._key(operation, values, was)
        repeatable = operation.reads or operation.method in REPEATABLE or bool(key)
        for attempt in range(TRIES):
            try:
                return await self._once(operation, values, key)
            except Refused as error:
                if error.status != 401 or attempt or not self._identity.refused():
                    raise
            except Passing as trouble:
                again = (repeatable or trouble.undone) and attempt + 1 < TRIES
                if not again or trouble.after_s > self._mapping.deadline_s:
                    raise
                await asyncio.sleep(max(PAUSES_S[attempt] * (1 + self._ways.chance()), trouble.after_s))
        raise AssertionError("The loop above returns or raises.")

    async def _once(self, operation: Operation, values: Mapping[str, str], key: str) -> Any:
        headers = {"Accept": "application/json", **await self._identity.header()}
        if key:
            headers[self._mapping.idempotency] = key
        path, body = filled_path(operation.path, values), filled(operation.body, values)
        return await self._send(operation, path, {"json": body, "headers": headers})

    async def _ask_token(self, form: Mapping[str, str], basic: str) -> Any:
        path = self._mapping.auth.token_path
        asked = Operation(method="POST", path=path, absent=())
        return await self._send(asked, path, {"data": dict(form), "headers": {"Authorization": basic}})

    async def _send(self, operation: Operation, path: str, what: Mapping[str, Any]) -> Any:
        url = URL(self._url + path, encoded=True)
        try:
            async with self._http().request(operation.method, url, allow_redirects=False, **what) as response:
                return await read(response, operation)
        except aiohttp.ClientConnectorError as error:
            raise Passing("it can't be reached", undone=True) from error
        except (aiohttp.ClientError, OSError) as error:
            if isinstance(error, TimeoutError):
                raise
            raise Passing(type(error).__name__) from error

    def _key(self, operation: Operation, values: Mapping[str, str], was: str) -> str:
        """The same change of the same state has the same key, in whichever call or process it is sent again."""
        if operation.reads or not self._mapping.idempotency:
            return ""
        told = json.dumps([operation.method, operation.path, sorted(values.items()), was], ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()[:32]

    def _http(self) -> aiohttp.ClientSession:
        """Made on first use, because it belongs to the running loop. Proxies and cookies of the machine are not used."""
        if self._session is None or self._session.closed:
            timeout = aiohttp.ClientTimeout(total=self._mapping.deadline_s, sock_connect=self._mapping.deadline_s / 2)
            self._session = aiohttp.ClientSession(timeout=timeout, cookie_jar=aiohttp.DummyCookieJar())
        return self._session
