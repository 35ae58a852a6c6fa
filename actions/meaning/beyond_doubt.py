"""Needs that plain words leave no doubt of, whatever the message as a whole sounds like. Pure; knows no order."""

import re

from actions.meaning.courier_trouble import delivery_need, need_beyond_doubt
from actions.meaning.goods_wishes import cancels_part
from actions.meaning.kinds import MADE_GOOD, kind_of, wants_repair
from actions.meaning.loose_ends import has_sent_back, went_back
from actions.meaning.postage import postage_alone
from actions.meaning.taking_back import act_put_right, kept_after_all, refused_in, says_cancel
from actions.meaning.topics import price_fell
from actions.reading.characters import mandarin

LONGEST = 120  # characters that are looked at
_LEAD = r"(?:(?:hi|hello|hey|so|and|ok|okay|please|wait|(?:can|could) you (?:tell|remind) me|tell me|remind me)[, ]+)*"
_BOUGHT = re.compile(
    rf"^{_LEAD}(?:what|which (?:items?|things?)) (?:exactly )?(?:did (?:i|we|he|she|they|my \w+) (?:order|buy"
    rf"|purchase|get)|have (?:i"
    rf"|we) (?:ordered|bought)"
    r"|(?:was|is|were|are) in (?:my|the|this|that) (?:order|parcel|package))\b"
    r"|我(?:都|到底|究竟)?(?:买|订|拍)了(?:些|点)?(?:什么|啥)(?!时候)"
    r"|(?:订单|这单|包裹)(?:里|里面|中)?(?:都)?(?:有|是)(?:些)?(?:什么|啥)(?:东西|商品)?[吗呢?？]*$",
    re.I,
)
_CONTENTS = re.compile(  # of an order that is talked about
    rf"^{_LEAD}what(?:'?s| is| was) in (?:it|there|that one|(?:my|the|this|that) (?:order|parcel|package|box))[ ?!.]*$"
    rf"|^{_LEAD}(?:(?:which|what) (?:items?|things|goods|products)(?: (?:is|are|was|were) (?:in )?(?:it|that|there))?"
    r"|(?:list|show|tell)(?: me)? (?:all )?(?:the |my |its )?(?:items|goods|contents|products))[ ?!.]*$"
    r"|^(?:那|请问|[,，。 ])*(?:里面|这单|里头|都)(?:都|里)?(?:有|是)(?:些)?(?:什么|啥)(?:东西|商品)?[呀啊呢吗]*[?？。]*$",
    re.I,
)
_COST = re.compile(
    rf"^{_LEAD}(?:how much (?:was|is|did i (?:pay|spend)|have i paid)(?: (?:for|on))? (?:my |the |this |that )?(?:last )?"
    r"(?:order|purchase)\b(?! (?:return|delivery|shipping|cancel))|how much did i pay for #?[0-9]{5,7}\b"
    r"|what did i pay\b|what was the total\b"
    r"|how much (?:did|have) i (?:pay|paid|spend|spent)(?: (?:for|on) (?:it|that|this|them))?[ ?!.]*$)"
    r"|(?:订单|这单|[0-9]{5,20})[^，。,满]{0,4}多少钱(?!.{0,4}(?:包邮|免))|我[^，。,]{0,6}[付花]了多少|多少钱买的",
    re.I,
)
_WHERE_IS = re.compile(
    r"\b(?:where(?:'?s| is| are)?|status of|track)(?: (?:my|the|is|order|parcel|package|number|no\.?)){0,3} #?[0-9]{5,7}[ ?!.]*$"
    r"|\b(?:about|regarding|concerning) (?:my |the )?(?:order |parcel )?(?:number )?#?[0-9]{5,7}[ ?!.]*$"
    r"|^(?:那|应该|现在|它|订单|[,，。 ])*(?:还没有?|没有?|已经|都)?发(?:货|出)(?:去)?了?(?:吧|吗|没有?|呢)[?？。]*$",
    re.I,
)
_WHERE_GOODS = re.compile(  # "where are my headphones": not the money, nor what no parcel brings
    rf"^{_LEAD}where(?:'?s| is| are|re) my "
    r"(?!.*\b(?:refund|money|cash|invoices?|receipts?|password|account|codes?|coupons?|vouchers?|discounts?|points?|cashback|profile"
    r"|settings?|e?-?mails?|confirmation|answers?|repl(?:y|ies)|colleague|agents?|person|human|shops?|stores?|office|warehouse|button"
    r"|link|menu|difference|labels?|one|serial|manual|login|policy|page|app|website|chat)\b)[a-z]+(?: [a-z]+)?[ ?!.]*$",
    re.I,
)
_ORDERS = re.compile(
    rf"^{_LEAD}(?:(?:list|show|give|tell|read|see|check|view)(?: me)?(?: out)? (?:all (?:of )?)?(?:my |the )?"
    r"(?:recent |open |current |past )?orders\b"
    r"|(?:what|which|how many)(?: other)? orders (?:do i|have i|did i|are)\b|(?:all )?my orders[ ?!.]*$"
    r"|(?:can|could|may) i (?:see|get|have|view)(?: a list of)? (?:all )?my orders\b)"
    r"|(?:有|下了?|买了?)(?:哪些|哪几[个单]|几[个单]|多少)(?:个|张|笔)?订单|订单(?:都)?有(?:哪些|哪几[个单]|几[个单])|订单列表"
    r"|(?:列出|列一下|看看?|查一?下?|查询)(?:我的?)?(?:所有|全部)的?订单",
    re.I,
)
_OF_DIFFERENCE = re.compile(r"\bdifference\b|差", re.I)
_WAY_TO_PAY = re.compile(r"\bpayment method\b|\bway (?:i|to) pay\b|(?:付款|支付)方式", re.I)
_NO_CURRENT = re.compile(  # of a thing's battery, not of a card
    r"^(?!.*\b(?:card|twice|double|account|paypal|bank|visa|refund|money|fees?)\b)"
    r".*\b(?:not|n't|never|stopp?ed|stops?|no longer|won't|doesn't|don't) (?:charg(?:e|ing)|hold(?:ing)? (?:a |its )?charge)\b"
    r"|充不(?:上|了|进)电|不充电",
    re.I,
)
_DEADLINE = re.compile(  # of goods, not of the money
    r"^(?!.*(?:退款|退钱|钱|到账|退回)).*(?:还有(?:几|多少)天(?:能|可以)?退|还能退(?:货)?[吗么嘛]|[几多少]+天内?(?:能|可以)退)"
)
_CHEAPER = re.compile(
    r"\b(?:price )?difference\b.{0,12}\b(?:back|please|refund)"
    r"|\b(?:refund|claim|pay|get|want|give)\b.{0,20}\b(?:the )?(?:price )?difference\b"
    r"|差价|价差",
    re.I,
)
_OF_CASE = re.compile(
    r"\b(?:status|progress|update|news|outcome)\b.{0,12}\b(?:of|on|about|with) (?:my|the|our)"
    r" (?:complaint|case|claim|report|ticket)\b"
    r"|\b(?:what|how)(?:'?s| is| about| happened to| happens with)\b.{0,20}\bmy (?:complaint|case|claim|report|ticket)\b"
    r"|(?:投诉|登记|工单).{0,6}(?:进度|进展|怎么样了|处理得|有结果|到哪)",
    re.I,
)
_OWN_SLIP = re.compile(
    r"\b(?:i|we) (?:have |accidentally |just |must have )*(?:order|bought|pick|chose|select|choos|click)\w* the wrong\b"
    r"|(?<!没)(?<!没有)(?<!不是)(?<!不是我)[买拍选]错(?!货)",
    re.I,
)
_WHERE_TO = re.compile(  # an order goes; not where a return is sent, nor where the shop is
    r"\b(?:which|what)(?:'?s| is)?(?: the)? (?:delivery |shipping )?address (?:(?:does|did|is|are|will|do|has|was) )?"
    r"(?:it|that|this|they|(?:my |the )?(?:order|parcel|package)(?: #?[0-9]{5,7})?|#?[0-9]{5,7})\b"
    r".{0,20}\b(?:go|going|goes|sent|ship\w*|deliver\w*|to)\b"
    r"|\bwhere (?:is|are|does|will|did) (?:it|that|they|my (?:order|parcel)|(?:order )?#?[0-9]{5,7})"
    r" (?:be )?(?:going to|go to|(?:being )?(?:sent|shipped|delivered) to|delivered? to)\b"
    r"|\b(?:is|was) (?:it|that|this|my (?:order|parcel)|(?:order )?#?[0-9]{5,7}) (?:going|being sent|sent|shipped|addressed) to"
    r" (?:the right|my|which|what) (?:\w+ )?address\b"
    r"|(?:寄|送|发|配送)(?:到|往|去)(?:的是|了|的)?(?:哪个|哪一个|什么|哪里的?)地址"
    r"|(?:现在|目前|原来|原先|当前|之前)(?:填|写|留)?的?地址(?:填的|写的|留的)?是(?:哪里|哪个|什么|啥|哪儿)"
    r"|(?:收货|配送|寄送|收件)地址(?:填的|写的|留的)?是(?:哪里|哪个|什么|哪儿)"
    r"|(?:订单|包裹|[0-9]{5,7})的?(?:是)?(?:寄|送|发)(?:往哪(?:里|儿|个地方)?了?|到哪(?:里|儿|个地方)?(?!了))[的呀啊呢]*[?？]?$",
    re.I,
)
_OF_US = re.compile(
    r"\b(?:your|you|return|returns|shop|store)\b|你们|您们|退|寄回|自己寄|发票|门店|公司地址|实体店|换", re.I
)
_ANEW = re.compile(
    r"\b(?:a new one|new one|replacement|another one|re-?send|sent? (?:it )?again)\b|补发|重发|再发|重新[发寄]", re.I
)
_ASKS_MONEY = re.compile(
    r"\bwhere\b.{0,12}\b(?:money|refund)\b|\bwhen\b.{0,30}\b(?:money|refund\w*|paid)\b|\bno (?:money|refund)\b|钱呢"
    r"|款呢|没[^，。]{0,4}(?:退款|到账|收到[钱款])|(?:什么时候|多久|怎么还)[^，。]{0,6}(?:退|到账)",
    re.I,
)
_NOT_THERE = frozenset({"lost", "not_received"})  # nothing can be swapped
_LIKE_CASES = frozenset({"order_status", "account_problem", "delivery_problem", "refund_status", "payment_problem"})
_OF_REFUNDS = frozenset({"refund_request", "refund_status"})
_NO_FIT = re.compile(  # 买小了, and no more
    r"^(?:我|这|那|衣服|鞋子?|裤子?|裙子|尺码|尺寸|件|双|条|不好意思|好像|[,，。 ])*(?:买|拍"
    r"|选|订)(?:得|的)?(?:大|小|长|短|肥|瘦|宽|窄)了(?:[一两]?[点号码个])*"
    r"(?:怎么办|咋办|咋整|啊|呀|哦)*[ 。.!！?？]*$"
)
_GOES_BACK = frozenset({"refund_request", "return_item", "exchange_item"})
_TOLD_ELSEWHERE = frozenset({"order_status", "product_question", "out_of_scope", "contact_hours", "nlu_fallback"})


def need_said(text: str) -> str | None:
    """The need; None for all words that leave a doubt."""
    said = mandarin(text[:LONGEST]).replace("\u2019", "'").strip()
    if (need := need_beyond_doubt(text)) is not None:
        return need
    if asks_where_to(text):
        return "order_address"
    if postage_alone(text):
        return "refund_request"
    if _WHERE_IS.search(said) or asks_orders(text):
        return "order_status"
    if _COST.search(said):
        return "payment_problem"  # whose task tells what was charged
    if _DEADLINE.search(said):
        return "return_item"  # by its rule, before anything begins
    if _NO_FIT.match(said):
        return "exchange_item"
    return "order_status" if _BOUGHT.search(said) else None


def need_instead(text: str, sounds_like: str) -> str | None:
    """The need that is meant by what sounds like another one; None where it is as it sounds."""
    said = mandarin(text[:LONGEST])
    if sounds_like == "cancel_order" and not says_cancel(said) and (told := need_beyond_doubt(text)) is not None:
        return told
    if (rather := act_put_right(said) or _rather_than_money(said, sounds_like)) is not None:
        return rather if rather != sounds_like else None
    if asks_where_to(text):
        return "order_address"
    if sounds_like == "delivery_problem" and own_slip(text):
        return "change_order"
    if refused_in(said, sounds_like) and kind_of("issue", said) is not None:
        return "delivery_problem"
    if sounds_like == "cancel_order" and (rest := kept_after_all(said)) is not None:
        return _of_rest(rest)
    if sounds_like == "cancel_order" and cancels_part(text):
        return "change_items"
    if sounds_like == "exchange_item" and kind_of("issue", said) in _NOT_THERE:
        return "delivery_problem"
    if sounds_like == "change_order" and kind_of("issue", said) in MADE_GOOD and _ANEW.search(said):
        return "delivery_problem"
    if sounds_like in _OF_REFUNDS and _DEADLINE.search(said):
        return "return_item"
    if sounds_like in (*_OF_REFUNDS, "payment_problem") and (_CHEAPER.search(said) or price_fell(text)):
        return "price_protection"
    if sounds_like in _LIKE_CASES and asks_of_case(said):
        return "case_status"
    need = delivery_need(text, sounds_like) or _behind(text, said, sounds_like)
    if need is None and sounds_like in _TOLD_ELSEWHERE:
        need = need_said(text)
    return need if need != sounds_like else None


def _behind(text: str, said: str, sounds_like: str) -> str | None:
    """What is wanted by words that sound like a question where an order is: another one for a lost one, the difference in
    price; or like one of money: what takes no charge is broken."""
    if sounds_like == "payment_problem":
        return "delivery_problem" if _NO_CURRENT.search(said) else None
    if sounds_like == "return_item":
        return "price_protection" if price_fell(text) and _OF_DIFFERENCE.search(said) else None
    if sounds_like == "exchange_item":
        return "change_order" if _WAY_TO_PAY.search(said) else None
    if sounds_like != "order_status":
        return None
    if kind_of("issue", said) in _NOT_THERE and _ANEW.search(said):
        return "delivery_problem"
    return "price_protection" if price_fell(text) else None


_RATHER_ANEW = re.compile(
    r"\b(?:no|wait|actually|sorry|rather)\b[^.;?]{0,20}(?<!n't )(?<!not )\b(?:want|like|prefer|need|get|send)\b[^.;?]{0,12}"
    r"\b(?:replacement|new one|another one)\b",
    re.I,
)


def _rather_than_money(said: str, sounds_like: str) -> str | None:
    """What is wanted in place of the money, or of a return: to have the goods repaired, or others; to know where the money for
    what went back is."""
    if sounds_like not in _GOES_BACK:
        return None
    if has_sent_back(said) or (went_back(said) and _ASKS_MONEY.search(said)):
        return "refund_status"
    if wants_repair(said):
        return "delivery_problem"
    return "exchange_item" if _RATHER_ANEW.search(said) else None


def _of_rest(said: str) -> str:
    """What is wanted where a cancellation is not: it may be chased, or only be asked for."""
    if re.search(r"发票|\binvoice", said, re.I):
        return "invoice"
    if re.search(r"\bwhere\b|到哪|哪[里儿]了", said, re.I):
        return "order_status"
    chased = kind_of("issue", said) is not None or re.search(r"催|\bhurry|\bchase|\bspeed", said, re.I)
    return need_said(said) or ("delivery_problem" if chased else "order_status")


def asks_for_goods(text: str) -> bool:
    """Whether it is asked where something of one's own is, which can only be what was ordered: "where are my headphones"."""
    return _WHERE_GOODS.match(text[:LONGEST].replace("\u2019", "'").strip()) is not None


def asks_orders(text: str) -> bool:
    """Whether all of one's orders are asked for: "list my orders", 我有哪些订单."""
    return _ORDERS.search(mandarin(text[:LONGEST]).replace("\u2019", "'").strip()) is not None


def asks_contents(text: str) -> bool:
    """Whether it is asked what is in an order: "what's in it", "list the items"."""
    return _CONTENTS.search(mandarin(text[:LONGEST]).replace("\u2019", "'").strip()) is not None


def asks_of_case(text: str) -> bool:
    """Whether it is asked how a complaint or a case stands: that is no new one."""
    return _OF_CASE.search(mandarin(text[:LONGEST]).replace("\u2019", "'")) is not None


def asks_where_to(text: str) -> bool:
    """Whether it is asked which address an order goes to; not where the shop is, nor where goods are sent back to."""
    said = mandarin(text[:LONGEST]).replace("\u2019", "'")
    return _WHERE_TO.search(said) is not None and _OF_US.search(said) is None


_GOES_WHERE = re.compile(  # of a parcel that was just told of
    r"^(?:那|请问|是|它|包裹|会|[,，。 ])*(?:寄|送|发)(?:到|往|去)(?:哪|什么地方|哪个地址)"
    r"(?:里|儿|去)?(?:的|了的)?(?:呢|呀|啊)*[?？。]*$"
    rf"|^{_LEAD}where(?:'?s| is| are) (?:it|they|that) (?:going|being sent|headed)(?: to)?[ ?!.]*$",
    re.I,
)


def asks_paid(text: str) -> bool:
    """Whether it is asked what was paid for an order: "how much did I pay?"."""
    return _COST.search(mandarin(text[:LONGEST]).replace("\u2019", "'").strip()) is not None


def goes_where(text: str) -> bool:
    """Whether it is asked where something goes, and nothing else: 寄到哪里的."""
    return _GOES_WHERE.match(mandarin(text[:LONGEST]).replace("\u2019", "'").strip()) is not None


def own_slip(text: str) -> bool:
    """Whether the wrong goods were ordered, not sent."""
    return _OWN_SLIP.search(mandarin(text[:LONGEST])) is not None


_MINE = re.compile(
    r"\b(?:i|we) (?:just |recently |only )?(?:bought|ordered|got|received|purchased)\b|\b(?:arrived|came|delivered)\b"
    r"|\bafter (?:[0-9]+|a|one|two|three|a few) (?:days?|weeks?|months?)\b|我?(?:刚)?[买收]|到货|买的|收到|用了|快递",
    re.I,
)


def bought(text: str) -> bool:
    """Whether something is said to have been bought, or to have come."""
    return _MINE.search(mandarin(text[:LONGEST])) is not None
