"""A postal address told where an invoice was read back, which bears none: it is kept for the delivery. Knows the tracker."""

import re
from collections.abc import Collection
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.change_address import OPEN
from actions.meaning.kept import Kept
from actions.meaning.places import address_told, sendable
from actions.reading.address_wishes import address_in
from actions.reading.addresses import has_street
from actions.reading.characters import mandarin
from actions.talk.filling import Filling
from actions.talk.shop import own_order
from actions.talk.turn import CustomerTurn, locale_of
from actions.words import WORDS

LONGEST, MOST_KEPT = 200, 160  # characters that are looked at; of an address
_ANOTHER = re.compile(  # wanted, or said to be wrong; which one is meant is not told
    r"(?:\b(?:change|update|correct|use|put|add|send (?:it )?to|need|want)\b[^.;?]{0,24}"
    r"|\b(?:new|wrong|other|another|different|old) )(?<!mail )(?<!mail)\baddress\b|\baddress (?:is|was|has|'s)\b[^.;?]{0,16}"
    r"\b(?:wrong|changed|new|different|old)\b"
    r"|\b(?:(?:no longer|do ?n[o']?t|dont) live there|(?:i|we)(?:'ve| have)? (?:just )?moved)\b|搬家|搬走|不住那"
    r"|(?<!邮箱)(?<!邮件)(?<!电子)地址[^，。;；?？]{0,6}(?:[改换变错新]|更新|不对)|(?:[改换新]|更新)[^，。;；?？邮]{0,6}地址"
)
_MAIL = re.compile(r"@|\be-?mail|邮箱|邮件", re.I)


async def address_for_invoice(
    found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, put_right: Collection[str]
) -> list[Any]:
    """What can be done with the address is said, and the yes asked for again; nothing where none is talked of."""
    at_yes = found.get("need") == "invoice" and tracker.get_slot("requested_slot") == "confirmed"
    said = mandarin(turn.text[:LONGEST]).lower().strip()
    if not at_yes or turn.is_payload or "invoice_title" in put_right or "email" in put_right or _MAIL.search(said):
        return []
    address = _address(turn.text)
    if address is None and not _ANOTHER.search(said):
        return []
    words = WORDS[locale_of(tracker)]
    found.set("confirmed", None)  # whatever else is agreed to, it was not read back so
    if address is None:
        dispatcher.utter_message(text=words["invoice_address.which"])
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


def _address(text: str) -> str | None:
    """The place that is told, without what leads up to it."""
    told = address_in(text) or (address_told(text[:LONGEST]) if has_street(text[:LONGEST]) else None)
    return told[:MOST_KEPT] if told and sendable(told) else None
