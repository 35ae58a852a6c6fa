"""What people give with the wish itself, before they are asked: the new address, the company's name, what is to be
different. Pure; knows no bot and no order."""

import re

LONGEST = 400  # characters that are looked at
STREET = re.compile(
    r"\d.*\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|square|crescent|terrace|boulevard|blvd|quay|place|row|hill|way|grove|gardens?|park"
    r"|flat|apartment|apt|house)\b|[省市区區縣县].*[路街道巷弄].*[号號室栋棟0-9]|[省市区區縣县].*[号號室栋棟]|[路街道巷弄].*[号號室栋棟]",
    re.I,
)
_GOES_TO = re.compile(
    r"(?:地址.{0,8}?|[改换变更](?:寄|送)?|寄|送)(?:成|到|为|至|是|往)[:： ]*(?P<zh>.+)$"
    r"|\b(?:address\b.{0,30}?|(?:send|deliver|ship|change) (?:it|this|that|my order|the order) )\bto:? (?P<en>.+)$",
    re.I,
)
_COURTESY = re.compile(
    r"[，,。 ]*(?:谢谢|谢了|麻烦了?|可以吗|行吗|好吗|行不行|吗|吧|呗|please|thanks?|thank you)*[\s。.!！?？]*$", re.I
)
_SHORTEST_ADDRESS = 6
_FIRM = r"公司|集团|中心|事务所|工作室|商行|厂|店|学校|大学|医院|协会|合作社|银行|研究院|研究所|幼儿园|酒店"
_TITLE = re.compile(
    rf"(?:抬头|公司名称?|单位名称?)(?:是|为|写|开|改成|改为|换成)?[:：\s]*(?P<zh>(?!的)[^，,。;；:：\s]{{1,40}}?(?:{_FIRM}))(?![^，,。;；\s])"
    r"|\b(?:made out to|in the name of|company(?: name)?(?: is|:)|billed to|invoice to)\s+(?:the |my |our )?(?:company )?"
    r"(?P<en>[A-Z][^,;.]{1,60}?\b(?:ltd|limited|inc|llc|gmbh|corp|plc|co)\b\.?)",
    re.I,
)
_KIN = r"(?:老公|老婆|爱人|妈妈?|爸爸?|父亲|母亲|朋友|同事|先生|太太|丈夫|妻子|孩子|儿子|女儿|家人|哥哥?|姐姐?|弟弟?|妹妹?)"
_NAME = re.compile(
    rf"(?:抬头|名字|姓名|名称)(?:(?:是|为|写|开|改成|改为|换成|用|填|要)+|[:：\s])(?:我?{_KIN}的?(?:名字)?(?:[，,:： ]"
    rf"|叫)*)?(?P<zh>[\u4e00-\u9fff·]{{2,4}})"
    r"(?=[，,。.！!？?\s]|的|$|谢|吧)"
    rf"|开给(?:我?{_KIN}的?[，,:： ]?)?(?P<to>[\u4e00-\u9fff·]{{2,4}})(?=[，,。.！!？?\s]|的名|$|吧)"
    r"|\b(?:made out to|in the name of|(?:put|with|under) the name(?: of)?|the name (?:should be"
    r"|is)) (?:my (?:\w+)(?:'s name)?,? )?"
    r"(?P<en>[a-z][a-z'\-]+(?: [a-z][a-z'.\-]*){0,2}?)(?= (?:please|instead|for|and|not|on|order)\b|[,.;!?]|$)",
    re.I,
)
_NO_NAME = re.compile(
    rf"个人|公司|本人|自己|我的|私人|单位|企业|发票|专票|普票|一样|另外|别人|{_KIN}"
    rf"|\b(?:me|my|myself|mine|the|a|an|company|firm|business|someone|somebody|another|different|you|us)\b|{_FIRM}"
    r"|\b(?:ltd|limited|inc|llc|gmbh|corp|plc)\b",
    re.I,
)
_ONLY_KIND = re.compile(
    r"^(?:开|要|是)?(?:公司|单位|企业|专票|普票|增值税)(?:的|抬头|发票|名)*[。.!！吧]*$|^(?:a |the |my |our )?company$",
    re.I,
)
_DIFFERENT = re.compile(
    r"(?:[改换]成|改为|换为)(?P<zh>[^，,。;；]{1,40})"
    r"|\b(?:change|make|switch) (?:it|that|them|the (?:quantity|size|colou?r|item)s?) (?:in)?to (?P<en>[^,;.]{2,60})",
    re.I,
)
_IN_OR_OUT = re.compile(
    r"\b(?:remove|take (?:off|out)|leave out|add|drop) (?!me\b|my\b|an? (?:note|gift|message|address|phone number)\b)"
    r"[^.,;!?]{3,80}"
    r"|\b(?:one|two|three|four|five|six|[1-9]) instead of (?:one|two|three|four|five|six|[1-9])\b"
    r"|(?:去掉|删掉|不要其中的|多加|加上|再加|少要|减掉)[^，。,.；;！!？?]{1,40}",
    re.I,
)


def address_in(text: str) -> str | None:
    """A whole address in the words that ask for the change: "change the address of 10025 to 5 Quay Street"."""
    told = _GOES_TO.search(text.strip()[:LONGEST])
    address = _COURTESY.sub("", told["zh"] or told["en"]) if told else ""
    return address[:200] if len(address) >= _SHORTEST_ADDRESS and STREET.search(address) else None


def title_in(text: str) -> str | None:
    """A company's name that is said to be the invoice's: "抬头云湖科技有限公司"."""
    told = _TITLE.search(text[:LONGEST])
    title = (told["zh"] or told["en"]).strip() if told else ""
    return title if len(title) > len("公司") and not names_kind_only(title) else None


def name_in(text: str) -> str | None:
    """A person's name that an invoice is to be made out to: "in the name of Anna Smith", 抬头写王芳."""
    told = _NAME.search(text[:LONGEST])
    name = (told["zh"] or told["to"] or told["en"]).strip() if told else ""
    if not name or _NO_NAME.search(name):
        return None
    return name.title() if name.islower() else name


def names_kind_only(text: str) -> bool:
    """Whether a name that was asked for is none: "公司的" says whom the invoice is for, not what the company is called."""
    return _ONLY_KIND.match(text.strip()) is not None


def in_or_out(text: str) -> str | None:
    """Goods that are to be put in or taken out: "remove the phone charger from it"."""
    told = _IN_OR_OUT.search(text[:LONGEST])
    return _COURTESY.sub("", told[0]).strip() or None if told else None


def items_in(text: str) -> str | None:
    """What is to be different about what was ordered: "改成红色的"; whether it is about goods is told elsewhere."""
    told = _DIFFERENT.search(text[:LONGEST])
    return in_or_out(text) if told is None else _COURTESY.sub("", told[0]).strip() or None
