"""Where a refund is: asked for, approved, paid, or refused; told as the shop has it, never guessed."""

from actions.money import Refund
from actions.order import Order
from actions.order_task import Asked, OrderTask, learnt
from actions.task import TaskResult
from actions.words import Form, by_day, money


class RefundStatus(OrderTask):
    """Needs nothing but the order."""

    name = "refund_status"
    own = ("told", "refused", "return_on_its_way", "none")

    async def about(self, order: Order, asked: Asked) -> TaskResult:
        refund = await asked.shop.money.refund(order.number)
        if refund is None:
            return self.say("return_on_its_way" if order.return_number else "none", order, asked)
        outcome = "refused" if refund.state == "refused" else "told"
        said = self.say(outcome, order, asked, refund.state, **refund_words(refund, order, asked))
        return learnt(said, refund_number=refund.number, refund_state=refund.state)


def refund_words(refund: Refund, order: Order, asked: Asked) -> dict[str, str | Form]:
    """`amount` and `day`: when it was paid, or is expected, or was asked for."""
    when = refund.paid_on or refund.expected_on or refund.requested_on
    return {
        "amount": money(refund.amount, refund.currency, asked.locale),
        "day": by_day(when, order.as_of, asked.locale),
    }
