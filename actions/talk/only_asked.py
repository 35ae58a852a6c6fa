"""Who only wanted to ask, or only thanks, where an order number is asked for: nothing is begun. Knows the tracker's shape."""

import re
from typing import Any

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.meaning.told_anew import only_asking
from actions.talk.filling import Filling
from actions.talk.turn import CustomerTurn

_THANKS = re.compile(
    r"(?:(?:ok|okay|oh|no|great|good|cool|right|perfect|well)\b[,.! ]*)*(?:thanks?|thank you|thx|cheers|ta)"
    r"(?: (?:you|so much|very much|a lot|anyway|though|for (?:that|your help|the (?:info|help|answer))))*[ .!]*"
    r"|(?:好的?|嗯|哦|行|那|[,，。 ])*(?:谢谢|多谢|感谢|谢了)(?:你|您|啦|了|啊|哈|[。.!！~ ])*",
    re.I,
)


_OK = re.compile(
    r"(?:(?:oh|ah|um+)[, ]+)*(?:ok(?:ay)?|right|sure|alright|all right)[ .!…]*|(?:好的?|行|嗯)[吧啊。.!！ ]*", re.I
)


async def only_asked(found: Filling, dispatcher: CollectingDispatcher, turn: CustomerTurn) -> list[Any]:
    """Nothing is begun for who only asked, or thanks for what was told; a bare "ok" is asked for the number again, and missed
    nothing. Nothing for all else."""
    if not turn.is_payload and _OK.fullmatch(turn.said.strip()):
        return await found.again(misses=int(found.get("misses") or 0))
    asks = only_asking(turn.said)
    if turn.is_payload or not (asks or _THANKS.fullmatch(turn.said.strip())):
        return []
    dispatcher.utter_message(response="utter_all_right" if asks else "utter_welcome")
    return [SlotSet("offer", None if asks else "more"), *found.ended("unsure")]
