"""Send a verified customer's order to another address, as long as it has not left. The address is read back before."""

import re

from actions.meaning.places import NOWHERE, gap_of
from actions.order import Order
from actions.order_task import Asked, Change, learnt
from actions.reading.addresses import begins, is_estate, looks_whole
from actions.task import TaskResult

OPEN = frozenset({"placed", "paid", "packed"})
SHORTEST = 6  # characters; less is no address
_TOWN_OR_CODE = re.compile(r"[0-9]{4,5}|[A-Za-z]{4,5}")  # with which one begins


class ChangeAddress(Change):
    """Needs `new_address` beside the order."""

    name = "change_address"
    needs = ("customer_id", "order_number", "new_address")
    own = ("changed", "same", "address_needed", "too_late")

    async def weigh(self, order: Order, asked: Asked) -> TaskResult | None:
        if order.state not in OPEN:
            return self.say("too_late", order, asked, _TOO_LATE.get(order.state))
        address = asked.fact("new_address")
        if len(address) < SHORTEST and not (begins(address) or is_estate(address) or _TOWN_OR_CODE.fullmatch(address)):
            return self.say("address_needed", order, asked)
        return self.say("same", order, asked) if _same(address, order.address) else None

    async def question(self, order: Order, asked: Asked) -> TaskResult:
        address = asked.fact("new_address")
        if gap := gap_of(address):  # no yes is asked for
            return learnt(self.say("confirm", order, asked, f"confirm_{gap}", address=address), lacks=gap)
        return self.say("confirm", order, asked, None if looks_whole(address) else "confirm_part", address=address)

    async def do(self, order: Order, asked: Asked) -> TaskResult:
        address = asked.fact("new_address")
        if gap := gap_of(address):  # read back so that the rest be added; nothing is sent to a city, or to a name
            return self.say("address_needed", order, asked, f"needed_{gap}" if gap in NOWHERE else None)
        if not await asked.shop.changes.readdress(order.number, address):
            return self.say("too_late", order, asked)
        return learnt(self.say("changed", order, asked, address=address), new_address=address)


_TOO_LATE = {"cancelled": "over", "returned": "over", "delivered": "delivered"}


def _same(one: str, other: str | None) -> bool:
    def plain(text: str) -> str:
        return "".join(c for c in text.casefold() if c.isalnum())

    return other is not None and plain(one) == plain(other)
