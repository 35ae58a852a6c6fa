"""Whether only what delivery cost is wanted back: "refund my postage", 只退运费. Nothing goes back then. Pure; knows no order."""

import re

from actions.reading.characters import mandarin

LONGEST = 160  # characters that are looked at
_COST = r"(?:costs?|fees?|charges?|money)"
_NO_FEE = r"(?! (?:labels?|notif\w*|address\w*|box\w*|updates?|details|confirm\w*|stickers?)\b)"
_FEE = rf"(?:(?:postage|p ?& ?p|shipping)(?: {_COST})?\b{_NO_FEE}|(?:delivery|courier) {_COST})"
_BACK = r"(?:back|refunded|reimbursed|returned|credited|paid back)"
_WANTED = re.compile(
    rf"\b(?:refund|reimburse|credit|give|pay|get|want|need|have|claim|return)(?:ed|ing|s)?\b"
    rf"(?: (?:me|back|for|of|the|my|just|only|a|on|to|be|refund)){{0,6}} {_FEE}\b.{{0,20}}\b{_BACK}\b"
    rf"|\b(?:refund|reimburse|credit)(?:ed|ing|s|ment)?\b(?: (?:me|back|for|of|the|my|just|only|on)){{0,5}} {_FEE}\b"
    rf"|\b{_FEE} (?:to be |should be |needs to be |must be |i paid )?{_BACK}\b|\b{_FEE} refund\b"
    r"|退(?:还|回|我|一下|下|给我|掉|的是|是|的)*(?:运费|邮费|快递费|配送费|邮资)"
    r"|(?:(?<!搬)运费|邮费|快递费|配送费|邮资)[^，。,！!]{0,6}?(?:退(?!货)|返还|补偿|还给我|报销)",
    re.I,
)
_MORE = re.compile(  # the goods' money, too; or the rule of a return
    r"\b(?:including|incl|plus|as well|along with|(?:and|with) (?:the |my )?(?:shipping|postage|delivery)"
    r"|(?:if|when) (?:i|we) (?:return|send)|(?:who|do (?:you|i|we)|does|must i) .{0,12}pay|full(?:y)? refund|how much|everything"
    r"|you(?:'ve| have)? (?:only |just )?refunded)\b"
    r"|\b(?:return|exchange|swap|cancel)\b(?! (?:postage|shipping))(?!ed (?:the|my) (?:postage|shipping))"
    r"|谁[出付承]|不(?:想|愿意?|用)?[出付]|到付|[才只光就]退(?:了|回)|运费险|连同?运费|[和跟含]运费|包括运费|运费(?:也|一起|和|跟)|退货|换货|退款和|货款|多少",
    re.I,
)


def postage_alone(text: str) -> bool:
    """True only where nothing else is to be paid back or sent back, and no rule is asked for."""
    said = mandarin(text[:LONGEST]).replace("\u2019", "'")
    return _WANTED.search(said) is not None and _MORE.search(said) is None
