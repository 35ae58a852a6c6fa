"""Start the return of a verified customer's order. Asking twice starts it once; what may be returned is the shop's to say."""

from actions.order import Locale, Order
from actions.order_task import UNSENT, Asked, Change, learnt, meant_of, noted, only, which
from actions.task import TaskResult
from actions.words import WORDS, by_day, day, number, result

ON_THE_WAY = frozenset({"packed", "shipped", "out_for_delivery", "delayed"})


class StartReturn(Change):
    """Uses `return_reason` if the customer gave one, and `goods`, the words that say which part of the order comes back."""

    name = "start_return"
    may_use = ("return_reason", "goods")
    own = ("started", "already_started", "not_returnable")

    async def weigh(self, order: Order, asked: Asked) -> TaskResult | None:
        refusal = why_not(order)
        if refusal is None and order.return_number:
            return self._open_already(order, asked, order.return_number)
        if refusal is None and order.exchange_number and len(meant_of(order, asked).lines) == len(order.lines):
            return self.say(
                "not_returnable", order, asked, "exchange_open", exchange_number=number(order.exchange_number)
            )
        return self._told("not_returnable", refusal, order, asked) if refusal else None

    async def question(self, order: Order, asked: Asked) -> TaskResult:
        told = noted(asked, "return_reason", "order_task.noted")
        return which(self, order, asked) or self.say("confirm", order, asked, noted=told, **_part(order, asked))

    async def do(self, order: Order, asked: Asked) -> TaskResult:
        if meant_of(order, asked).unclear:
            return result(self.name, "needs_person", asked.locale)
        part, said = _part(order, asked).get("goods", ""), asked.fact("return_reason")
        reason = ", ".join(filter(None, (part, said)))
        opened = await asked.shop.changes.open_return(order.number, reason)
        if not opened.new:
            return self._open_already(order, asked, opened.number)
        told = self._told("started", "started", order, asked, opened.number)
        return learnt(told, return_number=opened.number, return_reason=reason)

    def _open_already(self, order: Order, asked: Asked, opened: str) -> TaskResult:
        said = self._told("already_started", "already_started", order, asked, opened)
        return learnt(said, return_number=opened)

    def _told(self, outcome: str, key: str, order: Order, asked: Asked, opened: str = "") -> TaskResult:
        return self.say(
            outcome,
            order,
            asked,
            key,
            return_number=number(opened),
            state=WORDS[asked.locale].get(f"state.{order.state}", ""),
            day=_last_day(order, asked.locale, within=key == "started"),
            **_part(order, asked),
        )


def _part(order: Order, asked: Asked) -> dict[str, str]:
    """Which part of the order comes back, where the customer said so ("only the headphones"), in place of all its goods."""
    return only(order, asked, "start_return.only")


def why_not(order: Order) -> str | None:
    """The words' key for why an order can't be sent back; None when it can, or when its return is open already."""
    if order.state in ("cancelled", "returned"):
        return "over"
    if order.return_number:
        return None
    if order.state in UNSENT:
        return "not_sent"
    if order.state in ON_THE_WAY:
        return "not_delivered"
    if order.state != "delivered" or order.returnable_until is None:
        return "not_returnable"
    return "too_late" if order.returnable_until < order.as_of else None


def _last_day(order: Order, locale: Locale, *, within: bool) -> str:
    if order.returnable_until is None:
        return ""
    return (by_day if within else day)(order.returnable_until, order.as_of, locale)
