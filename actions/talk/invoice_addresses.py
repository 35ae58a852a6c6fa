"""A postal address told where an invoice was read back, which bears none: it is kept for the delivery. Knows the tracker."""

import re
from collections.abc import Collection
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.change_address import OPEN
from actions.meaning.kept import Kept
from actions.meaning.places import address_told, sendable
from actions.reading.address_wishes import address_in
from actions.reading.addresses import has_street
from actions.reading.characters import mandarin
from actions.talk.filling import Filling
from actions.talk.outcomes import last_outcome
from actions.talk.shop import own_order
from actions.talk.turn import CustomerTurn, locale_of, turn_of
from actions.words import WORDS

BESIDE = frozenset({"answer_question"})
MOST_OF_MISSED = 60  # characters of what is missed
LONGEST, MOST_KEPT = 200, 160  # characters that are looked at; of an address
_ANOTHER = re.compile(  # wanted, or said to be wrong; which one is meant is not told
    r"(?:\b(?:change|update|correct|use|put|add|send (?:it )?to|need|want)\b[^.;?]{0,24}"
    r"|\b(?:new|wrong|other|another|different|old) )(?<!mail )(?<!mail)\baddress\b|\baddress (?:is|was|has|'s)\b[^.;?]{0,16}"
    r"\b(?:wrong|changed|new|different|old)\b"
    r"|\b(?:(?:no longer|do ?n[o']?t|dont) live there|(?:i|we)(?:'ve| have)? (?:just )?moved)\b|搬家|搬走|不住那"
    r"|(?<!邮箱)(?<!邮件)(?<!电子)地址[^，。;；?？]{0,6}(?:[改换变错新]|更新|不对)|(?:[改换新]|更新)[^，。;；?？邮]{0,6}地址"
)
_MISSED = re.compile(  # on the invoice: it is no article that is missing
    r"^(?!.*\b(?:parcel|package|item|goods)\b)[^;]{0,30}(?:\baddress(?:'s| is| was)?(?: still)? (?:missing|not (?:on|there|in)"
    r"|n'?t (?:on|there|in))\b"
    r"|\baddress (?:isn'?t|wasn'?t)\b|\bwhere(?:'?s| is| do you put) (?:my|the|our)(?: company'?s?| postal)? address\b"
    r"|\bno(?: postal)? address\b"
    r"|\b(?:forgot|missing|without|lacks?|need|add|put)\b[^,;]{0,16}\baddress\b|\bwhat about (?:my|the|our) address\b)"
    r"|(?<!邮箱)(?<!邮件)地址(?:呢|没[有写了在]?|不在|漏|少|缺)|(?:没有?|缺|漏|少)了?(?:写)?(?:我的?|公司)?地址|(?:要|能"
    r"|可以)(?:写|加)(?:上)?(?:我的?|公司)?地址"
    r"|\b(?:address|street)\b(?:(?:'s| is| was| seems)(?: still| to be)?)? ?\b(?:missing|left out|not (?:on|there|in|shown|listed"
    r"|included|written))\b|\bmissing\b[^.;?]{0,12}\baddress\b|\bwhere(?:'?s| is)\b[^.;?]{0,12}\baddress\b"
    r"|\b(?:no|without (?:an?|my|the)) address\b|\b(?:does ?n[o']?t|doesn't|does not|did ?n[o']?t|have ?n[o']?t) (?:show|have"
    r"|include"
    r"|say|list|mention|print|put)\b[^.;?]{0,16}\baddress\b|\b(?:show|have|include|print|say|list)s? (?:my|the|an|our) address\b"
    r"|(?:没有?|少了?|缺少?|漏了?)(?:写|填|我的?|收货|公司|我们的?)*地址|地址[^，。;；?？]{0,4}(?:没有?(?:写|填|了)?|缺|漏|呢|在哪|哪里|少了)"
)
AT = frozenset({"invoice_kind", "invoice_title", "tax_number", "confirmed"})
_MAIL = re.compile(r"@|\be-?mail|邮箱|邮件", re.I)


async def address_for_invoice(
    found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, put_right: Collection[str]
) -> list[Any]:
    """What can be done with the address is said, and the yes asked for again; nothing where none is talked of."""
    asked = tracker.get_slot("requested_slot")
    at_yes = found.get("need") == "invoice" and asked == "confirmed"
    said = mandarin(turn.text[:LONGEST]).lower().strip()
    missed = found.get("need") == "invoice" and asked in AT and misses_address(turn)
    if missed and (asked == "confirmed" or not _address(turn.text)):
        found.set("confirmed" if asked == "confirmed" else asked, None)
        dispatcher.utter_message(text=WORDS[locale_of(tracker)]["invoice_address.none"])
        return await found.again()
    if not at_yes or turn.is_payload or "invoice_title" in put_right or "email" in put_right or _MAIL.search(said):
        return []
    address = _address(turn.text)
    if address is None and not _ANOTHER.search(said) and not _MISSED.search(said):
        return []
    words = WORDS[locale_of(tracker)]
    found.set("confirmed", None)  # whatever else is agreed to, it was not read back so
    if address is None:
        key = "which" if _ANOTHER.search(said) else "none"
        dispatcher.utter_message(text=words[f"invoice_address.{key}"])
        return await found.again()
    number: str = found.get("order_number") or ""
    order = await own_order(found.get("customer_id"), number)
    if order is None or order.state not in OPEN:
        dispatcher.utter_message(text=words["invoice_address.stays"].format(number=number))
        return await found.again()
    change = f"地址改成{address}" if locale_of(tracker) == "zh" else f"change the address to {address}"
    kept = Kept("change_address", number, words=change).written
    found.set("later", ";".join(filter(None, (kept, found.get("later")))))
    dispatcher.utter_message(text=words["invoice_address.later"])
    return await found.again()


def misses_address(turn: CustomerTurn) -> bool:
    """Whether the address is said to be missing from the invoice, or asked for: it bears none."""
    said = mandarin(turn.text[:LONGEST]).lower().replace("\u2019", "'").strip()
    return (
        not turn.is_payload
        and len(said) <= MOST_OF_MISSED
        and not _MAIL.search(said)
        and _MISSED.search(said) is not None
    )


def none_on_it(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """That an invoice bears no postal address, where one is missed on the invoice that was just sent; nothing for all else."""
    turn = turn_of(tracker)
    last = last_outcome(tracker, beside=BESIDE)
    if tracker.get_slot("offer") != "more" or last.get("task") != "request_invoice" or not misses_address(turn):
        return []
    dispatcher.utter_message(text=WORDS[locale_of(tracker)]["invoice_address.none"])
    dispatcher.utter_message(response="utter_anything_else")
    return [SlotSet("offer", "more")]


def _address(text: str) -> str | None:
    """The place that is told, without what leads up to it."""
    told = address_in(text) or (address_told(text[:LONGEST]) if has_street(text[:LONGEST]) else None)
    return told[:MOST_KEPT] if told and sendable(told) else None
