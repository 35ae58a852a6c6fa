"""Whether words complain, or only ask how one does. Pure; knows no bot."""

import re

from actions.characters import mandarin

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
    r"|投诉|差评|曝光|举报|12315|消协|工商|律师|垃圾|太差|很差|差劲|恶劣|态度|骗|坑|忽悠|敷衍|糊弄|推诿|踢皮球|推来推去|生气|气死|愤怒|失望|不满"
    r"|受够|忍无可忍|无语|恶心|离谱|过分|欺负|无耻|不要脸|滚|妈的|[操草艹肏]|傻[逼比叉]|[煞沙]笔|混蛋|王八|狗屁|有病|什么玩意|什么破|破(?:公司|店|平台|服务)"
    r"|再也不|不负责任|没人(?:管|理|处理|接)|不(?:管|理)我|说话不算|言而无信|耍我|玩我|浪费(?:我)?时间|呵呵|服了你?们|凭什么|没有结果|打不通|挂(?:了|断)|[三四五六七八九十]遍|每次",
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
