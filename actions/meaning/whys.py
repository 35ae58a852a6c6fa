"""What is asked about a question instead of an answer to it: why it is put, which address is known, how to buy. Pure."""

import re
from collections.abc import Mapping

from actions.meaning.beyond_doubt import asks_where_to
from actions.reading.characters import mandarin

LONGEST = 70  # characters; a longer message says more
_INFO: Mapping[str, tuple[str, str]] = {  # what may be asked for, by the slot it fills
    "tax_number": (r"(?:company )?(?:tax|vat)(?: ?(?:number|id|no))?", "(?:公司)?(?:税号|信用代码)"),
    "order_number": (r"order (?:number|no|id)|number of (?:my|the) order", "订单(?:号码?|编号)|单号"),
    "email": (r"e-?mail(?: address)?", "(?:电子)?(?:邮箱|邮件)(?:地址)?"),
    "last4": (
        r"(?:last )?(?:four |4 )?(?:digits|numbers) of (?:my|the) (?:phone|mobile)(?: number)?|(?:last )?(?:four|4)(?: digits)?"
        r"|digits|(?:tele)?phone(?: number)?|mobile(?: number)?|number",
        "(?:手机|电话)?(?:号码?)?(?:的)?(?:[后末]四位(?:数字?)?|尾号)|手机(?:号码?)?|电话(?:号码)?|号码",
    ),
    "new_address": (r"(?:new |full |whole )?address|postcode|zip(?: code)?", "(?:新|收货)?(?:地址|住址)|邮编"),
    "invoice_title": (r"(?:company(?:'s)? )?name", "(?:发票)?抬头|公司(?:名称|名字|名)|名字|姓名"),
    "return_reason": (r"reason", "原因|理由"),
}
_IT = r"that|this|it|these|those|them|all (?:of )?(?:that|this|these)|so much|(?:my )?(?:details|information|data)"
_IT_ZH = "这个|这些|那个|那些|它|这么多|信息|资料"
_ANY_EN = "|".join([*(en for en, _ in _INFO.values()), _IT])
_ANY_ZH = "|".join([*(zh for _, zh in _INFO.values()), _IT_ZH])


def _object(group: str) -> str:
    return f"(?:(?:my|the|an?|your|our|me) )?(?P<{group}>{_ANY_EN})"


def _object_zh(group: str) -> str:
    return f"(?P<{group}>{_ANY_ZH})"


_LEAD = r"^(?:(?:and|but|so|ok|okay|wait|hang on|hm+|um+|uh+|sorry|well|hey|no)\b[,. ]*)*"
_END = (
    r"(?: (?:for|from me|again|now|though|exactly|anyway|at all|please|first|for (?:that|this|it)"
    r"|to (?:do|track|find|check|cancel|return|change|see|exchange) (?:that|this|it|(?:my|an|the) order)))*\W*$"
)
_ASK = r"(?:ask(?:ing)?|need|want|require|have|tell|give|provide|know|say|type|enter|share|show)"
_WHY = (
    re.compile(rf"{_LEAD}(?:why|what for|for what|how come)\W*$", re.I),
    re.compile(
        rf"{_LEAD}(?:why|how come)(?: on earth| exactly)?"
        rf"(?: do| would| should| must| are| is| does| did)?(?: you| i| they| it)?"
        rf"(?: (?:always|really|even|still|have|to|be|necessary|needed|required|wanting|{_ASK}|you|for|about))*"
        rf"(?: {_object('what')})?(?: (?:necessary|needed|required|important))?{_END}",
        re.I,
    ),
    re.compile(
        rf"{_LEAD}what(?:'?s| is| are| do| would)?(?: you| that| this| it)?"
        rf"(?: (?:need|want|{_ASK}))?(?: {_object('what')})? for{_END}",
        re.I,
    ),
    re.compile(
        rf"{_LEAD}(?:is|are) {_object('what')}(?: (?:really|absolutely))? (?:necessary|needed|required|mandatory|important){_END}"
        rf"|{_LEAD}do you (?:really |actually )?(?:need|have to have|have to know) (?:to know )?{_object('must')}{_END}"
        rf"|{_LEAD}(?:do|must|should) i (?:really |actually )?(?:have to |need to )?(?:tell|give|provide|say|enter|share)"
        rf"(?: you)?"
        rf" {_object('give')}{_END}",
        re.I,
    ),
)
_ASK_ZH = "(?:[发寄]到|提供|告诉|给|报|说|填|知道|问|核对|验证|核实|输入?|查)"
_WHY_ZH = (
    re.compile(
        rf"^(?:为什么|为啥|为何|干嘛|干吗|凭什么|怎么还要)(?:还|非|都|总|一定|[你您]们?|我|又|就|先|得|要|需要|想|必须|让)*"
        rf"{_ASK_ZH}?(?:一下)?(?:[你您]们?|我)?的?(?:下单)?的?(?:这个|那个)?{_object_zh('what')}?(?:才行|呢|啊|呀|吗)?\W*$"
    ),
    re.compile(
        rf"^(?:[你您]们?)?(?:老|还|要|需要)*{_ASK_ZH}?(?:我)?的?(?:下单)?的?{_object_zh('what')}(?:来|是要?|用来)?"
        r"(?:干[嘛吗啥]|干什么|做什么|做啥|有什么用|有啥用|是?为什么|什么用|啥用)(?:用?的)?(?:呢|啊|呀)?\W*$"
    ),
    re.compile(
        rf"^(?:这个|那个)?(?:一定|必须|非)(?:要|得)(?:{_ASK_ZH}(?:[你您]们?)?)?{_object_zh('what')}?(?:吗|不可吗?|才行吗)\W*$"
        rf"|^{_object_zh('must')}(?:是)?(?:一定|必须|非)(?:要|得)?{_ASK_ZH}?的?(?:吗|不可吗?)\W*$"
    ),
)
_BEFORE_ZH = re.compile(r"^(?:那|请问|但是?|不过|等等|可是|咦|诶|哎|嗯|啊|[,，。 ])+")
_KNOWN = re.compile(  # the address that is known now
    rf"{_LEAD}(?:to )?(?:which|what) address\W*$|^(?:到|寄到|送到)?(?:哪一?个|什么)地址(?:呢|啊|呀)?\W*$|"
    r"\b(?:which|what) address (?:will|do|would|are) you (?:be )?(?:send|ship|deliver)\w* (?:it|that|them|the new one)\b"
    r"|\b(?:which|what) address (?:do|did|have|are) (?:you|i)\b(?: (?:have|got|know|use|using|given?|gave|put(?: in)?"
    r"|enter(?:ed)?"
    r"|typed?|sending))?(?: (?:to|in|on (?:file|record|there|it|(?:my|the) order)|for (?:me|it|(?:my|the) order)|now|right now"
    r"|at the moment|there|saved|currently|down))*\W*$"
    r"|\b(?:what(?:'?s| is| was)|tell me|which is) (?:the|my) (?:current|present|old|saved|registered|existing|actual) address\b"
    r"|\b(?:what(?:'?s| is| was)|which(?: is)?) (?:the|my) address (?:you have|on (?:file|it|(?:my|the) order)|now|right now|at"
    r" the moment|in (?:there|your system))\b"
    r"|\b(?:which|what) address is (?:on|in) (?:it|file|there|(?:my|the) order|your system)\b"
    r"|(?:登记|填|留|写|存|用|记录?|系统里?|订单上)(?:的|着)*(?:收货)?(?:地址)?是?(?:哪一?个|什么|哪里的?|哪)(?:地址)?(?:呢|啊|呀|来着)?\W*$"
    r"|(?:现在|目前|原来|原先|当前|之前)(?:填|写|留|登记|用)?的?(?:是)?(?:哪一?个|什么)地址"
)
_WHICH_PHONE = re.compile(  # the digits are of
    rf"{_LEAD}(?:of |for )?(?:which|what|whose) (?:(?:tele)?phone|mobile|cell|number)(?: number)?(?: (?:do|did|is|are|was|would)"
    r" (?:you|i|that|it|this)(?: (?:have|mean|want|need|give|use|got|on (?:file|it|the order)))?(?: (?:for me|on file"
    r"|there|now))?)?\W*$"
    r"|^(?:[你您]们?|要|是|填|下单|登记|留|报|的|[,，。 ])*(?:哪一?个|什么|谁的)(?:手机|电话)?(?:号码?|手机"
    r"|电话)(?:的)?(?:[后末]四位|尾号)?(?:呢|啊|呀)?\W*$"
    r"|^(?:[你您]们?|我|那|登记|留|填|下单时?|系统里?|的|[,，。 ])*(?:手机|电话)号?码?是(?:哪一?个|什么|多少)(?:呢|啊|呀)?\W*$",
    re.I,
)
_OTHERS = re.compile(r"邮箱|发票|\be-?mail|invoice|电话|手机|退回|寄回|\breturn", re.I)
_BUYS = re.compile(  # beyond doubt
    r"\b(?:want|like|need|going|can i|could i|how (?:do|can) i|may i|let me|wanna)(?: to)? (?:buy|purchase)\b"
    r"(?! (?:anything|something) else\b)|\bi(?:'ll| will) buy\b|\b(?:can|could|may) i (?:order|get) (?:one|it|some|two)"
    r" (?:here|from you|now)\b|\bplace an order for\b|\bwhere (?:do|can|could) i (?:order|buy)\b(?! number)"
    r"|\badd (?:one|it|two) to (?:my|the) (?:cart|basket|bag)\b"
    r"|(?:在|到|去)?哪里?(?:可以|能)?(?:买|下单)|(?:要|想|帮我|给我)(?:再)?(?:买|订购|下单)(?:[一两二三个件双台套]|它|这个|吧|了?$)|我(?:就)?买(?:了)?(?:[一两二三1-3][个件双台套])?(?:吧|了)?$",
    re.I,
)
_TAKES = re.compile(  # right after a price
    r"^(?:(?:ok|okay|great|good|nice|perfect|cool|fine|yes|yeah|sure|then|well|thanks|thank you|please|so)\b[,.! ]*)*"
    r"(?:i(?:'?ll| will|'?d like to|'?d| would like to| want to)? ?(?:take|have|order|get|buy)|give me"
    r"|send me|get me|order me|sell me"
    r"|i(?:'?d like| would like| want))"
    r" (?:one|it|two|three|that|this|some|both|a couple|one of (?:them|those|these)|that one|this one|the \w+(?: \w+)?)"
    r"(?:[, ]+(?:then|please|thanks|now|too))*[ .!]*$"
    r"|^(?:好的?|行|可以|那|嗯|不错|就|我|给我|帮我|请|想?要|[,，。 ])*(?:来|拿|买|订|要|下单|下)"
    r"(?:[一两二三1-3](?:个|件|双|台|套|只|条|份|单)|它|这个)"
    r"(?:吧|了|谢谢|[,，。!！ ])*$",
    re.I,
)


def why_asked(text: str, asked: str) -> str | None:
    """The slot for which it is asked why it is wanted, `asked` where none is named; None where nothing of the kind is asked."""
    said = mandarin(text.strip()).replace("\u2019", "'")
    if len(said) > LONGEST:
        return None
    plain = _BEFORE_ZH.sub("", said)
    found = next((match for match in (pattern.search(plain) for pattern in (*_WHY, *_WHY_ZH)) if match), None)
    named = next((word for word in found.groupdict().values() if word), "") if found else ""
    if found is None or not (named or _WHOLE.search(said)):
        return None
    return _slot(named, asked)


_WHOLE = re.compile(  # "why do you" says nothing yet
    r"(?:why|for|for what|how come)\W*$|\b(?:ask|asking|know|necessary|needed|required|tell you|need)\b|[\u4e00-\u9fff]",
    re.I,
)


def _slot(named: str, asked: str) -> str:
    both = ((slot, f"(?:{en}|{zh})") for slot, (en, zh) in _INFO.items())
    return next((slot for slot, words in both if named and re.fullmatch(words, named, re.I)), asked)


_WHERE_NUMBER = re.compile(  # where it is found that was asked for
    rf"{_LEAD}where(?:'?s| is| are) (?:the|my|that|this|an?) (?:order )?(?:number|no|id)\W*$"
    rf"|{_LEAD}(?:where|how)(?: on earth)? (?:can|could|do|would|should|will|might|is|to)(?: (?:i|it|that|this|we|one))?"
    r"(?: (?:find|see|get|look up|look for|know|written|printed))?"
    r"(?: (?:it|that|this|one|(?:the|my|an|that|this) (?:order )?(?:number|no|id)))?\W*$"
    rf"|{_LEAD}(?:which|what) (?:order )?(?:number|no|id)"
    r"(?: (?:do|would|is|are)(?: (?:you|that|it|this))?(?: (?:mean|need|want|after))?)?\W*$"
    r"|^(?:这个|那个|那|你们?的?|我的?|订单号码?|单号|号码?|[,，。 ])*(?:是?[在去到从]?哪(?:里|儿)?(?:可以|能|才能)?"
    r"(?:找|看|查|有|弄)(?:到|得到|见)?"
    r"|怎么(?:找|看|查|知道|弄)(?:到)?)(?:这个|订单号码?|单号|号码?)?(?:呢|啊|呀|的|吗)*\W*$"
    rf"|{_LEAD}(?:can|could|may) i (?:just |only )?(?:give|tell|use|say|search by)(?: you)? (?:my|a) (?:full "
    rf"|last )?(?:name|address)\b"
    rf"|{_LEAD}(?:which|what) (?:orders?|ones?) (?:do|did|have) i (?:have|make|place|got|made|placed)\W*$"
    r"|^(?:我)?(?:报|给|用|说|凭|按)?(?:我的?)?(?:名字|姓名|地址)(?:查|说|报)?(?:行|可以|能查|成)(?:吗|不|么|嘛)\W*$"
    r"|^我有(?:哪些|什么|几个|哪几个)(?:订单|单)(?:呢|啊|呀)?\W*$"
    r"|^(?:是?什么|哪一?个)(?:订单)?号码?(?:呢|啊|呀)?\W*$",
    re.I,
)


def asks_where_number(text: str) -> bool:
    """Whether it is asked, where an order number is asked for, what that is or where it stands: "where do I find that?"."""
    said = mandarin(text.strip()).replace("\u2019", "'")
    return len(said) <= LONGEST and _WHERE_NUMBER.search(said) is not None


def asks_known_address(text: str) -> bool:
    """Whether it is asked which address an order goes to as it stands: "which address do you have?"."""
    said = mandarin(text.strip()).replace("\u2019", "'")
    known = _KNOWN.search(said) is not None and _OTHERS.search(said) is None
    return len(said) <= LONGEST and (known or asks_where_to(said))


_SAFE = re.compile(
    r"^(?:(?:and|but|so|ok|hm+)[, ]+)*(?:is|are) (?:it|that|this|my data|you) (?:really )?(?:safe|secure|private|confidential)"
    r"(?: (?:to (?:tell|give|say|send|share)(?: you)?(?: (?:that|it|this))?(?: here)?|here|with you))?\W*$"
    r"|^(?:这样|这个|给你|告诉你|说|报|在这里?|[,，。 ])*(?:安全(?:吗|不|么)|会不会泄[露漏]|会泄[露漏](?:吗|不)?)\W*$",
    re.I,
)
_DIFFERENCE = re.compile(
    r"\bwhat(?:'?s| is| are)? the differences?\b(?! in price)|^(?:这两个?|两个|它们|[,，。 ])*(?:有什么|有啥"
    r"|什么)?(?:区别|不同|不一样)",
    re.I,
)


def asks_whether_safe(text: str) -> bool:
    """Whether it is asked whether something may safely be told: 安全吗."""
    return len(text) <= LONGEST and _SAFE.search(mandarin(text.strip())) is not None


def asks_difference(text: str) -> bool:
    """Whether it is asked how the two that were offered differ."""
    return len(text) <= LONGEST and _DIFFERENCE.search(mandarin(text.strip()).replace("\u2019", "'")) is not None


def asks_which_phone(text: str) -> bool:
    """Whether it is asked, where the last digits of a phone are asked for, of which one: "which phone number?"."""
    said = mandarin(text.strip()).replace("\u2019", "'")
    return len(said) <= LONGEST and _WHICH_PHONE.search(said) is not None


def wants_to_buy(text: str, *, priced: bool) -> bool:
    """Whether goods are to be bought; `priced`: right after a price was told, when "i'll take one" says it, too."""
    said = mandarin(text.strip()).replace("\u2019", "'")
    return len(said) <= LONGEST and (_BUYS.search(said) is not None or (priced and _TAKES.match(said) is not None))
