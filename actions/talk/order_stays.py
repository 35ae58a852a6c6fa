"""What is said at the read-back of another order, while the one read back stays: it is kept, fine, wanted afterwards, or asked
about. Only an order that is clearly meant in its place takes it. Knows the tracker."""

import re
from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.meaning.assenting import assents
from actions.meaning.kept import ASIDE, Kept
from actions.meaning.order_stays import LONGEST, Beside, beside_it, only_names
from actions.meaning.other_ones import meant_instead, pointed_away
from actions.meaning.taking_back import act_in
from actions.plans import OF_PART, PLANS
from actions.reading.number_kinds import orders_in
from actions.reading.orders_named import denied_in
from actions.talk.heard import is_question
from actions.talk.heard_orders import beside_others
from actions.talk.shop import HOLDER, own_order
from actions.talk.suiting import with_goods
from actions.talk.turn import CustomerTurn, locale_of, medium_of
from actions.words import number, result

OF_ITSELF = frozenset({"price_protection"})  # the price of the other is asked first
TO_AN_ADDRESS = frozenset({"change_address", "change_order"})  # which has numbers of its own
WITH_WORDS = OF_PART | {"delivery_problem", "invoice"}
GOES_BACK = frozenset({"return_item", "refund_request", "cancel_order"})  # 退 may be said for each
ABOUT_IT = frozenset({"order_number", "confirmed", "return_reason", "issue", "details", "goods", "change_kind"})
NOTED = frozenset({"wish", "new_items", "delivery_note", "invoice_kind", "invoice_title", "new_address", "email"})
_NO_FIRST = re.compile(
    r"^(?:不用了?|算了吧?|不了|不要了|不[退换取改办](?:货|消)?了|no,? thanks?"
    r"|no,? thank you|never ?mind|forget it)(?=[,，。.!！ ])",
    re.I,
)
_FIRST = re.compile(r"^([^,，。.!！;；]{1,20}?)[,，。.!！;； ]+(?=\S)")


@dataclass(frozen=True, slots=True)
class Other:
    """Another order that is spoken of, and what is said of it; `need`: what is wanted of it."""

    number: str
    how: Beside
    need: str

    def kept(self, said: str) -> str:
        """As it is kept for afterwards; how it stands is told at once."""
        if self.how == "status":
            return Kept(ASIDE, self.number).written
        return Kept(self.need, self.number, words=said if self.need in WITH_WORDS else "").written


async def order_stays(
    turn: CustomerTurn, asked: str | None, tracker: Tracker, need: str | None, found: dict[str, Any]
) -> dict[str, Any]:
    """What is heard, where another order is spoken of at the read-back: nothing of it is put in place of what was read back."""
    if found.get("confirmed") is True and "later" in found:
        return found  # "yes, and 10028 too"
    other = await _other(turn, asked, tracker, need)
    if other is None or (other.how != "too" and not NOTED.isdisjoint(found)):
        return found
    left = {slot: value for slot, value in found.items() if slot not in ABOUT_IT}
    if other.how in ("stays", "asks"):
        return left
    left = {slot: value for slot, value in left.items() if slot not in NOTED}
    first = _FIRST.match(turn.said.strip())
    if first and other.how == "too" and assents(first[1], need, tracker.get_slot("order_number")):
        left["confirmed"] = True
    return {**left, "later": ";".join(filter(None, (other.kept(turn.said), tracker.get_slot("later"))))}


async def told_beside_it(need: str, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> bool:
    """Whether another order was spoken of, and what was read back is to be read back again; that it comes afterwards is said."""
    other = await _other(turn, tracker.get_slot("requested_slot"), tracker, need)
    if other is None or other.how == "asks":
        return False
    if other.how == "too":
        told = result(
            "list_orders", "listed", locale_of(tracker), "list_orders.afterwards", number=number(other.number)
        )
        dispatcher.utter_message(text=told.spoken if medium_of(tracker) == "voice" else told.words)
    return True


async def only_told(customer: str, order: str, turn: CustomerTurn) -> bool:
    """Whether nothing is said but which goods are meant, of this order."""
    own = await own_order(customer, order)
    return own is not None and only_names(turn.said, own.lines)


async def _other(turn: CustomerTurn, asked: str | None, tracker: Tracker, need: str | None) -> Other | None:
    """The other order that is spoken of and not meant in place of the one that was read back."""
    plan, current, customer = PLANS.get(need or ""), tracker.get_slot("order_number"), tracker.get_slot("customer_id")
    if asked != "confirmed" or plan is None or not (plan.of_order and plan.confirm) or need in OF_ITSELF:
        return None
    said = turn.said.strip()
    if turn.is_payload or not current or not customer or len(said) > LONGEST or _NO_FIRST.match(said):
        return None
    digits = HOLDER.get().order_digits
    runs = [] if need in TO_AN_ADDRESS else orders_in(beside_others(turn), digits)
    if named := [run for run in runs if run != current]:
        return _of_numbers(turn, current, named, need or "")
    holding = [] if runs else await with_goods(tracker, customer, said)
    if len(holding) != 1 or current in holding:
        return None
    act, how = act_in(said), beside_it(pointed_away(said), asks=is_question(turn))
    wanted = _wanted(act, need or "")
    if how is None:
        away = (meant := meant_instead(said)) is not None and meant.away
        if away or (wanted == need and await only_told(customer, holding[0], turn)):
            return None
        how = "too" if wanted != need else "stays"
    return Other(holding[0], how, wanted)


def _of_numbers(turn: CustomerTurn, current: str, named: list[str], need: str) -> Other | None:
    denied = denied_in(turn.said)
    if current in denied:
        return None
    if denied.issuperset(named):
        return Other(named[-1], "stays", need)
    how = beside_it(re.sub(r"[0-9]{5,}", " ", turn.said), asks=is_question(turn))
    wanted = _wanted(act_in(turn.said), need)
    return None if how in (None, "status") else Other(named[-1], how, wanted)


def _wanted(act: str | None, need: str) -> str:
    return need if act is None or {act, need} <= GOES_BACK else act
