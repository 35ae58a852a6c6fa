"""Which need plain words name that stand for an order: "the late one", 要退的. Pure; knows no bot."""

import re

LONGEST = 40  # characters of words that only point
_ACTS = (  # the first that fits
    ("change_order", r"改(?:收货)?地址|换地址|\baddress\b"),
    ("invoice", r"发票|开票|\binvoice\b"),
    ("refund_request", r"退款|退钱|\brefund\b"),
    ("return_item", r"退|\b(?:return|send(?:ing)? (?:it )?back)"),
    ("exchange_item", r"换|\b(?:exchange|swap)"),
    ("cancel_order", r"取消|\bcancel"),
    (
        "delivery_problem",
        r"催|没收?到|坏|破|碎|少|发错|\b(?:late|chase|broken|damaged|missing|lost|never|wrong|has ?n[o']?t (?:come|arrived))",
    ),
    ("order_status", r"查|到哪|\b(?:track|status|where)"),
)
_OF_ACT = tuple((need, re.compile(words, re.I)) for need, words in _ACTS)
_THAT_ONE = re.compile(
    r"^(?:那么?|好的?|嗯|还有|[,，。 ])*(?:要|想)?(?P<zh>[\u4e00-\u9fff]{1,5}?)的?(?:那|这)(?:一)?[个单件笔](?:订单)?"
    r"(?:呢|吧|怎么办|啊|[?？。!！ ])*$"
    r"|^(?:(?:and|ok|okay|what about|how about|now|then)\b[, ]*)*(?:the|that) (?P<en>return|exchange|refund|invoice|cancel\w*)"
    r"(?: one| order)?(?: then| now| please|[?!. ])*$",
    re.I,
)
_TELLS_WAY = re.compile(r"\b(?:where|when|track|status)\b|到哪|在哪|什么时候|物流|到了[吗没]|发货了?[吗没]", re.I)
_CLAUSES = re.compile(r"[,，;；。.!！?？]|\band\b|另外|还有", re.I)
_AFTERWARDS = re.compile(
    r"(?:完|好)(?:了|成)?(?:之后|以后|后)?[,，]?再|然后|之后再"
    r"|\b(?:and )?then (?!i\b.{0,3}(?:did|had|was))|\bafter(?:wards| that)\b",
    re.I,
)


def comes_after(said: str) -> bool:
    """Whether something is wanted after what was begun, and not in its place: 10034，退完再帮我开发票."""
    return _AFTERWARDS.search(said[:300]) is not None


def need_named(words: str) -> str | None:
    """The need that the words name, of those that are told apart by them."""
    return next((need for need, act in _OF_ACT if act.search(words)), None)


def points_by_act(said: str, need: str | None) -> bool:
    """Whether the order is pointed at for which this need was named, and nothing else is said: 催的那个呢."""
    found = _THAT_ONE.match(said.strip()) if need and len(said) <= LONGEST else None
    return found is not None and need_named(found["zh"] or found["en"]) == need


def need_beside(text: str, number: str) -> str | None:
    """What is asked of the order in the clause that names it, where it is only how it stands: 10032，另外10031到哪了."""
    clause = next((part for part in _CLAUSES.split(text[:300]) if number in part), "")
    return "order_status" if _TELLS_WAY.search(clause) else None
