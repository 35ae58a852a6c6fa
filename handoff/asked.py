"""What a customer who waits writes to us: how long it takes, or one of the ways on in their own words. Pure."""

import re

from handoff.keeping import LEAVE

LONGEST = 60  # characters; a longer message is for the colleague
_HOW_LONG = re.compile(
    r"\bhow (?:long|much longer|many (?:people|are)|soon)\b|\bwhen (?:will|is|can) (?:someone|somebody|anyone|a colleague|it|i)\b"
    r"|\b(?:any idea|know) (?:how|when)\b|\bmy position\b|\bwhat (?:position|place|number)\b"
    r"|\b(?:place|number) in (?:the )?(?:line|queue)\b"
    r"|\beta\b|\bstill (?:waiting|there)\b"
    r"|多久|多长时间|多長時間|几分钟|幾分鐘|什么时候|什麼時候|还要等|還要等|[几幾]位|第几|第幾|排到|前面.{0,4}[几幾多]|人呢|有人吗|有人嗎",
    re.I,
)
# "how long does a refund take?" is for the colleague: an answer about the queue would be taken for one about the money
_OF_GOODS = re.compile(
    r"\b(?:orders?|refund\w*|money|cash|paid|deliver\w*|arriv\w*|ship\w*|sent|parcels?|packages?|courier|return\w*|replace\w*"
    r"|exchange\w*|repair\w*|warranty|stock|invoice|receipt)\b"
    r"|订单|訂單|退|钱|錢|款|到账|到賬|发货|發貨|到货|到貨|快递|快遞|物流|包裹|收到|寄|送|补|補|修|发票|發票",
    re.I,
)
_NO_PERSON = re.compile(  # that, not "I don't want an agent who …" or "不要人工智能"
    r"\b(?:don'?t|do not) (?:want|need) (?:to (?:talk|speak) (?:to|with) )?(?:an? |your |the |any )?(?:real |live )?"
    r"(?:person|human|agent|colleague|any ?(?:one|body))"
    r"(?=(?: (?:any ?more|any longer|now|then|after all|please|thanks|thank you))*(?: *(?:[.!,;]|$)| i (?:want|need|just)\b))"
    r"|不(?:要|想要|想找|需要)(?:转)?(?:人工|真人)(?:客服)?(?=了|[ ,，。.!！]|$)",
    re.I,
)
_WAYS = (
    (
        "callback",
        re.compile(
            r"\b(?:call|ring|phone) me(?: back)?(?=[ ,]*(?:[.!?,;]|$|(?:please|pls|then|instead|now|later|when|if|as|at|on|in"
            r"|asap|today|tonight|tomorrow|this|before|after|and|or|thanks?)\b))|\bcall ?back\b"
            r"|回电|回電|回[个個]?(?:电话|電話)|打[给給]我",
            re.I,
        ),
    ),
    (
        "message",
        re.compile(
            r"\bleave (?:a |you a |them a )?(?:message|note)\b(?! (?:with|at|on|in|by)\b)|留言|留[个個]?(?:消息|言)", re.I
        ),
    ),
    (
        LEAVE,
        re.compile(
            r"\b(?:never ?mind|forget (?:it|about it)|(?:don'?t|do not|won'?t) (?:want to )?wait"
            r"|no longer need(?:ed)?(?= (?:any |your )?(?:help|to (?:talk|speak|wait)|an? |some(?:body|one)|anyone)|[ .!]*$)"
            r"|go on without|cancel (?:that|the wait|this)(?=[ .!]*(?:please|pls|thanks?)?[ .!]*$))\b"
            r"|^(?:no[, ]+)?(?:that'?s (?:all|it)|nothing else|(?:i'?m|all) (?:done|good|sorted)|good ?bye|bye)"
            r"(?:[, ]+(?:now|thanks|thank you|then))*[ .!]*$"
            r"|^(?:那|先|好|好的|嗯|[,，。 ])*(?:不(?:用|需要|必)再?[转轉找](?:人工|客服)了?|[没沒]事了"
            r"|(?:已经|已經)?解[决決]了)"
            r"[ ,，]*(?:谢谢|謝謝|再见|再見)?[ 。.!！]*$"
            rf"|{_NO_PERSON.pattern}"
            r"|不等了|算了(?![一下半好几幾])|(?:^|[,，。 ])(?:那|那就|好|好的|谢谢|謝謝|嗯)?不用了|不找人工了",
            re.I,
        ),
    ),
)  # fmt: skip
# "don't call me", "they said they would call me back", "我留言了没人回": no wish, but what went wrong.
_NO_WISH = re.compile(
    r"\b(?:don'?t|do not|didn'?t|did not|never|nobody|no ?one|says?|said|told|promised|supposed|already|tried)\b"
    r".{0,30}\b(?:call|ring|phone|leave)"
    r"|[别別没沒说說]|不(?:要|用|想|必).{0,6}(?:电话|電話|回电|回電|打[给給]我|留)|已经|已經",
    re.I,
)
_PERSON = re.compile(
    r"\b(?<!don't )(?<!dont )(?<!not )(?:(?:want|need|get me|give me|find me|talk to|speak to|speak with|talk with)"
    r" (?:to (?:talk|speak) (?:to|with) )?"
    r"(?:an? |the |some ?|any ?|your )?(?:real |live |actual )?"
    r"(?:human|person|agent|colleague|one|body|representative|operator|manager|supervisor))"
    r"|(?<!不)(?<!不用)(?<!不想)(?:找|转|轉|要|叫|换|換)(?:个|個)?(?:人工|真人|客服|经理|經理)",
    re.I,
)


def asks_how_long(text: str) -> bool:
    """Whether they want to know how long it still takes until somebody is there."""
    return len(text) <= LONGEST and _HOW_LONG.search(text) is not None and _OF_GOODS.search(text) is None


def way_named(text: str) -> str | None:
    """The way on the words name: `callback`, `message` or LEAVE; whether it is open now is not known here.

    Nobody who asks for a person in the same breath ("forget it, get me a human") leaves.
    """
    said = text.strip().replace("\u2019", "'")
    way = next((way for way, pattern in _WAYS if pattern.search(said)), None) if len(said) <= LONGEST else None
    if way == LEAVE:
        return None if _PERSON.search(_NO_PERSON.sub("", said)) else way
    return None if way is not None and _NO_WISH.search(said) else way
