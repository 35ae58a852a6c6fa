"""Whether a "no" is a fact about what came, not an answer: "it has no sound", 没有反应, "it won't turn on". Pure."""

import re

LONGEST = 100  # characters; a longer message says more
_LEAD_EN = (
    r"(?:(?:no|nope|yes|yeah|well|but|and|so|also|because|cos|just|that|now|still|the thing is|sorry|i mean|actually|it says)\b"
    r"[,.! ]*)*"
)
_IT = (
    r"(?:it|they|this|that|there|i|we|mine|both|(?:the|my|this|that|these|those) (?!order\b|parcel\b|package\b|problem\b)[a-z]+"
    r"(?: (?!is\b|are\b|was\b|has\b|have\b|does\b|do\b|did\b|no\b|not\b)[a-z]+)?)"
)
_NO_THING = (  # what is not there; a wish, a courtesy or the report itself is none
    r"(?!(?:thanks?|thank|need|needs|problems?|worries|way|reason|rush|hurry|chance|matter|idea|clue|doubt|report\w*|case|complaint"
    r"|more|longer|one|it|i|we|you|please|not?|never|don|do|leave|cancel|later|wait|sorry|good|interest|time|money|refund"
    r"|replacement|exchange|return|bother|point|use|thing|order|number|parcel|package|delivery)\b)[a-z]+"
)
_FACT_EN = re.compile(
    rf"^{_LEAD_EN}{_IT}(?:'?s| is| are| was| were|'?ve|'?s got| has| have| had| got| gets| get| makes| make| gives| give| shows"
    rf"| show| came with| comes with| hear| see| feel)(?: just| still| absolutely| really| got)? no {_NO_THING}\b[^?]*$"
    rf"|^{_LEAD_EN}no {_NO_THING}(?: [a-z]+){{0,5}}[ .!]*$"
    r"|^(?:(?:well|but|and|so|just|it says)\b[,. ]*)*nothing (?:happens?|works?|comes?|came|lights?|shows?|moves?|is (?:in|inside"
    r"|there|happening)|was (?:in|inside|there))\b[^?]*$"
    rf"|^{_LEAD_EN}{_IT}(?:'?s| is| are|'?re| was)(?: just| still)? (?:not|never) (?!needed|necessary|important|worth|a big"
    r"|urgent|that (?:bad|important)|bad|broken|damaged|faulty|missing|right|true|the case|so bad|wanted)[a-z]+[^?]*$"
    rf"|^{_LEAD_EN}{_IT} (?:just |simply |still )?(?:(?:does|do|did|wo|ca|is|are|was|could|would)n'?t|(?:does|do|did|will|can|is"
    r"|could)"
    r" ?not|never) (?!matter|want|need|think|know|care|mind|like|bother|report|remember|have (?:to|time)|get it|got it|have it"
    r"|that bad|bad|broken|damaged|faulty|missing|needed|necessary|wish|agree)[a-z]+[^?]*$",
    re.I,
)
_LEAD_ZH = (
    r"(?:不是|不对|对的?|是的?|嗯|就是|但是?|而且|因为|它|这个|那个|东西|现在|还是|一点|一直|根本|完全|都|就|也|我的?|里面"
    r"|[,，。 ])*+"
)
_FACT_ZH = re.compile(
    rf"^{_LEAD_ZH}(?:[\u4e00-\u9fff]{{2,4}})?(?:没有|没(?!有))(?!必要|关系|事|问题|啊|呀|呢|了|的|意见|需要|错|人|空|时间|兴趣|办法|别的|其他|什么"
    r"|收|拿|见|看到|到|货|退|换|取消|登记|报告|反映|投诉|要|想|说(?!明)|让|叫|这|那|毛病|坏|破|碎|印象|所谓|吗|关|订单|单号|发)"
    r"[\u4e00-\u9fff]{1,8}[^?？]{0,12}$"
    rf"|^{_LEAD_ZH}(?:[\u4e00-\u9fff]{{2,4}})?(?:根本|完全|都|就|怎么都)?不(?:能|会)?(?:亮|响|动|转|热|冷|制冷|制热|出声|出水"
    r"|充电|开机|工作|显示|走|通电|发光|发声|启动|能用|灵|好使|灵敏|清楚|清晰|出来)(?:了|的|啊|呀|[。.!！ ])*$",
)


_LOOKED_FOR = re.compile(  # who was asked for the parcel, and has it not
    r"^(?:(?:no|well|yes|and|but|so)\b[, ]*)*(?:i(?:'ve| have)? (?:already )?(?:asked|checked with|looked)\b.{2,60}"
    r"|no(?:body|t one| one)(?: here| there| at home)? (?:has|had|took|got|saw|signed)\b.{0,40})$"
    r"|^(?:没有?[,，。 ]*)?(?:我)?(?:邻居|物业|驿站|门卫|家里人?|家人|前台|保安)?[^，。]{0,3}(?:都"
    r"|也)?(?:问过|找过|看过|问遍)了?[^?？吗]{0,12}$"
    r"|^(?:没有?[,，。 ]*)?(?:家里|邻居)?(?:都)?没人(?:收|拿|签|见)[^?？吗]{0,10}$",
    re.I,
)


def tells_fact(text: str) -> bool:
    """Whether a no, or 没有, describes what came: it denies nothing that was asked."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and any(pattern.match(said) for pattern in (_FACT_EN, _FACT_ZH, _LOOKED_FOR))
