"""The house as a real process, killed in the middle; the whole walk is `python -m tests.fault.walk`, by hand."""

import asyncio
import time

import pytest

from tests.fault.crowd import crowd, doubled
from tests.fault.walk import logged, stage, walked


@pytest.mark.stands("R9")
@pytest.mark.stands("R11")
@pytest.mark.stands("R14")
async def test_killed_in_the_middle_nobody_is_lost(sqlite_url: str) -> None:
    """kill -9 among calls and chats, then with the agent's key in the server's hands: all go on where they were, nothing is
    said twice, one agent, one ticket. A desk whose line breaks at every state costs nobody anything. At last a graceful stop:
    what is under way is answered, the process is gone in time."""
    async with stage(sqlite_url) as world:
        one = await walked("blinking", world, sqlite_url)
        assert (one.error, one.verdict.faults, one.verdict.connected) == ("", (), 2)

        before = len(await logged(sqlite_url))
        assert await crowd(world, calls=4, chats=8) == []
        assert doubled((await logged(sqlite_url))[before:], calls=4, chats=8) == []

        one = await walked("phone", world, sqlite_url, "/twilio/agent/answer", "during")
        assert "agent/answer" in one.killed
        assert (one.error, one.verdict.faults, one.verdict.connected) == ("", (), 1)

        began = time.monotonic()
        body = {"sender": "last", "message": "one more", "metadata": {"id": "last-1"}}
        url = f"{world.direct}/webhooks/rest/webhook"
        asking = asyncio.ensure_future(world.http.post(url, json=body))
        await asyncio.sleep(0.05)
        await world.server.stop()
        assert (await asking).status == 200
        assert world.server.process is not None
        assert world.server.process.returncode == 0
        assert time.monotonic() - began < 15


@pytest.mark.stands("R9")
@pytest.mark.stands("R11")
async def test_killed_with_three_in_the_talk_nobody_is_lost(postgres_url: str) -> None:
    """kill -9 with the server's hands on a colleague's coming in, a supervisor's taking over and a call back that is answered:
    one ticket each, one agent at a time, nobody called twice."""
    async with stage(postgres_url) as world:
        for story, crossing in (
            ("three_way", "/ask"),
            ("takeover", "/take"),
            ("callback", "/twilio/voice/callback-answer"),
        ):
            one = await walked(story, world, postgres_url, crossing, "during")
            assert one.killed.endswith(crossing), story
            assert (story, one.error, one.verdict.faults) == (story, "", ())
