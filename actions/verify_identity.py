"""Verify who ordered, by order number and last four digits of the phone. An unknown order sounds like wrong digits."""

import hmac

from actions.proving import NOBODY, TRIES_OF_ACCOUNT, counted, give_back, take, verified
from actions.reading.numbers import digits_in
from actions.shop import Customer, Locale, Order, Shop, ShopCannot, ShopDown
from actions.task import Facts, Medium, TaskResult
from actions.words import result

_LONGEST_NUMBER = 20


class VerifyIdentity:
    """Needs `order_number` and `last4`; `caller` counts tries, and proves nothing.

    Who proves to be the right one gets `customer_id` and the like as facts.
    """

    name = "verify_identity"
    needs = ("order_number", "last4")
    may_use = ("caller",)
    outcomes = ("verified", "mismatch", "locked", "shop_down")

    async def run(self, facts: Facts, shop: Shop, locale: Locale, medium: Medium) -> TaskResult:
        order_number = digits_in(facts.get("order_number", ""))[:_LONGEST_NUMBER]
        last4 = digits_in(facts.get("last4", ""))[-4:]
        if not order_number or len(last4) < 4:
            return result(self.name, "mismatch", locale)
        try:
            return await self._check(shop, (order_number, last4, facts.get("caller", "")), locale)
        except (ShopDown, ShopCannot, OSError):
            return result(self.name, "shop_down", locale)

    async def _check(self, shop: Shop, given: tuple[str, str, str], locale: Locale) -> TaskResult:
        """Tries are taken before anything is compared, so that tries made at once can't pass the limit; and after the shop has
        answered, so that none is used up while it is down.

        Whether the order exists or not, the same look-ups are made and the same counters kept: an order nobody placed
        counts as an account of its own. An account without tries left sounds like wrong digits: a lock that comes early would
        tell that two orders, or an order and an address, are the same customer's.
        """
        order_number, last4, caller = given
        order = await shop.orders.order(order_number)
        customer = await shop.orders.customer(order.customer_id if order else NOBODY)
        tries = counted(f"order:{order_number}", caller)
        if not await take(shop, tries):
            return result(self.name, "locked", locale)
        account = [(f"account:{order.customer_id if order else order_number}", TRIES_OF_ACCOUNT)]
        allowed = await take(shop, account)
        if not _fits(order, customer, last4) or not allowed or order is None:
            return result(self.name, "mismatch", locale)
        await give_back(shop, tries + account)
        proved = {"verified_by": "order_and_phone", "order_number": order.number}
        return verified(self.name, order.customer_id, customer, locale, **proved)


def _fits(order: Order | None, customer: Customer | None, last4: str) -> bool:
    """Against the phone of the order, else that of the account, in constant time."""
    given = (order.phone if order and order.phone else None) or (customer.phone if customer else "")
    return hmac.compare_digest(digits_in(given)[-4:].rjust(4, "-"), last4)
