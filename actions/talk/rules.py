"""The shop's rule that is asked for where a need would begin ("how long do I have to return things?"). Knows the tracker."""

import re
from dataclasses import replace

from rasa_sdk import Tracker

from actions import TaskResult
from actions.answer_question import BOTH
from actions.knowledge import tells_much
from actions.meaning.in_general import asks_back_if, asks_in_general
from actions.meaning.objections import asks_duty
from actions.meaning.topics import topic_behind
from actions.plans import PLANS
from actions.talk.filling import Filling
from actions.talk.heard import is_question
from actions.talk.heard_orders import lacks_number
from actions.talk.outcomes import last_outcome
from actions.talk.questions import COMPENSATION, answer_to, of_what_came
from actions.talk.turn import CustomerTurn, locale_of

OF_RULES = re.compile(
    r"\b(?:after|within|more than|over) (?:[0-9]+|thirty|sixty|a|one|two) (?:days?|months?|weeks?)\b|[0-9]+天(?:后|内"
    r"|以后|之后|了)?还?[能可]|超过.{1,4}[天月]"
    r"|\bhow (?:long|many days|much time|fast|soon)\b|\b(?:until|till|by) when\b|\bdeadlines?\b|\bpolic(?:y|ies)(?![a-z])"
    r"|\b(?:return|send (?:it |them )?back)\b.{0,20}\b(?:opened|used|worn|unboxed|washed)\b|\bwho pays\b"
    r"|\bdo i (?:have to )?pay\b|几天|幾天|多久|多少天|多长时间|期限"
    r"|纸质|\bpaper (?:copy|invoice|one)\b|规则|規則|规定|規定|政策|运费|運費|邮费|郵費|无理由|無理由|还能退|還能退"
    r"|^(?:你们|请问|那|还|[,， ])*(?:可以|能|能不能|支持)开具?(?:增值税)?(?:专票|专用发票|普票|电子发票)[吗么嘛不]?\W*$"
    r"|发票[^，。]{0,4}(?:什么时候|啥时候|何时|几时)|(?:什么时候|啥时候|何时|几时)[^，。]{0,5}发票"
    r"|\bwhen (?:do|will|can|does|is|are)\b.{0,25}\b(?:invoices?|receipts?)\b"
    r"|退(?:到)?哪|上门[取拿收]|\b(?:will|do|can) (?:you|they|someone|somebody) (?:pick|collect)\b|\b(?:pick"
    r"|collect)\w* (?:up )?(?:the|my) return|\bpick up\b.{0,12}\breturn",
    re.I,
)
_IN_GENERAL = re.compile(  # how things are done; asked all but word for word, it is told before anything begins
    r"(?:(?:and|so|ok|also|but)[, ]+)*(?:do (?:i|we) (?:need|have) to|how (?:do|should|can) (?:i|we)|where (?:do|should"
    r"|can|must) (?:i|we)"
    r"|can (?:they|you) leave it|what if|what(?:'?s| is) the difference|(?:no )?i mean(?:t)? the"
    r"|(?:and|what about|how about) (?:for )?(?:an? )?(?:exchange|return|refund)s?"
    r"|can (?:i|we) (?:pick|collect)|can (?:my|our) \w+)\b"
    r"|[^，。]{2,12}有?(?:什么|啥)(?:区别|不同)|[^，。0-9]{0,6}退到[^，。]{1,8}还是",
    re.I,
)
_ASKS_RULE = re.compile(r"(?:(?:and|so|ok|also|but|hi|hello)[, ]+)*(?:is|are|do|does) (?!you able)", re.I)
_WHERE_IS = re.compile(r"\bwhere(?:'?s| is| are)\b.{0,20}\b(?:orders?|parcels?|packages?|delivery|it)\b", re.I)
_POLITE_WISH = re.compile(
    r"(?:(?:and|so|ok|also|but|hi|hello|please)[, ]+)*(?:can|could|may|would|will) (?:i|we|you)\b"
    r"|(?:请问|你好|您好|那|我|[,，。 ])*(?:可以|能|能不能|可不可以|可否|怎么|如何)(?:帮我|给我|申请)?"
    r"(?:取消|退|换|改|开|查|催)[^，。]{0,5}$",
    re.I,
)
_OF_SENDING = re.compile(  # by which carrier, or in how many parcels: the shop chooses
    r"(?:不要|别|能不能|可以|能|改|换|用|发|走|寄)[^，。]{0,4}(?:顺丰|邮政|中通|圆通|韵达|申通|极兔|德邦|京东快递|ems)"
    r"|\b(?:send|ship|deliver|use|with|by|via)\b[^,.;]{0,20}\b(?:dhl|ups|fedex|usps|dpd|hermes|royal mail)\b"
    r"|分开发|分开寄|拆开发|分批发|合并(?:发|寄|成)|[合拆]单"
    r"|\b(?:combine|merge|split|put)\b[^,.;?]{0,12}\b(?:orders?|parcels?|packages?)\b[^,.;?]{0,12}(?:\b(?:into|in|up)\b|$|\?)"
    r"|\b(?:separate|two|one|single) (?:parcels?|packages?|shipments?)\b",
    re.I,
)
LONGEST_ASKED = 120  # characters of what the shop's rule answers
_OF_THE_SHOP = re.compile(  # compensation, too much in the parcel, who may take it, money without goods
    r"是(?:什么|啥)意思|\bwhat (?:does|do)\b.{1,24}\bmean\b|"
    r"^[^坏破碎裂少漏没错]*(?:赔偿|补偿|赔钱|赔付)[^坏破碎裂少漏没错]*$|多(?:发|收|寄|送|给)(?:了|的)"
    r"|收到[^，。]{0,3}两[个件][^。]{0,8}只(?:买|要|拍)"
    r"|\b(?:one|an?) (?:\w+ )?too many\b|\bsent (?:me )?(?:two|an extra|one extra)\b|\b(?:an?"
    r"|one) extra (?:one|item|parcel|piece)\b"
    r"|(?:让|叫|请)?(?:别人|家人|邻居|我(?:妈|爸|老公|老婆|儿子|女儿|同事|朋友)|室友)[^，。]{0,3}(?:代收|代签|帮我?收|替我收"
    r"|签收)[^，。]{0,4}(?:吗|行|可以)"
    r"|\b(?:can|could|may|is it ok(?:ay)? if) (?:someone|somebody|anyone|my (?:son|daughter"
    r"|wife|husband|mum|mom|dad|sister|brother"
    r"|neighbou?r|partner|friend|flatmate|roommate|colleague|boss)|a neighbou?r)(?: else)? (?:please )?(?:pick"
    r"|collect|take|sign|receive"
    r"|accept|fetch|get)s?\b",
    re.I,
)
_SOME_EN = (
    r"\b(?:some|any|part|a bit|a part|a little|something)\b[^.;]{0,12}"
    r"\b(?:money|refund(?:ed)?|cash|back|off|discount|credit|voucher|payment)\b[^.;]{0,24}"
)
_FOR_DELAY = (
    r"\b(?:for|because of|due to|since|as|with) (?:the|this|that|my|all this|all the|it)?(?:'s)? ?(?:is |being |long "
    r"|so )*(?:delays?"
    r"|wait(?:ing)?|late(?:ness)?|delayed|late delivery|trouble|inconvenience)\b"
)
_SOME_ZH = (
    r"(?:延误|延迟|晚了?|迟|拖|耽误|慢|等了)[^。；;]{0,10}(?:退|赔|补|给)[^。；;，,]{0,4}(?:一?点|一?些|部分)(?:钱|款|差价|补偿)?"
    r"|(?:退|赔|补|给)(?:我)?(?:一?点|一?些|部分)(?:钱|款)?[^。；;]{0,8}(?:延误|延迟|晚|迟|拖|耽误)"
)
_KEPT_FOR_MONEY = re.compile(  # the goods stay, or are late, and some of the money is wanted
    r"\bmoney off\b|\b(?:rather|prefer to|like to) keep (?:it|them)\b.{0,40}\b(?:money|refund|discount|back|off)\b"
    rf"|{_SOME_EN}{_FOR_DELAY}|{_FOR_DELAY}[^.;]{{0,30}}{_SOME_EN}|{_SOME_ZH}"
    r"|\b(?:not|n'?t) want to (?:return|send (?:it |them )?back)\b.{0,30}\bjust\b|不退货[^。]{0,6}(?:补"
    r"|赔|退)(?:一?点|些|部分)|留着[^。]{0,6}(?:补|赔|便宜)",
    re.I,
)
_HOW_BACK = {"en": "how do i return something", "zh": "怎么退货"}
_AMENDS = re.compile(  # something beside the money and the goods
    r"(?<!no )(?<!not )(?<!any )(?<!without )\bcompensat(?:ion|ed?)\b|\b(?:get|is there|are there|have|want|need|pay"
    r"|give me) any compensation\b"
    r"|(?<!不要)(?<!不用)(?:补偿|赔偿金)",
    re.I,
)


async def kept_for_money(tracker: Tracker, turn: CustomerTurn) -> TaskResult | None:
    """The shop's rule, where goods stay, or are late, and some of their money is wanted: no return and no refund gives that. None
    for all else."""
    if turn.is_payload or len(turn.said) > LONGEST_ASKED:
        return None
    reported = tracker.get_slot("need") == "delivery_problem"  # how that is made good is told where it is asked of it
    wanted = _KEPT_FOR_MONEY.search(turn.said) or (not reported and _AMENDS.search(turn.said))
    if not wanted:
        return None
    told = await answer_to(tracker, replace(turn, text=COMPENSATION[locale_of(tracker)]), None)
    return told if told.outcome == "answered" else None


def of_the_shop(said: str) -> bool:
    """Whether it is the shop's rule that answers, whatever need the words sound like."""
    return len(said) <= LONGEST_ASKED and _OF_THE_SHOP.search(said) is not None


_OF_ALL = re.compile(  # what is the same for everybody, though it sounds like an account's or an order's matter
    r"积分|会员[^，。]{0,4}升|升级?[^，。]{0,3}会员"
    r"|(?:周末|周六|周日|星期[六天日]|节假日)(?:也|能|会|可以)*发货?(?:吗|不|么|嘛)"
    r"|\b(?:loyalty|bonus) points\b",
    re.I,
)
TELLS_DUTY = frozenset({"report_delivery_problem", "request_invoice"})  # what is to be done after them is a rule
OF_WHOM = frozenset({"email", "phone", "tracking_number"})  # who gives one asks for what is theirs
_TOLD_BY = {"refund_request": ("return_item", "refund_status")}  # whose rules are about it, too
SAYS_WISH = re.compile(
    r"^(?:i|we)(?:'?d| would)? (?:want|need|like|wish)\b[^?]*$", re.I
)  # "i need the receipt" asks nothing


async def rule_for(found: Filling, tracker: Tracker, turn: CustomerTurn) -> TaskResult | None:
    """The shop's rule that is asked for where no order is ("how long do I have to return things"): one about this need.

    Of where orders are there is no rule that leads on; "how long does delivery take" must be asked all but word for word.
    """
    if of_what_came(tracker, turn):
        return await answer_to(tracker, turn, None)
    of_duty = last_outcome(tracker).get("task") in TELLS_DUTY and asks_duty(turn.said)
    if OF_RULES.search(turn.said) and is_question(turn) and not SAYS_WISH.match(turn.said):
        two = await answer_to(tracker, turn, BOTH)
        if two.outcome == "answered":
            return two
    if topic_behind(turn.said) == "payment_refused":
        return await answer_to(tracker, turn, None)
    in_general = _IN_GENERAL.match(turn.said.strip())
    doubt = (
        "much"
        if in_general
        else "yes"
        if of_duty or _OF_SENDING.search(turn.said) or _OF_ALL.search(turn.said) or of_the_shop(turn.said)
        else None
    )
    guessed = doubt is None and _asks_rule(turn, found.get("need"))
    if (doubt or guessed) and not turn.is_payload:
        general = await answer_to(tracker, turn, doubt or "much")
        if general.outcome == "answered" and (not guessed or _of_need(general, found.get("need"))):
            return general
    if in_shop := await _told_in_general(tracker, turn, found.get("need")):
        return in_shop
    of_order = found.get("order_number") is not None and not found.plan.confirm
    if turn.is_payload or of_order or not OF_RULES.search(turn.said):
        return None
    of_status = turn.intent == "order_status"
    result = await answer_to(tracker, turn, "much" if of_status else None)
    need = found.get("need")
    told = (
        result.outcome == "answered" if of_status else result.facts.get("leads_to") in (need, *_TOLD_BY.get(need, ()))
    )
    return result if told else None


def general_doubt(turn: CustomerTurn) -> str:
    """How doubtful it is that what sounds like a need is a question for the shop."""
    return "yes" if asks_in_general(turn.said) else "much"


async def _told_in_general(tracker: Tracker, turn: CustomerTurn, need: str) -> TaskResult | None:
    """The shop's rule, where no order of one's own is asked about, with the need that is offered after it."""
    if turn.is_payload or "order_number" in turn.entities or not asks_in_general(turn.said):
        return None
    asked = replace(turn, text=_HOW_BACK[locale_of(tracker)]) if asks_back_if(turn.said) else turn
    told = await answer_to(tracker, asked, "yes")
    if told.outcome != "answered":
        return None
    onward = told.facts.get("leads_to") or (need if PLANS[need].confirm or PLANS[need].by else "")
    return replace(told, facts={**told.facts, **({"leads_to": onward} if onward else {})})


def _of_need(told: TaskResult, need: str) -> bool:
    """Whether the answer to what sounded like this need leads to no other one; where an order is seems to be asked by much."""
    onward = told.facts.get("leads_to", "")
    return need == "order_status" or onward not in PLANS or onward in (need, *_TOLD_BY.get(need, ()))


def _asks_rule(turn: CustomerTurn, need: str) -> bool:
    """Whether a question that names no order may be for a rule: told where the shop wrote down all but these words. A wish in
    the shape of a question ("can you change it") is none."""
    said, named = turn.said.strip(), "order_number" in turn.entities
    asks = is_question(turn) or _ASKS_RULE.match(said) is not None
    named = (
        named or lacks_number(turn, None) or not OF_WHOM.isdisjoint(turn.entities) or _WHERE_IS.search(said) is not None
    )
    return asks and need == turn.intent and not named and _POLITE_WISH.match(said) is None and tells_much(said)
