"""What is said of another order than the one read back, beside its name: kept or fine, wanted too, asked about. Pure."""

import re
from collections.abc import Iterable
from typing import Literal

from actions.meaning.parts import without_names
from actions.order import OrderLine

Beside = Literal["stays", "too", "status", "asks"]
LONGEST = 80  # characters; a longer message says more
_BEGINS = re.compile(  # a no to what was read back, and hesitation: what follows is meant in its place
    r"^(?:(?:no|nope|sorry|wait|actually|oh|oops|ah|hm+|ok|okay|yes|yeah|but|well|uh+|um+)\b[\s,.!]*"
    r"|(?:好的?|对的?|是的|行|可以|不对|不是的?|错了|说错了?|等等|等一下"
    r"|抱歉|不好意思|没错|不(?=[,，。!！ ]|$))|[啊哎诶唉哦嗯呃额那,，。!！… ])+",
    re.I,
)
_STAYS = re.compile(  # kept, fine, or what was wanted in the first place
    r"[不没甭](?!错吧)|(?<!区)别(?!的)|留|已经|[挺很蛮]|还[行好没在可]|(?:完|都|是|很)好|好(?:用|看|着)|喜欢|满意|没问题|收到|到了|正常|本来|原来|原本"
    r"|[买拍]|(?<![不重需])要(?!退|换|取消|改|开|办|的)"
    r"|\b(?:keep(?:ing)?|kept|leave|don'?t|do not|doesn'?t|did ?n[o']?t|not|isn'?t|wasn'?t|aren'?t|already|love"
    r"|likes?|liked|works?|working"
    r"|fine|perfect|happy|stays?|arrived|came|have|has|got|need(?! to)|bought|ordered|meant to (?:buy|order|get|have)"
    r"|wanted(?! to (?:return|send|cancel|exchange|swap|change)))\b"
    r"|\b(?:is|are|was|were)\b.{0,12}\b(?:good|great|ok|okay|nice|right)\b",
    re.I,
)
_TOO = re.compile(
    r"也|还有|一[起块并]|同时|顺便|以及|加上|再加|连|[都和]"
    r"|\b(?:also|too|as well|both|plus|together)\b|^(?:(?:yes|yeah|ok|okay|oh|no)\b[\s,.!]*)*and\b",
    re.I,
)
_SAME_ASKED = re.compile(
    r"呢\W*$|(?:可不可以|能不能|可以|能|行|好)[^，。]{0,6}[吗么嘛不]?\W*$"
    r"|\b(?:what|how) about\b|\b(?:can|could|may) (?:i|you|we)\b",
    re.I,
)
_STATUS = re.compile(
    r"\b(?:where|when|track|status)\b|到哪|在哪|哪了|什么时候到|(?:物流|快递)(?:呢|进度|信息)|(?:到了|发货了?|发了|签收了?)[吗没]",
    re.I,
)
_NOT_THAT = re.compile(
    r"(?<=是)(?P<it>[^，。,.;；!！\s是不]{2,10})[，, ]?不是[^，。,.;；!！\s是]{1,6}$"
)  # 是背包不是手表
_POINTING = re.compile(  # words with which an order is only named
    r"\b(?:it|that|this|i|mean|meant|want|wanted|would|like|the|my|an?|to|return|send|back|cancel|exchange|swap|refund|of|for"
    r"|with|please|instead|one|ones|order|number|but|though|is|was|s|d|just|only|and|not|from|in|other)\b|[\W_]+|[0-9]+"
    r"|我?(?:要|想|想要)?(?:退|换|取消|改|开|办)(?:货|款|掉|的)*|(?:订|下)?单号?|订单|[我你您说是那这个件只把就才应该对请先帮给的吧啊呀哈了啦单笔]"
    r"|[黑白红蓝绿灰粉黄紫棕橙]色?|\b(?:black|white|blue|red|green|gr[ea]y|pink|brown|big|small)\b",
    re.I,
)


def beside_it(said: str, *, asks: bool) -> Beside | None:
    """What is said of the other order or goods that are named; None where they may be meant in place of what was read back.
    `asks`: it is a question."""
    if _STATUS.search(said):
        return "status"
    text = _BEGINS.sub("", said.strip().replace("\u2019", "'"))
    if asks or re.search(r"呢\W*$", text):
        return "too" if _TOO.search(text) or _SAME_ASKED.search(text) else "asks"
    if _STAYS.search(text) and not _still_too(text):
        return "stays"
    return "too" if _TOO.search(text) else None


def _still_too(text: str) -> bool:
    """Whether what is wrong with it tells that it is to go the same way: 背包也坏了, 背包也不要了."""
    return re.search(r"也(?:是)?(?:不(?:要|想要|喜欢|好|合适|行)|没(?:收到|到)|想|要)", text) is not None


def only_names(said: str, lines: Iterable[OrderLine]) -> bool:
    """Whether nothing else is said than which goods are meant: 是背包那个, "no, the charger"."""
    text = _NOT_THAT.sub(r"\g<it>", _BEGINS.sub("", said.strip().replace("\u2019", "'")))
    left = without_names(tuple(lines), text)
    return re.search(r"[^\W_]", _POINTING.sub(" ", left)) is None
