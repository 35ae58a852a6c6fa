"""Cancel a verified customer's order while it has not left. Asking twice cancels it once; what was paid goes back."""

from actions.money import Refund
from actions.order import Order
from actions.order_task import UNSENT, Asked, Change, learnt, meant_of, only, promised, which
from actions.shop import CaseWish, ShopCannot, ShopDown
from actions.task import TaskResult
from actions.words import by_day, money, number, result

PROMISED_DAYS = 2
PART = "part_only"  # the outcome of asking where only a part of the order is meant; its items are what changes


class CancelOrder(Change):
    """Needs nothing but the order. `goods`: words that may say that only a part of it is meant; that is a change of its items."""

    name = "cancel_order"
    may_use = ("goods",)
    own = ("cancelled", "already_cancelled", "too_late", "delivered")

    async def weigh(self, order: Order, asked: Asked) -> TaskResult | None:
        if order.state == "cancelled":
            return self.say("already_cancelled", order, asked)
        return None if order.state in UNSENT else self._too_late(order, asked)

    async def question(self, order: Order, asked: Asked) -> TaskResult:
        if (asks := which(self, order, asked)) is not None:
            return asks
        if _of_part(order, asked):
            part = only(order, asked, "cancel_order.only")["goods"]
            return learnt(self.say(PART, order, asked), new_items=part)
        return self.say("confirm", order, asked, amount=money(order.total, order.currency, asked.locale))

    async def do(self, order: Order, asked: Asked) -> TaskResult:
        if _of_part(order, asked):
            return result(self.name, "needs_person", asked.locale)
        if not await asked.shop.changes.cancel(order.number):
            return self._too_late(order, asked)
        if order.state == "placed":
            return learnt(self.say("cancelled", order, asked), order_state="cancelled")
        refund = await _refund(order, asked)
        if refund is None:
            return await self._paid_back_by_hand(order, asked)
        said = self.say(
            "cancelled",
            order,
            asked,
            "cancelled_refund",
            amount=money(refund.amount, refund.currency, asked.locale),
            day=by_day(refund.expected_on or order.as_of, order.as_of, asked.locale),
        )
        return learnt(said, order_state="cancelled", refund_number=refund.number)

    async def _paid_back_by_hand(self, order: Order, asked: Asked) -> TaskResult:
        """The shop cancelled and gave nothing back by itself: people must, so it is written down."""
        case = await asked.shop.cases.open_case(
            CaseWish(
                kind="payment",
                customer_id=order.customer_id,
                order_number=order.number,
                details="cancelled after payment: pay back",
            )
        )
        said = self.say(
            "cancelled",
            order,
            asked,
            "cancelled_paid",
            case_number=number(case.number),
            day=promised(order, PROMISED_DAYS, asked.locale),
        )
        return learnt(said, order_state="cancelled", case_number=case.number)

    def _too_late(self, order: Order, asked: Asked) -> TaskResult:
        if order.state == "delivered":
            return self.say("delivered", order, asked)
        return self.say("too_late", order, asked, "returned" if order.state == "returned" else None)


def _of_part(order: Order, asked: Asked) -> bool:
    """Whether not all of the order is to be cancelled."""
    meant = meant_of(order, asked)
    return meant.unclear or len(meant.lines) < len(order.lines)


async def _refund(order: Order, asked: Asked) -> Refund | None:
    """The refund the shop started by itself. It is cancelled already: no trouble here may make that unsaid."""
    try:
        return await asked.shop.money.refund(order.number)
    except (ShopCannot, ShopDown, OSError):
        return None
