"""One pass through the bot's form: what is known, who it is, what is asked next, and when to stop. Tasks do the checking."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from rasa_sdk.events import SlotSet

from actions import TASKS, TaskResult
from actions.cancel_order import PART
from actions.meaning.kept import ASIDE, OFFERED, kept_in, written
from actions.meaning.lacks import tells_fact
from actions.meaning.note_begun import only_begins
from actions.meaning.note_words import as_note
from actions.meaning.parts import told_with
from actions.order_task import CONFIRM, WHICH, OrderTask
from actions.owned import LAST
from actions.plans import OF_PART, OF_REQUEST, PLANS
from actions.reading.number_kinds import orders_in
from actions.talk.choosing import Choosing
from actions.talk.goods_onward import goods_onward
from actions.talk.heard import FREE, hear, is_question
from actions.talk.notes import note, tell
from actions.talk.pieces import of_number
from actions.talk.proving import PATIENCE
from actions.talk.shop import HOLDER
from actions.talk.tax_numbers import of_tax
from actions.talk.turn import locale_of, medium_of, set_this_turn
from actions.task import Facts
from actions.words import result as ended_in

TOLD = ("order_number", "return_reason", "issue", "details", "wish")  # of a need that is being dealt with
MOST_DETAILS, LEAST_DETAIL = 400, 2  # characters of what went wrong; of one piece of it
ADDRESS = "address"  # of an order, asked for before it is known whose it is
COURTESIES = frozenset({"thanks", "greeting", "goodbye"})
SMALL_TALK = frozenset({"affirm", "deny", "thanks", "greeting", "goodbye", "inform"})
REFUSED = {"en": "my card is declined at checkout", "zh": "结算的时候付款失败"}
YES_NO = {
    "en": (("Yes, please", "/affirm"), ("No, leave it", "/deny")),
    "zh": (("是的", "/affirm"), ("不用了", "/deny")),
}


class Filling(Choosing):
    """The slots one message changes, and what is asked next (None: the form is done)."""

    def begin(self) -> None:
        """A need begins: no offer stands any more, and nothing is agreed to. With what was offered comes what was said of it."""
        offered = self.get("offer") == "next" and self._tracker.get_slot("offered_need") == self.get("need")
        self._take(offered=offered)
        for slot in ("offer", "confirmed", "ended"):
            self.set(slot, None)
        if not self.plan.of_order and self.plan.identity and not self.get("customer_id"):
            why = ended_in(self.plan.task, "identity_needed", locale_of(self._tracker))
            self._dispatcher.utter_message(text=why.words)

    def _take(self, *, offered: bool) -> None:
        """What was said of a request that was kept for later, now that it is dealt with; what is not is forgotten."""
        kept = kept_in(self.get("later") or "")
        if not kept or kept[0].need != OFFERED:
            return
        self.set("later", written(kept[1:]) or None)
        if not offered:
            return
        heard = hear(replace(self._turn, text=kept[0].words, intent=self.get("need"), entities={}), None)
        onward = self.plan.by[1].values() if self.plan.by else ()
        for slot in (*self.plan.asks, *(asked for need in onward for asked in PLANS[need].asks)):
            if heard.get(slot) is not None and self.get(slot) is None:
                self.set(slot, heard[slot])
        said, now = kept[0].words, set_this_turn(self._tracker)  # the yes names none
        if self.get("need") == "delivery_note" and said and not self.get("delivery_note") and not only_begins(said):
            self.set("delivery_note", as_note(said))
        if self.get("need") in OF_PART and said:
            self.set("goods", told_with(told_with(None, said), self.get("goods") or ""))
        elif "goods" in now and said:
            self.set("goods", said)
        if "details" in now and said and "details" in self.plan.may_hear:
            self.set("details", said)

    def switch(self, need: str, heard: dict[str, Any]) -> None:
        """Another need takes the place of the one before; what that one asked for is forgotten."""
        if self._turn_back(need) and not self.get("later"):
            self.set("later", f"{self.get('need')} {self.get('order_number') or ''}".strip())
        goods = goods_onward(self._tracker, self._turn, self.get("need"), need, self.get("goods"))
        for slot in OF_REQUEST:
            self.set(slot, heard.get(slot, goods if slot == "goods" else None))
        if need == "delivery_problem" and not self._turn.is_payload and self.get("details") is None:
            self.set("details", self._turn.text[:200])
        self.set("need", need)
        self.set("choosing", None)  # from those with which the other could be done
        self.begin()

    async def turns_to(self, need: str, heard: dict[str, Any], asked: str) -> None:
        """The mind was changed at this question; the order is the one named with it, or the one of those told that suits."""
        self.switch(need, heard)
        self.of_order_named(asked in (*FREE, "details"))
        if asked == "order_number":
            await self.of_listed()

    def _turn_back(self, need: str) -> bool:
        """Whether what was begun is offered again afterwards: where something is only asked before its words are given."""
        waits = self._tracker.get_slot("requested_slot") in ("new_address", "invoice_title", "tax_number")
        return waits and is_question(self._turn) and not PLANS[need].confirm and PLANS[need].by is None

    def of_order_named(self, asked_free: bool) -> None:
        """The order that is named with another need, where words were asked for, which have numbers of their own."""
        named = (
            orders_in(self._turn.said, HOLDER.get().order_digits) if asked_free and not self._turn.is_payload else ()
        )
        if len(named) == 1:
            self.set("order_number", named[0])

    def put_back(self, asked: str, number: str) -> None:
        """What was asked is not answered by the words, and it is about this order, whichever they name."""
        self.set("order_number", number)
        if asked in set_this_turn(self._tracker):
            self.set(asked, None)

    def events(self, misses: int = 0) -> list[Any]:
        """The changed slots, and the next question. What was told until then the front desk keeps for when the bot is gone."""
        asked = None if self._over else self._instead or self._next()
        if asked is not None:
            told = {slot: str(value) for slot in TOLD if (value := self.get(slot)) and value != LAST}
            self._dispatcher.utter_message(json_message=note("told", facts=told))
        self.set("choosing", asked == "order_number" and bool(self.get("customer_id")))
        self._changed["misses"] = misses  # Rasa takes a form that sets nothing for one that was rejected
        return [*self._slots(), SlotSet("requested_slot", asked)]

    def ended(self, how: str) -> list[Any]:
        """Nothing was begun; what there was to say is said."""
        return [SlotSet("ended", how), SlotSet("requested_slot", None)]

    def goes_on(self, words: str) -> list[Any]:
        """Part of the number is there: the rest is asked for with these words, in place of the question. Nothing was missed."""
        self._dispatcher.utter_message(text=words)
        asked = self.events(int(self.get("misses") or 0))
        return [*asked, SlotSet("choosing", None)]  # its question is put to who chooses, or to who does not

    def asks_instead(self, slot: str) -> list[Any]:
        """This is asked for, whatever else is still missing."""
        self._instead = slot
        return self.events()

    async def again(self, *, misses: int = 0) -> list[Any]:
        """The question stands and is asked again, with what belongs to it; too often, and a person is fetched."""
        if misses >= PATIENCE:
            return self._give_up()
        await self.onward()
        return self.events(misses)

    async def missed(self, asked: str) -> list[Any]:
        """No answer in the message: say what is missing and ask again, a few times; then fetch a person."""
        misses = int(self.get("misses") or 0) + 1
        self.set("misses", misses)
        if misses >= PATIENCE:
            return self._give_up()
        if asked == "order_number":
            self.set("choosing", bool(self.get("customer_id")))
            if self.get("choosing") and (only := await self._only_suiting()):
                self.set("order_number", only)
                return await self.again(misses=misses)
            if self.get("choosing") and misses == PATIENCE - 1 and self._tracker.get_slot("listed"):
                await self._ask_place()
                return self.events(misses)
            if self._fits:
                return await self.again(misses=misses)
            missing = "which_missing" if self.get("choosing") else "tracking" if self._tracks() else "missing"
            self._dispatcher.utter_message(text=of_number(missing, self._tracker))
        elif asked != "confirmed" or (await self._would_be()).outcome != WHICH:
            self._say_what_is_missing(asked)
        self._dispatcher.utter_message(json_message=note("fallback"))
        if asked == "confirmed" or self.get("choosing"):  # nobody says yes to what was read back some turns ago
            await self.onward()
            return self.events(misses)
        return [*self._slots(), SlotSet("requested_slot", asked)]

    def _say_what_is_missing(self, asked: str) -> None:
        """That it was no answer, or that a question can't be answered here; of a tax number, how it looks."""
        free = ("confirmed", "new_address", "invoice_title", "tax_number")
        if asked in free and is_question(self._turn):
            self._dispatcher.utter_message(response="utter_cannot_tell")
        elif asked == "tax_number":
            self._dispatcher.utter_message(text=of_tax("missing", self._tracker))
        else:
            self._dispatcher.utter_message(response=f"utter_need_{asked}")

    def told_more(self, asked: str) -> bool:
        """Whether what was said instead of a yes or a number is more of what went wrong: it is written down with the rest.
        What has no name of its own is what went wrong."""
        known, told = self.get("details") or "", self._turn.text.strip()
        room = MOST_DETAILS - len(known) - len(told)
        at = (
            asked in ("confirmed", "order_number", "issue")
            and "details" in self.plan.may_hear
            and not self._turn.is_payload
        )
        empty = self._turn.intent in (COURTESIES if asked == "confirmed" else SMALL_TALK)
        empty = empty and not tells_fact(told)
        if not at or empty or room < 0 or is_question(self._turn) or len(told) < LEAST_DETAIL:
            return False
        self.set("details", f"{known} {told}".strip())
        if asked == "issue":
            self.set("issue", "other")
        self._dispatcher.utter_message(response="utter_details_noted")
        return True

    def without_tax_number(self) -> list[Any]:
        """No company's invoice then: whom it is made out to is asked anew."""
        self._dispatcher.utter_message(response="utter_without_tax_number")
        for slot in ("invoice_kind", "invoice_title"):
            self.set(slot, None)
        return self.events()

    def _give_up(self) -> list[Any]:
        self._dispatcher.utter_message(response="utter_no_further")
        self._dispatcher.utter_message(json_message=note("handoff", reason="failures"))
        self.set("misses", 0)
        self.set("ended", "gave_up")
        return [*self._slots(), SlotSet("requested_slot", None)]

    async def onward(self) -> None:
        """Do what can be done before the next question: prove identity, show the orders, ask for the yes."""
        self._any_number()
        self._end_of_itself()
        await self._verify()
        await self._tell_asides()
        if self._over:
            return
        if self._next() == "order_number" and self.get("customer_id"):
            await self._show_orders()
        if self.plan.weigh_first and self._next() in self.plan.asks:
            await self._weigh()
        if self._next() == "confirmed":
            await self._ask_yes()

    async def _tell_asides(self) -> None:
        """How other orders stand, and where this one goes, where that was asked before it was known whose they are."""
        kept = kept_in(self.get("later") or "")
        asides = [one for one in kept if one.need == ASIDE]
        if not asides or not self.get("customer_id"):
            return
        for one in asides:
            task, number = (
                ("tell_address", self.get("order_number")) if one.words == ADDRESS else ("order_status", one.number)
            )
            if not number:
                return  # which order it is comes first
            told = await self._run(task, {**self._whose(), "order_number": number})
            tell(self._dispatcher, told, medium_of(self._tracker))
        self.set("later", written(one for one in kept if one.need != ASIDE) or None)

    async def retract(self, left_out: str | None = None, numbers: Sequence[str] = ()) -> list[Any]:
        """The order named before is not the one that is meant; one of these may be."""
        self._dispatcher.utter_message(response="utter_another_order")
        self.take_instead(left_out or self.get("order_number"), numbers)
        return await self.again()

    def take_instead(self, left_out: str | None, numbers: Sequence[str]) -> None:
        """The order is not meant; one of these is, if there are any: the only one is taken, several are told."""
        for slot in ("order_number", "goods", "confirmed", *({"return_reason"} & set_this_turn(self._tracker))):
            self.set(slot, None)
        self._left_out = left_out
        if numbers:
            self.set("order_number" if len(numbers) == 1 else "goods", " ".join(numbers))

    async def tell_refused(self) -> None:
        """What helps where a payment does not go through and nothing is ordered, as the shop wrote it down."""
        result = await self._run("answer_question", {"question": REFUSED[locale_of(self._tracker)]})
        if result.outcome == "answered":
            tell(self._dispatcher, result, medium_of(self._tracker))

    def withheld(self) -> list[Any]:
        """What proves whose an order is will not be told: said why it is asked for, and a person is offered."""
        self.tell_of("verify_identity", "mismatch", "verify_identity.withheld")
        self.offer_person("task")
        return self.events()

    def postage_only(self) -> list[Any]:
        """What delivery cost is a colleague's to pay back; nothing is sent back for it, and nobody need prove who they are."""
        self.set("need", "refund_request")
        self.begin()
        self.close(ended_in(self.plan.task, "needs_person", locale_of(self._tracker), "request_refund.postage"))
        return self.events()

    async def _weigh(self) -> None:
        """Nobody spells out an address for an order that can't be changed any more."""
        asked = await self._would_be()
        if asked.outcome not in (CONFIRM, WHICH, *self.plan.again):
            self.close(asked)

    async def _would_be(self) -> TaskResult:
        """What the task would do with what is known, as a question; or how it would end."""
        task = cast("OrderTask", TASKS[self.plan.task])
        return await task.ask(self.facts(), HOLDER.get(), locale_of(self._tracker), medium_of(self._tracker))

    async def _ask_yes(self) -> None:
        """Read back what would be done; or, when it can't be done, say so and stop."""
        locale, medium = locale_of(self._tracker), medium_of(self._tracker)
        asked = await self._would_be()
        anew = self.plan.again.get(asked.outcome)
        if asked.outcome == PART:
            await self._of_items(asked.facts)
            return
        if asked.outcome not in (CONFIRM, WHICH) and anew is None:
            self.close(asked)
            return
        self.set("order_number", asked.facts.get("order_number") or self.get("order_number"))
        buttons = [{"title": title, "payload": payload} for title, payload in YES_NO[locale]]
        words = asked.spoken if medium == "voice" else asked.words
        no_yes = anew or asked.outcome == WHICH or "lacks" in asked.facts
        self._dispatcher.utter_message(text=words, buttons=None if no_yes else buttons)
        if anew is not None:
            self.set(anew, None)
            self._instead = anew

    async def _of_items(self, told: Facts) -> None:
        """Not the whole order is to be cancelled: what of it is, the warehouse is told."""
        self.set("need", "change_items")
        self.set("new_items", told["new_items"])
        await self._ask_yes()

    def facts(self) -> Facts:
        """What the need's task may know."""
        task = TASKS[self.plan.task]
        values = {name: self.get(name) for name in (*task.needs, *task.may_use)}
        return {name: value for name, value in values.items() if isinstance(value, str) and value}
