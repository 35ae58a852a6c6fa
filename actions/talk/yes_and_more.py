"""A yes to what was read back that says or asks more: what was read back is done, and the rest is dealt with after it. What is
only asked is told, and the yes is asked for again. Knows the tracker."""

import re
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.meaning.kept import Kept, kept_in, written
from actions.meaning.taking_back import act_in
from actions.meaning.yes_then import asks_fee_back, yes_then
from actions.talk.filling import Filling
from actions.talk.turn import CustomerTurn

_ADDED_TO_NAME = re.compile(
    r"\b(?:put|add|write|have|include)\b (?:the word |an? )?[\"'“]?(?P<en>[A-Za-z][A-Za-z.&]{1,20}(?: [A-Za-z.&]{2,20})?)[\"'”]?"
    r" (?:after|behind|to|at the end of) (?:the|my|our|its) (?:company(?:'?s)? |firm'?s? )?(?:name|title)\b"
    r"|(?:名字|名称|抬头|公司名)(?:后面|后|最后|末尾)(?:再|请)?(?:加|添|写)(?:上"
    r"|个)?[“\"]?(?P<zh>[\u4e00-\u9fff]{2,10}?)[”\"]?[吧啊。 ]*$",
    re.I,
)


def done_and_kept(turn: CustomerTurn, tracker: Tracker, need: str | None) -> dict[str, Any] | None:
    """The yes, and what is left for afterwards, where what else is said with it takes nothing away; None for all else."""
    later = None if turn.is_payload else yes_then(turn.said, need, tracker.get_slot("order_number"))
    if later is None:
        return None
    kept = [*later, *(one for one in kept_in(tracker.get_slot("later") or "") if one not in later)]
    return {"confirmed": True, **({"later": written(kept)} if kept else {})}


def with_more_of_name(turn: CustomerTurn, known: object) -> dict[str, Any]:
    """The name an invoice is made out to, with what is to stand behind it ("put incorporated after the name")."""
    more = None if turn.is_payload or not isinstance(known, str) else _ADDED_TO_NAME.search(turn.text)
    if more is None:
        return {}
    if more["zh"]:
        return {"invoice_title": f"{known}{more['zh']}"}
    added = more["en"].title() if more["en"].islower() else more["en"]
    return {"invoice_title": f"{known} {added}"}


_FIRST = re.compile(
    r"(?:(?:no|wait|actually|sorry|please|ok|okay|hang on|hold on|can you|could you|just)\b[,. ]*)*(?:(?:do|make|take"
    r"|start with|begin"
    r" with)\b ?)?(?:the |that |my )?(?P<en>[a-z]{3,14}(?: [a-z]{2,10})?) first(?: please| then)?[.! ]*"
    r"|(?:等等|等一?下|不|还是|请|那|麻烦|[,，。 ])*先(?:帮我|给我)?(?:办|做|处理|弄|把)?(?P<zh>取消|退货?|换货?|改地址"
    r"|开发票)(?:那[一]?单|订单|那个)?[吧了。！! ]*",
    re.I,
)


async def _other_first(found: Filling, turn: CustomerTurn) -> list[Any]:
    """What waits for afterwards is read back now, where it is to be done first ("wait, do the cancel first"); what was read back
    waits in its place. Nothing for all else."""
    said = _FIRST.fullmatch(turn.said.strip())
    kept, need = kept_in(found.get("later") or ""), found.get("need")
    act = act_in(said["en"] or said["zh"]) if said else None
    one = next((one for one in kept if one.need == act and act != need and one.number.isdigit()), None)
    if one is None:
        return []
    waits = [Kept(need, found.get("order_number") or ""), *(other for other in kept if other is not one)]
    found.switch(one.need, {})
    found.set("order_number", one.number)
    found.set("later", written(waits))
    await found.onward()
    return found.events()


async def carried_on(
    found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, asked: str | None
) -> list[Any]:
    """What comes of it where a yes is waited for; nothing for an answer that says no more, and for all else."""
    if asked != "confirmed" or turn.is_payload:
        return []
    if first := await _other_first(found, turn):
        return first
    if found.get(asked) is True and done_and_kept(turn, tracker, found.get("need")) is not None:
        await found.onward()
        return found.events()
    if asks_fee_back(turn.said) and found.get(asked) is None and found.get("need") != "refund_request":
        found.tell_of("request_refund", "needs_person", "request_refund.postage")
        return await found.again()
    return []
