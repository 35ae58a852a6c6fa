"""What is asked about the thing just done, without naming it: "how long does that take?", "and my money?". Pure."""

import re
from collections.abc import Mapping

from actions.meaning.invoice_mails import asks_where_sent
from actions.meaning.order_asked import asks_bare_number, asks_tracking
from actions.meaning.short import LEAD, LONGEST, TAIL, is_only

AGAIN = "again"  # instead of a need: the answer just given says it
_IT = (
    r"(?:that|this|it|they|these|those|the (?:whole thing|process|lot|(?:new|other|replacement) (?:one|item)|replacement)"
    r"|my (?:new one|replacement))"
)
_WHEN = re.compile(
    rf"^{LEAD}(?:"
    rf"when(?:'?s| is| will| would| does| do| can)?(?: (?:{_IT}|that all|i|we|you)(?:'?ll| be| will| going to be)*"
    r"(?: (?:happen|be|come|get here|arrive|go through|done|ready|finished|get it|have it|hear(?: back)?|know"
    r"|expect (?:it|that)))?"
    r"(?: (?:done|ready|here|back))?)?"
    rf"|(?:by|till|until) when|what (?:day|time|date)(?: (?:is|will) {_IT}(?: be)?)?"
    r"|how (?:long|soon|quick(?:ly)?|fast|many days)(?: (?:will|does|would|is|do|should|must|shall|until|till|before|for)"
    rf"(?: {_IT}| i| we| you)?"
    r"(?: (?:have to |need to )?(?:take|be|last|happen|get it|wait|hear(?: back)?|know))?"
    r"(?: to (?:happen|come|arrive|get here))?)?"
    r"|(?:will|does|is) (?:that|this|it) (?:going to )?(?:take|be) (?:long|ages|quick|soon)"
    rf"){TAIL}$"
    r"|^(?:那|那么|那麼|请问|請問|大概|大约|大約|具体|具體|到底|好的?|嗯|哦|还要|還要|这|這|得|要|等|需要|它"
    r"|补发|补的?(?:东西|货|那个)?|處理|处理|核实|新的|换的|换新的?|[,，。 ])*"
    r"(?:多久|多长时间|多長時間|几点钟?|幾點鐘?|几天|幾天|多少天|什么时候|什麼時候|啥时候|啥時候|何时|何時|几号|幾號|哪天)"
    r"(?:能|可以|才|会|會|到账|到|好|退款|退钱|退回来?|退|补发|补|赔付?|发货?|解决|答复|回复|联系|给|我|有消息|回话|回音|回信"
    r"|结果|有结果|有結果|处理好|處理好"
    r"|收到|送到|处理|處理|核实|差价|新的|换的|寄(?:出|来|到|给)*|[换換办辦开開弄完成]|出来|下来|拿到|知道"
    r"|行|左右|啊|呢|呀|吗|嗎|了)*[ ?？!！.。]*$",
    re.I,
)
_MONEY = re.compile(
    rf"^{LEAD}(?:"
    r"(?:what|how)(?:'?s| about| happens (?:to|with)| is happening (?:to|with)| of)? (?:about )?(?:my|the)"
    r" (?:money|cash|refund|payment)"
    r"|(?:and )?(?:my|the) (?:money|refund)(?: back)?"
    r"|i (?:need|want) (?:the|my) (?:money|cash)(?: back)?(?: (?:right )?(?:now|today|asap|immediately|at once))?"
    r"|(?:when|how (?:long|soon)|by when|what day)\b.{0,24}\b(?:money|cash|refund(?:ed)?|paid back|reimbursed)(?: back)?"
    r"|(?:do|will|would|am|are|can) (?:i|we) (?:get|be|getting|going to get|going to be)(?: my| the| all my)? ?"
    r"(?:money(?: back)?|refund(?:ed)?|a refund|reimbursed|it back)"
    r"|where (?:does|will) (?:my|the) (?:money|refund) go(?: to)?"
    r"|when (?:was|is|did) (?:it|that|the (?:money|refund)) (?:paid|refunded|sent back|go out)(?: back)?"
    rf"){TAIL}$"
    r"|^(?:那|那么|请问|請問|好的?|嗯|等等|等一?下|[,，。 ])*(?:我的?)?(?:钱|錢|退款|货款|貨款|款)"
    r"(?:呢|怎么办|怎麼辦|怎么退|怎麼退|退到?哪里?|退到?哪裡?|去哪了?"
    r"|(?:什么时候|什麼時候|啥时候|多久|几天|幾天|何时|何時)(?:能|可以|才|会|會)?"
    r"(?:退|到账|到賬|到帐|回来|回來|退回来?|给我?|收到)?)"
    r"(?:啊|呢|呀|吗|嗎)*[ ?？!！.。]*$"
    r"|^(?:那|请问|大概|一般|到底|退款|[,，。 ])*(?:多久|几天|什么时候|啥时候|何时|多长时间)(?:能|可以|才|会)?"
    r"(?:到账|到帐|到賬|返还)[呢啊呀]*[ ?？。]*$"
    r"|^(?:那|请问|请問|大概|到底|[,，。 ])*(?:什么时候|多久|几天|何时|哪天|几号)(?:能|可以|才|会)?(?:退|还|打)(?:我"
    r"|给我|钱|款|回来|给)*"
    r"(?:啊|呢|呀|吗)*[ ?？!！.。]*$"
    r"|^(?:那|请问|多扣的|钱|[,，。 ])*(?:会|能|可以)(?:自动|原路)?退(?:回来?|还|给我|我)+(?:的)?[吗么嘛]?[ ?？。]*$"
    r"|^(?:那|请问|[,，。 ])*(?:是|会)?(?:退到哪[里儿]?|退哪[里儿]?|原路退回?)(?:去|的)?(?:啊|呢|呀|吗)*[ ?？!！.。]*$",
    re.I,
)
_SAY_ON = re.compile(
    rf"^{LEAD}(?:why(?: not| is that| is this| so)?|how come|what(?: does (?:that|this) mean| do you mean| happened)?)[ ?!.]*$"
    rf"|^{LEAD}(?:did|have|has|is|was|are) (?:you|it|that|this|everything|all|we)(?: (?:really|now|all))*"
    r" (?:changed?|cancel(?:l?ed)?|done?|do|sent|send|go(?:ne)? through|work(?:ed)?|sorted?|confirmed|reported?|started?"
    r"|updated?)"
    rf"(?: (?:it|that|this|yet|already|through|now))*{TAIL}$"
    rf"|^{LEAD}(?:is (?:it|that) )?(?:all )?(?:done|finished|sorted)(?: (?:now|then|already))?\?+$"
    rf"|^{LEAD}what(?:'?s| was| is) (?:the|my|that) (?:case |return |exchange |order |reference |tracking "
    rf"|confirmation )?number"
    rf"(?: (?:for that|for it|i need|of that))?{TAIL}$"
    rf"|^{LEAD}(?:what|which) number (?:was|is) (?:it|that){TAIL}$"
    rf"|^{LEAD}(?:do|should|shall|must|can) (?:i|we) (?:just |have to |need to )?"
    r"(?:keep|hold on to|throw (?:away|out)|bin)\b(?!.{0,20}\b(?:box|packag|wrapping|carton|receipt|invoice)).{0,25}$"
    rf"|^{LEAD}(?:what|how) (?:will|are|do|can) you (?:going to )?(?:do|fix|sort)(?: (?:about )?(?:it|that|this))?{TAIL}$"
    rf"|^{LEAD}when (?:do|will|can|would|should) (?:i|we) (?:get|receive|have|see|expect) (?:it|(?:the|my|a) .{{0,25}})$"
    rf"|^{LEAD}when (?:will|do|are|can) (?:you|they) (?:be )?(?:going to )?(?:send|replace|refund|sort|fix|answer)"
    r"(?:ing)?\b.{0,25}$"
    rf"|^{LEAD}where (?:are|is|will|does) (?:you|it) (?:be )?(?:sending|going|sent|go|delivered)"
    rf"(?: (?:it|to|now))*{TAIL}$"
    rf"|^{LEAD}(?:then what|what then|(?<=and )then)[ ?!.]*$"
    r"|^(?:好的?|嗯|哦|那|[,，。 ])*(?:然后|接下来)[呢咧嘞嘛]?(?:要|该)?(?:我)?(?:做什么|干嘛|干啥|怎么[做办弄]|咋整"
    r"|咋办)?[呢啊呀]?[ ?？!！.。]*$"
    rf"|^{LEAD}what (?:now|next|do i do|can i do|should i do"
    r"|am i supposed to do|happens now|happens next)(?: now| next| then)?[ ?!.]*$"
    r"|^(?:那|那么|那麼|现在|現在|我|[,，。 ]|(?:要是|如果|万一)[^，。,]{1,10}(?:的话)?)*(?:该|該|要|应该"
    r"|應該)?(?:怎么办|怎麼辦|咋办|咋辦|怎么弄|怎麼弄)"
    r"(?:啊|呢|呀|才好|好)*[ ?？!！.。]*$"
    r"|^(?:那|请问|請問|所以|你|[,，。 ])*(?:已经|已經)?(?:改|取消|办|辦|弄|报|報|提交|登记)"
    r"(?:好|成功|完)?了?(?:吗|嗎|没有?|沒有?)[ ?？。]*$"
    r"|^(?:那|请问|請問|刚才的?|[,，。 ])*(?:退货|换货|登记|退貨|換貨)?(?:单号|單號|编号|編號|登记号|登記號|退货号|换货号|工单号)"
    r"(?:是|再)?(?:多少|什[么麼]|[说報报念](?:一?[下遍次]))(?:[来來][着著])?[ ?？。]*$"
    r"|^(?:那|请问|請問|[,，。 ])*(?:为什么|為什麼|为啥|為啥|怎么回事|怎麼回事|什么意思|什麼意思|凭什么|憑什麼)"
    r"(?:啊|呢|呀|不行|不能)*[ ?？!！.。]*$",
    re.I,
)
_UNPAID = re.compile(  # of what was cancelled: what was said then tells whether anything goes back
    r"(?:还没|没有?|未)(?:付款?|给)(?:钱)?[^，。]{0,6}[，,]?[^，。]{0,4}退(?:钱|款)"
    r"|\bif i (?:have ?n[o']?t|haven't|did ?n[o']?t|didn't) (?:paid|pay)\b",
    re.I,
)
_SENT_BACK = frozenset({"return_item", "exchange_item"})
_SEND_BACK = re.compile(  # whether the goods go back, which was told when it was begun
    r"(?:要|需要|得|用|必须)[^，。]{0,4}(?:寄|退)回[^，。]{0,4}[吗么嘛?？]|要先寄[^，。]{0,4}[吗么嘛?？]"
    r"|\b(?:do|must|should|shall) i (?:have to |need to )?(?:first )?(?:send|return|ship|post)\b(?! (?:the )?(?:invoice|receipt))"
    r"[^?]{0,24}(?:\?|\bback\W*$)",
    re.I,
)
_IF_ANOTHER = re.compile(r"(?:要是|如果|万一)[^，。,]{0,4}(?:退|换|取消)")  # another matter: 要是退货发票怎么办
_NOT_ON_CARD = re.compile(
    r"(?:\bnot|n'?t|\bnever|\bnothing)\b.{0,24}\b(?:on|in|to|into|at) (?:my|the) (?:card|account|bank|paypal|statement)\b"
    r"|(?:没|沒)(?:有)?(?:到|收到|退到)?.{0,4}(?:卡|账户|賬戶|账上|银行|支付宝|微信|到账|到賬)",
    re.I,
)
_UNTIL = re.compile(
    rf"^{LEAD}(?:(?:by|till|until) when(?: do i have| can i(?: do (?:it|that))?)?"
    rf"|how long (?:do|have) i (?:have|got)(?: for (?:that|it))?"
    r"(?: to (?:send|return|bring|post|ship)(?: (?:it|them|that|those|these|everything))?(?: back)?)?"
    rf"|(?:by )?when (?:do|must|should|shall) i (?:have to |need to )?(?:send|return|bring|post|ship|hand)"
    r"(?: (?:it|them|that))?(?: back| in)?"
    rf"|(?:and )?(?:what(?:'?s| is)|is there) (?:the|a|any) (?:deadline|time limit|limit|cut-?off)){TAIL}$"
    r"|^(?:那|请问|最晚|[,，。 ])*(?:到|截止)?(?:什么时候|啥时候|几号|哪天)(?:为止|之前|前|截止)[呢啊吗]*[ ?？。]*$"
    r"|^(?:那|请问|[,，。 ])*(?:最晚|最迟)?(?:要|得|应该|该)?(?:什么时候|啥时候|几号|哪天)(?:之前|前)?要?(?:寄|退|送)"
    r"(?:出|回|过)?(?:去|来)?[呢啊吗]*[ ?？。]*$",
    re.I,
)
_UNTIL_OF: Mapping[str, Mapping[str, str]] = {  # what is asked of the shop's rules by "until when"
    "return_item": {"en": "how many days do i have to return something", "zh": "几天内可以退货"},
    "exchange_item": {"en": "how many days do i have to exchange something", "zh": "几天内可以换货"},
    "price_protection": {"en": "price protection", "zh": "价保"},
}
# Whose task answers, by what was done last. What is not here says it in its own answer, which is said again.
_OF_MONEY = frozenset({"cancel_order", "return_item", "exchange_item", "refund_request", "refund_status"})
_COMES = frozenset({"order_status", "change_order", "change_address", "change_items"})
_WAITS = frozenset({"cancel_order", "refund_request", "refund_status"})
_DELIVERED = _COMES | {"delivery_note", "order_address"}  # of these "how long does it take" asks for the delivery
_REFUND = {"en": "how long does a refund take", "zh": "退款多久到账"}
# What is asked of the shop's rules by "how long does it take", before it is done.
_TAKES: Mapping[str, Mapping[str, str]] = {
    "return_item": _REFUND,
    "refund_request": _REFUND,
    "cancel_order": _REFUND,
    "exchange_item": {"en": "how long does an exchange take", "zh": "换货要多久"},
    "invoice": {"en": "how long does an invoice take", "zh": "发票多久能开好"},
    "price_protection": {"en": "how long does a price claim take", "zh": "价保申请多久有结果"},
    "delivery_problem": {"en": "will i be compensated", "zh": "会赔吗"},  # asked of amends, not of time
}


_AMENDS = re.compile(
    r"(?:补偿|赔偿?)(?![^，。]{0,3}(?:了|过))|赔[点钱付]|\bcompensat|\bmake (?:it|this|that) up to me\b|\bfor (?:the"
    r"|my) (?:trouble|inconvenience)\b",
    re.I,
)
_PROGRESS = re.compile(
    r"收到(?:了)?(?:没|吗|不)|(?:怎么|怎)样了|进度|处理(?:好|完|得|到)|审核|好了(?:没|吗)|成功了?(?:没|吗)|办(?:好"
    r"|完)了?(?:没|吗)"
    r"|取消了(?:没|吗)|到哪(?:了|一步)|有结果"
    r"|\bsent (?:my return|it back|them back)\b.*\b(?:ago|still|not|no|nobody|never|yet)\b|\b(?:nobody|no one) (?:has )?confirm"
    r"|\b(?:status|progress|any (?:news|update))\b|\b(?:did|have) (?:you|u) (?:get|got|receive|received)\b"
    r"|\b(?:arrived|gone through|processed|completed?) yet\b",
    re.I,
)
# Who tells how far it is, of what was asked for before.
_TOLD_BY = {
    "return_item": "refund_status", "refund_request": "refund_status",
    "exchange_item": "order_status", "cancel_order": "order_status",
}  # fmt: skip


_NEWS = re.compile(
    rf"^{LEAD}(?:(?:(?:is|are) there |have you(?: got)? |do you have |got )?any (?:news|updates?|progress|answer|reply|response)"
    r"|(?:has|have|did) (?:anything|something) happen(?:ed)?|have you heard (?:anything|back|from them)"
    r"|what(?:'?s| is) (?:the )?(?:status|latest|news|progress)|how(?:'?s| is) (?:it|that) (?:going|coming along|looking))"
    r"(?: (?:yet|so far|for me|now|(?:on|about|with|of) (?:it|that|this|my case|the case)))*"
    rf"{TAIL}$"
    r"|^(?:那|请问|现在|我的|事情?|[,，。 ])*(?:有没有|有)?(?:什么|啥)?(?:进展|消息|结果|回复|答复|进度|下文)"
    r"(?:了|吗|没有?|么|如何|怎么样|呢|啊)*[ ?？。!！]*$"
    r"|^(?:那|请问|现在|[,，。 ])*(?:处理|查|核实)得?(?:怎么样|如何|到哪(?:一步)?)了?(?:呢|啊)?[ ?？。]*$",
    re.I,
)


def asks_news(text: str) -> bool:
    """Whether it is asked how what was begun stands, and nothing is named: "any news?", 有消息吗."""
    return is_only(_NEWS, text)


_ANSWER = re.compile(  # when somebody writes or rings: "when will you get back to me", 几天给我回话
    rf"^{LEAD}(?:when|by when|how (?:long|soon|quickly|many days))(?: (?:is it|does it take|will it (?:be"
    rf"|take)))?(?: (?:until|till|before))?"
    r"(?:'?s| will| would| do| does| can| are| should| is)? (?:i|we|you|they|some ?(?:one|body)|any ?(?:one"
    r"|body))(?: going to| be| all)*"
    r" (?:get(?:ting)? back to (?:me|us)|(?:answer|reply|respond|write|e-?mail|call|ring|phone"
    r"|contact)(?:ing)?(?: to)?(?: (?:me|us))?"
    r"(?: back)?|let (?:me|us) know|(?:hear|get an (?:answer|e-?mail)|get a (?:reply|call|response))(?: back)?"
    rf"(?: from (?:you|them|some ?(?:one|body)))?){TAIL}$"
    r"|^(?:那|请问|你们?|您|大概|一般|到底|要|得|等|最晚|最快|[,，。 ])*"
    r"(?:多久|多长时间|几天|多少天|什么时候|啥时候|啥子时候|几时|好久|何时|几点|哪天)(?:之?内)?"
    r"(?:能|会|可以|才|再|有人|给|我|们|你|个|一|得到|有|打)*(?:回(?:话|复|电话?|音|信|应|我|个?信|个?电话)?|答复|联系|消息"
    r"|打(?:电话)?(?=给|我|过来))"
    r"(?:给|我|们|啊|呢|呀|吗|嘛|哦|噻|电话|过来)*[ ?？!！.。]*$",
    re.I,
)
# What was done last, or is begun, and whose answer has a day.
_ANSWERED = frozenset(
    {"delivery_problem", "payment_problem", "payment_case", "price_protection", "complaint", "case_status"}
)


def asks_answer(text: str) -> bool:
    """Whether it is only asked when somebody answers: no wish to speak with anybody now."""
    return is_only(_ANSWER, text)


def asks_money(text: str) -> bool:
    """Whether it is only asked after the money: "when do i get my money", 钱呢."""
    return is_only(_MONEY, text)


def progress_of(text: str, need: str) -> str | None:
    """The need whose task tells how far something is that was asked for before ("did you get my return?"); else None."""
    return _TOLD_BY.get(need) if len(text) <= LONGEST and _PROGRESS.search(text) else None


def says_on(text: str) -> bool:
    """Whether it only asks on ("how come?", 怎么回事): nothing that the shop wrote down answers it."""
    return is_only(_SAY_ON, text)


def wants_amends(text: str, need: str) -> bool:
    """Whether something is wanted for a trouble that is being taken down: no other matter, and goods need not come back."""
    return need == "delivery_problem" and len(text) <= LONGEST and _AMENDS.search(text) is not None


_IF_MONEY = re.compile(  # 如果钱能今天退就取消; "only if i get the money today"
    r"(?:如果|要是|假如|若是?)[^，。,]{0,6}(?:钱|退款|款)[^，。,]{0,4}(?:能|可以|会)?[^，。,]{0,3}(?:今天|今晚|明天"
    r"|马上|立刻|当天|这周|本周|[0-9一两三]+天内?)(?:就?能)?(?:退回?|到账?|返还)?"
    r"|\bif (?:the|my|i get (?:the|my)) (?:money|refund)\b[^,.;]{0,20}"
    r"\b(?:today|tomorrow|tonight|this week|at once|right away|immediately|by \w+|within \w+ days?)",
    re.I,
)
_OF_THE_MONEY = re.compile(
    r"\b(?:money|refund\w*|reimburse\w*|(?:pay|paid) (?:me |it )?back|card|paypal|bank account)\b|\bget (?:\w+ ){0,3}back\b"
    r"|钱|款|到账|原路|微信|支付宝|银行卡",
    re.I,
)
_ASKED_OR_IF = re.compile(
    r"\?|\b(?:if|when|how|where|which|what|as long as|provided|does|do i|will|would|can i|so that|is it|are they)\b"
    r"|[？吗]|什么|多久|怎么|几[天时号]|哪|要是|如果|只要|除非|能不能",
    re.I,
)


def depends_on_money(text: str) -> bool:
    """Whether it is only wanted if the money comes soon: when it does is told before anything is agreed to."""
    return len(text) <= LONGEST * 2 and _IF_MONEY.search(text) is not None


def without_money_condition(text: str) -> str:
    """What is left of the text without that condition."""
    return _IF_MONEY.sub(" ", text)


def asks_of_money(text: str, need: str) -> bool:
    """Whether it is asked, or made a condition, how the money of what is talked about comes back: "yes if you pay me back"."""
    said = text[: LONGEST * 2]
    return need in _OF_MONEY and _OF_THE_MONEY.search(said) is not None and _ASKED_OR_IF.search(said) is not None


def rule_of_money(locale: str) -> str:
    """What is asked of the shop's rules where it is asked how the money comes back."""
    return _REFUND[locale]


def asks_when(text: str, need: str) -> bool:
    """Whether it is asked how long what is talked about takes, or when the money comes: no wish for anything else. Of what is
    delivered it is asked for the parcel."""
    said = text.strip().replace("\u2019", "'")
    if need in _DELIVERED or len(said) > LONGEST:
        return False
    until = (need in _UNTIL_OF and _UNTIL.match(said) is not None) or (need in _ANSWERED and asks_answer(said))
    return until or depends_on_money(said) or (_WHEN.match(said) or _MONEY.match(said)) is not None


_ARRIVES = re.compile(
    r"(?:到|送到|收到|送来)[啊呢呀吗了]*[ ?？。]*$|\b(?:arrive|here|come|get here|delivered)\b[^?]{0,12}[?. ]*$", re.I
)


_FOR_HOW_LONG = re.compile(
    rf"^{LEAD}(?:for |is (?:it|that) )?how (?:long|many years)(?: (?:is|does|will) (?:it|that|this)(?: for| last| be| valid)*"
    rf"| for)?{TAIL}$"
    r"|^(?:那|请问|保修|保|是|[,，。 ])*(?:多久|多长时间|几年|多少年|几个月)[啊呀呢的]*[ ?？。]*$",
    re.I,
)


def asks_for_how_long(text: str) -> bool:
    """Whether it is only asked how long something lasts: "for how long?", 几年."""
    return is_only(_FOR_HOW_LONG, text)


def asks_time(text: str) -> bool:
    """Whether it is only asked by when, or how long."""
    return is_only(_WHEN, text) or is_only(_UNTIL, text)


def asks_deadline(text: str) -> bool:
    """Whether it is asked by when something has to be done: that day was told."""
    return is_only(_UNTIL, text)


_WHY = re.compile(
    r"\bwhy\b|\bhow come\b|\bmean\b|为什么|為什麼|为啥|為啥|什么意思|什麼意思|凭什么|憑什麼|怎么回事|怎麼回事", re.I
)
_WHETHER_DONE = re.compile(
    rf"^{LEAD}(?:did|have|has|is|was|are)\b|^{LEAD}(?:all )?(?:done|finished|sorted)\b|(?:改|取消|办|辦|弄|报|報|提交|登记)"
    r"(?:好|成功|完)?了?(?:吗|嗎|没有?|沒有?)[ ?？。]*$",
    re.I,
)
_WHERE_TO = re.compile(  # the money
    rf"^{LEAD}(?:which|what) (?:card|account|bank)\b.{{0,30}}$"
    rf"|^{LEAD}where (?:does|will|is|do) (?:my|the|it)(?: (?:money|refund))?(?: go| going| sent| paid)(?: to| back)*{TAIL}$"
    rf"|^{LEAD}(?:to|on|onto|into) (?:my|which|the same) (?:card|account)\b.{{0,20}}$"
    r"|^(?:那|请问|钱|退款|款|是|会|[,，。 ])*(?:退到?|打到?|回到?)(?:哪[里儿个张]?|什么)"
    r"(?:去|卡|账户|地方|的)*[啊呢呀吗]*[ ?？!！.。]*$"
    r"|^(?:那|请问|钱|是|会|[,，。 ])*(?:原路退回?|退回?原(?:来的)?(?:卡|账户))(?:的)?[吗么]?[ ?？!！.。]*$",
    re.I,
)


def asks_why(text: str) -> bool:
    """Whether it asks on about what was said last: why, or what it means."""
    return _WHY.search(text[:LONGEST]) is not None


def asks_whether_done(text: str) -> bool:
    """Whether it is asked if what was wanted is done."""
    return is_only(_SAY_ON, text) and _WHETHER_DONE.search(text.strip()) is not None


def asks_where_to(text: str, need: str) -> bool:
    """Whether it is asked where the money of what was done goes."""
    return need in _OF_MONEY and is_only(_WHERE_TO, text)


_WHICH_NUMBER = re.compile(r"\bnumber\b|\breference\b|单号|單號|编号|編號|登记号|退货号|换货号", re.I)


def asks_number(text: str) -> bool:
    """Whether the number is asked for that was told with what was done."""
    return is_only(_SAY_ON, text) and _WHICH_NUMBER.search(text) is not None


def asks_arrival(text: str) -> bool:
    """Whether it is asked when something comes: of a late parcel its day is told, no rule."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and _WHEN.match(said) is not None and _ARRIVES.search(said) is not None


def whole_question(text: str, need: str, locale: str) -> str | None:
    """What "how long does it take", or "until when", asks in whole words where `need` is talked about; None: no rule is known."""
    rules = _UNTIL_OF if need in _UNTIL_OF and _UNTIL.match(text.strip()) else _TAKES
    return rules[need][locale] if need in rules else None


def follow_up(text: str, last_need: str | None) -> str | None:
    """The need whose task answers what is asked about what was done last, or AGAIN; None for whatever is no such question."""
    said = text.strip().replace("\u2019", "'")
    if last_need is None or len(said) > LONGEST:
        return None
    if asks_tracking(said) or (last_need in _DELIVERED and asks_bare_number(said)):
        return "order_status"
    if (last_need in _OF_MONEY and _WHERE_TO.match(said)) or (last_need in _SENT_BACK and _UNTIL.match(said)):
        return AGAIN
    if _MONEY.match(said):
        told = last_need in ("price_protection", "payment_problem")  # by the answer itself
        return "refund_status" if last_need in _OF_MONEY else AGAIN if told else None
    if last_need in _OF_MONEY and _NOT_ON_CARD.search(said):
        return "refund_status"
    if last_need in _SENT_BACK and _SEND_BACK.search(said):
        return AGAIN
    if last_need == "cancel_order" and _UNPAID.search(said):
        return AGAIN
    if last_need == "invoice" and asks_where_sent(said):
        return AGAIN
    if last_need in _ANSWERED and _ANSWER.match(said):
        return AGAIN
    if _SAY_ON.match(said):
        return None if _IF_ANOTHER.search(said) else AGAIN
    if not _WHEN.match(said):
        return None
    if last_need in _COMES:
        return "order_status"
    return "refund_status" if last_need in _WAITS else AGAIN
