"""Words against what was said or asked: a contradiction, a "but", a proof withheld, doubt of a duty. Pure; knows no bot."""

import re

LONGEST = 80  # characters that are looked at

_DISAGREES = re.compile(
    r"^(?:no|nope|but|that'?s (?:not|wrong)|not (?:true|right)|wrong|it (?:isn'?t|wasn'?t)|i (?:never|didn'?t))\b"
    r"|^(?:不对|不是|不可能|可是|但是?|胡说|骗人|瞎说|明明|怎么可能|我(?:根本|从来?|又|可|真)?没)"
    r"|^(?:可|但)?我(?:们)?(?:早|上个?(?:周|月|礼拜)|[昨前]天|上次|之前|都|已经|明明|真的?|确实|就是|[0-9一二三四五六七八九十]+[天号日]?)[^，。?？不没]{0,5}"
    r"(?:退|寄|付|交|取消|申请|换|还)(?:回去|给你们?|款|货|掉|过)*了",
    re.I,
)
_BUT = re.compile(
    r"^(?:(?:no|oh|ok|hm+|come on|seriously|really)[,.! ]+)*(?:but|even though|yet|that'?s because)\b"
    r"(?!.*\b(?:can|could|would) (?:i|you|we)\b)(?!.*\bi(?:'d| would)? (?:want|need|like)\b)[^?？]*$"
    r"|^(?:可是|但是?|不过|可|可我)(?!.*(?:能不能|可以|我要|我想|帮我))[^?？吗]*$",
    re.I,
)
_CONTRADICTS = re.compile(
    r"^(?:(?:no|but|hey|sorry)[,. ]+)*"
    r"(?:(?:that|this|it)(?:'?s| is) (?:not (?:right|true|correct|what i (?:asked|said|meant|want))|wrong)"
    r"|(?:you|i)(?: have|'?ve)? (?:already|just) (?:asked|said|told|gave|answered)|you asked (?:me )?that)\b"
    r"|^(?:不对[啊吧呀]?|说错了|答非所问|你?(?:已经)?问过了?|我(?:已经|刚才?)?(?:说|讲)过了?)[。!！ ]*$",
    re.I,
)
_REASON = re.compile(
    r"\b(?:only|just)(?: now| just)? (?:ordered|bought|placed)\b|\b(?:by (?:mistake|accident)|accidentally)\b"
    r"|(?:才|刚|剛)[^，。,]{0,4}[下买買](?:的|了)?(?:单|單|订单|訂單)?(?:[啊呀呢的了。!！ ]|$)"
    r"|不小心|手滑|[点點下买買]错|[點下買]錯",
    re.I,
)
_ASKS_DUTY = re.compile(
    r"(?:(?:and|but|so|then|ok|okay|wait|also)\W+)*(?:(?:do|should|must|shall) i|am i supposed)\b"
    r"|(?:那么?|请问|坏的|旧的|东西|发票"
    r"|[,， ])*我?(?:还)?(?:要不要|需不需要|用不用|(?:要|需要|用|得)[^，。]{0,10}[吗么嘛][?？]?$)",
    re.I,
)
_NOT_WILLING = (
    r"(?:won'?t|will not|refuse|do ?n[o']?t want|do not want|(?:'?m |am |are |'re )?not going|(?:would |'?d )?rather not"
    r"|(?:'?m |am |are |'re )?not comfortable)(?: to| with)?"
)
_TELL = r"(?:giv(?:e|ing)\b(?! (?:up|back))|tell|shar|say|provid|hand\b|verif|do(?:ing)? (?:that|this|so)\b)"
_THAT = r"(?:你们?|您|别人|出来|了|这个|那个|手?机?号码?|手机|电话|尾号|后四位|任何|个人|隐私|信息|的|吧|啊)"
_WITHHOLDS = re.compile(  # the customer, not the shop
    rf"\b(?:i|we) ?(?:really |just |simply )?{_NOT_WILLING} {_TELL}"
    rf"|^(?:(?:no|nope|sorry|well|just)[,.! ]+)*{_NOT_WILLING} {_TELL}"
    r"|^(?:(?:no|nope|sorry)[,.! ]+)*i(?:'?d| would)? (?:refuse|won'?t|will not|rather not)[.! ]*$"
    r"|\bnone of your (?:business|concern)\b"
    r"|\bthat'?s private\b|\bwhy should i\b(?=[ ?!.]*$| (?:tell|give|share|say|provide|trust)\b)"
    r"|^(?:我们?|那|就|就是|也|才|可|真的?|不好意思|抱歉|对不起|现在|[,，。 ])*"
    r"不(?:想|愿意?|方便|能|可能|会|要)?(?:再)?(?:给|告诉|提供|透露|说)"
    rf"(?!我){_THAT}*(?:[,，。.!！?？ ]|$)|不方便(?:$|[。!！])|凭什么(?:要)?我?(?:告诉|给你|提供|说)|凭什么[吗呢啊?？!！。 ]*$"
    r"|凭什么(?:要|问|看)我的?(?:手机|电话|尾号|号码|信息|隐私)|隐私|干嘛告诉你",
    re.I,
)


def withholds(text: str) -> bool:
    """Whether what proves whose an order is will not be told: "i refuse", 不给，凭什么."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and not re.search("[0-9]{4}", said) and _WITHHOLDS.search(said) is not None


def asks_duty(text: str) -> bool:
    """Whether it is asked what one has to do: "do i have to send it back", 要寄回去吗. It is no wish for it."""
    return _ASKS_DUTY.match(text.strip()) is not None


_HOW_BACK = re.compile(
    r"(?:(?:and|so|ok|okay|but|now|then|thanks|well)\b[,. ]*)*(?:what (?:do|should|shall) (?:i|we) do with"
    r" (?:it|them|that|the \w+)"
    r"|how (?:do|can|should|shall) (?:i|we) (?:send|return|give|ship|get) (?:it|them|that|the \w+)(?: back)?(?: to you)?)"
    r"(?: now| then)?[ ?.!]*"
    r"|(?:那|请问|东西|商品|[,，。 ])*(?:[\u4e00-\u9fff]{2}(?=怎么处理))?(?:要|该|应该)?怎么(?:寄|退|送"
    r"|处理)(?:回)?(?:去|来|给你们)?[呢啊呀]?[?？。! ]*",
    re.I,
)


def asks_how_back(text: str) -> bool:
    """Whether it is asked how what came gets back, or what is to become of it: "how do i send it back", 怎么寄回去."""
    return len(text) <= LONGEST and _HOW_BACK.fullmatch(text.strip()) is not None


_BOX_GONE = re.compile(
    r"\b(?:lost|threw|thrown|tossed|binned|recycled|without|no longer have|(?:do ?n[o']?t|don't) have|no|opened"
    r"|damaged|broke)\b.{0,20}"
    r"\b(?:box|packag(?:ing|e box)|wrapping|carton)\b|\b(?:box|packaging|carton)\b.{0,16}\b(?:gone|lost|thrown"
    r"|damaged|broken|missing)\b"
    r"|(?:盒|箱|包装)[^，。]{0,4}(?:扔|丢|没了|坏|破|拆|不在)|(?:扔|丢|没有?|拆)[^，。]{0,4}(?:盒|箱子|包装)",
    re.I,
)


def box_is_gone(text: str) -> bool:
    """Whether the box of what goes back is said to be gone or spoilt: "i lost the box", 盒子扔了可以吗."""
    return len(text) <= LONGEST and _BOX_GONE.search(text.replace("\u2019", "'")) is not None


_NOT_ASKED_FOR = re.compile(
    r"\bi (?:did ?n[o']?t|didn't|never) (?:ask(?:ed)? (?:you )?to |want(?:ed)? (?:you )?to )?(?:cancel\w*|return\w*|exchange\w*)"
    r"|我(?:可|又|根本|并|从来?|也|都)*没(?:有)?(?:说|要|想|让|叫)?(?:过)?(?:你们?)?(?:要)?(?:取消|退货|换货)(?!吗|成)",
    re.I,
)


def denies_asking(text: str) -> bool:
    """Whether what was done is said not to have been asked for: 我没取消啊，你们给我取消的."""
    return len(text) <= LONGEST and _NOT_ASKED_FOR.search(text.replace("\u2019", "'")) is not None


def disagrees(text: str) -> bool:
    """Whether the message begins by contradicting: "no, it was charged twice", 不对啊."""
    return _DISAGREES.match(text.strip()) is not None


def argues(text: str) -> bool:
    """Whether the message only objects, or says why it should be otherwise: "but it was a present", 可是我没用过."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and _BUT.match(said) is not None


def contradicts(text: str) -> bool:
    """Whether it only says that the answer was wrong, or asked for twice: "that's not right", 问过了. It is no plain no."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and _CONTRADICTS.match(said) is not None


_SENT_BACK = re.compile(
    r"\b(?:i|we)(?:'ve| have)?(?: already| really| definitely)* (?:sent|returned|posted|shipped|dropped|mailed|gave) (?:it|them"
    r"|that|everything|the \w+)\b(?: (?:back|off))?|\b(?:i|we)(?: already)? did (?:send|return)\b"
    r"|(?<![不没别])(?:寄|退)(?:回)?(?:去|来|给你们?)?(?:了|过了)(?!吗|没)|(?:真的?|确实|早就?|已经|都|上周|上个?月|[昨前]天|天前|月初|之前)[^，。]{0,4}(?:寄|退)",
    re.I,
)


def sent_back(text: str) -> bool:
    """Whether it is said that the goods went back: "but i sent it back last week", 我真的寄了."""
    return len(text) <= LONGEST and _SENT_BACK.search(text.replace("\u2019", "'")) is not None


def gives_reason(text: str) -> bool:
    """Whether it tells why the order should not stand, and asks after nothing: "but it was by mistake", 可是我才下的单."""
    return argues(text) and _REASON.search(text) is not None


_NO_ORDER = re.compile(
    r"\bi(?:'ve| have)? (?:never|did ?n[o']?t|didn't|have ?n[o']?t|haven't) (?:even |ever |actually )?(?:order|buy"
    r"|bought|purchase)(?:ed)?"
    r" ?(?:anything|something|from you|here|it|that|this)?(?: yet)?[ .!]*$"
    r"|^(?:(?:there is|there's|i have|i've got|i have got|sorry|but|well)[, ]+)*no order (?:yet|so far|placed)[ .!]*$"
    r"|^(?:我|还|现在|根本|就|都|[,，。 ])*(?:没有?|未)(?:有)?(?:订单|下单|下成单)(?!号)(?:呢|啊|呀|成功|了)*[。.!！]*$"
    r"|我(?:根本|从来|都)?没(?:有)?(?:买|下"
    r"|订)过?(?:单(?!号)|东西|任何)",
    re.I,
)


def never_ordered(text: str) -> bool:
    """Whether it is said that nothing was ordered at all: there is no number to ask for."""
    return len(text) <= LONGEST and _NO_ORDER.search(text.replace("\u2019", "'")) is not None
