"""`python -m frontdesk.rasa_worker --model var/models/….tar.gz --port 5005`: the composition root of the worker."""

import argparse
import asyncio
import contextlib
import json
import logging
import os
import signal
import sys
from importlib.metadata import version
from pathlib import Path

from aiohttp import web

from frontdesk.adapters.tracing import by_environment
from frontdesk.conversation.ports import Span
from frontdesk.rasa_worker.fingerprint import default_models, model_path
from frontdesk.rasa_worker.libraries import settle_libraries
from frontdesk.rasa_worker.lighter import lighten
from frontdesk.rasa_worker.needs import of_model
from frontdesk.rasa_worker.server import Seat, make_app

DEFAULT_PORT = 5005
SERVICE = "frontdesk-dialogue"  # what its traces are called, unless OTEL_SERVICE_NAME says otherwise


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m frontdesk.rasa_worker", description=__doc__)
    parser.add_argument("--model", type=Path, help="the model file; without it, that of the present inputs is used")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT)
    parser.add_argument("--host", default="127.0.0.1", help="never a public address: the worker believes its caller")
    parser.add_argument("--root", type=Path, default=Path(), help="folder with config.yml and bot/")
    parser.add_argument("--models", type=Path, default=default_models())
    return parser.parse_args()


async def serve(given: argparse.Namespace) -> int:
    """Listen at once, load beside it, answer until told to stop."""
    model = given.model or model_path(given.root.resolve(), given.models)
    if not model.is_file():
        _tell(step="failed", error=f"There is no model {model}; run python -m frontdesk.rasa_worker.train first.")
        return 1
    seat, tracing = Seat(), by_environment(SERVICE, os.environ)
    followed = (tracing.requests(taken_up=True),) if tracing is not None else ()
    runner = web.AppRunner(make_app(seat, version("rasa"), followed), access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, given.host, given.port).start()
        bot = await _load(model, tracing)
        seat.bot = bot
        _tell(step="ready", model=model.name, port=given.port)
        await _told_to_stop()
        seat.bot = None
        await bot.close()
    finally:
        await runner.cleanup()
        if tracing is not None:
            await asyncio.to_thread(tracing.close)
    return 0


async def _load(model: Path, span: Span | None):  # type: ignore[no-untyped-def]  # Bot, whose module brings rasa in: not before we listen
    def load():  # type: ignore[no-untyped-def]  # see above
        lighten(of_model(model))
        from frontdesk.rasa_worker.composition import compose  # noqa: PLC0415  # brings rasa in

        return compose(model, span)

    return await asyncio.to_thread(load)


async def _told_to_stop() -> None:
    """By a signal, or by the end of standard input when the front desk holds it: its death is ours."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    if os.environ.get("FRONTDESK_PARENT"):
        loop.add_reader(sys.stdin.fileno(), lambda: None if os.read(sys.stdin.fileno(), 1024) else stop.set())
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    await stop.wait()


def _tell(**line: object) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def main() -> int:
    logging.captureWarnings(True)  # libraries' deprecations are not for the operator
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
    settle_libraries()
    with contextlib.suppress(KeyboardInterrupt):
        return asyncio.run(serve(arguments()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
