"""Whom an invoice is made out to, where it is said with the wish: a company or a person. Pure; knows no bot and no order."""

import re

from actions.reading.addresses import has_street
from actions.reading.characters import simplified
from actions.reading.courtesy import without_courtesy
from actions.reading.sentences import is_said
from actions.reading.tax_numbers import looks_like_tax_number, piece_in, without_tax_number

LONGEST, MOST_KEPT = 400, 200  # characters that are looked at; of a title
_ABOUT_TAX = re.compile(r"税号|税务|纳税|\btax\b|\bvat\b", re.I)
_FIRM = r"公司|集团|中心|事务所|工作室|商行|厂|店|学校|大学|医院|协会|合作社|银行|研究院|研究所|幼儿园|酒店"
_TITLE = re.compile(
    rf"(?:抬头|(?:公司)?全称|公司名[称字]?|单位名称?|公司(?=[:：])|公司(?=[^，,。;；:：\s]{{2,30}}(?:有限|股份|集团))|应该是|应为|[改换]成|改为)(?:是|为|写|开|改成|改为"
    rf"|换成)?[:：\s]*(?P<zh>(?!的)[^，,。;；:：\s]{{1,40}}?(?:{_FIRM}))(?![^，,。;；\s])"
    r"|\b(?:for|to) (?:my|our|the) (?:company|firm|business),? (?P<co>(?-i:[A-Z])[\w&.'\- ]{1,50}?)"
    r"(?=[,;.](?: |$)|$| with\b| tax\b| vat\b)"
    r"|\b(?:company|firm|business),? (?P<by>(?!Invoice|Name|Tax)(?-i:[A-Z])[\w&.'\- ]{1,50}?)"
    r"(?=[,;.](?: |$)|$| tax\b| vat\b| ein\b)"
    r"|\b(?:made out to|in the name of|company(?: name)?(?: is|:)|(?:the )?name (?:is|should be):?|make it|billed to|invoice to"
    r"|(?:change|correct)\b[^.;]{0,60}?\bto)\s+(?:the |my |our )?(?:company )?"
    r"(?P<en>[A-Z][^,;.]{1,60}?\b(?:ltd|limited|inc|llc|gmbh|corp|plc|co)\b\.?)",
    re.I,
)
_KIN = r"(?:老公|老婆|爱人|妈妈?|爸爸?|父亲|母亲|朋友|同事|先生|太太|丈夫|妻子|孩子|儿子|女儿|家人|哥哥?|姐姐?|弟弟?|妹妹?)"
_SURNAME = (  # without one it is no name: "抬头开错了"
    r"(?:[王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦"
    r"贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦"
    r"左季管符辛苗詹曲靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉沙屠费]"
    r"|欧阳|上官|司马|诸葛|司徒|皇甫|尉迟|慕容|令狐)"
)
_PROPER = (  # a name, with what it may begin with: "A. Lane-Brown"
    r"(?-i:[A-Z])[a-z'’]*\.?(?:-(?-i:[A-Z])[a-z'’]+)?"
    r"(?: (?-i:[A-Z])[a-z'’.]*(?:-(?-i:[A-Z])[a-z'’]+)?){1,2}"
)
_NAME = re.compile(
    rf"(?:抬头|名字|姓名|名称)(?:(?:是|为|写|开|改成|改为|换成|用|填|要)+|[:：\s])(?:我?{_KIN}的?(?:名字)?(?:[，,:： ]"
    rf"|叫)*)?(?P<zh>{_SURNAME}[\u4e00-\u9fff·]{{1,3}}?)"
    r"(?=[，,。.！!？?\s]|的|$|谢|吧)"
    rf"|(?:应该是|应为|应该写|[改换]成|写成)(?P<put>{_SURNAME}[\u4e00-\u9fff]{{1,2}})(?=[，,。.！!\s]|$)"
    rf"|抬头(?P<bare>{_SURNAME}[\u4e00-\u9fff]{{1,2}})(?=[，,。.！!\s]|$)"
    rf"|开给(?:我?{_KIN}的?[，,:： ]?)?(?P<to>{_SURNAME}[\u4e00-\u9fff·]{{1,3}}?)(?=[，,。.！!？?\s]|的名|$|吧)"
    r"|\b(?:made out to|in the name of|(?:put|with|under|use) the name(?: of)?|the name (?:should be"
    r"|is)) (?!wrong|incorrect|mis-?sp|not\b|spel)(?:my (?:\w+)(?:'s name)?,? )?"
    r"(?P<en>[a-z][a-z'\-]+(?: [a-z][a-z'.\-]*){0,2}?)(?= (?:please|instead|for|and|not|on|order)\b|[,.;!?]|$)"
    rf"|(?<![\w'’\-])(?P<rather>{_PROPER}) (?:instead of|not|rather than) (?:{_PROPER})"
    rf"|\b(?:wrong|misspel\w+|correct\w*)\b[^.;!?]{{0,40}}\b(?:should be|must be|it'?s|is) (?P<should>{_PROPER})"
    rf"|\bnot (?:{_PROPER}),? but (?P<but>{_PROPER})"
    rf"|{_SURNAME}[\u4e00-\u9fff·]{{1,2}}(?:改成|改为|换成)(?P<changed>{_SURNAME}[\u4e00-\u9fff·]{{1,2}})(?=[，,。.！!\s吧]|$)",
    re.I,
)
_NO_NAME = re.compile(
    rf"个人|公司|本人|自己|我的|私人|单位|企业|发票|专票|普票|一样|另外|别人|{_KIN}"
    rf"|\b(?:mrs?|ms|it|me|my|myself|mine|the|a|an|company|firm|business|someone|somebody|another|different|you|us)\b|{_FIRM}"
    r"|\b(?:ltd|limited|inc|llc|gmbh|corp|plc)\b",
    re.I,
)
_ONLY_KIND = re.compile(
    r"^(?:开|要|是)?(?:公司|单位|企业|专票|普票|增值税)(?:的|抬头|发票|名)*[。.!！吧]*$|^(?:a |the |my |our )?company$",
    re.I,
)
_BARE_FIRM = re.compile(  # nothing says that it is the title
    r"(?:^|(?<=[\s,，:：;；、]))(?:(?:发票)?(?:抬头|公司名称?|单位名称?|名称)(?:应该)?(?:[是为写叫])?|应该是|应为|是|改[成为]|换成|叫)?(?P<zh>[\u4e00-\u9fff][\u4e00-\u9fffa-z0-9（）()·]{2,34}?"
    r"(?:有限责任公司|有限公司|股份公司|集团公司|事务所|合作社|研究院))"
    r"(?=$|[\s,，。;；:：、]|税号|的)"
    r"|(?:^|(?<=[,;:\n] )|(?<=[,;:\n])|(?<=\bto )|(?<=\bfor )|(?<=\bcompany ))"
    r"(?P<en>(?-i:[A-Z])[\w&.'\- ]{1,50}?\b(?:ltd|limited|inc|llc|gmbh|corp|plc)\b\.?)",
    re.I,
)
_OF_INVOICES = re.compile(r"发票|开票|专票|普票|税号|\binvoice|\breceipt|\bvat\b|\btax\b", re.I)
_LOOKS_LIKE_FIRM = re.compile(
    r"compan|\bltd\b|\binc\b|\bllc\b|gmbh|\bcorp|\b(?:studios?|group|partners|agency|consulting"
    r"|services|solutions|holdings|foundation|university)$|公司|中心|事务所|厂|店$",
    re.I,
)


def title_in(text: str) -> str | None:
    """A company's name that is said to be the invoice's: "抬头云湖科技有限公司"."""
    text = without_tax_number(text[:LONGEST])
    title = bare_title(_told(_TITLE, text))
    if len(title) > len("公司") and is_title(title):
        return title
    return firm_in(text) if _OF_INVOICES.search(simplified(text[:LONGEST])) else None


def firm_in(text: str) -> str | None:
    """A company's whole name that stands by itself between other things: "Lane Design Ltd, 4 Harbour St"."""
    firm = bare_title(_told(_BARE_FIRM, without_tax_number(text[:LONGEST])))
    return firm if firm and is_title(firm) else None


def name_in(text: str) -> str | None:
    """A person's name that an invoice is to be made out to: "in the name of Anna Smith", 抬头写王芳."""
    name = _told(_NAME, text)
    if not name or _NO_NAME.search(re.sub(r"\b[A-Z]\. ?", "", simplified(name))):
        return None
    return name.title() if name.islower() else name


_IS_NAME = re.compile(
    rf"^(?:[A-Z][a-z'’]+(?:-[A-Z][a-z'’]+)*(?: [A-Z][a-z'’.]*(?:-[A-Z][a-z'’]+)*){{1,2}}|{_SURNAME}[\u4e00-\u9fff·]{{1,3}})$"
)


_SAID_NOT_NAMED = re.compile(  # what begins like a name: courtesies, questions, and words that begin with a surname
    r"[了你您吗嘛呢啊吧呀哈么我他她们就也没这哪谁啥什怎给请不]|谢谢|谢啦|辛苦|麻烦|方便|时间|时候|何时|马上|单号|单子|单位|费用|简单|安全|万一|周[末一二三四五六日]"
    r"|查询|连接|成功|高兴|习惯|于是|温馨|常用|向上|段时|管用|路上|包邮|包装|包裹|白色|黄色|蓝色|金色|金额|钱款|钱包|平时|支付|贺卡|查单|查一|江湖|关于|关闭|解决"
    r"|车上|项目|时长|施工|应该|左右|经常|和平时|顾客|安排|安装"
    r"|\b(?:thank\w*|thx|please|hello|sorry|yes|ok|okay|wait|never ?mind|hang on|hold on|right|great|cheers|good (?:morning"
    r"|evening|afternoon|day|night|job))\b|^(?:what|who|why|when|where|how|can|could|would|does|is|are|no)\b",
    re.I,
)


def is_name(text: str) -> bool:
    """Whether nothing else is said than what looks like a person's name; a courtesy or a question is none."""
    plain = simplified(text.strip())
    spoken = _NO_NAME.search(plain) or _SAID_NOT_NAMED.search(plain)
    return _IS_NAME.match(plain) is not None and not spoken


_OTHER_NAME = re.compile(
    r"^(?:(?:不是|不对|错了|等一?下|[,，。 ])*[^，。,!！?？ ]{0,4}[,， ]*(?:应该是|改成|换成|写|开给|是))?"
    r"(?P<name>[\u4e00-\u9fff·]{2,4})[。!！ ]*$"
    r"|^(?:(?:no|not|sorry|make it|it'?s|to)[, ]+)*(?P<en>[A-Z][a-z'’\-]+(?: [A-Z][a-z'’.\-]*){1,2})[.! ]*$"
)


def other_name(text: str) -> str | None:
    """Another person's name instead of the one that was read back: 李娜; 不是林小雨 是李娜."""
    found = _OTHER_NAME.match(text.strip())
    name = (found["name"] or found["en"]) if found else None
    return name if name and is_name(name) else None


def names_kind_only(text: str) -> bool:
    """Whether a name that was asked for is none: "公司的" says whom the invoice is for, not what the company is called."""
    return _ONLY_KIND.match(simplified(text).strip()) is not None


_ONLY_PERSONAL = re.compile(
    r"^(?:那|算了|就|还是|直接|先|我|要|想|给我|帮我|不对|不是(?:公司)?|不用?|不[要开](?:公司的?)?了?|改|换|开|成|[,，。 ])*"
    r"(?:个人|私人|我自己|我本人|本人)(?:的|抬头|发票|名字|名义|就行|就好|可以|吧|好了|了)*[。.!！ ]*$"
    r"|^(?:(?:ok|okay|no|well|then|just|rather|make it|to|out|actually|please)[,. ]+)*(?:i meant? |for |to )?"
    r"(?:(?:just |only )?me(?: personally)?|personal(?:ly)?"
    r"|myself|my own name)(?: then| please| instead)*[.! ]*$",
    re.I,
)


def names_personal_only(text: str) -> bool:
    """Whether it only says that the invoice is for a person after all: 那算了开个人吧."""
    return _ONLY_PERSONAL.match(simplified(text[:LONGEST]).strip()) is not None


MOST_WORDS, SHORTEST, LEAST_SIGNS = 9, 2, 6  # words of a title; its characters; of a number that is read out
_SUFFIX = r"ltd|limited|inc|llc|gmbh|corp|plc|company|co"
_WHOLLY_PROPER = re.compile(  # "Same Day Delivery Ltd": whatever its words mean
    rf"^[A-Z0-9][\w&.'’\-]*(?: (?:[A-Z0-9&][\w&.'’\-]*|of|the|and|for|de|la))*,? (?i:{_SUFFIX})\b\.?$"
)
_WHOLE_FIRM = re.compile(
    r"^[\u4e00-\u9fffA-Za-z0-9（）()·]{3,40}(?:有限责任公司|有限公司|股份公司|事务所|合作社|研究院)$"
)
_SAYS = re.compile(r"错|应该是|改[成为]|取消|还是|我们?(?:公司|要|想)|不(?:是|要|对)|[吗呢]|什么|开公司|发到|换成|抬头")
_NO_TITLE = re.compile(
    r"^(?:(?:ok |okay |many |great |cool )?(?:thx|tnx|thanks?|thank you|ty|cheers|ta)(?: (?:a lot|so much|very much|again))*|lol"
    r"|(?:好的?|多|太|非常|[,， ])*(?:谢谢|感谢|谢|辛苦|麻烦|客气)(?:[了你您们啦啊哈]|大家|哦)*|不客气|好嘞|收到|明白了?|知道了?"
    r"|got it|i see|all right|alright|you'?re welcome"
    r"|no idea|not sure|sure|none|nothing|skip|dunno|hm+|um+|hi|hey|no|nope|fine|good|great|right|correct|next|back|stop|help"
    r"|human|agent|a person|是的?|对的?|嗯+|不|没有?|忘.{0,3}|无|转?人工|客服)\W*$",
    re.I,
)
_LED_UP_TO = re.compile(
    r"^(?:(?>(?:no|nope|ok|okay|well|yes|yeah|sorry|oh|so|and|um+|uh+|er+m?|hm+|wait|it'?s|it is|its|that'?s|to|for|make it"
    r"|please|put|write|(?:change|correct) (?:it|that) (?:in)?to|the (?:right|correct) (?:one|name|title) is"
    r"|(?:the |my |our )?(?:(?:company|firm|business|invoice)(?:'s)? )?(?:name|company|firm|business|title) is(?: called)?"
    r"|(?:(?:it|that|this|(?:the |my |our )?(?:(?:company|firm|business|invoice)(?:'s)? )?(?:name|company|firm|title)) )?"
    r"(?:should|must|has to|have to|needs? to|ought to|is supposed to)(?: have)? (?:be|been|read|say|said)(?: called)?"
    r"|(?:it'?s |is )?called)\b[ ,:.]*+))+"
    r"|^(?>(?:(?:嗯+|呃+|额+|哦|啊|那个?|这个|就是?|应该|正确的?|改[成为]|换成|写成?|好的?(?=[,，])"
    r"|不对|写?错了?(?=[,，。 是应])|开公司(?=[,，])|[要给]?开给?(?=[^\s]{3,}公司)"
    r"|我们?(?:公司)?的?(?=[发抬公全单名])"
    r"|[我贵]司的?|(?:我们)?(?:发票)?(?:抬头|名[称字](?=[是为叫:： ])|全称)"
    r"|公司(?=[抬发:： ]|全称|是)|公司(?:名[称字]?|全称|叫)"
    r"|单位(?:名[称字])?|企业名称|是|叫|(?<=[称字头名])为|[,，:： 。])+)++)",
    re.I,
)
_REFUSED_FIRST = re.compile(  # "not Lane LLC but Lane Inc", 不是华云，是云华
    r"^(?:no,? )?(?:it'?s )?not [^,;]{1,60}?(?:,? but(?: rather)?|, ?it'?s|,(?= [A-Z]))\s*"
    r"|^不(?:是|叫)[^，,是]{1,40}[，, ]*(?:而?是|应该是|叫)"
)
_BEHIND = re.compile(  # what it is not, or how it is spelt
    r",? (?:and )?(?:not|instead of|rather than)\b.{1,80}$|,? with (?:an?|two|double|the letter|capital) \w{1,2}(?: \w+){0,4}$"
    r"|[，, ]*(?:而?不是|不叫|别写).{1,40}$",
    re.I,
)


def bare_title(said: str) -> str:
    """The name itself, without what leads up to it, what it is not, and how it is spelt: "no, it should read Lane Inc"."""
    plain = said.strip()
    if _WHOLLY_PROPER.match(plain):
        return plain
    begun = _REFUSED_FIRST.match(simplified(plain))
    plain = plain[begun.end() :] if begun else plain
    lead = _LED_UP_TO.match(simplified(plain))
    plain = plain[lead.end() :] if lead else plain
    refused = _BEHIND.search(simplified(plain))
    plain = plain[: refused.start()] if refused and refused.start() else plain
    return plain.strip(" ,，。.;；")


_CORRECTS = re.compile(
    r"\b(?:should|must|has to|needs? to|ought to|is supposed to)(?: have)? (?:be|been|read|say)\b"
    r"|\b(?:right|correct) (?:one|name)\b"
    r"|\b(?:change|correct) (?:it|that) (?:in)?to\b|\bnot .{1,60} but\b"
    r"|(?:抬头|名[称字]|公司名?)?(?:写)?(?:错了?|不对)[,，。 ]*(?:应该)?是|正确的|应该是|应为"
    r"|改[成为]|换成|抬头是|名[称字](?:是|为)",
    re.I,
)


def put_right(text: str) -> str | None:
    """The name that is given in place of another: "it should read Lane Inc", 正确的是…; it need not look like a company's."""
    return title_told(text) if _CORRECTS.search(simplified(text[:LONGEST])) else None


def is_title(name: str) -> bool:
    """Whether it can be the name of a firm or a person: never a sentence, nor only the kind of invoice."""
    plain = simplified(name.strip())
    if has_street(plain) and not re.search(rf"\b(?:{_SUFFIX})\b|{_FIRM}", plain, re.I):
        return False
    if names_kind_only(plain) or names_personal_only(plain) or _NO_TITLE.match(plain) or re.search(r"[?？@]", plain):
        return False
    if _WHOLLY_PROPER.match(plain) or (_WHOLE_FIRM.match(plain) and not _SAYS.search(plain)):
        return True
    remark = re.fullmatch("[\u4e00-\u9fff]{1,4}", plain) and _SAID_NOT_NAMED.search(plain)
    if len(plain) > MOST_KEPT or (remark and not _LOOKS_LIKE_FIRM.search(plain)):
        return False
    if len(piece_in(plain)) >= LEAST_SIGNS:
        return False  # said figure by figure
    enough = len(plain) >= SHORTEST and len(plain.split()) <= MOST_WORDS and not plain.isdigit()
    return enough and any(map(str.isalpha, plain)) and not is_said(plain) and not looks_like_tax_number(plain)


def title_told(text: str) -> str | None:
    """The title in the answer to the question for it, without what leads up to it and without a tax number."""
    said = without_tax_number(text.strip()[:LONGEST], asked=True)
    if re.search(r"[?？吗嘛]\W*$", simplified(said)):
        return None
    title = bare_title(without_courtesy(bare_title(said)))
    of_number = about_tax(title) and not looks_like_firm(title)
    return title[:MOST_KEPT] if is_title(title) and not of_number else None


def about_tax(text: str) -> bool:
    """Whether a tax number is talked of."""
    return _ABOUT_TAX.search(simplified(text)) is not None


def looks_like_firm(text: str) -> bool:
    """Whether what is said instead of a yes may be a company's name."""
    return _LOOKS_LIKE_FIRM.search(simplified(text)) is not None and is_title(text)


def _told(pattern: re.Pattern[str], text: str) -> str:
    """The group that was found, as it was written; patterns know simplified characters only, and one stays one."""
    said = pattern.search(simplified(text[:LONGEST]))
    return text[slice(*said.span(said.lastgroup or 0))].strip() if said else ""


def whose_invoice(text: str) -> dict[str, str]:
    """A company's or a person's name, where it was asked which of both it is for."""
    said, text = text, bare_title(without_tax_number(text[:LONGEST], asked=True))
    called = re.search(r"\b(?:company|firm|business) (?:is|name)\b|公司|单位", simplified(said), re.I) is not None
    if (called or looks_like_firm(text)) and (title := title_told(text)):
        return {"invoice_kind": "company", "invoice_title": title}
    return {"invoice_kind": "personal", "invoice_title": text} if is_name(text) else {}
