"""Verify who ordered, by order number and last four digits of the phone. An unknown order sounds like wrong digits."""

import hmac
from dataclasses import replace

from actions.numbers import digits_in
from actions.shop import Customer, Locale, Order, Shop, ShopCannot, ShopDown
from actions.task import Facts, Medium, TaskResult
from actions.words import result

TRIES = 5  # per order
TRIES_OF_ACCOUNT = 8  # over all orders of one account
TRIES_OF_CALLER = 8  # over all orders and calls of one number, right ones given back
FORGOTTEN_AFTER_S = 3600.0
_NOBODY = "-"
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
        caller = facts.get("caller", "").strip()[:40]
        try:
            return await self._check(shop, (order_number, last4, caller), locale)
        except (ShopDown, ShopCannot, OSError):
            return result(self.name, "shop_down", locale)

    async def _check(self, shop: Shop, given: tuple[str, str, str], locale: Locale) -> TaskResult:
        """Tries are taken before anything is compared, so that tries made at once can't pass the limit.

        Whether the order exists or not, the same look-ups are made and the same counters kept: an order nobody placed
        counts as an account of its own.
        """
        order_number, last4, caller = given
        counted = [(f"order:{order_number}", TRIES), *([(f"caller:{caller}", TRIES_OF_CALLER)] if caller else [])]
        if not await _take(shop, counted):
            return result(self.name, "locked", locale)
        order = await shop.orders.order(order_number)
        account = f"account:{order.customer_id if order else order_number}"
        customer = await shop.orders.customer(order.customer_id if order else _NOBODY)
        if not await _take(shop, [(account, TRIES_OF_ACCOUNT)]):
            return result(self.name, "locked", locale)
        if not _fits(order, customer, last4) or order is None:
            return result(self.name, "mismatch", locale)
        for about in (*(key for key, _ in counted), account):
            await shop.tries.forget_tries(about)
        return _verified(order, customer, locale)


async def _take(shop: Shop, counted: list[tuple[str, int]]) -> bool:
    """One try of each; a refused one leaves those before it used up, which errs on the safe side."""
    for about, limit in counted:
        if not await shop.tries.take_try(about, limit=limit, within_s=FORGOTTEN_AFTER_S):
            return False
    return True


def _fits(order: Order | None, customer: Customer | None, last4: str) -> bool:
    """Against the phone of the order, else that of the account, in constant time."""
    given = (order.phone if order and order.phone else None) or (customer.phone if customer else "")
    return hmac.compare_digest(digits_in(given)[-4:].rjust(4, "-"), last4)


def _verified(order: Order, customer: Customer | None, locale: Locale) -> TaskResult:
    name = customer.name if customer else ""
    answer = result(
        VerifyIdentity.name, "verified", locale, None if name else "verify_identity.verified_nameless", name=name
    )
    facts = {
        "customer_id": order.customer_id,
        "customer_name": name,
        "customer_tier": customer.tier if customer else "standard",
        "verified_by": "order_and_phone",
        "order_number": order.number,
    }
    return replace(answer, facts={key: value for key, value in facts.items() if value})
