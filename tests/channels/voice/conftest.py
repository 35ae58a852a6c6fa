"""The voice door on a real server, and a carrier that signs with the official library."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer
from lxml import etree
from twilio.request_validator import RequestValidator
from yarl import URL

from frontdesk.carrier.twiml import check_document
from frontdesk.channels.voice.app import voice_app
from frontdesk.channels.voice.ports import VoiceDeps
from frontdesk.channels.voice.signature import Signatures
from tests.channels.voice.house import House, HouseWords

BASE = "https://desk.example.com"
TOKEN, NEXT_TOKEN = "12345", "67890"
CALL = "CA" + "1" * 32
LEG = "CA" + "2" * 32


@dataclass(frozen=True)
class Page:
    """An answer as the carrier sees it."""

    status: int
    body: bytes
    root: etree._Element | None = field(compare=False, default=None)

    def verbs(self) -> list[str]:
        assert self.root is not None
        return [str(child.tag) for child in self.root]

    def one(self, path: str) -> etree._Element:
        assert self.root is not None
        found = self.root.findall(f".//{path}")
        assert len(found) == 1, f"{len(found)} of {path} in {self.body!r}"
        return found[0]

    def all(self, tag: str) -> list[etree._Element]:
        assert self.root is not None
        return list(self.root.iter(tag))

    def words(self) -> list[str]:
        return ["".join(say.itertext()) for say in self.all("Say")]


@dataclass
class Carrier:
    """Posts signed forms as Twilio does, and refuses documents Twilio would refuse."""

    client: "TestClient[web.Request, web.Application]"
    sid: str = CALL

    def routes(self) -> list[str]:
        """Every path of the door."""
        assert isinstance(self.client.server, TestServer)
        return sorted({route.resource.canonical for route in self.client.server.app.router.routes() if route.resource})

    async def raw(self, path: str, form: dict[str, str], headers: dict[str, str]) -> ClientResponse:
        return await self.client.post(URL(path, encoded=True), data=form, headers=headers)

    async def post(self, path: str, **form: str) -> Page:
        path = path.removeprefix(BASE)
        fields = {
            "CallSid": self.sid,
            "AccountSid": "AC1",
            "From": "+447700900123",
            "CallStatus": "in-progress",
            **form,
        }
        signature = RequestValidator(TOKEN).compute_signature(BASE + path, fields)
        answer = await self.raw(path, fields, {"X-Twilio-Signature": signature})
        body = await answer.read()
        if answer.status != 200:
            return Page(answer.status, body)
        assert answer.headers["Content-Type"] == "application/xml; charset=utf-8"
        assert check_document(body) == []
        return Page(answer.status, body, etree.fromstring(body))


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
async def carrier(house: House) -> AsyncIterator[Carrier]:
    deps = VoiceDeps(
        turns=house,
        tickets=house,
        briefing=house,
        clock=lambda: 1_700_000_000.0,
        base_url=BASE,
        words=HouseWords(),
        deadline_s=0.5,
        longest_s=0.5,
    )
    app = web.Application()
    app.add_subapp("/twilio", voice_app(deps, Signatures(BASE, (TOKEN, NEXT_TOKEN))))
    async with TestClient(TestServer(app)) as client:
        yield Carrier(client)
