"""What couriers did that has no name of its own, and what they are to be told beforehand. Pure; knows no order."""

import re

from actions.characters import mandarin

LONGEST = 300  # characters that are looked at
_COURIER = r"(?:courier|driver|carrier|delivery ?(?:man|guy|person|woman|boy)|post(?:man|ie|woman)|mailman)"
_PLACE = (
    r"(?:lockers?|parcel box|pick-?up (?:point|shop|station)|parcel shop|collection point|neighbou?r'?s?|next door|in the rain"
    r"|outside|in the bin|over the (?:fence|gate|wall)|doorstep|porch|lobby|street)"
)
_PLACE_ZH = r"(?:驿站|快递柜|丰巢|菜鸟|代收点|自提点|柜子|门口|物业|门卫|楼下|邻居|前台|消防栓|鞋柜)"
_TROUBLE = re.compile(
    rf"\b(?:(?:left|dropped|dumped|placed|threw|chucked|tossed) (?:it|them|my|the|our)|(?:was|were|been|got|they|he|she"
    rf"|driver|courier)"
    rf" (?:just |simply )?(?:left|put|dropped|dumped|placed|thrown|chucked|tossed))\b.{{0,40}}\b{_PLACE}\b"
    r"|\b(?:i|we|my (?:wife|husband|mum|mother|son|daughter|flatmate|neighbou?r))(?:'ve| have| had| just"
    r"| already)* (?:refused|rejected"
    r"|turned away|did ?n[o']?t accept|didn't accept) (?:it|(?:to (?:take|accept) )?(?:the|my|this|that) (?:parcel"
    r"|package|delivery|box|order))\b"
    r"|\b(?:refused|rejected) (?:it |the (?:parcel|package|delivery) )?at the door\b"
    rf"|\b{_COURIER}s?\b.{{0,30}}\b(?:ask\w*|want\w*|demand\w*|charg\w*|made me|insist\w*)\b.{{0,25}}"
    r"(?:money|cash|\bpay|\bfee|extra|\btips?\b|[$€£¥]|\b[0-9]*(?:euro|dollar|pound|buck|quid|yuan)s?\b)"
    rf"|(?:放(?!学)|扔|丢|塞|存|搁|送)(?:在|到|进|去|了)*.{{0,3}}{_PLACE_ZH}(?!的|没|吗|等|吧)"
    r"|(?:已经?|我|家人|老公|老婆|门卫)(?:已经|都|刚|直接|就|当场)*拒[收签]|(?<!你们)拒[收签]了"
    r"|(?:快递|派送|送货|配送|外卖)?(?:(?<!会)员|小哥|送货师傅|司机|送货的|送快递的).{0,8}(?:收|要|让|叫"
    r"|索要?)[了过]?我?.{0,6}(?:钱|费|[0-9一二三五十]+[元块]|小费)",
    re.I,
)
_WISHED = re.compile(
    r"\b(?:can|could|may|please|want|would|should|shall|if|to be|be)\b.{0,40}\b(?:left|put|dropped|placed)\b"
    r"|(?:能|可以|请|麻烦|帮|让(?!我)|叫(?!我)|想|要不要|怎么|如何|就|直接|给我).{0,6}(?:放|送|存|拒).{0,12}(?:就行|就好"
    r"|吧|吗|可以|好了|嘛|么|[?？])"
    r"|(?:能|可以|想|怎么|如何|是不是)(?:不|否|去|要|直接)*(?:放|拒)|(?:请|麻烦|帮我?)(?:他|你|们|快递|小哥)*(?:放|送)"
    r"|取件|打包好|拒[收签]了?(?:会|要|需要|怎么|吗)|拒[收签](?:可以|行|的话)|多少钱|哪[个里儿]|放.{0,8}(?:就行|就好|吧)$",
    re.I,
)
_GONE = re.compile(
    r"\b(?:not|isn't|wasn't|nothing|never|nobody|no one|can't find|cannot find|haven't|gone|missing|broken|damaged|stolen)\b"
    r"(?! (?:ask|told|tell|home|knock|ring|rang|agree|want|allow|even (?:ask|ring|knock)))"
    r"|没(?:有)?(?:收|拿|取|找|看|见)到|找不到|不见|丢了|被偷|没在|没有包裹|里面?没有",
    re.I,
)
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
_ORDER = rf"(?:(?:my |the )?(?:order|parcel|package|delivery)(?: (?:number |no\.? ?)?(?:#?[0-9]{{5,7}}|{_SAID}))?|#?[0-9]{{5,7}})"
_THERE = r"(?:with|at|in|by|behind|on|under|outside|inside|next to|next door|beside|round)"
_TOLD_TO = re.compile(  # the carrier: "leave order 10023 behind the shed"
    rf"^(?:(?:hi|hello|hey|please|pls|plz|just|ok|also|and|can you|could you|can they|tell (?:them|the (?:driver|courier)) to"
    rf"|ask (?:them|the (?:driver|courier)) to|#?[0-9]{{5,7}})[, ]+)*(?:leave|drop|hide) (?:it|them|this|{_ORDER})(?: off)?"
    rf" ?\b{_THERE}\b(?! (?:stock|status|transit|hold|order|my (?:cart|basket|account))\b)",
    re.I,
)
_LEAVE = re.compile(
    r"\b(?:can|could|please|tell|ask|have|want|let|may)\b.{0,40}\b(?:leave|put|drop|hide|hand) (?:it|them|my \w+|the \w+)\b"
    r".{0,12}\b(?:with|at|in|by|behind|on|under|outside|somewhere|next door|to)\b"
    r"|(?:能|可以|请|麻烦|帮|让|跟|告诉|叫).{0,10}(?:放|留|存)(?:在|到|个)?.{0,3}" + _PLACE_ZH,
    re.I,
)
_CALL_FIRST = re.compile(
    r"\b(?:call|ring|phone|text|message) me (?:before|first|when|on arrival)\b|(?:送|来|派送|配送)(?:货)?之?前.{0,6}电话"
    r"|先.{0,4}打?.{0,2}电话",
    re.I,
)
HOW_DELIVERED = re.compile(  # what about an order is to change: not where it goes, but how or when it comes
    rf"{_AWAY.pattern}|{_AWAY_ZH.pattern}|{_LEAVE.pattern}|{_TOLD_TO.pattern}"
    rf"|{_CALL_FIRST.pattern}"
    r"|\b(?:deliver\w*|leave|left|give|hand)\b.{0,25}\b(?:to|with) (?:my |the |a )?neighbou?r"
    r"|\b(?:hold|keep|delay|postpone|pause)\b.{0,25}\b(?:deliver\w*|parcel|package|order|shipment)\b"
    r"|\bdeliver\w*\b.{0,25}\b(?:after|before|from|until|on) (?:the )?(?:[0-9]{1,2}(?:st|nd|rd|th)?\b"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"|(?:[0-9]{1,2}[号日]|下周.?|下个?月|节后|年后)(?:以后|之后|后|再)+.{0,2}(?:发货?|送|寄)|(?:先|暂时)(?:别|不要"
    r"|不)(?:发货|送|派送|寄)"
    r"|\bdelivery (?:date|day|time|slot|instruction|note)s?\b|\b(?:date|day|time) of (?:the )?delivery\b|\bre-?schedul"
    r"|\b(?:deliver|delivered|bring|come|arrive)\b.{0,25}\b(?:another|a different|some other) (?:day|time)\b"
    r"|\b(?:deliver|delivered|bring|come)\b(?: it| them| my \w+)?(?: \w+)? (?:later|tomorrow|next week|in the (?:morning"
    r"|evening|afternoon)"
    r"|(?:on |by )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|after \w+|before \w+)"
    r"|(?:今天|明天|后天|白天|那天|下周|周[一二三四五六末日天]).{0,6}(?:不在家|没人在|家里没人|没人收)|改天|晚(?:点|几天"
    r"|两天|一?天)(?:再)?送|推迟|延后|(?:配送|送货|收货|派送)(?:时间|日期)"
    r"|(?:明天|后天|周[末一二三四五六日天]|星期[一二三四五六日天]|下周|上午|下午|晚上|[0-9]+号)(?:再|来|给我|之前|以后"
    r"|后)?(?:送|派送|配送)"
    rf"|放(?:在|到|个)?.{{0,2}}{_PLACE_ZH}|代收",
    re.I,
)
_VAGUE = re.compile(
    r"\bsomewhere\b|\banywhere\b|\b(?:another|a different|some other) (?:day|time)\b|改天|哪里|怎么办", re.I
)
_SAYS_WHERE = re.compile(
    rf"\b(?:leave|put|drop|hide|hand) (?:it|them|my \w+|the \w+|{_ORDER})\b.{{0,12}}\b(?:{_THERE}|to)\b"
    rf"|{_CALL_FIRST.pattern}"
    r"|\b(?:deliver\w*|leave|left|give|hand)\b.{0,25}\b(?:to|with) (?:my |the |a )?neighbou?r"
    r"|\b(?:hold|keep|delay|postpone|pause|deliver\w*)\b.{0,40}\b(?:until|till|after|before|from|on) \w+"
    r"|(?:[0-9]{1,2}[号日]|下周.?|下个?月|节后|年后)(?:以后|之后|后|再)+.{0,2}(?:发货?|送|寄)"
    r"|\b(?:deliver|bring|come|send)\w*\b.{0,30}\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next week"
    r"|in the (?:morning|evening|afternoon))\b"
    rf"|放(?:在|到|个)?.{{0,2}}{_PLACE_ZH}|交给|(?:明天|后天|周[末一二三四五六日天]|星期[一二三四五六日天]|下周|[0-9]+号"
    rf"|上午|下午|晚上).{{0,4}}送",
    re.I,
)


def _said(text: str) -> str:
    return mandarin(text[:LONGEST]).replace("\u2019", "'").strip()


def courier_trouble(text: str) -> bool:
    """Whether something was done with the parcel that is neither lateness, loss nor damage: left in a locker unasked,
    refused at the door, money asked for."""
    said = _said(text)
    return _TROUBLE.search(said) is not None and not _WISHED.search(said) and not _GONE.search(said)


_HURRIES = re.compile(
    r"\bspeed (?:it|this|them|things|my (?:order|delivery)) up\b|(?:能不能|可以|能)(?:再)?快(?:一?点|些)(?:送|到|吗|么)|"
    r"\bhurry(?: it| them)?(?: up)?(?: with| on)? (?:my |the |this )?(?:order|parcel|delivery|package|#?[0-9]{5,7})\b"
    r"|\bneed (?:it|them|this|my order) (?:by|before) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|the [0-9]"
    r"|next week)"
    r"|催.{0,4}发货|(?:快点?|尽快|赶紧|早点|抓紧).{0,4}发(?:货|出|走|[啊呀吧呗]|$)|(?:还|怎么|一直|都)(?:没|不"
    r"|未).{0,3}发货[^，。]{0,6}(?:催|快)"
    r"|\bhurry\b.{0,25}\b(?:ship|send|dispatch)|\b(?:please|can you|could you)\b.{0,12}\b(?:ship|send|dispatch) (?:it"
    r"|them|this|(?:my |the )?(?:order|parcel)(?: [#a-z0-9]+){0,6}?)"
    r"(?: out)? (?:faster|quick\w*|asap|already|soon\w*)",
    re.I,
)


_NOT_AHEAD = re.compile(  # it happened already, or only the hour is asked for
    r"昨天|前天|上次|结果|拉回|写了|显示|几点|送吗|送不送|什么时候|\b(?:yesterday|last (?:time|week)|was|wasn't|were|when"
    r"|what time)\b",
    re.I,
)
_MEANT = {  # what the words sound like beside what they mean
    "delivery_problem": frozenset({"order_status", "return_item", "payment_problem"}),
    "change_order": frozenset({"order_status", "delivery_problem"}),
}


def delivery_need(text: str, sounds_like: str) -> str | None:
    """The need behind words about a courier that sound like another one ("催发货" like a question for the order); else None."""
    meant = need_beyond_doubt(text)
    return meant if meant is not None and sounds_like in _MEANT[meant] else None


def need_beyond_doubt(text: str) -> str | None:
    """The need that words about a courier leave no doubt of; None for all others."""
    said = _said(text)
    if courier_trouble(text) or _HURRIES.search(said):
        return "delivery_problem"
    away = _AWAY.search(said) or _AWAY_ZH.search(said) or _TOLD_TO.search(said) or _CALL_FIRST.search(said)
    return (
        "change_order"
        if away and HOW_DELIVERED.search(said) and not _GONE.search(said) and not _NOT_AHEAD.search(said)
        else None
    )


_OF_ORDER = (  # in a note for the delivery of one: its number; that of a house, a gate or a phone has to be said
    re.compile(rf"\b(?<=leave )(?:my |the )?order (?:#?[0-9]{{5,7}}\b|{_SAID})", re.I),
    re.compile(
        r"(?<![,， ])[,， ]*+(?:[订訂][单單](?:号码?|號碼?)?|[单單](?:号码?|號碼?)"
        r"|\b(?:(?:for|of|on) )?(?:my |the )?order(?: number| no\.?)?(?: is)?)[是:： ]*+#?[0-9]{5,7}(?![0-9])[,，]?"
        r"|^#?[0-9]{5,7}(?![0-9])(?=[,，:： ]*(?:$|[\u4e00-\u9fff]|(?:please|pls|just|can|could|leave|put|drop|hide|deliver)\b))"
        r"[,，:：]?|[,，] ?#?[0-9]{5,7}[.。]?$",
        re.I,
    ),
)


def delivery_note_in(text: str) -> str | None:
    """What the carrier is to be told, where it is said with the wish already; None for "somewhere" and "another day"."""
    said = text.strip()[:200]
    plain = _said(said)
    told = HOW_DELIVERED.search(plain) and _SAYS_WHERE.search(plain) and not _VAGUE.search(plain)
    if not told:
        return None
    of_it, number = _OF_ORDER
    return " ".join(number.sub(" ", of_it.sub("it ", said)).split()).strip(" ,，?？.。") or said


_WHEN_OR_WHERE = re.compile(
    r"^(?:(?:and|or|on|in the|at|by|after|before|between|until|this|next|around|please|early|late|any time)\s+)*"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight|noon|morning|afternoon|evening|weekend"
    r"|[0-9]{1,2}(?::[0-9]{2})? ?(?:am|pm|o'?clock)|(?:the )?[0-9]{1,2}(?:st|nd|rd|th))\b.{0,30}$"
    r"|^(?:最好|请|就|那就|改成?)*(?:今天|明天|后天|周[末一二三四五六日天]|星期[一二三四五六日天]|下周.?|上午|下午|晚上"
    r"|中午|[0-9]{1,2}[点号])"
    r".{0,12}$",
    re.I,
)


def more_of_note(text: str) -> str | None:
    """What is to be noted beside what was noted already: "friday afternoon", 周五下午, or a note of its own."""
    said = text.strip()[:60]
    return said if _WHEN_OR_WHERE.match(_said(said)) else delivery_note_in(text)
