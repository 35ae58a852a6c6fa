"""What is asked at the yes about the order itself, and is told from its own data: how much comes back, when it was bought."""

import re

from rasa_sdk import Tracker

from actions import TaskResult
from actions.meaning.costs import asks_sum
from actions.meaning.parts import goods_meant
from actions.order import Order
from actions.plans import OF_PART
from actions.talk.shop import own_order
from actions.talk.turn import locale_of
from actions.words import by_day, money, result

GOES_BACK = frozenset({"return_item"})  # what is read back does not hold the sum
LONGEST = 40  # characters; a longer question asks more
_WHEN_BOUGHT = re.compile(
    r"^(?:(?:and|so|ok|wait|but|by the way)[, ]+)*when (?:did (?:i|we) (?:buy|order|purchase|get)|was (?:it|that|this) (?:bought"
    r"|ordered|placed))\b[^,.]{0,20}$|^[那请问我这个单是,，。 ]*(?:什么时候|啥时候|哪天|几号|何时)(?:买|下单|拍|订"
    r"|购买)的?[呀啊呢?？。]*$",
    re.I,
)
_SUM_BACK = re.compile(
    r"^(?:(?:and|so|ok|wait|but)[, ]+)*how much (?:money )?(?:do|will|would|can) (?:i|we) get(?: back| for (?:it|them"
    r"|that))*[ ?.]*$"
    r"|^[那请问,，。 ]*(?:会|能|可以|一共|总共)*(?:退|返|还)(?:回|给)?我?(?:多少)(?:钱|元|块)?(?:给我)?[呀啊呢?？。]*$",
    re.I,
)


async def told_of_order(tracker: Tracker, said: str, need: str) -> TaskResult | None:
    """The answer, where only that is asked; None for all else, and where the shop does not tell."""
    text = said.strip()
    of_sum = need in GOES_BACK and (asks_sum(text) or _SUM_BACK.match(text) is not None)
    bought = _WHEN_BOUGHT.match(text) is not None
    if len(text) > LONGEST or not (of_sum or bought):
        return None
    order = await _order(tracker)
    if order is None:
        return None
    locale = locale_of(tracker)
    if bought:
        when = by_day(order.placed_on, order.as_of, locale)
        return result("answer_question", "answered", locale, "order_task.placed", number=order.number, day=when)
    told = tracker.get_slot("goods") if need in OF_PART else None
    meant = goods_meant(order.lines, told or "").lines or order.lines
    amount = money(sum(line.quantity * line.price for line in meant), order.currency, locale)
    return result("answer_question", "answered", locale, "start_return.sum", amount=amount)


async def _order(tracker: Tracker) -> Order | None:
    return await own_order(tracker.get_slot("customer_id"), tracker.get_slot("order_number"))
