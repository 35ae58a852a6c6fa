"""Cancel a verified customer's order while it has not left. Asking twice cancels it once; what was paid goes back."""

from actions.order import Order
from actions.order_task import Asked, Change, learnt
from actions.task import TaskResult
from actions.words import by_day, money

OPEN = frozenset({"placed", "paid"})  # before it is packed


class CancelOrder(Change):
    """Needs nothing but the order."""

    name = "cancel_order"
    own = ("cancelled", "already_cancelled", "too_late")

    async def weigh(self, order: Order, asked: Asked) -> TaskResult | None:
        if order.state == "cancelled":
            return self.say("already_cancelled", order, asked)
        return None if order.state in OPEN else self._too_late(order, asked)

    async def question(self, order: Order, asked: Asked) -> TaskResult:
        return self.say("confirm", order, asked, amount=money(order.total, order.currency, asked.locale))

    async def do(self, order: Order, asked: Asked) -> TaskResult:
        if not await asked.shop.changes.cancel(order.number):
            return self._too_late(order, asked)
        refund = await asked.shop.money.refund(order.number) if order.state == "paid" else None
        if refund is None:
            return learnt(self.say("cancelled", order, asked), order_state="cancelled")
        said = self.say(
            "cancelled",
            order,
            asked,
            "cancelled_refund",
            amount=money(refund.amount, refund.currency, asked.locale),
            day=by_day(refund.expected_on, order.as_of, asked.locale) if refund.expected_on else "",
        )
        return learnt(said, order_state="cancelled", refund_number=refund.number)

    def _too_late(self, order: Order, asked: Asked) -> TaskResult:
        key = "too_late_here" if order.state in ("delivered", "returned") else "too_late"
        return self.say("too_late", order, asked, key)
