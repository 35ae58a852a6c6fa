"""What is to be different about an order's goods, one put in or taken out; and why goods come back. Pure; knows no order."""

import re

from actions.reading.characters import simplified
from actions.reading.courtesy import without_courtesy

LONGEST = 400  # characters that are looked at
_DIFFERENT = re.compile(
    r"(?:[改换]成|改为|换为)[^，,。;；]{1,40}"
    r"|\b(?:change|make|switch) (?:it|that|them|(?:my |the )?order(?: #?[0-9]{3,20})?|(?:the |my )?(?:quantity|number|amount|size"
    r"|colou?r|item)s?) (?:in)?to [^,;.]{1,60}",
    re.I,
)
_COUNT = r"(?:one|two|three|four|five|six|[1-9])"
_COLOUR = r"(?:black|white|blue|red|green|gr[ea]y|pink|brown|yellow|navy|beige|purple|orange)"
_A_THING = (  # of an order's goods
    r"(?!(?:order|whole|entire|parcel|package|delivery|purchase|rest|subscription|refund|return|exchange|invoice|first|second|third"
    r"|last|other|late|latest|one|account|payment|appointment|pickup)\b)[a-z]+(?: (?!(?:from|in|of|on|out)\b)[a-z]+)?"
)
_IN_OR_OUT = re.compile(
    r"\b(?:remove|take (?:off|out)|leave out|add|drop) (?!me\b|my\b|an? (?:note|gift|message|address|phone number)\b"
    r"|(?:something|anything|some ?things?|more|an?(?:other)?"
    r" (?:item|thing|product|article))\b(?! called))"
    r"[^.,;!?]{3,80}"
    rf"|\bcancel (?:(?:only|just) (?:the|my|one)|(?:the|my|one|a)(?= (?:{_A_THING}) (?:from|in|of|on|out of)\b)) (?:{_A_THING})"
    rf"|\b{_COUNT}(?: of(?: the| them| those| it)?)?(?: (?!instead)[a-z]+){{0,3}} instead of (?:only |just )?{_COUNT}\b"
    rf"|\bmake (?:it|that|them) {_COUNT}\b(?! ?(?:oclock|o'clock|pm|am|th)\b)"
    rf"|\b(?:change|make|switch) (?:it|that|them) (?:in)?(?:to )?{_COLOUR}\b"
    r"|(?:只|仅)取消(?!订单|訂單|这|那|一|第|[0-9])[^，。,.；;！!？?]{1,20}"
    r"|(?:取消|退)掉?(?:其中)?的?[一1](?:个|件|双|套|盒|本|台|只|条)(?!.{0,2}(?:订单|单子))"
    r"|(?:只|就|还)?(?:要|留)下?[一1](?:个|件|双|套|盒|本|台|只|条)(?:就行|就够|就好|吧|[。.!！ ]|$)"
    r"|(?:去掉|删掉|不要其中的|多加|加上|再加|少要|减掉)[^，。,.；;！!？?]{1,40}",
    re.I,
)
_REASON = re.compile(
    r"\btoo (?:small|big|large|tight|loose|short|long|heavy|wide|narrow|thin|thick|loud|dark|bright|quiet|slow|expensive)\b"
    r"|\b(?:does ?n[o']?t|didn'?t|did not|(?:(?<=they )|(?<=these )|(?<=those ))(?:do ?n[o']?t|do not)) (?:really )?(?:fit|suit"
    r"|work|match)\b"
    r"|\b(?:does ?n[o']?t|do ?n[o']?t|do not|didn'?t) (?:sound|look|feel) (?:good|right|nice|as good)\b"
    r"|\b(?:bad|poor|terrible|awful) (?:sound|fit|picture|battery)\b"
    r"|\bnot (?:quite |really )?(?:what|as) (?:i|we) (?:expected|imagined|hoped|thought)\b|\bhurts? my \w+"
    r"|\bit was a (?:gift|present)\b|\balready (?:has|have|had|got) one\b|\buncomfortable\b"
    r"|^(?:there'?s |there is |for )?no (?:particular |special |real )?reason(?=[ .!]*$)"
    r"|\bsounds? (?:bad|terrible|awful|horrible|tinny)\b|(?:\bnot|n'?t) what i wanted\b"
    r"|\balready (?:has|have|had|got|own)s? (?:it|them|some|two)\b"
    r"|\b(?:don'?t|do not|didn'?t) (?:like|want|need)\b(?! (?:to|(?:the |my |any )?money|an?y? (?:refund|replacement)"
    r"|the refund)\b)(?: (?:it|them))?"
    r"|\bchanged my mind\b|\bwrong (?:size|colou?r)\b|\bnot as described\b|\b(?:poor|bad) (?:sound )?quality\b"
    r"|\b(?:bad|poor|terrible|awful) sound\b|\bby (?:mistake|accident)\b"
    r"|\bordered (?:it )?twice\b|\bno longer need(?:ed)?\b|\bfound (?:it )?cheaper\b"
    r"|\b(?:faulty|defective|broken|broke|damaged|snapped|ripped|torn|scratched|leaks|leaking|(?:fell|came|falls|coming) apart)\b"
    r"|(?:\bnot|n'?t|\bnever)(?: (?:even|yet|been|really))* (?:opened|used|worn|unpacked)\b|\bun(?:opened|used|worn)\b"
    r"|没有?(?:拆|开)(?:封|过|开)|没有?(?:用|穿)过|全新的?(?:没|未)|不(?:中意|满意|合意|太喜欢)|看不上|(?:太|有点|偏)(?:小|大|长|短|紧|松|重|厚|薄)|(?:小|大)了点?|不合(?:适|身|脚)|不(?:喜欢|想要|需要|好用|好看)"
    r"|[买拍]错|下错单|重复下单|买重了|多买了?"
    r"|质量(?:太差|不好|不行|有问题|问题)|尺[码寸]不对|颜色不对|有?色差|与?描述不符|[跟和与]?(?:图片?|照片|描述|介绍|想[象像]的?|页面)[^，。]{0,3}(?:不一样|不符|差(?:太|很|好)?(?:多|远))|[坏破断裂碎漏]了|开胶|掉(?:色|漆|毛)|起球|褪色|脱线|松动|划痕|瑕疵|异味|没反应|开不了机|充不进|后悔|改(?:变)?主意",
    re.I,
)
_ONLY_ITEMS = re.compile(
    r"^(?:改|换|the |an? |my )?(?:商品|数量|尺码|尺寸|颜色|款式|items?|quantity|size|colou?r|product)"
    r"(?:(?:或者|和|or|and| )+(?:商品|数量|尺码|颜色|quantity|items?))*(?:吧|的)?[。.!]*$",
    re.I,
)


def in_or_out(text: str) -> str | None:
    """Goods that are to be put in or taken out: "remove the phone charger from it"."""
    told = _IN_OR_OUT.search(simplified(text[:LONGEST]))
    return without_courtesy(text[slice(*told.span())]).strip() or None if told else None


def cancels_part(text: str) -> bool:
    """Whether only a part of an order is to be cancelled: "cancel only the keyboard", 取消一个."""
    told = _IN_OR_OUT.search(simplified(text[:LONGEST]))
    return told is not None and re.match(r"cancel|[只仅]?取消|[只就还]?[要留]", told[0], re.I) is not None


def items_in(text: str) -> str | None:
    """What is to be different about what was ordered: "改成红色的"; whether it is about goods is told elsewhere."""
    told = _DIFFERENT.search(simplified(text[:LONGEST]))
    return in_or_out(text) if told is None else without_courtesy(text[slice(*told.span())]).strip() or None


def names_items_only(said: str) -> bool:
    """Whether it says that goods are to change, and not how: "the colour"."""
    return _ONLY_ITEMS.match(said.strip()) is not None


_PART_ALONE = re.compile(
    r"^(?:just |only |no,? )*(?:the|my) ([a-z]+(?: (?!not\b)[a-z]+)?)"
    r"(?:,? not the others?(?: one| thing)?| please| only)*[.!]*$",
    re.I,
)


def names_part(said: str) -> bool:
    """Whether nothing is said but which of the goods is meant: "just the wallet"."""
    return _PART_ALONE.match(said.strip()) is not None


def without_reason(said: str) -> str:
    """What else is said than why something comes back."""
    return _REASON.sub(" ", said)


_NO_REASON = re.compile(
    r"\b(?:no|without)(?: (?:particular|special|real|specific))? reason\b(?! to\b)|没(?:有)?(?:什么|啥|特别的?)?(?:原因|理由)",
    re.I,
)


def names_no_reason(said: str) -> bool:
    """Whether it is said that there is none: no answer to whether it is to be done."""
    return _NO_REASON.search(said) is not None


def reason_in(said: str) -> str | None:
    """Only the words that say why; what else stands beside them is not written down."""
    found = _REASON.search(said) or _NO_REASON.search(said)
    return found[0].lower() if found else None


_MORE_ITEMS = re.compile(
    rf"^(?:(?:and|also|plus|oh|yes|ok|okay|then|please|uh+|um+|er+m?|i(?: also)?(?:'d| would)? (?:want|need|like))\b[, ]*)*"
    rf"(?P<en>(?:another|one more|{_COUNT} (?:more|of (?:them|those|it|the))|{_COUNT} [a-z]+(?: [a-z]+)?)\b[^?]{{0,60}})$"
    r"|^(?:还要|还有|再要|另外|加上|[,，。 ])*"
    r"(?P<zh>(?:再来|再加|多要|多来|要)?[一两二三四五六][个件双套盒包本台条][^?？吗]{0,20})$",
    re.I,
)
_FILLERS = re.compile(r"\b(?:uh+|um+|er+m?)\b *", re.I)


def more_items(said: str) -> str | None:
    """What is wanted beside what was noted: "another filter pack", "two of them"."""
    found = _MORE_ITEMS.match(said.strip())
    return _FILLERS.sub("", found["en"] or found["zh"]).strip(" .!") if found else None


_TAKES_OUT = re.compile(
    r"(?:please |just )*(?:cancel|remove|take (?:off|out)|leave out|drop)\b|[只仅]?取消|去掉|删掉|减掉|不要其中", re.I
)


def takes_out(items: str) -> bool:
    """Whether goods are to be taken out of an order: "remove the phone charger"."""
    return _TAKES_OUT.match(items.strip()) is not None
