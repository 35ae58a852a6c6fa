"""What tasks about one order of a verified customer have in common: whose it is, what is down, what needs a person."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from actions.meaning.parts import MOST_TOLD, Meant, goods_meant
from actions.order import Locale, Order, OrderLine
from actions.owned import owned_order
from actions.shop import Shop, ShopCannot, ShopDown
from actions.task import Facts, Medium, TaskResult
from actions.words import WORDS, Form, by_day, goods, number, result

CONFIRM = "confirm"  # the outcome of asking only: this is what would be done, say yes
WHICH = (
    "which_goods"  # the outcome of asking where a part of the goods is meant, and it wasn't told which: that is asked
)
_COMMA = re.compile(r"(?<=[\u4e00-\u9fff]) ?, ?(?=[\u4e00-\u9fff0-9])|(?<=[0-9]) ?, ?(?=[\u4e00-\u9fff])")
UNSENT = frozenset({"placed", "paid"})  # before it is packed: it can be cancelled, and its goods changed
ANYWAY = ("not_found", "identity_needed", "needs_person", "shop_down")


@dataclass(frozen=True, slots=True)
class Asked:
    """All a task was given."""

    facts: Facts
    shop: Shop
    locale: Locale
    medium: Medium

    def fact(self, name: str, longest: int = 200) -> str:
        """What was given; between Chinese words with the comma that belongs there."""
        return _COMMA.sub("，", self.facts.get(name, "").strip()[:longest])


class OrderTask:
    """Needs `customer_id` (a verified one) and `order_number`. A task says in `about` what it does with the order."""

    name = ""
    needs: tuple[str, ...] = ("customer_id", "order_number")
    may_use: tuple[str, ...] = ()
    own: tuple[str, ...] = ()

    @property
    def outcomes(self) -> tuple[str, ...]:
        return (*self.own, *ANYWAY)

    async def run(self, facts: Facts, shop: Shop, locale: Locale, medium: Medium) -> TaskResult:
        return await self._guarded(Asked(facts, shop, locale, medium), confirmed=True)

    async def ask(self, facts: Facts, shop: Shop, locale: Locale, medium: Medium) -> TaskResult:
        """What `run` would do, as a question (`confirm`); or, when it would do nothing, how it would end."""
        return await self._guarded(Asked(facts, shop, locale, medium), confirmed=False)

    async def _guarded(self, asked: Asked, *, confirmed: bool) -> TaskResult:
        if not asked.facts.get("customer_id"):
            return result(self.name, "identity_needed", asked.locale)
        try:
            order = await owned_order(asked.shop, asked.facts)
            if order is None:
                return result(self.name, "not_found", asked.locale)
            return await (self.about(order, asked) if confirmed else self.would(order, asked))
        except ShopCannot:
            return result(self.name, "needs_person", asked.locale)
        except (ShopDown, OSError):
            return result(self.name, "shop_down", asked.locale)

    async def about(self, order: Order, asked: Asked) -> TaskResult:
        """Do it."""
        raise NotImplementedError

    async def would(self, order: Order, asked: Asked) -> TaskResult:
        """Only ask. What changes nothing is simply done."""
        return await self.about(order, asked)

    def say(self, outcome: str, order: Order, asked: Asked, key: str | None = None, **values: str | Form) -> TaskResult:
        """A result about the order; its words may use `number`, `goods` and the values, which may tell the goods otherwise."""
        said = result(
            self.name,
            outcome,
            asked.locale,
            f"{self.name}.{key}" if key else None,
            **{"number": number(order.number), "goods": goods(order.lines, asked.locale), **values},
        )
        return replace(said, facts={"order_number": order.number, "order_state": order.state})


class Change(OrderTask):
    """A task that changes the shop: `weigh` says why it can't be done, `do` does it. Asked for a yes before."""

    async def about(self, order: Order, asked: Asked) -> TaskResult:
        return await self.weigh(order, asked) or await self.do(order, asked)

    async def would(self, order: Order, asked: Asked) -> TaskResult:
        return await self.weigh(order, asked) or await self.question(order, asked)

    async def weigh(self, order: Order, asked: Asked) -> TaskResult | None:
        """How it ends without anything being done; None when it can be done."""
        raise NotImplementedError

    async def do(self, order: Order, asked: Asked) -> TaskResult:
        raise NotImplementedError

    async def question(self, order: Order, asked: Asked) -> TaskResult:
        """What would be done, to say yes or no to."""
        return self.say(CONFIRM, order, asked)


def noted(asked: Asked, fact: str, key: str) -> str:
    """What the customer said of their own, read back before they are asked for the yes; nothing when they said nothing."""
    said = asked.fact(fact, longest=60)
    return WORDS[asked.locale][key].format(said=said) if said else ""


def meant_of(order: Order, asked: Asked) -> Meant:
    """Which of the order's goods are meant, by what the customer said of them (`goods`)."""
    return goods_meant(order.lines, asked.fact("goods", longest=MOST_TOLD))


def which(task: OrderTask, order: Order, asked: Asked) -> TaskResult | None:
    """The question which of the goods are meant, where that is unclear."""
    if not meant_of(order, asked).unclear:
        return None
    return task.say(WHICH, order, asked, names=named(order.lines, asked.locale, "order_task.or"))


def only(order: Order, asked: Asked, key: str) -> dict[str, str]:
    """What stands in place of all goods of an order, where a part of them is meant; nothing where all are."""
    lines = meant_of(order, asked).lines
    if not lines or len(lines) == len(order.lines):
        return {}
    return {"goods": WORDS[asked.locale][key].format(goods=named(lines, asked.locale))}


def named(lines: Sequence[OrderLine], locale: Locale, last: str = "goods.two") -> str:
    """Goods by their names, all of them; `last` are the words that join the last one to the others."""
    names = [line.name.of(locale) for line in lines]
    if len(names) < 2:
        return "".join(names)
    comma = WORDS[locale]["order_task.comma"]
    return WORDS[locale][last].format(first=comma.join(names[:-1]), second=names[-1])


def learnt(said: TaskResult, **facts: str) -> TaskResult:
    """The result with more facts; empty ones are none."""
    return replace(said, facts={**said.facts, **{name: value for name, value in facts.items() if value}})


def working_days_after(start: date, days: int) -> date:
    """The day so many working days later (Monday to Friday)."""
    at = start
    while days > 0:
        at += timedelta(days=1)
        days -= at.weekday() < 5
    return at


def promised(order: Order, days: int, locale: Locale) -> str:
    """By when people of the shop answer, within a sentence."""
    return by_day(working_days_after(order.as_of, days), order.as_of, locale)
