"""The terminal telephone, as a program of its own, and line by line."""

import asyncio
import sys

from frontdesk.carrier.__main__ import arguments, talk
from tests.unit.carrier.bench import SID, TOKEN, Bench


async def test_a_call_from_the_terminal(desk: Bench) -> None:
    """Typed lines are taken one by one as the exchange listens; what is heard is written with its language."""
    desk.app.at("/voice", '<Gather numDigits="1" action="/menu" timeout="60"><Say>Press 1.</Say></Gather>')
    desk.app.at("/menu", '<Gather input="speech" action="/talk" timeout="60"><Say language="zh-CN">请讲</Say></Gather>')
    desk.app.at("/talk", "<Gather timeout='60'><Say>Anything else?</Say></Gather>")
    written: list[str] = []
    lines: asyncio.Queue[str] = asyncio.Queue()
    for line in ["1", "我要退货", "", "/hangup"]:
        lines.put_nowait(line)
    options = arguments().parse_args(
        ["--voice-url", desk.url("/voice"), "--token", TOKEN, "--account", SID, "--status-url", desk.url("/status")]
    )
    async with asyncio.timeout(5):
        await talk(options, lines, written.append)
    assert [line for line in written if not line.startswith(" ")] == [
        "[en-US] Press 1.",
        "[zh-CN] 请讲",
        "[en-US] Anything else?",
    ]
    assert desk.app.asked_at("/menu")[0].form["Digits"] == "1"
    assert desk.app.asked_at("/talk")[0].form["SpeechResult"] == "我要退货"
    assert desk.app.asked_at("/status")[0].form["CallStatus"] == "completed"


async def test_as_a_program_of_its_own(desk: Bench) -> None:
    """An independent process signs its forms, connects past the public address, and ends when the call ends."""
    desk.app.at("/voice", "<Say>Hello.</Say><Hangup/>")
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "frontdesk.carrier",
        *("--voice-url", desk.url("/voice"), "--token", TOKEN, "--fallback-url", desk.url("/fallback")),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
    )
    written, _ = await asyncio.wait_for(process.communicate(), 20)
    assert "[en-US] Hello." in written.decode()
    assert process.returncode == 0
