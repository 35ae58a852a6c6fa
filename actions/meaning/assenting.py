"""What is a yes to doing what was read back: nothing but words of assent, the act by its name, courtesy, a reason. Pure.

Whatever else stands beside a yes ("ok wait", "sure, keep it", 好的等下) makes it none: the question is put again.
"""

import re
from collections.abc import Mapping

from actions.meaning.agreeing import READ_BACK, THINKS

LONGEST = 80  # characters; a longer message says more than yes
_EN_END = r"(?![a-z0-9'])"
_DO = r"(?:do|start|begin|confirm|process|submit|proceed with|go ahead with|get on with)"
_BACK = frozenset(
    {"return_item", "exchange_item", "refund_request"}
)  # goods go back, with as many of them as were read back
_DEEDS: Mapping[str, str] = {  # by need: how what is done of it is called; what is called otherwise is another one
    "cancel_order": "cancellation",
    "return_item": "return",
    "exchange_item": "exchange|swap|replacement",
    "refund_request": "refund|claim",
    "change_address": "change|address",
    "change_items": "change",
    "delivery_note": "note",
    "invoice": "invoice",
    "price_protection": "claim|refund",
    "delivery_problem": "case|report|claim",
    "payment_case": "case|report|claim",
}
_GOODS = (
    r"(?:it|them|that|this|these|those|both|everything|all of it|the (?:whole )?order|the (?:whole )?thing|the goods)"
)
_THEM = r"(?:ask|tell) (?:them|him|her|the (?:carrier|courier|driver|warehouse))"
_ACTS: Mapping[str, tuple[str, str]] = {  # by need: English verbs, Chinese ones
    "cancel_order": (
        r"cancel(?! (?:\w+ )?(?:return|exchange|refund|change|case|claim|cancellation)\b)|call (?=(?:it|that|this"
        "|the order) off\b)",
        "取消掉?|不要了|退款|退钱|退掉?(?!货|换)|撤单|撤销",
    ),
    "return_item": (rf"return|(?:send|take)(?= {_GOODS} back\b)", "退货|退掉?|退回去"),
    "exchange_item": ("exchange|swap|replace", "换货|换掉?"),
    "refund_request": ("refund|request|ask for|apply for", "退款|退钱|退掉?(?!货|换)|申请"),
    "change_address": ("change|update|send|ship|deliver|use|save", "改地址|改过?来?|发|寄|送"),
    "change_items": ("change|update|pass", "改|转|转给?仓库"),
    "delivery_note": (
        rf"note|{_THEM}|pass|write|leave(?= (?:the|that|a) note\b)",
        "留言|记下|记(?!得|住)|问|转告|备注",
    ),
    "invoice": (
        "issue|send|make(?= it out\b)|email|mail|resend",
        "开发票|开票|重开|再开|开(?!始|玩|心|什)|重新发|重发|再发|补发|发过?来?|发送",
    ),
    "price_protection": ("claim|apply|request|ask for", "申请价保|申请|退差价|退(?!货|换)"),
    "delivery_problem": (
        rf"report|chase|register|log|{_THEM}|file|open|send|raise|look into",
        "再?登记(?:一[遍次])?|再?报一[遍次]|转给?同事|转|催一催|催促|催催|催|核实|反映|补发|报|上报|提交|问|查",
    ),
}
_YES_EN = re.compile(
    r"(?:(?:that|it|this)(?: is|'?s| was| would be|'?d be| sounds| looks) (?:all |quite |just )?(?:right|correct|fine|good|great"
    r"|perfect|true|ok|okay|lovely|nice|it|me|the one|fine by me|fine with me|what i (?:want|meant|said|asked for))"
    r"|(?:sounds|looks|seems) (?:good|great|right|fine|fair|ok|okay|perfect)(?: to me)?|(?:that )?works(?: for me)?"
    r"|(?:it|that|this) (?:is|does)|i (?:do|am|would|agree|confirm|accept|approve)|i(?:'m| am) (?:sure|happy with that"
    r"|ok with that)"
    r"|i(?:'d| would) (?:like|love) (?:that|to)|i want (?:that|to|you to)"
    r"|(?:fine|ok|okay|good) (?:by|with) me|fine|go (?:right )?ahead|go for it|go on|carry on|proceed"
    r"|by all means|be my guest|you (?:bet|can|may|should|got it)|without (?:a )?doubt|of cou?rse"
    r"|you(?:'?re| are) right"
    rf"|(?:please |just |yes )*+(?:{_DO}|let'?s do) (?:it|that|so|this)|(?:please|will|would) do|will do|for sure|sure(?: thing)?"
    r"|would be (?:great|good|nice|lovely)|(?:she|he|they|we)(?: all)? (?:says?|said) (?:yes|yeah|ok|okay)"
    r"|ye[spahr]*|ya[hs]*|yup+|yush|y[his]|aye|okay|ok+|k+|oki|okie|okey|dok(?:ey|ie)|al+ ?r(?:ight|ite)|alrighty|right"
    r"|correct|exactly|precisely"
    r"|confirm(?:ed)?|agreed?|accept(?:ed)?|approved?|affirmative|positive|roger|deal|certainly|definitely|definately|absolutely"
    r"|totally|indeed|naturally|obviously|surely|perfect|great|good|lovely|excellent|wonderful|brilliant|awesome|cool(?! it)"
    r"|spot on"
    r"|true|very well|uh[ -]?huh|mm[ -]?h+m+|m+hm+|y|ja|si|oui|100 ?%|[\U0001f44c\U0001f44d\u2705\U0001f64f]\ufe0f?)",
    re.I,
)
_BESIDE_EN = re.compile(
    r"(?:(?:many )?thank(?:s| ?you)(?: (?:very much|so much|a lot|again|for (?:that|your help|the help)))?|thx|ty|cheers|ta"
    r"|please|pls|plz|kindly|then|now|just|(?:so|and|uh|um+|er)(?=[ ,]+\S)|oh|ah|well|really|right (?:away|now)|straight away"
    r"|at once|asap|immediately|quickly|quick|fast|today|hurry(?: up)?|as soon as (?:possible|you can)"
    r"|if you (?:can|could|would|don'?t mind)"
    r"|(?:can|could|would|will) you(?: please)?|you can|i want(?: you to| to)?|i'?d like(?: you to| to)?|(?:that|this)(?: one)?"
    r"|i (?:guess|suppose)(?: so)?"
    r"|it|for me|to (?:that|it)|with (?:that|it|this)|very much|sir|ma+'?d?a?m|why not|no (?:problem|worries|doubt)|mate|dear"
    r"|love|bro|man|guys|i (?:already |just )?said|as i said"
    r"|(?:like )?i(?:'ve)? (?:told|already told) you|already|all of it|the whole (?:thing|order|lot))",
    re.I,
)
_REASON_EN = re.compile(
    r"(?:because |cos |cuz |coz |since )?(?:"
    r"(?:i|we) (?:really |just )?(?:do ?n[o']?t|do not|no longer|did ?n[o']?t|never) (?:really )?(?:need|want|like|use|ordered"
    r"|order) (?:it|this|that|them|these|those)(?: (?:any ?more|any longer|at all|now))?"
    r"|(?:i|we) (?:ordered|bought) (?:it|them|this|that) (?:by mistake|by accident|twice)|it was (?:a mistake|an accident)"
    r"|(?:it|they)(?:'?s| is| are|'re)? (?:far |much |way |a bit )?too (?:small|big|large|tight|loose|short|long|late|expensive)"
    r"|(?:it|they) (?:does ?n[o']?t|do ?n[o']?t|does not|do not) (?:fit|work|suit(?: me)?)"
    r"|(?:it|they)(?:'?s| is| are|'re) (?:broken|faulty|damaged)|i found (?:it|one|them) cheaper(?: elsewhere| somewhere else)?"
    r"|changed my mind about (?:it|the order|buying it))",
    re.I,
)
_YES_ZH = re.compile(
    r"(?:没有?问题|冇问题|没毛病|没意见|没错|沒錯|确定以及肯定|确定|确认无误|确认|肯定|同意|愿意|接受|批准|赞成|当然了?|必须"
    r"|(?:就)?(?:按|照)(?:你|您)?(?:说|讲)?的?(?:办|来|弄|做)|照办|听你的|依你|就(?:这样|这么)(?:办|定|弄|来|着|做)?"
    r"|那?(?:就)?(?:麻烦|劳烦|辛苦|拜托)(?:你|您)(?:了|啦|办一?下|弄一?下)?|拜托了?|唔该"
    r"|(?:那|就|请|麻烦|帮我|给我|你|您|现在|马上|赶紧|直接|快|来)*+(?:办理|办|弄|处理|提交|安排上?|开始|继续)(?=吧|一?下|了"
    r"|啊|呀|[\s,，.。!！~]|$)"
    r"|我(?:要|愿意|确定|确认|同意|接受)(?![想再])|需要|正确|准确|正是|就?是?(?:这个|这单|它|那个|那单)没错|就是?(?:这个|这单"
    r"|它)(?:了|吧)?|正是|就是|可以|阔以|要得|成交|妥妥|欧克|欧了|好滴|号的|浩的"
    r"|可(?![是惜能不])|[是对嗯恩好行要成中妥得系係昂])",
)
_BESIDE_ZH = re.compile(
    r"(?:没事|烦不烦|烦死了?|真烦|废话|别啰嗦|别废话|少废话|快一?[点些]|赶紧的?|赶快|尽快|速度|搞快点|马上|立刻|现在|直接|这就"
    r"|多谢[你您]?|谢谢[你您]?|谢了|谢啦|感谢[你您]?|辛苦了?|麻烦了?|帮我|帮忙|给我|一?下|好了|就行|算了(?=先|就|还是|那)|也(?=行|可以|好|成|中)"
    r"|(?:我)?(?:都|刚才?|已经|不是|早就?)*+(?:说|讲)(?:过)?了(?:好几遍|几遍|多少遍|要|是|嘛)?"
    r"|[哦噢喔啊呀哈吧呗嘛呐哒滴的啦嘞勒咯哎诶那就请亲]|(?<=[的是对好行嗯恩以要])呢)",
)
_LEAD_ZH = (
    r"(?:先|就|还是|继续|现在|马上|直接|立刻|赶紧|快|给我|帮我|麻烦|请|你|您|那|也"
    r"|我?[要想]|把它?|没发货?就)"
)
_HOW_MANY_ZH = "都|全部|全|一起|两[个样件]"  # of goods that go back
_THING_ZH = r"(?:它|这个|这单|那个|那单|这两个|订单|货|款|钱|包裹|快递)?"
_AFTER_ZH = r"(?:一?下|给我|了|过去|过来|算了)*+"
_GAP = re.compile(r"[\s,，.。!！;；~～、…\-]+")
_ASKS = re.compile(r"[?？]")
_ALONE = re.compile(r"\W*(?:取消|不要了|cancel|change(?: (?:it|that|this))?|改(?:一下|下)?|call)\W*", re.I)
_THINKS_FIRST = re.compile(
    r"^(?:h+m+|u+m+|e+r+m*|u+h+(?![ -]?huh)|mm(?![ -]?h)|oh|well)\b[\s,.…]*(?=\S)|^[呃额唉哎]+[\s,，.。…]*(?=\S)", re.I
)
_STRETCHED = re.compile(r"([a-z])\1{2,}", re.I)


def _object(need: str) -> str:
    """What it is done to: "it all", "the whole order", "the return". How many is only said of goods that go back, for of orders
    only one was read back; and only those go "back", whatever else is "sent"."""
    more = "|all|everything|both|back|of them" if need in _BACK else ""
    return (
        rf"(?: (?:it|that|this|them|these|those|of it|for me|in|off|on|up|out|through|there{more}"
        r"|(?:the|my|this|that|a|an|whole|entire) (?:whole |entire )?"
        rf"(?:order|thing|lot|parcel|{_DEEDS[need]})))*+"
    )


def _act(need: str) -> re.Pattern[str]:
    english, chinese = _ACTS[need]
    many = f"|{_HOW_MANY_ZH}" if need in _BACK else ""
    again = "(?: again| once more)?" if need == "delivery_problem" else ""
    return re.compile(
        rf"(?:{_DO}|{english}){_object(need)}{again}{_EN_END}|(?:{_LEAD_ZH}{many})*+(?:{chinese}){_THING_ZH}{_AFTER_ZH}",
        re.I,
    )


_ACT = {need: _act(need) for need in _ACTS}
_KNOWN = tuple(
    (re.compile(rf"(?:{one.pattern}){_EN_END}", re.I) if latin else one, counts)
    for one, counts, latin in (
        (_REASON_EN, False, True),
        (_YES_EN, True, True),
        (_BESIDE_EN, False, True),
        (_YES_ZH, True, False),
        (_BESIDE_ZH, False, False),
    )
)


def assents(said: str, need: str | None, number: str | None = None) -> bool:
    """Whether it is a yes to the need that was read back, for the order with this number, and holds nothing that is none."""
    text = said.strip().replace("\u2019", "'")
    if number:
        text = re.sub(rf"(?:订单号?|单号|order )?#?(?<![0-9]){re.escape(number)}(?![0-9])", " it ", text, flags=re.I)
    if not text or len(text) > LONGEST or _ASKS.search(text) or THINKS.match(text) or _ALONE.fullmatch(text):
        return False
    return _all_of_assent(
        _STRETCHED.sub(r"\1", _THINKS_FIRST.sub("", text)),
        _ACT.get(need or ""),
        tells=need not in READ_BACK or "吧" in text,
    )


def _all_of_assent(text: str, act: re.Pattern[str] | None, *, tells: bool) -> bool:
    """Whether the words can be read from the first to the last as a yes; each is read as the longest that is known there. The act
    alone `tells` it, but where it may be asked for of what was read back, too: "please change it"."""
    at, yes = 0, False
    while at < len(text):
        if gap := _GAP.match(text, at):
            at = gap.end()
            continue
        known = [(found.end(), counts) for one, counts in _KNOWN if (found := one.match(text, at))]
        if act is not None and (named := act.match(text, at)):
            known.append((named.end(), tells))
        if not known:
            return False
        at, counts = max(known)
        yes = yes or counts
    return yes
