"""How a question is answered beside a plain yes or no: "oh wait, wrong one", "yes ask them", "no, flat 4c". Pure."""

import re

from actions.rasa_plans import PLANS
from actions.rasa_turn import CustomerTurn

LONGEST_RETRACTION = 40
_RETRACTS = re.compile(
    r"^(?:(?:no|nope|oh|wait|sorry|oops|hang on|ah|hm+|actually|my bad|my mistake)\b[,.! ]*)*"
    r"(?:(?:that'?s|that was|that is|it'?s|i (?:gave|told|sent) you|i meant) )*(?:the |an? |not )*"
    r"(?:(?:wrong|other|different) (?:one|order|number)|not (?:that|this) (?:one|order))(?: (?:sorry|number))*[ .!]*$"
    r"|^(?:不对|不是|等等|抱歉|哎|啊|[,，。! ])*(?:单号|订单号?)?(?:说|给|发|报|弄|搞)?错了?(?:单号|订单号?|一单)?了?[ 。.!！]*$"
    r"|^(?:不对|不是|[,，。! ])*不是(?:这|那)(?:个|一?单|笔)(?:订单)?[ 。.!！]*$",
    re.I,
)
_YES_AND = re.compile(
    r"^(?:yes|yeah|yep|yup|sure|correct|go ahead|please do)\b"
    r"(?!.*\b(?:but|not|no|n't|dont|don't|wait|other|another|instead|rather|first|only|just|except|if|when|how|what|why|or)\b)"
    r"[^?？0-9]{0,40}$"
    r"|^(?:是的?|[对對]的?|好的?|可以|行|嗯)[,， ]*(?:你|就|那|请|麻烦|帮我|帮|给我)*"
    r"(?:问|報|报|取消|退|换|換|改|办|辦|查|催|申请|登记|提交)[^不别別?？吗嗎0-9先]{0,10}$",
    re.I,
)


def retracts(turn: CustomerTurn, asked: str | None) -> bool:
    """Whether the order named before is taken back ("oh wait, wrong one") while something else is asked about it."""
    about_it = asked in ("last4", "proof", "confirmed") and not turn.is_payload
    return about_it and len(turn.text) <= LONGEST_RETRACTION and _RETRACTS.search(turn.said) is not None


def goes_ahead(turn: CustomerTurn, need: str | None) -> bool:
    """Whether it is a yes that names what it is a yes to ("yes ask them"): nothing else is wanted, and nothing is asked."""
    wants = turn.intent if turn.intent in PLANS else None
    return wants in (None, need) and not turn.is_payload and _YES_AND.match(turn.said.strip()) is not None
