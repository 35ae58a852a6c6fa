"""What is wanted in place of goods: another size or colour, the same again; and what is no wish, though asked for one. Pure."""

import re

from actions.meaning.goods_wishes import reason_in
from actions.meaning.hesitating import pauses
from actions.reading.courtesy import only_courtesy

_HUE = r"(?:black|white|blue|red|green|gr[ea]y|pink|brown|yellow|navy|beige|purple|orange|silver|gold(?:en)?)"
_SIZE = (
    r"(?:small|medium|large|x{0,3}[sl]|(?<=\bthe )m|(?<=\bin )m|(?<=\bit )m|(?<=\ban )m|(?<=\ba )m|(?:extra"
    r"|x)[ \-]?(?:small|large)|bigger|larger|smaller|longer|shorter|wider|narrower)"
)
_SAME = r"(?:(?:exactly |just )?the same|same)(?: (?:one|thing|again|model|item|product|size|colou?r|as before))*"
_LEAD = (  # before a wish put right
    r"^(?:(?:actually|no|nope|sorry|wait|rather|ok|okay|then|h+m+|u+m+|e+r+m*|oh|well|yes|maybe|i mean(?:t)?"
    r"|i(?:'d| would|'ll)? (?:want|like|prefer|take|have)|make (?:it|that)|(?:hold|hang) on|one (?:sec|second|moment)"
    r"|still|(?:let'?s |better |go )+(?:with|for)|or|just|please|in|an?|the)[, ]+)*"
)
_END = r"(?: (?:ones?|pair|after all|instead|please|then|version|in size|size|colou?r))*[.! ]*$"
_HAN_LEAD = (
    r"^(?:不要[^，。,要]{1,6}[,，。 ]+)?"
    r"(?:好(?:了|的|吧)?|嗯|哦|那|我|想|要|就|还是|不对|不是|不|算了|等[一]?[等下会]儿?|慢着|先别|哎|诶|呃|额|啊|哦|其实"
    r"|干脆|[那这]个|换个?成?|改成?|[,，。 ])*"
)
_HAN_HUE = r"[黑白红蓝绿灰粉黄紫棕橙金银](?:色|(?=的))"
_HAN_SIZE = r"(?:[smlx]{1,3}码|[0-9]{2}码|(?:特?[大小]|中|加大|均|[大小][一二两三1-3])[号码])"
_WISH = re.compile(
    r"\b(?:a |the )?(?:bigger|larger|smaller|longer|shorter|wider|narrower|different)"
    r" (?:size|one|pair|colou?r|model)s?(?: up| down)?\b"
    r"|\b(?:a |one )?size (?:up|down|[0-9]{1,2}|xxs|xs|s|m|l|xl|xxl|small|medium|large)\b"
    r"|\bin (?:a )?(?:black|white|blue|red|green|grey|gray|pink|brown|yellow|navy|beige|purple|orange|small|medium|large|xl)\b"
    r"|\bfor (?:a |the )?(?:black|white|blue|red|green|gr[ea]y|pink|brown|yellow|navy|beige|purple|orange)(?: ones?"
    r"| pair|(?= ?(?:[.,;!]|$)))"
    r"|(?<=if you have )(?:an? |it in )(?:black|white|blue|red|green|gr[ea]y|pink|brown|yellow|purple|orange|small"
    r"|medium|large|bigger|smaller)\b"
    r"(?: one| pair)?"
    r"|(?:(?<=want )|(?<=like )|(?<=prefer )|(?<=get )|(?<=have ))(?:an? |the )?[a-z]+(?: [a-z]+){0,2}?(?= instead\b)"
    r"|[大小][一1半][号码]|换(?:个|成|一个)?(?:大|小|长|短|宽|窄|厚|薄|轻|便宜|贵)(?:一点|点|些|一些)儿?的?|换(?:个|成|一个)?[大小长短宽窄厚薄]的|换(?:个|成"
    r"|一个)?[^，。,. ]{0,6}[码号色]的?"
    r"|换(?:个|成|一个)?(?:新|同款|一样|好)的?"
    r"|\b(?:for|want|like|need|get|have) (?:exactly |just )?the same(?! (?:[a-z]+ )?(?:in|but)\b)(?: (?:one|thing|model"
    r"|item|again|new))*\b|\bsame again\b"
    r"|\bthe same (?:one|model|item)(?: (?:again|new))*\b|\b(?:for|want|need) an? (?:brand )?new one\b",
    re.I,
)
_BARE_WISH = re.compile(  # instead of a yes: what was read back is to be another
    rf"{_HAN_LEAD}(?:{_HAN_HUE}|{_HAN_SIZE})的?(?:{_HAN_HUE}|{_HAN_SIZE})?的?(?:那[个种款])?(?:吧|就行|好了|好|算了|得了|啊|呀|哈|行不行?|[行好]吗|可以吗|可以不|要得不|得不得|中不中|成不)*[。.!！?？]*$"
    rf"|{_HAN_LEAD}(?:同款|一样的|同样的|原来(?:的|那种|一样的))(?:吧|就行|好了)?[。.!！]*$"
    rf"|{_LEAD}(?:an?|the|one) [\w.\-]{{1,15}}(?: [\w.\-]{{1,15}}){{0,2}} (?:version|model|edition|kind|type)(?: please)?[.!]*$"
    rf"|{_LEAD}(?:{_HUE}|{_SIZE})(?: (?:{_HUE}|{_SIZE}))?{_END}"
    rf"|{_LEAD}(?:{_SAME}|(?:brand )?new one){_END}",
    re.I,
)
_BARE_SIZE = re.compile(  # where a size was read back
    rf"{_LEAD}(?:size )?(?:[3-9]|[1-6][0-9]|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    rf"(?:[.,]5| ?1/2|(?: and a half| point five))?{_END}"
    rf"|{_HAN_LEAD}(?:[0-9]{{2}}(?:[.点]5)?|[三四][零〇一二三四五六七八九]|[三四]十[一二三四五六七八九]?)码?的?(?:吧|就行)?[。.!！]*$",
    re.I,
)
_LED_IN = re.compile(
    r"^(?:want|like|need|get|have) |^(?:(?:no|actually|sorry|wait|rather|or|just|then|ok|okay|h+m+|u+m+|e+r+m*|oh|well"
    r"|yes|make (?:it|that)"
    r"|i mean(?:t)?|(?:hold|hang) on|one (?:sec|second|moment)|still|(?:let's |better |go )+(?:with|for))[, ]+)+"
    r"|^不要[^，。,要]{1,6}[,，。 ]+|^(?:不对|不是|不|好(?:了|的|吧)?|嗯|那就|还是|就|算了"
    r"|等一?[等下会]儿?|慢着|先别|[哎诶呃额啊哦]|其实|干脆|要不|[那这]个|[,， ])+|(?<=[色的码号])(?:算了|得了|好了|好"
    r"|行不行?|[行好]吗|可以吗|可以不|要得不|得不得|中不中|成不)[。.!！?？]*$"
)
_ONLY_SWAP = re.compile(  # that it is to be swapped, and not for what
    r"^(?:(?:ok|okay|yes|yeah|please|just|then|an?|the|it|that|exchange|swap|do|want|i|to|let'?s)\W*)+$"
    r"|^(?:好|那|就|吧|换|货|嗯|的|了|我|要|想|办理?|[，。])+$",
    re.I,
)
_NO_WISH = re.compile(
    r"谁[出付承担]|(?:运|邮|快递)费|^(?:我|也|还)*(?:不知道|不清楚|没想好|不确定)|\b(?:postage|shipping|delivery) (?:cost|fee"
    r"|charge)s?\b"
    r"|^(?:(?:well|um+|hm+|sorry|i)[, ]+)*(?:(?:do ?n[o']?t|do not) know|not sure|no idea|dunno)\b",
    re.I,
)
_ASKS = re.compile(  # something, wherever in the message it begins
    r"(?:^|[,.;!] ?|\b(?:and|but|so|thanks|thank you|please|ok|okay) )"
    r"(?:when|how|what|why|which|where|who|whose|do i|do you|did you|does"
    r"|is (?:it|that|there)|are there|can (?:they|you tell|i see)|will (?:it|they|you))(?:'s)?\b|\b(?:when|how|why|where)\W*$"
    r"|有(?:什么|哪些|哪种|没有)|哪些|哪种|什么样|多久|好久(?!不)|几天|怎么|[什啥何几]么?时[候间]?|几点|哪[天里]|为[什啥]",
    re.I,
)
_MONEY_INSTEAD = re.compile(  # that it is to be given back after all
    r"\b(?:(?:my|the) money(?: back)?|refund(?:ed)?|return (?:it|them)|send (?:it|them) back)\b|退款|退货|退钱|退了吧|不想?换了",
    re.I,
)
_BROKEN = re.compile(r"\b(?:broken?|faulty|defective|damaged|cracked)\b|坏|破|裂|碎", re.I)


def wish_in(said: str, *, alone: bool = False) -> str | None:
    """What is wanted instead: "can i get a bigger size"; `alone`: a bare "the red one" says it, too."""
    found = _WISH.search(said) or (_BARE_WISH.match(said.strip()) if alone else None)
    return _LED_IN.sub("", found[0].lower()) or None if found else None


def size_in(said: str) -> str | None:
    """A size alone, in place of what was read back: "actually 9.5"."""
    found = _BARE_SIZE.match(said.strip())
    return _LED_IN.sub("", found[0].lower()) or None if found else None


def is_no_wish(said: str) -> bool:
    """Whether what is said is no wish, though it was asked for one: a pause, a courtesy, a question, what went wrong."""
    text = said.strip().replace("\u2019", "'")
    idle = _ONLY_SWAP.match(text) or _NO_WISH.search(text) or _ASKS.search(text) or only_courtesy(text) or pauses(text)
    return bool(idle or _MONEY_INSTEAD.search(text)) or (
        _BROKEN.search(text) is not None and reason_in(text) is not None
    )
