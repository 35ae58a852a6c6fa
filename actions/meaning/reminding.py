"""Whether it is asked which order was read back: "remind me which order that is", 这是哪个订单来着. Pure; knows no order."""

import re

LONGEST = 70  # characters; who says more than that asks something else
_WHICH = re.compile(
    r"^(?:(?:sorry|wait|ok|okay|yes|and|but|so|hang on|hold on|um+|hm+|please|can you|could you|would you|just|quickly)\b[,. ]*)*"
    r"(?:(?:remind me|tell me|say)(?: again)?\b[, ]*(?:of |about )?)?"
    r"(?:(?:which|what) (?:order|one|parcel|purchase|item)s?(?: (?:was|is|are|were)(?: (?:that|this|it|we|you|those"
    r"|these))?| did i"
    r" (?:order|buy)| (?:that|this|it) (?:is|was))?(?: (?:about|again|talking about|talking of|cancelling|returning|for))*"
    r"|what (?:was|is|'?s) (?:(?:that|this|the|my) )?(?:order|one|purchase)(?: (?:again|about|for))*"
    r"|what(?:'s| is| was)? (?:in|on) (?:it|that|this|that order|this order|the order)|what (?:did|had) i (?:order|buy"
    r"|bought|ordered)"
    r"|remind me(?: (?:of|about) (?:it|that|the order|this))?|(?:the|which|what) order (?:that|it|this) (?:is|was))"
    r"(?:[, ]+(?:again|please|sorry|exactly|then))*[ ?.!]*$"
    r"|^(?:等等|等一下|嗯|哦|那|不好意思|请问|麻烦|提醒我?一?下|再说一?[遍下]|[,，。 ])*(?:这|那|这个|那个|你说的?|取消的?"
    r"|退的?)?是?"
    r"(?:哪|什么)(?:一)?(?:个|笔|单|张)?(?:订单|单子?|东西|商品)(?:啊|呀|呢|来着|来的|的)*[?？。 ]*$"
    r"|^(?:这|那)(?:个|一|笔)?(?:订单|单)?(?:里|里面)?(?:买|订|有)的?(?:是|了)?(?:什么|啥)(?:东西)?(?:啊|呀|呢|来着)*[?？。 ]*$",
    re.I,
)


def reminds(said: str) -> bool:
    """Whether to read it back once more is the answer."""
    text = said.strip().replace("\u2019", "'")
    return len(text) <= LONGEST and _WHICH.match(text) is not None
