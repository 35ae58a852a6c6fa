"""At an address that was read back: its town, where none was told, and the other orders that go there, too. Knows the tracker."""

import itertools
import re
from collections.abc import Mapping
from typing import Any

from rasa_sdk import Tracker

from actions.meaning.kept import UNNAMED, Kept
from actions.meaning.places import gap_of
from actions.reading.address_gaps import says_no_house
from actions.reading.address_slips import corrected
from actions.reading.address_towns import lacks_town
from actions.reading.addresses import postcode_in
from actions.talk.filling import Filling
from actions.talk.outcomes import last_outcome
from actions.talk.turn import CustomerTurn, locale_of
from actions.words import WORDS

LONGEST = 80  # characters of words that tell another order
TO_AN_ADDRESS = ("change_address", "change_order")
_TOWN = "change_address.town"
_WANTED = (
    r"(?:(?:(?:please|and|do|use|make|change|update|send|ship|put|it|that|this|the|same|address|one|thing|also|can you|for|to"
    r"|on|with|of|my|order|number)\b|#)[, ]*)*"
)
_OTHERS = r"(?P<what>#?[0-9]{5,7}|(?:both|all|every)\b(?: (?:of )?(?:them|my|the|orders?|others?)\b)*|other (?:one|orders?)\b)"
_FOR_ANOTHER = re.compile(
    rf"^(?P<lead>(?:(?:yes|yeah|yep|ok|okay|sure|correct|right|no|oh|wait)\b[,.! ]*)*){_WANTED}{_OTHERS}[, ]*"
    r"(?P<too>(?:(?:too|also|as well|please|thanks?|goes there|go there|the same|same|address|to|way"
    r"|likewise|then)\b[, ]*)*)[ .!]*$",
    re.I,
)
_COMPLETE = re.compile(
    r"^(?:no[, ]+)?(?:nothing(?:'s| is)(?: missing)?|that'?s (?:all|it|everything|complete|the whole (?:thing|address))"
    r"|(?:it|that|the address) is (?:complete|whole|all)|it'?s (?:complete|all there))[ .!]*$"
    r"|^(?:地址)?(?:已经|就是|是)?(?:完整(?:的|了)?|不缺(?:什么|了)?|没缺|全了|就这样|就这些|没有别的了?|没有了)[吧啊呀。!！ ]*$",
    re.I,
)
_MAY_BE_CODE = re.compile(r"^(?:and|also) [0-9]{5,6}\W*$", re.I)
_LINKS = re.compile(r"\b(?:for|same|too|also|as well|both|all|every|other|and)\b", re.I)
_FOR_ANOTHER_ZH = re.compile(
    r"^(?P<lead>(?:是的?|对的?|好的?|嗯|没错|[,，。 ])*)(?:还有|另外|那|把|请|顺便|[,，。 ])*"
    r"(?:(?:订单|单号)?(?P<what>[0-9]{5,7})(?:号|这单|那单|订单)?|另外?(?:那|的)?一?[个单]?(?:订单)?|其他(?:的)?订单|(?:我的)?(?:两|所有|全部)[个单]?(?:的)?"
    r"(?:订单)?)(?P<too>(?:地址|一下|这样|也|都|一起|一并|同样|一样|这个|这里|这|要|是|用|改|寄|送|到|成|换"
    r"|的|吧|了|帮我|请)*)[。.!！ ]*$"
)
_LINKS_ZH = re.compile("也|都|一起|一并|同样|一样|还有|另外")


def for_another(said: str) -> tuple[str, bool] | None:
    """The order for which the same address is wanted, too ("for 10023 too", 10023也改), UNNAMED where it has no number; and
    whether a yes to the one that was read back stands ahead of it. None where nothing of the kind is said."""
    plain = said.strip()
    if len(plain) > LONGEST:
        return None
    found, links = _FOR_ANOTHER.match(plain), _LINKS
    if found is None:
        found, links = _FOR_ANOTHER_ZH.match(plain), _LINKS_ZH
    if found is None or links.search(plain) is None:
        return None
    number = "".join(c for c in found["what"] or "" if c.isdigit())
    agreed = (
        re.match(r"(?:yes|yeah|yep|ok|okay|sure|correct|right)\b|是|对|好|嗯|没错", found["lead"], re.I) is not None
    )
    return number or UNNAMED, agreed


def kept_for_another(turn: CustomerTurn, tracker: Tracker) -> dict[str, Any] | None:
    """What is heard where the same address is wanted for another order: that is kept for afterwards, and is no part of it."""
    address = tracker.get_slot("new_address")
    other = None if turn.is_payload or not address else for_another(turn.said)
    if other is None or other[0] == tracker.get_slot("order_number"):
        return None
    if _MAY_BE_CODE.match(turn.said.strip()) and postcode_in(address) is None:
        return None
    zh = locale_of(tracker) == "zh"
    words = f"地址改成{address}" if zh else f"change the address to {address}"
    before = tracker.get_slot("later") or ""
    kept = Kept("change_address", other[0], words=words).written
    agreed = {"confirmed": True} if other[1] else {}
    return {**agreed, "later": ";".join(filter(None, (kept, before)))}


async def before_it_is_saved(found: Filling, dispatcher: Any, tracker: Tracker, turn: CustomerTurn) -> list[Any]:
    """The town is asked for once, where only a street was agreed to; that the other order comes next; nothing for all else."""
    if tracker.get_slot("requested_slot") != "confirmed" or found.plan.task != "change_address":
        return []
    words = WORDS[locale_of(tracker)]
    if found.get("confirmed") is not True:
        if kept_for_another(turn, tracker) is None:
            return []
        dispatcher.utter_message(text=words["change_address.next"])
        return await found.again()
    address: str = found.get("new_address") or ""
    gap = gap_of(address)
    if gap not in (None, "street") and not says_complete(turn, tracker):  # nothing was read back to say yes to
        found.set("confirmed", None)
        return await found.again(misses=int(found.get("misses") or 0) + 1)
    if gap is not None or not lacks_town(address) or words[_TOWN] in said_last(tracker):
        return []
    found.set("confirmed", None)
    dispatcher.utter_message(text=words[_TOWN])
    return found.events()


def says_complete(turn: CustomerTurn, tracker: Tracker) -> bool:
    """Whether nothing is missing, said to the question for the town, which follows a yes: that is another yes."""
    if turn.is_payload:
        return False
    complete = _COMPLETE.match(turn.said.strip().replace("\u2019", "'")) is not None
    if gap_of(tracker.get_slot("new_address") or "") == "house":
        return complete or says_no_house(turn.said)
    return complete and WORDS[locale_of(tracker)][_TOWN] in said_last(tracker)


def of_saved(turn: CustomerTurn, tracker: Tracker, need: str | None, found: Mapping[str, Any]) -> dict[str, Any]:
    """The address that was saved last with a piece of it put right: "no wait, it's 14 Oak Street". It is read back anew."""
    if need != "change_address" or turn.is_payload or "new_address" in found or "order_number" in found:
        return {}
    last = last_outcome(tracker)
    saved = (last.get("facts") or {}).get("new_address") if last.get("task") == "change_address" else None
    slip = corrected(saved, turn.text) if saved else None
    return {"new_address": slip} if slip else {}


def said_last(tracker: Tracker) -> list[str]:
    """What the bot said before this message."""
    before = itertools.dropwhile(lambda event: event.get("event") != "user", reversed(tracker.events))
    next(before, None)
    said = itertools.takewhile(lambda event: event.get("event") != "user", before)
    return [str(event.get("text") or "") for event in said if event.get("event") == "bot"]
