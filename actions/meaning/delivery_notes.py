"""How or when a parcel is to be handed over, as customers put it, and what of it the carrier is told. Pure; knows no order."""

import re

from actions.meaning.asking import asks_in_words
from actions.meaning.carrier_told import told_to_carrier
from actions.meaning.note_begun import begins_note, only_begins, says_what
from actions.meaning.note_words import as_note, without_politeness
from actions.reading.characters import mandarin
from actions.reading.note_numbers import without_ids
from actions.reading.number_kinds import USUAL, OrderDigits
from actions.reading.orders_named import without_order

LONGEST = 300  # characters that are looked at
PLACE_ZH = r"(?:驿站|快递柜|丰巢|菜鸟|代收点|自提点|柜子|门口|物业|门卫|楼下|邻居|前台|消防栓|鞋柜)"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY_ZH = r"周[末一二三四五六日天]|星期[一二三四五六日天]"
_TO_NEIGHBOUR = r"\b(?:deliver\w*|leave|left|give|hand)\b.{0,25}\b(?:to|with) (?:my |the |a )?neighbou?r"
_LATER_ZH = r"(?:[0-9]{1,2}[号日]|下周.?|下个?月|节后|年后)(?:以后|之后|后|再)+.{0,2}(?:发货?|送|寄)"
_TO_DAY = rf"\bdeliver\w*\b.{{0,25}}\b(?:to|for|on|until|after|before|from) (?:next |this |coming )?(?:{_DAY}|tomorrow|week\b)"
_AWAY = re.compile(
    r"\b(?:won'?t|wont|will not|not going to|can'?t|cannot) be (?:at )?(?:home|in\b(?! the)|around|there)"
    r"|\b(?:nobody|no one|no-one)(?:'s| is| will be|'ll be)(?: going to be)? (?:at )?(?:home|in\b|there)"
    r"|\b(?:i'm|i am|we're|we are) (?:not (?:at )?(?:home|in\b(?! the))|away|out)\b.{0,20}\b(?:tomorrow|today|on|when"
    r"|until|till|next|all|this)\b",
    re.I,
)
_AWAY_ZH = re.compile(
    r"(?:不在家|没人在家|家里没人|家中无人|没人收|人不在|不方便收|出差|收不了).{0,16}(?:放|留|代收|改|晚|送|延|怎么办"
    r"|寄存|推迟)"
    r"|(?:放|留|代收|改|晚|送|延|推迟).{0,12}(?:不在家|没人在家|家里没人)"
    r"|(?:明天|后天|今天|白天|那天|这几天|下周|周[一二三四五六末日天]).{0,4}(?:我|我们|家里|家中)?.{0,2}(?:不在家|没人在|没人$)"
    r"|(?:我|家里).{0,2}(?:明天|后天|今天|白天|这几天|下周|周[一二三四五六末日天]).{0,3}(?:不在家|没人$)",
)
_SAID = r"(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double)\b ?){4,7}"
_ORDER = (
    rf"(?:(?:my |the )?(?:order|parcel|package|delivery)(?: (?:number |no\.? ?)?(?:#?[0-9]{{3,20}}|{_SAID}))?"
    r"|#?[0-9]{5,20})"
)
_THERE = r"(?:with|at|in|by|behind|on|under|outside|inside|next to|next door|beside|round)"
_TOLD_TO = re.compile(  # the carrier: "leave order 10023 behind the shed"
    rf"^(?:(?:hi|hello|hey|please|pls|plz|just|ok|then|instead|well|yes|also|and|can you|could you|can they"
    rf"|tell (?:them|the (?:driver|courier)) to"
    rf"|ask (?:them|the (?:driver|courier)) to|#?[0-9]{{5,20}})[, ]+)*(?:leave|drop|hide) (?:it|them|this|{_ORDER})(?: off)?"
    rf" ?\b{_THERE}\b(?! (?:stock|status|transit|hold|order|my (?:cart|basket|account))\b)",
    re.I,
)
_LEAVE = re.compile(
    r"\b(?:can|could|please|tell|ask|have|want|let|may)\b.{0,40}\b(?:leave|put|drop|hide|hand) (?:it|them|my \w+|the \w+)\b"
    r".{0,12}\b(?:with|at|in|by|behind|on|under|outside|somewhere|next door|to)\b"
    r"|(?:能|可以|请|麻烦|帮|让|跟|告诉|叫).{0,10}(?:放|留|存)(?:在|到|个)?.{0,3}" + PLACE_ZH,
    re.I,
)
_CALL_FIRST = re.compile(
    r"(?<!not )(?<!n't )(?<!nt )(?<!never )\b(?:call|ring|phone|text|message) me (?:before|first|when|on arrival)\b"
    r"|(?:送|来|派送|配送)(?:货)?之?前[^没不未，。]{0,6}电话(?!.{0,6}(?:没|了|过))"
    r"|(?<!我)(?<!我们)(?<!已经)先(?:给我|跟我|和我)?(?:打|来)?(?:个|一个|通)?电话(?!号|.{0,6}(?:没|了|过))",
    re.I,
)
_SAID_SHORT = (  # "move it to friday", "on friday instead", "left in the shed", "tell him to ring the bell"
    rf"\b(?:move|bring|get|have) (?:it|them|this|that) (?:to|on|by) (?:next |this )?{_DAY}"
    rf"|\b(?:on|for) (?:next |this )?{_DAY} (?:instead|please|rather)\b"
    r"|\b(?:leave|left)\b(?: (?:it|them|my (?:order|parcel|package)))? (?:in|with|at|behind|by|under) (?:the|my|a|number|no)\b"
    r"|\bring (?:the )?(?:bell|doorbell)\b"
)
HOW_DELIVERED = re.compile(  # what about an order is to change: not where it goes, but how or when it comes
    rf"{_AWAY.pattern}|{_AWAY_ZH.pattern}|{_LEAVE.pattern}|{_TOLD_TO.pattern}"
    rf"|{_CALL_FIRST.pattern}|{_SAID_SHORT}"
    rf"|{_TO_NEIGHBOUR}"
    r"|\b(?:hold|keep|delay|postpone|pause)\b.{0,25}\b(?:deliver\w*|parcel|package|order|shipment)\b"
    r"|\bdeliver\w*\b.{0,25}\b(?:after|before|from|until|on) (?:the )?(?:[0-9]{1,2}(?:st|nd|rd|th)?\b"
    rf"|{_DAY})"
    rf"|{_TO_DAY}"
    rf"|{_LATER_ZH}|(?:先|暂时)(?:别|不要"
    r"|不)(?:发货|送|派送|寄)"
    r"|\bpick-? ?up (?:point|station|from|in|at)\b|\bstore pick-? ?up\b|\bpost office\b|\bcollect it\b"
    r"|\b(?:hold|delay|postpone|pause) (?:it|#?[0-9]{5,7})\b"
    r"|\bdelivery (?:date|day|time|slot|instruction|note)s?\b|\b(?:date|day|time) of (?:the )?delivery\b|\bre-?schedul"
    r"|\b(?:deliver|delivered|bring|come|arrive)\b.{0,25}\b(?:another|a different|some other) (?:day|time)\b"
    r"|\b(?:deliver|delivered|bring|come)\b(?: it| them| my \w+)?(?: \w+)? (?:later|tomorrow|next week|in the (?:morning"
    r"|evening|afternoon)"
    rf"|(?:on |by )?{_DAY}|after \w+|before \w+)"
    r"|(?:今天|明天|后天|白天|那天|下周|周[一二三四五六末日天]).{0,6}(?:不在家|没人在|家里没人|没人收)|改天|晚(?:点|几天"
    r"|两天|一?天)(?:再)?送|推迟|延后|(?:配送|送货|收货|派送)(?:时间|日期)"
    rf"|(?:明天|后天|{_DAY_ZH}|下周|上午|下午|晚上|[0-9]+号)(?:再|来|给我|之前|以后"
    r"|后)?(?:送|派送|配送)"
    rf"|放(?:在|到|个)?.{{0,2}}{PLACE_ZH}|代收",
    re.I,
)
_VAGUE = re.compile(
    r"\bsomewhere\b|\banywhere\b|\b(?:another|a different|some other) (?:day|time)\b|改天|哪里|怎么办", re.I
)
_SAYS_WHERE = re.compile(
    rf"\b(?:until|till) (?:the )?\w+\b.{{0,30}}\b(?:hold|delay|pause|postpone)\b|\b(?:leave|put|drop|hide|hand) (?:it"
    rf"|them|my \w+|the \w+|{_ORDER})\b.{{0,12}}\b(?:{_THERE}|to)\b"
    rf"|{_CALL_FIRST.pattern}|{_SAID_SHORT}"
    rf"|{_TO_NEIGHBOUR}"
    r"|\b(?:hold|keep|delay|postpone|pause|deliver\w*|come|bring)\b.{0,40}\b(?:until|till|after|before|from|on) \w+"
    rf"|{_TO_DAY}"
    rf"|{_LATER_ZH}"
    rf"|\b(?:deliver|bring|come|send)\w*\b.{{0,30}}\b(?:{_DAY}|tomorrow|next week"
    r"|in the (?:morning|evening|afternoon))\b"
    rf"|放(?:在|到|个)?.{{0,2}}{PLACE_ZH}|交给|(?:明天|后天|{_DAY_ZH}|下周|[0-9]+号"
    rf"|上午|下午|晚上).{{0,4}}送|(?:配送|送货|收货|派送)(?:时间|日期)[^，。]{{0,8}}[改换调][成到为].{{0,2}}(?:{_DAY_ZH}|[0-9]|[明后]天|下周|上午|下午|晚上)",
    re.I,
)
# In a note for the delivery of an order: its number. That of a house, a gate or a phone has to be said.
_LEAVE_ORDER = re.compile(rf"\b(?<=leave )(?:my |the )?order (?:#?[0-9]{{3,20}}\b|{_SAID})", re.I)
_BARE_ORDER = re.compile(
    r"^#?(?P<first>[0-9]{5,20})(?![0-9])"
    r"(?=[,，:： ]*(?:$|[\u4e00-\u9fff]|(?:please|pls|just|can|could|leave|put|drop|hide|deliver|tell|ask)\b))[,，:：]?"
    r"|[,，] ?#?(?P<last>[0-9]{5,20})[.。]?$",
    re.I,
)
_WHEN_OR_WHERE = re.compile(
    r"^(?:(?:and|or|on|in the|at|by|after|before|between|until|this|next|around|please|early|late|any time)\s+)*"
    rf"(?:{_DAY}|tomorrow|today|tonight|noon|morning|afternoon|evening|weekend"
    r"|[0-9]{1,2}(?::[0-9]{2})? ?(?:am|pm|o'?clock)|(?:the )?[0-9]{1,2}(?:st|nd|rd|th))\b.{0,30}$"
    rf"|^(?:最好|请|就|那就|改成?)*(?:今天|明天|后天|{_DAY_ZH}|下周.?|上午|下午|晚上"
    r"|中午|[0-9]{1,2}[点号])"
    r".{0,12}$",
    re.I,
)


_TELL_THEM = re.compile(
    r"^(?:(?:can|could|will) you |please |pls |just |ok |so |then )*(?:tell|ask) (?:them|him|her|the (?:driver|courier|carrier))"
    r" (?:not )?to (?:come|deliver|bring|try|wait|ring|knock|call|text|use|hand|put|hide|drop)\b"
    r"|^(?:麻烦|请|帮我|你|能不能|可以)*(?:让|叫|告诉|跟)(?:他们?|快递员?|小哥|派送员|司机)(?:说)?.{0,6}(?:明天|后天|晚点|下午"
    r"|上午|晚上|周[一二三四五六末日天])"
    r".{0,4}(?:来|送)",
    re.I,
)


def as_read(text: str) -> str:
    """The words as the patterns here know them."""
    return mandarin(text[:LONGEST]).replace("\u2019", "'").strip()


def says_ahead(said: str) -> bool:
    """Whether nobody will be there, or the carrier is told where to leave it; `said` as it is read."""
    ahead = (_AWAY, _AWAY_ZH, _TOLD_TO, _CALL_FIRST, _TELL_THEM)
    return any(pattern.search(said) for pattern in ahead) or told_to_carrier(said) is not None


def note_told(said: str) -> str | None:
    """What a note is to say, where it is told with the wish to leave one: "add a note to 10023: code 4411"."""
    told = begins_note(said) and says_what(said) and not only_begins(said) and not asks_in_words(said)
    return as_note(said) if told else None


def delivery_note_in(text: str, digits: OrderDigits = USUAL) -> str | None:
    """What the carrier is to be told, where it is said with the wish already; None for "somewhere" and "another day"."""
    said = text.strip()[:200]
    plain = as_read(said)
    if (noted := note_told(said)) is not None:
        return noted if len(noted) < len(said) else None
    if told_to_carrier(without_ids(said, digits)) is not None and not _VAGUE.search(plain):
        return as_note(" ".join(_LEAVE_ORDER.sub("it ", said).split()), digits)
    told = (
        (HOW_DELIVERED.search(plain) or _TELL_THEM.search(plain))
        and _SAYS_WHERE.search(plain)
        and not _VAGUE.search(plain)
    )
    if not told:
        return None
    left = without_order(_LEAVE_ORDER.sub("it ", said))
    left = _BARE_ORDER.sub(lambda m: " " if digits.bare(m["first"] or m["last"]) else m[0], left)
    return as_note(" ".join(left.split()).strip(" ,，?？.。") or said, digits)


_CODE = re.compile(  # which whoever brings it needs, or where they may leave it
    rf"^(?:或者|还是|就|请|[,，。 ])*送到?[^，。?？吗]{{0,6}}{PLACE_ZH}(?:吧|就行|[。 ])*$|"
    r"^(?:(?:and|also|oh|btw|by the way|yes|the|my|our)\b[, ]*)*(?:gate|door|entry|access|buzzer|building|lift|garage) "
    r"?(?:code|number|pin|key)\b[^?]{1,40}$|^(?:(?:and|also|the|my)\b[, ]*)*code\b(?: is|:)? (?=[^?]*[0-9])[^?]{1,30}$"
    r"|^(?:还有|对了|另外|[,，。 ])*(?:门禁|大门|单元门|电梯"
    r"|楼下)[^，。?？吗]{0,3}(?:密码|码|卡)[^?？吗]{1,20}$",
    re.I,
)
_FORBIDS = re.compile(
    r"^(?:(?:and|also|oh|but|please|pls|yes)\b[, ]*)*(?:do ?n[o']?t|dont|do not|never) (?:ring|knock|call|phone|buzz"
    r"|use|leave it|put it)\b"
    r"[^?]{0,60}$|^(?:还有|另外|也|请|[,，。 ])*(?:别|不要|勿|请勿)(?:按|敲|打|放|叫|摁|大声)[^?？吗]{1,30}$",
    re.I,
)
_AND = re.compile(r"^(?:(?:and|also|plus|then)\b[, ]+)+|^(?:还有|另外|再|[,，])+[,， ]*", re.I)


def more_of_note(text: str, digits: OrderDigits = USUAL) -> str | None:
    """What is to be noted beside what was noted already: "friday afternoon", 周五下午, or a note of its own."""
    said = text.strip()[:60]
    if _WHEN_OR_WHERE.match(as_read(said)) or _FORBIDS.match(as_read(said)) or _CODE.match(as_read(said)):
        return without_politeness(_AND.sub("", said) or said)
    return delivery_note_in(_AND.sub("", text), digits)


_OTHER = re.compile(  # "no, at the door", 不，放门口
    r"^(?:(?:no|nope|wait|sorry|actually|oh|not there|rather)\b[,.! ]*)+(?:(?:please|just|i mean|i meant|rather|better)\b[,. ]*)*"
    rf"(?P<en>(?:(?:leave|put|drop|hide|hand) (?:it|them) )?(?:{_THERE})\b[^,;?]{{0,40}})$"
    r"|^(?:不是?|不对|错了|等等|算了|还是|改成|[,，。！! ])+(?:还是|改成|请|麻烦|就|[,，。 ])*(?P<zh>(?:放|交"
    r"|给)[^,，。?？]{2,20})$",
    re.I,
)


def other_note(text: str, digits: OrderDigits = USUAL) -> str | None:
    """What is to be noted in place of what was read back: "no, at the door"; None where nothing else is said."""
    found = _OTHER.match(text.strip()) if len(text) <= LONGEST else None
    if found is None:
        return None
    told = without_politeness((found["en"] or found["zh"]).strip(" .。!！"))
    verb = re.match(r"(?:leave|put|drop|hide|hand)\b", told, re.I)
    return delivery_note_in(told, digits) or (told if verb or found["zh"] else f"leave it {told}")
