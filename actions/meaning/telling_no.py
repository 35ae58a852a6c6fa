"""What a "no" tells beside being one: that money which was paid is not there, or what is wrong. Pure; knows no bot."""

import re

from actions.reading.characters import mandarin

LONGEST = 120  # characters that are looked at
_NOT = (
    r"(?:(?:is|was|has|have|had|did|do|does|are|could|would|ca)n'?t"
    r"|(?:is |was |has |have |had |did |do |does |are )?not|cannot|never)"
)
_NOT_THERE = re.compile(
    rf"\b(?:{_NOT}|nothing)\b.{{0,24}}\b(?:got|get|gotten|received?|there|see|seen|find|found|come|came|arrived?|show\w*"
    r"|appear\w*|turned up|credited|landed|in|on|yet|of it|back)\b"
    rf"|\b(?:it|they|i|we|money|refund)(?:'s|'ve)? ?{_NOT}(?: (?:yet|either))*[ .!]*$|\bshows? nothing\b"
    r"|\bno (?:money|refund|payment|trace|sign)\b|\bmissing\b|\bstill (?:waiting|not|nothing)\b"
    r"|(?:没|沒|未)有?(?:收到|看到|见到|到账|到賬|到帐|退到|找到|查到|进来|钱|[这那]笔|进账|到(?!期))"
    r"|(?:卡|账户|賬戶|账上|账单|银行)[^，。,]{0,8}[，, ]?[^，。,]{0,4}(?:没|沒|不(?:在|见))",
    re.I,
)
_OF_GOODS = re.compile(
    r"\b(?:parcel|package|goods|items?|courier|delivery|delivered|invoice|e-?mail|link|code|order)\b"
    r"|包裹|快递|货(?!款)|商品|东西|发票|邮件|短信",
    re.I,
)
_ASKS = re.compile(
    r"[?？]|[吗呢么]\W*$|^(?:(?:and|so|but|ok)\W+)*(?:when|where|how|what|why)\b|什么时候|多久|怎么|哪", re.I
)
_CLOSES = re.compile(
    r"\b(?:anything|else|questions?|need\w*|necessary|bother\w*|matters?|worry|problems?|think|want|help|more|required|any ?more"
    r"|i'?m (?:fine|good|ok|all set)|for (?:now|today))\b"
    r"|(?:没|沒)有?(?:什么|事|别的|其他|其它|问题|了)|不(?:用|需要|要|必|客气|会)|别的|其他|没关系|不错",
    re.I,
)
_TELLS = re.compile(
    r"^(?:(?:no|nope|nah)\b[,.! ]*)*(?:and|but|also|except|only that)\b (?:not?|never|please|don'?t|it|the|they|my|i|he|she"
    r"|there)\b"
    rf"|\b(?:it|they|he|she|that|there|this|(?:the|my|your) [a-z]+(?: [a-z]+)?|i|we)(?:'s|'re|'ve| still)? ?{_NOT}"
    r"(?: (?:even|really|yet|ever|actually))* (?!it\b|that\b|thanks?\b|thx\b|now\b|at\b|no\b|really\b|so\b)[a-z]{2,}"
    r"|\b(?:(?:it|that|this|they|he|she|there|(?:the|my) [a-z]+(?: [a-z]+)?)(?:'s|'re| is| are| was| were)"
    r" (?:still|wrong|missing|broken|damaged|incorrect|rude|too (?:late|much|little)))\b"
    r"|\b(?:wrong|incorrect|mistake|misspel\w+|(?:it|that|this|they|he|she) (?:says?|said|shows?))\b"
    r"|(?:没|沒|未)有?(?:收到|看到|见到|到账|退|送|来|找到|动|更新|人)|(?<!没有)(?<!没)(?:不对|错了?|有误|坏|少了|漏|弄错|不一样)"
    r"|^(?:不|没有?|不是)?[,， ]*(?:但是?|可是|不过|还要|另外)(?!谢)[^，。]{2,}",
    re.I,
)


def _plain(text: str) -> str:
    return mandarin(text.strip()).replace("\u2019", "'")


def money_not_there(text: str) -> bool:
    """Whether money that is told to have been paid is said not to be there: "no, I never got it", 账户里没有. It asks nothing."""
    said = _plain(text)
    told = len(said) <= LONGEST and _OF_GOODS.search(said) is None and _ASKS.search(said) is None
    return told and _CLOSES.search(said) is None and _NOT_THERE.search(said) is not None


def tells_something(text: str) -> bool:
    """Whether a no to "anything else?" tells what is wrong, or goes on, and does not only close the talk: "no, the amount is
    wrong", "and not outside", 没有，金额不对."""
    said = _plain(text)
    return len(said) <= LONGEST and _CLOSES.search(said) is None and _TELLS.search(said) is not None
