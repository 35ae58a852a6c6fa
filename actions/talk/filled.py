"""What is known within a need: the slots that one message changes, and which of them is still wanted. Knows the tracker."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.meaning.kept import ASIDE, Kept, kept_in, written
from actions.owned import LAST
from actions.plans import PLANS, Plan
from actions.reading.contacts import Contact, contact_in
from actions.talk.heard import SECRETS
from actions.talk.suiting import only_suiting, suiting_first
from actions.talk.turn import CustomerTurn
from actions.task import Facts

WHOSE = frozenset({"order_number", *SECRETS})  # what shows whose orders they are


class Filled:
    """The slots as they stand after this message, and the first that is missing."""

    def __init__(self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, need: str) -> None:
        self._dispatcher = dispatcher
        self._tracker = tracker
        self._turn = turn
        self._changed: dict[str, Any] = {}
        self._over = False
        self._left_out: str | None = None
        self._fits = False
        self._instead: str | None = None
        self.set("need", need)

    @property
    def plan(self) -> Plan:
        return PLANS[self.get("need")]

    def get(self, slot: str) -> Any:
        return self._changed[slot] if slot in self._changed else self._tracker.get_slot(slot)

    def set(self, slot: str, value: Any) -> None:
        if self.get(slot) != value:
            self._changed[slot] = value

    def _slots(self) -> list[Any]:
        return [SlotSet(name, value) for name, value in self._changed.items()]

    def _next(self) -> str | None:
        """The first slot without a value. A verified customer proves nothing; a plan may turn into another one."""
        for slot in self.plan.slots:
            if self.wanted(slot) and self.get(slot) is None:
                return slot
        turned = self.plan.by[1].get(self.get(self.plan.by[0])) if self.plan.by else None
        if turned is None:
            return None
        self.set("need", turned)
        return self._next()

    def wanted(self, slot: str) -> bool:
        """Whether the need asks for it, by what is known: whom a personal invoice is for has no tax number."""
        if slot in WHOSE:
            return self._proves(slot)
        condition = self.plan.only_if.get(slot)
        return condition is None or self.get(condition[0]) in condition[1]

    def _proves(self, slot: str) -> bool:
        """Whether it is needed to know whose orders they are: a number and digits, or a contact and what proves it."""
        verified, contact = bool(self.get("customer_id")), self._contact()
        if slot == "order_number":
            return self.plan.of_order if verified else contact is None
        by_phone = contact is not None and contact.kind == "phone"
        return not verified and (slot == "proof") is by_phone

    def _contact(self) -> Contact | None:
        """By what the orders are looked for, where no number leads to one."""
        return contact_in(self.get("contact") or "") if self.get("order_number") in (None, LAST) else None

    def keep_for_later(self, need: str) -> None:
        """This is wanted afterwards, of the same order."""
        kept = [one for one in kept_in(self.get("later") or "") if one.need != need]
        self.set("later", written([*kept, Kept(need, self.get("order_number") or "")]))

    def set_aside(self, number: str, instead: str | None) -> None:
        """How this order stands is told later; what was begun goes on with the one it was about, if there was one."""
        kept = kept_in(self.get("later") or "")
        self.set("later", written([Kept(ASIDE, number), *kept]))
        self.set("order_number", instead)

    async def _only_suiting(self) -> str | None:
        return await only_suiting(self._tracker, self.plan, self.get("customer_id"), self._turn.said)

    async def _suiting_first(self, goods: str) -> str:
        return await suiting_first(self._tracker, self.plan, self.get("customer_id"), goods)

    def _whose(self) -> Facts:
        return {"customer_id": self.get("customer_id")}
