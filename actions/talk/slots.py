"""Fills slots from each message before anything else happens: language, medium, who is known, the need, the numbers it holds."""

import itertools
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import ValidationAction

from actions.meaning.invoice_kinds import wants_plain
from actions.meaning.invoice_mails import missed_mail
from actions.meaning.kinds import kind_of, tells_trouble, two_changes
from actions.meaning.places import address_told
from actions.meaning.references import number_alone
from actions.plans import PLANS, Plan
from actions.reading.addresses import completed, has_street, postcode_in, proof_beside, spoken, without_proof
from actions.reading.characters import mandarin
from actions.reading.number_kinds import OrderDigits, bare_phone, nothing_but_digits
from actions.reading.numbers import runs_in
from actions.reading.orders_named import of_pieces
from actions.reading.phone_endings import last4_in
from actions.reading.sentences import is_said
from actions.reading.tax_numbers import tax_number_in
from actions.talk.answers import retracts
from actions.talk.both import both_at_yes, for_later
from actions.talk.goods_meant import goods_put_right, goods_told
from actions.talk.goods_named import order_of_goods, same_of_goods
from actions.talk.guesses import unclear, unsure
from actions.talk.heard import FREE, hear
from actions.talk.heard_orders import lacks_number
from actions.talk.invoices import like_last_invoice
from actions.talk.needs import LIKE_MAIL, need_of
from actions.talk.one_of import one_of_told
from actions.talk.order_stays import order_stays
from actions.talk.orders import which_orders
from actions.talk.outcomes import case_of_talk
from actions.talk.phones import with_new_phone
from actions.talk.pieces import begun, ends_phone, with_piece
from actions.talk.read_back import OUT, SURE_OF_WISH, at_the_yes, only_the_order
from actions.talk.recipients import of_recipient
from actions.talk.shop import HOLDER
from actions.talk.suiting import suiting_of_all
from actions.talk.tax_numbers import is_whole
from actions.talk.tax_numbers import with_piece as with_tax_piece
from actions.talk.titles import OF_A_COMPANY, told_early
from actions.talk.towns import of_saved
from actions.talk.turn import CustomerTurn, comes_back, locale_of, medium_of, said_before, turn_of

LANGS = ("en", "zh")
MEDIA = ("voice", "text")
WHOSE = ("order_number", "last4")  # a house has numbers, too, where these are asked for
TO_AN_ADDRESS = ("change_address", "change_order")
NOTED = ("delivery_note", "new_items", "wish")  # free words that others read
_LAST4 = OrderDigits(4, 4)
ALWAYS = ("order_number", "case_number", "last4", "contact", "proof", "confirmed")
AWAY, MISSING = frozenset({"not_received", "lost"}), "没收到"  # of what never came, nothing can be broken


class SlotsOfTurn(ValidationAction):
    """Rasa runs it after every message (`action_validate_slot_mappings`). Only changes are written down."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        turn = turn_of(tracker)
        asked = tracker.get_slot("requested_slot") if tracker.active_loop.get("name") else None
        same = {} if asked else await same_of_goods(turn, tracker)
        last = tracker.get_slot("last_need") if same else None
        need = (tracker.get_slot("need") if asked else None) or last or need_of(turn, tracker)
        same = same or ({} if asked else await order_of_goods(turn, tracker, need))
        same |= await like_last_invoice(turn, tracker, need)
        found = {**_told(turn), **_heard(turn, asked, tracker, need), **same}
        found |= {} if asked else of_saved(turn, tracker, need, found)
        found = await goods_put_right(turn, asked, tracker, need, found)
        found = await order_stays(turn, asked, tracker, need, found)
        found = await both_at_yes(turn, asked, tracker, need, found)
        found = await suiting_of_all(turn, asked, tracker, need, found)
        found = one_of_told(turn, asked, tracker, found)
        found = with_new_phone(turn, asked, tracker, need, found)
        found = of_recipient(turn, asked, tracker, need, found)
        if asked is None and need is not None:
            found["need"] = need
        if asked is None and not unclear(turn) and not unsure(turn, need):
            found["misses"] = 0
        if turn.entities.get("later"):
            found |= for_later(turn.entities["later"], tracker, asked, found)
        return [SlotSet(name, value) for name, value in found.items() if tracker.get_slot(name) != value]


def _told(turn: CustomerTurn) -> dict[str, Any]:
    """What the front desk says of the session."""
    told: dict[str, Any] = {}
    if turn.lang in LANGS:
        told["language"] = turn.lang
    elif any("㐀" <= c <= "鿿" for c in turn.text):
        told["language"] = "zh"  # asked without the front desk (`rasa shell`)
    if turn.medium in MEDIA:
        told["medium"] = turn.medium
    if "customer_id" in turn.known:
        told["customer_id"] = turn.known["customer_id"]
    return told


def _heard(turn: CustomerTurn, asked: str | None, tracker: Tracker, need: str | None) -> dict[str, Any]:
    """What the customer's words hold, of what the need asks for. An order known from before counts when none is named."""
    plan = PLANS.get(need) if need else None
    wanted = _wanted(plan, asked)
    found = {slot: value for slot, value in _of_one_change(turn, asked, need).items() if slot in wanted}
    found = _who_it_is(turn, asked, tracker, plan, found)
    found |= which_orders(turn, asked, tracker, need, found)
    if need == "account_problem" and "email" not in found and (address := LIKE_MAIL.search(turn.said)):
        found["email"] = address[0]
    if need in TO_AN_ADDRESS and asked is None and "new_address" in found and (digits := proof_beside(turn.text)):
        found = {"last4": digits, **found}
    of_company = asked in OF_A_COMPANY or (
        asked == "confirmed" and tracker.get_slot("invoice_kind") not in (None, "personal")
    )
    if found.get("invoice_kind") == "personal" and "invoice_title" not in found and of_company:
        found |= dict.fromkeys(OF_A_COMPANY)
    if asked in WHOSE and need in TO_AN_ADDRESS and not turn.is_payload:
        found = _beside_proof(turn, asked, tracker.get_slot("new_address"), found)
    if (
        need == "invoice" == tracker.get_slot("last_need")
        and asked is None
        and ("email" in found or missed_mail(turn.said))
    ):
        found = {"invoice_kind": "same", **found}  # as it was, to another address
    if need == "invoice" and tracker.get_slot("invoice_kind") == "vat_special" and wants_plain(turn.said):
        found["invoice_kind"] = "company"
    if found.get("issue") == "damaged" and tracker.get_slot("issue") in AWAY:
        found["issue"] = kind_of("issue", f"{MISSING} {turn.said}")  # a camera that broke did not come in the parcel
    found |= _of_trouble(turn, asked, tracker, need, found.get("issue"))
    if need == "case_status" and not asked and "case_number" not in found and (case := case_of_talk(tracker)):
        found["case_number"] = case
    found |= _in_pieces(turn, asked, tracker, found)
    found |= _proof_beside(turn, asked, tracker, found)
    found |= goods_told(turn, asked, tracker, need, found)
    if asked == "confirmed":
        return {} if comes_back(turn, tracker) else at_the_yes(turn, tracker, need, found)
    return only_the_order(found) if retracts(turn, asked) else _without_proof(found)


def _without_proof(found: dict[str, Any]) -> dict[str, Any]:
    """What is heard, without the digits that prove the order behind what is to be noted (改成后天送 6688)."""
    last4 = found.get("last4")
    noted = [slot for slot in NOTED if last4 and isinstance(found.get(slot), str)]
    return {**found, **{slot: re.sub(rf"[\s,，]+{last4}[\s.。]*$", "", found[slot]) for slot in noted}}


def _beside_proof(turn: CustomerTurn, asked: str | None, known: object, found: dict[str, Any]) -> dict[str, Any]:
    """What is heard, with an address said instead of a number that was asked for, or with a line more of one."""
    if has_street(turn.text[:300]):
        return _with_address(turn.text.strip(), found)
    wants = turn.intent in {*PLANS, *OUT} and turn.confidence >= SURE_OF_WISH
    more = isinstance(known, str) and asked == "last4" and "last4" not in found and not wants
    if not more or postcode_in(str(known)) is not None or is_said(turn.text):
        return found
    code = "".join(runs_in(turn.said)) if nothing_but_digits(turn.said) else ""
    line = completed(str(known), code or turn.text)
    return {**{k: v for k, v in found.items() if k != "order_number"}, "new_address": line} if line else found


def _with_address(said: str, found: Mapping[str, Any]) -> dict[str, Any]:
    """What is heard, of a message that is an address and was to be a number: the house's is none, unless the phone's is named."""
    plain, digits = without_proof(said), proof_beside(said)
    heard = {slot: value for slot, value in found.items() if slot not in WHOSE or (plain != said and slot == "last4")}
    address = address_told(plain) or spoken(plain)[:200]
    return {**heard, **({"last4": digits} if digits else {}), "new_address": address, "change_kind": "address"}


def _wanted(plan: Plan | None, asked: str | None) -> set[str | None]:
    """The slots that a message may fill: what is always heard, what was asked, what the need asks for or turns to."""
    onward = plan.by[1].values() if plan and plan.by else ()
    of_plan = (*plan.asks, *plan.again.values(), *plan.may_hear) if plan else ()
    return {*ALWAYS, "later", *of_plan, asked, *(slot for turned in onward for slot in PLANS[turned].asks)}


def _who_it_is(
    turn: CustomerTurn, asked: str | None, tracker: Tracker, plan: Plan | None, found: dict[str, Any]
) -> dict[str, Any]:
    """What is heard, with a contact only where it tells whose the order is, and in place of a number where that is known to lead
    nowhere."""
    if lacks_number(turn, asked):
        found["numberless"] = True
    elif tracker.get_slot("numberless") and (phone := bare_phone(found.get("order_number"))):
        found |= {"order_number": None, "contact": phone}
    known = tracker.get_slot("customer_id") or "customer_id" in turn.known
    if known or (asked is None and not _leads_by_contact(plan)):
        found.pop("contact", None)
    if "contact" in found and "order_number" not in found and tracker.get_slot("mismatches"):
        found["order_number"] = None  # it led nowhere: the contact takes its place
    return found


def _of_one_change(turn: CustomerTurn, asked: str | None, need: str | None) -> dict[str, Any]:
    """What is heard; of two changes of an order only the first, and the other kept for later."""
    two = two_changes(turn.said) if need == "change_order" and asked is None and not turn.is_payload else None
    heard = dict(hear(replace(turn, text=two[0]) if two else turn, asked, HOLDER.get().order_digits))
    heard = told_early(turn, need, asked, heard)
    if two:
        heard["later"] = f"{PLANS['change_order'].turned(two[1])} {heard.get('order_number') or ''}".strip()
    return heard


def _of_trouble(
    turn: CustomerTurn, asked: str | None, tracker: Tracker, need: str | None, issue: str | None
) -> dict[str, Any]:
    """What went wrong, in the customer's words: those it began with, and those that name a trouble without a name. A button
    says nothing of it, so it is asked for."""
    if need == "payment_case" and asked is None:
        return {"details": turn.text[:200]}
    if need != "delivery_problem":
        return {}
    if asked is None and not turn.is_payload:
        told, issue = _trouble_before(turn, tracker, issue)
        unnamed = issue is None and tracker.get_slot("issue") is None and tells_trouble(told)
        kind = "other" if unnamed else issue
        return {"details": told[:200], **({"issue": kind} if kind else {})}
    if asked != "issue" or issue != "other":
        return {}
    known = tracker.get_slot("details") or ""
    told = known if turn.text in known else f"{known} {turn.text}".strip()[:400]
    return {"details": None if turn.is_payload else told}


def _trouble_before(turn: CustomerTurn, tracker: Tracker, issue: str | None) -> tuple[str, str | None]:
    """What went wrong and its kind, where the message is only the order's number: what was said before it was asked for."""
    before = next(said_before(tracker), None)
    if before is None or before.is_payload or not (number_alone(turn.said) or nothing_but_digits(turn.said)):
        return turn.text, issue
    return before.text, issue or kind_of("issue", before.said)


def _in_pieces(turn: CustomerTurn, asked: str | None, tracker: Tracker, found: Mapping[str, Any]) -> dict[str, Any]:
    """A number said over several turns: an order's while the rest of it was asked for; else over two ("it begins with one zero
    zero", "two three"), where the first piece was no answer."""
    if asked == "tax_number" and asked not in found:
        signs = with_tax_piece(turn, tracker)
        return {asked: tax_number_in(signs, asked=True) or signs} if is_whole(signs, locale_of(tracker)) else {}
    if asked == "order_number" and asked not in found and begun(tracker):
        whole = with_piece(turn, tracker)
        return {asked: whole} if whole and HOLDER.get().order_digits.fit(whole) else {}
    digits = {"order_number": HOLDER.get().order_digits, "last4": _LAST4}.get(asked or "")
    if asked is None or digits is None or asked in found or turn.is_payload or not tracker.get_slot("misses"):
        return {}
    users = (event for event in reversed(tracker.events) if event.get("event") == "user")
    before: dict[str, Any] = next(itertools.islice(users, 1, 2), {})
    whole = of_pieces(before.get("text") or "", turn.said, digits)
    return {asked: whole} if whole else {}


def _proof_beside(turn: CustomerTurn, asked: str | None, tracker: Tracker, found: Mapping[str, Any]) -> dict[str, Any]:
    """The four digits that came before the order's number was told, taken for its beginning, or with a later request. Those
    with which the number begins were only that."""
    number, before = found.get("order_number"), tracker.get_slot("last4")
    if turn.is_payload or "last4" in found:
        return {}
    if asked is None:
        digits = HOLDER.get().order_digits
        whole = last4_in(mandarin(turn.whole), None, turn.entities, digits) if turn.whole != turn.text else None
        return {"last4": whole} if whole else {}
    if asked != "order_number":
        return {}
    if isinstance(number, str):
        early = before or begun(tracker)
        proves = ends_phone(early or "") and not number.startswith(str(early))
        return {"last4": early if proves else None} if early else {}
    typed = medium_of(tracker) == "text" and ends_phone(turn.said) and not begun(tracker)
    return {"last4": turn.said.strip()} if typed else {}


def _leads_by_contact(plan: Plan | None) -> bool:
    """Whether an address or a phone in the first words can only be the customer's own: nothing is to go there."""
    onward = [slot for turned in plan.by[1].values() for slot in PLANS[turned].asks] if plan and plan.by else []
    return (
        plan is not None
        and plan.identity
        and "email" not in plan.may_hear
        and FREE.keys().isdisjoint({*plan.asks, *onward})
    )
