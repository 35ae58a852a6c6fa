"""Which of a customer's orders is meant, where none is named: they are told, and chosen by their goods, facts or places."""

from collections.abc import Collection, Sequence

from actions.list_orders import only_numbers, places
from actions.talk.notes import tell
from actions.talk.proving import Proving
from actions.talk.shop import own_order
from actions.talk.suiting import order_before, suiting, with_facts, with_goods
from actions.talk.turn import locale_of, medium_of
from actions.task import TaskResult

SENT_BACK = frozenset({"return_item", "exchange_item"})


class Choosing(Proving):
    """The slots of one message, with the order that is chosen by it."""

    async def _show_orders(self) -> None:
        """A verified customer who names no order chooses from their newest; a single one is meant."""
        left_out = self._left_out or order_before(self._tracker)
        suit = await suiting(self._tracker, self.plan, self.get("customer_id"), left_out) if left_out else ()
        goods = self.get("goods") or ""
        if suit and not only_numbers(goods):
            goods = " ".join(suit)
        elif not left_out and self.get("choosing"):
            goods = goods or self._tracker.get_slot("listed") or ""
        elif not left_out and (first := await self._suiting_first(goods)):
            goods = first
            self.set("goods", first)
        fits = {"fits": "yes"} if self._fits and only_numbers(goods) else {}
        result = await self._run("list_orders", {**self._whose(), "goods": goods, **fits})
        numbers = result.facts.get("order_numbers", "").split()
        if len(numbers) == 1:
            self.set("order_number", numbers[0])
        elif not numbers:
            self.close(result)
        else:
            self.set("listed", " ".join(numbers))
            medium = medium_of(self._tracker)
            buttons = [{"title": n, "payload": f'/inform{{"order_number": "{n}"}}'} for n in numbers]
            self._dispatcher.utter_message(text=result.spoken if medium == "voice" else result.words, buttons=buttons)

    async def by_goods(self) -> bool:
        """Whether the message names what was bought instead of the order it was in: of one order, that is the one."""
        customer, said = self.get("customer_id"), self._turn.text
        if self._turn.is_payload or not customer or self.get("order_number"):
            return False
        listed = (self._tracker.get_slot("listed") or "").split() if self.get("choosing") else []
        if fit := await with_facts(customer, self._turn.said, listed):
            return self._chosen(fit, listed)
        result = await self._run("choose_order", {**self._whose(), "goods": said})
        numbers = result.facts.get("order_numbers", "").split()
        told = [number for number in numbers if number in listed]  # of those that were just told, before any other
        holding = await with_goods(self._tracker, customer, said)
        if not holding:
            return False
        chosen = self._chosen(told or numbers, listed)
        if chosen and self.get("order_number") and self.get("need") in SENT_BACK:
            self.set("goods", said[:200])  # of more than one thing only this one
        return chosen

    def named_only(self, put_right: Collection[str]) -> bool:
        """Whether no more is heard than words that point at one of the orders."""
        return "order_number" in put_right and self.get("order_number") is None and self._points()

    def _points(self) -> bool:
        return bool(self.get("goods") == self._turn.text[:200])

    def _chosen(self, numbers: Sequence[str], listed: Sequence[str]) -> bool:
        """Whether one of the orders is meant now, or fewer than were told: then those that fit are told."""
        several = len(numbers) > 1 and bool(listed)
        if len(numbers) == 1:
            self.set("order_number", numbers[0])
            self.set("goods", None if self._points() else self.get("goods"))
        elif several:
            self.set("goods", " ".join(numbers))
            self._fits = True
        return len(numbers) == 1 or (several and set(numbers) != set(listed))

    async def of_listed(self) -> None:
        """Of the orders that were just told, those with which the need can be met: the only one is meant."""
        listed = (self._tracker.get_slot("listed") or "").split() if self._tracker.get_slot("choosing") else []
        if self.get("order_number") or len(listed) < len(("one", "other")):
            return
        suit = await suiting(self._tracker, self.plan, self.get("customer_id"), "")
        numbers = [number for number in listed if number in suit]
        if len(numbers) == 1:
            self.set("order_number", numbers[0])
        elif numbers:
            self.set("goods", " ".join(numbers))

    async def _ask_place(self) -> None:
        """Ask in other words which of the orders it is: by its place, as the same question helped nobody."""
        listed, locale = (self._tracker.get_slot("listed") or "").split(), locale_of(self._tracker)
        orders = [await own_order(self.get("customer_id"), number) for number in listed]
        told = places([order for order in orders if order is not None], locale)
        self._dispatcher.utter_message(text=told.spoken if medium_of(self._tracker) == "voice" else told.words)

    def close(self, result: TaskResult) -> None:
        """The task said how it ends: tell it. What follows is said when the form is left."""
        tell(self._dispatcher, result, medium_of(self._tracker))
        self.set("ended", result.outcome)
        self._over = True
