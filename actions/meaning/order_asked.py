"""Which one fact of an order is asked for: its parcel's number, or its day. Pure; knows no order."""

import re

LONGEST = 90  # characters; who tells a longer story asks for more
TRACKING, DAY, BOTH = "tracking", "day", "both"
_TRACKING_EN = (
    r"(?:(?:tracking|track|shipment|shipping|consignment|parcel|carrier'?s?|courier'?s?) ?"
    r"(?:number|no\b\.?|num\b|nr\b|code|id|#)"
    r"|tracking(?= ?(?:info\w*|details?|link)?(?: please| pls)?\W*$))"
)
_NAMES_IT = re.compile(_TRACKING_EN, re.I)
_ASKS_FIRST = re.compile(
    r"\b(?:what|whats|which|give|tell|send|text|read|spell|get|need|want|know|repeat|is there|do you have|have you got|got"
    r"|can i|could i|may i|please)\b|^\W*(?:and |also |ok |so )*(?:the |my |a |any )?(?:tracking|track|shipment|parcel)\b",
    re.I,
)
_NO_WISH_EN = re.compile(
    r"(?:\b|(?=n'?t\b))(?:only have|(?<!can )(?<!could )(?<!may )i have (?:the|a|my)"
    r"|i'?ve got (?:the|a|my)|says?|shows?|wrong|invalid|unknown|not work|n'?t work|useless"
    r"|not moving|hasn'?t moved|return|refund|where (?:do|can) i (?:find|see|enter)|why)\b",
    re.I,
)
_ASKS_ZH = re.compile(
    r"(?:快递|物流|运单|包裹|运输|发货|配送)的?(?:单号|编号|号码?|单)(?:是|能|可以|[ ，,])*"
    r"(?:多少|什么|啥|几|哪个|发|给|告诉|报|念|说"
    r"|有[吗没么]|[呢吗]|[?？。!！ ]*$)"
    r"|(?:多少|什么|给我?|告诉我?|报一?下|报|念一?下|念|要|查一?下|查|发我?|发一?下|说一?下|有没有|有)(?:一?下|个)?(?:快递|物流|运单|包裹)的?(?:单号|编号|号)"
)
_NO_WISH_ZH = re.compile(
    r"[只就]有(?:快递|物流|运)|单号(?:是)?(?:不对|错|无效|查不到|没用|没动)|查不到|退[货回换款]|为什么|我有"
)
_WAY_TOO = re.compile(r"\bwhere\b|\bwhen\b|\bstatus\b|到哪|哪[里儿]了|什么时候|几号|何时", re.I)
_DAY = re.compile(
    r"(?:(?:and|so|but|ok|okay|oh|right|well|hm+|thanks|great|good)\b[,.! ]*)*(?:when|what day|which day|what date|how long"
    r"|by when|how soon)\b[^,.;?]{0,36}\??[!. ]*"
    r"|(?:那|那么|大概|具体|请问|它|这个|这单|[,，。 ])*(?:什么时候|啥时候|几号|哪天|何时|多久|几天|还要多久)"
    r"(?:能|可以|会|才|要)?(?:送?到货?|收到|到|送来|送达|送)?(?:啊|呢|呀|了)*[?？。!！ ]*",
    re.I,
)


def asks_tracking(text: str) -> bool:
    """Whether the number of the parcel is asked for; who gives one, or says what its page shows, asks for no number."""
    said = text.strip().replace("\u2019", "'")
    if len(said) > LONGEST:
        return False
    asks = _NAMES_IT.search(said) is not None and _ASKS_FIRST.search(said) is not None
    in_english = asks and _NO_WISH_EN.search(said) is None
    return in_english or (_ASKS_ZH.search(said) is not None and _NO_WISH_ZH.search(said) is None)


_BARE = re.compile(
    r"(?:(?:and|so|ok|please)[, ]+)*(?:what(?:'?s| is| was)|give me|tell me|send me)"
    r" (?:the|its|that) (?:number|code)(?: again)?[?.! ]*"
    r"|(?:那|把|请|麻烦|[,，。 ])*单号(?:是)?(?:多少|什么|啥|呢|给我|发我|发一下|发给我|告诉我|报一下|念一下)*"
    r"(?:吧|啊|呢|来着)?[?？。!！ ]*"
    r"|(?:(?:and|so|ok)[, ]+)*(?:which|what|whose) (?:carrier|courier|company)"
    r"(?: (?:is it(?: with)?|has it|is bringing it|is that))?[?.! ]*"
    r"|(?:(?:and|so|ok)[, ]+)*who(?:'s| is|'?ll)? (?:deliver\w*|bring\w*|carr\w*)(?: (?:it|this|that))?[?.! ]*"
    r"|(?:那|请问|是|[,，。 ])*(?:哪家|谁)(?:公司|快递)?(?:在)?(?:送|派)的?[啊呢呀?？。!！ ]*"
    r"|(?:那|请问|是|用的?|发的?|走的?|[,，。 ])*(?:什么|哪家|哪个|啥)快递(?:公司)?(?:啊|呢|呀|送的?|发的?)*[?？。!！ ]*",
    re.I,
)


def asks_bare_number(text: str) -> bool:
    """Whether "the number", or the carrier, is asked for, of what was just told."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and _BARE.fullmatch(said) is not None


def asks_day(text: str) -> bool:
    """Whether no more is asked than the day: "when?", 什么时候到."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and _DAY.fullmatch(said) is not None


def fact_asked(text: str) -> str:
    """What of an order is asked for where it is looked up: TRACKING, or BOTH, with how it stands; empty where it is all."""
    if not asks_tracking(text):
        return ""
    return BOTH if _WAY_TOO.search(text) else TRACKING
