"""Price protection (价保): what was paid beside what it costs now; a lower price opens a claim for the difference."""

from datetime import timedelta

from actions.order import Order
from actions.order_task import Asked, Change, learnt, promised
from actions.shop import CaseWish
from actions.task import TaskResult
from actions.words import day, money, number

PROTECTED_DAYS = 30  # from the day of the order
PROMISED_DAYS = 3
_OUT = frozenset({"placed", "cancelled", "returned"})


class ClaimPriceProtection(Change):
    """Needs nothing but the order."""

    name = "claim_price_protection"
    own = ("claimed", "already_claimed", "not_cheaper", "too_late", "not_covered")

    async def weigh(self, order: Order, asked: Asked) -> TaskResult | None:
        if order.state in _OUT or order.return_number:
            return self.say("not_covered", order, asked)
        until = order.placed_on + timedelta(days=PROTECTED_DAYS)
        if until < order.as_of:
            return self.say("too_late", order, asked, day=day(until, order.as_of, asked.locale))
        if await _difference(order, asked) <= 0:
            return self.say("not_cheaper", order, asked, day=day(until, order.as_of, asked.locale))
        return None

    async def question(self, order: Order, asked: Asked) -> TaskResult:
        amount = money(await _difference(order, asked), order.currency, asked.locale)
        return self.say("confirm", order, asked, amount=amount)

    async def do(self, order: Order, asked: Asked) -> TaskResult:
        amount = money(await _difference(order, asked), order.currency, asked.locale)
        case = await asked.shop.cases.open_case(
            CaseWish(
                kind="price_protection",
                customer_id=order.customer_id,
                order_number=order.number,
                details=f"difference {amount.text}",
            )
        )
        said = self.say(
            "claimed" if case.new else "already_claimed",
            order,
            asked,
            amount=amount,
            case_number=number(case.number),
            day=promised(order, PROMISED_DAYS, asked.locale),
        )
        return learnt(said, case_number=case.number)


async def _difference(order: Order, asked: Asked) -> int:
    """How much less the same goods cost now, in cents; what is not sold any more, or in other money, counts nothing."""
    saved = 0
    for line in order.lines:
        now = await asked.shop.goods.product(line.sku)
        if now is not None and now.currency == order.currency:
            saved += max(0, line.price - now.price) * line.quantity
    return saved
