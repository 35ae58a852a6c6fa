"""The worker's HTTP face: the REST channel of Rasa, /status and /version. Knows the bot only as something that answers."""

import json
import logging
from collections.abc import Iterable
from typing import Any, Protocol

from aiohttp import web

from frontdesk.core.errors import FrontdeskError
from frontdesk.rasa_worker.rest import Posted, WrongMessage, posted

logger = logging.getLogger(__name__)
BODY_LIMIT = 64 * 1024


class Answers(Protocol):
    """A loaded bot."""

    @property
    def model(self) -> str: ...

    async def answer(self, message: Posted) -> list[dict[str, Any]]: ...


class Seat:
    """Where the bot sits once it is loaded; empty before."""

    def __init__(self) -> None:
        self.bot: Answers | None = None


def make_app(seat: Seat, rasa_version: str, middlewares: Iterable[Any] = ()) -> web.Application:
    """The routes. Until the bot is loaded everything but /version answers 503."""
    app = web.Application(client_max_size=BODY_LIMIT, middlewares=middlewares)

    async def message(request: web.Request) -> web.Response:
        if seat.bot is None:
            return _problem(503, "The bot is still loading; try again in a few seconds.")
        try:
            given = posted(json.loads(await request.read()))
        except (ValueError, WrongMessage) as error:
            return _problem(400, str(error) if isinstance(error, WrongMessage) else "The body is not JSON.")
        return await _answer(seat.bot, given)

    async def status(_: web.Request) -> web.Response:
        if seat.bot is None:
            return web.json_response({"status": "loading"}, status=503)
        return web.json_response({"status": "ready", "model_file": seat.bot.model, "num_active_training_jobs": 0})

    async def version(_: web.Request) -> web.Response:
        return web.json_response({"version": rasa_version})

    async def health(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    app.router.add_post("/webhooks/rest/webhook", message)
    app.router.add_get("/webhooks/rest/", health)
    app.router.add_get("/status", status)
    app.router.add_get("/version", version)
    return app


async def _answer(bot: Answers, given: Posted) -> web.Response:
    """Stock Rasa answers `[]` when a turn breaks; here it is a 500, so that the front desk needs not guess."""
    try:
        return web.json_response(await bot.answer(given))
    except FrontdeskError as error:
        logger.error("A turn was not answered: %s", error)
    except Exception as error:
        logger.error("A turn broke with %s.", type(error).__name__, exc_info=error)
    return _problem(500, "The bot could not answer; offer a human.")


def _problem(status: int, sentence: str) -> web.Response:
    return web.json_response({"error": sentence}, status=status)
