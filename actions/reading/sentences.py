"""Whether words are said to somebody (a question, a wish, a remark) rather than a name or a place. Pure; knows no bot."""

import re

from actions.reading.characters import simplified

LONGEST = 300  # characters that are looked at
_STATE = re.compile(r"\b[A-Z]{2},? [0-9]{5}\b")  # "Portland, ME 04101", "Tulsa, OK 74103"
_SAID_EN = re.compile(
    r"\b(?:i|i'[a-z]+|im|ive|you|your|you'[a-z]+|we|we'[a-z]+|they|my|mine|me|it|it'?s|is|isn'?t|are|was|were|does|did|don'?t"
    r"|doesn'?t|didn'?t|can|can'?t|could|would|shall|should|have|haven'?t|has|had|how|what|what's|why|when|where|where's|which"
    r"|who|whose|please|let|let's|use|want|need|know|think|mean|meant|same|that|that's|this|there|not|yes|yeah|still|already"
    r"|wait|sorry|cancel|change|order|orders|order's|address|account|tell|send|give|ok|okay|thanks|thank|hello|actually|instead"
    r"|as|because|never|tomorrow|later|refund|invoice|return|somebody|someone|opening|delivery|shipping|price|postage|only|changes|changed|saturdays?|sundays?)\b",
    re.I,
)
_SAID_ZH = re.compile(
    r"我(?!国)|[你您吗嘛么呢]|他们|怎样|[啥谁]|为何|取消|改(?!革)|换成|不(?:是|要|用|想|对|能|行|会|知道|记得|清楚|开|退)|没有?[收到了]|地址|订单|告诉|等(?:一?下|等|会)"
    r"|可以|能不|多少|多久|几[点天号时]|(?<![理梦联])想|(?<!重)要(?!塞)|谢谢|麻烦|算了|先(?:等|别|不|帮|查|看|说|找|问)|[明后]天|对了|不了|^放|送[到达]$|帮|一样|上次|之前|原来|默认"
    r"|还是|错|怎|哪[里个儿些]|发什|退[款货]|换货|[吧呀啊哦]$|正确|好的|就行|随便|门牌号?",
)


def is_said(text: str) -> bool:
    """Whether something is said to somebody, by its pronouns, verbs and particles: no name of a place or a firm has them."""
    said = text[:LONGEST].replace("\u2019", "'")
    return _SAID_EN.search(_STATE.sub(" ", said)) is not None or _SAID_ZH.search(simplified(said)) is not None
