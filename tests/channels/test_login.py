"""Coming in: guessers are slowed down, nobody is locked out by others, other sites can't act, log-ins end when they must."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer, make_mocked_request

from frontdesk.app.bootstrap import open_house
from frontdesk.app.doors import application
from frontdesk.app.house import House
from frontdesk.app.settings import Settings
from frontdesk.channels.sender import sender
from frontdesk.people.tries import BY_ACCOUNT, BY_ADDRESS
from tests.house.tree import ROOT

Client = TestClient[web.Request, web.Application]
OURS = {"X-Frontdesk": "1"}
PASSWORD = "right words in a row"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A house behind one proxy, open to others."""
    settings = Settings(
        data_dir=tmp_path,
        flows_dir=ROOT / "ivr_flows",
        rasa_url="http://127.0.0.1:9",
        host="0.0.0.0",
        admin_password=PASSWORD,
        rest_token="the server's own",
        trusted_proxies=1,
        _env_file=None,
    )
    async with open_house(settings, lambda text: None) as opened:
        yield opened


@pytest.fixture
async def client(house: House) -> AsyncIterator[Client]:
    """A browser of somebody."""
    async with TestClient(TestServer(application(house))) as found:
        yield found


@pytest.fixture
async def other(client: Client) -> AsyncIterator[Client]:
    """Another browser, at the same server."""
    async with TestClient(client.server) as found:
        yield found


async def login(client: Client, password: str, address: str = "198.51.100.2", name: str = "amy") -> int:
    body = {"username": name, "password": password}
    async with client.post("/api/login", json=body, headers=OURS | {"X-Forwarded-For": address}) as response:
        return response.status


async def post(client: Client, path: str, **body: Any) -> tuple[int, Any]:
    async with client.post(path, json=body, headers=OURS | {"X-Forwarded-For": "198.51.100.2"}) as response:
        return response.status, await response.json()


async def get(client: Client, path: str) -> tuple[int, Any]:
    async with client.get(path) as response:
        return response.status, await response.json()


async def deeds(house: House) -> list[tuple[str, str, str]]:
    return [(one.who, one.deed, one.about) for one in await house.stores.audit.entries()]


@pytest.mark.stands("S9")
async def test_who_guesses_at_an_account_waits_longer_each_time(client: Client, house: House) -> None:
    """After the free tries a wait is told, from whatever address; the right password does not help before it is over."""
    tries = [await login(client, "wrong", f"203.0.113.{n}") for n in range(BY_ACCOUNT.free + 1)]
    assert tries == [401] * BY_ACCOUNT.free + [429]
    async with client.post(
        "/api/login", json={"username": "amy", "password": PASSWORD}, headers=OURS | {"X-Forwarded-For": "203.0.113.99"}
    ) as response:
        assert response.status == 429
        assert int(response.headers["Retry-After"]) >= 1
    assert ("-", "login_blocked", "amy") in await deeds(house)


@pytest.mark.stands("S9")
async def test_nobody_locks_out_a_colleague(client: Client, other: Client) -> None:
    """A browser she came in from before is counted apart, so guesses from elsewhere don't slow her down."""
    assert await login(client, PASSWORD) == 200
    for number in range(BY_ACCOUNT.free + 2):
        await login(other, "wrong", f"203.0.113.{number}")
    assert await login(other, PASSWORD) == 429
    assert await login(client, PASSWORD) == 200


async def test_the_cookie_of_a_device_is_of_one_account(client: Client) -> None:
    """Somebody's own device cookie buys no tries at another account, and an invented one buys none at all."""
    assert await login(client, PASSWORD, name="wei") == 200
    assert [await login(client, "wrong") for _ in range(BY_ACCOUNT.free + 1)][-1] == 429
    client.session.cookie_jar.update_cookies({"frontdesk_device": f"sam.guess.{'0' * 32}"}, client.make_url("/"))
    assert [await login(client, "wrong", name="sam") for _ in range(BY_ACCOUNT.free + 1)][-1] == 429


async def test_one_address_cannot_try_many_accounts(client: Client) -> None:
    """Passwords sprayed over names are counted by the address; there an office full of people may still come in."""
    for number in range(BY_ADDRESS.free):
        assert await login(client, "wrong", "203.0.113.9", name=f"name{number}") == 401
    assert await login(client, "wrong", "203.0.113.9", name="another") == 429
    assert [await login(client, PASSWORD) for _ in range(BY_ADDRESS.free + 5)] == [200] * (BY_ADDRESS.free + 5)


async def test_tries_outlive_the_process(client: Client, house: House) -> None:
    """They are kept in the database: a restart forgives nothing."""
    for _ in range(BY_ACCOUNT.free):
        await login(client, "wrong")
    async with TestClient(TestServer(application(house))) as after_restart:
        assert await login(after_restart, PASSWORD) == 429


async def test_who_has_no_account_is_told_the_same(client: Client, house: House) -> None:
    """A wrong name and a wrong password look alike; the name that was typed is not kept, it may be a password."""
    known = await post(client, "/api/login", username="amy", password="wrong")
    unknown = await post(client, "/api/login", username="my secret words", password="wrong")
    assert known == unknown
    assert ("-", "login_failed", "unknown name") in await deeds(house)
    assert "my secret" not in str(await deeds(house))


async def test_a_new_login_has_a_new_token(client: Client) -> None:
    """Whatever cookie the browser came with is worth nothing afterwards (session fixation), and the older log-in ends."""
    url = client.make_url("/")
    client.session.cookie_jar.update_cookies({"frontdesk_login": "planted"}, url)
    assert await login(client, PASSWORD) == 200
    first = client.session.cookie_jar.filter_cookies(url)["frontdesk_login"].value
    assert first != "planted"
    assert await login(client, PASSWORD) == 200
    assert client.session.cookie_jar.filter_cookies(url)["frontdesk_login"].value != first
    client.session.cookie_jar.update_cookies({"frontdesk_login": first}, url)
    assert (await get(client, "/api/me"))[0] == 401


async def test_other_sites_log_nobody_in_or_out(client: Client) -> None:
    """A form on another page can't set our header; a script there is told by where the browser says it comes from."""
    body = {"username": "amy", "password": PASSWORD}
    elsewhere = ({}, OURS | {"Origin": "https://evil.example"}, OURS | {"Sec-Fetch-Site": "cross-site"})
    for path in ("/api/login", "/api/logout", "/api/me/password"):
        for headers in elsewhere:
            async with client.post(path, json=body, headers=headers) as response:
                assert response.status in (401, 403)
                assert not response.cookies


async def test_cookies_over_https_are_bound_to_the_host(tmp_path: Path) -> None:
    """HttpOnly, Secure, SameSite=Strict, and of this very host."""
    settings = Settings(
        data_dir=tmp_path,
        flows_dir=ROOT / "ivr_flows",
        rasa_url="http://127.0.0.1:9",
        public_base_url="https://desk.example.com",
        admin_password=PASSWORD,
        _env_file=None,
    )
    async with open_house(settings, lambda text: None) as opened, TestClient(TestServer(application(opened))) as found:
        body = {"username": "amy", "password": PASSWORD}
        async with found.post("/api/login", json=body, headers=OURS) as response:
            cookie = response.cookies["__Host-frontdesk_login"]
    assert cookie["httponly"]
    assert cookie["secure"]
    assert (cookie["samesite"], cookie["path"], cookie["domain"]) == ("Strict", "/", "")


async def test_changing_a_password_ends_the_other_logins(client: Client, other: Client, house: House) -> None:
    """The present one must be known, the new one be good; this browser goes on, the others are out."""
    assert await login(client, PASSWORD) == 200
    assert await login(other, PASSWORD) == 200
    new = "a kettle on the tram"
    assert (await post(client, "/api/me/password", present="wrong", new=new))[0] == 400
    status, said = await post(client, "/api/me/password", present=PASSWORD, new="amy amy amy amy")
    assert (status, "log-in name" in said["error"]) == (400, True)
    assert (await post(client, "/api/me/password", present=PASSWORD, new=new))[0] == 200
    assert (await get(client, "/api/me"))[0] == 200
    assert (await get(other, "/api/me"))[0] == 401
    assert await login(other, PASSWORD) == 401
    assert await login(other, new) == 200
    assert ("amy", "password_changed", "amy") in await deeds(house)


async def test_everybody_sees_and_ends_their_own_logins(client: Client, other: Client) -> None:
    """Where one is logged in, and an end to one of them; of nobody else's."""
    for browser in (client, other):
        assert await login(browser, PASSWORD) == 200
    mine = (await get(client, "/api/me/logins"))[1]["logins"]
    assert [one["here"] for one in mine] == [False, True]
    assert mine[0]["address"] == "198.51.100.2"
    assert "token" not in json.dumps(mine)
    assert (await post(client, f"/api/me/logins/{mine[0]['id']}/end"))[0] == 200
    assert (await get(other, "/api/me"))[0] == 401
    assert await login(other, PASSWORD, name="wei") == 200
    assert (await post(other, f"/api/me/logins/{mine[1]['id']}/end"))[0] == 404
    assert (await get(client, "/api/me"))[0] == 200


async def test_administrators_manage_people(client: Client, other: Client, house: House) -> None:
    """Added, made another role, disabled and enabled; each takes hold at once and is written down."""
    assert await login(client, PASSWORD, name="ada") == 200
    new = {"id": "lin", "name": "Lin Yu", "role": "agent", "langs": ["zh"], "password": "tea on the old tram"}
    assert (await post(client, "/api/people", **new))[0] == 200
    assert (await post(client, "/api/people", **new))[0] == 409
    assert await login(other, "tea on the old tram", name="lin") == 200
    assert (await get(other, "/api/board"))[0] == 403
    assert (await post(client, "/api/people/lin", role="supervisor"))[0] == 200
    assert (await get(other, "/api/board"))[0] == 200
    assert (await post(client, "/api/people/lin", disabled=True))[0] == 200
    assert (await get(other, "/api/me"))[0] == 401
    assert await login(other, "tea on the old tram", name="lin") == 401
    assert (await post(client, "/api/people/lin", disabled=False))[0] == 200
    assert await login(other, "tea on the old tram", name="lin") == 200
    listed = {one["id"]: one for one in (await get(client, "/api/people"))[1]["people"]}
    assert (listed["lin"]["role"], listed["lin"]["logins"]) == ("supervisor", 1)
    assert "hash" not in json.dumps(listed)
    written = (await get(client, "/api/audit?about=lin"))[1]["entries"]
    assert {"person_added", "role_changed", "person_disabled", "person_enabled"} <= {one["deed"] for one in written}


async def test_there_is_always_an_administrator(client: Client) -> None:
    """The last one can neither be disabled nor made something else; wrong asks are told in sentences."""
    assert await login(client, PASSWORD, name="ada") == 200
    assert (await post(client, "/api/people/ada", disabled=True))[0] == 409
    assert (await post(client, "/api/people/ada", role="agent"))[0] == 409
    assert (await post(client, "/api/people/nobody", role="agent"))[0] == 404
    assert (await post(client, "/api/people/wei", role="emperor"))[0] == 400
    assert (await post(client, "/api/people/wei", email="sam@example.com"))[0] == 200
    assert (await post(client, "/api/people/sam", email="SAM@example.com"))[0] == 409


async def test_only_who_may_manages_people(client: Client) -> None:
    """Agents, supervisors and owners don't; the audit log is for owners and administrators."""
    for name, may in (("amy", (403, 403)), ("sam", (403, 403)), ("olivia", (403, 200))):
        assert await login(client, PASSWORD, name=name) == 200
        assert ((await get(client, "/api/people"))[0], (await get(client, "/api/audit"))[0]) == may
        assert (await post(client, "/api/people/wei", role="admin"))[0] == 403


@pytest.mark.stands("S19")
async def test_when_accounts_cannot_be_read_nobody_is_let_in(client: Client, house: House) -> None:
    """A store that fails denies: no answer of the desk, the board or the log-in comes from a guess."""
    assert await login(client, PASSWORD) == 200
    async with house.stores.database.write() as connection:
        await connection.exec_driver_sql("ALTER TABLE logins RENAME TO gone")
    for path in ("/api/me", "/api/desk", "/api/people"):
        status, said = await get(client, path)
        assert (status, "error" in said) == (503, True)
    assert await login(client, PASSWORD) == 503


async def test_measures_are_for_the_machine_itself_or_who_has_the_token(client: Client, tmp_path: Path) -> None:
    """What came by a proxy came from outside; with a token only the token counts."""
    assert (await client.get("/metrics")).status == 200
    assert (await client.get("/metrics", headers={"X-Forwarded-For": "127.0.0.1"})).status == 403
    settings = Settings(
        data_dir=tmp_path / "two",
        flows_dir=ROOT / "ivr_flows",
        rasa_url="http://127.0.0.1:9",
        metrics_token="m",
        _env_file=None,
    )
    async with open_house(settings, lambda text: None) as opened, TestClient(TestServer(application(opened))) as found:
        assert (await found.get("/metrics")).status == 403
        assert (await found.get("/metrics", headers={"Authorization": "Bearer m"})).status == 200


async def test_rest_senders_show_the_token_where_others_can_reach_it(client: Client) -> None:
    """Whoever knows a sender's name goes on with that conversation, so only our own server may name one."""
    body = {"sender": "ada", "message": "hello"}
    for headers in ({}, {"Authorization": "Bearer "}, {"Authorization": "Bearer guess"}):
        async with client.post("/webhooks/rest/webhook", json=body, headers=headers) as response:
            assert response.status == 403
    headers = {"Authorization": "Bearer the server's own"}
    async with client.post("/webhooks/rest/webhook", json=body, headers=headers) as response:
        assert response.status == 200


@pytest.mark.parametrize(
    ("proxies", "named", "counted"),
    [(0, "203.0.113.9", "-"), (1, "203.0.113.9, 198.51.100.1", "198.51.100.1"), (3, "203.0.113.9", "-"), (1, "", "-")],
)
def test_only_what_our_own_proxies_say_counts(proxies: int, named: str, counted: str) -> None:
    """Anyone can write the header; each proxy of ours adds the address it was asked by at its end."""
    request = make_mocked_request("GET", "/", headers={"X-Forwarded-For": named})
    assert sender(request, proxies).replace(str(request.remote), "-") == counted
