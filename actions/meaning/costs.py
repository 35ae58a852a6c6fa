"""What something costs that was talked of, and how much money it is: asked in short words. Pure."""

import re

from actions.meaning.short import LEAD, TAIL, is_only

_COST = re.compile(
    rf"^{LEAD}(?:(?:and )?(?:how much|what) (?:does|will|would|do) (?:it|that|this|they) cost(?: me)?"
    r"|(?:and )?how much (?:is|are) (?:it|that|they)"
    r"|(?:(?:does|will|would|do) (?:it|that|this|they|i)|is (?:it|that|this|there))(?: (?:all|going to|have to))*"
    r" (?:cost(?: me)?|free|for free|(?:any |a )?(?:cost|fee|charge)s?)(?: (?:anything|something|money|extra|to me|for me"
    r"|of charge|for (?:it|that)))*"
    r"|(?:and )?(?:the|what about(?: the)?) (?:postage|shipping|cost|costs|fees?)"
    r"|(?:is there |are there )?any (?:charges?|costs?|fees?|postage)(?: for (?:it|that|this|me))?|postage|free|for free"
    r"|(?:the )?(?:postage|shipping)[, ]+who pays(?: (?:it|that))?|who pays(?: for (?:it|that|the (?:postage|shipping)))?"
    r"|do i (?:have to |need to )?pay(?: (?:for (?:it|that|this|shipping|postage|the (?:return|shipping|postage))"
    r"|anything|something|extra"
    r"|more))?)"
    rf"{TAIL}$"
    r"|^(?:那|请问|要|[,，。 ])*(?:运费|邮费|快递费|费用)"
    r"(?:呢|怎么算|多少|谁出|谁付|要吗|要我出吗|我出吗|要自己出吗|自己出吗)+[?？。]*$"
    r"|^(?:那|请问|[,，。 ])*(?:要|需要)?(?:我|自己)+(?:出|付)(?:运费|邮费)[吗么]?[?？。]*$"
    r"|^(?:那|这|这个|请问|我|还|[,，。 ])*(?:运费|邮费|快递费)?(?:要不要|收不收|花不花|是不是|要|需要|得|收|花)"
    r"(?:我|自己|另外|再)*(?:给|出|付|掏|交)?(?:钱|费|免费|收费|花钱|运费|邮费)(?:不|吗|么|嘛|没|的|哦|啊|呀|呢)*[?？。]*$"
    r"|^(?:那|请问|[,，。 ])*(?:免费|包邮)(?:的|不|吗|么|嘛|啊|呀|哦)*[?？。]*$"
    r"|^(?:那|请问|[,，。 ])*(?:运费|邮费|快递费)(?:是)?(?:哪个|啷个|咋个|咋|边个|谁|你们|我)?(?:来)?(?:出|付|给|算|负责"
    r"|掏)?(?:的|吗|不|嘛|哦|啊|呢)*[?？。]*$",
    re.I,
)


def asks_cost(text: str) -> bool:
    """Whether it is only asked what something costs that was talked of: "what does it cost?", 运费呢."""
    return is_only(_COST, text)


_SUM = re.compile(
    rf"^{LEAD}(?:how much|what(?:'?s| is)? (?:the )?(?:amount|sum|total|difference))"
    rf"(?: (?:money|is it|is that|would that be|will it be|do i get(?: back)?|will i get(?: back)?|would i get))*{TAIL}$"
    r"|^(?:那|请问|是|能|可以|一共|总共|差价|会|[,，。 ])*(?:退|便宜了?|差|还)?(?:我)?多少(?:钱|元|块)?(?:啊|呢|呀)*[ ?？。]*$",
    re.I,
)


def asks_sum(text: str) -> bool:
    """Whether it is only asked how much it is: "how much?", 多少钱."""
    return is_only(_SUM, text)
