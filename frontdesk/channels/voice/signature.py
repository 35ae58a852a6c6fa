"""Whether a webhook really comes from the carrier: X-Twilio-Signature over the public address and the form.

Knows nothing of calls. The address is the configured one; what the request says of host and scheme is never believed.
"""

import hashlib
import hmac
import logging
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qs, unquote, unquote_to_bytes, urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from multidict import MultiDict

log = logging.getLogger(__name__)

HEADER = "X-Twilio-Signature"
FORM_TYPE = "application/x-www-form-urlencoded"
MAX_FIELDS = 500
FORM: web.RequestKey["MultiDict[str]"] = web.RequestKey("twilio_form", MultiDict)


@dataclass(frozen=True, slots=True)
class Signatures:
    """Checks signatures against one of the tokens: the present one and, during rotation, the next one too."""

    base_url: str
    tokens: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.tokens or not all(self.tokens):
            raise ValueError("Webhooks need a token to be checked with; set TWILIO_AUTH_TOKEN.")
        if urlsplit(self.base_url).scheme not in ("http", "https"):
            raise ValueError(
                "PUBLIC_BASE_URL must be the http(s) address the carrier calls, like https://desk.example.com."
            )

    def verify(self, path_qs: str, body: bytes, content_type: str, signature: str) -> "MultiDict[str] | None":
        """The form of a genuine request, or None. Anything but a form comes back empty: nobody here reads it."""
        form = _form(body) if content_type == FORM_TYPE else MultiDict[str]()
        if form is None or not path_qs.startswith("/") or not path_qs.isascii():
            return None
        signed = self._signed(path_qs, form, signature)
        covered = not body or content_type == FORM_TYPE or _hash_fits(path_qs, body)
        return form if signed and covered else None

    def _signed(self, path_qs: str, form: "MultiDict[str]", signature: str) -> bool:
        given = signature.encode("utf-8", "surrogateescape")
        matches = [
            hmac.compare_digest(signed_with(token, base + path_qs, form), given)
            for token in self.tokens
            for base in _with_and_without_port(self.base_url)
        ]
        return any(matches)


def signed_with(token: str, address: str, form: "MultiDict[str]") -> bytes:
    """The signature of the address and the sorted fields; the values of a repeated one are sorted and count once.

    See https://www.twilio.com/docs/usage/security#validating-requests.
    """
    fields = map("".join, sorted(set(form.items())))
    return b64encode(hmac.digest(token.encode(), "".join([address, *fields]).encode(), "sha1"))


def _form(body: bytes) -> "MultiDict[str] | None":
    """The fields as they were signed: blank ones kept. None when it is no form in UTF-8."""
    try:
        text = body.decode("utf-8")
    except ValueError:
        return None
    parts = text.split("&")
    if len(parts) > MAX_FIELDS:
        return None
    named = [part.partition("=") for part in parts if part]
    return MultiDict([(_unquoted(name), _unquoted(value)) for name, _, value in named])


def _unquoted(text: str) -> str:
    """As `urllib.parse.unquote_plus`, at once where all is ASCII."""
    text = text.replace("+", " ")
    if "%" not in text:
        return text
    return unquote_to_bytes(text).decode("utf-8", "replace") if text.isascii() else unquote(text)


def _hash_fits(path_qs: str, body: bytes) -> bool:
    """A body that is no form must be named by its hash in the signed address."""
    named = parse_qs(urlsplit(path_qs).query).get("bodySHA256", [""])
    return len(named) == 1 and hmac.compare_digest(hashlib.sha256(body).hexdigest().encode(), named[0].lower().encode())


@cache
def _with_and_without_port(base: str) -> tuple[str, ...]:
    """The carrier signs the scheme's own port or leaves it out; both forms of the address are ours."""
    base = base.rstrip("/")
    parts = urlsplit(base)
    port = ":443" if parts.scheme == "https" else ":80"
    if parts.netloc.endswith(port):
        return base, parts._replace(netloc=parts.netloc.removesuffix(port)).geturl()
    return (base,) if parts.port else (base, parts._replace(netloc=parts.netloc + port).geturl())


def form_of(request: web.Request) -> Mapping[str, str]:
    """The fields of a request that came through the guard."""
    form: MultiDict[str] = request[FORM]
    return form


def guard(signatures: Signatures) -> Middleware:
    """Middleware that lets only genuine requests through, with their form in `request[FORM]`."""

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        given = request.headers.getall(HEADER, [])
        body = await request.read()
        form = None
        if len(given) == 1:
            kind = request.headers.get("Content-Type")  # read closely only where it is not the usual one
            form = signatures.verify(
                request.raw_path, body, FORM_TYPE if kind == FORM_TYPE else request.content_type, given[0]
            )
        if form is None:
            reason = "does not fit" if given else "is missing"
            log.warning("Refused a webhook at %r: its signature %s.", request.path[:100], reason)
            return web.Response(
                status=403, text="The request's signature does not fit; see PUBLIC_BASE_URL and the token."
            )
        request[FORM] = form
        return await handler(request)

    return check
