"""Another place that is named while a note for the delivery is read back: part of the note once the parcel is with the carrier, a
change of the address before. Knows the tracker."""

import re
from typing import Any

from rasa_sdk import Tracker

from actions.meaning.places import address_told
from actions.note_delivery import ON_ITS_WAY
from actions.reading.addresses import has_street
from actions.talk.filling import Filling
from actions.talk.heard import is_question
from actions.talk.shop import own_order
from actions.talk.turn import CustomerTurn

LONGEST, MOST_KEPT = 120, 200  # characters of what names a place; of a note
_AHEAD = re.compile(
    r"^(?:(?:or|and|also|no|actually|wait|sorry|oh|rather|better|maybe|please|just|then|ok|okay|yes|but|instead|can you|could you"
    r"|can they)\b[,. ]*)+|^(?:或者|要不|还是|那|就|不|不对|算了|等等|最好|改成|能不能|可以|[,，。 ])+",
    re.I,
)
_TO_PLACE = re.compile(  # that is no address yet
    r"^(?:deliver|bring|send|take|ship|drop)(?: (?:it|them|that|this))?(?: off)? (?:to|at) (?:my |the "
    r"|our )?(?:work(?:place)?|office"
    r"|job|company|school|(?:other|new|home|parents?'?|mom'?s|mum'?s|sister'?s|brother'?s|friend'?s) ?(?:place|house"
    r"|address|home)?)"
    r"(?:[, ]+(?:instead|please|then|address))*[ .?!]*$"
    r"|^(?:送|寄|派送?|改送|改寄)(?:到|去|至)(?:我)?(?:的)?(?:公司|单位|办公室|学校|爸妈家|父母家|朋友家|另一个地址|别的地址|新地址)"
    r"(?:去|吧|吗|可以吗|行吗|[。?？ ])*$",
    re.I,
)


async def another_place(found: Filling, tracker: Tracker, turn: CustomerTurn) -> list[Any]:
    """The note with the place, or the change of the address begun instead; nothing where no place is named."""
    said = turn.text.strip()
    at_note = found.get("need") == "delivery_note" and tracker.get_slot("requested_slot") == "confirmed"
    if not at_note or turn.is_payload or len(said) > LONGEST:
        return []
    plain = _AHEAD.sub("", turn.said.strip().replace("\u2019", "'"))
    street = has_street(said) and not is_question(turn)
    if not street and not _TO_PLACE.match(plain):
        return []
    order = await own_order(found.get("customer_id"), found.get("order_number"))
    if order is None:
        return []
    if order.state not in ON_ITS_WAY:
        found.switch("change_address", {"new_address": address_told(said) or said[:MOST_KEPT]} if street else {})
        await found.onward()
        return found.events()
    known, place = str(tracker.get_slot("delivery_note") or ""), said if street else plain.strip(" .?!。？吧")
    place = (
        f"or {place}"
        if re.match(r"or\b", said, re.I)
        else f"或者{place}"
        if said.startswith("或者") and not street
        else place
    )
    join = "; " if known.isascii() else "，"
    found.set(
        "delivery_note", place if known in place else known if place in known else f"{known}{join}{place}"[:MOST_KEPT]
    )
    found.set("confirmed", None)
    return await found.again()
