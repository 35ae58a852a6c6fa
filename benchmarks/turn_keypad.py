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
from contextlib import contextmanager
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import psutil
from aiohttp import web

from benchmarks.turn_servers import ROOT, Server, demo_shop, free_port, started
from frontdesk.app.bootstrap import open_house
from frontdesk.app.doors import application
from frontdesk.app.settings import Settings

TOKEN = "0123456789abcdef0123456789abcdef"  # of a bare handler nobody calls
CALLS, KEYS = 6, 24  # the star repeats a menu for as long as one likes
Press = Callable[[str, dict[str, str]], bytes]


def measure_keypad(say: Callable[[str], None]) -> dict[str, float]:
    """Microseconds of CPU: a turn (signature, engine, durable commit, TwiML), a turn in a whole house, where board, desk
    and projections read along, and a bare handler; and the first two over the last."""
    with serving("turn") as (door, token):
        keypad = _cost(door, token, _calls)
    with serving("house") as (house, token):
        whole = _cost(house, token, _calls)
    with serving("bare") as (bare, token):
        plain = _cost(bare, token, _calls)
    say(f"a keypad turn costs {keypad:.0f} µs, with all that reads along {whole:.0f} µs, a bare handler {plain:.0f} µs")
    figures = {"keypad_us": round(keypad), "house_us": round(whole), "bare_us": round(plain)}
    return {**figures, "keypad_over_bare": round(keypad / plain, 2), "house_over_bare": round(whole / plain, 2)}


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


def _cost(server: Server, token: str, turns: Callable[[Press], int]) -> float:
    """Microseconds of CPU per webhook, without what the server does anyhow."""

    def press(path: str, form: dict[str, str]) -> bytes:
        return _post(server.url, path, form, token)

    turns(press)
    idle = server.cpu_s()
    time.sleep(2)
    idle = (server.cpu_s() - idle) / 2
    cpu, began = server.cpu_s(), time.monotonic()
    count = turns(press)
    return 1e6 * (server.cpu_s() - cpu - idle * (time.monotonic() - began)) / count


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
    if kind == "bare":
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
    asyncio.run(_serve(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]))
