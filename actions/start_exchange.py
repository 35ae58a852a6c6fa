"""Start an exchange: the same goods in another size or colour, or a whole piece for a broken one. Asking twice starts it once."""

from actions.order import Order
from actions.order_task import Asked, Change, learnt, meant_of, noted, only, which
from actions.start_return import why_not
from actions.task import TaskResult
from actions.words import WORDS, by_day, number, result


class StartExchange(Change):
    """Uses `wish`: what the customer wants instead, in their words; and `goods`, the words that say which part of the
    order it is."""

    name = "start_exchange"
    may_use = ("wish", "goods")
    own = ("started", "already_started", "return_open", "not_exchangeable")

    async def weigh(self, order: Order, asked: Asked) -> TaskResult | None:
        if order.return_number:
            return self.say("return_open", order, asked, return_number=number(order.return_number))
        if order.exchange_number:
            said = self.say("already_started", order, asked, exchange_number=number(order.exchange_number))
            return learnt(said, exchange_number=order.exchange_number)
        refusal = why_not(order)
        if refusal is None:
            return None
        until = order.returnable_until
        return self.say(
            "not_exchangeable",
            order,
            asked,
            refusal,
            state=WORDS[asked.locale].get(f"state.{order.state}", ""),
            day=by_day(until, order.as_of, asked.locale) if until else "",
        )

    async def question(self, order: Order, asked: Asked) -> TaskResult:
        told = noted(asked, "wish", "start_exchange.wish")
        return which(self, order, asked) or self.say("confirm", order, asked, noted=told, **_part(order, asked))

    async def do(self, order: Order, asked: Asked) -> TaskResult:
        if meant_of(order, asked).unclear:
            return result(self.name, "needs_person", asked.locale)
        part, said = _part(order, asked).get("goods", ""), asked.fact("wish")
        wish = f"{part}, {said}".rstrip(", ") if part else said
        opened = await asked.shop.changes.open_exchange(order.number, wish)
        until = order.returnable_until
        told = self.say(
            "started" if opened.new else "already_started",
            order,
            asked,
            exchange_number=number(opened.number),
            day=by_day(until, order.as_of, asked.locale) if until else "",
            **_part(order, asked),
        )
        return learnt(told, exchange_number=opened.number, wish=wish if opened.new else "")


def _part(order: Order, asked: Asked) -> dict[str, str]:
    """Which part of the order is exchanged, where the customer said so, in place of all its goods."""
    return only(order, asked, "start_exchange.only")
