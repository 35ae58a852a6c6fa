"""What has begun: done at once, or waited for with a clock beside it, it ends in the same way."""

import asyncio
import time

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from frontdesk.channels.voice import answers
from frontdesk.channels.voice.begun import Begun


async def test_what_waits_for_nothing_is_done() -> None:
    """Its result is there, and may be asked for as if it had been waited for."""

    async def work() -> str:
        return "said"

    begun = Begun(work())
    assert (begun.done, begun.result) == (True, "said")
    assert await begun.rest() == "said"


async def test_what_waits_goes_on_when_it_may() -> None:
    """However often it waits, for whatever."""
    news: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def work() -> str:
        await asyncio.sleep(0)
        heard = await news
        await asyncio.sleep(0.001)
        return heard

    begun = Begun(work())
    asyncio.get_running_loop().call_later(0.001, news.set_result, "news")
    assert (begun.done, await begun.rest()) == (False, "news")


@pytest.mark.parametrize("waits", [False, True])
async def test_what_fails_fails_here(waits: bool) -> None:
    """At once or later."""

    async def work() -> None:
        if waits:
            await asyncio.sleep(0)
        raise KeyError("x")

    with pytest.raises(KeyError):
        await Begun(work()).rest()


async def test_who_is_late_is_stopped_and_may_clear_up() -> None:
    """A deadline ends it where it waits; what it waits for fails there, and it may go on from that."""
    seen: list[str] = []

    async def work() -> str:
        try:
            await asyncio.sleep(20)
        except asyncio.CancelledError:
            seen.append("stopped")
            raise
        finally:
            seen.append("clear")
        return ""

    begun = Begun(work())
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await begun.rest()
    assert seen == ["stopped", "clear"]


async def test_an_error_it_waited_for_may_be_caught() -> None:
    """As with any coroutine."""
    news: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def work() -> str:
        try:
            return await news
        except ValueError:
            await asyncio.sleep(0)
            return "caught"

    begun = Begun(work())
    asyncio.get_running_loop().call_soon(news.set_exception, ValueError("x"))
    assert await begun.rest() == "caught"


async def test_the_deadline_counts_from_the_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was done before the first wait took the caller's time as well."""
    monkeypatch.setattr(answers, "form_of", lambda request: {})

    async def work(request: web.Request) -> web.Response:
        time.sleep(0.2)  # noqa: ASYNC251 - that it holds the thread is the point
        await asyncio.sleep(0.1)
        return web.Response(text="late")

    run = answers.safely(work, lambda request: "<sorry/>", lambda: 0.0, deadline_s=0.15)
    assert (await run(make_mocked_request("POST", "/voice/turn"))).body == b"<sorry/>"
