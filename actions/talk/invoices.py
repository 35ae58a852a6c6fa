"""Invoices beyond the form's own questions: like the last one, to another mailbox, and an order asked after in between. Knows the
tracker."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import TASKS
from actions.meaning.invoice_mails import like_the_last, missed_mail
from actions.owned import owned_order
from actions.reading.number_kinds import orders_in
from actions.shop import ShopCannot, ShopDown
from actions.talk.filling import Filling
from actions.talk.minds import sure
from actions.talk.notes import tell
from actions.talk.outcomes import last_outcome
from actions.talk.shop import HOLDER
from actions.talk.turn import CustomerTurn, locale_of, medium_of
from actions.words import WORDS

ASKED = frozenset({"invoice_title", "tax_number"})  # whose answers have numbers of their own


async def like_last_invoice(turn: CustomerTurn, tracker: Tracker, need: str | None) -> dict[str, Any]:
    """Whom the invoice is for, where it is to be like the one of the order before; nothing for all else."""
    before = (tracker.get_slot("talked_of") or "").split()
    if need != "invoice" or not before or not tracker.get_slot("customer_id") or not like_the_last(turn.said):
        return {}
    for number in before:
        try:
            own = await owned_order(
                HOLDER.get(), {"customer_id": tracker.get_slot("customer_id"), "order_number": number}
            )
            invoice = (
                await HOLDER.get().money.invoice(own.number) if own else None
            )  # somebody else's was only asked for
        except (ShopCannot, ShopDown, OSError):
            return {}
        if invoice is not None:
            wish = invoice.wish
            company = {"tax_number": wish.tax_number} if wish.tax_number else {}
            return {"invoice_kind": wish.kind, "invoice_title": wish.title, **company}
    return {}


def other_mailbox(found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> list[Any]:
    """Where the mail with the invoice did not come: which other mailbox it shall go to; nothing where one is named."""
    sent = last_outcome(tracker, beside=frozenset({"answer_question"})).get("task") == "request_invoice"
    known = tracker.get_slot("customer_id") and tracker.get_slot("order_number")
    if found.get("need") != "invoice" or not sent or not known or found.get("email") or not missed_mail(turn.said):
        return []
    found.begin()
    found.set("invoice_kind", "same")
    dispatcher.utter_message(text=WORDS[locale_of(tracker)]["request_invoice.not_there"])
    return found.asks_instead("email")


async def told_of_way(
    found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, asked: str
) -> bool:
    """Whether where an order is was asked while a company's name or number is waited for: it is told, and that is asked again."""
    numbers = orders_in(turn.said, HOLDER.get().order_digits)
    asks = asked in ASKED and turn.intent == "order_status" and sure(turn) and len(numbers) <= 1
    if not asks or not found.get("customer_id"):
        return False
    facts = {"customer_id": found.get("customer_id"), "order_number": next(iter(numbers), found.get("order_number"))}
    medium = medium_of(tracker)
    tell(dispatcher, await TASKS["order_status"].run(facts, HOLDER.get(), locale_of(tracker), medium), medium)
    return True
