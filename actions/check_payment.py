"""What was charged for an order, as the shop's books have it. Charged twice opens a case; nobody is asked for a card number. Who
insists on more charges than the books show is offered a case."""

from actions.money import Payment
from actions.order import Order
from actions.order_task import CONFIRM, Asked, OrderTask, learnt, promised
from actions.refund_status import refund_words
from actions.shop import CaseWish
from actions.task import TaskResult
from actions.words import Form, by_day, money, number

PROMISED_DAYS = 2


class CheckPayment(OrderTask):
    """Uses `details`: what is said of a charge that the books don't show; a case about that is opened after a yes. Opening one
    about a charge that stands twice in the books is no change the customer must confirm."""

    name = "check_payment"
    may_use = ("details",)
    own = (
        "charged_once", "charged_twice", "refused", "pending", "given_back", "not_charged", "case_opened", "already_open",
        "refund_told",
    )  # fmt: skip

    async def would(self, order: Order, asked: Asked) -> TaskResult:
        return self.say(CONFIRM, order, asked) if asked.fact("details") else await self.about(order, asked)

    async def about(self, order: Order, asked: Asked) -> TaskResult:
        payments = await asked.shop.money.payments(order.number)
        paid = [payment for payment in payments if payment.state == "paid"]
        if len(paid) > 1:
            return await self._twice(paid, order, asked)
        if asked.fact("details"):
            return await self._insisted(order, asked)
        if not payments:
            return self.say("not_charged", order, asked)
        back = any(payment.state == "given_back" for payment in payments)
        refund = await asked.shop.money.refund(order.number) if paid or back else None
        if refund is not None and refund.state != "refused":
            return self.say("refund_told", order, asked, f"back_{refund.state}", **refund_words(refund, order, asked))
        last = paid[0] if paid else max(payments, key=lambda payment: payment.paid_on)
        outcome = {"paid": "charged_once"}.get(last.state, last.state)
        return self.say(outcome, order, asked, None, **_words(last, order, asked))

    async def _twice(self, paid: list[Payment], order: Order, asked: Asked) -> TaskResult:
        """What the customer tells of it once the case is open is added to it."""
        told = asked.fact("details")
        details = told or f"{len(paid)} charges: {', '.join(payment.id for payment in paid)}"
        amount = money(paid[0].amount, paid[0].currency, asked.locale)
        outcomes = ("charged_twice", "already_open" if told else "charged_twice")
        return await self._opened(details, order, asked, outcomes, count=str(len(paid)), amount=amount)

    async def _insisted(self, order: Order, asked: Asked) -> TaskResult:
        told = f"the bank shows more than the books: {asked.fact('details')}"
        return await self._opened(told, order, asked, ("case_opened", "already_open"))

    async def _opened(
        self, details: str, order: Order, asked: Asked, outcomes: tuple[str, str], **more: str | Form
    ) -> TaskResult:
        """A case about the charge; `outcomes`: for a new one, and for one that is open already."""
        wish = CaseWish(kind="payment", customer_id=order.customer_id, order_number=order.number, details=details)
        case = await asked.shop.cases.open_case(wish)
        day = promised(order, PROMISED_DAYS, asked.locale)
        said = self.say(outcomes[not case.new], order, asked, None, case_number=number(case.number), day=day, **more)
        return learnt(said, case_number=case.number)


def _words(payment: Payment, order: Order, asked: Asked) -> dict[str, str | Form]:
    return {
        "amount": money(payment.amount, payment.currency, asked.locale),
        "method": payment.method.of(asked.locale),
        "day": by_day(payment.paid_on, order.as_of, asked.locale),
    }
