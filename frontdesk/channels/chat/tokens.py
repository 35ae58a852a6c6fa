"""Chat addresses: the token a browser keeps is made here, 192 bits, and carries our own seal, so none can be invented."""

import hashlib
import hmac
import re
from collections.abc import Callable

_SHAPE = re.compile(r"[A-Za-z0-9_-]{32}\.[0-9a-f]{32}")


class ChatTokens:
    """Makes and checks tokens. `fresh` returns 32 url-safe random characters; `secret` is the house's own key."""

    def __init__(self, secret: bytes, fresh: Callable[[], str]) -> None:
        self._secret, self._fresh = secret, fresh

    def make(self) -> str:
        body = self._fresh()
        return f"{body}.{self._seal(body)}"

    def genuine(self, token: object) -> bool:
        """Whether this token was made by this house."""
        if not isinstance(token, str) or not _SHAPE.fullmatch(token):
            return False
        body, _, seal = token.partition(".")
        return hmac.compare_digest(seal, self._seal(body))

    def _seal(self, body: str) -> str:
        return hmac.new(self._secret, b"chat:" + body.encode(), hashlib.sha256).hexdigest()[:32]
