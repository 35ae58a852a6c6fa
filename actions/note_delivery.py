"""How or when an order is to be handed over: written down as a case for whoever has the parcel. Nobody promises it is kept to."""

from actions.order import Order
from actions.order_task import Asked, Change, learnt, promised
from actions.reading.note_numbers import without_ids, without_number
from actions.shop import CaseWish
from actions.task import TaskResult
from actions.words import number

HERE = frozenset({"placed", "paid", "packed"})
ON_ITS_WAY = frozenset({"shipped", "out_for_delivery", "delayed"})
PROMISED_DAYS = 1  # working days until somebody has asked


class NoteDelivery(Change):
    """Needs `delivery_note`: where to leave it or when to come, in the customer's words."""

    name = "note_delivery"
    needs = ("customer_id", "order_number", "delivery_note")
    own = ("noted", "already_noted", "too_late")

    async def weigh(self, order: Order, asked: Asked) -> TaskResult | None:
        return None if order.state in HERE | ON_ITS_WAY else self.say("too_late", order, asked)

    async def question(self, order: Order, asked: Asked) -> TaskResult:
        key = "confirm" if order.state in HERE else "confirm_carrier"
        return self.say("confirm", order, asked, key, note=_note(order, asked))

    async def do(self, order: Order, asked: Asked) -> TaskResult:
        note = _note(order, asked)
        case = await asked.shop.cases.open_case(
            CaseWish(kind="delivery_note", customer_id=order.customer_id, order_number=order.number, details=note)
        )
        where = "here" if order.state in HERE else "carrier"
        said = self.say(
            "noted" if case.new else "already_noted",
            order,
            asked,
            f"noted_{where}" if case.new else None,
            case_number=number(case.number),
            day=promised(order, PROMISED_DAYS, asked.locale),
        )
        return learnt(said, case_number=case.number)


def _note(order: Order, asked: Asked) -> str:
    """What the carrier is told: never which order it is, nor the digits that prove whose."""
    told = asked.fact("delivery_note")
    return without_number(without_ids(told) or told, order.number)
