"""What a message points at without naming it: "the other one", "the second", "and 10025?", "pardon?". Pure; knows no order."""

import re

from actions.meaning.taking_back import WITHDRAWS, withdraws
from actions.reading.number_kinds import ANY, orders_in

OTHER = "other"
LONGEST = 40  # characters of a message that only points; a longer one says more, and patterns that repeat stay quick
LONGEST_WITHDRAWN = 80
LONGEST_POLITE = 80  # characters of a message whose courtesies are left out
_ONE = r"(?:one|order|parcel|package|delivery|item)s?"
_OTHER = re.compile(
    rf"\b(?:the |my |that )?(?<!an)other {_ONE}\b|\banother (?:order|parcel|package|delivery)\b|^(?:and "
    rf"|also )?another one[ ?]*$"
    r"|(?:另|其他|其它)(?:外)?(?:那)?(?:一)?(?:个|個|单|單|笔|筆|件|张|張)(?!电话|手机号?|号码|邮箱)"
    r"|^那(?:一)?(?:个|单|件|笔)(?:订单)?呢|(?:另外|其他|其它)的?(?:订单|訂單|包裹)|还有一[个单]|還有一[個單]",
    re.I,
)
_ORDINALS = (
    re.compile(
        rf"\b(?:the )?(?:first|1st) {_ONE}\b|(?:^|\bthe )first$|第[一1][个個单單笔件条條]|^第[一1]$|(?:前面|上面)那?一?[个单]",
        re.I,
    ),
    re.compile(rf"\b(?:the )?(?:second|2nd) {_ONE}\b|(?:^|\bthe )second$|第[二2][个個单單笔件条條]|^第[二2]$", re.I),
    re.compile(rf"\b(?:the )?(?:third|3rd) {_ONE}\b|(?:^|\bthe )third$|第[三3][个個单單笔件条條]|^第[三3]$", re.I),
)
_LEAD = (
    r"(?:(?:and|also|then|ok|okay|now|for|(?:what|how) about|same (?:for|with)|one more(?: thing| order| one)?:?"
    r"|最后一[个单]|也|那么?|还有|還有|再看|再查)[ ,，]*+)"
)
_TAIL = r"(?:呢|吗|嗎|too|as well|please|pls|then|also)"
_NUMBER = r"#?(?:order |number |no\.? |订单号?|訂單號?)?[0-9][0-9 ,.\-]*[0-9]"
_ONE_FOR = r"(?:(?:also|and|now|then|please|can|could|i)\b[, ]*)*(?:need|want|like|have|get)? ?(?:one|the same|another one) for "
_AND_NUMBER = re.compile(
    rf"^{_LEAD}+{_NUMBER} ?{_TAIL}?[ ?？.!。]*$|^{_NUMBER} ?(?:呢|too|as well|也(?:要|是|一样|同样)?(?:申请|办|退)?)[ ?？.!。]*$"
    rf"|^{_ONE_FOR}{_NUMBER}(?: (?:too|as well|please|with the same (?:data|details|name|address)))*[ ?.!]*$"
    rf"|^{_NUMBER} ?也(?:是|要)?(?:(?:按|照)(?:这个|刚才|这样|一样)?的?|一样)(?:开|办|弄|来)?[吧的 ?？.!。]*$",
    re.I,
)
_NUMBER_ALONE = re.compile(rf"^{_NUMBER}[ ?？.!。]*$", re.I)
_NAMED = (  # what was in it: "and the other one, the garden gloves"
    r"(?:(?<=one)|(?<=order)|(?<=parcel)|(?<=package))[ ,，]+(?:(?:i mean|with) )?(?:the|my) "
    r"(?!.*\b(?:broken|damaged|late|missing|lost|wrong|arrived|came|never|not|is|was)\b)"
    r"(?:[a-z]+ )?[a-z]+|[,，][^0-9，。,.坏破错丢少没晚了]{2,8}"
)
_POINTS_ONLY = re.compile(
    rf"^(?:{_LEAD}|for |about |with |my |no |不|我说|是|[,， ])*(?:the )?"
    rf"(?:(?:an)?other|first|second|third|1st|2nd|3rd|另外?|其他|其它|那一?(?=[个单件笔].{{0,2}}呢)|第[一二三123])"
    rf"[^0-9]{{0,8}}?(?:{_ONE}|个|個|单|單|笔|件|订单|訂單)?(?: {_ONE})?(?: ?{_TAIL})?(?:{_NAMED})?[ ?？.!。]*$",
    re.I,
)
_ENDS = re.compile(
    r"^(?:ok(?:ay)?|yes|yeah|well|no|i (?:think|guess))?[,. ]*that(?:'?s| is| was|'?ll be| will be) (?:it|all|everything)"
    r"(?: for (?:now|today))?[,. ]*(?:thanks|thank you)?[ .!]*$"
    r"|^(?:好的?|嗯|行)?[,，]?(?:就)?(?:这些|这样|这个)(?:事|问题)?(?:了|吧|就行|就好)?[,，]?(?:谢谢)?[ .。!！]*$",
    re.I,
)
_REPEAT = re.compile(
    r"^(?:sorry|excuse me|wait|hm+|um+|hello|hey|please|ok|i|(?:the|this) (?:line|connection|signal)(?: is|'s) (?:\w+ )?(?:bad"
    r"|poor|terrible)|you(?:'re| are) breaking up)?[,. ]*(?:"
    r"what|what was that|what did you say|huh|eh|pardon|pardon me|come again|sorry|excuse me"
    r"|(?:can|could) you (?:please )?(?:repeat|say)"
    r"(?: (?:that|it))?(?: again)?|repeat(?: that| it)?|(?:say|tell me)(?: (?:that|it))? again|again|one more time|once more|"
    r"(?:i )?(?:didn'?t|did not|couldn'?t) (?:catch|hear|get|understand)(?: that| it| you)?|i don'?t understand"
    r"|(?:(?:can|could) you )?(?:please )?(?:(?:speak|talk|go|say it) )?(?:a (?:bit|little) )?(?:slower|more slowly|slow down)"
    r")(?: please| again| pls)*[ ?!.]*$"
    r"|^(?:好了?|啊|嗯|呃|喂|你好|不好意思|抱歉|麻烦|請|请)?[,， ]*(?:什么|什麼|啥"
    r"|[你您](?:刚才|刚刚|刚)?说(?:的|到)?(?:什么|啥|哪了?)|你說什麼"
    r"|说什么|說什麼|"
    r"(?:请|請|麻烦|能)?[你您]?(?:再|重新|重复|重複)(?:[说說讲講问問来來报念读])?(?:一)?(?:遍|次|下)|没听清|沒聽清|没听懂"
    r"|没听见|听不清|聽不清|没听清楚|"
    r"我没听清|我没听懂|不明白|(?:你|请)?(?:说|讲)?慢(?:一?点|些))(?:楚)?(?:了|啊|吗|嗎|呀)?(?:好吗|可以吗|行吗)?[ ?？!！.。]*$"
    r"|^[\s?？.。…!！,，~～]+$",
    re.I,
)


_ACTS = re.compile(r"\b(?:return|cancel|exchange|refund|change|swap)|[退换換改]|取消|发票|發票", re.I)  # 第二个我要退货


_NOT_CONTENT = re.compile(
    r"^(?:no|nope|sorry|well|but|hm+|ok|okay)?[,.! ]*(?:"
    r"(?:that|this|it)(?:'?s| is| was)? ?(?:just |really |still )?(?:not|n'?t|isn'?t|wasn'?t) (?:really |very |at all )?"
    r"(?:good enough|helpful|helping|useful|an answer|any help|what i (?:asked|meant|wanted|said)(?: for)?"
    r"|(?:the )?(?:right )?answer|acceptable|ok|okay)"
    r"|(?:that|this|it) (?:does ?n[o']?t|doesn'?t|does not|did ?n[o']?t|didn'?t) (?:really )?"
    r"(?:help|answer (?:my|the) question)(?: me| at all)*"
    r"|(?:that|this|it)(?:'?s| is)? (?:just |totally |all )?(?:wrong|incorrect)"
    r"|(?:that|this)(?:'?s| is| was) (?:no|not any) (?:help|use|answer)(?: at all)?"
    r"|not (?:good enough|helpful)|no help(?: at all)?"
    r"|(?:many )?(?:thanks?|thank you|cheers)(?: you)?(?: so much| very much| a lot)? for nothing"
    r"|(?:that(?:'?s| is)|it(?:'?s| is)|this is)? ?(?:way |far |much |just )*too (?:slow|late|long)"
    r"|(?:i )?(?:already|have already|'?ve already|did|tried)(?: (?:already|do(?:ne)?|did|tried))?(?: (?:that|it|this|all that))"
    r"(?: (?:already|twice|before|and (?:it )?(?:does ?n[o']?t|did ?n[o']?t|doesn'?t|didn'?t"
    r"|still does ?n[o']?t) (?:work|help)))*"
    r"|i (?:did|have|tried|'ve) already|i already (?:did|tried|have)"
    r"|(?:it|that|this)(?: still| just)? (?:does ?n[o']?t|doesn'?t|did ?n[o']?t|didn'?t|won'?t) work(?: either| at all)?"
    r"|still (?:not working|does ?n[o']?t work|doesn'?t work|nothing|no luck)"
    r"|(?:that|this|it)(?:'?s| is) not what (?:my|the) .{2,30} (?:says?|said|told me|shows?)"
    r"|i (?:don'?t|do not|can'?t|cannot|won'?t) (?:want to |wanna )?wait(?: (?:any ?more|that long|any longer|until then))?"
    r"(?:[, ]+i (?:want|need) (?:it|that|them|my (?:money|order|parcel)) (?:now|today|back(?: now)?))?"
    r"|you(?:'?re| are)? (?:not|n'?t|aren'?t) (?:really )?(?:helping|answering)(?: me| my question)*"
    r"|you (?:didn'?t|did not|haven'?t|don'?t) (?:really )?(?:answer|help|understand)(?: (?:me|my question|that))*"
    r")[ .!?]*$"
    r"|^(?:这|這|那|你(?:这|說的|说的)?)?(?:根本|也|都|完全)?(?:不是我(?:要|问|問|想|说|說)的?(?:答案|问题|問題|意思|这个"
    r"|這個)?"
    r"|(?:没|沒)(?:有)?(?:什么|什麼)?(?:用|帮助|幫助)|(?:没|沒)(?:有)?(?:回答|解决|解決)(?:我的?)?(?:问题|問題)?|答非所问"
    r"|答非所問|你?(?:刚才|剛才)?[说說]的(?:这个|這個)?(?:根本|都)?不(?:对|對)|(?:没|沒)帮上忙|(?:到底|有没有|给我)?(?:再|好好|仔细)?[查看](?:清楚|仔细|明白)(?:没有?|了没有?|了吗|点|一点|再说)?|这样不行|這樣不行|不满意"
    r"|不滿意|太慢|太久|等太久|太晚|(?:早就?|已经|已經|都)?试过了|試過了|还是不行|還是不行|还是没用)"
    r"(?:啊|呀|的|了|吧)*[ 。.!！?？]*$",
    re.I,
)


_GIVES_UP = re.compile(
    r"^(?:(?:no|oh|ok|okay|well|ah|hm+|just|please|sorry|actually)[,.! ]+)*(?:forget (?:about )?it|never ?mind|(?:leave"
    r"|drop) it)"
    r"(?:[, ]+(?:then|please|thanks?|thank you))*[ .!]*$"
    r"|^(?:那|唉|哎|嗯|还是|還是|先)*[,， ]*算了(?:吧|不办了|不弄了)?[ 。.!！]*$",
    re.I,
)


_REFUSES = re.compile(
    r"^(?:(?:no|nope|wait|sorry|oh|ok|okay|actually|well|but|please|stop|hey|hi)\b[,.! ]*)*"
    r"(?:i said )?(?:do not|don'?t|dont|i (?:do not|don'?t|dont|didn'?t|never) (?:want|mean|ask|need) (?:you )?to)"
    r" (?:cancel|return|refund|exchange|swap|change|report|do)\b"
    r"(?!.*\b(?:want|need|just|but|instead|rather)\b)[^,;.!?0-9]{0,40}[ .!]*$"
    r"|^(?:不是?|那|就|还是|我|请|先|等等|[,，。 ])*(?:不要|别|没(?:说|让你)|不想)(?:给我|帮我)?(?:要)?"
    r"(?:取消|退款|退货|退|换货|换|改|报)[^,，。;；!！?？0-9]{0,10}[。!！ ]*$",
    re.I,
)
_ASKS_OF_ONESELF = re.compile(
    r"(?:(?:and|but|so|then|ok|okay|wait|also|hi)\W+)*(?:do|did|should|must|can|could|may|will|shall|am) i\b", re.I
)
_MOCKS = re.compile(
    r"^(?:thanks?|thank you|cheers|well thanks)(?: a lot| so much| very much)? for nothing[ .!]*$"
    r"|^(?:(?:oh|well|wow)[,.! ]+)*(?:great|good|nice|fine|brilliant) (?:job|work)\b.{0,20}\b(?:losing|breaking|ruining|wrecking"
    r"|smashing|forgetting|delaying|messing)\b"
    r"|^(?:(?:oh|well|wow|ah|yeah|yay|haha|and)\b[,.! ]*)*(?:(?:just|how|really|so|absolutely|simply) )*"
    r"(?:great|brilliant|fantastic|wonderful|lovely|perfect|amazing|awesome|superb|excellent|marvell?ous|nice|congratulations"
    r"|well done|good job|bravo|thanks? (?:you )?(?:a lot |so much |very much )?for nothing|cheers for nothing)\b"
    r".*\b(?:another|still|delay\w*|late|wrong|broken?|lost|missing|nothing|useless|again|nowhere|as (?:always|usual))\b"
    r"|^(?:呵呵|真行|好样的|真棒|太棒了|真厉害|太好了|可真行|牛|服了|哇)[,，!！。 ]*"
    r".*(?:又|还没|還沒|第[二三四五]次|一如既往|坏|錯|错|丢|晚|慢)",
    re.I | re.S,
)


_GOES_ON = re.compile(
    r"^(?:and )?how much(?: (?:is|are|for) (?:it|that|this|they|those|one))?[ ?]*$"
    r"|^(?:(?:and|so|ok) )*how (?:long|many|big|far|often) (?:is|are|does|do|will|would) (?:it|that|this|they)(?: (?:take"
    r"|last|cost|be))?[ ?]*$"
    r"|^(?:那|要)?多少钱(?:一[个件双套])?[呢啊]?[?？]?$"
    r"|^(?:ok(?:ay)?[, ]+)?(?:and|what about|how about|and what about|also)\b(?!.*\b(?:my|mine|order|parcel|package|it|that)\b)"
    r"[^0-9.!]{2,40}$|^(?!.*(?:我|单|單|包裹|快递|快遞|货|貨|钱|錢|退|换|換))(?:那|那么|还有)?[^0-9，。,.]{1,10}呢[?？]?$",
    re.I,
)


_CHANGES_ITEMS = re.compile(
    r"^(?:(?:just|please|can you|could you|i want to|i'd like to|i need to)[, ]+)*"
    r"(?:remove|take(?: off| out)?|drop|add|leave out) (?!me\b).{3,60} (?:from|to|off|out of)"
    r" (?:it|that|this|(?:(?:my|the|this|that) )?order(?: #?[0-9]{3,20})?)[ .!?]*$",
    re.I,
)


def changes_items(text: str) -> bool:
    """Whether goods are to be put into an order or taken out: "remove the lamp from it"."""
    return len(text) <= 100 and _CHANGES_ITEMS.match(text.strip()) is not None


_ANOTHER_MATTER = re.compile(
    r"\b(?:another|second|different|separate|new|one more|other) (?:complaint|matter|case)\b"
    r"|(?:另外?(?:有)?一(?:件|个|项)|(?<!没)(?<!没有)别的|新的?|第二(?:件|个))(?:事|投诉)|再投诉一|另外(?:再|还)?(?:要)?投诉",
    re.I,
)


def names_another(text: str) -> bool:
    """Whether what is told is said to be another matter than before: "i have another complaint"."""
    return _ANOTHER_MATTER.search(text[:LONGEST_POLITE]) is not None


def goes_on(text: str) -> bool:
    """Whether a question goes on from the one before: "and tomorrow?", 那周末呢."""
    return _short(text) and _GOES_ON.match(text.strip()) is not None


def names_nothing(text: str) -> bool:
    """Whether a question is only how much or how long, and the one before says of what: "how much?"."""
    return (
        re.match(r"(?:(?:and|so|ok) )*how (?:much|long|many|big|far|often)\b|(?:那|要)?多少钱", text.strip(), re.I)
        is not None
    )


def refuses(text: str) -> bool:
    """Whether the message says only what is not to be done: "no don't cancel it", 别取消."""
    if any(withdraws(text, need) for need in WITHDRAWS):
        return False
    return len(text) <= 80 and _REFUSES.match(text.strip().replace("\u2019", "'")) is not None


def mocks(text: str) -> bool:
    """Whether kind words are meant the other way round: "oh great, another delay"."""
    return len(text) <= 200 and _MOCKS.match(text.strip()) is not None


def asks_of_oneself(text: str) -> bool:
    """Whether it is a question by its first words, and so no answer to one: "do i keep the wrong one"."""
    return _ASKS_OF_ONESELF.match(text.strip()) is not None


_FOR_NOTHING = re.compile(
    r"什么都没(?:解决|办|弄)|(?:一点|啥|什么)用?(?:都|也)?(?:没有?用|没解决)|白(?:忙|说|等|问)"
    r"|\b(?:thanks?|thank you|cheers) for (?:nothing|wasting|no help)\b"
    r"|\bnothing (?:was|is|got|has been) (?:solved|fixed|done|sorted)\b",
    re.I,
)


def for_nothing(text: str) -> bool:
    """Whether a thank-you says that nothing came of it: "thanks for nothing"."""
    return len(text) <= LONGEST_POLITE and _FOR_NOTHING.search(text.replace("\u2019", "'")) is not None


def not_content(text: str) -> bool:
    """Whether the answer just given was no help: "that's not good enough", 这不是我要的答案."""
    return _short(text) and _NOT_CONTENT.match(text.strip().replace("\u2019", "'")) is not None


def gives_up(text: str) -> bool:
    """Whether what was begun is to be left alone: "forget it", 算了; it may be anything but a wish to cancel an order."""
    return _short(text) and _GIVES_UP.match(text.strip().replace("\u2019", "'")) is not None


def which_of(text: str) -> str | None:
    """OTHER, or "1" to "3" for a place in a list; None when nothing is pointed at."""
    if _OTHER.search(text):
        return OTHER
    said = text.strip(" ?？!.。")
    return next((str(at) for at, pattern in enumerate(_ORDINALS, 1) if pattern.search(said)), None)


_LAST = re.compile(
    rf"^(?:the )?(?:last|latter|bottom)(?: {_ONE})?$"
    r"|^(?:我?[要说選选]?(?:的是)?)?(?:最后|最後|后面?|後面?)(?:那|一)*[个個单單笔件]$",
    re.I,
)
_POLITE = re.compile(
    r"^(?:um+|uh+|er+|嗯|呃|请|請|[,，. ])+|(?:[,， ]*(?:please|thanks|thank you|谢谢|謝謝|吧|[.。!！]))+$", re.I
)

_AROUND_A_PLACE = re.compile(
    r"(?:it'?s|it is|that'?s|for|about|i mean|i want|i'd like|我|要|想|说|說|的|是|就|选|選|查|那|订单|訂單|[ ,，])*",
    re.I,
)


def place_of(text: str, count: int) -> int | None:
    """The place (1 the first) that is pointed at, and nothing else said, in a list of `count` just told."""
    said = text.strip()
    said = _POLITE.sub("", said) if len(said) <= LONGEST_POLITE else said
    if not _short(said):
        return None
    if _LAST.match(said):
        return count
    around = ((at, pattern.subn("", said, count=1)) for at, pattern in enumerate(_ORDINALS[:count], 1))
    return next((at for at, (rest, found) in around if found and _AROUND_A_PLACE.fullmatch(rest)), None)


_TWO = re.compile(
    r"\b(?:first|top) two\b|\bboth(?: of (?:them|these|those))?\b|前(?:面)?(?:的)?[两二2兩][个個单單笔件]"
    r"|[这這那](?:前面)?[两二2兩][个個单單笔件]"
    r"|[两二兩][个個单單]都",
    re.I,
)


_ALL = re.compile(
    r"^(?:(?:yes|please|just|ok|cancel|return|exchange|i want|i mean|show(?: me)?|check|track|tell me(?: about)?|can you)[, ]+)*"
    r"(?:all(?: (?:three|of (?:them|these|those|it|(?:the|my) (?:items?|goods|things))))?"
    r"|everything|(?:every one|each(?: one)?|every order|each order)(?: of them)?"
    r"|all (?:my |the )?orders)(?:[, ]+please)?[.!]*$"
    r"|^(?:我要?|要|就|那|帮我|把|给我|请|想|[三几每]一?[个单])*(?:全部|全都|所有的?(?:订单)?|都|挨个|逐个)(?:要|想|给我|帮我)?"
    r"(?:取消|退货?|换货?|办|是|[查看说]{1,2})?(?:一?下|掉|了|吧|的)*[。.!！]*$",
    re.I,
)


def points_at_all(text: str) -> bool:
    """Whether all of what was listed is meant: "all of them", 都取消."""
    return _short(text) and _ALL.match(text.strip()) is not None


def points_at_two(text: str) -> bool:
    """Whether the first two of what was listed are meant: "return the first two", 这两个都退."""
    return len(text) <= LONGEST_WITHDRAWN and _TWO.search(text) is not None


_OF_GOODS = re.compile(
    r"^(?:那|那么|还有|另外|我|买|的|哦|嗯|好|谢谢|[,，。 ])*(?P<zh>(?:那个|这个)?[\u4e00-\u9fff]{2,8})呢[?？!！。~ ]*$"
    r"|^(?:(?:and|ok|okay|so|what about|how about|thanks|thank you|thx|great)[,.! ]+)+(?:the"
    r"|my) (?!.*\b(?:return|refund|exchange|cancel)\b)(?P<en>[a-z]+(?: [a-z]+){0,2})[?!. ]*$",
    re.I,
)


def goods_alone(text: str) -> str | None:
    """What may be goods of one's own, and nothing else is said: 手表呢 after the price of another order was told."""
    found = _OF_GOODS.match(text.strip()) if _short(text) and which_of(text) is None else None
    return (found["zh"] or found["en"]) if found else None


def names_beside(text: str) -> bool:
    """Whether what is pointed at is named, too: "the other one, the garden gloves"."""
    return only_points(text) and re.search(rf"(?:{_NAMED})[ ?？.!。]*$", text.strip(), re.I) is not None


_BY_GOODS = re.compile(
    rf"^(?:{_LEAD}|for |i mean |no |not that[, ]+)*(?:the|that|this|my)"
    rf" (?:other )?(?:(?:{_ONE}|1) (?:with|for|of) (?:the |my |a )?(?P<after>[a-z]+(?: [a-z]+){{0,2}}?)"
    rf"|(?P<before>(?!(?:is|was|are|in|it'?s|not|my|your|other|first|second|third|last|right|wrong|same|next|big"
    rf"|small|1st|2nd|3rd)\b)[a-z]+(?: [a-z]+)?) (?:{_ONE}|1))"
    rf"(?: {_TAIL})?[ ?.!]*$"
    rf"|^(?:{_LEAD}|那|我说的?|是)*(?P<zh>[\u4e00-\u9fff]{{2,8}}?)的?(?:那|这)(?:一)?[个單单笔件](?:订单|呢|怎么样"
    rf"|到哪了|吗)*[ ?？。]*$",
    re.I,
)


_OF_ITS_WAY = re.compile(
    r"\b(?:late|lost|delayed|arriv|com(?:e|ing)\b|shipped|sent|deliver|where|when|here)|到|发货|晚|丢|哪", re.I
)


def asks_of_one(text: str) -> bool:
    """Whether it is asked how an order stands that is pointed at: "is the first one late"."""
    return (
        _short(text)
        and which_of(text) is not None
        and _ACTS.search(text) is None
        and _OF_ITS_WAY.search(text) is not None
    )


def points_by_goods(text: str) -> bool:
    """Whether an order is pointed at by what is in it, or how it stands: "and the one with the gloves?", "the late one"."""
    return _short(text) and _BY_GOODS.match(text.strip()) is not None


def only_points(text: str) -> bool:
    """Whether the message says nothing else: "and the other one?"."""
    points = _short(text) and which_of(text) is not None and _POINTS_ONLY.match(text.strip()) is not None
    return points and _ACTS.search(text) is None


def follows_on(text: str) -> bool:
    """Whether the same is wanted for another order: "and 10025?", "10025呢"."""
    return only_points(text) or (_short(text) and _AND_NUMBER.match(text.strip()) is not None and _an_order(text))


def number_alone(text: str) -> bool:
    """An order number in whatever shape, and nothing else."""
    return _short(text) and _NUMBER_ALONE.match(text.strip()) is not None and _an_order(text)


def ends_it(text: str) -> bool:
    """Whether nothing more is wanted: "that's it", 就这些. Asked whether something is right, the same words say yes."""
    return _short(text) and _ENDS.match(text.strip().replace("\u2019", "'")) is not None


_LEAVES = re.compile(
    r"\b(?:good ?bye|bye(?: ?bye)?|see (?:you|ya)|cheerio|take care|have a (?:nice|good|great|lovely|wonderful)"
    r" (?:day|evening|night|weekend|one))(?: (?:dear|love|now|then|all|everyone))*[\s.!…]*$|(?:再见|再會|拜拜|拜了"
    r"|回见)[呀啦啊了\s.。!！~]*$",
    re.I,
)


def takes_leave(text: str) -> bool:
    """Whether the words end with a goodbye: "thank you dear, goodbye"."""
    return len(text) <= LONGEST_POLITE * 2 and _LEAVES.search(text) is not None


def wants_repeat(text: str) -> bool:
    """Whether the last words were not heard or not understood: they are to be said again."""
    return _short(text) and _REPEAT.match(text.strip()) is not None


def _short(text: str) -> bool:
    return len(text.strip()) <= LONGEST


def _an_order(text: str) -> bool:
    return bool(orders_in(text, ANY))
