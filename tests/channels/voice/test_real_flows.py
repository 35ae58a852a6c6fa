"""The door over the real loop, memory stores and the flows we ship, while every machine is down."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions import TASKS
from frontdesk.adapters.local.bus import LocalBus
from frontdesk.adapters.local.lock import LocalLock
from frontdesk.adapters.memory.data import MemoryData
from frontdesk.adapters.memory.sessions import MemorySessionStore
from frontdesk.adapters.memory.tickets import MemoryTicketQueue
from frontdesk.channels.voice.app import voice_app
from frontdesk.channels.voice.ports import VoiceDeps
from frontdesk.channels.voice.signature import Signatures
from frontdesk.channels.voice.twiml import asked_once
from frontdesk.conversation.flows import OneBook
from frontdesk.conversation.ports import MachineDown
from frontdesk.conversation.service import Loop, TurnService
from frontdesk.core.inputs import Reply
from frontdesk.core.waits import MachineRequest
from frontdesk.ivr.loader import load_book
from tests.channels.voice.conftest import BASE, TOKEN, Carrier, Page
from tests.channels.voice.house import House

BOOK = load_book(Path("ivr_flows"), TASKS)
ANSWERS = st.sampled_from(
    [{"Digits": d} for d in ("1", "2", "0", "10023", "1234", "*", "#", "１", "9" * 32)]
    + [{"SpeechResult": s} for s in ("where is my order", "我要退货", "human", "\ud800", "</Say><Dial>+900</Dial>")]
    + [{}, {"Digits": ""}]
)


class Down:
    """No machine answers."""

    async def answer(self, request: MachineRequest, *, session: str) -> Reply:
        raise MachineDown(request.kind)


@asynccontextmanager
async def open_door(*, hushed: bool | None = None) -> AsyncIterator[Carrier]:
    """`hushed`: the house records calls, and can (not) keep a secret out of the recording."""
    data, numbers = MemoryData(), count(1)

    async def recorder(session: str) -> bool:
        return hushed is not False

    loop = Loop(
        store=MemorySessionStore(data),
        lock=LocalLock(),
        machines=Down(),
        bus=LocalBus(),
        flows=OneBook(BOOK),
        clock=lambda: 1_700_000_000.0,
        new_id=lambda: f"S-{next(numbers)}",
    )
    deps = VoiceDeps(
        turns=TurnService(loop),
        tickets=MemoryTicketQueue(data),
        briefing=House(),
        clock=lambda: 1_700_000_000.0,
        base_url=BASE,
        words=BOOK,
        recordable=hushed is not None,
        hushed=recorder,
    )
    app = web.Application()
    app.add_subapp("/twilio", voice_app(deps, Signatures(BASE, (TOKEN,))))
    async with TestClient(TestServer(app)) as client:
        yield Carrier(client)


def over(page: Page) -> bool:
    return not any(verb in page.verbs() for verb in ("Gather", "Redirect"))


async def test_silence_leads_to_an_end_or_a_person_within_ten_documents() -> None:
    """Followed with no input, no document comes round for ever, and each of them says something."""
    async with open_door() as carrier:
        page, seen = await carrier.post("/twilio/voice"), 1
        while not over(page):
            assert page.words()
            page, seen = await carrier.post(page.one("Redirect").text), seen + 1
            assert seen <= 10


@pytest.mark.stands("S14")
@pytest.mark.parametrize("hushed", [True, False])
async def test_a_secret_is_asked_only_where_no_recording_runs(hushed: bool) -> None:
    """S14: where the recording can be neither paused nor stopped, a person goes on; each repeat hears the same."""
    async with open_door(hushed=hushed) as carrier:
        page = await carrier.post("/twilio/voice")
        page = await carrier.post(page.one("Gather").get("action"), Digits="1")
        page = await carrier.post(page.one("Redirect").text)  # silence: agreed to being recorded
        for keys in ("1", "10023"):
            page = await carrier.post(page.one("Gather").get("action"), Digits=keys)
        answers = [await carrier.post(page.one("Gather").get("action"), Digits="1") for _ in range(2)]
        assert answers[0].body == answers[1].body
        assert any("last four" in words for words in answers[0].words()) == hushed
        assert ("Enqueue" in answers[0].verbs()) == (not hushed)


async def test_a_menu_is_made_once_for_all_callers_and_a_read_back_for_each() -> None:
    """The document of a question asked of everybody comes from memory; one with an order number leaves nothing there."""
    asked_once.cache_clear()
    for number in ("10023", "10024"):
        async with open_door() as carrier:
            page = await carrier.post("/twilio/voice")
            for keys in ("1", "1", number):
                page = await carrier.post(page.one("Gather").get("action"), Digits=keys)
            assert any(" ".join(number) in words for words in page.words())
    counted = asked_once.cache_info()
    assert (counted.currsize, counted.hits) == (3, 3)


async def test_who_asks_for_it_is_spoken_to_more_slowly_until_the_end() -> None:
    """Every Say of what follows, in the queue too, has the slower pace; until it is undone."""

    def paces(page: Page) -> list[str]:
        return [part.get("rate", "") for say in page.all("Say") for part in say] or ["own" for _ in page.all("Say")]

    async with open_door() as carrier:
        page = await carrier.post("/twilio/voice")
        heard = []
        for answer in (
            {"Digits": "2"},
            {"SpeechResult": "麻烦您说慢一点"},
            {"SpeechResult": "说快一点"},
            {"SpeechResult": "慢点"},
        ):
            page = await carrier.post(page.one("Gather").get("action"), **answer)
            heard.append(set(paces(page)))
        assert heard == [{"own"}, {"85%"}, {"own"}, {"85%"}]
        waiting = await carrier.post(page.one("Gather").get("action"), Digits="0")
        assert set(paces(await carrier.post(waiting.one("Enqueue").get("waitUrl")))) == {"85%"}


async def test_twenty_parallel_repeats_of_every_step_are_one() -> None:
    """Through a whole call to the queue, each request sent twenty times at once has one answer."""
    async with open_door() as carrier:
        path, form = "/twilio/voice", dict[str, str]()
        for answer in ({"Digits": "1"}, {"Digits": "0"}, {"Digits": "0"}, {"SpeechResult": "human"}):
            pages = await asyncio.gather(*(carrier.post(path, **form) for _ in range(20)))
            assert {page.body for page in pages} == {pages[0].body}
            if over(pages[0]):
                return
            path, form = pages[0].one("Gather").get("action"), answer


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(ANSWERS, st.booleans()), max_size=12))
def test_whatever_is_pressed_or_said_every_answer_is_a_legal_document_with_words(
    answers: list[tuple[dict[str, str], bool]],
) -> None:
    """No input leads to an error or to silence; every request sent again is the same bytes."""

    async def call() -> None:
        async with open_door() as carrier:
            page = await carrier.post("/twilio/voice")
            for answer, silent in answers:
                words = await _first_words(carrier, page)
                assert words
                assert "went wrong on our side" not in words[0]
                if over(page):
                    break
                form = {name: value.encode("utf-8", "replace").decode() for name, value in answer.items()}
                path = page.one("Redirect").text if silent else page.one("Gather").get("action")
                page = await carrier.post(path, **form)
                assert (await carrier.post(path, **form)).body == page.body
            await carrier.post("/twilio/voice/status", CallStatus="completed")
            assert (await carrier.post("/twilio/voice/now?step=1")).verbs()[-1] == "Hangup"

    asyncio.run(call())


async def _first_words(carrier: Carrier, page: Page) -> list[str]:
    """What is heard at once: in this document, or in the queue it leads to."""
    if page.words() or "Enqueue" not in page.verbs():
        return page.words()
    return (await carrier.post(page.one("Enqueue").get("waitUrl"))).words()
