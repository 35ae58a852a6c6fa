"""Reads one HTTP answer of a shop: JSON, none, a trouble that may pass, or a refusal. Sizes are bounded."""

import json
from typing import Any

import aiohttp

from actions import ShopDown
from frontdesk.adapters.http_shop.mapping import Operation
from frontdesk.adapters.http_shop.paths import there

LARGEST = 2 * 1024 * 1024
PASSING = frozenset({429, 500, 502, 503, 504})


class Passing(Exception):
    """A trouble that may pass: worth another try where that is safe. `undone`: the request surely was not carried out."""

    def __init__(self, why: str, after_s: float = 0.0, *, undone: bool = False) -> None:
        super().__init__(why)
        self.why, self.after_s, self.undone = why, after_s, undone


class Refused(ShopDown):
    """The shop answers, and not with what was asked for; the message says where to look."""

    def __init__(self, message: str, status: int = 0) -> None:
        super().__init__(message)
        self.status = status


async def read(response: aiohttp.ClientResponse, operation: Operation) -> Any:
    """The JSON; None for a status or an answer that means "there is none". Raises Passing and Refused."""
    status = response.status
    if status in operation.absent:
        return None
    if status in PASSING:
        after_s = _retry_after(response.headers.get("Retry-After", ""))
        raise Passing(f"it answered {status}", after_s, undone=status == 429)
    if not 200 <= status < 300:
        raise Refused(f"The shop answered {status} to {operation.method} {operation.path}; {_look(status)}.", status)
    answer = _json(await _whole(response))
    for path in operation.fails:
        if there(answer, path) not in (None, [], "", {}):
            raise Refused(f"The shop refused {operation.method} {operation.path}: it told of errors at {path}.", status)
    return answer


def _look(status: int) -> str:
    match status:
        case 401 | 403:
            return "see SHOP_KEY and SHOP_SECRET, and what the key is allowed to do"
        case 300 | 301 | 302 | 303 | 307 | 308:
            return "it leads elsewhere; give SHOP_URL as the shop's interface has it, with https"
        case 404 | 405 | 410:
            return "see the path in the mapping"
        case _:
            return "see the mapping"


async def _whole(response: aiohttp.ClientResponse) -> bytes:
    """All of the body, which comes in pieces; more than LARGEST is refused."""
    raw = bytearray()
    async for piece in response.content.iter_any():
        raw += piece
        if len(raw) > LARGEST:
            raise Refused("The shop's answer is too large; narrow the request in the mapping.", response.status)
    return bytes(raw)


def _json(raw: bytes) -> Any:
    try:
        return json.loads(raw) if raw.strip() else {}
    except ValueError as error:
        raise Refused("The shop's answer is not JSON; see that SHOP_URL leads to its interface.") from error


def _retry_after(given: str) -> float:
    return float(given) if given.isascii() and given.isdigit() and len(given) < 4 else 0.0
