"""How a question is answered beside a plain yes or no: "oh wait, wrong one". Pure."""

import re

from actions.talk.turn import CustomerTurn

LONGEST_RETRACTION = 40
_RETRACTS = re.compile(
    r"^(?:(?:no|nope|oh|wait|sorry|oops|hang on|ah|hm+|actually|my bad|my mistake|yes|yeah|ok|okay|but|well)\b[,.! ]*)*"
    r"(?:(?:that'?s|that was|that is|it'?s|i (?:gave|told|sent) you|i meant) )*(?:the |an? |not )*"
    r"(?:(?:wrong|other|different) (?:one|order|number)|not (?:that|this) (?:one|order))(?: (?:sorry|number))*[ .!]*$"
    r"|^(?:不对|不是|等等|抱歉|哎|啊|[,，。! ])*(?:单号|订单号?)?(?:说|给|发|报|弄|搞)?错了?(?:单号|订单号?|一单)?了?[ 。.!！]*$"
    r"|^(?:不对|不是|[,，。! ])*不是(?:这|那)(?:个|一?单|笔)(?:订单)?[ 。.!！]*$",
    re.I,
)


def retracts(turn: CustomerTurn, asked: str | None) -> bool:
    """Whether the order named before is taken back ("oh wait, wrong one") while something else is asked about it."""
    about_it = asked in ("last4", "proof", "confirmed") and not turn.is_payload
    return about_it and len(turn.text) <= LONGEST_RETRACTION and _RETRACTS.search(turn.said) is not None


_KEEPS = re.compile(
    r"^(?:(?:yes|yeah|yep|ok|okay|sure|fine|all ?right|right|then|so|well|oh|please|just|let'?s|i'?ll|i will|i want to|i think"
    r"|you can|actually)\b[,.! ]*)*"
    r"(?:(?:keep|leave)(?: (?:it|them|that|this|the order|my order|everything))?|forget (?:about )?(?:it|that)|never ?mind"
    r"|stop(?: it| that)?)"
    r"(?:[, ]+(?:please|then|as it is|now|for now|thanks?|thank you|instead|be|alone))*[ .!]*$"
    r"|^(?:那|就|我|好的?|好吧|行吧?|还是|算了|先|[,，。 ])*(?:自己)?留(?:着|下)(?:吧|了|好了)?[ 。.!！]*$",
    re.I,
)
_STOPS = re.compile(r"(?:(?:yes|yeah|yep|ok|okay|sure|please)\b[,.! ]*)+stop\b", re.I)
GIVES_AWAY = frozenset({"cancel_order", "return_item", "exchange_item", "refund_request"})


def keeps(turn: CustomerTurn, need: str | None) -> bool:
    """Whether what was to be cancelled or given back is kept, whatever words of assent it begins with: "ok then keep it"."""
    said = turn.said.strip().replace("\u2019", "'")
    if need == "cancel_order" and _STOPS.match(said):
        return False  # the order, or the talk about it
    return need in GIVES_AWAY and len(said) <= LONGEST_RETRACTION and _KEEPS.match(said) is not None
