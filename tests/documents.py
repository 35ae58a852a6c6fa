"""Looks at what the voice doors answer while tests run: legal documents, and nothing else that is no refusal."""

import json

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from lxml import etree

from frontdesk.carrier.twiml import check_document


def checking(guard: Middleware, illegal: list[str]) -> Middleware:
    """The guard of the doors, with an eye on every answer behind it."""

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        answer = await guard(request, handler)
        found = _faults(request, answer)
        if found:
            illegal.append(f"{request.path}: {found}")
        return answer

    return check


def _faults(request: web.Request, answer: web.StreamResponse) -> list[str]:
    if answer.status in (204, 403, 404, 405) or not isinstance(answer, web.Response):
        return []
    if request.path.endswith("/taskrouter/assignment"):  # answered with an instruction, which is JSON
        said = json.loads(answer.text or "")
        return [] if said.get("instruction") in ("call", "conference", "reject") else [f"no instruction: {said}"]
    if answer.status != 200 or answer.content_type != "application/xml" or answer.charset != "utf-8":
        return [f"status {answer.status}, {answer.content_type}"]
    body = answer.body if isinstance(answer.body, bytes) else b""
    return _text_faults(body) if request.path.endswith("/message") else check_document(body)


def _text_faults(body: bytes) -> list[str]:
    """What a carrier of text messages would refuse."""
    root = etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True))
    texts = [child.text or "" for child in root]
    legal = root.tag == "Response" and {child.tag for child in root} <= {"Message"} and len(texts) <= 10
    return [] if legal and all(0 < len(text) <= 1600 for text in texts) else ["no legal answer to a text message"]
