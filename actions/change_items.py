"""Other items or another quantity: written down for the warehouse as a case, while the order has not been packed."""

from actions.meaning.goods_wishes import takes_out
from actions.order import Order
from actions.order_task import UNSENT, Asked, Change, learnt, promised
from actions.shop import CaseWish
from actions.task import TaskResult
from actions.words import number

PROMISED_DAYS = 1


class ChangeItems(Change):
    """Needs `new_items`: what shall be different, in the customer's words."""

    name = "change_items"
    needs = ("customer_id", "order_number", "new_items")
    own = ("noted", "already_noted", "too_late")

    async def weigh(self, order: Order, asked: Asked) -> TaskResult | None:
        if order.state in UNSENT:
            return None
        if order.state == "delivered" and takes_out(asked.fact("new_items")):
            return self.say("too_late", order, asked, "sent_back")
        told = {"cancelled": "over", "returned": "over", "delivered": "delivered"}.get(order.state)
        return self.say("too_late", order, asked, told)

    async def question(self, order: Order, asked: Asked) -> TaskResult:
        return self.say("confirm", order, asked, wish=asked.fact("new_items"))

    async def do(self, order: Order, asked: Asked) -> TaskResult:
        wish = asked.fact("new_items")
        case = await asked.shop.cases.open_case(
            CaseWish(kind="change_items", customer_id=order.customer_id, order_number=order.number, details=wish)
        )
        said = self.say(
            "noted" if case.new else "already_noted",
            order,
            asked,
            case_number=number(case.number),
            day=promised(order, PROMISED_DAYS, asked.locale),
        )
        return learnt(said, case_number=case.number)
