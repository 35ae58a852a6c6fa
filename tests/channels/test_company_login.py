"""The company's log-in against a real OpenID provider that really signs, and against one that lies."""

import base64
import hmac
import re
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from frontdesk.adapters.oidc.provider import Client, OidcCompany
from frontdesk.app.bootstrap import open_house
from frontdesk.app.doors import application
from frontdesk.app.house import House
from frontdesk.app.settings import Settings
from frontdesk.app.stores import people_of
from frontdesk.people.company import Asked, NotLetIn
from frontdesk.people.people import By, NewPerson
from tests.house.tree import ROOT
from tests.node_tools import openid_provider
from tests.servers import free_port

NOW = int(time.time())  # noqa: TID251 - the token's own check looks at the clock
SECRET = "a secret of the provider"
ASKED = Asked(state="s" * 43, nonce="n" * 43, verifier="v" * 43, to="/desk")
PEOPLE = {
    "1": {"email": "Lin@acme.example", "email_verified": True, "name": "Lin Yu", "groups": ["all", "desk"]},
    "2": {"email": "max@acme.example", "email_verified": True, "name": "Max", "groups": ["desk", "leads"]},
    "3": {"email": "eve@evil.example", "email_verified": True, "name": "Eve", "groups": ["leads"]},
    "4": {"email": "kim@acme.example", "email_verified": False, "name": "Kim", "groups": ["desk"]},
    "5": {"email": "pat@acme.example", "email_verified": True, "name": "Pat", "groups": ["canteen"]},
    "6": {"email": "lin@acme.example", "email_verified": True, "name": "Another", "groups": ["leads"]},
}


@pytest.fixture(scope="module")
def port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def issuer(port: int) -> Iterator[str]:
    """A provider for the whole file."""
    with openid_provider(PEOPLE, f"http://127.0.0.1:{port}/api/login/company/back", SECRET) as found:
        yield found


@pytest.fixture
async def house(tmp_path: Path, issuer: str, port: int) -> AsyncIterator[House]:
    """A house whose company is that provider."""
    settings = Settings(
        data_dir=tmp_path,
        flows_dir=ROOT / "ivr_flows",
        rasa_url="http://127.0.0.1:9",
        port=port,
        oidc_issuer=issuer,
        oidc_client_id="frontdesk",
        oidc_client_secret=SECRET,
        oidc_name="Acme",
        oidc_domains="acme.example",
        oidc_roles="desk=agent,leads=supervisor",
        _env_file=None,
    )
    async with open_house(settings, lambda text: None) as opened:
        server = TestServer(application(opened), host="127.0.0.1", port=port)
        await server.start_server()
        yield opened
        await server.close()


class Browser:
    """Follows the provider's pages as a person would, who is there as `login`."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.http = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))

    async def come_in(self, login: str, *, until: str = "#end", to: str = "/desk") -> str:
        """Begin here, log in there; returns where it ends, or the first address that holds `until`, unvisited."""
        url, form = f"{self.base}/api/login/company?to={to}", None
        for _ in range(20):
            async with self.http.request("POST" if form else "GET", url, data=form, allow_redirects=False) as got:
                if got.status in (302, 303):
                    url, form = urljoin(url, got.headers["Location"]), None
                    if until in url or url.startswith((f"{self.base}/desk", f"{self.base}/board")):
                        return url
                    continue
                page = await got.text()
                prompt = re.search(r'name="prompt" value="(\w+)"', page)
                assert prompt, page
                form = {"prompt": prompt[1], "login": login, "password": "any"}
                action = re.search(r'action="([^"]+)"', page)
                url = urljoin(url, action[1]) if action else url
        raise AssertionError("The log-in goes in circles.")

    async def me(self) -> dict[str, Any]:
        async with self.http.get(f"{self.base}/api/me") as got:
            found: dict[str, Any] = await got.json()
            return found


@pytest.fixture
async def browser(house: House) -> AsyncIterator[Browser]:
    opened = Browser(house.settings.base_url)
    yield opened
    await opened.http.close()


async def test_somebody_of_the_company_comes_in(browser: Browser, house: House) -> None:
    """Code flow with PKCE; an account is made with the role of the group, and found again the next time."""
    assert await browser.come_in("1") == f"{browser.base}/desk"
    me = await browser.me()
    assert (me["id"], me["name"], me["role"]) == ("lin", "Lin Yu", "agent")
    assert await browser.come_in("1", to="/board") == f"{browser.base}/board"
    assert (await browser.me())["id"] == "lin"
    found = [one.deed for one in await house.stores.audit.entries(about="lin")]
    assert found == ["logged_in", "logged_in", "person_added"]


async def test_the_highest_role_counts_and_follows_the_company(browser: Browser, house: House) -> None:
    """Of several groups the highest; an account that was there already is found by its address and takes the role."""
    people = house.stores
    new = NewPerson(agent="max", name="Max", role="agent", langs=("en",), email="MAX@acme.example")
    await people_of(people, house.hasher, lambda: 1.0).add(new, By(who="test"))
    await browser.come_in("2")
    assert ((await browser.me())["id"], (await browser.me())["role"]) == ("max", "supervisor")


@pytest.mark.parametrize(("login", "reason"), [("3", "wrong_domain"), ("4", "no_mail"), ("5", "no_role")])
@pytest.mark.stands("S19")
async def test_who_may_not_come_in_is_told_why(browser: Browser, house: House, login: str, reason: str) -> None:
    """Of another domain, with an address nobody verified, without a role: no account, no log-in, an entry in the audit log."""
    assert await browser.come_in(login) == f"{browser.base}/desk#login={reason}"
    assert "error" in await browser.me()
    assert (await house.stores.audit.entries())[0].deed == "login_failed"
    assert len(await house.stores.agents.agents()) == 5


async def test_an_address_is_not_enough_twice(browser: Browser, house: House) -> None:
    """Whoever has somebody's address later is still somebody else: the company's own id counts."""
    await browser.come_in("1")
    other = Browser(browser.base)
    assert await other.come_in("6") == f"{browser.base}/desk#login=no_account"
    assert "error" in await other.me()
    await other.http.close()


async def test_a_disabled_account_stays_out(browser: Browser, house: House) -> None:
    """The company's log-in opens no account that was disabled here."""
    await browser.come_in("1")
    account = await house.stores.accounts.account("lin")
    assert account is not None
    await house.stores.accounts.save(replace(account, disabled=True))
    assert "error" in await browser.me()
    assert await browser.come_in("1") == f"{browser.base}/desk#login=disabled"


@pytest.mark.stands("S12")
async def test_the_answer_belongs_to_the_browser_that_asked(browser: Browser) -> None:
    """Another browser with the same address, another state, a changed cookie, no cookie: nobody comes in."""
    back = await browser.come_in("1", until="/api/login/company/back")
    victim = Browser(browser.base)
    for address in (back, back.replace("state=", "state=x"), f"{browser.base}/api/login/company/back"):
        async with victim.http.get(address, allow_redirects=False) as got:
            assert got.headers["Location"].endswith("#login=failed")
    async with victim.http.get(f"{browser.base}/api/login/company", allow_redirects=False) as got:
        assert got.status == 302
        assert (got.cookies["frontdesk_company"]["httponly"], got.cookies["frontdesk_company"]["samesite"]) == (
            True,
            "Lax",
        )
    async with victim.http.get(back, allow_redirects=False) as got:
        assert got.headers["Location"].endswith("#login=failed")
    assert "error" in await victim.me()
    await victim.http.close()


async def test_a_stolen_code_is_worth_nothing(issuer: str, port: int, browser: Browser) -> None:
    """PKCE: without the verifier, which only the browser that asked has, the provider refuses it."""
    back = await browser.come_in("1", until="/api/login/company/back")
    code = parse_qs(urlsplit(back).query)["code"][0]
    with pytest.raises(NotLetIn, match="400"):
        await company(issuer, port).claims(code, ASKED)


async def test_where_to_go_is_one_of_our_pages(browser: Browser) -> None:
    """No address from outside is gone to after a log-in (open redirect)."""
    assert await browser.come_in("1", to="https://evil.example/") == f"{browser.base}/desk"


def company(issuer: str, port: int) -> OidcCompany:
    back = f"http://127.0.0.1:{port}/api/login/company/back"
    return OidcCompany(Client(issuer=issuer, id="frontdesk", secret=SECRET, back_url=back))


class Liar:
    """A provider that answers with whatever token it is told to."""

    def __init__(self) -> None:
        self.key = RSAKey.generate_key(2048, {"kid": "1", "use": "sig"})
        self.issuer, self.token, self.calls_itself = "", "", ""

    async def about(self, request: web.Request) -> web.Response:
        base = f"http://{request.host}"
        return web.json_response(
            {
                "issuer": self.calls_itself or base,
                "authorization_endpoint": f"{base}/auth",
                "token_endpoint": f"{base}/token",
                "jwks_uri": f"{base}/keys",
            }
        )

    async def keys(self, request: web.Request) -> web.Response:
        return web.json_response(KeySet([self.key]).as_dict(private=False))

    async def give(self, request: web.Request) -> web.Response:
        return web.json_response({"access_token": "a", "token_type": "Bearer", "id_token": self.token})

    def sign(self, key: Any = None, alg: str = "RS256", **changes: Any) -> str:
        claims = {
            "iss": self.issuer,
            "sub": "1",
            "aud": "frontdesk",
            "nonce": ASKED.nonce,
            "iat": NOW,
            "exp": NOW + 300,
        }
        given = {name: value for name, value in (claims | changes).items() if value is not None}
        return jwt.encode({"alg": alg, "kid": "1"}, given, key or self.key, algorithms=[alg])


@pytest.fixture
async def liar() -> AsyncIterator[Liar]:
    one, app = Liar(), web.Application()
    app.add_routes(
        [
            web.get("/.well-known/openid-configuration", one.about),
            web.get("/keys", one.keys),
            web.post("/token", one.give),
        ]
    )
    async with TestServer(app) as server:
        one.issuer = f"http://127.0.0.1:{server.port}"
        yield one


async def test_a_token_that_is_right_is_believed(liar: Liar) -> None:
    """The measure for the lies below: signed by a published key, for us, for this request."""
    liar.token = liar.sign()
    assert (await company(liar.issuer, 1).claims("c", ASKED))["sub"] == "1"


@pytest.mark.parametrize(
    "lie",
    [
        {"iss": "https://evil.example"},
        {"aud": "another"},
        {"aud": ["frontdesk", "another"], "azp": "another"},
        {"nonce": "of another request"},
        {"nonce": None},
        {"exp": NOW - 3600},
        {"exp": None},
        {"iat": NOW + 7200},
        {"sub": None},
        {"at_hash": "wrong"},
    ],
)
@pytest.mark.stands("S19")
async def test_no_lie_of_a_token_is_believed(liar: Liar, lie: dict[str, Any]) -> None:
    """Another issuer, audience, request, time, or subject: refused."""
    liar.token = liar.sign(**lie)
    with pytest.raises(NotLetIn):
        await company(liar.issuer, 1).claims("c", ASKED)


@pytest.mark.stands("S19")
async def test_no_false_signature_is_believed(liar: Liar) -> None:
    """Another key, none at all, or the public key used as a shared secret."""
    right = liar.sign()
    head, body, seal = right.split(".")
    none = base64.urlsafe_b64encode(b'{"alg":"none","kid":"1"}').decode().rstrip("=")
    shared = base64.urlsafe_b64encode(b'{"alg":"HS256","kid":"1"}').decode().rstrip("=")
    mac = hmac.new(liar.key.as_pem(private=False), f"{shared}.{body}".encode(), "sha256").digest()
    for token in (
        liar.sign(key=RSAKey.generate_key(2048, {"kid": "1"})),
        f"{none}.{body}.",
        f"{head}.{body}.{seal[:-4]}AAAA",
        f"{shared}.{body}.{base64.urlsafe_b64encode(mac).decode().rstrip('=')}",
        "garbage",
    ):
        liar.token = token
        with pytest.raises(NotLetIn):
            await company(liar.issuer, 1).claims("c", ASKED)


async def test_the_provider_speaks_for_its_issuer_only(liar: Liar) -> None:
    """A document found there that calls itself another issuer is not used; a provider that is away lets nobody in."""
    liar.calls_itself = "https://accounts.example"
    with pytest.raises(NotLetIn, match="OIDC_ISSUER"):
        await company(liar.issuer, 1).address(ASKED)
    with pytest.raises(NotLetIn, match="can't be asked"):
        await company("http://127.0.0.1:9", 1).address(ASKED)
