"""Rasa's REST channel: POST /webhooks/rest/webhook, answered with a list of messages (or a line each, with stream=true)."""

import hmac
import json
import logging
from dataclasses import replace
from typing import Any

from aiohttp import web

from frontdesk.channels.chat.door import ChatDoor, read_message
from frontdesk.channels.chat.render import utterances
from frontdesk.channels.limits import Limiter
from frontdesk.core.language import clean

log = logging.getLogger(__name__)


class ChatRest:
    """The REST side of the chat door. The `sender` names the conversation; whoever knows it may go on with it.

    Senders are not secret, so the channel is for a server of yours that shows `token`; empty: closed; None: open to all.
    """

    def __init__(self, door: ChatDoor, limiter: Limiter, token: str | None = None) -> None:
        self._door, self._limiter, self._token = door, limiter, token

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/webhooks/rest/", self.health),
            web.post("/webhooks/rest/webhook", self.receive),
        ]

    async def health(self, request: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def receive(self, request: web.Request) -> web.StreamResponse:
        if not self._may(request):
            return web.json_response(
                {"error": "Send `Authorization: Bearer` with what REST_TOKEN is set to."}, status=403
            )
        try:
            body = await request.json()
        except (json.JSONDecodeError, UnicodeDecodeError):
            return web.json_response({"error": "The body is not JSON; send {sender, message}."}, status=400)
        message = read_message(body)
        sender = body.get("sender") if isinstance(body, dict) else None
        if message is None or not isinstance(sender, str) or not 0 < len(sender) <= 200 or clean(sender) != sender:
            return web.json_response({"error": "Send a JSON object with text `sender` and `message`."}, status=400)
        if not self._limiter.allow(f"rest:{sender}"):
            return web.json_response({"error": "Too many messages at once; wait a moment."}, status=429)
        message = replace(message, likely=request.headers.get("Accept-Language"))
        try:
            turns = await self._door.take(f"rest:{sender}", message)
            answers = [_rest(sender, u) for turn in turns for u in utterances(turn)]
        except Exception:
            log.exception("a chat message could not be taken")
            answers = [_rest(sender, self._door.sorry(message))]
        if request.query.get("stream", "").lower() != "true":
            return web.json_response(answers)
        lines = "".join(json.dumps(answer, ensure_ascii=False) + "\n" for answer in answers)
        return web.Response(text=lines, content_type="text/plain", charset="utf-8")

    def _may(self, request: web.Request) -> bool:
        if self._token is None:
            return True
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return bool(self._token) and hmac.compare_digest(given.encode(), self._token.encode())


def _rest(sender: str, utterance: dict[str, Any]) -> dict[str, Any]:
    answer = {"recipient_id": sender, "text": utterance["text"], "metadata": utterance["metadata"]}
    if "quick_replies" in utterance:
        answer["buttons"] = [{"title": q["title"], "payload": q["payload"]} for q in utterance["quick_replies"]]
    return answer
