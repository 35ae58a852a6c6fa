"""Wishes to have something undone, before it is done or after, and the verb that names a need. Pure; knows no bot."""

import re

LONGEST = 40  # characters of a message that only takes back; a longer one says more
LONGEST_WISH = 80  # characters in which a verb is looked for
LONGEST_REFUSAL = 120  # characters in which a cancellation may be taken back
_TAKES_BACK = re.compile(
    r"(?<!\bi )\b(?:don'?t|do not)\b|\bi (?:don'?t|do not) (?:want|wish) (?:it|that|this|to|any ?more)\b"
    r"|\b(?:undo|wait|stop|changed my mind|keep (?:it|the order)|take (?:it|that) back|after all)\b"
    r"|不要(?:取消|退|换|改|办)|别(?:取消|退|换|改|办|寄)|不(?:取消|退|换|改|办|申请)了|撤[回销銷]|反悔|后悔|先别|等等|等一下"
    r"|还是要|(?:还是|先|就|我)留着",
    re.I,
)
_DROPS = re.compile(
    r"(?:(?:no|nope|oh|ok|sorry|wait|actually)\b[,.! ]*)*(please )?(cancel|stop|forget|drop)( it| that| this)?( please)?[.!]*"
    r"|取消(吧|了)?|(先)?(算了|不办了|不弄了)",
    re.I,
)
_FORGET = r"(?:forget (?:about )?(?:it|that|this)|never ?mind|(?:leave|drop) it|scrap that)"
_GIVES_UP = re.compile(  # "oh forget it, cancel", 算了取消吧: the order, or what was begun about it
    r"(?:(?:no|oh|ok|okay|well|ah|hm+|um+|just|please|sorry|actually|wait|you know what)\b[,.! ]*)*"
    rf"(?:{_FORGET}[,.! ]*(?:(?:and|then|just|please|let'?s|you can|can you)\b[, ]*)*"
    r"(?:cancel|stop)(?: (?:it|that|this|everything|the whole thing))?"
    rf"|(?:cancel|stop)(?: (?:it|that|this))?[,.! ]+{_FORGET})(?:[, ]+(?:please|then|thanks|now|pls))*[ .!]*"
    r"|(?:那|唉|哎|哦|还是|[,，。 ])*算了(?:吧|啦)?[,，。… ]*"
    r"(?:那|就|还是|直接|给我|帮我|你|都|先)*取消(?:了|吧|掉|好了)*[。.!！ ]*"
    r"|(?:那|还是|就|都)*取消(?:了|吧|掉)*[,，。 ]*算了吧?[。.!！ ]*",
    re.I,
)
_WITHDRAWN = {
    "return_item": (r"退", r"return"), "exchange_item": (r"换", r"exchange|swap"), "refund_request": (r"退款?", r"refund"),
    "cancel_order": (r"退|换", r"return|exchange|refund"), "refund_status": (r"退", r"return|refund"),
}  # fmt: skip
WITHDRAWS = {
    need: re.compile(
        rf"(?:不想|不要|不|别)(?:{zh})(?:货|款)?了|(?:取消|撤[销回])(?:之前|上次|我|的|掉)*(?:{zh})(?:货|款)?(?!.{{0,4}}订单)"
        rf"|(?:{zh})(?:货|款|货单)?(?:申请)?.{{0,4}}(?:取消|撤[销回])(?!.{{0,3}}(?:订单|[这那0-9]))"
        rf"|(?:刚才?|刚刚|已经|上次|之前|昨天)(?:才|给我|帮我)?(?:申请|提交|办理?|做)(?:了"
        rf"|过)?的?(?:那个)?(?:{zh})(?:货|款|货单)?(?:申请)?(?:我|现在|又|不)?(?:想|要|能)?(?:再)?(?:取消|撤)"
        rf"|\bchanged my mind about (?:the|my|that|this) (?:{en})\b|(?:{zh})(?:货|款)?[^，。]{{0,4}}(?:改(?:变)?主意|后悔)"
        rf"|\b(?:cancel|withdraw|undo|stop|take back) (?:my |the |this |that |a )?(?:{en})\b"
        rf"|\b(?:don'?t|do not) (?:want|need) (?:to )?(?:the )?(?:{en})(?: it)? any ?more\b",
        re.I,
    )
    for need, (zh, en) in _WITHDRAWN.items()
}
_BY_MISTAKE = re.compile(  # it is done, and was not meant
    r"\b(?:accidental\w*|mistakenly|by (?:mistake|accident|error))\b[^,;.]{0,20}\bcancell?ed\b"
    r"|\b(?:did ?n[o']?t mean to|never (?:meant|wanted) to) cancel\b"
    r"|\bcancell?ed\b[^,;]{0,30}\b(?:by (?:mistake|accident|error)|accidental\w*|undo|reinstate|restore|un-?cancel|reactivate)\b"
    r"|\b(?:undo|reverse|revert|reinstate|un-?cancel)\b.{0,20}\b(?:cancel\w*|order)\b"
    r"|(?:不小心|误|手滑|手抖).{0,6}取消|取消错了|错误?取消|恢复.{0,6}(?:订单|取消)",
    re.I,
)
_VERBS = {
    "return_item": re.compile(r"\breturn\b|退(?!款|钱|税|差|换|回)", re.I),
    "exchange_item": re.compile(r"\b(?:exchange|swap)\b|(?<!退)换(?!地址|抬头|快递)", re.I),
    "cancel_order": re.compile(r"\bcancel\b|取消", re.I),
    "invoice": re.compile(r"\binvoice\b|发票|开票", re.I),
}
_NO_LONGER = re.compile(
    r"(?:那|算了|哦|[,，。 ])*不(?:换|退|取消)(?:货|订单)?了[,，。 ]*"
    r"|(?:那|唉|哎|哦|我|[,，。 ])*(?:算了吧?[,，。 ]*(?:还是)?|还是)(?=退|换|取消)"
    r"|我?(?:又)?不是(?:说)?(?:要|想)?(?:退|换|取消)(?:货|款|订单)?[,，。 ]*(?=我?(?:是|要|想))"
    r"|(?:(?:no|actually|wait|sorry|oh)\b[, ]*)*(?:don'?t|do not|not) (?:exchange|return|cancel|swap)(?: it| that)?[,. ]+",
    re.I,
)
_RATHER = re.compile(
    r"\b(?:i(?:'?d| would) rather|i(?:'?d| would)? prefer(?: to)?|actually(?:,? no,?)? i want to)\b|不如|干脆|还是想",
    re.I,
)
_NEGATED = re.compile(r"\b(?:not?|don'?t|never)\b|[不别没]", re.I)
_RESTORES = re.compile(
    r"\b(?:undo|reinstate|restore|un-?cancel|re-?activate|re-?open)\b"
    r"|^(?:ok |okay |and |so |but |actually )*can (?:i|you) (?:get|have"
    r"|take) (?:it|that) back"
    r"|^(?:那|还|请问|我?后悔了?|[,， ])*(?:能|可以|能不能|可不可以)(?:不能)?.{0,3}(?:恢复|撤回|撤销|反悔|再要回来)",
    re.I,
)


def act_in(text: str) -> str | None:
    """The need that a verb names beside numbers ("这两个都退：10032、10034"); None where none, a no or more than one is there."""
    said = text[:LONGEST_WISH]
    named = [need for need, verb in _VERBS.items() if verb.search(said)]
    return named[0] if len(named) == 1 and not _NEGATED.search(said) and not withdraws(said, named[0]) else None


def act_instead(text: str) -> str | None:
    """The need that is named after what is no longer wanted: 不换了，还是退吧; "don't exchange it, return it"."""
    said = text[:LONGEST_WISH].strip().replace("\u2019", "'")
    refused = _NO_LONGER.match(said) or _RATHER.search(said)
    return act_in(said[refused.end() :]) if refused else None


_DROPPED = re.compile(
    r"^(?:(?:no|oh|ok|okay|wait|sorry|actually|well|hm+)\b[,.! ]*)*"
    r"(?:forget (?:about )?(?:it|that)|never ?mind(?: (?:that|it))?|(?:leave|drop|scrap) (?:it|that)"
    r"|(?:do ?n[o']?t|do not|no longer|i (?:do ?n[o']?t|do not) want to) (?:cancel|return|exchange|swap|refund|change|report)"
    r"(?: (?:it|that|this|the order|anything))?(?: any ?more)?)(?:[,.!;… ]+(?:and |but |just |so )*)(?P<en>.{6,})$"
    r"|^(?:那|唉|哎|哦|[,，。 ])*(?:算了吧?|(?:算了吧?[,，。 ]?)?不(?:想)?(?:取消|退|换|改|报|办|申请)(?:货|款)?了"
    r"|先?别(?:取消|退|换)了?)[,，。;；!！ ]+"
    r"(?:那|就|我想问|请问|[,，])*(?P<zh>.{3,})$",
    re.I,
)


def rest_after_drop(text: str) -> str | None:
    """What is said behind words that drop what was begun: "never mind, where is 10025?"; None where nothing is dropped, or
    nothing else is said."""
    said = text.strip().replace("\u2019", "'")
    found = _DROPPED.match(said) if len(said) <= LONGEST_REFUSAL else None
    return (found["en"] or found["zh"]) if found else None


_BACK_INSTEAD = re.compile(  # in place of other goods
    r"^(?:(?:no|oh|ok|okay|well|actually|sorry|then|i(?:'d)?|would|rather|just|to|want|wanna|like|can|please|let'?s"
    r"|let me)\b[,. ]*)*"
    r"(?P<en>(?:return|send back|refund|give me|get|have)(?: (?:it|them|that|this|me|my|the|a|full))*(?: (?:money|refund|cash))?"
    r"(?: back)?|(?:my|the|a full|a|all my) (?:money|refund|cash)(?: back)?)(?:[, ]+(?:please|then|instead|now))*[ .!]*$"
    r"|^(?:那|还是|算了|不换了|我|要|想|就|直接|给我|帮我|[,，。 ])*(?P<zh>退(?:货|款|钱)?)(?:掉|了|给我|算了|好了|吧|啊"
    r"|呀)*[。.!！ ]*$",
    re.I,
)
_MONEY = re.compile(r"款|钱|\b(?:refund|money|cash)\b", re.I)


def back_instead(text: str) -> str | None:
    """The need that is named in place of the goods to be had instead: 退了算了, "i want my money back"; else None."""
    found = _BACK_INSTEAD.match(text.strip().replace("\u2019", "'")) if len(text) <= LONGEST else None
    if found is None:
        return None
    act = found["en"] or found["zh"]
    if _MONEY.search(act):
        return "refund_request"
    return "return_item" if re.match(r"return|send|退", act, re.I) else None


_DEEDS = {
    "return": "return_item",
    "exchange": "exchange_item",
    "swap": "exchange_item",
    "refund": "refund_request",
    "cancellation": "cancel_order",
    "invoice": "invoice",
}
_DEED = re.compile(  # "ok do the exchange", "i want to start a return", "i want to send it back"
    r"^(?:(?:no|oh|ok|okay|well|actually|sorry|wait|then|yes|and|but|so|now|please|just|rather|i|we|want|would|i'?d|like|need"
    r"|to|can"
    r"|could|you|let'?s|let me|help me)\b[,. ]*)*"
    r"(?:(?:do|start|begin|make|process|open|request|get|have|arrange|create|set up|go ahead with|go for)"
    r" (?:an?|the|my) (?:new |full )?(?P<deed>return|exchange|swap|refund|cancellation|invoice)"
    r"|(?P<back>(?:send|give|bring) (?:it|them|this|that|these|those|everything|all of it) back))"
    r"(?:[, ]+(?:please|then|instead|now|thanks?|for (?:it|this|that|me|this order)))*[ .!]*$",
    re.I,
)


def deed_named(text: str) -> str | None:
    """The need that is to be begun by its name: "do the exchange", "start a return", "send it back"; else None."""
    found = _DEED.match(text.strip().replace("\u2019", "'")) if len(text) <= LONGEST_WISH else None
    if found is None:
        return None
    return "return_item" if found["back"] else _DEEDS[found["deed"].lower()]


_PUT_RIGHT = re.compile(  # within one message: "i want to return it, no wait, exchange it"
    r"^.{2,40}?[,，。.!！、… ]+(?:(?:不对|不是|啊不|哦不|错了|[说打]错了?|口误)[,，。.!！、… ]*)+(?P<zh>(?:是|我|要|想"
    r"|应该|改|换|退|取消|开)[^?？]{2,40})$"
    r"|^.{2,60}?[,.! ]+(?:no[,. ]+(?:wait|sorry|i mean)|sorry,? i mean|i mean|scratch that|actually no|no,? actually)[,. ]+"
    r"(?P<en>[^?]{4,60})$",
    re.I,
)


_OF_ADDRESS = re.compile(
    r"\b(?:change|update|correct) (?:the |my )?(?:delivery |shipping )?address\b|[改换](?:收货|一下)?地址", re.I
)


def act_put_right(text: str) -> str | None:
    """The need that the second half of a message names, where it takes back the first: 我想退货 不对 我想换货."""
    said = text.strip().replace("\u2019", "'")
    right = _PUT_RIGHT.match(said) if len(said) <= LONGEST_WISH else None
    wanted = (right["zh"] or right["en"]) if right else ""
    return "change_address" if _OF_ADDRESS.search(wanted) else act_in(wanted) if wanted else None


def withdraws(text: str, need: str | None) -> bool:
    """Whether what the words sound like is to be taken back rather than begun: "cancel my return", 上次的退货取消."""
    said = text[:LONGEST_WISH].replace("\u2019", "'")
    if need == "cancel_order" and _BY_MISTAKE.search(said):
        return True
    return need in WITHDRAWS and WITHDRAWS[need].search(said) is not None


_CANCELS = re.compile(
    r"\bc[ae]n[cs]\w*l|\bstop\b|\bcall (?:it )?off|\bdon'?t (?:want|need|send|ship)|\bno longer|\bundo|\babort|\bannul"
    r"|取消|不要|不想要|退|撤|别发|不买",
    re.I,
)
_WANTED = r"(?:(?:really|actually) )?(?:(?:want|need|wish|like|mean|plan|have)(?:ed)? )?(?:to )?"
_REFUSED = {
    need: re.compile(
        rf"\b(?:do ?n[o']?t|don'?t|do not|not going|no need|never) {_WANTED}(?:{en})\b"
        rf"|(?:不想|不用|不需要|不打算|没想|不是[要想]?)(?:要)?{zh}(?!的|吗|了)",
        re.I,
    )
    for need, en, zh in (
        ("return_item", r"return|send (?:it |them )?back", "退货"),
        ("exchange_item", r"exchange|swap", "换货?"),
        ("cancel_order", r"cancel", "取消"),
        ("refund_request", r"(?:a )?refund", "退款"),
    )
}


_CANCEL_TAKEN_BACK = re.compile(
    r"取消.{0,12}(?:不|别|不要|先别)(?:想|要)?取消(?:了|吧)?[,，。 ]*"
    r"|不是(?:要|想)?取消(?:订单)?[,，。 ]*(?:是|而是)?"
    r"|\bcancel\b.{0,30}\b(?:no|wait|actually|sorry)\b.{0,12}\b(?:don'?t|do not) cancel(?: it)?[,. ]*",
    re.I,
)


def kept_after_all(text: str) -> str | None:
    """What else is said where a cancellation is taken back in the same message (取消吧 算了不取消了 催一下); None: none is."""
    said = text[:LONGEST_REFUSAL].replace("\u2019", "'")
    found = _CANCEL_TAKEN_BACK.search(said)
    return said[found.end() :].strip() if found else None


def says_cancel(text: str) -> bool:
    """Whether any word says that something is not wanted: without one, what sounds like a cancellation is a guess."""
    return _CANCELS.search(text.replace("\u2019", "'")) is not None


def refused_in(text: str, need: str | None) -> bool:
    """Whether the very thing that the words sound like is said not to be wanted: "it has a dent, don't want to return it"."""
    said = text[: LONGEST_WISH * 2].replace("\u2019", "'")
    return need in _REFUSED and _REFUSED[need].search(said) is not None


def order_of_act(text: str, need: str | None) -> str | None:
    """The order's number right behind the verb of the need: "where is 10037, return 10030"."""
    verb = _VERBS.get(need or "")
    act = verb.search(text[:LONGEST_WISH]) if verb else None
    if act is None:
        return None
    if before := re.search(r"(?<![0-9])([0-9]{5,7}) ?(?:要|想|这单|的)?$", text[: act.start()]):
        return before[1] if re.search(r"[\u4e00-\u9fff]", act[0]) else None  # 10034退货 10033催发货
    said = text[act.end() :]
    number = re.match(r"(?: (?:my|the|order|number|no\.?))*(?:订单|货)? ?#?([0-9]{5,7})(?![0-9])", said)
    return number[1] if number else None


_WANTS_NONE = re.compile(
    r"(?:那|我|就|还是|算了|暂时|先|[,，。 ])*不(?:要(?:了|啦)?|想要(?:了|啦)?|需要(?:了|啦))(?:吧|谢谢|谢了|[,，。!！ ])*",
    re.I,
)


def wants_none(text: str) -> bool:
    """Whether no more is said than that it is not wanted (不要了), whatever was offered or read back last."""
    return _WANTS_NONE.fullmatch(text.strip()) is not None


def declined_so(text: str) -> bool:
    """Whether what was offered or read back is refused in words that may sound like a cancellation: 不要了, "no, cancel that"."""
    return wants_none(text) or (drops(text) and re.match(r"no|nope", text.strip(), re.I) is not None)


def drops(text: str) -> bool:
    """Whether the words only say that it is to be stopped: "cancel that please", 不办了."""
    return _DROPS.fullmatch(text.strip()) is not None


def gives_up_and_cancels(text: str) -> bool:
    """Whether it is to be stopped in words that may be meant for the order, too: "oh forget it, cancel", 算了取消吧."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and _GIVES_UP.fullmatch(said) is not None


def restores(text: str) -> bool:
    """Whether it is asked for what was just changed to be as before: "can i get it back", 能恢复吗."""
    return len(text.strip()) <= LONGEST_WISH and _RESTORES.search(text.strip()) is not None


_MEANT_ANOTHER = re.compile(
    r"\b(?:meant|wanted) (?:to \w+ )?(?:another|the other|a different) (?:one|order|thing)\b"
    r"|^(?:\w+[,.! ]+){0,3}(?:that was |it was |was )?"
    r"(?:the )?wrong (?:one|order)[ .!]*$|(?:弄|搞|取消|退|换|改)错了?(?:单|订单|一单)?|我说的是另一?[个单]",
    re.I,
)


def meant_another(text: str) -> bool:
    """Whether what was just done was meant for something else: "i meant another one"."""
    return len(text.strip()) <= LONGEST and _MEANT_ANOTHER.search(text.strip()) is not None


def takes_back(text: str) -> bool:
    """Whether a no is meant for what was just done: "actually no, don't"."""
    return len(text.strip()) <= LONGEST and _TAKES_BACK.search(text) is not None


_SOMEBODY = (
    r"(?:my (?:wife|husband|partner|boyfriend|girlfriend|mum|mom|mother|dad|father|son|daughter|sister|brother|kids?|family"
    r"|parents"
    r"|friend|boss|colleague|neighbou?rs?|roommate|flatmate)|the (?:neighbou?rs?|doorman|caretaker|reception|concierge|office"
    r"|guard)"
    r"|she|he)"
)
_TURNED_UP = re.compile(  # nothing is to be done any more
    r"\b(?:i|we)(?:'?ve| have)? (?:just |now )?found (?:it|them)\b|\bturned up\b"
    r"|\b(?:it|they|the (?:parcel|package|delivery))(?:'?s|'?ve| has| have| is| are| was)? "
    r"(?:just |now |here |actually |already |only )*(?:arrived|came|come|here now|turned up|shown up|showed up"
    r"|delivered just now)\b"
    r"|^(?:(?:no|oh|ah|wait|actually|never ?mind|sorry|hey|look)\b[,.! ]*)*(?:it'?s|it is|they'?re|they are) here[,.! ]*(?:now"
    r"|thanks?"
    r"|sorry)?[ .!]*$"
    rf"|\b{_SOMEBODY} (?:just |already |now )?(?:has|have|had|got|took|found|accepted|signed for|picked up|brought|received)"
    r" (?:it|them|the (?:parcel|package|delivery))\b(?! (?:in )?(?:here )?(?:too|before))"
    r"|\bi (?:can )?(?:just |now )?(?:see|saw) (?:it|them|the (?:parcel|package)) (?:now|at|by|in|on|outside|next)\b"
    r"|^(?:(?:no|oh|wait|actually|never ?mind|sorry)\b[,.! ]*)+"
    r"(?:i|we)(?:'?ve| have)? (?:just |now )?(?:got|have|received) (?:it|them)\b"
    r"|(?:刚|已经|现在)(?:刚)?(?:找到|收到|拿到|送到)|(?:老公|老婆|我妈|我爸|家人|家里人|邻居|同事|儿子|女儿|室友|门卫|保安"
    r"|前台|他|她)"
    r"(?:已经|刚|帮我|说|替我)*(?:收了|收到了|拿了|签收了|签了|拿到了|代收了|取了)"
    r"|^(?:[哦啊嗯诶哎,，。 ]|不用了?|等等|等一下)*(?:刚)?(?:到了|来了|在门口)[了啊呢。!！ ]*$|^(?:不用了?)?[,，。 ]*(?:找到"
    r"|收到|拿到)了[。!！]*$",
    re.I,
)
_LIES_AT = re.compile(  # what was said to be missing
    r"^(?!.*\b(?:says?|said|tracking|track|app|website|status|online|map|supposed\w*)\b)(?:(?:no|oh|ah|ok|wait|actually"
    r"|never ?mind|sorry|hey|look|i think|i guess|apparently|turns out|seems)\b[,.! ]*)*"
    r"(?:found (?:it|them)|false alarm|my (?:mistake|bad)|i (?:can |think i |just )?(?:see|saw|spotted) (?:it|them)"
    r"|(?:it|they)(?:'?s| is| are|'?re| was| were) (?:just |actually |only |here )?(?:at|in|with|by|behind|on|outside|inside"
    r"|under)"
    r"(?: (?:the|my|our|a))*(?: (?:front|back))? ?(?:door\w*|porch|garage|neighbou?r\w*|mail ?(?:box|room)|letter ?box|hall\w*"
    r"|lobby"
    r"|reception|shed|garden|house|home|kitchen|office|concierge|stairs|mat|bin|wife|husband|son|daughter|mother|father)"
    r"|(?:it|they)(?:'?s| is| are| was| were) (?:next door|outside)"
    r"|(?:the )?(?:door ?bell|courier|driver|postman|delivery (?:man|guy|driver))\b.{0,25}\b(?:rang|here|brought|just came"
    r"|at the door))"
    r"[^?]{0,25}$"
    r"|^(?:[哦噢啊嗯诶哎,，。 ]|不用了?|等等|等一下|原来|其实|好像|现在)*(?:(?:找到|收到|拿到|看到)(?:它|快递|包裹|货)?了"
    r"|(?:快递|小哥|快递员|包裹|货|它)?(?:刚刚?|现在|已经)?(?:才)?(?:送来|送到|到|来)了?"
    r"|(?:快递|包裹|货|它)?(?:就|是)?(?:在|放在?)(?:了)?(?:我)?(?:家|门口|驿站|快递柜|柜子|丰巢|邻居|楼下|物业|门卫|前台|信箱"
    r"|家里|公司)"
    r"(?:家|那|里|呢)*|(?:是)?我(?:弄|搞|看|记)错了?|虚惊一场)[了啊呀呢哈。.!！ ]*$",
    re.I,
)


def lies_at(text: str) -> bool:
    """Whether what was reported missing is told to be there, or where it lies: "oh it's at the neighbour's", 原来在门口. Asked
    only where that would be reported."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST_WISH and _LIES_AT.match(said) is not None and _STILL_WRONG.search(said[2:]) is None


_STILL_WRONG = re.compile(  # a yes, or goods that came and are not right
    r"^(?:yes|yeah|yep|yup|sure|ok|okay|please)\b|\b(?:but|broken|damaged|wrong|faulty|late|missing|cracked|empty|without|only"
    r"|instead"
    r"|open|opened|like|dirty|used|smashed|torn|wet|dented|scratched|never(?! ?mind)|not|no longer|\w+n'?t)\b"
    r"|^(?:是|对|好|要|嗯)|坏|破|错|少|碎|裂|漏|空|但|可是|不能",
    re.I,
)


def turned_up(text: str) -> bool:
    """Whether what was missed is there after all: "no i got it now, found it at the neighbours", 找到了."""
    return len(text) <= LONGEST_WISH and _TURNED_UP.search(text) is not None and _STILL_WRONG.search(text) is None
