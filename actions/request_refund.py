"""Ask for an order's money back where the goods need not come back first; else say what comes first. Asked twice, asked once."""

from actions.order import Order
from actions.order_task import Asked, Change, learnt, noted
from actions.refund_status import refund_words
from actions.task import TaskResult
from actions.words import money

_FIRST = {
    "placed": "not_paid",
    "paid": "cancel_first",
    "packed": "on_its_way",
    "shipped": "on_its_way",
    "out_for_delivery": "on_its_way",
}


class RequestRefund(Change):
    """Uses `return_reason`: why, in the customer's words."""

    name = "request_refund"
    may_use = ("return_reason",)
    own = (
        "requested",
        "already_requested",
        "refused",
        "return_first",
        "cancel_first",
        "on_its_way",
        "not_paid",
        "too_late",
    )

    async def weigh(self, order: Order, asked: Asked) -> TaskResult | None:
        refund = await asked.shop.money.refund(order.number)
        if refund is not None:
            outcome = "refused" if refund.state == "refused" else "already_requested"
            said = self.say(outcome, order, asked, f"was_{refund.state}", **refund_words(refund, order, asked))
            return learnt(said, refund_number=refund.number, refund_state=refund.state)
        if order.state in _FIRST:
            return self.say(_FIRST[order.state], order, asked)
        if order.state != "delivered" or order.return_number:
            return None
        late = order.returnable_until is None or order.returnable_until < order.as_of
        return self.say("too_late" if late else "return_first", order, asked)

    async def question(self, order: Order, asked: Asked) -> TaskResult:
        amount = money(order.total, order.currency, asked.locale)
        return self.say("confirm", order, asked, amount=amount, noted=noted(asked, "return_reason", "order_task.noted"))

    async def do(self, order: Order, asked: Asked) -> TaskResult:
        refund = await asked.shop.money.ask_refund(order.number, asked.fact("return_reason"))
        outcome = "requested" if refund.new else "already_requested"
        key = None if refund.new else f"was_{refund.state}"
        said = self.say(outcome, order, asked, key, **refund_words(refund, order, asked))
        return learnt(said, refund_number=refund.number, refund_state=refund.state)
