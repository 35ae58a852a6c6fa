"""Text messages: signed, split well, replay-safe, media refused politely, numbers kept to themselves."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from twilio.request_validator import RequestValidator

from frontdesk.channels.limits import Limiter
from frontdesk.channels.texts.door import TextDoor
from frontdesk.channels.texts.render import LIMIT, MOST, chosen, document, keys, messages
from frontdesk.channels.voice.app import voice_app
from frontdesk.channels.voice.ports import VoiceDeps
from frontdesk.channels.voice.signature import Signatures
from frontdesk.conversation.ports import StoredTurn
from frontdesk.core.events import Said
from frontdesk.core.inputs import ContactStarted, Input, TextTyped
from frontdesk.core.rooms import State
from frontdesk.core.waits import Choice, ForCustomer
from tests.channels.voice.conftest import BASE, TOKEN
from tests.channels.voice.house import House, HouseWords

MENU = ForCustomer(choices=(Choice(label="An order", payload="/order"), Choice(label="A person", payload="/person")))


class TextHouse(House):
    """Offers a menu, then echoes; a start where a session is open gives its present turn, as the loop does."""

    async def handle(self, address: str, given: Input, key: str, *, asked: int = 0) -> StoredTurn:
        present = await self.present(address)
        known = present and any(turn.key == key for turn in self.turns[present.session])
        return (
            present
            if present and not known and isinstance(given, ContactStarted)
            else await super().handle(address, given, key, asked=asked)
        )

    def _step(self, state: State, given: Input) -> tuple[State, tuple[Said, ...]]:
        if isinstance(given, ContactStarted):
            return replace(state, wait=MENU), (self._said("Hello."),)
        assert isinstance(given, TextTyped)
        return replace(state, wait=ForCustomer()), (self._said(f"Taken: {given.text}"),)


@pytest.fixture
def house() -> TextHouse:
    return TextHouse()


@pytest.fixture
async def texts(house: TextHouse) -> AsyncIterator["Texts"]:
    deps = VoiceDeps(turns=house, tickets=house, briefing=house, clock=lambda: 0.0, base_url=BASE, words=HouseWords())
    limiter = Limiter(lambda: 0.0, rate=1, burst=30)
    door = TextDoor(turns=house, clock=lambda: 0.0, words=HouseWords(), secret=b"key", limiter=limiter)
    app = web.Application()
    app.add_subapp("/twilio", voice_app(deps, Signatures(BASE, (TOKEN,)), door))
    async with TestClient(TestServer(app)) as client:
        yield Texts(client)


class Texts:
    """Somebody's telephone, by way of a carrier that signs."""

    def __init__(self, client: "TestClient[web.Request, web.Application]") -> None:
        self.client = client

    async def raw(self, sid: int = 1, token: str = TOKEN, **form: str) -> tuple[int, bytes]:
        fields = {"MessageSid": f"SM{sid:032x}", "From": "+447700900123", "To": "+15550100000", "NumMedia": "0", **form}
        signature = RequestValidator(token).compute_signature(f"{BASE}/twilio/message", fields)
        answer = await self.client.post("/twilio/message", data=fields, headers={"X-Twilio-Signature": signature})
        return answer.status, await answer.read()

    async def write(self, text: str, sid: int = 1, **form: str) -> list[str]:
        status, body = await self.raw(sid, Body=text, **form)
        assert status == 200
        root = etree.fromstring(body)
        assert root.tag == "Response"
        assert {child.tag for child in root} <= {"Message"}
        return [child.text or "" for child in root]


async def test_a_first_message_is_welcomed_and_answered(texts: Texts) -> None:
    """One message with both; a reply is one of its own."""
    assert await texts.write("hi") == ["Hello.\n\nTaken: hi"]
    assert await texts.write("again", 2) == ["Taken: again"]


async def test_a_number_chooses(texts: Texts, house: TextHouse) -> None:
    """Buttons are a numbered list, and their number is the button; WhatsApp's own button is too."""
    assert await texts.write("2") == ["Hello.\n\nTaken: /person"]
    assert await texts.write("x", 2, From="whatsapp:+447700900123", ButtonPayload="/order") == [
        "Hello.\n\nTaken: /order"
    ]
    assert {address.partition(":")[0] for address in house.addresses} == {"sms", "whatsapp"}


@pytest.mark.stands("R4")
async def test_the_same_message_twenty_times_at_once(texts: Texts, house: TextHouse) -> None:
    """R4: identical bytes, one effect; the first message of a conversation too."""
    answers = await asyncio.gather(*(texts.raw(Body="hi") for _ in range(20)))
    assert len(set(answers)) == 1
    assert len(house.taken) == 2


async def test_a_number_is_not_in_the_store(texts: Texts, house: TextHouse) -> None:
    """The address is sealed: it can't be read, nor made without the house's key."""
    await texts.write("hi")
    assert not any("447700900123" in address for address in house.addresses)


@pytest.mark.parametrize("number", ["", "anonymous", "+266696687x", "Restricted", "whatsapp:"])
async def test_withheld_numbers_are_nobodys(texts: Texts, house: TextHouse, number: str) -> None:
    """Two people without a number never meet in one conversation."""
    await texts.write("hi", 1, From=number)
    await texts.write("hi", 2, From=number)
    assert len(house.addresses) == 2


@pytest.mark.stands("S10")
async def test_pictures_are_refused_in_words(texts: Texts, house: TextHouse) -> None:
    """Media are neither fetched nor passed over in silence; the words beside them count."""
    (refused,) = await texts.write("", NumMedia="1", MediaUrl0="http://169.254.169.254/")
    assert "words" in refused
    assert house.taken == []
    assert "Taken: hi" in (await texts.write("hi", 2, NumMedia="1"))[0]


WHATSAPP = {
    "From": "whatsapp:+447700900123",
    "To": "whatsapp:+18005551212",
    "WaId": "447700900123",
    "ProfileName": "<b>Avery",
}


async def test_what_whatsapp_sends_besides_words(texts: Texts, house: TextHouse) -> None:
    """A button without a payload is its text; a place is refused in words; names are not kept; ads are no words."""
    (chosen,) = await texts.write("", 1, ButtonText="Where is my order?", **WHATSAPP)
    assert "Taken: Where is my order?" in chosen
    place = {"Latitude": "51.5", "Longitude": "-0.1", "Address": "10 Some Street", "Label": "Home", "NumMedia": "0"}
    (refused,) = await texts.write("", 2, **place, **WHATSAPP)
    assert "words" in refused
    (wordless,) = await texts.write("", 3, **WHATSAPP)
    assert "words" in wordless
    ad = {
        "ReferralBody": "50 % off",
        "ReferralHeadline": "Sale",
        "ReferralSourceUrl": "https://fb.me/x",
        "ReferralNumMedia": "1",
    }
    assert await texts.write("hi", 4, **ad, **WHATSAPP) == ["Taken: hi"]
    assert len(house.addresses) == 1
    assert not any("Avery" in str(one) or "Some Street" in str(one) for one in (house.taken, house.addresses))


async def test_a_stop_is_the_carriers(texts: Texts, house: TextHouse) -> None:
    """Who opts out hears nothing more from us."""
    assert await texts.write("STOP", OptOutType="STOP") == []
    assert house.taken == []


@pytest.mark.stands("S1")
async def test_forged_messages_are_refused(texts: Texts, house: TextHouse) -> None:
    """S1: another token's signature is 403 and changes nothing."""
    assert (await texts.raw(token="other", Body="hi"))[0] == 403
    assert house.taken == []


async def test_a_failure_is_an_apology(texts: Texts, house: TextHouse) -> None:
    """The store is gone: words, not a 500; the same message works when it is back."""
    house.broken = RuntimeError("gone")
    assert "went wrong" in (await texts.write("hi"))[0]
    house.broken = None
    assert "Taken: hi" in (await texts.write("hi"))[0]


@pytest.mark.stands("S7")
async def test_a_flood_is_not_answered(texts: Texts, house: TextHouse) -> None:
    """S7: one number can't keep the house busy."""
    for sid in range(40):
        await texts.write("hi", sid)
    assert len(house.taken) == 31


@given(st.text(max_size=30_000))
def test_messages_fit(text: str) -> None:
    """At most ten, none longer than a carrier takes, none empty, and legal whatever they hold."""
    parts = messages(text.strip())
    assert len(parts) <= MOST
    assert all(0 < len(part) <= LIMIT for part in parts)


@pytest.mark.stands("S5")
def test_words_are_never_markup() -> None:
    """S5: what a customer or a bot wrote stays text."""
    root = etree.fromstring(document(["</Message><Redirect>x</Redirect>", "a & b"]).encode())
    assert [(child.tag, child.text) for child in root] == [
        ("Message", "</Message><Redirect>x</Redirect>"),
        ("Message", "a & b"),
    ]


def test_numbers_are_the_phones_keys_where_there_are_some() -> None:
    """The list shows the same keys as the phone, or counts."""
    own = (Choice(label="a", payload="x", key="1"), Choice(label="b", payload="y", key="0"))
    assert keys(own) == ["1", "0"]
    assert chosen(ForCustomer(choices=own), " 0. ") == "y"
    assert chosen(MENU, "3") == "3"
