"""A question about how the shop does things, which names nothing of one's own: "can i cancel once it shipped?". Pure."""

import re

from actions.meaning.follow_ups import asks_answer

LONGEST = 90  # characters; who tells more asks for their own
_OWN = re.compile(
    r"\bmy (?!(?:company|firm|business|size|house|home|country|city|town|area|work|office|bank)\b)|\b(?:mine|this|these|those"
    r"|that (?:order|one|parcel|package)|the (?:order|parcel|package|one|item)"
    r"|(?<!items )(?<!item )(?<!things )(?<!something )i (?:just )?(?:bought"
    r"|ordered|got|received)"
    r"|you sent)\b"
    r"|(?<![0-9])#?[0-9]{4,}"
    r"|我的(?!公司)|我(?:这|那|买|收|下|要|想|刚)|帮我|给我|替我|[这那][个单件笔]|它|刚才|[0-9]{4,}",
    re.I,
)
_IF = re.compile(
    r"^(?:(?:and|so|ok|also|but|hi|hello)[, ]+)*(?:what (?:if|happens (?:if|when))|(?:and|but) if)\b"
    r"(?!.{0,40}\b(?:it|this|that)\b)",
    re.I,
)
_IF_WANTED = re.compile(  # before anything is: "and if i want to send it back", "what do i do if it breaks"
    r"^(?:(?:and|so|ok|but|what|also|then)[, ]+)*if (?:i|we)(?:'?d)? (?:want(?:ed)?|need(?:ed)?|have|had|like|would like"
    r"|decided?|wish) to (?:send|return|give|exchange|swap|cancel)\b"
    r"|^(?:(?:and|so|ok|but|also)[, ]+)*what (?:do|should|can|must|shall) (?:i|we) do if (?:it|they|something|one) (?:ever "
    r"|later |then )?"
    r"(?:breaks?|fails?|stops?|dies?|does(?: not|n'?t) (?:fit|work|suit))\b"
    r"|^(?:那|请问|[,，。 ])*(?:要是|如果|万一)(?:以后|后面|后来|我)?(?:想|要)?(?:退|换|取消|坏)[^，。0-9]{0,4}(?:怎么"
    r"|咋)[^，。]{0,4}$",
    re.I,
)
_LEAD = r"^(?:(?:and|so|ok|okay|also|but|hi|hello|hey|just|quick question|i wonder|please)[,:. ]+)*"
_RULE = re.compile(
    rf"{_LEAD}(?:do(?:es)? (?:you|one|people|customers|a|an|the shop)\b|who pays\b|is it possible\b|(?:is|are) there\b"
    r"|do (?:i|we) (?:have to|need|get|pay)\b|(?:will|would) (?:i|we) (?:get|be|have to|pay)\b|is (?:a|an|the)\b|are \w+s\b"
    r"|(?:how (?:long|many days|much|fast|soon|quickly)|when) (?:do|does|is|are|until|will|would) (?:you|a|an|the|it take"
    r"|\w+s\b))",
    re.I,
)
_POLICY = re.compile(
    rf"{_LEAD}(?:what(?:'?s| is| are) )?(?:the |your |you guys'? )?(?:\w+ ){{0,3}}(?:polic(?:y"
    rf"|ies)|rules?)(?: (?:for|on|about|of) [a-z ]{{3,30}})?[ ?!.]*$"
    rf"|{_LEAD}what(?:'?s| is)(?: the| your)? (?:returns?|exchange|refund) (?:address|process"
    rf"|procedure|period|window|deadline)[ ?!.]*$",
    re.I,
)
_MAY = re.compile(rf"{_LEAD}(?:can|could|may|am|are) (?:i|we|you|one|people|customers)\b", re.I)
_OF_ANY = re.compile(  # what says that no certain order is meant
    r"\b(?:opened|used|worn|unboxed|tried|after|once|if|gifts?|presents?|receipt|without|another size|other size|different size"
    r"|any (?:order|item)|orders|items|things|returns|refunds|exchanges|sale items?|on sale|discounted|something|normally|usually"
    r"|generally|in general|abroad|company|po box|p\.?o\.? box)\b",
    re.I,
)
_ZH = re.compile(
    r"(?:[发付下][货款单了][^，。]{0,2}|之?后|以后|拆[开封了]?[^，。]{0,3}|用过[^，。]{0,3}|过了?[^，。]{1,4}天?)(?:还)?(?:能"
    r"|可以|可不可以|能不能)[^，。]{0,6}[吗么嘛不?？]"
    r"|(?:一般|通常|正常|大概)[^，。]{0,8}(?:多久|几天|多长时间|多少天)"
    r"|(?:退货|换货|退款|退换货?)[^，。]{0,6}(?:谁[出付]|要(?:自己)?[出付]|多久|几天|免费|收费|条件|规则|要求|期限)"
    r"|(?:取消|退货|退款)[^，。]{0,4}(?:钱|款)[^，。]{0,6}(?:什么时候|多久|几天|退到?哪)"
    r"|^(?:请问|你好|您好|你们|那|[,，。 ])*(?:支持|有没有|能不能|可不可以|可以|能|会)"
    r"[^，。]{0,4}(?:公司|专票|增值税|礼物|打折|赠品|国外|海外)"
    r"|(?:退货|换货|退款|退换货?)[^，。]{0,5}(?:什么|啥|怎样的?|怎么个?)?(?:流程|步骤|手续)"
    r"|(?:寄回|退回|退货|寄回去|退)[^，。]{0,4}(?:邮费|运费|快递费)[^，。]{0,3}谁|^(?:请问|[,，。 ])*退货地址[^，。]{0,4}(?:给"
    r"|是|发|在|多少)"
    r"|退到?(?:银行卡|微信|支付宝|原卡|卡里?)[^，。]{0,4}(?:几天|多久|什么时候)|上门[来收取拿]{1,3}[^，。]{0,3}(?:要|收)(?:花"
    r"|收)?(?:钱|费)"
    r"|(?:礼物|打折|特价|赠品|拆封|拆开|定制|刻字)的?[^，。]{0,4}(?:能|可以)[^，。]{0,3}退"
    r"|^(?:请问|你好|[,，。 ])*(?:如果|要是|万一)?(?:包裹|快递)(?:寄)?丢了?(?:的话)?[,，]?(?:怎么办|怎么赔|谁负责)"
    r"|^(?:请问|你好|[,，。 ])*(?:退货|换货)(?:的)?(?:退|换|寄)到?(?:哪|什么地方)"
)


_BACK = re.compile(r"\b(?:send|return|give)\b|退", re.I)


def asks_back_if(text: str) -> bool:
    """Whether it is asked how goods go back, if they are to: "and if i want to send it back", 要是以后想退怎么办."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and _IF_WANTED.match(said) is not None and _BACK.search(said) is not None


def asks_in_general(text: str) -> bool:
    """Whether the shop's rule is asked for; who names an order, or something of their own, wants it done."""
    said = text.strip().replace("\u2019", "'")
    if len(said) <= LONGEST and _IF_WANTED.match(said) and not re.search("[0-9]{4}", said):
        return True
    if len(said) > LONGEST or _OWN.search(said):
        return len(said) <= LONGEST and _IF.match(said) is not None
    if asks_answer(said):
        return False  # "when will you get back to me" asks after a case of one's own
    rule = _IF.match(said) or _POLICY.match(said) or _RULE.match(said) or (_MAY.match(said) and _OF_ANY.search(said))
    return bool(rule) or _ZH.search(said) is not None
