"""Words that only make a wish polite, behind it or before it. Pure."""

import re

from actions.reading.characters import simplified
from actions.reading.number_kinds import ANY, orders_in

LONGEST = 80  # characters that are looked at for what stands before a request
_COURTESY = re.compile(
    r"(?<![，,。 ])[，,。 ]*+(?:谢谢|谢了|麻烦了?|可以吗|行吗|好吗|行不行|吗|吧|呗|please|thanks?|thank you)*+[\s。.!！?？]*+$",
    re.I,
)
_THANKS = (
    r"(?:(?:many |ok(?:ay)? |great |cool |perfect |no )?(?:thanks?(?: you|"
    r" u)?|thank ?you|thanku|thx|thnx|ty|cheers|ta|much appreciated)"
    r"(?: (?:a lot|so much|very much|a bunch|a million|again|anyway|mate|man|guys|bot|though|sir|dear|love|"
    r"for (?:that|this|the info|(?:your|the|all) [a-z ]{2,30}?(?=[,.!;?]| and | but |$))))*"
    r"|ok(?:ay)?|all ?right|got it|i see|no problem|no worries|never ?mind|"
    r"hi|hello|hey|hiya|good (?:morning|afternoon|evening)(?: sir| guys| team| there| all)?"
    r"|(?:great|perfect|cool|brilliant|lovely|awesome|good|nice|fine)(?= ?[,.!;])"
    r")"
)
_THANKS_ZH = (
    r"(?:(?:非常|太|十分)?(?:感谢|谢谢|谢了|多谢|谢啦|感恩)(?:你们?|您|啦|了|亲|哈|呀|啊)*|"
    r"(?:好|行|可以|没事|没关系|没问题|知道|明白|了解|收到|不客气|"
    r"辛苦)(?:(?:的|了|吧|啦|嘞|哒|您|你|呀|哈)+|(?=[\s,，.。!！]))|"
    r"你好|您好|在吗|在么|(?:嗨|亲|嗯+|谢)(?=[\s,，.。!！]))"
)
_SIGN = r"[\s,，.。!！;；~～、…?？]"
_BEFORE = re.compile(
    rf"^(?:(?:{_THANKS}(?![a-z']){_SIGN}*|{_THANKS_ZH}{_SIGN}*)+)"
    r"(?:(?:and|but|also|now|so|then|one more thing|uh|um|"
    r"another thing)(?![a-z])[, ]*|(?:那个(?=再)|那(?!个)么?|还有|另外|不过|然后|顺便|再|就是|但是|对了)[,， ]*)*",
    re.I,
)
_THANKED = re.compile(r"\b(?:thank|thx|thnx|ty\b|cheers|ta\b|much appreciated)|谢|感恩", re.I)
_ASKS_ON = re.compile(
    r"[?？]|^(?:(?:and|but|also|so|uh|um+)\b[, ]*)*(?:how|what|when|where|who|which|why|is|are|do|does|did|can|could"
    r"|will(?! do\b)|should|if it'?s|now)\b|\b(?:also|another one|too|i (?:want|need|would like)|i'?d (?:also )?like|tell"
    r"|(?:what|how) about|one more|complain\w*)\b"
    r"|[吗呢么][。.!！ ]*$|什么|怎么|多少|多久|几时|哪|再(?=帮|给|查|看(?!看)|问|退|换|开|来|下)|另外|还有(?!事)|还要|帮我"
    r"|顺便|我要|我想(?!想)|也(?:按|要|想|退|换|开|查)|麻烦(?=[^你您了])|^(?:查|退|换|取消|开|看下|催)",
    re.I,
)


def without_courtesy(text: str) -> str:
    """The words without the "please" or "谢谢" they end with."""
    courtesy = _COURTESY.search(simplified(text))
    return text[: courtesy.start()] if courtesy else text


_ONLY = re.compile(
    r"(?:(?:yes|yeah|yep|ok|okay|oh|please|pls|kindly|thanks?|thank you|thx|cheers|so much|very much|a lot|dear|sir|madam"
    r"|if you(?:'d)?|would|could|can|you|will|you'?d|be so kind|be so good|don'?t mind|that(?:'?d| would)? be"
    r"|(?:great|lovely|nice|kind|wonderful)(?: of you)?"
    r"|as to|and)\b\W*)+|(?:谢谢|谢了|多谢|麻烦(?:[你您]了?|了)?|拜托了?|辛苦了?|好的?|请|[你您]|了|啊|哈|[,，。!！ ])+",
    re.I,
)


def only_courtesy(text: str) -> bool:
    """Whether nothing is said but what makes a wish polite: "yes please, if you'd be so kind"."""
    return _ONLY.fullmatch(simplified(text.strip())) is not None


def after_courtesy(text: str) -> str:
    """What is left behind thanks, a greeting or a nod that the words begin with; all of them where they begin with none."""
    before = _BEFORE.match(simplified(text[:LONGEST]))
    return text[before.end() :].strip() if before else ""


def after_thanks(text: str) -> str:
    """The words without the thanks they begin with; as they are where they begin with none, or say nothing else."""
    before = _BEFORE.match(simplified(text[:LONGEST]))
    if before is None or _THANKED.search(before[0]) is None:
        return text
    return text[before.end() :].strip() or text


def asks_on(rest: str) -> bool:
    """Whether what is said behind a thank-you asks or wants something: "how much was it", 另外查一下10033."""
    said = simplified(rest).replace("\u2019", "'")
    return bool(orders_in(said, ANY)) or _ASKS_ON.search(said[: 2 * LONGEST]) is not None
