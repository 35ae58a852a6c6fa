"""A caller who is cut off goes on in the chat: the real house with a real carrier's API scripted beside it."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from twilio.request_validator import RequestValidator

from frontdesk.app.bootstrap import open_house
from frontdesk.app.doors import serving
from frontdesk.app.house import House
from frontdesk.app.settings import Settings
from tests.servers import free_port
from tests.whole.conftest import FLOWS, FakeRasa

SID, TOKEN = "AC" + "1" * 32, "an-auth-token"
ORDER = ("2", "1", "10023", "1", "0198")  # Chinese, an order, its number, yes, who I am


@dataclass(slots=True)
class FakeTexts:
    """The carrier's API for text messages; keeps what it was given."""

    port: int
    sent: list[dict[str, str]] = field(default_factory=list)

    async def messages(self, request: web.Request) -> web.Response:
        form = await request.post()
        self.sent.append({name: str(value) for name, value in form.items()})
        return web.json_response({"sid": "SM" + "1" * 32}, status=201)


@asynccontextmanager
async def texting(rasa: FakeRasa, url: str, folder: Path, **given: object) -> AsyncIterator[tuple[House, FakeTexts]]:
    texts = FakeTexts(free_port())
    app = web.Application()
    app.router.add_post("/2010-04-01/Accounts/{sid}/Messages.json", texts.messages)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", texts.port).start()
    settings = Settings(
        port=free_port(),
        data_dir=folder,
        database_url=url,
        rasa_url=rasa.url,
        flows_dir=FLOWS,
        twilio_account_sid=SID,
        twilio_auth_token=TOKEN,  # type: ignore[arg-type]
        twilio_api_url=f"http://127.0.0.1:{texts.port}",
        outgoing_to=("+44",),
        _env_file=None,
        **given,  # type: ignore[arg-type]
    )
    async with open_house(settings, lambda _: None) as house, serving(house):
        yield house, texts
    await runner.cleanup()


async def posted(house: House, path: str, **form: str) -> str:
    """A signed webhook; what it answers."""
    url = house.settings.base_url + path
    headers = {"X-Twilio-Signature": RequestValidator(TOKEN).compute_signature(url, form)}
    async with aiohttp.ClientSession() as http, http.post(url, data=form, headers=headers) as answer:
        assert answer.status < 300, await answer.text()
        return await answer.text()


async def until_sent(texts: FakeTexts, count: int = 1) -> None:
    async with asyncio.timeout(5):
        while len(texts.sent) < count:  # noqa: ASYNC110 - looks from outside, as a customer does
            await asyncio.sleep(0.02)


async def call(house: House, digit: str, keys: tuple[str, ...], number: str = "+447700900123") -> None:
    """Somebody calls, presses these keys, and the line breaks."""
    sid = "CA" + digit * 32
    await posted(house, "/twilio/voice", CallSid=sid, From=number, CallStatus="ringing")
    for step, pressed in enumerate(keys, start=1):
        await posted(house, f"/twilio/voice/turn?step={step}", CallSid=sid, Digits=pressed)
    await posted(house, "/twilio/voice/status", CallSid=sid, CallStatus="completed")


@pytest.mark.stands("S8")
async def test_a_verified_caller_who_was_cut_off_goes_on_in_the_chat(
    rasa: FakeRasa, sqlite_url: str, tmp_path: Path
) -> None:
    """One text with a link, none to who was not verified; the chat knows the order, and not who it is."""
    async with texting(rasa, sqlite_url, tmp_path, link_after_drop=True) as (house, texts):
        await call(house, "a", ORDER[:3])
        await call(house, "b", ORDER)
        await until_sent(texts)
        await posted(house, "/twilio/voice/status", CallSid="CA" + "b" * 32, CallStatus="completed")
        (text,) = texts.sent
        found = re.search(r"https?://\S+/continue/[\w.-]+", text["Body"])
        assert (text["To"], found is not None) == ("+447700900123", True)
        link = found.group(0) if found else ""
        async with aiohttp.ClientSession() as http:
            async with http.get(link) as page:
                assert "继续" in await page.text()
            async with http.post(link, allow_redirects=False) as opened:
                chat = opened.headers["Location"].removeprefix("/chat#continue=")
            async with http.post(link, allow_redirects=False) as again:
                assert again.status == 410
        turn = await house.turns.present(f"chat:{chat}")
        assert turn is not None
        assert turn.state.facts["order_number"] == "10023"
        assert "customer_id" not in turn.state.facts


async def test_a_caller_who_hung_up_is_asked_by_text(rasa: FakeRasa, sqlite_url: str, tmp_path: Path) -> None:
    """Once, in the caller's language, never a withheld number nor again within the pause; the answer joins the call's effort, and
    what is no answer is a conversation of its own."""
    async with texting(rasa, sqlite_url, tmp_path, survey_by_text="sms") as (house, texts):
        await call(house, "c", ORDER[:3], number="+266696687")  # "anonymous", as carriers spell it
        await call(house, "d", ORDER[:3])
        await until_sent(texts)
        await posted(house, "/twilio/voice/status", CallSid="CA" + "d" * 32, CallStatus="completed")
        await house.catch_up()
        await call(house, "e", ORDER[:3])
        (text,) = texts.sent
        assert (text["To"], "1到7" in text["Body"]) == ("+447700900123", True)
        form = {"From": "+447700900123", "To": house.settings.twilio_number, "NumMedia": "0"}
        thanks = await posted(house, "/twilio/message", MessageSid="SM" + "1" * 32, Body="6，有点慢", **form)
        assert thanks == await posted(house, "/twilio/message", MessageSid="SM" + "1" * 32, Body="6，有点慢", **form)
        assert "谢谢" in thanks
        await house.catch_up()
        session = await house.stores.sessions.session_at("voice:CA" + "d" * 32)
        row = await house.stores.projections.row(house.ledger.sessions, session or "")
        assert row is not None
        assert (row["survey_asked"], row["question"], row["score"], row["outcome"]) == (True, "ces2", 6, "gave_up")
        fresh = await posted(house, "/twilio/message", MessageSid="SM" + "2" * 32, Body="hello there", **form)
        assert "You said: hello there" in fresh
        assert len(texts.sent) == 1
