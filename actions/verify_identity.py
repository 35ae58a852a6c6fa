"""Verify who ordered, by order number and last four digits of the phone. An unknown order sounds like wrong digits."""

import hmac
from dataclasses import replace

from actions.numbers import digits_in
from actions.shop import Customer, Locale, Shop, ShopDown
from actions.task import Facts, Medium, TaskResult
from actions.words import result

TRIES = 5
FORGOTTEN_AFTER_S = 3600.0
_NOBODY = "-"
_LONGEST_NUMBER = 20


class VerifyIdentity:
    """Needs `order_number` and `last4`. Who proves to be the right one gets `customer_id` and the like as facts."""

    name = "verify_identity"
    needs = ("order_number", "last4")
    may_use: tuple[str, ...] = ()
    outcomes = ("verified", "mismatch", "locked", "shop_down")

    async def run(self, facts: Facts, shop: Shop, locale: Locale, medium: Medium) -> TaskResult:
        order_number = digits_in(facts.get("order_number", ""))[:_LONGEST_NUMBER]
        last4 = digits_in(facts.get("last4", ""))[-4:]
        if not order_number or len(last4) < 4:
            return result(self.name, "mismatch", locale)
        try:
            return await self._check(shop, order_number, last4, locale)
        except (ShopDown, OSError):
            return result(self.name, "shop_down", locale)

    async def _check(self, shop: Shop, order_number: str, last4: str, locale: Locale) -> TaskResult:
        """The try is taken before anything is looked up, so that tries made at once can't pass the limit."""
        if not await shop.take_try(order_number, limit=TRIES, within_s=FORGOTTEN_AFTER_S):
            return result(self.name, "locked", locale)
        customer = await _who_ordered(shop, order_number)
        if not _fits(customer, last4) or customer is None:
            return result(self.name, "mismatch", locale)
        await shop.forget_tries(order_number)
        answer = result(self.name, "verified", locale, name=customer.name)
        return replace(answer, facts=_learnt(customer, order_number))


async def _who_ordered(shop: Shop, order_number: str) -> Customer | None:
    """The same two look-ups whether the order exists or not: the time taken tells nothing."""
    order = await shop.order(order_number)
    return await shop.customer(order.customer_id if order else _NOBODY)


def _fits(customer: Customer | None, last4: str) -> bool:
    phone = digits_in(customer.phone) if customer else ""
    return hmac.compare_digest(phone[-4:].rjust(4, "-"), last4)


def _learnt(customer: Customer, order_number: str) -> Facts:
    return {
        "customer_id": customer.id,
        "customer_name": customer.name,
        "customer_tier": customer.tier,
        "verified_by": "order_and_phone",
        "order_number": order_number,
    }
