"""Whose orders they are: what shows it, checked as soon as it is there, and a person offered where it can't be shown."""

from actions import TASKS, TaskResult
from actions.owned import LAST
from actions.reading.number_kinds import looks_like_phone
from actions.talk.filled import Filled
from actions.talk.heard import SECRETS
from actions.talk.heard_orders import lacks_number, other_shape
from actions.talk.notes import tell
from actions.talk.pieces import of_number
from actions.talk.shop import HOLDER
from actions.talk.turn import locale_of, medium_of
from actions.task import Facts
from actions.words import result as ended_in

PATIENCE = 3  # turns without progress before a person is fetched; tries of identity before one is offered


class Proving(Filled):
    """The slots of one message, with the customer proved by what it holds."""

    def _any_number(self) -> None:
        """Who the customer is, and so which order is their newest, is known by any of their orders, or by a contact."""
        if self.get("customer_id") or not self.plan.identity or self._contact() is not None:
            return
        if self.get("order_number") == LAST:
            self._dispatcher.utter_message(text=of_number("any", self._tracker))
            self.set("order_number", None)
        elif self.get("order_number") is None and lacks_number(self._turn, "order_number"):
            self._dispatcher.utter_message(text=of_number("where", self._tracker))
        elif self.get("order_number") is None and self._tracks():
            self._dispatcher.utter_message(text=of_number("tracking", self._tracker))
        elif self.get("order_number") is None and other_shape(self._turn, HOLDER.get().order_digits):
            self._dispatcher.utter_message(text=of_number("missing", self._tracker))

    def _tracks(self) -> bool:
        """Whether a parcel's number is given, which tells nobody's order until it is known whose orders may be looked through."""
        return "tracking_number" in self._turn.entities

    async def _verify(self) -> None:
        """Check what is to be proved and its proof as soon as both are there; the proof is forgotten at once."""
        given = None if self.get("customer_id") else self._given()
        if given is not None or self.get("customer_id"):
            self._forget_proofs()
        if given is None:
            return
        task, facts = given
        caller = self._turn.known.get("caller") or self._tracker.sender_id
        result = await self._run(task, {**facts, "caller": caller})
        tell(self._dispatcher, result, medium_of(self._tracker))
        if result.outcome == "verified":
            self.set("customer_id", result.facts["customer_id"])
            self.set("mismatches", 0)
            self.set("contact", None)
            return
        number = facts.get("order_number", "")
        if result.outcome == "mismatch" and looks_like_phone(number) and self.get("contact") != number:
            self._take_for_phone()
            return
        mismatches = int(self.get("mismatches") or 0) + 1
        self.set("mismatches", mismatches)
        if result.outcome != "mismatch" or mismatches >= PATIENCE:
            self.offer_person("failures" if result.outcome == "mismatch" else "task")

    def _end_of_itself(self) -> None:
        """A number that ends in the very digits asked for is the phone's: nothing is tried with it as an order's."""
        number, last4 = self.get("order_number") or "", self.get("last4")
        if not self.get("customer_id") and last4 and looks_like_phone(number) and number.endswith(last4):
            self._take_for_phone()
            self._forget_proofs()

    def _take_for_phone(self) -> None:
        """It led to no order as an order number: the look-up goes on by it. No try of the customer's is counted."""
        self._dispatcher.utter_message(response="utter_taken_for_phone")
        self.set("contact", self.get("order_number"))
        self.set("order_number", None)

    def _given(self) -> tuple[str, dict[str, str]] | None:
        """The task that proves who it is and what it needs; None while something is missing."""
        order, contact, last4 = self.get("order_number"), self._contact(), self.get("last4")
        if contact is None:
            return ("verify_identity", {"order_number": order, "last4": last4}) if order and last4 else None
        proof = last4 if contact.kind == "email" else self.get("proof")
        return ("verify_contact", {"contact": self.get("contact"), "proof": proof}) if proof else None

    def _forget_proofs(self) -> None:
        """Also those that only this message held: Rasa has written them into its slots."""
        self._changed |= {slot: None for slot in SECRETS if self.get(slot) is not None}

    def tell_of(self, task: str, outcome: str, key: str) -> None:
        """Says what a task has words for; nothing was run."""
        self._dispatcher.utter_message(text=ended_in(task, outcome, locale_of(self._tracker), key).words)

    def offer_person(self, reason: str) -> None:
        """The form can't go on with this customer; whether somebody shall is asked."""
        self._dispatcher.utter_message(response="utter_offer_person")
        self._over = True
        for slot in ("order_number", "contact"):
            self.set(slot, None)
        for slot, value in (("offer", "person"), ("offer_reason", reason), ("mismatches", 0)):
            self.set(slot, value)
        self.set("ended", "unproven")

    async def _run(self, task: str, facts: Facts) -> TaskResult:
        return await TASKS[task].run(facts, HOLDER.get(), locale_of(self._tracker), medium_of(self._tracker))
