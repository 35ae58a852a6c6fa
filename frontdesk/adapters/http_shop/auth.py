"""How an HTTP shop is shown who we are: nothing, a token, a name with a password, or OAuth 2.0 client credentials."""

import base64
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from actions import ShopDown
from frontdesk.adapters.http_shop.mapping import Auth

TOKEN_EARLY_S, TOKEN_LASTS_S = 30.0, 300.0  # a token is renewed this long before it ends; and lasts so long if not told
TokenAsker = Callable[[Mapping[str, str], str], Awaitable[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """A token or user name, and a password or client secret. Neither is ever shown in a message."""

    key: str = field(default="", repr=False)
    secret: str = field(default="", repr=False)

    def basic(self) -> str:
        return "Basic " + base64.b64encode(f"{self.key}:{self.secret}".encode()).decode()


class Identity:
    """Makes the header for a request. `ask_token` posts a form with an Authorization header to the shop's token address."""

    def __init__(self, auth: Auth, secrets: Secrets, clock: Callable[[], float], ask_token: TokenAsker) -> None:
        self._auth, self._secrets, self._clock, self._ask_token = auth, secrets, clock, ask_token
        self._token: tuple[str, float] | None = None

    async def header(self) -> dict[str, str]:
        """Raises ShopDown when the shop gives no token."""
        match self._auth.kind:
            case "none":
                return {}
            case "bearer":
                return {self._auth.header: f"Bearer {self._secrets.key}"}
            case "header":
                return {self._auth.header: self._secrets.key}
            case "basic":
                return {self._auth.header: self._secrets.basic()}
            case "oauth2":
                return {self._auth.header: f"Bearer {await self._client_token()}"}

    def refused(self) -> bool:
        """The shop did not take it; True when another one can be had."""
        had, self._token = self._token, None
        return had is not None

    async def _client_token(self) -> str:
        """Client credentials (RFC 6749, section 4.4), kept until shortly before it ends."""
        now = self._clock()
        if self._token is not None and self._token[1] > now:
            return self._token[0]
        form = {"grant_type": "client_credentials", **({"scope": self._auth.scope} if self._auth.scope else {})}
        answer = await self._ask_token(form, self._secrets.basic())
        token = answer.get("access_token") if isinstance(answer, dict) else None
        if not isinstance(token, str) or not token:
            raise ShopDown("The shop gave no token; see SHOP_KEY, SHOP_SECRET and auth in the mapping.")
        told = answer.get("expires_in")
        lasts = float(told) if isinstance(told, int | float) else TOKEN_LASTS_S
        self._token = (token, now + max(0.0, lasts - TOKEN_EARLY_S))
        return token
