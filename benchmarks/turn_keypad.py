"""What a key pressed on the phone costs a whole house, and a bare aiohttp handler that only checks the signature."""

import asyncio
import base64
import gc
import hashlib
import hmac
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import psutil
from aiohttp import web

from benchmarks.turn_servers import ROOT, Server, demo_shop, free_port, started
from frontdesk.app.bootstrap import open_house
from frontdesk.app.doors import application
from frontdesk.app.event_loop import served
from frontdesk.app.settings import Settings

TOKEN = "0123456789abcdef0123456789abcdef"  # of a bare handler nobody calls
CALLS, KEYS = 6, 24  # the star repeats a menu for as long as one likes
ROUNDS = 9
READ_WITHIN_S = 1.0  # after a turn the record has read it
KINDS = ("turn", "house", "bare", "quick-bare")
Press = Callable[[str, dict[str, str]], bytes]


def measure_keypad(say: Callable[[str], None]) -> dict[str, float]:
    """Microseconds of CPU: a turn (signature, engine, durable commit, TwiML); a turn in a whole house, where board, desk
    and projections read along; a bare handler on asyncio's own loop; one on the loop the house has. And their ratios.

    All four serve at the same time and are called in turn, so that whatever else the machine does meets all; each figure
    is the middle one of its rounds.
    """
    with ExitStack() as stack:
        callers = {kind: _Caller(*stack.enter_context(serving(kind))) for kind in KINDS}
        for caller in callers.values():
            caller.get_ready()
        rounds = [{kind: caller.cost() for kind, caller in callers.items()} for _ in range(ROUNDS)]
    turn, house, bare, quick = (median(costs[kind] for costs in rounds) for kind in KINDS)
    say(f"a keypad turn costs {turn:.0f} µs, with all that reads along {house:.0f} µs, a bare handler {bare:.0f} µs")
    return {
        "keypad_us": round(turn),
        "house_us": round(house),
        "bare_us": round(bare),
        "quick_bare_us": round(quick),
        "keypad_over_bare": round(turn / bare, 2),
        "house_over_bare": round(house / bare, 2),
        "keypad_over_quick_bare": round(turn / quick, 2),
    }


@contextmanager
def serving(kind: str, rasa: str | None = None) -> Iterator[tuple[Server, str]]:
    """This file as a server of its own, with the bot at an address; without one, nobody is there."""
    with demo_shop() as (folder, _):
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        asks = rasa or f"http://127.0.0.1:{free_port()}"
        with started([__file__, kind, str(port), str(folder), asks], folder, {}, f"{url}/healthz") as process:
            token = (folder / "token").read_text(encoding="utf-8")
            yield Server(kind, url, [psutil.Process(process.pid)]), token


class _Caller:
    """Somebody who presses keys at one of the servers."""

    def __init__(self, server: Server, token: str) -> None:
        self._server, self._token = server, token
        self._idle = 0.0

    def get_ready(self) -> None:
        """Call once, so that all is loaded; then see what the server does anyhow."""
        self._called()
        before = self._server.cpu_s()
        time.sleep(2)
        self._idle = (self._server.cpu_s() - before) / 2

    def cost(self) -> float:
        """Microseconds of CPU per webhook and what it leaves to do, without what the server does anyhow."""
        cpu, began = self._server.cpu_s(), time.monotonic()
        count = self._called()
        return 1e6 * (self._server.cpu_s() - cpu - self._idle * (time.monotonic() - began)) / count

    def _called(self) -> int:
        count = _calls(self._press)
        time.sleep(READ_WITHIN_S)
        return count

    def _press(self, path: str, form: dict[str, str]) -> bytes:
        return _post(self._server.url, path, form, self._token)


def _calls(press: Press) -> int:
    for call in range(CALLS):
        sid = f"CA{time.time_ns():024x}{call:06d}"[:34]  # a benchmark's own clock
        press("/twilio/voice", {"CallSid": sid, "From": "+447700900123", "CallStatus": "ringing"})
        press("/twilio/voice/turn?step=1", {"CallSid": sid, "Digits": "1"})
        for step in range(2, 2 + KEYS):
            press(f"/twilio/voice/turn?step={step}", {"CallSid": sid, "Digits": "*"})
    return CALLS * (KEYS + 2)


def signature(address: str, form: dict[str, str], token: str) -> str:
    """As the carrier signs: the address and the sorted fields."""
    signed = address + "".join(name + form[name] for name in sorted(form))
    return base64.b64encode(hmac.new(token.encode(), signed.encode(), hashlib.sha1).digest()).decode()


def _post(base: str, path: str, form: dict[str, str], token: str) -> bytes:
    headers = {"X-Twilio-Signature": signature(base + path, form, token)}
    request = urllib.request.Request(base + path, urllib.parse.urlencode(form).encode(), headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return bytes(answer.read())


async def _bare(port: int) -> web.Application:
    """Checks the signature, says one thing."""
    page = b'<?xml version="1.0" encoding="UTF-8"?><Response><Say>Press 1 for your order.</Say></Response>'

    async def turn(request: web.Request) -> web.Response:
        form = dict(urllib.parse.parse_qsl((await request.read()).decode(), keep_blank_values=True))
        wanted = signature(f"http://127.0.0.1:{port}{request.raw_path}", form, TOKEN)
        if not hmac.compare_digest(wanted, request.headers.get("X-Twilio-Signature", "")):
            return web.Response(status=403)
        return web.Response(body=page, content_type="application/xml")

    async def well(_: web.Request) -> web.Response:
        return web.Response()

    app = web.Application()
    app.add_routes([web.post("/twilio/voice", turn), web.post("/twilio/voice/turn", turn), web.get("/healthz", well)])
    return app


async def _serve(kind: str, port: int, folder: Path, rasa: str) -> None:
    if kind.endswith("bare"):
        (folder / "token").write_text(TOKEN, encoding="utf-8")
        await listen(await _bare(port), port)
    settings = Settings(
        port=port, data_dir=folder, database_url=f"sqlite:///{folder}/house.db", flows_dir=ROOT / "ivr_flows",
        rasa_url=rasa, _env_file=None,
    )  # fmt: skip
    async with open_house(settings, lambda text: None) as house:
        assert house.phone.exchange is not None
        if kind == "turn":
            await house.background.close()  # nobody reads along
        (folder / "token").write_text(house.phone.exchange.account.auth_token, encoding="utf-8")
        await listen(application(house), port)


async def listen(app: web.Application, port: int) -> None:
    gc.freeze()  # as `frontdesk up` does when its doors are open
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    run = asyncio.run if sys.argv[1] == "bare" else served
    run(_serve(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]))
