"""What was told is wanted anew, or in writing; or nothing was wanted but to ask. Pure; knows no bot."""

import re

from actions.meaning.short import LEAD, LONGEST, TAIL, is_only
from actions.reading.characters import mandarin

_TOLD = (
    r"(?:that|this|it|those|everything"
    r"|(?:the|all the|my|a|some|any)(?: \w+)? ?(?:details?|number|confirmation|information|info|proof|copy))"
)
_IN_WRITING = re.compile(
    r"\bin (?:writing|written form)\b"
    rf"|\b(?:e-?mail|text|sms|message|whats ?app|write|mail|send) (?:me|us) {_TOLD}\b(?! (?:label|invoice|receipt))"
    rf"|\b(?:e-?mail|text|sms|message|mail|send) {_TOLD} (?:to|for) (?:me|us|my (?:e-?mail|phone|mobile))\b"
    rf"|\bsend (?:me |us )?{_TOLD} (?:by|via|as an?|in an?) (?:e-?mail|text|sms|message|mail)\b"
    r"|^(?:(?:and|so|ok|okay|great|thanks?)\b[,. ]*)*(?:(?:will|do|can|could|would|shall|should) (?:i|we|you)"
    r"|is there|am i)(?: going to| also| please)* (?:get|have|receive|send|give|be sent|expect|getting)?(?: me| us"
    r"| out)? ?(?:an?|any|some|the)?"
    r" ?(?:written |e-?mail |text |sms )*(?:confirmation|confirm(?:ed)? by)(?: (?:of|for|about) (?:that|this|it|the \w+))?"
    r"(?: (?:e-?mail|text|message|sms|by (?:e-?mail|text|sms|mail)))*[ ?.!]*$"
    r"|书面|(?:发|给|寄|传)(?:我)?(?:一?[个份封条])?(?:确认|凭证)?(?:的)?(?:邮件|短信|确认|凭证|记录)"
    r"|(?:短信|邮件|微信|邮箱)[^，。,发票]{0,4}(?:发|告诉|通知|传)(?:一?[下份个])?(?:给)?(?:我|过来)",
    re.I,
)
_OTHER_PAPER = re.compile(
    r"\b(?:labels?|invoices?|receipts?|vouchers?|codes?|links?|catalog\w*)\b|发票|面单|验证码|链接|券", re.I
)
_ADDRESS_TOLD = re.compile(
    rf"^{LEAD}(?:(?:can|could|would|will) you (?:please )?|please )?(?:read|repeat|say|tell|give|confirm|spell|check)(?: out)?"
    r"(?: me| us| to me)?(?: back)? (?:the|that|my|this)?(?: new| whole| full)? ?address(?: to me| for me)?(?: back| again"
    rf"| you (?:have|saved|took))*{TAIL}$"
    rf"|^{LEAD}(?:which|what)(?:'?s| is| was)?(?: the| my)?(?: new)? address(?: (?:did|do|have) you (?:save|have|got|put|take"
    r"|note|change it to)\w*"
    rf"| is (?:it|that) (?:now|going to)| is it| now| (?:you|it) (?:have|saved|goes to))*{TAIL}$"
    r"|^(?:那|请|麻烦|能|能不能|可以|你|您|再|把|[,，。 ])*(?:念|读|报|说|讲|重复|核对)?(?:一?[下遍])?(?:新|刚才的?|改后的?)*地址"
    r"(?:再)?(?:念|读|报|说|讲|重复|核对)?(?:给我)?(?:一?[下遍])?(?:听)?(?:是(?:什么|哪里|多少|啥))?[吗吧呢]?[ ?？。]*$",
    re.I,
)
_WHICH_ORDER = re.compile(
    rf"^{LEAD}(?:(?:can you |please )?(?:remind me|tell me|say)(?: again)? )?"
    rf"(?:(?:which|what) (?:order|one|item|things?) (?:is|was|are|were) (?:that|this|it|those|they)"
    rf"|(?:which|what) (?:order|one)(?: (?:that|this|it) (?:is|was))?"
    r"|what (?:did|have) i (?:order|buy|bought|ordered|get)(?: there| in (?:it|that))?|what(?:'?s| was| is)(?: in)? (?:the"
    r"|that|my|this) order"
    rf"|what (?:that|it|the order) (?:is|was)|what i (?:ordered|bought))(?: about| for| with you)?{TAIL}$"
    r"|^(?:请问|那|这|你说的|[,，。 ])*(?:是)?(?:哪[个一]?(?:个|张)?(?:订?单)|什么订单|我(?:买|订|下)(?:的|了)?(?:是)?(?:什么"
    r"|啥)(?:东西|来着)?)"
    r"[啊呀呢来着]*[ ?？。]*$",
    re.I,
)
_ONLY_ASKING = re.compile(
    rf"^{LEAD}(?:no[,. ]+)?(?:(?:i(?:'?m| am| was)|it was) )?(?:just|only) (?:asking|wondering|checking|curious|a question"
    r"|wanted to (?:know|ask)"
    rf"|looking)(?: (?:for now|first|around|that|about it|in general))*{TAIL}(?:thanks|thank you)?[ .!]*$"
    rf"|^{LEAD}(?:i )?(?:just|only) want(?:ed)? to (?:know|ask)(?: (?:that|first|about it))?[ .!]*$"
    r"|^(?:不|没有?|没事|嗯|哦|我|[,，。 ])*(?:就|只|只是|就是|随便|先|随口)(?:想)?(?:问[问一]?[问下]?|了解一?下?|咨询一?下?"
    r"|看看)(?:而已|罢了|的)?[了啊哈吧。.!！ ]*$",
    re.I,
)


def asks_in_writing(text: str) -> bool:
    """Whether what was done is wanted in writing: "can you email me that?", 会发确认短信吗. An invoice or a label is
    another matter."""
    said = mandarin(text.strip()).replace("\u2019", "'")
    return (
        len(said) <= LONGEST
        and "@" not in said
        and _IN_WRITING.search(said) is not None
        and not _OTHER_PAPER.search(said)
    )


def asks_address_told(text: str) -> bool:
    """Whether the address that was just told is to be said again: "can you read me the address back?"."""
    return is_only(_ADDRESS_TOLD, mandarin(text))


def asks_which_order(text: str) -> bool:
    """Whether it is asked of which order, or goods, is spoken: what is read back says it."""
    return is_only(_WHICH_ORDER, mandarin(text))


def only_asking(text: str) -> bool:
    """Whether nothing is wanted but to ask: "just asking", 我就问问."""
    return is_only(_ONLY_ASKING, mandarin(text))
