"""What is said of an invoice that was just sent: that it did not come, where it went, that the next is to be like it. Pure."""

import re

from actions.reading.characters import mandarin

LONGEST = 60  # characters; a longer message says more
_PARCEL = re.compile(
    r"\b(?:parcel|package|box|goods|item|items|courier|delivery|delivered)\b|包裹|快递|货|订单|东西|商品|[0-9]{5}", re.I
)
_MISSED = re.compile(
    r"\b(?:did ?n[o']?t|didn't|have ?n[o']?t|haven't|has ?n[o']?t|hasn't|never|not|nothing|no)\b.{0,24}"
    r"\b(?:get|got|gotten|receiv\w*|arriv\w*|come|came|there|e-?mails?|inbox|see|find)\b"
    r"|\bstill (?:nothing|waiting|missing|no (?:mail|e-?mail|invoice))\b"
    r"|^(?:there(?:'s| is) )?nothing (?:came|there|arrived|yet)[ .!]*$"
    r"|(?:没有?|未|收不)(?:收?到|看到|见到|找到)|(?:邮箱|邮件|信箱)[^，。]{0,4}(?:没有|没|找不到)",
    re.I,
)
_ANOTHER = re.compile(
    r"\b(?:another|a different|other|new|wrong) (?:e-?mail|mail ?box|inbox)(?: address)?\b|\bdifferent address\b"
    r"|(?:换|改|发|用|寄)(?:到|一)?(?:个|成)?(?:别的|另一?个|其他|新的?)?(?:电子)?邮箱|邮箱[^，。]{0,3}(?:错|换|改|不用了)",
    re.I,
)
_WHERE = re.compile(
    r"\b(?:which|what) (?:e-?mail|mail ?box|inbox|address)\b|\b(?:did|have|do) you (?:e-?mail|mail|send|sent)\b"
    r"|^(?:(?:so|and|ok)[, ]+)*(?:is|was) (?:it|that) (?:e-?mailed|sent|going)\b|\bto my (?:e-?mail|inbox|mail)\b[^.]{0,8}\?"
    r"|(?:发|寄|送)(?:到|去|给)[^，。]{0,4}(?:邮箱|哪)[^，。]{0,4}(?:[吗么嘛呢?？]|了$)|(?:发|寄|送)(?:到|去|给)哪|哪个邮箱"
    r"|\b(?:can|could|will|would) you (?:also |please )?(?:e-?mail|mail|send) (?:it|that|the invoice) to me\b"
    r"|^(?:(?:so|and|ok)[, ]+)*(?:will|does|do|is|would) (?:it|that|i|this)\b[^.]{0,16}\b(?:by|via|in an?|as an?) e-?mail\b"
    r"|\b(?:as|in|is it) an? pdf\b"
    r"|\b(?:as|in) pdf\b|\bwhere (?:can|do|will|could) i (?:see|find|get|download|view) (?:it|that|the invoice)\b"
    r"|(?:在)?哪[里儿]?(?:可以|能)?(?:看|下载|找)(?:到|得到)?(?:发票|它)?[呢啊呀]?[?？]?$|(?:有|能|可以)[^，。]{0,4}(?:pdf|PDF|电子版)[^，。]{0,2}[吗么嘛]",
    re.I,
)
_LIKE_IT = re.compile(
    r"\bsame (?:data|details|info\w*|company|name|tax(?: number| id)?|title|one as before)\b"
    r"|(?:按|照)(?:着)?(?:这个|这样|刚才|上面|前面|之前)[^，。]{0,6}开|(?:抬头|税号|信息|资料)[^，。]{0,6}(?:一样|相同|不变|同上)",
    re.I,
)

_AS_BEFORE = re.compile(
    r"\b(?:same|old|usual|original) (?:one|address|e-?mail|mail ?box)\b|^(?:the |to the )?same[ .!]*$|\bonce more\b|\bagain\b"
    r"|\bno other\b|没有?(?:别的|其他|另外)|原来|还是(?:那个|刚才)|同一个|[再重](?:新)?发|一样的?$",
    re.I,
)


def missed_mail(text: str) -> bool:
    """Whether the mail with the invoice is said not to have come, or is wanted elsewhere, and no parcel is spoken of."""
    said = mandarin(text.strip()).replace("\u2019", "'")
    told = _MISSED.search(said) or _ANOTHER.search(said)
    return len(said) <= LONGEST and told is not None and _PARCEL.search(said) is None


def asks_where_sent(text: str) -> bool:
    """Whether it is asked where the invoice was sent: 发到我邮箱吗."""
    said = mandarin(text.strip()).replace("\u2019", "'")
    return len(said) <= LONGEST and "@" not in said and _WHERE.search(said) is not None


_OTHER_ADDRESS = re.compile(  # asked for before it is told
    r"\b(?:change|update|correct|different|another|other|wrong|not (?:my|the|that))\b[^,.?!]{0,20}"
    r"\b(?:e-?mail|mail ?box|mail)\b|\b(?:e-?mail|mail ?box)\b[^,.?!]{0,16}\b(?:wrong|old|not (?:right|mine|in use)"
    r"|changed|out of date)\b"
    r"|(?:换|改|更换|不是)[^，。?？]{0,4}邮箱|邮箱[^，。?？]{0,4}(?:不对|错|换|改|不用了)",
    re.I,
)


def wants_other_address(text: str) -> bool:
    """Whether an invoice that was read back is to go to another address, which is not told yet: 换个邮箱."""
    return len(text) <= LONGEST and _OTHER_ADDRESS.search(text) is not None


def as_before(text: str) -> bool:
    """Whether it is to go where it went before: "the same address", 发原来的."""
    return len(text) <= LONGEST and _AS_BEFORE.search(mandarin(text)) is not None


def like_the_last(text: str) -> bool:
    """Whether an invoice is to bear what the one before bears: "with the same data", 抬头税号一样的."""
    return len(text) <= 2 * LONGEST and _LIKE_IT.search(mandarin(text)) is not None
