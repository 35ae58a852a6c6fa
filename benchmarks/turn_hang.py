"""How soon callers are answered while the bot accepts every question and never answers one, beside a bot that answers.

`uv run python -m benchmarks.turn_hang [--calls 50,100] [--json]`. A house of its own for each bot; so many calls come in at the
same moment, and each caller follows the documents as a carrier does: chooses English, says what they want, and says it again
at each question, until the last of their words. Every webhook's answer is timed by the caller's clock. Nothing may fail, and the
slowest answer must stay below the carrier's patience, which is 15 s, and the caller's, which is 3 s.
With `--json`, the last line is `{"calls": {"100": {"answers": {…}, "hangs": {…}}}}`, each with `webhooks`, `failed`, `p50_s`,
`p99_s`, `max_s`.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import aiohttp
from aiohttp import web

from benchmarks.turn_keypad import listen, serving, signature
from benchmarks.turn_servers import free_port, started

SAID = ({"Digits": "1"}, *({"SpeechResult": words, "Confidence": "0.9"} for words in ("where is my parcel",) * 3))
MOST_DOCUMENTS = 40  # of one call; a caller who is led in circles is a failure
PATIENCE_S = 15.0  # the carrier's
WARM_CALLS = 5  # they choose a language only: that the bot hangs is for the measured ones to find out
KINDS = ("answers", "hangs")


@dataclass(slots=True)
class Watch:
    """The seconds each webhook's answer took, and what failed."""

    took: list[float] = field(default_factory=list)
    failed: int = 0

    def figures(self) -> dict[str, float]:
        took = sorted(self.took) or [0.0]

        def at(share: float) -> float:
            return round(took[min(len(took) - 1, int(share * len(took)))], 3)

        return {
            "webhooks": len(self.took), "failed": self.failed, "p50_s": at(0.5), "p99_s": at(0.99), "max_s": at(1.0),
        }  # fmt: skip


@contextmanager
def bot(kind: str) -> Iterator[str]:
    """This file as a dialogue server that says it is there and `answers` every message at once, or `hangs` at each."""
    with tempfile.TemporaryDirectory(prefix="bot-") as folder:
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        with started(
            ["-m", "benchmarks.turn_hang", "--bot", kind, "--port", str(port)], Path(folder), {}, f"{url}/status"
        ):
            yield url


async def be_bot(kind: str, port: int) -> None:
    async def asked(request: web.Request) -> web.Response:
        sender = (await request.json())["sender"]
        if kind == "hangs":
            await asyncio.Event().wait()
        return web.json_response([{"recipient_id": sender, "text": "It is on its way. What else can I do for you?"}])

    async def status(_: web.Request) -> web.Response:
        return web.json_response({})

    app = web.Application()
    app.add_routes([web.post("/webhooks/rest/webhook", asked), web.get("/status", status)])
    await listen(app, port)


async def call(
    http: aiohttp.ClientSession, base: str, token: str, number: int, watch: Watch, said: Sequence[dict[str, str]] = SAID
) -> None:
    """One caller: what the document asks for is said, where it redirects is gone, until it ends or there is no more to say."""
    fixed = {"CallSid": f"CA{time.time_ns():024x}{number:08d}"[:34], "From": "+447700900123"}  # a benchmark's own clock
    left, where, more = list(said), "/twilio/voice", {"CallStatus": "ringing"}
    for _ in range(MOST_DOCUMENTS):
        address, form = urljoin(base, where), {**fixed, **more}
        began = time.perf_counter()
        async with http.post(
            address, data=form, headers={"X-Twilio-Signature": signature(address, form, token)}
        ) as got:
            body = await got.read()
        watch.took.append(time.perf_counter() - began)
        if got.status != 200:
            watch.failed += 1
            return
        document = ElementTree.fromstring(body)
        gather, redirect = document.find("Gather"), document.find("Redirect")
        if gather is not None:
            if not left:
                return
            where, more = gather.attrib["action"], {"CallStatus": "in-progress", **left.pop(0)}
        elif redirect is not None and redirect.text:
            where, more = redirect.text.strip(), {"CallStatus": "in-progress"}
        else:
            return
    watch.failed += 1


async def load(base: str, token: str, calls: int) -> dict[str, float]:
    """So many calls at the same moment."""
    watch, timeout = Watch(), aiohttp.ClientTimeout(total=PATIENCE_S)
    async with aiohttp.ClientSession(timeout=timeout, connector=aiohttp.TCPConnector(limit=0)) as http:
        await asyncio.gather(*(call(http, base, token, n, Watch(), SAID[:1]) for n in range(WARM_CALLS)))
        begun = (call(http, base, token, WARM_CALLS + n, watch) for n in range(calls))
        outcomes = await asyncio.gather(*begun, return_exceptions=True)
    watch.failed += sum(isinstance(one, BaseException) for one in outcomes)
    return watch.figures()


def run(counts: Sequence[int]) -> dict[str, dict[str, dict[str, float]]]:
    """Every count, with either bot."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    for calls in counts:
        found[str(calls)] = {}
        for kind in KINDS:
            with bot(kind) as url, serving("house", url) as (house, token):
                figures = asyncio.run(load(house.url, token, calls))
            found[str(calls)][kind] = figures
            print(
                f"{calls} calls at once, the bot {kind}: {figures['webhooks']:.0f} webhooks, {figures['failed']:.0f} failed, "
                f"half within {figures['p50_s']:.3f} s, 99 % within {figures['p99_s']:.3f} s, "
                f"all within {figures['max_s']:.3f} s",
                flush=True,
            )
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.turn_hang", description=__doc__)
    parser.add_argument("--calls", default="50,100", help="how many calls at once, with commas")
    parser.add_argument("--json", action="store_true", help="one JSON object, on the last line")
    parser.add_argument("--bot", choices=KINDS, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.bot:
        asyncio.run(be_bot(given.bot, given.port))
    found = run([int(one) for one in given.calls.split(",")])
    if given.json:
        print(json.dumps({"calls": found}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
