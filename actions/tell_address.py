"""Tell a verified customer which address an order goes to, so that they know it again and nobody else learns the door."""

import re

from actions.change_address import OPEN
from actions.order import Order
from actions.order_task import Asked, OrderTask
from actions.task import TaskResult

_OVER = frozenset({"cancelled", "returned"})
_FIGURE = re.compile(  # a door, a flat, a postcode ("N1 7AA"); 42nd Street keeps its name
    r"(?![0-9]+(?:st|nd|rd|th)\b)(?<![A-Za-z0-9])[A-Za-z0-9]*[0-9\uff10-\uff19][A-Za-z0-9\uff10-\uff19]*"
    r"|(?<![零〇一二两三四五六七八九十百])[零〇一二两三四五六七八九十百]++(?=[号號弄栋棟幢座层層室]|单元|單元|楼(?!下))"
    r"|(?:(?<=\bflat )|(?<=\bapt )|(?<=\bunit )|(?<=\bapartment ))[A-Za-z]\b",
    re.I,
)
HIDDEN = "**"


class TellAddress(OrderTask):
    """Says the street and the town; house, flat and postcode stay hidden. Where the shop tells none, a person is offered."""

    name = "tell_address"
    own = ("told", "unknown", "over")

    async def about(self, order: Order, asked: Asked) -> TaskResult:
        if order.state in _OVER:
            return self.say("over", order, asked)
        if not order.address:
            return self.say("unknown", order, asked)
        key = "told_open" if order.state in OPEN else "told_delivered" if order.state == "delivered" else None
        return self.say("told", order, asked, key, address=veiled(order.address))


def veiled(address: str) -> str:
    """An address without its figures: "** Quay Street, Northport"."""
    return _FIGURE.sub(HIDDEN, address)
