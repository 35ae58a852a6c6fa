"""Browsers a person came in from before, known by a sealed cookie: a guesser elsewhere can't slow them down."""

import hashlib
import hmac
from collections.abc import Callable
from typing import Any

from aiohttp import web

COOKIE = "frontdesk_device"
DAYS = 180


class Devices:
    """Makes and knows device cookies (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").

    The cookie opens nothing: with it, tries are counted for the browser instead of the account.
    """

    def __init__(self, secret: bytes, fresh: Callable[[], str]) -> None:
        self._secret, self._fresh = secret, fresh

    def of(self, request: web.Request, agent: str) -> str | None:
        """The counter of this browser for this account; None when the account never came in from it."""
        body, _, seal = request.cookies.get(COOKIE, "").rpartition(".")
        whose = body.partition(".")[0]
        if not body or whose != agent or not hmac.compare_digest(seal.encode(), self._seal(body).encode()):
            return None
        return f"device:{hashlib.sha256(body.encode()).hexdigest()[:32]}"

    def remember(self, request: web.Request, response: web.StreamResponse, agent: str, flags: dict[str, Any]) -> None:
        """Give this browser a cookie for the account, unless it holds one."""
        if self.of(request, agent) is None:
            body = f"{agent}.{self._fresh()}"
            response.set_cookie(COOKIE, f"{body}.{self._seal(body)}", max_age=DAYS * 86400, **flags)

    def _seal(self, body: str) -> str:
        return hmac.new(self._secret, b"device:" + body.encode(), hashlib.sha256).hexdigest()[:32]
