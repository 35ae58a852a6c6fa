"""A note for the delivery as it is written down: without what only asks or wishes for it. Pure; knows no order."""

import re

from actions.meaning.carrier_told import told_to_carrier
from actions.meaning.note_begun import lead_of_note
from actions.reading.characters import simplified
from actions.reading.courtesy import only_courtesy
from actions.reading.note_numbers import without_ids
from actions.reading.number_kinds import USUAL, OrderDigits

LONGEST, MOST_LEADS = 300, 4  # characters that are looked at; wishes that stand one behind another
_LED_IN = re.compile(r"^(?:(?:ok|okay|so|and|well|then|also|um+|uh+|oh|alright|all right)\b[,. ]+)+", re.I)
_WHOSE = r"(?:(?:the|my|this|that|our) )?"
_LEAD = re.compile(
    r"^(?:(?:hi|hello|hey|so|and|ok|okay|also|well|then|um+|uh+|sorry|actually|please|pls|just|maybe)\b[,. ]+)*"
    r"(?:(?:is it|would it be|it'?s|is that) (?:at all )?possible (?:to|that|for \w+ to)|is there (?:any|a) (?:way|chance"
    r"|possibility)"
    r" (?:to|of|that|you can|you could)|(?:can|could|would|will|may|might) (?:you|i|we|they|the (?:driver|courier)|someone)"
    r"(?: (?:please|pls|just|perhaps|maybe|possibly|kindly))*|(?:i|we)(?:'?d| would)? (?:really )?(?:want|wish|need"
    r"|like|love|prefer"
    r"|hope)(?: (?:to|you to|them to|it to be|it to))?|(?:do|would) you mind|how about|what about|any chance (?:to|of|you can))"
    r" (?:please )?",
    re.I,
)
_TIME = re.compile(
    rf"^(?:to )?(?:chang|mov|switch|re-?schedul|set|shift|postpon|delay|mak|hav|get|arrang)\w* {_WHOSE}"
    rf"(?:delivery(?: (?:date|day|time|slot|window))?|(?:date|day|time) of (?:the )?delivery|arrival(?: date)?)"
    r"(?: (?:of|for) it)?,? (?:delivered )?(?=(?:to|on|until|till|after|before|between|by|at|in|for|from|next"
    r"|this)\b)(?:to |for )?",
    re.I,
)
_DAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|the [0-9]|[0-9]{1,2}(?:st|nd|rd|th)\b|weekends?\b|the weekend", re.I
)
_OF_ORDER = re.compile(
    r"\b(?P<verb>deliver|bring|send|leave|hold|delay|postpone|drop|hide|put) (?:(?:my|the) )?(?:order |parcel "
    r"|package )?(?:number )?#?(?P<it>[0-9]{5,7})(?= )|\b(?:of|for|on) (?:(?:my|the) )?(?:order |parcel |package )?(?:number )?"
    r"#?(?P<its>[0-9]{5,7})(?=$|[,. ?!]+(?:$|to|on|until|for|after|before|by|at|in|from|next)\b)",
    re.I,
)
_LEAD_ZH = re.compile(
    r"^(?:(?:你好|您好|那个?|就是|还有|另外|嗯|哦|啊|我|我们|你们|请问|麻烦问一?下|[,，。 ])*"
    r"(?:想要?|要|希望|打算|需要|能不能|可不可以|可以|能否|可否|是否可以|有没有可能|方便|能)(?:帮我|给我|让快递|叫快递|请快递|把它?)*"
    r"(?!收|到|在|有|说|去|自己))+"
)
_TIME_ZH = re.compile(
    r"^(?:帮我|给我|把|订单|[,，。 ])*(?:(?:[改换调]|调整|更改|修改|变更)(?:一?下|个)?)?(?:配送|送货|收货|派送|送达"
    r"|到货|快递|发货|送)的?(?:时间|日期)"
    r"(?:[,，。 ]|[改换调](?:一下)?|整|更|修|变|[成到为])*"
)
_ORDER_ZH = re.compile(r"(?:订单号?|单号)?(?:是)?#?([0-9]{5,7})(?:这?[个单])?(?:的|这个)?(?![0-9号栋室楼年月日元块点])")
_END_ZH = re.compile(
    r"(?:(?:可以|行|好|能行|成|方便)[吗么嘛不]|行不行|可不可以|好不好|可否|[吗么嘛呢]|谢谢|[?？。 ])+$"
    r"|(?<=[\u4e00-\u9fff])[吧啊哈][。 ]*$"
)
_INNER_ZH = re.compile(r"(?:能不能|可不可以|可以|能)(?=(?:帮我|给我)?(?:放|送|留|交|改|先|晚|早))")


_POLITE_BEFORE = re.compile(
    r"^(?:(?:please|pls|plz|kindly|thanks?|thank you|hi|hello|hey|if possible|if you can|would you|could you)\b[,.! ]*)+"
    r"|^(?:麻煩|麻烦|劳驾|勞駕|拜托|拜託|辛苦|(?:你|您)好|谢谢|謝謝|请(?![勿別别假客教问])|請(?![勿別别假客教問])"
    r"|(?<=[烦煩驾駕托託苦好])(?:[你您]|了|一?下|[,，!！ ]))+"
    r"(?:[,，!！ ])*",
    re.I,
)
_POLITE_BEHIND = re.compile(
    r"(?<![ ,.!?~;，。！～])[ ,.!?~;，。！～]*+(?:(?:please|pls|plz|if possible|if you can|if that'?s (?:ok|okay"
    r"|possible|alright)"
    r"|(?:many |ok )?thanks?(?: you)?(?: (?:so|very) much| a lot| in advance)?|thx|ty|cheers"
    r"|much appreciated)(?![a-z'])[ ,.!?~]*+)++$"
    r"|(?<![ ,.!?~;，。！～])[ ,.!?~;，。！～]*+(?:(?:非常|十分|多|太)?(?:感谢|感謝|谢谢|謝謝|谢"
    r"|謝)(?:[啦了您你哈喽呀啊]|大家)*+[,，。!！~～ ]*+"
    r"|(?:辛苦|麻烦|麻煩|拜托|拜託)(?:[啦了您你哈呀啊])*+[,，。!！~～ ]*+|(?:可以|行|好|可否|能行)(?:[吗么嘛嗎]"
    r"|不)[?？,，。 ]*+)++$",
    re.I,
)


_TELL_THEM = re.compile(
    r"^(?:(?:please|pls|and|also|#?[0-9]{5,7}|can|could|will|you)\b[,: ]*)*(?:tell|ask) (?:them|him|her|the (?:driver"
    r"|courier|carrier|postman))"
    r"(?:,? please)?,? to (?=(?:leave|put|drop|hide)\b)"
    r"|^(?:麻烦|请|帮我|你|能不能|可以|[,， ])*[跟和叫让](?:快递|派送|配送|送货|骑手|司机)(?:员|小哥"
    r"|师傅)?(?:说)?(?:一声|一下)?[,，: ]*(?=.{2})",
    re.I,
)


def without_politeness(note: str) -> str:
    """What is to be done, without the pleases and the thanks around it; as it is where nothing would be left."""
    left = _POLITE_BEHIND.sub("", _POLITE_BEFORE.sub("", note.strip()))
    return left if len(left) > 1 else note


_NOTHING = re.compile(
    r"(?:(?:no|nope|nothing|none|not|never ?mind|yes|yeah|ok|okay|great|good|fine|perfect|cool|thats|that's|all|it"
    r"|all ?right|sure|very|much|so"
    r"|a lot|you|for|your|help)\b[ ,.!]*)*"
    r"|(?:不用|没有|没了|没事|算了|不了|不需要|不留|好|是|对|行|可以|嗯|知道|收到|明白|没问题|太|非常|没什么|没有什么"
    r"|[的了吧啊,，。!！ ])*",
    re.I,
)


def only_thanks(text: str) -> bool:
    """Whether nothing is left of it without its courtesies but a yes, a no or a greeting."""
    return only_courtesy(text) or _NOTHING.fullmatch(simplified(without_politeness(text))) is not None


def as_note(text: str, digits: OrderDigits = USUAL) -> str:
    """The words as a note: "delivery on friday" of "is it possible to change the delivery date of 10025 to friday", 周末送 of
    我想改一下收货时间 能不能周末送. Where nothing would be left, or nobody asks or wishes, they stay as they are."""
    said = without_ids(text, digits) or text.strip()
    said = told_to_carrier(said) or _TELL_THEM.sub("", said) or said
    told = said[lead_of_note(said) :] or said
    return without_politeness(_content_of(told if len(told) > 1 else said, digits))


def _content_of(said: str, digits: OrderDigits) -> str:
    if len(said) > LONGEST:
        return said
    chinese = any("\u4e00" <= sign <= "\u9fff" for sign in said)
    note = _in_chinese(said, digits) if chinese else _in_english(said.replace("\u2019", "'"), digits)
    return note if len(note) > 1 else said


def _in_english(said: str, digits: OrderDigits) -> str:
    wish = _LEAD.match(said)
    left = _OF_ORDER.sub(lambda found: _without_number(found, digits), said[wish.end() if wish else 0 :])
    left = " ".join(left.split())
    if of_time := _TIME.match(left):
        rest = left[of_time.end() :]
        left = f"delivery {'on ' if _DAY.match(rest) else ''}{rest}"
    elif wish is None:
        return _LED_IN.sub("", left) or left
    return re.sub(r"(?:[, ]+(?:please|pls|thanks|thank you|possible))+$", "", left.strip(" ,.?!"), flags=re.I)


def _without_number(found: re.Match[str], digits: OrderDigits) -> str:
    number = found["it"] or found["its"]
    if not digits.bare(number):
        return found[0]
    return f"{found['verb']} it" if found["it"] else ""


def _in_chinese(said: str, digits: OrderDigits) -> str:
    left, wished, of_time = said, False, False
    for _ in range(MOST_LEADS):
        plain = simplified(left)
        if (time := _TIME_ZH.match(plain)) and time.end():
            left, of_time = left[time.end() :], True
        elif (
            (number := _ORDER_ZH.match(plain))
            and digits.bare(number[1])
            and (wished or of_time or number.end() < len(left))
        ):
            left = left[number.end() :].lstrip(" ,，")
        elif wish := _LEAD_ZH.match(plain):
            left, wished = left[wish.end() :], True
        else:
            break
    left = _behind_number(left, digits)
    plain = simplified(left)
    if wished or of_time or plain.endswith(("吧", "吧。")) or _INNER_ZH.search(plain):
        left = left[: (_END_ZH.search(plain) or re.search("$", plain)).start()].rstrip(" ,，")  # type: ignore[union-attr]
        left = _INNER_ZH.sub("", left) if left.isprintable() else left
    return f"{left}送" if of_time and left and not re.search("[送派来收放交]", simplified(left)) else left


def _behind_number(left: str, digits: OrderDigits) -> str:
    """Without an order's number that stands at its end."""
    number = re.search(r"[,，。 ]+(?:订单)?#?([0-9]{5,7})[。 ]*$", left)
    return left[: number.start()] if number and digits.bare(number[1]) else left
