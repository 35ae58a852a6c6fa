"""What is not left to chance: a charge, an order or an account in strange hands, and goods that smoke or burn. Pure."""

import re
from typing import Literal

from actions.reading.characters import mandarin

Alarm = Literal["payment_problem", "account_problem"]
LONGEST = 300  # characters that are looked at
_SOMEBODY = (
    r"(?:some ?(?:one|body)|sum1|some1|a (?:thief|hacker|stranger|scammer)|thieves|hackers|fraudsters?)(?: else)?"
)
_HAS = r"(?:'s| is| are| has| have| was|'ve)?(?: been| just| apparently)*"
_NEVER = r"(?:i|we) (?:do ?n[o']?t|dont|do not|did ?n[o']?t|didnt|did not|never|have ?n[o']?t|haven't|have not)(?: even| ever)?"
_BOOKED = r"(?:order|purchase|charge|payment|transaction|debit|withdrawal)s?"
_NUMBERED = r"(?: (?:number|one|two|three|four|five|six|seven|eight|nine|zero|oh|double|#?[0-9]+))*"
_MONEY = re.compile(
    rf"\b{_SOMEBODY}{_HAS} (?:us(?:ed|ing)|stole|stolen|clon(?:ed|ing)|charg(?:ed|ing)|skimmed|got hold of|took)"
    r" (?:money (?:from|off) )?my (?:\w+ ){0,2}(?:card|paypal|bank|wallet|visa|mastercard)\b"
    rf"|\b{_SOMEBODY}{_HAS} (?:order|bought|buy|plac|shop|spen|pa(?:id|y))\w*\b.{{0,40}}\b(?:with|in|on|using|under|from) my"
    r" (?:\w+ ){0,2}(?:card|name|account|paypal|money|details)\b"
    r"|\bmy (?:\w+ ){0,2}card (?:was|is|got|has|'s)(?: been| being)* (?:stolen|cloned|skimmed|hacked|used (?:by|without"
    r"|for (?:an? )?orders?))"
    rf"|\b{_BOOKED}{_NUMBERED} (?:that |which )?{_NEVER} (?:make|made|place|placed|authori[sz]ed?|approved?|recogni[sz]ed?"
    rf"|know)\b(?! (?:if|when|how|yet))"
    rf"|\b{_NEVER} (?:make|made|place|placed|authori[sz]ed?|recogni[sz]ed?) (?:this|that|these|those"
    rf"|any(?: such)?) (?:\w+ )?{_BOOKED}\b(?! yet)"
    rf"|\bdo ?n[o']?t recogni[sz]e (?:the|an?) (?:\w+ )?{_BOOKED}\b"
    rf"|\b(?:unknown|unauthori[sz]ed|unrecogni[sz]ed|fraudulent|suspicious) (?:\w+ )?(?:{_BOOKED}|activity)\b"
    r"|\b(?:it|that|this) (?:was|is) ?(?:not|n't) me (?:who|that) (?:ordered|bought|paid|placed|made)\b"
    r"|\bfraud on my\b|\bvictim of (?:a )?fraud\b|\breport(?:ing)? (?:a )?fraud\b|\bidentity theft\b"
    r"|盗刷|盗用.{0,4}卡|(?:有人|别人|陌生人|不知道谁|不知道是谁).{0,6}(?:用|拿|刷|盗).{0,4}我的?.{0,5}(?:卡|支付宝|微信|花呗|银行|名字|身份)"
    r"|不是我(?:自己|本人)?(?:下的?单?|付的|刷的|操作的|支付的|拍的单)|(?:单|订单|单子|这笔|那笔)(?:根本|并|都)?不是我(?:自己|本人)?(?:买|拍|下|付)的"
    r"|没有?(?:下|买|拍|付|消费)过?(?:单|东西|任何东西|款)?[，, ]?.{0,6}(?:却|怎么|为什么|就|被|凭什么|莫名).{0,8}(?:扣"
    r"|收费|有订单|有单|多了.{0,2}单)"
    r"|(?:莫名其妙|不明|未知|陌生|来历不明|无缘无故|平白无故)(?:地|的|被|就)*.{0,4}(?:扣|收费|消费|订单|账单)"
    r"|(?:订单|扣款|消费|账单)(?:我)?(?:根本|都|完全)?(?:不认识|没下过|没买过|不是我的)",
    re.I,
)
_ACCOUNT = re.compile(
    r"\b(?:account|profile|login|e-?mail) (?:was|is|got|has|have|'s|may be|might be)(?: been| being| just)*"
    r" (?:hacked|stolen|compromised|taken over|hijacked|broken into)\b"
    r"|\b(?:hacked|broke|broken|got|logged) (?:in ?to|in to|in) my account\b"
    rf"|\b{_SOMEBODY}{_HAS} (?:us(?:ed|ing)|hack\w*|access\w*|stole|in|inside|log\w+ (?:in )?(?:to|into)|got into"
    rf"|chang\w+ .{{0,20}}(?:on|in)) my"
    r" (?:account|profile|login)\b|\bi(?:'ve| have)? been hacked\b"
    r"|(?:账[号户]|帐[号户]|会员|密码|我的?号).{0,3}被(?:人|别人)?.{0,3}(?:盗|黑|登|改|偷)|盗了?我?的?[账帐]?号|盗号|异地登[录陆]"
    r"|(?<!我)(?<!我也)在(?:别|其他|另一个|陌生)的?(?:地方|城市|设备|手机)[^，。]{0,4}登[录陆][了过]"
    r"|\b(?:strange|unknown|unrecogni[sz]ed|suspicious) (?:log-?in|sign-?in|device)"
    r"|(?:有人|别人|陌生人|不知道谁|不知道是谁).{0,5}(?:登|上|用|改|进)[录陆了过]*.{0,3}我的?.{0,3}(?:账[号户]|帐[号户]|号|密码)",
    re.I,
)
_NO_PERSON = (
    r"(?!driver|courier|man\b|guy|woman|lady|boss|neighbou?r|person|customer|clerk|postman|colleague|guest|manager)"
)
_BURNS = re.compile(
    r"\b(?:caught|catching) fire\b|\b(?:it|they|that|thing|charger|battery|plug|cable|heater|lamp|phone|laptop|machine)"
    r"(?:'s| is| was| are| were|)(?: just| all)? (?:started |began )?(?:smoking|sparking|melting)\b"
    rf"|\b(?:the|my|this|your|our) (?:new )?{_NO_PERSON}\w+ (?:is|was|are|were|started|began|keeps)(?: just| all)?"
    r" (?:smoking|sparking|melting)\b(?! (?:in|on) (?:my|the|our) (?:porch|garden|door|car|van|drive))"
    r"|\bsmoke (?:came|is coming|comes|was coming|coming) (?:out|from)\b|冒烟|冒火|焦糊味|自燃",
    re.I,
)
_BODY = (
    r"(?:hands?|fingers?|arms?|skin|face|legs?|wrists?|mouth|lips?|eyes?|neck|ears?|nose|head|hair|chest|thumb|foot|feet"
    r"|child|kid|son|daughter|baby|tongue)"
)
_HURTS = re.compile(
    r"\b(?:got|gets?|getting|gave|gives|giving|had) (?:me |us |my \w+ |him |her )?an? (?:\w+ )?electric(?:al)? shock\b"
    r"|\belectrocut\w+|\belectric(?:al)? shock (?:from|when)\b"
    r"|\b(?:gave|gives|giving) (?:me|us|my \w+) (?:an? )?(?:\w+ )?shocks? (?:when|as|every time|while|whenever)"
    r" (?:i|we|he|she) (?:plug|touch|turn|switch|us|charg)"
    rf"|\b(?:burn(?:ed|t|s)?|scald(?:ed|s)?|injur\w+) (?:me\b|(?:my|his|her|our|their)(?: \w+)? {_BODY}\b)"
    r"|\b(?:burn(?:ed|t)|scalded|electrocuted) (?:myself|himself|herself|ourselves|themselves)\b"
    r"|\b(?:it|they|the (?!price|service|bill|news|quality|whole|way|customer|attitude|cost|amount)\w+)(?: just)?"
    r" (?:shocked|zapped) (?:me|us|my (?:hand|finger|son|daughter|kid|child|wife|husband))\b"
    r"(?! (?:how|that|with|to|when i (?:saw|read|heard)))"
    r"|\b(?:had|has|have|got) (?:an? )?(?:\w+ )?allergic reaction\b.{0,6}\b(?:to|from|after) (?:the|your|this|it|that)\b"
    r"|\b(?:child|kid|son|daughter|baby|toddler|dog|cat)\b.{0,16}\b(?:swallowed|choked|choking)\b"
    rf"|\b(?:skin|{_BODY}) (?:is|was|got|are) (?:all )?(?:burn(?:ed|t)|blistered|swollen|scalded)\b"
    r"|\b(?:gave|gives|giving|causes?|caused|left)\b(?: (?:me|us|my \w+))?(?: with)? (?:an? |some )?(?:\w+ )?"
    r"(?:rash(?:es)?|allergic reaction|hives|blisters)\b"
    r"|\b(?:rash(?:es)?|allergic reaction|hives|blisters)\b.{0,20}\b(?:from|after|because of|since) (?:the|your|this|it|wearing"
    r"|using|i)\b"
    r"|\b(?:i'?m|i am|my \w+ is|turned out) allergic to (?:it|this|that|them|the (?!metal|nickel|material|fabric))"
    r"|\b(?:it|they|charger|battery|bottle|phone|lamp|bulb|kettle|glass|jug|jar|speaker|watch|headphones|power ?bank)"
    r"(?: has| have| just)* (?:exploded|blew up|blown up)\b|\bbatter(?:y|ies)\b.{0,12}\b(?:swollen|swelling|bulging|bloated)\b"
    r"|(?:用|戴|穿|吃|喝|涂|擦|抹|贴|敷)[^，。?？不没会]{0,8}过敏(?!源|体质|性|人群|[吗么嘛])|过敏了(?!能|可以|怎么)|过敏反应"
    r"|(?:皮肤|手腕|脸|脖子|身上|手|耳朵|眼睛)(?:都|上|就|已经|还|有点|一直)*过敏(?!源|体质|性|[能可吗么])|(?:起|长|出)了?(?:很多|好多|一身|些)?(?:红)?疹"
    r"|触电|(?:被|让)[^，。]{0,6}电(?:了|到|麻)|电到(?:了)?(?:我|手|孩子|人)|电了我|漏电|(?:电池|充电宝|手机|电脑)[^，。]{0,6}鼓包|爆炸"
    r"|(?<!不)起火|(?<!不)(?<!打)(?<!怕)(?<!家)着火"
    r"|(?:我|手|脸|嘴|脚|皮肤|孩子|宝宝|老人|人)[^，。]{0,5}(?:烫|烧|夹|灼|砸)(?:伤|破|出血|流血|起泡)|烫伤|烧伤|割伤|灼伤"
    r"|烫到(?:了)?(?:我|手|孩子|脚|人)|(?:用|戴|涂|擦|穿)[^，。]{0,12}(?:发炎|红肿|溃烂)|误吞|吞(?:下|进|了)去",
    re.I,
)
_ASKS_ABOUT_IT = re.compile(
    r"\b(?:can|could|will|would|does|is) (?:it|this|that|they|the \w+) (?:\w+ )?(?:cause|give|burn|explode|catch)\b"
    r"|\b(?:screen|sun|free|proof)-?(?:burn|shock)|会不会|容易|会(?:漏电|触电|爆炸|起火|着火|烫伤)|防(?:漏电|触电|烫|爆|起火)"
    r"|(?:漏电|触电|爆炸|起火|烫伤)(?:保护|开关|风险|吗|么)|不(?:会)?(?:过敏|漏电|烫)",
    re.I,
)
_ANGRY = re.compile(  # it is the customer who smokes
    r"(?:[气急等看]|让人|令人|叫人)(?:得|的|我|人|都|直|快|要|头顶|七窍)*冒[烟火]|我们?(?:都|快|真的?|要|是|头顶)+冒[烟火]|嗓子[^，,。]{0,6}冒[烟火]"
)
_SUPPOSED = re.compile(
    r"^(?:and |but |so )?(?:what (?:if|happens if|do i do if|should i do if)|if )|\bhow (?:do|can) (?:you|i) (?:prevent"
    r"|avoid|stop)\b"
    r"|如果|万一|要是|怎么防|如何防|会不会被",
    re.I,
)
_TWICE = re.compile(r"\btwice\b|\bdouble\b|\btwo times\b|两次|重复|双倍|多扣", re.I)


def alarm_in(text: str) -> Alarm | None:
    """The need that a theft belongs to; None where none is told. A charge that stands twice is the shop's own mistake."""
    said = mandarin(text[:LONGEST]).replace("\u2019", "'").strip()
    if _SUPPOSED.search(said):
        return None
    if _ACCOUNT.search(said):
        return "account_problem"
    return "payment_problem" if _MONEY.search(said) and not _TWICE.search(said) else None


def burns(text: str) -> bool:
    """Whether something of the shop's smokes or burns, now or before; not what would be if it did."""
    said = _ANGRY.sub("", mandarin(text[:LONGEST]).replace("\u2019", "'"))
    return _BURNS.search(said) is not None and not _SUPPOSED.search(said)


def hurts(text: str) -> bool:
    """Whether goods of the shop's hurt somebody, or smoke or burn: a rash, a shock, a cut. What might happen is no alarm."""
    said = mandarin(text[:LONGEST]).replace("\u2019", "'")
    harmed = _HURTS.search(said) is not None and not _ASKS_ABOUT_IT.search(said) and not _SUPPOSED.search(said)
    return harmed or burns(text)
