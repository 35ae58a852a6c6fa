"""Signed webhooks both ways, as the Standard Webhooks specification has them. Pure: time and keys are arguments.

`webhook-id`, `webhook-timestamp` and `webhook-signature` are sent beside the body; what is signed is `id.timestamp.body` with
HMAC-SHA256, in base64, behind `v1,`. See https://www.standardwebhooks.com.
"""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Mapping, Sequence

ID, TIMESTAMP, SIGNATURE = "webhook-id", "webhook-timestamp", "webhook-signature"
TOLERANCE_S = 300.0
SECRET_PREFIX = "whsec_"  # noqa: S105  # the specification's prefix of a secret, not one


def key_of(secret: str) -> bytes:
    """The key of a secret: `whsec_` and base64 as the specification writes them, or the words themselves."""
    if secret.startswith(SECRET_PREFIX):
        try:
            return base64.b64decode(secret.removeprefix(SECRET_PREFIX), validate=True)
        except (binascii.Error, ValueError):
            return secret.encode()
    return secret.encode()


def signed(secret: str, message: str, at: float, body: bytes) -> dict[str, str]:
    """The three headers for a body. `message` names it for ever: the same on every try. `at`: epoch seconds."""
    stamp = str(int(at))
    return {ID: message, TIMESTAMP: stamp, SIGNATURE: "v1," + _signature(secret, message, stamp, body)}


def genuine(secrets: Sequence[str], headers: Mapping[str, str], body: bytes, now: float) -> str | None:
    """The message's id when one of the secrets signed it within the last five minutes, else None."""
    message, stamp = headers.get(ID, ""), headers.get(TIMESTAMP, "")
    fresh = stamp.isascii() and stamp.isdigit() and abs(now - int(stamp[:12])) <= TOLERANCE_S
    if not message or len(message) > 200 or not fresh:
        return None
    given = [part.partition(",") for part in headers.get(SIGNATURE, "").split(" ")[:8]]
    fits = [
        hmac.compare_digest(_signature(secret, message, stamp, body).encode(), value.encode("utf-8", "replace"))
        for secret in secrets
        if secret
        for version, _, value in given
        if version == "v1"
    ]
    return message if any(fits) else None


def _signature(secret: str, message: str, stamp: str, body: bytes) -> str:
    content = f"{message}.{stamp}.".encode() + body
    return base64.b64encode(hmac.new(key_of(secret), content, hashlib.sha256).digest()).decode("ascii")
