"""What is said after an answer and begins nothing: goods sent back already, waiting, trying what was told, no cancellation
after all. Pure; knows no bot."""

import re

LONGEST = 80  # characters that are looked at
MOST_OF_LOSS = 140  # of what is told of a loss
_SENT = re.compile(
    r"\b(?:i|we)(?:'ve| have| had)?(?: already| really| definitely| just)* (?:sent|returned|posted|shipped|dropped|mailed)"
    r" (?:it|them|that|everything|both|the \w+|(?:order )?#?[0-9]{5,7}(?= back| off|,|\.|$| (?:on|last|two|a"
    r"|[0-9])))(?![0-9])|\b(?:i|we)(?: already)? did (?:send|return)\b"
    r"|\b(?:it|they|the \w+) (?:was|were|has been|have been) (?:sent|returned|posted|mailed|shipped)(?: back)?\b"
    r"|寄(?:还|回)?(?:去|来|给你们?|走|出)?[^，。没不]{0,4}(?:了|过了)(?!吗|没|吧)"
    r"|(?:真的?|确实|早就?|已经|都|上周|上个?月|[昨前]天|天前|周前|月初|之前)[^，。没不]{0,4}(?:寄|退)(?:了|回|出|走|还|给|过)"
    r"|退(?:回|还)?(?:去|来|给你们?)?(?:很久|好久|好几天|半个?月|[0-9一二两三几]+个?(?:天|周|月|星期))了",
    re.I,
)
_TO_OTHERS = re.compile(  # who keeps it: nothing went back
    r"\bto (?:my|his|her|him|them|a|an|the wrong)\b|(?:寄|退)给(?!你们?|您|商家|店|卖家|客服)[^，。]{1,4}(?:了|过)",
    re.I,
)
_ASKS_OR_WANTS = re.compile(
    r"\b(?:want|wish|would like|can i|could i|how|should i|do i|if)\b|[?？]|[吗么]\W*$|怎么|想|要(?:是|退)|能不能|可以",
    re.I,
)
_OF_PARCEL_BACK = re.compile(
    r"\b(?:tracking|return|parcel|reference|receipt|proof) ?(?:number|no\b|code|slip|label)|\b(?:ups|dhl|fedex|usps"
    r"|courier|carrier"
    r"|post office|posted|drop(?:ped)? (?:it )?off)\b|\b(?=[A-Z0-9]{8,30}\b)[A-Z]{0,4}[0-9][A-Z0-9]*\b"
    r"|\b(?:on|last|about|around|since) (?:the )?(?:[0-9]{1,2}(?:st|nd|rd|th)?\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week"
    r"|month|january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|\b(?:days?|weeks?|months?) ago\b|\byesterday\b"
    r"|单号|运单|快递|顺丰|圆通|中通|申通|韵达|极兔|邮政|京东|德邦|驿站|取件|寄的|寄出|[0-9一二三]+[月号日]|[昨前]天|上(?:周|个?月)"
    r"|(?:天|周|个?月)前",
    re.I,
)
_LACKS_NUMBER = re.compile(
    r"\b(?:no|lost|without|(?:do ?n[o']?t|never) (?:have|got|get|find))\b.{0,14}\b(?:number|slip|receipt|label|code|proof)\b"
    r"|(?:没有?|丢了|找不到)[^，。]{0,4}(?:单号|凭证|小票|单子|号)",
    re.I,
)
_BEGINS_ELSE = re.compile(
    r"\b(?:cancel|exchange|invoice|another order|other order|where|when|how|agent|human|person|colleague)\b"
    r"|取消|换货|发票|投诉|人工|客服|另外|到哪|什么时候|怎么",
    re.I,
)


def has_sent_back(text: str) -> bool:
    """Whether it is told that the goods went back already: "i sent it back 2 weeks ago", 退回去好久了. A wish tells nothing."""
    said = text.strip().replace("\u2019", "'")
    return (
        len(said) <= LONGEST
        and _SENT.search(said) is not None
        and not _TO_OTHERS.search(said)
        and _ASKS_OR_WANTS.search(said) is None
    )


def went_back(text: str) -> bool:
    """Whether goods are told to have gone back, whatever else is asked or wanted."""
    return _SENT.search(text[:LONGEST].replace("\u2019", "'")) is not None


_LOST_BACK = re.compile(
    r"\b(?:(?:sent|shipped|posted|mailed|gave|put) (?:it|them|that|everything|the \w+)(?: all)? back|returned (?:it|them|that"
    r"|my \w+|the \w+)|(?:my|the|a|that) returns?\b|returned (?:parcel|package|goods|item)|return (?:parcel|package|shipment))"
    r".{0,40}\b(?:lost|missing|never (?:arrived|got|reached|made|came|showed)|disappeared|vanished|(?:not|n'?t) (?:arrived"
    r"|reached|shown up|turned up))\b"
    r"|\blost\b.{0,12}\b(?:my|the) return\b|\b(?:lost|missing) (?:on|during) (?:its|the|my) (?:way back|return)\b"
    r"|(?:退(?:回|货|还)|寄回|退过?去|寄还|退的(?:货|东西|包裹|快递))[^，。]{0,10}[，, ]?[^，。]{0,8}(?:丢|弄没|不见|没影|失踪)"
    r"|(?:丢|弄丢)(?:了|在)?[^，。]{0,4}(?:退货|退回|寄回)",
    re.I,
)
_LOST_IF = re.compile(r"\b(?:if|what happens|in case|who)\b|如果|万一|要是|怎么办|会不会|谁负责", re.I)


def lost_on_way_back(text: str) -> bool:
    """Whether the parcel with goods that went back is told to be lost: no delivery is. What would be, if, is a question."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= MOST_OF_LOSS and _LOST_BACK.search(said) is not None and _LOST_IF.search(said) is None


_OTHERWISE = re.compile(
    r"(?<![A-Za-z])[A-Za-z]{1,4}[0-9A-Za-z]{0,12}$|(?:receipt|tracking|reference|return|parcel|proof|label|ups|dhl"
    r"|fedex|usps)(?: ?(?:number|no|code|id))?(?: (?:is|was))?[:. #]*$"
    r"|(?:快递|物流|运|寄件|回执|凭证|退货|取件)(?:单)?(?:号|码)?[是为:： ]*$|^单号[是为:： ]*$",
    re.I,
)


def called_otherwise(text: str, number: str) -> bool:
    """Whether a number is said to be a receipt's or a carrier's: no order is meant."""
    return number in text and _OTHERWISE.search(text[: text.index(number)][-LONGEST:]) is not None


_DECLINES = re.compile(
    r"(?:算了吧?|那|我|就|还是|先|唉|哎|哦|[,，。 ])*不(?:想|要)?(?:再)?(?:退|换|改|报|申请|催|登记)(?:货|款"
    r"|了)?了?(?:吧|啊|哈|[。.!！ ])*",
    re.I,
)


def declines_so(text: str) -> bool:
    """Whether it is only said that what was offered is not to be done: 算了不退了."""
    return len(text) <= LONGEST and "了" in text and _DECLINES.fullmatch(text.strip()) is not None


def of_parcel_back(text: str) -> bool:
    """Whether it is told how, when or under which number something went back, or that there is no number of it; nothing is
    wanted or asked with it."""
    said = text.strip().replace("\u2019", "'")
    told = _LACKS_NUMBER.search(said) or _OF_PARCEL_BACK.search(said) or has_sent_back(said)
    asks = _BEGINS_ELSE.search(said) or re.search(r"[?？]|[吗么呢]\W*$", said)
    return len(said) <= LONGEST and bool(told) and asks is None


_WAITED = re.compile(
    r"^(?:(?:but|and|so|well|no|come on|seriously|ok)\b[,. ]*)*(?:it(?:'?s| has|'?s been| has been| is)?|i(?:'?ve"
    r"| have)?(?: been)?"
    r"|that(?:'?s| was| is))(?: already| been| waiting| waited| over| more than| almost| nearly| about| for)*"
    r" (?:an?|two|three|four|five|six|several|many|[0-9]{1,2}|half a)(?: whole)? (?:days?|weeks?|months?)"
    r"(?: (?:now|already|ago|since))*[ .!]*$"
    r"|\b(?:are|will|do) you (?:even |ever |really )?(?:going to |gonna |want to )?(?:refund"
    r"|pay)\b.{0,20}(?:\bor not|\bor what|\?|$)"
    r"|^(?:(?:so|but|and)\b[, ]*)*(?:refund (?:me )?or not|yes or no)[ ?!.]*$"
    r"|^(?:我|这|可|但|可是|但是|都|已经|等了?|过了?|过去|[,，。 ])*(?:好"
    r"|都)?(?:[0-9一二两三四五六七八九十半几]+个?多?(?:天|周|星期|礼拜|月)"
    r"|好久|很久|这么久|那么久)(?:多)?(?:了|啦)[啊呀吧。.!！ ]*$"
    r"|(?:到底|究竟)[^，。]{0,4}(?:退|给钱)|退不退|还退吗",
    re.I,
)


def has_waited(text: str) -> bool:
    """Whether it is only said how long it has been, or asked whether the money comes at all: 都半个月了, 你们到底退不退."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and _WAITED.search(said) is not None


_TRIES = re.compile(
    r"^(?:(?:ok|okay|oh|right|alright|all right|thanks|thank you|good|great|sure|hm+|well|ah|fine|cool|yes|yeah|hang on|wait)\b"
    r"[,.! ]*)*(?:(?:i'?ll|i will|i'?m going to|i am going to|let me|gonna|going to|i'?ll go and|i'?m) (?:just |now "
    r"|go and |quickly )*"
    r"(?:try|trying|check|checking|look|look(?:ing)? (?:in|at|into)|have a look|see|do|wait)\b)"
    r"(?: (?:that|it|this|my|the|in|at|if|now|again|there|first|then|once more|spam|junk|inbox|e-?mails?|mail|folder"
    r"|link|page|site"
    r"|website|app|account|it'?s|is|works?|out|for|and|until|then|soon|quickly|one|a|second|thanks?|please))*[ .!…]*$"
    r"|^(?:好[的吧]?|嗯|哦|行|那|谢谢|等等|等一下|[,，。! ！])*我(?:这就|现在|先|再|马上|去|来)*(?:试|看|查|找|翻|弄|操作|登|等)"
    r"(?:试|看|一?下)*(?:看|邮箱|邮件|垃圾(?:邮件|箱)?|短信|[吧啊哈呢。.!！ ])*$",
    re.I,
)


def tries(text: str) -> bool:
    """Whether what was told is being tried, and nothing is wanted meanwhile: "ok i'll check spam", 我去看看."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and _TRIES.match(said) is not None


_NO_LUCK = re.compile(
    r"^(?:(?:no|sorry|but|well|still)\b[,. ]*)*(?:i|we)(?:'ve| have)? (?:still )?(?:did ?n[o']?t|never|have ?n[o']?t"
    r"|do ?n[o']?t) (?:even |yet )?"
    r"(?:get|got|receive[d]?|see|find|have) (?:the|any|an?|your|that|one) ?(?:reset |new )?(?:link|mail|e-?mail"
    r"|message|code)?(?: yet| either| there)?[ .!]*$"
    r"|^(?:(?:no|nope|hm+|well|but|ok|sorry|there'?s|there is|i (?:see|got|get|have|found|find)|still|it'?s|nah|and"
    r"|again)\b[,. ]*)*"
    r"(?:nothing(?: there| came| yet| arrived| in (?:spam|my inbox|there))*|no (?:luck|mail|e-?mail|link|message)(?: (?:there|yet"
    r"|came|arrived))*|(?:(?:it|the (?:link|mail|e-?mail)) )?(?:did ?n[o']?t|does ?n[o']?t|has ?n[o']?t|not|won'?t|can'?t)"
    r" (?:work\w*|come|arrived?|there|help))"
    r"(?: (?:either|at all|for me|still|yet))*[ .!]*$"
    r"|^(?:我|但|可|可是|还是|还|也|都|看了|试了|查了|找了|[,，。 ])*(?:没有?(?:啊|呀|收到|找到|看到|邮件|链接|用"
    r"|反应)*|不行|收不到(?:邮件|链接|验证码)?|登不[上进]"
    r"|打不开)[了啊呀的呢。.!！ ]*$",
    re.I,
)


def had_no_luck(text: str) -> bool:
    """Whether what was tried brought nothing: "still nothing", 还是没有."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and _NO_LUCK.match(said) is not None


_HOW_COME = re.compile(
    r"^(?:(?:oh|what|wow|no|but|and)\b[,. !]*)*how (?:can|could|did) (?:that|this|it|you|they)(?: even| just"
    r"| really)? (?:be|happen|lose|get lost"
    r"|go missing|do that|take so long)\b.{0,20}$|^(?:啊|什么|天哪|这|那|我的|[,，！!。？? ])*怎么(?:会|能"
    r"|可能)[^，。退换取]{0,8}[啊呀呢的？?！!。 ]*$",
    re.I,
)


def how_come(text: str) -> bool:
    """Whether it is only wondered at: "how can it get lost", 怎么会丢. It is no no to what was offered."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and _HOW_COME.match(said) is not None


_PRICES = re.compile(
    r"[0-9]|\b(?:cheaper|lower|less|dropped|reduced|sale|price|difference)\b|便宜|降|差价|价|块|元", re.I
)


def speaks_of_prices(text: str) -> bool:
    """Whether prices are told against what was found of them: "it was 29 now 19"."""
    return len(text) <= LONGEST and _PRICES.search(text) is not None


_NOT_CANCELLED = re.compile(
    r"^(?:(?:so|then|ok|okay|well|and|but|in that case|please|no|oh|good|great|right|actually|wait)\b[,. ]*)*"
    r"(?:(?:please )?(?:do ?n[o']?t|do not|no need to|you (?:do ?n[o']?t|need not) (?:have|need) to|i (?:do ?n[o']?t"
    r"|do not|no longer)"
    r" (?:want|need) to) cancel (?:it|that|this|(?:my |the |this )?order)?(?: #?[0-9]{5,7})?"
    r"|no (?:cancellation|cancelling)|leave the order(?: as it is)?|keep (?:the|my) order)"
    r"(?:[, ]+(?:then|any ?more|after all|please|now|thanks?|thank you))*[ .!]*$"
    r"|^(?:好的?|那|那就|就|嗯|哦|我|还是|先|[,，。 ])*(?:不|别|不要|不用|不想|甭)(?:再)?取消(?:订单|它|这单|这个"
    r"|[0-9]{5,7})?(?:了)?"
    r"(?:吧|啊|哈|呢|[。.!！ ])*$",
    re.I,
)


def not_to_be_cancelled(text: str) -> bool:
    """Whether it is only said that an order is not to be cancelled: "so don't cancel it then", 那不取消了吧."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and _NOT_CANCELLED.match(said) is not None
