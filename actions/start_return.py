"""Start the return of a verified customer's order. Asking twice starts it once; what may be returned is the shop's to say."""

from dataclasses import replace

from actions.owned import owned_order
from actions.shop import Locale, Order, Shop, ShopDown
from actions.task import Facts, Medium, TaskResult
from actions.words import WORDS, by_day, day, goods, number, result

_LONGEST_REASON = 200
_ON_THE_WAY = frozenset({"placed", "paid", "packed", "shipped", "out_for_delivery", "delayed"})


class StartReturn:
    """Needs `customer_id` (a verified one) and `order_number`; `return_reason` if the customer gave one."""

    name = "start_return"
    needs = ("customer_id", "order_number")
    may_use = ("return_reason",)
    outcomes = ("started", "already_started", "not_returnable", "not_found", "identity_needed", "shop_down")

    async def run(self, facts: Facts, shop: Shop, locale: Locale, medium: Medium) -> TaskResult:
        if not facts.get("customer_id"):
            return result(self.name, "identity_needed", locale)
        try:
            return await self._start(facts, shop, locale)
        except (ShopDown, OSError):
            return result(self.name, "shop_down", locale)

    async def _start(self, facts: Facts, shop: Shop, locale: Locale) -> TaskResult:
        order = await owned_order(shop, facts)
        if order is None:
            return result(self.name, "not_found", locale)
        known = {"order_number": order.number, "order_state": order.state}
        refusal = _why_not(order)
        if refusal:
            return replace(self._say("not_returnable", refusal, order, locale), facts=known)
        reason = facts.get("return_reason", "").strip()[:_LONGEST_REASON]
        opened = await shop.open_return(order.number, reason)
        outcome = "started" if opened.new else "already_started"
        said = self._say(outcome, outcome, order, locale, opened.number)
        known |= {"return_number": opened.number}
        return replace(said, facts=known | ({"return_reason": reason} if reason and opened.new else {}))

    def _say(self, outcome: str, key: str, order: Order, locale: Locale, opened: str = "") -> TaskResult:
        return result(
            self.name,
            outcome,
            locale,
            f"start_return.{key}",
            number=number(order.number),
            goods=goods(order.lines, locale),
            return_number=number(opened),
            state=WORDS[locale].get(f"state.{order.state}", ""),
            day=_last_day(order, locale, within=key == "started"),
        )


def _why_not(order: Order) -> str | None:
    """The words' key for why an order can't be returned; None when it can, or when its return is open already."""
    if order.state in ("cancelled", "returned"):
        return "over"
    if order.return_number:
        return None
    if order.state in _ON_THE_WAY:
        return "not_delivered"
    if order.state != "delivered" or order.returnable_until is None:
        return "not_returnable"
    return "too_late" if order.returnable_until < order.as_of else None


def _last_day(order: Order, locale: Locale, *, within: bool) -> str:
    if order.returnable_until is None:
        return ""
    return (by_day if within else day)(order.returnable_until, order.as_of, locale)
