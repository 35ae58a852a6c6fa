"""What is said where something was read back: a yes or a no, or what of it is to be different. Knows the tracker."""

import re
from collections.abc import Mapping
from typing import Any

from rasa_sdk import Tracker

from actions.meaning.agreeing import agrees
from actions.meaning.assenting import assents
from actions.meaning.charges import insists_on_charge
from actions.meaning.delivery_notes import more_of_note, other_note
from actions.meaning.goods_wishes import more_items
from actions.meaning.hesitating import pauses
from actions.meaning.kept import Kept
from actions.meaning.other_ones import asks_of_other, yes_and_too
from actions.meaning.places import NOWHERE, address_told, gap_of
from actions.meaning.references import follows_on
from actions.meaning.taking_back import lies_at, wants_none
from actions.meaning.ways import yes_with_way
from actions.meaning.wishes import wish_in
from actions.meaning.yes_then import noted_too
from actions.plans import OF_PART, PLANS
from actions.reading.address_gaps import filled
from actions.reading.address_slips import corrected, keeps_old, says_wrong
from actions.reading.address_towns import town_line
from actions.reading.addresses import (
    begins,
    completed,
    denies_part,
    has_street,
    names_what_is_not_there,
    names_whom,
    postcode_in,
    put_right,
)
from actions.reading.names_anew import name_anew
from actions.reading.number_kinds import nothing_but_digits
from actions.reading.numbers import runs_in
from actions.reading.orders_named import called_order, denied_in
from actions.reading.recipients import only_who, recipient_in, with_recipient
from actions.reading.sentences import is_said
from actions.talk.answers import GIVES_AWAY, keeps, retracts
from actions.talk.heard import correction_of, is_question
from actions.talk.orders import put_in_its_place
from actions.talk.shop import HOLDER
from actions.talk.towns import kept_for_another, says_complete
from actions.talk.turn import CustomerTurn
from actions.talk.wrong import asked_before, heard_wrong
from actions.talk.yes_and_more import done_and_kept, with_more_of_name

TO_AN_ADDRESS = ("change_address", "change_order")
LEAST_CODE, MOST_CODE = 4, 6  # figures of a postcode
_MORE = re.compile(r"^(?:yes|yeah|ok|okay|right|correct)\b[, ]*(?:but|and|just|only|please)? *(?:please )?add\b", re.I)
_YES_TO_IT = re.compile(
    r"^(?:(?>(?:yes|yeah|ok|okay|no|and|but|please|sorry|wait|it'?s|it is|that'?s|the|my|is)\b[ ,.]*+))+", re.I
)
_CHANGES_BACK = re.compile(r"\b(?:change|put|set|switch) (?:it|that) back\b|改回(?:去|来|原)", re.I)
_NOT_THERE = re.compile(
    r"^(?:(?:yes|yeah|yep|right|correct|exactly|please)\b[,.! ]*)*i (?:really |still |definitely )?(?:(?:do ?n[o']?t"
    r"|do not) have it"
    r"|(?:have ?n[o']?t|did ?n[o']?t|have not|did not) (?:get|got|receive[d]?) it|never (?:got|received) it)(?: yet"
    r"| at all)?[ .!]*$"
    r"|^(?:是的?|对[的啊]?|嗯|真的?是?|确实|就是|我|[,，。！! ])*(?:还|都)?没有?(?:收到|拿到|见到|看到)(?:货|快递"
    r"|东西)?[啊呀的呢。！! ]*$",
    re.I,
)
_NOT_OR_NO = re.compile(r"(?:还|真的|确实)?没有?(?:啊|呀|呢|的)?[。.!！ ]*", re.I)
OUT = frozenset({"human_agent", "deny", "affirm", "goodbye", "complaint", "thanks", "greeting"})
MOST_KEPT = 200  # characters of a wish
_JOIN = {"delivery_note": "; "}  # one piece of it from the next
_TOO = re.compile(r"\b(?:and|also|too|as well)\b|也|还有", re.I)
SURE_OF_WISH = 0.7  # that something else is wanted than to go on with the address


def at_the_yes(turn: CustomerTurn, tracker: Tracker, need: str | None, found: dict[str, Any]) -> dict[str, Any]:
    """What is heard where something was read back: a yes to it, or what of it is to be different."""
    if not turn.is_payload and found.get("order_number", "") is None and asks_of_other(turn.said):
        found.pop("order_number")
    if (first := _at_once(turn, tracker, need, found)) is not None:
        return first
    found |= _for_another(turn, tracker, need, found)
    plan = PLANS.get(need) if need else None
    if need == "invoice" and found.get("invoice_kind") == "same" and tracker.get_slot("invoice_kind"):
        found.pop("invoice_kind")  # it was read back: to be sent again, it says yes
    found = {
        **found,
        **_agreed(turn, tracker, need, found),
        **put_in_its_place(turn, tracker),
        **correction_of(turn, plan.asks if plan else ()),
    }
    found |= _name_told(turn, tracker, need)
    if need in TO_AN_ADDRESS:
        found |= _of_address(turn, tracker.get_slot("new_address"), found)
        found = _without_code(turn, tracker, found)
    if not turn.is_payload and (found.get("confirmed") is None or need == "delivery_note"):
        found |= _more_wished(turn, tracker, need)
    if need == "payment_case" and found.get("confirmed") is False and insists_on_charge(turn.said):
        found.pop("confirmed")  # "no, it was three times"
    if need == "delivery_problem" and tracker.get_slot("issue") == "not_received" and not turn.is_payload:
        found |= _still_not_there(turn, found)
    if need in GIVES_AWAY and wants_none(turn.said):
        found.pop("confirmed", None)  # 不要了: the goods, or what was asked
    if found.get("confirmed") is False and _denies_nothing(turn, tracker.get_slot("new_address")):
        found.pop("confirmed")
    if any(tracker.get_slot(slot) != value for slot, value in found.items() if slot not in ("confirmed", "last4")):
        found.pop("confirmed", None)  # what they agree to, or not, is not what was read back
    return found


def _at_once(turn: CustomerTurn, tracker: Tracker, need: str | None, found: dict[str, Any]) -> dict[str, Any] | None:
    """What is heard where nothing else need be looked at: what was misheard, taken back or meant for another order, or a yes with
    more; None for all else."""
    if need in TO_AN_ADDRESS and says_complete(turn, tracker):
        return {"confirmed": True}
    if (wrong := heard_wrong(turn, tracker, need)) is not None:
        return wrong
    if retracts(turn, "confirmed"):
        return only_the_order(found)
    if need in TO_AN_ADDRESS and (too := kept_for_another(turn, tracker)) is not None:
        return too
    if other := yes_and_too(turn.said, need, tracker.get_slot("order_number")):
        kept = Kept(*other, words=turn.said if other[0] in OF_PART else "").written
        return {"confirmed": True, "later": ";".join(filter(None, (kept, tracker.get_slot("later"))))}
    return done_and_kept(turn, tracker, need)


def _name_told(turn: CustomerTurn, tracker: Tracker, need: str | None) -> dict[str, Any]:
    """Whom an invoice is for, as the answer to what of it is wrong."""
    if need == "invoice" and (longer := with_more_of_name(turn, tracker.get_slot("invoice_title"))):
        return longer
    asked = need == "invoice" and not turn.is_payload and asked_before(tracker)
    name = name_anew(turn.text, asked=True) if asked else None
    return {"invoice_title": name} if name else {}


def _still_not_there(turn: CustomerTurn, found: Mapping[str, Any]) -> dict[str, Any]:
    """What is said to "shall I report that you don't have it?" by saying that they don't: a yes, but a bare 没有 may be a no; or
    where it is after all."""
    if lies_at(turn.said):
        return {"confirmed": False}
    if _NOT_THERE.match(turn.said.strip().replace("\u2019", "'")):
        return {"confirmed": True}
    bare = found.get("confirmed") is False and _NOT_OR_NO.fullmatch(turn.said.strip()) is not None
    return {"confirmed": None} if bare else {}


def _for_another(turn: CustomerTurn, tracker: Tracker, need: str | None, found: Mapping[str, Any]) -> dict[str, Any]:
    """The order that was read back, kept for afterwards, where another one is named that comes on top: "and for 10024?"."""
    before, other = tracker.get_slot("order_number"), found.get("order_number")
    too = not turn.is_payload and follows_on(turn.said) and _TOO.search(turn.said) is not None
    if need is None or not too or not before or other in (None, before):
        return {}
    return {"later": ";".join(filter(None, (Kept(need, before).written, tracker.get_slot("later"))))}


def _of_address(turn: CustomerTurn, known: object, found: Mapping[str, Any]) -> dict[str, Any]:
    """The address that was read back with a part of it put right, or with one that follows."""
    if not isinstance(known, str) or turn.is_payload:
        return {}
    if (more := filled(known, turn.text)) is not None:
        return {"new_address": more}
    if gap_of(known) in NOWHERE and (other := address_told(turn.text)) and gap_of(other) is None:
        return {"new_address": other}
    if who := recipient_in(turn.text):
        return {"new_address": with_recipient(known, *who)}
    if only_who(turn.text):
        return {}  # who it is, is asked for
    if keeps_old(turn.said) or _CHANGES_BACK.search(turn.said):
        return {"confirmed": False}
    if says_wrong(turn.said):
        return {"new_address": None}
    if (slip := corrected(known, turn.text)) is not None:
        return {"new_address": slip}
    if (code := _said_code(turn, known)) is not None:
        return {"new_address": code}
    if "new_address" in found:
        whole = has_street(known) or not begins(known)
        return {"new_address": (put_right if whole else completed)(known, found["new_address"])}
    more = _more_of(known, turn) if found.get("confirmed") is None or _MORE.match(turn.said.strip()) else None
    return {"new_address": more} if more else {}


def _without_code(turn: CustomerTurn, tracker: Tracker, found: dict[str, Any]) -> dict[str, Any]:
    """What is heard, without a postcode that looks like an order: one is meant only where it is called so, or where the one
    talked of is named, too ("not 10025, 10026"), or was told before."""
    known = tracker.get_slot("new_address")
    if turn.is_payload or not isinstance(known, str):
        return found
    told = f"{tracker.get_slot('talked_of') or ''} {tracker.get_slot('listed') or ''}".split()
    of_talk = tracker.get_slot("order_number") in denied_in(turn.said)
    if of_talk and found.get("order_number"):
        return {k: v for k, v in found.items() if k != "new_address"}
    meant = called_order(turn.said) or found.get("order_number") in told or not known.isascii()
    if meant and not found.get("new_address"):
        return found
    return found if called_order(turn.said) else {k: v for k, v in found.items() if k not in ("order_number", "later")}


def _said_code(turn: CustomerTurn, address: str) -> str | None:
    """With its postcode, where nothing else was said than its figures, and it had none: "nine four one one zero"."""
    runs = runs_in(turn.said)
    code = len(runs) == 1 and LEAST_CODE <= len(runs[0]) <= MOST_CODE and nothing_but_digits(turn.said)
    return completed(address, runs[0]) if code and address.isascii() and postcode_in(address) is None else None


def _denies_nothing(turn: CustomerTurn, known: object) -> bool:
    """Whether a "not 120" is no no to the address that was read back: there is no such number in it."""
    return isinstance(known, str) and (names_what_is_not_there(turn.said, known) or denies_part(turn.said, known))


def _more_wished(turn: CustomerTurn, tracker: Tracker, need: str | None) -> dict[str, Any]:
    """What is to be changed of the goods, or told to the carrier, beside what was read back."""
    slot = {"change_items": "new_items", "delivery_note": "delivery_note"}.get(need or "")
    known: str | None = tracker.get_slot(slot) if slot else None
    if slot is None or not known:
        return {}
    if slot == "new_items":
        more = wish_in(turn.said, alone=True) or (None if is_question(turn) else more_items(turn.said))
    else:
        more = None if is_question(turn) else more_of_note(turn.text, HOLDER.get().order_digits)
        if other := None if is_question(turn) else other_note(turn.text, HOLDER.get().order_digits):
            return {slot: other}
        more = more or (None if turn.is_payload else noted_too(turn.text, tracker.get_slot("order_number")))
    if not more:
        return {}
    return {
        slot: known
        if more in known
        else f"{known}{_JOIN.get(slot, ', ') if known.isascii() else '，'}{more}"[:MOST_KEPT]
    }


def _more_of(address: str, turn: CustomerTurn) -> str | None:
    """The address with a part that follows in a message of its own; what wants or asks something is none."""
    if not turn.is_payload and town_line(turn.text) is not None:
        return completed(address, turn.text)  # "and the town is Springfield"
    wants = turn.intent in {*PLANS, *OUT} - {"change_order"} and not names_whom(turn.text)
    digits_alone = turn.text.strip(" .。").isdigit()
    code_again = digits_alone and postcode_in(address) is not None  # it has one: that is an order's number
    if turn.is_payload or code_again or is_question(turn) or (wants and turn.confidence >= SURE_OF_WISH):
        return None
    if (
        turn.text.isascii()
        and is_said(_YES_TO_IT.sub("", turn.text))
        and not names_whom(turn.text)
        and not has_street(turn.text)
    ):
        return None  # "put my name Avery Lane on it"
    return completed(address, turn.text)


def _agreed(turn: CustomerTurn, tracker: Tracker, need: str | None, found: Mapping[str, Any]) -> dict[str, Any]:
    """A yes or a no that is more than the word."""
    if turn.is_payload or names_whom(turn.text) or pauses(turn.said):
        return {}
    if assents(turn.said, need, tracker.get_slot("order_number")):
        return {"confirmed": True}
    if need == "delivery_problem" and yes_with_way(turn.said):
        return {"confirmed": True}
    if found.get("confirmed") is not None:
        return {}
    agreed = False if keeps(turn, need) else agrees(turn.said, need)
    return {} if agreed is None else {"confirmed": agreed}


def only_the_order(found: dict[str, Any]) -> dict[str, Any]:
    """Of words that take the order back only the order they name instead."""
    return {slot: value for slot, value in found.items() if slot == "order_number"}
