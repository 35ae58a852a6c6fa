"""Which of a few kinds a message means: what went wrong, what to change, whose invoice, what about the account. Pure."""

import re
from collections.abc import Mapping

from actions.meaning.courier_trouble import courier_trouble
from actions.meaning.delivery_notes import HOW_DELIVERED, says_ahead
from actions.meaning.invoice_kinds import invoice_kind_in
from actions.meaning.not_goods import without_the_house
from actions.reading.addresses import has_street
from actions.reading.recipients import only_who

_ANY = r"(?s:.)"
_OF_SHOP = (  # what does not work, or was used, is none of the goods
    r"\b(?:track\w*|link|(?:web)?site|page|app|codes?|voucher|coupon|password|log ?in|sign ?in|account|payment|checkout|e-?mail"
    r"|points?|case|ticket|(?<!memory )(?<!sd )(?<!graphics )(?<!sim )cards?)\b"
    r"[^,.;!?，。]{0,25}?\b(?:does|do|is|are|was|has|have|won|will|not|can|stopped|never)"
    r"|(?:[券码]|[账帐][号户]|网[页站]|页面|链接|app|小程序|登[录陆]|支付|付款|余额|积分)[^，。,；;]{0,6}"
    r"(?:[不没](?:能|法)用|用不了|不工作|没反应|打不开)"
)
_TO_OTHERS = (  # "send 10025 to my sister instead"
    r"\b(?:send|deliver|ship|redirect|forward|goes?|re-?route)\b[^,.;?]{0,30}\bto (?:my|our|his|her) (?:mom|mum|mother|dad"
    r"|father|sister"
    r"|brother|wife|husband|girlfriend|boyfriend|friend|parents|partner|boss|daughter|son|aunt|uncle|cousin|gran(?:dma|dpa|ny)?"
    r"|grandmother|grandfather|colleague|flatmate|roommate|in-laws)\b"
)
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|weekend"
_WRONG_CAME = (  # "you sent me the wrong headphones"; not "the wrong address"
    r"\b(?:sent|send|got|received|gave|shipped|delivered|have|came|arrived|brought)\b(?: me| us| with| by mistake){0,2}"
    r" (?:the |a )?wrong (?!address|place|house|door|flat|number|price|amount|card|name|e-?mail|person|people|day|time|date"
    r"|invoice|link|shop|store|department|button|code|bank|account|street|zip|town|city|country|postcode|phone|order number"
    r"|change|information|answer|impression|idea|chat|size|colou?r)[a-z]+\b"
    r"|\b(?:got|received|have|sent me|gave me|brought me) (?:someone|somebody) else'?s"
    r" (?:order|goods|items?|things|stuff|product)\b"
)
KINDS: Mapping[str, Mapping[str, str]] = {
    "issue": {
        "damaged": rf"^(?!{_ANY}*(?:{_OF_SHOP})){_ANY}*(?:\b(?:(?:does ?n[o']?t|doesn'?t|(?<!i )(?<!we )do ?n[o']?t|do not|won'?t"
        r"|will not"
        r"|not|stopped|never|no longer) (?:even )?(?:turn(?:ing)? on|switch(?:ing)? on|work\w*|power\w*|start\w*"
        r"|charg(?:e|ing)\b(?! (?:me|us|my (?!phone|battery|tablet|laptop|watch|device|headphones|camera)))"
        r"|function\w*)"
        r"|faulty|defective|dead on arrival)\b|[不没](?:能|法)用|用不了|不工作|没反应|打不开)"
        r"|开不了机|充不[进了上]去?电|不通电|不亮|质量问题|瑕疵"
        r"|damag|broken|broke\b|smashed|crack|shatter|leak|dent|scratch|torn\b|ripped|stained|坏|破|碎|漏(?!发|件|寄|装|给|拿|放)|裂|压扁|变形|损|划痕|刮痕|划伤|刮花|污渍"
        r"|发霉|生锈|掉漆|异味|死机|黑屏|花屏|开线|脱胶|断了(?!货|码)|(?<!流)(?<!递)(?<!裹)(?<!货)不(?:走|转|响)了",
        "wrong_item": rf"{_WRONG_CAME}|wrong (item|thing|one|product|colou?r|size|order|goods|parcel)|not what i ordered"
        r"|\b(?:a )?used (?:item|product|one|goods)\b|\bbox was open|\binstead of (?:mine\b|my (?:own |order))"
        rf"|^(?!{_ANY}*(?:{_OF_SHOP})){_ANY}*(?<!not )(?<!never )(?<!n't )\b(?:was|been|already|is) (?:used|opened|worn)\b"
        r"|[发寄送]错(?!地[方址]|人|家|门|楼|小区)|货不对|二手|别人用过|second-?hand|不是我(买|要|订)的",
        "incomplete": r"missing (an? |one |some )?(item|part|piece|thing)|incomplete|short by"
        r"|only (got|received|one|two|half|part)\b|\b(?:is|are|was|were|'s) (?:also |still )?missing\b(?! (?:you|me|out|on)\b)"
        r"|\bmissing from (?:it|my|the|order|#?[0-9])|\bsomething(?:'s| is| was)? missing\b"
        r"|(rest|half|part|some|others?) (of (it|them|my order) )?(is|are|was|were)?( still)? ?missing"
        r"|(?:说好|说是|答应|承诺|不是说)了?的?[^，。]{0,3}送(?!到|达|货|来|上门|去)[^，。]{1,8}(?:没|少)"
        r"|\b(?:was|is|were) ?n[o']?t (?:in the (?:box|parcel|package)|included)\b"
        r"|空(?:包裹?|盒|箱)|(?:盒|箱|包裹|里面)子?(?:里|里面)?(?:是|都是|全是)?空的|赠品.{0,4}(?:没|少)|\b(?:box|parcel"
        r"|package|envelope) (?:was|is|came|arrived) empty|empty (?:box"
        r"|parcel|package|envelope)"
        r"|[少漏](?:发|寄|装|给|件|放)|缺件|缺了|少了|不全|[只就](收到|到了?|来了?|來了?|有)(了)?[一二两兩三四五六七八九0-9半]|剩下的|其余的"
        r"|其餘的|另外[几幾一两兩][件个個].{0,4}(没|沒|呢)",
        "not_received": r"(says?|said|marked|shows?|status).{0,12}\bdeliver|delivered but|never (got|received|arrived|came)"
        r"|^(?:(?:hi|hello|sorry|but|and)[, ]+)*(?:i|we) (?:not|no) (?:yet )?(?:get|got|receiv\w*|have receiv\w*)\b"
        r"|\bstole(?:n)?\b"
        r"|\bdelivered to (?:some(?:one|body) else|the neighbou?r)|\bsigned for (?:it|my \w+)|\bneighbou?r (?:got|has"
        r"|took|received|picked)"
        r"|(?:驿站|代收点|快递柜|快递点|门卫|物业)[^，。]{0,5}(?:没有|没|找不到|查不到)[^，。]{0,4}(?:件|包裹|快递|东西)"
        r"|^(?:#?[0-9]{5,7}(?![0-9])|快递|包裹|东西|你们|[,，。 ])*[发寄送]错(?:了)?(?:地方|小区|楼栋?|城市)了?[。!！ ]*$"
        r"|冒签|代签|冒领|不是我(?:本人)?签|签收的不是我|被?偷了|被偷|(?:被|让)?(?:邻居|别人|人家)(?:给)?(?:拿|取|领"
        r"|签收)走?了|显示(已)?(签收|送达|收货)|没收到"
        r"|没有收到|谁签收|被签收",
        "lost": r"\b(?:lost|losing (?:my|the|our))\b|disappear|vanish|丢件|丢了|丢失|弄丢|不见了",
        "not_sent": r"催.{0,4}发货|快.{0,4}发货|(?:还|怎么|一直|都)(?:没|不|未).{0,3}发货|发货.{0,3}(?:快|催)"
        r"|\b(?:not|n'?t|never)\b.{0,12}\b(?:shipped|dispatched|sent out|left)\b|\b(?:ship|dispatch|send) (?:it|this|them"
        r"|(?:my |the )?(?:order|parcel)(?: [#a-z0-9]+){0,6}?)"
        r"(?: out)? (?:faster|quick\w*|now|asap|already|today|soon\w*)",
        "late": r"\blate\b|delay|overdue|still (not|hasn|waiting)|not arrived|hasn.?t (arrived|come|moved)|where is|stuck|slow"
        r"|\bshould(?:'ve| have) (?:been (?:here|there|delivered)|arrived|come)|\bsupposed to (?:arrive|come|be (?:here"
        r"|there|delivered))"
        r"|\b(?:ha(?:s|ve) ?n[o']?t|hasn'?t|haven'?t|did ?n[o']?t|didn'?t) (?:come|came|arrived?|shown up|turned up"
        r"|received?)\b"
        r"|晚|延误|迟|还[没未]|没来|没送|怎么还(?![给回])|等了|好几天|还没到|没动|不动|催|太慢|超时|卡|没到的"
        r"|(?:已经|都|过去|过了).{0,3}(?:[一二两三四五六七八九十几0-9]+|半)个?(?:多)?(?:天|星期|礼拜|周|月)(?:多)?了"
        r"|\b(?:it'?s|it has|that'?s) been (?:over |more than |almost |nearly )?(?:an?|two|three|four|five|six|\d+) "
        r"(?:days?|weeks?)\b"
        r"|一直.{0,6}(?:派送|配送|运输|在途)"
        r"|(?:快点|快一?些|尽快)(?!(?:给我|帮我|把它|给|帮)?(?:补|换|处理|解决|退|办|登记|重发"
        r"|发给我|寄给我|发过来|寄过来))|加急|\bhurry\b|speed (?:it|this|them) up|\bchase\b",
    },
    "change_kind": {
        "address": rf"addr?ess?\b|adr+es+|address|deliver(ed|y)? (it )?"
        rf"(to\b(?! (?:my |the |a )?(?:neighbou?r|(?:next |this )?(?:{_DAYS}|week)))|somewhere)"
        r"|\bto my (office|work|home|flat|new place)\b"
        rf"|{_TO_OTHERS}|ship(ped)? (it )?to|moved house"
        r"|\b(?:the|my) street\b|\b(?:zip(?: ?code)?|post(?:al)? ?code|house number|street name)\b"
        r"|where (it|they|that|this|my \w+)('?s| is|'?re| are)? ?(going|being|getting|gets|get|sent|deliver|ship)"
        r"|地址|寄到|送到(?!.{0,3}(?:驿站|门口|柜|丰巢|邻居|物业|门卫))|改寄|门牌|小区|楼栋",
        "delivery": rf"{HOW_DELIVERED.pattern}|\btimes?\b|\bdate\b|\bday\b|时间|日期|晚点|(?:改|换)[成到](?:今天|明天|后天)"
        r"|周[末一二三四五六日]|星期|上午|下午|晚上|晚几天|怎么送|哪天送|不在家|家里没人",
        "other": r"\bpayment\b|\bgift\b|\bnotes?\b|\bphone\b|\brecipient|\bname on (?:it|the (?:parcel|order|label"
        r"|package))|收[货件]人|付款|支付|备注|礼品|电话|手机号|号码|别的",
        "items": r"\bitems?\b|\bto (?:two|three|four|five|six|[2-9]) [a-z]+\b(?! (?:street|st|road|rd|avenue|lane|way"
        r"|drive|close|court|quay|hill)\b)|quantit|size|colou?r|add |remove|more of"
        r"|instead of|product|\btake (?:the |my |an? |one )?[a-z ]{2,30}? (?:out|off)\b|\bleave out\b|数量|尺码|尺寸"
        r"|颜色|加一|少一"
        r"|多买|换成|\b(?:two|three|four|five|[2-5]) [a-z]+s (?:please|instead)\b|\bthe [a-z]+,? (?:and )?not the [a-z]+\b"
        r"|商品|款式|[0-9一二两三四五六七八九十](?:件|个|双|套|箱|瓶|盒|包|台|份|本)|[黑白红蓝绿灰粉黄紫棕橙]色"
        r"|^[黑白红蓝绿灰粉黄紫棕橙]的?$|[大小中]号|码的?$",
    },
    "invoice_kind": {},  # in words of its own: `actions.meaning.invoice_kinds`
    "account_topic": {
        "stolen": r"hacked|stolen|compromised|some(?:one|body)(?: else)?(?: is|'s| has| was)? "
        r"(?:us(?:ing|ed)|in|got into) my account"
        r"|被盗|盗[号用]|别人.{0,4}登录|有人.{0,3}我.{0,3}账[号户]",
        "blocked": r"account(?:'s| is| was| has| has been| got| been| gets?| temporarily| now| just){0,4}"
        r" (?:suspended|frozen|banned|blocked|disabled"
        r"|restricted|deactivated)|(?:suspended|froze|banned|blocked|disabled|restricted|deactivated) (?:my|our) account"
        r"|[账帐][号户][^，。]{0,4}(?:冻结|封|停用|禁用|被限|异常)",
        "close": r"(close|delete|deactivate|remove).{0,14}account|注销|销户|删除账[号户]",
        "password": r"password|account(?: is| was|'s| has been)? locked|log ?in|sign ?in|logged out"
        r"|locked out|密码|登录|登陆|登不|验证码|(?:账|帐)[号户].{0,3}锁",
        "create": r"\b(?:creat\w*|open|make|set up|register|need) (?:me )?(?:an?|my|new|a new) account\b"
        r"|\bsign(?:ing)? up\b|\bregister\b"
        r"|^(?:我要|我想|怎么|如何)?注册",
        "profile": r"profile|my (name|e-?mail|phone|number|address|details|data)(?! (?:address |number )?(?:is|:))"
        r"|\b(?:name|e-?mail|phone|number|address|details)(?: (?:address|number))? (?:on|of|for|in) (?:my|the) account|手机号"
        r"|绑定|换绑|资料|昵称|实名|(?:会员|用户|账号)名",
    },
}
# Troubles that are made good by money or goods: a colleague decides.
MADE_GOOD = frozenset({"lost", "not_received", "wrong_item", "damaged", "incomplete"})
_PATTERNS = {slot: {kind: re.compile(p, re.I) for kind, p in kinds.items()} for slot, kinds in KINDS.items()}


_HOLDS = re.compile(
    r"(?:先别|先不要|暂时(?:不要|别)|晚点再|过几天再|等.{1,10}再|推迟|延后|缓一?缓)(?:给我)?(?:发货?|寄)(?!票)"
    r"|\b(?:don'?t|do not) (?:ship|send|dispatch) (?:it|this|that|(?:my |the )?(?:order|parcel)(?: #?[0-9]+)?)"
    r" (?:yet|until|before|out yet)\b"
    r"|\bhold (?:off )?(?:(?:on )?(?:shipping|sending|dispatching)|(?:my |the )(?:order|shipment)\b)",
    re.I,
)


_DENIED = re.compile(  # 不是坏了，是少了表带; "it's not broken, a part is missing"
    r"^(?:不对|[,，。 ])*不是[^，。,.;；是不 ]{1,6}[,，。;； ]+(?=是|而是|[少漏缺没发])"
    r"|\b(?:it'?s|it is|it was|they'?re|they are) not (?:broken|damaged|faulty)[,.;]+ (?=.{0,30}\b(?:missing|wrong)\b)",
    re.I,
)


_ALL_MISSING = re.compile(  # the parcel, and not a part of what was in it
    r"\b(?:my|the|our|whole|entire) (?:parcel|package|order|delivery)(?: #?[0-9]{5,7})?(?: is"
    r"|'s| went| has gone| was)?(?: still)? missing\b"
    r"(?! (?:an?|one|some|two|the|my|items?|parts?|things?)\b)",
    re.I,
)


def kind_of(slot: str, text: str) -> str | None:
    """What key words say of the slot; None where there are none. What a courier did is taken down as it was said."""
    text = without_the_house(_DENIED.sub("", text)) if slot == "issue" else text
    if slot == "issue" and _ALL_MISSING.search(text):
        return "not_received"
    if slot == "issue" and courier_trouble(text):
        return "other"
    if slot == "change_kind" and _HOLDS.search(text):
        return "other"  # a colleague stops the warehouse; a note for the carrier goes with the parcel
    if slot == "change_kind" and says_ahead(text):
        return "delivery"
    if slot == "invoice_kind":
        return invoice_kind_in(text)
    return next((kind for kind, pattern in _PATTERNS[slot].items() if pattern.search(text)), None)


_CLAUSE = re.compile(
    r"(?:[,，;；。.!！]+\s*|\s+)(?:and also|and|also|plus|另外|还有|并且|顺便)\b[, ]*"
    r"|[,，;；。!！]+\s*(?:另外|还有|并且"
    r"|顺便|再)?",
    re.I,
)
_JOINED = re.compile(r"(?:[,，;；。.!！\s]|\b(?:and|also|plus)\b|另外|还有|并且|顺便|再)+$", re.I)
TWO = frozenset({"address", "items", "delivery"})  # changes of an order that are made one after the other


def two_changes(text: str) -> tuple[str, str] | None:
    """Where two different changes of an order are wanted ("two of them, and deliver on saturday"): the words of the first, and
    the kind of the second."""
    first: str | None = None
    text = text[:LONGEST_TOLD]
    begins = [0, *(match.end() for match in _CLAUSE.finditer(text))]
    for start, end in zip(begins, [*begins[1:], len(text)], strict=True):
        kind = "address" if has_street(text[start:end]) else kind_of("change_kind", text[start:end])
        if kind not in TWO:
            continue
        if first is not None and kind != first:
            return _JOINED.sub("", text[:start]), kind
        first = kind
    return None


_NOT_ADDRESS = re.compile(
    r"(?P<before>(?:收[件货]人|姓名|名字|电话|手机)[^，。]{2,30}?)[，,。 ]*(?:但|其他|别的)?地址(?:就|先|也|是)?(?:不(?:用"
    r"|要|想)?[改变动]|一样|照旧)"
    r"|^(?P<first>[^.;?]{0,40}\b(?:recipient|name|phone)\b[^.;?]{2,60}?)[,.;]? (?:but |and )?(?:same address"
    r"|(?:keep |leave )?the address (?:stays|is (?:the same|right|fine|correct)|as it is|the same))|"
    r"地址(?:就|先|也)?不(?:用|要|想)?改了?[，,。 ]*(?P<zh>.+)$|\b(?:not|leave|keep|forget) the address\b[,.;]? *(?:as it is)?"
    r"[,.;]? *(?:but |just |and )?(?P<en>.+)$",
    re.I,
)


def other_change(text: str) -> str | None:
    """What is to be changed in place of the address that was asked for: 地址不改了，改一下电话."""
    if only_who(text):
        return "other"
    told = _NOT_ADDRESS.search(text[:LONGEST_TOLD])
    if told is None:
        return None
    return "other" if told["before"] or told["first"] else kind_of("change_kind", told["zh"] or told["en"])


_BARE = re.compile(  # of a trouble with a delivery: words that tell nothing of it
    r"\b(?:there|is|are|was|a|an|the|my|i|we|have|has|had|got|with|about|of|to|on|for|it|its|this|that|some|any|please"
    r"|help|can|you"
    r"|me|problems?|issues?|trouble|deliver\w*|orders?|parcels?|packages?|shipment|shipping|couriers?|driver|carrier"
    r"|items?|products?"
    r"|numbers?|wrong|something|went|gone|report\w*|complain\w*|questions?|hi|hello|hey|and|or|in|at|want|need|like|would"
    r"|not|no|s|m|ve|d)\b"
    r"|[0-9#]+|[^\w\s]|有|个|点|我|的|了|快递|包裹|订单|配送|物流|东西|商品|问题|情况|反映|反馈|一下|出|帮|你们|您|你|好"
    r"|这|那|单|号|是|要|想|收到",
    re.I,
)
LEAST_TOLD = 3  # words, or twice as many Chinese characters
LONGEST_TOLD = 300


def tells_trouble(text: str) -> bool:
    """Whether what went wrong is told, if by no word that names it: then nobody asks "what went wrong?"."""
    left = _BARE.sub(" ", text[:LONGEST_TOLD])
    han = sum("\u4e00" <= c <= "\u9fff" for c in left)
    return han >= 2 * LEAST_TOLD or sum(word.isascii() for word in left.split()) >= LEAST_TOLD


_MONEY_WISHED = re.compile(
    r"\b(?:want|need|like|prefer|rather|just|please|only|give|get)\b.{0,20}\b(?:refund|my money)\b"
    r"|\b(?:do|make|issue|process|have|take)(?: me)? (?:the|a|my) (?:full )?refund\b"
    r"|\brefund,? (?:please|not|no|instead|only)\b"
    r"|\b(?:not|no|don'?t want) (?:a |any )?(?:replacement|new one)\b|^refund[ .!]*$"
    r"|\b(?:can|could|may) i (?:just |please |also )?(?:get|have) (?:a |my |the )?(?:full )?(?:refund|money)\b|\brefund me\b"
    r"|^(?:\w+ ){0,3}my money(?: back)?[, ]*(?:please|instead|now)?[ .!]*$|把[^，。]{0,4}钱退|退我?钱(?:给我|吧)|退(?:款|钱)吧"
    r"|(?:要|想|给我?|就|只)[^，。不别]{0,3}退[款钱]|不要(?:补发|换|新的)",
    re.I,
)
_GOODS_WISHED = re.compile(
    r"\b(?:want|need|like|prefer|rather|just|please|only|send)\b.{0,20}\b(?:replacement|new one|another one)\b"
    r"|\breplacement,? (?:please|not|instead|only)\b"
    r"|\b(?:send|get|give)\b.{0,12}\b(?:right|correct) (?:one|item|thing|colou?r|size)\b|[换发补寄]个?对的"
    r"|\b(?:not|no|don'?t want) (?:a |any |the |my )?(?:refund|money)\b|^replacement[ .!]*$"
    r"|(?:给我|帮我|就|快)补(?:一[个份件]|上|[吧了货]|一下|$)"
    r"|(?:要|想|给我?|就|只|请|能)[^，。不别]{0,3}(?:补发|重发|换(?:一?个|件)?新)|不要(?:退款|退钱|钱)",
    re.I,
)


def wished(details: str) -> str:
    """Which way a trouble is to be made good, by what was told of it: "money" or "goods"; empty where none or both are named."""
    said = details[:LONGEST_TOLD].replace("\u2019", "'")
    money, goods = _MONEY_WISHED.search(said), _GOODS_WISHED.search(said)
    return ("money" if money else "goods") if bool(money) != bool(goods) else ""


_REFUSES_WAY = re.compile(
    r"\b(?:not|no|don'?t want|rather than|instead of) (?:a |any |the )?(?:replacement|new one|refund|exchange)\b"
    r"|不(?:要|想要?|用)(?:补发|换(?:货|新)?|重发|退款|退钱)",
    re.I,
)


def refuses_way(text: str) -> bool:
    """Whether one of the ways to make it good is not wanted: "refund not replacement", 要退款不要换."""
    return _REFUSES_WAY.search(text[:LONGEST_TOLD].replace("\u2019", "'")) is not None


_REPAIR = re.compile(
    r"\b(?:want|need|like|have|get|prefer)\b(?: (?:it|them|this|that|the|my|to|be|[a-z]+)){0,3} (?:repaired|fixed|mended)\b"
    r"|\b(?:want|like) (?:you |someone )?to (?:repair|fix|mend)\b|(?:要|想|帮我|给我)[^，。怎吗]{0,4}(?:维修|修(?!改|正|订))",
    re.I,
)


def wants_repair(text: str) -> bool:
    """Whether goods are to be mended, neither sent back nor swapped: "i want it repaired"."""
    return _REPAIR.search(text[:LONGEST_TOLD].replace("\u2019", "'")) is not None
