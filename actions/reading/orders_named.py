"""Orders as messages name them: several at once, some that are not meant, a number in two pieces. Pure; knows no bot."""

import re
from collections.abc import Iterator

from actions.reading.number_kinds import LEAST_BARE, OrderDigits, looks_like_phone, nothing_but_digits, orders_in
from actions.reading.numbers import runs_in

LONGEST_LINE = 300  # characters in which it is looked for
MOST_BESIDE = 3  # orders beside the first that are kept for later
_TYPED = re.compile(r"(?<![0-9])[0-9]+(?![0-9])")
_JOINED = re.compile(
    r"(?<![0-9])([0-9]+)(?=(?:[ ,，、]{1,3}|[ ,，]{0,3}(?:and|&|plus|[和跟与]|以及|还有)[ ,，]{0,3})"
    r"(?:also |orders? |number |#|订单号?){0,3}([0-9]+)(?![0-9])"
    r"|[,，、;；和 ]{1,3}第[二2两](?:个|单|笔|件)?(?:订单)?是?[:： ]?([0-9]+)(?![0-9]))",
    re.I,
)
_CALLED = re.compile(
    r"(?<![,， ])[,， ]*+(?:[订訂][单單](?:号码?|號碼?)?|[单單](?:号码?|號碼?)"
    r"|\b(?:(?:for|of|on) )?(?:my |the )?order(?: number| no\.?)?(?: is)?)[是:： ]*+#?(?P<number>[0-9]{3,20})(?![0-9])[,，]?",
    re.I,
)
_FIGURE = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)"
_IN_WORDS = rf"{_FIGURE}(?:[ \-]{_FIGURE}){{3,9}}"
_NOT_THIS = re.compile(
    r"(?:不是|并非|(?:别|不(?:想|要|用|需要|打算)|没(?:想|要))(?:给我|帮我|把|再|去)?(?:退货?|换货?|改|取消|查"
    r"|开发票)?|不[退换改]"
    r"|\b(?:not|isn'?t|instead of|rather than|keep|(?:don'?t|do not) (?:(?:want|need|have) (?:you )?(?:to )?)?"
    r"(?:cancel|return|exchange|change|refund|swap|send back)?))"
    r" *(?:(?:the |my |order |number |no\.? |#|订单号?|单号) *)*"
    r"(?P<number>[0-9]{5,20}|[0-9](?:[ \-]{0,2}[0-9]){4,19}|[零〇一幺二两三四五六七八九]{5,20}"
    rf"|{_IN_WORDS})",
    re.I,
)
_KEPT = re.compile(  # 10032不退了, 10033别取消
    r"(?<![0-9])(?P<number>[0-9]{5,20}|[零〇一幺二两三四五六七八九]{5,20})(?:这[个单])?(?:订单|就|我|先|还是|[,， ]){0,3}"
    r"(?:不(?:想|要|用|需要|打算)?|别|没(?:说|想)?(?:要)?)(?:退(?!款|钱)货?|换货?|改|取消|查)(?!不|吗|行|掉吗)",
)
_TWO = re.compile(
    r"(?<![0-9])(?P<number>[0-9]{5,20})(?P<between>[^0-9]{1,40})(?=[0-9]{5,20}(?![0-9]))"
    rf"|\b(?P<said>{_IN_WORDS})(?P<then>[^0-9]{{1,40}}?)(?=\b{_IN_WORDS}\b)"
    r"|(?P<han>[零〇一幺二两三四五六七八九]{5})(?P<zh>[^0-9]{1,12}?)(?=[零〇一幺二两三四五六七八九]{5})",
    re.I,
)
_TAKES_BACK = re.compile(
    r"\b(?:no|nope|sorry|wait|oops|i mean(?:t)?|scratch that|correction|my mistake|rather)\b"
    r"|不对|不對|不是|错了|錯了|说错|說錯|打错|打錯|更正|应该是|應該是"
    r"|[啊哦噢呃额诶哎]不(?=[啊是,，。、. 0-9零〇一幺二两三四五六七八九]|$)",
    re.I,
)
_OH_NO = re.compile(r"[啊哦噢呃额诶哎][,， ]{0,2}不")  # 10033啊不是10034: the second is meant
_ONLY = re.compile(r"只|就|\b(?:only|just)\b", re.I)
_BESIDE_IT = re.compile(
    r"\b(?:oh|actually|its|it's|that's|is|the|order|number|make (?:it|that)|should be|one|uh|um|i want to"
    r"|return|cancel|exchange|swap|check|track|where is)\b"
    r"|[了是哦噢啊呃额诶哎]|订单号?|訂單號?|单号|單號|我?[要想]|[只就]|\bonly\b|\bjust\b|退货?|换货?|取消|查",
    re.I,
)
_OTHERWISE = re.compile(  # numbers that are called something else, and sums of money
    r"(?:\b(?:post ?code|zip(?: ?code)?|(?:customer|account|member(?:ship)?|loyalty|verification|security|discount|coupon"
    r"|voucher|promo|gift|flight|model|serial|gate)(?: (?:number|no\.?|code|id|card))?)(?: (?:is|was|of))?"
    r"|邮编|邮政编码|会员卡?号?|客户号|卡号|验证码|优惠码|密码|航班号?|型号)[是为:： #]{0,3}[0-9]{3,20}(?![0-9])"
    r"|(?<![0-9])[0-9]{3,20}(?= ?(?:dollars|pounds|euros|quid|bucks|times|[块元])|人民币)|[$£€¥][0-9,.]+",
    re.I,
)


_SAID_AS = {"between": ("number", "between"), "then": ("said", "then"), "zh": ("han", "zh")}


_ONLY_NUMBER = re.compile(
    r"^(?:(?:it'?s|it is|my|the|order|number|no\.?|is|for)[ :,#]+)*#?"
    r"(?:[0-9]{4,20}|(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double)[ ,-]*){4,10})[ .!]*$"
    r"|^(?:我的|订单号?|单号|号码?|是|[:：,， ])*#?(?:[0-9]{4,20}|[零〇一幺二两三四五六七八九]{4,10})(?:这个|这单|的|[。.! ])*$",
    re.I,
)


def only_number(text: str) -> bool:
    """Whether nothing but a number is said: it tells nothing of what happened."""
    return _ONLY_NUMBER.match(text.strip()) is not None


def called_order(text: str) -> str | None:
    """The number that is called an order's: "for order 10023", 订单号10023."""
    called = _CALLED.search(text)
    return called["number"] if called else None


def surely_order(text: str, asked: OrderDigits | None = None) -> str:
    """The digits of a number that can only be an order's: it is called one, or is the only one where one of that length was asked
    for, and has not the shape of a phone's. Else none."""
    if len(text) > LONGEST_LINE:
        return ""
    typed = _TYPED.findall(text)
    alone = typed[0] if asked is not None and len(typed) == 1 and asked.fit(typed[0]) else ""
    number = called_order(text) or alone
    return "" if looks_like_phone(number) else number


def without_order(text: str) -> str:
    """What is left of the text without the numbers that are called an order's."""
    return _CALLED.sub(" ", text)


def without_others(text: str) -> str:
    """What is left of the text without the numbers that are called something else: "my postcode is 12345", 10000块."""
    return _OTHERWISE.sub(" ", text)


_ONE_OF = re.compile(
    r"(?:退|换|取消|留|要)(?:掉|货)?(?:其中)?一[个件单](?:就行|就好|就可以|即可)|[只就](?:想|要|用)?(?:退|换|取消"
    r"|留)(?:掉|货)?(?:其中)?一[个件单]|(?:其中|随便)一[个件单]"
    r"|\b(?:only|just|either) one of (?:them|these|those|the two|the orders)\b|\bone of (?:them|the two)\b"
    r"|\b(?:the )?(?:more expensive|dearer|cheaper) (?:one|of)\b|(?:贵|便宜)的那?一?[个件单]",
    re.I,
)


def one_of_them(said: str) -> bool:
    """Whether of several orders one is meant, and it isn't said by its number which: nobody guesses it."""
    typed = {number for number in _TYPED.findall(said[:LONGEST_LINE]) if len(number) >= LEAST_BARE}
    return len(typed) > 1 and _ONE_OF.search(said[:LONGEST_LINE]) is not None


_OF_THOSE = re.compile(
    r"\b(?:one|1) of (?:them|these|those|the two|(?:my |the |these )?orders)\b|(?:其中|这里面|里面)的?一?[个件单]", re.I
)


def says_one_of(said: str) -> bool:
    """Whether one of several is meant that were told before: 取消其中一个, "cancel one of them"."""
    return len(said) <= LONGEST_LINE and _OF_THOSE.search(said) is not None


def denied_in(said: str) -> frozenset[str]:
    """Orders that are named to say that they are not meant, or taken back: "not 10032", "10024, no sorry, 10026"."""
    said = said[:LONGEST_LINE].replace("\u2019", "'")
    slips = [(two.end(), number, between) for two, number, between in _twos(said) if _takes_back(between)]
    meant = {end for end, _, between in slips if _OH_NO.search(between)}
    denied = [match["number"] for match in _NOT_THIS.finditer(said) if match.start("number") not in meant]
    denied += [match["number"] for match in _KEPT.finditer(said)]
    denied += [
        number for end, number, between in slips for number in _left_out(said[:end], number, said[end:], between)
    ]
    return frozenset(run for number in denied for run in runs_in(number))


def _left_out(before: str, number: str, after: str, between: str) -> list[str]:
    """What a slip takes back: the number before it; all that stand there where only the one behind it is meant."""
    meant = next(iter(_TYPED.findall(after)), "")
    if not _ONLY.search(between):
        return [number] if number != meant else []
    return [one for one in _TYPED.findall(before) if one != meant]


def _twos(said: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """Each number that another one follows, and what stands between the two."""
    for two in _TWO.finditer(said):
        number, between = (two[name] for name in _SAID_AS[two.lastgroup or "between"])
        yield two, number, between


def _takes_back(between: str) -> bool:
    """Whether nothing but a slip put right stands between two numbers: "no wait, i mean order"."""
    left = _BESIDE_IT.sub("", _TAKES_BACK.sub("", between))
    return _TAKES_BACK.search(between) is not None and not any(map(str.isalpha, left))


def joins_two(text: str, digits: OrderDigits) -> bool:
    """Whether two typed orders stand side by side: "10023 and 10024"."""
    joined = any(digits.bare(first) and digits.bare(second or then) for first, second, then in _JOINED.findall(text))
    return joined or any(map(digits.bare, goods_beside(text)))


_GOODS_OF = re.compile(  # "… and the grinder from 10019", 和10034的背包
    r"(?:and|plus|&) (?P<en>(?:the|my|one|a) [a-z]+(?: [a-z]+){0,2}) (?:from|of|in|on|out of) (?:order |number |#){0,2}"
    r"(?P<number>[0-9]{5,20})(?![0-9])"
    r"|(?:[和跟与及]|以及|还有|[,，、 ])(?P<nr>[0-9]{5,20})(?:里面?|中)?的(?P<zh>[\u4e00-\u9fff]{2,8}?)"
    r"(?=也|都|一起|[,，。!！ ]|$)",
    re.I,
)


def goods_beside(text: str) -> dict[str, str]:
    """Which goods are named with an order that is told beside the first, by its number."""
    found = _GOODS_OF.finditer(text[:LONGEST_LINE])
    return {(match["number"] or match["nr"]): (match["en"] or match["zh"]) for match in found}


def beside(text: str, number: str, digits: OrderDigits) -> tuple[str, ...]:
    """The orders named beside the first; none where they are too many to be dealt with one after the other."""
    left_out = {number, *denied_in(text)}
    typed = [run for run in _TYPED.findall(text) if digits.bare(run)]
    others = tuple(run for run in (typed or orders_in(text, digits)) if run not in left_out)
    return others if len(others) <= MOST_BESIDE else ()


def of_pieces(first: str, second: str, digits: OrderDigits) -> str | None:
    """The number that was said over two messages ("one zero zero", "two three"), neither of which holds it whole."""
    pieces = ["".join(runs_in(said)) for said in (first, second)]
    whole = "".join(pieces)
    parted = all(piece and not digits.fit(piece) for piece in pieces)
    return whole if parted and digits.fit(whole) else None


def piece_of(before: str, said: str, digits: OrderDigits) -> str | None:
    """What there is of a number after a message that holds only a piece of it, with what was said `before`; None where it is
    none, or too long now. One digit alone begins no number, but goes on with one."""
    given = "".join(runs_in(said)) if nothing_but_digits(said) else ""
    begins = bool(before) or len(given) > 1
    return before + given if given and begins and len(before + given) <= digits.most else None


_HAN_FIGURE = "[0-9零〇一幺二两三四五六七八九]"
_STUMBLED = re.compile(  # 幺零零三呃三二, "one zero zero two uh two three"
    rf"(?P<one>{_HAN_FIGURE}{{2,}})[ ,，]*(?:呃|嗯|额|啊|那个)[ ,，]*(?P<two>{_HAN_FIGURE}{{1,5}})"
    rf"|(?P<first>\b{_FIGURE}(?:[ \-]{_FIGURE}){{1,6}})[ ,]+(?:uh|um|er|erm"
    rf"|hmm?)[ ,]+(?P<second>{_FIGURE}(?:[ \-]{_FIGURE}){{0,4}})\b",
    re.I,
)


def stumbled_in(said: str, digits: OrderDigits) -> str | None:
    """The number that was begun, and gone on with from the digit that was said last; None where it is whole as it was said."""
    found = _STUMBLED.search(said[:LONGEST_LINE])
    if found is None:
        return None
    one, two = ("".join(runs_in(part)) for part in (found["one"] or found["first"], found["two"] or found["second"]))
    if not one or not two or digits.fit(one + two) or one[-1] != two[0]:
        return None
    return one + two[1:] if digits.fit(one + two[1:]) else None
