"""What is said behind a yes to what was read back: a question, a kindness, a note for the delivery, or more to be asked. Pure.

Only what takes nothing of the yes away is read here; a condition, a part that is to be different, or a doubt is no such thing.
"""

import re
from dataclasses import dataclass

from actions.meaning.asking import asks_in_words, asks_something
from actions.meaning.assenting import assents
from actions.meaning.delivery_notes import delivery_note_in
from actions.meaning.kept import ASK, UNNAMED, Kept
from actions.meaning.note_words import only_thanks, without_politeness
from actions.meaning.postage import postage_alone
from actions.meaning.taking_back import act_in
from actions.reading.addresses import names_whom

LONGEST = 160  # characters; who says more than that tells something else
LONGEST_NOTE = 80  # of what is noted on top
LEAST_WORDS, LEAST_SIGNS = 3, 4  # of a question that is one by itself: words, or Chinese characters
TO_A_PLACE = frozenset({"change_address", "change_items"})  # after which a note for the delivery may still be left
GOES_BACK = frozenset({"return_item", "exchange_item", "refund_request"})
_PARTS = re.compile(
    r"(?<![\s,，.。;；!！~～])[\s,，.。;；!！~～]++|(?<=[好是对行以定的])(?=还有|另外|顺便|然后|但|不过|谢)"
)
_AND = re.compile(
    r"(?:(?P<but>but|however|only|though|不过|但是?|可是|只是)|and|also|plus|then|oh|so|by the way|btw|please|还有"
    r"|另外(?!那|的|一)|顺便|然后|再"
    r"|对了|那|请问|麻烦)(?![a-z'])[\s,，]*",
    re.I,
)
_BEGINS = re.compile(  # "do i …?" begins like the act, too: a yes is said by name
    r"(?:please[, ]+|oh[, ]+|sure[, ]+)*(?:ye[spahr]+|ya|yup|aye|ok(?:ay)?|sure|please do|go ahead|do (?:it|that|so)\b"
    r"|of course|right"
    r"|all ?right|correct|exactly|definitely|absolutely|certainly|perfect|great|fine|good|that(?:'s|s| is) (?:right|correct"
    r"|fine|it"
    r"|good|ok)|(?:sounds|looks) (?:good|great|right|fine)|confirm(?:ed)?|agreed)(?![a-z'])"
    r"|[是对嗯恩好行可要成确没当就那麻请同]",
    re.I,
)
_WEAK = re.compile(  # it may only say that something was heard
    r"(?:ok(?:ay)?|k|right|all ?right|alrighty|fine|good|great|true|well|perfect|cool|yeah right|嗯|恩|哦|好|好的|好吧|行"
    r"|行吧|嗯嗯"
    r"|thanks?|thank you|谢谢|[\s,，.。!！])+",
    re.I,
)
_CONDITION = re.compile(
    r"\b(?:wait|hang on|hold on|actually|sorry|stop|nope?|h+m+|but|if|unless|provided|as long as|in case|until|except"
    r"|instead|rather|without|not (?:the|this|that))\b"
    r"|等等|等一?下|先别|算了|慢着|如果|要是|假如|只要|除非|万一|的话|除了|不过要先|别把|不要",
    re.I,
)
_NO_ASKING = re.compile(  # whether it is right at all, or of what was read back
    r"(?:.*\b(?:right|correct|sure|certain)\b|or|what if|(?:is|are|was|were|isn'?t|aren'?t|did|has|have)\b(?! there\b)"
    r"|which|whose|who is"
    r"|does (?:it|that|this)\b"
    r"|what (?:was|is|'?s) (?:it|that|this|the (?:order|address|name|number))|why|should i|do i have to"
    r"|can i (?:still )?(?:change"
    r"|keep|cancel)|(?:can|could|would|will) you\b)"
    r"|还是|是不是|你确定|对吗|哪个|哪一?[单笔]|这是|能不能|可不可以|能改|为什么|要不要",
    re.I,
)
_KIND = re.compile(
    r"(?:(?:and|so|very|really|much|too|many|indeed|then|all|a lot|thanks?|thank you|thx|cheers|please|for (?:your|the"
    r"|all your|all"
    r" the) (?:help|time|patience|kindness|assistance)|for helping(?: me)?|(?:you(?:'?re| are|'?ve been| have been)"
    r"|that(?:'?s| is)"
    r"|how) (?:so |very |really |too |such )?(?:a )?(?:kind|nice|sweet|helpful|great|good|lovely|star|gem|wonderful|patient"
    r"|polite"
    r"|brilliant|quick|fast|amazing)(?: of you)?|i(?:'?d)? (?:really )?appreciate (?:it|that|your help)|appreciated"
    r"|have a (?:nice|good"
    r"|great|lovely) (?:day|one|evening|weekend)|god bless(?: you)?|bless you|kind of you|good job|well done)[\s,.!]*)+"
    r"|(?:[你您](?:真|太|很|可真)?(?:好|贴心|耐心|热心|棒|厉害|专业|客气|周到)|(?:真|太|很)(?:好|棒|贴心|方便)"
    r"|(?:非常|十分|太|很|真的?)?(?:感谢|谢谢|多谢)(?:[你您])?(?:的(?:帮助|帮忙|耐心|服务))?|辛苦(?:[你您])?|服务(?:真|很|太)?好"
    r"|麻烦(?:[你您])?|祝[你您](?:生活|工作)?(?:愉快|顺利)|[了啦啊呀哦哈的吧\s,，。.!！~])+",
    re.I,
)
_ONLY_THIS = re.compile(  # what is so anyway
    r"(?:just |only )*for (?:this|that|the) (?:one|order|time|parcel|delivery)(?: only| though| please)?|(?:just"
    r"|only) (?:this|the) (?:once"
    r"|one|time|order)(?: though| please)?|仅?只?(?:改|换|限|是|有)?(?:这|本)(?:一|次|个)?(?:单|次|个?订单)"
    r"(?:改|用)?(?:就行|而已|哦|啊|吧)?",
    re.I,
)
_AS_FILE = re.compile(
    r"(?:as|in) (?:an? )?(?:pdf|e-?mail|digital|electronic|file)(?: \w+)?(?: please)?|(?:a |the )?pdf(?: (?:version|file|copy))?"
    r"(?: please| is fine)?|(?:by|via|per) e-?mail(?: please)?|(?:要|就要)?(?:pdf|电子(?:版|档|发票))(?:格式|版)?(?:的|就行"
    r"|就好|即可)?",
    re.I,
)
_SENDS_LATER = re.compile(
    r"(?:i|we)(?:'ll| will| can| could|'m going to)? (?:only |just )?(?:be able to )?(?:send|post|ship|drop|bring|return"
    r"|mail) (?:it|them"
    r"|the \w+)(?: \w+){0,2} (?:next week|tomorrow|on \w+day|next month|later|this weekend|at the weekend|in a (?:few days"
    r"|week)|after"
    r" \w+)|我?(?:要|得|只能|只好|可能)?(?:等)?(?:下周.?|下个?月|明天|后天|周末|过几天|周[一二三四五六日天])(?:以后|后|才|再|能)*"
    r"(?:寄|发|送|退)(?:回|出|去|过去)?",
    re.I,
)
_SENT_TO_ME = re.compile(
    r"(?:(?:can|could|would|will) you |please |also |just |then )*(?:e-?mail|send|text|mail|forward) (?:me|us)\b(?: (?:a|an"
    r"|the|my|any"
    r"|some))?(?: [a-z]+){1,4}|(?:请|麻烦|能|把|再|顺便|也|[你您])*(?:发|寄|给)(?:给?我)?(?:一?[份张个])?"
    r"(?:标签|面单|确认|短信|邮件|凭证|条码)(?:给我|发我)?(?:一下|吧)?",
    re.I,
)
_GREETING_CARD = re.compile(
    r"(?:please |also |can you |could you )*(?:add|put in|include|enclose|write) (?:a |an |the |my )?(?:gift |greeting "
    r"|birthday |small "
    r"|little )?(?:card|message|gift wrap\w*|wrapping)\b.{0,60}|(?:gift )?wrap (?:it|them)\b.{0,20}"
    r"|(?:请|麻烦|帮我|再|也)*(?:加|放|附|写)(?:上|一|个|张|份)*(?:贺|生日|祝福|礼品|小)*(?:卡|卡片|贺词|礼盒|包装).{0,20}",
    re.I,
)
_TELLS_OF_OTHER = re.compile(
    r"(?:(?:please|can you|could you|i want to|i'?d like to)\b ?)*(?:tell me|know|hear|check|look|see|talk|what|how|where|when)\b"
    r"[^0-9,;.]{0,25}\b(?:my |the )?other (?:one|order|parcel|package)s?\b.{0,15}"
    r"|(?:请|麻烦|帮我|再|也|告诉我|查一?下|看一?下|说说|问一?下)*(?:我的?)?(?:另(?:外)?(?:的|那)?一?[个单件笔]|别的|其他"
    r"|其它)的?"
    r"(?:订单|包裹|快递)?(?:到哪|怎么样|在哪|什么时候|的?情况|的?物流|[了呢吗啊吧儿里到])*",
    re.I,
)
_NO_NOTE = re.compile(
    r"(?:that'?s|that is|this is) (?:all|it|everything|the (?:one|note))|nothing (?:else|more)|no more|(?:就)?(?:这些|这样"
    r"|这么多)"
    r"|没有?(?:别的|了)|(?:do|note|send|pass) (?:it|that)\b|cancel|refund|return|change|order",
    re.I,
)


_LEFT_AT = re.compile(
    r"(?:(?:please|just|also|can they|tell (?:them|him|the driver|the courier) to)\b ?)*(?:leave|put|drop|hide) (?:it|them"
    r"|the parcel)?"
    r" ?(?:at|by|in|on|with|behind|under|next to|outside|inside|round)\b[^?]{3,50}|(?:请|麻烦|帮我|让快递员?|也|就|[,，])*"
    r"(?:放|留|搁)(?:在|到)[^,，。?？吗]{2,15}|(?:请|麻烦|帮我|就)*交给[^,，。?？吗]{1,12}",
    re.I,
)
_FEE_BACK = re.compile(
    r"\b(?:delivery|shipping|postage|courier)(?: (?:charges?|fees?|costs?|money))?\b[^,.;]{0,30}\b(?:back|refunded|returned"
    r"|paid back)\b"
    r"|\b(?:back|refunded?|return)\b[^,.;]{0,20}\b(?:delivery|shipping|postage) (?:charges?|fees?|costs?|money)\b|(?:运费"
    r"|邮费|配送费"
    r"|快递费)[^，。]{0,4}退",
    re.I,
)
_LABEL = re.compile(r"\blabels?\b|标签|面单", re.I)
_ASKS_LABEL = {"en": "do i need a return label", "zh": "退货怎么操作"}
_ASKS_CARD = {"en": "can you put a card in", "zh": "能加张贺卡吗"}


@dataclass(frozen=True, slots=True)
class Behind:
    """What is said behind the yes; `but` where it is put against it; `weak` where the yes may only say that it was heard."""

    words: str
    but: bool
    weak: bool


def behind_yes(text: str, need: str | None, number: str | None = None) -> Behind | None:
    """What follows the longest yes with which the words begin; None where they begin with none, or are nothing else."""
    said = text.strip().replace("\u2019", "'")
    if len(said) > LONGEST or assents(said, need, number):
        return None
    for part in reversed(list(_PARTS.finditer(said))):
        head, rest = said[: part.start()], said[part.end() :]
        if not rest or not _BEGINS.match(head) or not assents(head, need, number):
            continue
        but, led = False, rest
        while (lead := _AND.match(led)) is not None and lead.end() < len(led):
            but, led = but or lead["but"] is not None, led[lead.end() :]
        return Behind(led.strip(), but, _WEAK.fullmatch(head) is not None)
    return None


def yes_then(text: str, need: str | None, number: str | None = None) -> tuple[Kept, ...] | None:
    """What is to be dealt with after what was read back is done, which the words say yes to: nothing, a question, a note, another
    order's way. None where they are no such yes."""
    rest = behind_yes(text, need, number)
    if need is None or rest is None or re.search("[0-9]{5,}|@", rest.words):
        return None
    said = rest.words.strip(" .!。！~")
    if _is_so_anyway(said, need):
        return ()
    if _TELLS_OF_OTHER.fullmatch(said.rstrip("?？")) and not rest.but:
        return (Kept("order_status", UNNAMED),)
    left = delivery_note_in(said) or _LEFT_AT.fullmatch(said)
    if need in TO_A_PLACE and not rest.but and not _CONDITION.search(said) and left:
        return (Kept("delivery_note", number or "", words=without_politeness(said)),)
    return (Kept(ASK, words=_of_the_shop(rest.words)),) if _is_for_later(rest, need) else None


def _of_the_shop(said: str) -> str:
    """A wish for what nobody sends or encloses, as the shop's rule is asked for."""
    tongue = "en" if said.isascii() else "zh"
    if _LABEL.search(said):
        return _ASKS_LABEL[tongue]
    return _ASKS_CARD[tongue] if _GREETING_CARD.fullmatch(said) else said


def _is_so_anyway(said: str, need: str) -> bool:
    """Whether nothing has to be done about it: a kindness, "only for this order", "as a PDF", when the goods are sent back."""
    return (
        _KIND.fullmatch(said) is not None
        or (_ONLY_THIS.fullmatch(said) is not None)
        or (need == "invoice" and _AS_FILE.fullmatch(said) is not None)
        or (need in GOES_BACK and _SENDS_LATER.fullmatch(said) is not None)
    )


def _is_for_later(rest: Behind, need: str) -> bool:
    """Whether it is a question of its own, or a wish that only the shop's rules can answer. Put against the yes ("but …?") or
    behind what may be no more than an "ok", it is to be answered first; so is one that asks about what was read back."""
    said = rest.words
    if rest.but or _CONDITION.search(said):
        return False
    if _GREETING_CARD.fullmatch(said) or (need != "invoice" and _SENT_TO_ME.fullmatch(said)):
        return True
    enough = len(said.split()) >= LEAST_WORDS if said.isascii() else len(said) >= LEAST_SIGNS
    asks = asks_something(said) and enough and not _NO_ASKING.match(said)
    return asks and not rest.weak and (asks_fee_back(said) or act_in(said) in (None, need))


def asks_fee_back(said: str) -> bool:
    """Whether it is asked if what delivery cost is paid back, too."""
    return asks_something(said) and (postage_alone(said) or _FEE_BACK.search(said) is not None)


def noted_too(text: str, number: str | None = None) -> str | None:
    """What is to be noted for the delivery on top of what was read back, behind a yes to it: "yes and it's the blue door"."""
    rest = behind_yes(text, "delivery_note", number)
    if rest is None or len(rest.words) > LONGEST_NOTE:
        return None
    said = rest.words.strip(" ,，.。!！")
    none = only_thanks(said) or _KIND.fullmatch(said) or _NO_NOTE.match(said) or _ONLY_THIS.fullmatch(said)
    asks = re.search(r"[?？]|[吗嘛]\W*$", said) or (asks_in_words(said) and not _CONDITION.search(said))
    another = act_in(said) not in (None, "delivery_note") and not names_whom(said)
    return None if none or asks or another or len(said) < LEAST_SIGNS - 1 else without_politeness(said)
