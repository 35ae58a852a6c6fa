"""Another order is named with another request, where words or a choice were asked for: its way is told and the question stands;
what else is wanted is begun, and what was begun is kept for afterwards. Knows the tracker."""

import re
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import TASKS
from actions.meaning.kept import Kept, kept_in, written
from actions.meaning.taking_back import act_in
from actions.plans import PLANS
from actions.reading.addresses import has_street
from actions.reading.number_kinds import orders_in
from actions.reading.orders_named import denied_in
from actions.talk.filling import Filling
from actions.talk.heard_orders import beside_others
from actions.talk.minds import PROOF, sure
from actions.talk.notes import tell
from actions.talk.shop import HOLDER
from actions.talk.suiting import number_before
from actions.talk.turn import CustomerTurn, locale_of, medium_of, set_this_turn

LONGEST = 80  # characters; who tells more tells what was asked for
ELSEWHERE = frozenset({*PROOF, "confirmed", "case_number", "email"})  # met in other ways, or no place for it
_PUTS_RIGHT = re.compile(r"(?:no|nope|not|wrong|sorry)\b|不对|不是|错了|说错", re.I)
_WAY = re.compile(
    r"\bwhere(?:'?s| is| are)?\b|\btrack(?:ing)?\b|\bstatus\b|\bwhen\b.{0,30}\b(?:arrive|come|coming|here|delivered|get)\b"
    r"|\bhas\b.{0,20}\b(?:arrived|shipped|come|left)\b|到哪|在哪|哪[里儿]了|怎么样了|物流|进度|(?:什么时候|几号|哪天|多久)[^，。]{0,4}(?:到|送|发)"
    r"|(?:到了|发货了?|发了|签收了?)(?:吗|没)",
    re.I,
)


async def another_request(
    found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn
) -> list[Any]:
    """What comes of it; nothing where no other order is named, or no other request."""
    asked, need = tracker.get_slot("requested_slot") or "", found.get("need")
    before = number_before(tracker) if "order_number" in set_this_turn(tracker) else found.get("order_number")
    if turn.is_payload or asked in ELSEWHERE or not found.get("customer_id") or not before:
        return []
    said = turn.said.strip()
    named = [run for run in orders_in(beside_others(turn), HOLDER.get().order_digits) if run != before]
    if len(named) != 1 or len(said) > LONGEST or denied_in(said) or _PUTS_RIGHT.match(said):
        return []
    if asked == "new_address" and (has_street(said) or not _WAY.search(said)):
        return []
    act = act_in(said)
    if act in (None, need) and _WAY.search(said):
        facts = {"customer_id": found.get("customer_id"), "order_number": named[0]}
        told = await TASKS["order_status"].run(facts, HOLDER.get(), locale_of(tracker), medium_of(tracker))
        tell(dispatcher, told, medium_of(tracker))
        found.put_back(asked, before)
        return await found.again(misses=int(found.get("misses") or 0))
    wanted = act or (turn.intent if turn.intent in PLANS and sure(turn) else None)
    if wanted is None or wanted not in PLANS or wanted in (need, "change_order", "order_status"):
        return []
    kept = [Kept(need, before), *(one for one in kept_in(found.get("later") or "") if one.need != need)]
    found.set("later", written(kept))
    found.switch(wanted, {})
    found.set("order_number", named[0])
    await found.onward()
    return found.events()
