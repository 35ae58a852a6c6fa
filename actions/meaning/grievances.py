"""Whether words complain, or only ask how one does. Pure; knows no bot."""

import re

from actions.reading.characters import mandarin

LONGEST = 300  # characters that are looked at
_AGGRIEVED = re.compile(
    r"\b(?:complain\w*|complaint|unacceptable|disgust\w*|disgrac\w*|terrible|horrible|awful|appall\w*|pathetic|ridiculous|useless"
    r"|worst|rubbish|garbage|trash|crap|shit\w*|fuck\w*|wtf|bloody|damn|idiots?|stupid|clowns?|liars?|lying|lied|lies|cheat\w*"
    r"|scam\w*|thie(?:f|ves)|rip-?off|ripped off|angry|furious|fed up|sick of|tired of|disappoint\w*|dissatisf\w*|unhappy"
    r"|not (?:happy|satisfied|good enough)|rude\w*|unprofessional|incompetent|unhelpful|shame\w*|ashamed|joke|nightmare|hate"
    r"|never (?:again|buy\w*|order\w*|shop\w*)|waste(?:d)? (?:of )?(?:my )?(?:time|money)|ignor(?:ed|ing)|hung up"
    r"|no ?(?:one|body)|still waiting|no (?:reply|answer|response)|lawyer|sue|solicitor|consumer (?:protection"
    r"|rights)|ombudsman|trading standards|one star|bad (?:service|review|experience|attitude)|poor (?:service|quality)"
    r"|how dare|hit my|damaged my|ruined|broke my|attitude)\b"
    r"|投诉|差评|曝光|举报|12315|消协|工商|律师|垃圾|太差|很差|差劲|恶劣|态度|骗|坑|忽悠|敷衍|糊弄|推诿|踢皮球|推来推去|生气"
    r"|气死|愤怒|失望|不满"
    r"|受够|忍无可忍|无语|恶心|离谱|过分|欺负|无耻|不要脸|滚|妈的|[操草艹肏]|傻[逼比叉]|[煞沙]笔|混蛋|王八|狗屁|有病|什么玩意"
    r"|什么破|破(?:公司|店|平台|服务)"
    r"|再也不|不负责任|没人(?:管|理|处理|接)|不(?:管|理)我|说话不算|言而无信|耍我|玩我|浪费(?:我)?时间|呵呵|服了你?们|凭什么"
    r"|没有结果|打不通|挂(?:了|断)|[三四五六七八九十]遍|每次",
    re.I,
)
_HOW = re.compile(
    r"^(?:(?:hi|hello|hey|and|so|ok|please|sorry|excuse me|can you tell me|could you tell me|tell me|i want to know"
    r"|i'd like to know)[, ]+)*(?:how|where|who|whom) (?:do|can|could|should|would|to)(?: (?:i|we|one|you|somebody|someone))?"
    r"(?: (?:go|write|turn))? (?:to )?(?:make a complaint|complain|file a complaint|lodge a complaint"
    r"|send (?:a|my) complaint)\b[^.!]{0,30}$"
    r"|^(?:is there|do you have|what(?:'?s| is)) (?:an? |the |your )?complaints? (?:department|form|procedure|process|address"
    r"|team|number|line)[ ?.!]*$"
    r"|^(?:请问|你好|您好|那|我|想问|想知道|问一下|[,，。 ])*(?:怎么|如何|在哪里?|去哪里?|到哪里?|找谁|向谁|跟谁|有没有|哪里)"
    r"(?:才|可以|能|能够|进行|要)?(?:投诉|提意见)(?:渠道|电话|入口|流程|途径|部门|你们|快递|的地方)?[呢啊呀吗]*[?？。]*$",
    re.I,
)


def aggrieved(text: str) -> bool:
    """Whether any word complains: without one, what sounds like a complaint may be anything."""
    return _AGGRIEVED.search(mandarin(text[:LONGEST]).replace("\u2019", "'")) is not None


def asks_how_to_complain(text: str) -> bool:
    """Whether it is only asked how one complains: that is no complaint yet."""
    return _HOW.match(mandarin(text[:LONGEST]).replace("\u2019", "'").strip()) is not None


_LEAD = r"(?:(?:hi|hello|hey|so|and|but|ok|well|please|look|listen|sorry|yes|no|excuse me)[, .!]+)*"
_OF_WHOM = (  # or of what: it says nothing of what happened
    r"(?:(?:the|a|an|one of|your|my|this|that|some|somebody|someone|of|from|at|in|who|member|staff|delivery|courier|customer"
    r"|shop|order|parcel|post|postal|support|call|phone) )*"
    r"(?:it|this|that|you|service|shop|company|bot|staff|couriers?|drivers?|carriers?|postm[ae]n|deliver(?:y|ies)"
    r"|(?:delivery ?)?(?:m[ae]n|guys?|persons?|wom[ae]n|company)|messengers?|parcels?|packages?|orders?(?: #?[0-9]{5,7})?"
    r"|products?|items?|articles?|purchases?|goods|colleagues?|agents?|employees?|assistants?|advisors?|people|someone|somebody"
    r"|(?:customer )?(?:service|support|care)|hotline|website|web ?site|app|returns?|refunds?|invoices?|payments?)"
)
_OF_WHOM_ZH = (
    r"(?:(?:你们|你|您|我|这|那|一)?(?:的|家|个|位|次|单)?(?:快递员?|快递小哥|快递公司|小哥|送货员?|送货的|司机|师傅|配送员?"
    r"|骑手|派送员?"
    r"|派件员?|物流(?:公司)?|客服(?:人员)?|员工|店员|仓库|商品|产品|包裹|订单|网站|平台|质量|东西))"
)
_BARE = re.compile(
    rf"^{_LEAD}(?:(?:i(?:'d| would| really| just| only)*|we) (?:have|want|wanna|need|wish|would like|like|got|am calling"
    r"|'m calling)(?: (?:to|got|only|just|really))*)? ?(?:make|file|lodge|raise|submit|place|put in)?(?: an?| my| one| this)? ?"
    r"(?:official |formal )?(?:complaints?|complain)"
    rf"(?: (?:to make|please|(?:about|against|on|over|regarding|concerning) {_OF_WHOM}|now|here))*[ .!]*$"
    r"|^(?:你好|您好|我|我们|要|想|想要|必须|一定要|来|这里|[,，。!！ ])*(?:进行|提个?)?(?:投诉|举报)"
    rf"(?:你们?|一下|个事|商家|卖家|店家|这家店|服务|客服|{_OF_WHOM_ZH}|[了吧啊!！。 ])*$|^/complaint"
    rf"|^(?:你好|您好|我|我们|要|想|想要|[,，。!！ ])*(?:对|针对|关于)?{_OF_WHOM_ZH}(?:我)?(?:要|想)?(?:进行)?(?:投诉"
    r"|举报)[了吧啊!！。 ]*$",
    re.I,
)
_ANGER = re.compile(
    rf"^{_LEAD}(?:i(?:'?m| am) (?:(?:so|very|really|extremely|absolutely|quite) )*(?:unhappy|angry|disappointed|furious|upset"
    r"|dissatisfied|fed up|not happy)(?: with (?:you(?: guys)?|this|it|them|(?:your |this )?(?:service|shop|company)"
    r"|(?:the|my|these|those) [a-z]+(?: [a-z]+)?))?"
    r"|(?:this|that|it|you)(?:'?s| is| are|'?re)? (?:(?:so|very|really|absolutely|just|totally|a|an|all) )*(?:unacceptable"
    r"|disgusting|terrible|horrible|awful|appalling|pathetic|ridiculous|useless|rubbish|joke|disgrace|scam(?:mers)?|thieves"
    r"|liars)|(?:terrible|horrible|awful|worst|bad|appalling) (?:service|company|shop|experience)(?: ever)?|scammers?|thieves"
    r"|liars|rip-?off)[ .!]*$"
    r"|^(?:我|对|这个?|你们的?|买的?|很|真的?|非常){1,4}[^，。,]{0,8}?(?:不满意?|失望|不太?满意)[了啊!！。 ]*$"
    r"|^(?:你们|这|什么|真是?|真的|太|服务|[,，。!！ ])*(?:差评|太差了?|很差|差劲|垃圾(?:店|公司|平台|服务|客服)?|骗子|骗人|恶心"
    r"|离谱|过分|无语|气死我?了?|不满意?|失望)[了吧啊呀!！。 ]*$",
    re.I,
)
_NOTED_ONLY = re.compile(
    r"\b(?:don'?t|do not|no need to|not|rather not|without) (?:want to |have to |need to |having to )?(?:talk|speak|chat)(?:ing)?"
    r" (?:to|with) (?:any|some) ?(?:one|body)\b|\b(?:just|only) (?:note|write|take|log|record|pass) (?:it|this|that)\b"
    r"|\bno (?:call ?back|one needs to (?:call|ring))\b"
    r"|(?:不用|不要|不想|别)(?:给我|帮我)?(?:转|找|接)?(?:人工|客服|真人)|(?:记|登记|记录|备案)(?:下来|一下)?(?:就行|就好|就可以)"
    r"|不用(?:回电|回复|联系)",
    re.I,
)
LONGEST_BARE = 80  # characters of a message that says nothing of what happened


def bare_complaint(text: str) -> bool:
    """Whether it is only said that something is to be complained about, not what: "I want to complain", 我要投诉."""
    return _matches(_BARE, text)


def only_anger(text: str) -> bool:
    """Whether it is only said how one feels, not what about: "I'm very unhappy", 太差了."""
    return _matches(_ANGER, text)


def to_be_noted_only(text: str) -> bool:
    """Whether what is complained of is to be taken down, and nobody to be spoken with: "just note it down"."""
    return _NOTED_ONLY.search(mandarin(text[:LONGEST]).replace("\u2019", "'")) is not None


def _matches(pattern: re.Pattern[str], text: str) -> bool:
    return len(text) <= LONGEST_BARE and pattern.match(mandarin(text).replace("\u2019", "'").strip()) is not None
