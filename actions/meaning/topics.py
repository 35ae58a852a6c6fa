"""Which of the shop's answers is meant, whatever words it is put in, and whatever it sounds like: for who is no customer, who is
being cheated, or paid more than it costs now. Pure; knows the answers by their ids only."""

import re

from actions.meaning.alarms import hurts
from actions.reading.characters import mandarin

LONGEST = 300  # characters that are looked at
_CARRIER = (
    r"(?:harbor parcel|morning star(?: express)?|cedar freight|the (?:courier|carrier|delivery company)|dhl|ups|fedex)"
)
_COURIER = r"(?:courier|delivery (?:man|guy|person|driver|woman|rider)|post(?:man|woman)|van driver)"
_COURIER_ZH = r"(?:快递员|派送员|配送员|送货员|骑手|快递小哥|送快递的|送货的)"
_THEIRS = (  # what is nobody's parcel
    r"(?:my|our|the|a) (?:\w+ )?(?:car|gate|door|wall|fence|mail ?box|letter ?box|window|garden|lawn|bike|dog|cat|porch|garage"
    r"|hedge|drive(?:way)?|house|leg|foot|child|kid|plants?|flowers?)"
)
_HURT = (
    r"(?:hit|smash(?:ed)?|damag(?:ed|ing)|broke|scratch(?:ed)?|dent(?:ed)?|crash(?:ed)?(?: into)?|bump(?:ed)?(?: into)?"
    r"|back(?:ed)? into|drove (?:into|over)|ran over|kick(?:ed)?|knock(?:ed)? (?:over|down))"
)
_THEIRS_ZH = (
    r"(?:家|的)?(?:大|院|房|车)?(?:门(?!口|卫)|车子?(?!间)|墙|围栏|栅栏|窗户?|信箱|花盆|狗|猫|电动车|自行车|孩子|腿|脚)"
)
_HURT_ZH = r"(?:撞|刮|压|碰|砸|踢)(?:坏|倒|烂|花|伤|到|了)"
_DRIVER_ZH = rf"(?:{_COURIER_ZH}|快递车|送货车|送货的|司机)"
_BY_PHONE = r"(?:texts?|sms|e-?mails?|messages?|phone calls?|calls?|whatsapp|letters?)"
_FIRST = {  # in this order; before any request that the message seems to make
    "phishing": re.compile(
        rf"\b(?:got|get|received|have|had|there'?s|keep getting)\b.{{0,20}}\b{_BY_PHONE}\b.{{0,70}}\b(?:customs"
        r"|gift cards?(?! refund)|prize|i(?:'ve| have)? won|card (?:number|details|data)|bank (?:details|account)"
        r"|(?:need|want|ask|have|had|told|must)\w*\b.{0,12}\bpay(?! for (?:it|my order))|held\b.{0,30}\bpay|pay \D{0,12}[0-9]"
        r"|pay (?:a|the|an extra) (?:\w+ )?fee|fee to pay)\b"
        r"|\b(?:some(?:one|body)|a (?:man|woman|guy|lady|person|stranger)|they|he|she|the caller)\b.{0,25}"
        r"\b(?:call|rang|ring|phon|text|messag|e-?mail|claim|pretend|ask|want)\w*\b.{0,70}\b(?:card (?:number|details|data)"
        r"|bank (?:details|account|card)|verification code|gift cards?|anydesk|teamviewer|my (?:card )?pin)\b"
        rf"|\bis (?:this|that) {_BY_PHONE}\b.{{0,12}}\b(?:from you|real|genuine|legit|yours|fake)\b"
        rf"|\b{_BY_PHONE}\b.{{0,40}}\b(?:parcel|package|delivery)\b.{{0,40}}\b(?:click|pay (?:here|now)|link)\b"
        r"|短信[^。]{0,24}(?:让|叫|要)我?[^。]{0,6}(?:点|打开)[^，。]{0,4}链接|自称[^，。]{0,6}客服"
        r"|(?:有人|陌生|自称|冒充|说是(?:你们|客服|平台))[^。]{0,14}(?:打|来电|电话|短信|加我|消息|微信|[Qq]{2})[^。]{0,30}"
        r"(?:退[钱款]|退给我|转账|汇款|验证码|卡号|银行|付[钱款费]|交[^，。]{0,3}[钱费税]|理赔|赔付?|链接|扣[钱款])"
        r"|(?:收到|接到)[^，。]{0,10}(?:短信|电话|邮件|信息|消息)[^。]{0,30}(?:交[^，。]{0,4}[钱费税]|付[钱费]|关税|卡号|转账|理赔|退钱给我)"
        r"|(?:他|她|对方|那人|那边|客服|电话里)(?:说|们|又|还|一直)*(?:要|问|让我?(?:给|报|发|提供|说))(?:我|一下)*的?[^，。]{0,3}(?:卡号|验证码)"
        r"|(?<!你们)(?<!你们家)(?<!你)(?:是不是|会不会是|算不算)(?:个|遇到)?(?:骗子|骗局|诈骗|骗钱)",
        re.I,
    ),
    "driver": re.compile(
        rf"\bi(?:'?m| am) (?:just )?(?:an? |the |your )?(?:\w+ )?{_COURIER}\b(?! for \w+ (?:order|parcel))"
        rf"|\bi (?:deliver|drive) for (?:you\b|{_CARRIER})"
        rf"|\b(?:i'?m|i am|this is|we are|we're|calling|speaking)\b.{{0,25}}\b(?:from|with|at|for) {_CARRIER}\b"
        r"|\b(?:parcel|package|delivery|shipment) for (?:one of )?(?:your|a) (?:customers?|clients?)\b"
        rf"|我们?(?:这边)?(?:就)?是[^，。,说想要问寄用发选等让叫给怕不]{{0,8}}(?<!不是)(?:{_COURIER_ZH}|(?:快递|速运|物流|顺丰|中通|圆通|韵达|申通|极兔"
        rf"|邮政|德邦)(?:公司)?的(?!收|客户|会员|用户|订单|单|包裹))",
        re.I,
    ),
    "authorities": re.compile(
        r"\b(?:this is|i'?m|i am|it'?s) (?:an? |the )?(?:\w+ )?(?:officer|detective|inspector|sergeant|sheriff|constable"
        r"|police(?:wo)?man|bailiff)\b(?! (?:order|parcel))"
        r"|\b(?:i'?m|i am|this is|we are|calling)\b.{0,20}\b(?:from|with|for) the (?:local |federal |\w+ )?(?:police|fbi|irs"
        r"|tax (?:office|authority)|sheriff|court|public prosecutor|customs)\b"
        r"|\b(?:this is|we are|we're) the (?:local |federal )?(?:police|fbi|irs|customs|tax office)\b"
        r"|我们?(?:这边)?(?:就)?是[^，。,说想要问寄用发选等让叫给怕不]{0,8}(?:警察|民警|派出所|公安|法院|检察院|市场监管|工商局|税务局|海关)(?!.{0,4}查)",
        re.I,
    ),
    "not_mine": re.compile(
        r"\b(?:parcel|package|box|delivery|letter)\b.{0,40}\b(?:(?:is|was|are) ?(?:not|n'?t) (?:even )?(?:for|addressed to)"
        r" (?:me|us)\b(?! (?:to|yet))|(?:is|was) ?(?:not|n'?t) (?:mine|ours)\b|does ?n[o']?t belong to (?:me|us)\b)"
        r"|\b(?:got|found|received|have|took in|accepted)\b.{0,20}\b(?:parcel|package|delivery|box)\b.{0,12}"
        r"\b(?:for|of|belonging to|addressed to) (?:my|a|the|our) neighbou?r\b"
        r"|\b(?:my|our|the) neighbou?r'?s? (?:parcel|package|delivery|order)\b.{0,25}\b(?:left|came|delivered|dropped|arrived"
        r"|at my|to me|with me)\b"
        r"|\b(?:box|parcel|package|letter|delivery)\b.{0,25}\bfor (?:the |a |my |our )?(?:previous|former|old|last)"
        r" (?:tenants?|owners?|residents?|flatmates?)\b|(?:包裹|快递)[^，。]{0,8}(?:寄|送)到(?:了)?我家[^。]{0,6}不是我的"
        r"|我们?(?:就)?是[^，。,]{0,4}邻居|(?:邻居|别人|她|他|人家|楼上|楼下|隔壁)(?:的|家的)(?:快递|包裹|件|东西)[^，。]{0,8}(?:放|送|扔|寄)"
        r"(?:到|在|错|来)*了?(?:我[家这门]|我们[家这门])",
        re.I,
    ),
    "third_party": re.compile(
        r"(?=.*\bi(?:'?m| am) ?(?:not|n'?t) (?:a|your|even a) customer\b(?! yet))"
        r"(?=.*\b(?:courier|driver|van|truck|lorry|delivery)\b)"
        r"|(?:我不是(?:你们的?|你的)?(?:客户|顾客))(?=.*(?:撞|刮|压|碰|挡))"
        rf"|\b(?:{_COURIER}|driver|(?:delivery|courier'?s?) (?:van|truck|car|bike))\b.{{0,25}}\b{_HURT} {_THEIRS}\b"
        rf"|{_DRIVER_ZH}[^。]{{0,6}}把?[^。]{{0,8}}{_THEIRS_ZH}[^，。]{{0,4}}{_HURT_ZH}"
        rf"|{_DRIVER_ZH}[^。]{{0,8}}{_HURT_ZH}了?[^，。]{{0,4}}{_THEIRS_ZH}",
        re.I,
    ),
    "jobs": re.compile(
        r"\b(?:are you|is your \w+|you guys) (?:currently |still )?hiring\b|\b(?:vacanc(?:y|ies)|job openings?|internships?)\b"
        r"|\bapply(?:ing)? for (?:a|the|any) (?:\w+ )?(?:job|position|role)\b|\bjob application\b|\b(?:i want|i'?d like|can i"
        r"|looking) to (?:come )?work for you(?:r (?:shop|company|team))?\b|\bsend (?:you )?my (?:cv|resume|résumé)\b"
        r"|\b(?:any|some|open) (?:jobs?|positions?|work)\b.{0,12}\b(?:at|in|with) (?:your|the) (?:warehouse|shop|company|office"
        r"|store|team)\b|你们[^，。]{0,6}(?:要|缺|收)人手?[吗么不]"
        r"|招(?:不招)?人(?!烦|嫌|恨|讨厌|气|骂|都)|招聘|招工|应聘|求职|投简历|(?:找|想要?|有)(?:个|份)?(?:工作岗位|兼职|实习)"
        r"|(?:想|要)(?:来|到)?你们(?:那|这)?(?:上班|工作)",
        re.I,
    ),
}  # fmt: skip
_ELSEWHERE = re.compile(
    r"\b(?:amazon|ebay|walmart|else(?:where)?|competitor\w*|(?:other|another|different) (?:shop|store|site|website|place)s?)\b"
    r"|别家|别人家|其他(?:平台|店)|淘宝|京东|拼多多|天猫|隔壁|外面",
    re.I,
)
_BOUGHT = re.compile(
    r"\b(?:i|we)(?:'ve| have)? (?:just |only )?(?:bought|ordered|got|purchased|paid)\b|\border\b|#?[0-9]{5,7}|买|订单|下单",
    re.I,
)
_FELL = re.compile(
    r"\b(?:dropped|fell|fallen|gone down|went down|come down|came down|reduced|lowered|drops?) (?:\w+ )?in price\b"
    r"|\bprices?\b.{0,15}\b(?:dropped|drops?|fell|fallen|gone down|went down|come down|came down|reduced|lowered|cut|cheaper"
    r"|lower(?: now)?)\b"
    r"|\bprices? (?:of|for|on) (?:\w+ ){1,4}(?:dropped|drops|fell|has fallen|went down|came down|is lower)\b"
    r"|\b(?:it|they|that|those|which|one)(?:'?s| is| are|'?re)? (?:now|today) (?:only |just |on sale|cheaper|less)\b"
    r"|\bnow (?:it|they|that|those)(?:'?s| is| are|'?re| costs?) (?:only |just |down to |at )?[$€£¥]? ?[0-9]+[.,][0-9]{2}\b"
    r"|\bnow (?:it|they|that|those)(?:'?s| is| are|'?re) (?:\w+ )?(?:cheaper|less|on sale|on offer)\b"
    r"|\b[0-9]+ ?(?:dollars?|bucks|euros?|pounds?|percent|%)? (?:less|cheaper|lower) (?:now|today)\b"
    r"|(?:今天|现在|就|又)[^，。]{0,3}便宜了|便宜了?[0-9一二三四五六七八九十]|买的时候[0-9]{2,5}[^，。]{0,3}[，,]?(?:现在|今天)[^，。]{0,3}[0-9]{2,5}"
    r"|\b(?:cheaper|less) (?:now|today) than (?:when|what) i\b"
    r"|(?<!别)降(?:了)?价|价格?[^，。]{0,3}(?:降|跌|掉)了?|(?:就|又|现在|才|已经)(?:变)?(?:便宜|降|跌)了|(?:贵|多)(?:买|付)了[^，。]{0,6}[元块]|买贵了",
    re.I,
)
_DIFFERENCE = re.compile(
    r"\b(?:get|have|claim|want|refund|pay|give)\b.{0,20}\bdifference\b|\bdifference (?:back|refunded|please)\b"
    r"|[退补返]差价|差价[^，。]{0,4}[退补返]",
    re.I,
)
_SUPPOSED = re.compile(
    r"^(?:what )?if\b|\bwhat if\b|\bwill (?:the|your) price|\bwhen (?:does|will|do)\b|如果|万一|要是|会不会|会降", re.I
)
_AT_CHECKOUT = re.compile(
    r"\b(?:card|payment|paypal|visa|mastercard|alipay|wechat)\b.{0,40}\b(?:declin\w+|reject\w+|refus\w+|not accepted|fail\w*"
    r"|(?:does|do|is|will|wo|did) ?n[o']?t (?:go(?:ing)? through|work(?:ing)?|accepted))\b.{0,30}"
    r"\b(?:checkout|check out|when (?:i |ordering|placing)|while ordering|basket|cart)"
    r"|\b(?:checkout|check out|basket|cart)\b.{0,40}\b(?:card|payment)\b.{0,30}\b(?:declin|reject|refus|fail)"
    r"|^(?:(?:hi|hello|hey|so|but|and|sorry)[, ]+)*my (?:\w+ )?(?:card|payment) (?:was|is|got|gets|has been"
    r"|keeps? (?:getting|being)) (?:declined|rejected|refused)[ .!]*$|^(?:我的?)?(?:银行卡|信用卡|卡)被拒(?:绝|付)?了?[。!！ ]*$"
    r"|^(?:(?:hi|hello|hey|so|but|and|sorry|help)[, ]+)*(?:i (?:can'?t|cannot|can not|couldn'?t"
    r"|am unable to|am not able to|'m unable to) "
    r"(?:pay|make (?:a|the|my) payment|complete (?:the|my|a) (?:payment|checkout|purchase)|check ?out|place (?:an|my|the) order)"
    r"|(?:i(?:'m| am)? )?(?:having|have|had) (?:a |an |some )?(?:problems?|trouble|issues?|difficult\w+) (?:in |with )?"
    r"(?:making (?:a |the |my )?payments?|paying|the payment page|the checkout|checking out"
    r"|checkout))(?: (?:by|with|on|for|at|using)"
    r" [a-z ]{2,30})?[ .!]*$"
    r"|^(?:请问|为什么|怎么|我|你好|一直|老是|总是|都|[,，。 ])*(?:付不了款?钱?|支付不了|(?:付款"
    r"|支付)(?:不了|(?:总是|一直|老是)(?:失败|不成功)|(?:失败|不成功)(?=怎么办|怎么回事))|无法(?:付款"
    r"|支付|下单|结算)|下不了单"
    r"|[^，。0-9]{0,6}(?:银行)?卡(?:无法|不能|没法|一直)?(?:绑定?不了|绑不上|绑定失败|无法绑定|不能绑定))(?:怎么办|怎么回事|了|啊|呢|呀)*[?？。!！]*$"
    r"|(?:结算|结账|下单|提交订单)(?:的?时候?|页面|时)?[^，。]{0,8}(?:付不了|付款失败|支付失败|刷不了|被拒|付不出|不能付|付不上)",
    re.I,
)

_RANG = re.compile(
    r"\b(?:got|had|received|missed|have|saw) (?:a|an|your) (?:missed |unanswered )?(?:phone )?call"
    r" from (?:you|your (?:shop|number|company))\b"
    r"|^(?:(?:hi|hello|so|but|and)[, ]+)*(?:somebody|someone|one) (?:of|from)"
    r" (?:you|your (?:shop|team|side)) (?:just )?(?:called|rang) me\b"
    r"|^(?:(?:hi|hello|so|and)[, ]+)*you (?:just )?(?:called|rang|phoned|tried to (?:call|ring|reach)) me\b"
    r"|你们(?:刚才?|刚刚)?(?:给我)?(?:打(?:过|了|来)(?:个|一个)?电话|打我(?:的)?电话)|未接来电",
    re.I,
)


def topic_of(text: str) -> str | None:
    """The answer that comes before any request: goods that hurt, a fraud, who delivers or asks for others, a strange parcel."""
    said = _read(text)
    if hurts(said):
        return "recall_safety"
    return next((topic for topic, pattern in _FIRST.items() if pattern.search(said)), None)


def topic_behind(text: str) -> str | None:
    """The answer to what names no request: the price of what was bought fell; a payment was refused and nothing is ordered; the
    shop rang."""
    if price_fell(text):
        return "price_protection"
    said = _read(text)
    if _RANG.search(said):
        return "called_by_us"
    return "payment_refused" if _AT_CHECKOUT.search(said) and not re.search("[0-9]{5}", said) else None


def price_fell(text: str) -> bool:
    """Whether what was bought here costs less here now; not elsewhere, and not what would be if it did."""
    said = _read(text)
    fell = _FELL.search(said) is not None and (_BOUGHT.search(said) or _DIFFERENCE.search(said)) is not None
    return fell and not _ELSEWHERE.search(said) and not _SUPPOSED.search(said)


def _read(text: str) -> str:
    return mandarin(text[:LONGEST]).replace("\u2019", "'").strip()
