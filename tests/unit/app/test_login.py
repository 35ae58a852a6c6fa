"""Coming in: who guesses is slowed down, nobody is locked out by others, other sites can't log anybody in or out."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer, make_mocked_request

from frontdesk.app.doors import application
from frontdesk.app.house import open_house
from frontdesk.app.settings import Settings
from frontdesk.channels.sender import sender
from tests.house.tree import ROOT

Client = TestClient[web.Request, web.Application]
OURS = {"X-Frontdesk": "1"}


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[Client]:
    """A house behind one proxy, open to others."""
    settings = Settings(
        data_dir=tmp_path,
        flows_dir=ROOT / "ivr_flows",
        rasa_url="http://127.0.0.1:9",
        host="0.0.0.0",
        admin_password="right",
        rest_token="the server's own",
        trusted_proxies=1,
        _env_file=None,
    )
    async with open_house(settings, lambda text: None) as house, TestClient(TestServer(application(house))) as found:
        yield found


async def login(client: Client, password: str, address: str) -> int:
    body = {"username": "amy", "password": password}
    async with client.post("/api/login", json=body, headers=OURS | {"X-Forwarded-For": address}) as response:
        return response.status


async def test_a_guesser_locks_out_nobody_else(client: Client) -> None:
    """Ten wrong passwords end the tries from there; the person herself comes in from her own address."""
    tries = [await login(client, "wrong", "203.0.113.9, 198.51.100.1") for _ in range(12)]
    assert tries == [401] * 10 + [429] * 2
    assert await login(client, "right", "203.0.113.9, 198.51.100.2") == 200


async def test_other_sites_log_nobody_in_or_out(client: Client) -> None:
    """A form on another page can post, but not with our header."""
    body = {"username": "amy", "password": "right"}
    for path in ("/api/login", "/api/logout"):
        async with client.post(path, json=body) as response:
            assert response.status == 403
            assert not response.cookies


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
