"""The company's OpenID provider over HTTPS: discovery, code with PKCE, tokens checked against its published keys."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_plus, urlencode, urlsplit

import aiohttp
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.jwk import KeySet

from frontdesk.people.company import Asked, NotLetIn

ALGORITHMS = ["RS256", "PS256", "ES256", "RS384", "ES384", "RS512", "ES512", "Ed25519", "EdDSA"]
WITHIN_S = 10.0
MOST_BYTES = 512 * 1024
LEEWAY_S = 60
KEPT_S = 3600.0
LOOPBACK = ("127.0.0.1", "localhost", "::1")
KINDS = ("RSA", "EC", "OKP")


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Who we are to the provider, and where it sends browsers back to."""

    issuer: str
    id: str
    secret: str
    back_url: str


class OidcCompany:
    """The Company port on a real provider. What it publishes is asked for once an hour, and keys again when one is unknown."""

    def __init__(self, client: Client, clock: Callable[[], float] = time.monotonic) -> None:
        self._client, self._clock = client, clock
        self._known: tuple[float, dict[str, Any]] | None = None
        self._keys: tuple[float, KeySet] | None = None

    async def address(self, asked: Asked) -> str:
        about = await self._about()
        query = {
            "response_type": "code",
            "client_id": self._client.id,
            "redirect_uri": self._client.back_url,
            "scope": "openid email profile",
            "state": asked.state,
            "nonce": asked.nonce,
            "code_challenge": create_s256_code_challenge(asked.verifier),
            "code_challenge_method": "S256",
        }
        start = str(about["authorization_endpoint"])
        return f"{start}{'&' if '?' in start else '?'}{urlencode(query)}"

    async def claims(self, code: str, asked: Asked) -> Mapping[str, Any]:
        about = await self._about()
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._client.back_url,
            "code_verifier": asked.verifier,
        }
        said = await self._fetch(str(about["token_endpoint"]), form)
        token = said.get("id_token")
        if not isinstance(token, str):
            raise NotLetIn("failed", "The company's log-in answered without an ID token.")
        try:
            return await self._believed(token, str(said.get("access_token") or ""), asked)
        except NotLetIn:
            raise
        except Exception as error:  # whatever is wrong with it, it is not believed
            raise NotLetIn("failed", f"The company's ID token can't be believed ({type(error).__name__}).") from error

    async def _believed(self, token: str, access_token: str, asked: Asked) -> Mapping[str, Any]:
        try:
            read = jwt.decode(token, await self._key_set(), algorithms=ALGORITHMS)
        except ValueError:  # signed by a key we don't know yet
            read = jwt.decode(token, await self._key_set(anew=True), algorithms=ALGORITHMS)
        options = {
            "iss": {"essential": True, "value": self._client.issuer},
            "aud": {"essential": True, "value": self._client.id},
        }
        params = {"nonce": asked.nonce, "client_id": self._client.id, "access_token": access_token or None}
        claims = CodeIDToken(read.claims, read.header, options, params)
        claims.validate(leeway=LEEWAY_S)
        return dict(claims)

    async def _about(self) -> dict[str, Any]:
        """What the provider publishes about itself; it must speak for the issuer we were told of."""
        if self._known is None or self._clock() - self._known[0] > KEPT_S:
            about = await self._fetch(f"{self._client.issuer.rstrip('/')}/.well-known/openid-configuration")
            if about.get("issuer") != self._client.issuer:
                raise NotLetIn(
                    "failed", "OIDC_ISSUER is not what the provider calls itself; copy it from there exactly."
                )
            for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
                _safe(str(about.get(name, "")), name)
            self._known = (self._clock(), about)
        return self._known[1]

    async def _key_set(self, *, anew: bool = False) -> KeySet:
        if anew or self._keys is None or self._clock() - self._keys[0] > KEPT_S:
            said = await self._fetch(str((await self._about())["jwks_uri"]))
            keys = [key for key in said.get("keys", []) if key.get("kty") in KINDS and key.get("use", "sig") == "sig"]
            self._keys = (self._clock(), KeySet.import_key_set({"keys": keys}))
        return self._keys[1]

    async def _fetch(self, url: str, form: Mapping[str, str] | None = None) -> dict[str, Any]:
        """GET, or POST a form as this client; a JSON object within time and size, from nowhere else."""
        names = (quote_plus(self._client.id), quote_plus(self._client.secret))  # RFC 6749, 2.3.1
        headers = {"Authorization": aiohttp.encode_basic_auth(*names)} if form is not None else {}
        timeout = aiohttp.ClientTimeout(total=WITHIN_S)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout) as http,
                http.request(
                    "GET" if form is None else "POST", url, data=form, headers=headers, allow_redirects=False
                ) as got,
            ):
                body = await got.content.read(MOST_BYTES)
                if got.status != 200:
                    raise NotLetIn("failed", f"The company's log-in answered with {got.status}.")
                read = json.loads(body)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise NotLetIn("failed", f"The company's log-in can't be asked now ({type(error).__name__}).") from error
        if not isinstance(read, dict):
            raise NotLetIn("failed", "The company's log-in answered with something else than a JSON object.")
        return read


def _safe(url: str, name: str) -> None:
    """Tokens travel by HTTPS; on one's own machine, for trying it, by HTTP too."""
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise NotLetIn("failed", f"The provider's {name} is no https address.")
