"""What couriers did that has no name of its own, and that a parcel is to be chased. Pure; knows no order."""

import re

from actions.meaning.delivery_notes import PLACE_ZH, as_read, says_ahead

_COURIER = r"(?:courier|driver|carrier|delivery ?(?:man|guy|person|woman|boy)|post(?:man|ie|woman)|mailman)"
_PLACE = (
    r"(?:lockers?|parcel box|pick-?up (?:point|shop|station)|parcel shop|collection point|neighbou?r'?s?|next door|in the rain"
    r"|outside|in the bin|over the (?:fence|gate|wall)|doorstep|porch|lobby|street)"
)
_TROUBLE = re.compile(
    rf"\b(?:(?:left|dropped|dumped|placed|threw|chucked|tossed) (?:it|them|my|the|our)|(?:was|were|been|got|they|he|she"
    rf"|driver|courier)"
    rf" (?:just |simply )?(?:left|put|dropped|dumped|placed|thrown|chucked|tossed))\b.{{0,40}}\b{_PLACE}\b"
    r"|\b(?:delivered?|left|dropped|taken|took|brought|gave|given|went)\b.{0,30}\b(?:to|at|with) (?:the |a "
    r"|some )?(?:wrong|different|other)"
    r" (?:house|address|door|flat|apartment|building|street|person|number)\b"
    r"|\b(?:i|we|my (?:wife|husband|mum|mother|son|daughter|flatmate|neighbou?r))(?:'ve| have| had| just"
    r"| already)* (?:refused|rejected"
    r"|turned away|did ?n[o']?t accept|didn't accept) (?:it|(?:to (?:take|accept) )?(?:the|my|this|that) (?:parcel"
    r"|package|delivery|box|order))\b"
    r"|\b(?:refused|rejected) (?:it |the (?:parcel|package|delivery) )?at the door\b"
    rf"|\b{_COURIER}s?\b.{{0,30}}\b(?:ask\w*|want\w*|demand\w*|charg\w*|made me|insist\w*)\b.{{0,25}}"
    r"(?:money|cash|\bpay|\bfee|extra|\btips?\b|[$€£¥]|\b[0-9]*(?:euro|dollar|pound|buck|quid|yuan)s?\b)"
    rf"|(?:放(?!学)|扔|丢|塞|存|搁|送)(?:在|到|进|去|了)*.{{0,3}}{PLACE_ZH}(?!的|没|吗|等|吧)"
    rf"|{PLACE_ZH}.{{0,12}}(?:收费|收钱|要钱|扣费|扣钱)"
    r"|(?:已经?|我|家人|老公|老婆|门卫)(?:已经|都|刚|直接|就|当场)*拒[收签]|(?<!你们)拒[收签]了"
    r"|(?:快递|派送|送货|配送|外卖)?(?:(?<!会)员|小哥|送货师傅|司机|送货的|送快递的).{0,8}(?:收|要|让|叫"
    r"|索要?)[了过]?我?.{0,6}(?:钱|费|[0-9一二三五十]+[元块]|小费)",
    re.I,
)
_WISHED = re.compile(
    r"\b(?:can|could|may|please|want|would|should|shall|if|to be|be)\b.{0,40}\b(?:left|put|dropped|placed)\b"
    r"|(?:能|可以|请|麻烦|帮|让(?!我)|叫(?!我)|想|要不要|怎么|如何|就|直接|给我).{0,6}(?:放|送|存|拒).{0,12}(?:就行|就好"
    r"|吧|吗|可以|好了|嘛|么|[?？])"
    r"|(?:能|可以|想|怎么|如何|是不是)(?:不|否|去|要|直接)*(?:放|拒)|(?:请|麻烦|帮我?)(?:他|你|们|快递|小哥)*(?:放|送)"
    r"|取件|打包好|拒[收签]了?(?:会|要|需要|怎么|吗)|拒[收签](?:可以|行|的话)|多少钱|哪[个里儿]|放.{0,8}(?:就行|就好|吧)$",
    re.I,
)
_GONE = re.compile(
    r"\b(?:not|isn't|wasn't|nothing|never|nobody|no one|can't find|cannot find|haven't|gone|missing|broken|damaged|stolen)\b"
    r"(?! (?:ask|told|tell|home|knock|ring|rang|agree|want|allow|even (?:ask|ring|knock)))"
    r"|没(?:有)?(?:收|拿|取|找|看|见)到|找不到|不见|丢了|被偷|没在|没有包裹|里面?没有",
    re.I,
)
_HURRIES = re.compile(
    r"\bchase (?:it|this|them|that|up|my|the)\b|\bmake (?:it|them) (?:come|arrive|go) (?:faster|sooner|quicker)\b"
    r"|\bspeed (?:it|this|them|things|my (?:order|delivery)) up\b|(?:能不能|可以|能)(?:再)?快(?:一?点|些)(?:送|到|吗|么)|"
    r"\bhurry(?: it| them)?(?: up)?(?: with| on)? (?:my |the |this )?(?:order|parcel|delivery|package|#?[0-9]{5,20})\b"
    r"|\bchase (?:(?:up )?(?:it|them|this|that|my|the|order)\b|#?[0-9]{5,20})"
    r"|\bneed (?:it|them|this|my order) (?:by|before) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|the [0-9]"
    r"|next week)"
    r"|催.{0,4}发货|催(?:一催|一?下|催)|帮我?(?:再)?催|(?:快点?|尽快|赶紧|早点|抓紧).{0,4}发(?:货|出|走|[啊呀吧呗]|$)|(?:还|怎么|一直|都)(?:没|不"
    r"|未).{0,3}发货[^，。]{0,6}(?:催|快)"
    r"|\bhurry\b.{0,25}\b(?:ship|send|dispatch)|\b(?:please|can you|could you)\b.{0,12}\b(?:ship|send|dispatch) (?:it"
    r"|them|this|(?:my |the )?(?:order|parcel)(?: [#a-z0-9]+){0,6}?)"
    r"(?: out)? (?:faster|quick\w*|asap|already|soon\w*)",
    re.I,
)
_OF_MONEY = re.compile(
    r"款|钱|到账|发票|补发|退货|换货|人工|客服|\b(?:refund|money|payment)\b", re.I
)  # which no carrier hurries
_NOT_AHEAD = re.compile(  # it happened already, or only the hour is asked for
    r"昨天|前天|上次|结果|拉回|写了|显示|几点|送吗|送不送|什么时候|\b(?:yesterday|last (?:time|week)|was|wasn't|were|when"
    r"|what time)\b",
    re.I,
)
_DAY_WISHED = re.compile(  # not whether it comes then
    r"(?:能不能|可不可以|能|可以)(?:改|换)?(?:到|成)?(?:明天|后天|周[末一二三四五六日天]|下周.?|下午|晚上|上午|晚点)(?:再|来)?(?:派?送|配送)(?!到)"
    r"|^(?:(?:so|and|ok|hi|please)\b[, ]*)*(?:can|could|would) (?:you|they|the (?:driver|courier)) (?:please )?(?:deliver|bring)"
    r" (?:it|them|this|my (?:order|parcel))? ?(?:on |by )?(?:tomorrow|later|next week|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day|in the"
    r" (?:morning|evening|afternoon))",
    re.I,
)
_MEANT = {  # what the words sound like beside what they mean
    "delivery_problem": frozenset({"order_status", "return_item", "payment_problem"}),
    "change_order": frozenset({"order_status", "delivery_problem"}),
}


def courier_trouble(text: str) -> bool:
    """Whether something was done with the parcel that is neither lateness, loss nor damage: left in a locker unasked,
    refused at the door, money asked for."""
    said = as_read(text)
    return _TROUBLE.search(said) is not None and not _WISHED.search(said) and not _GONE.search(said)


def delivery_need(text: str, sounds_like: str) -> str | None:
    """The need behind words about a courier that sound like another one ("催发货" like a question for the order); else None."""
    meant = need_beyond_doubt(text)
    return meant if meant is not None and sounds_like in _MEANT[meant] else None


def need_beyond_doubt(text: str) -> str | None:
    """The need that words about a courier leave no doubt of; None for all others."""
    said = as_read(text)
    if courier_trouble(text) or (_HURRIES.search(said) and not _OF_MONEY.search(said)):
        return "delivery_problem"
    if _DAY_WISHED.search(said) and not _GONE.search(said):
        return "change_order"
    return "change_order" if says_ahead(said) and not _GONE.search(said) and not _NOT_AHEAD.search(said) else None
