"""What is said of a charge when the books show only one: that the bank shows two. Pure."""

import re

from actions.reading.characters import mandarin

LONGEST = 160  # characters; a longer message says more
_INSISTS = re.compile(
    r"\b(?:two|twice|three|both|double|second|another|2|2x|extra|again)\b"
    r"|\bmy (?:bank|card|statement|account|visa|paypal|app)\b.{0,30}"
    r"\b(?:says?|shows?|lists?|has|have|booked|charged|went|gone|taken)\b"
    r"|\b(?:still|really|definitely|clearly) (?:charged|booked|there|shows?|shown|gone)\b|\bnot a reservation\b"
    r"|[两二三2-9](?:次|笔|遍|回)|重复|多扣|都扣|又扣|再扣|(?:银行|账单|流水|短信|app|手机)[^，。]{0,6}(?:显示|说|写|有|扣|记)"
    r"|扣了(?:两|2|好几)",
    re.I,
)
_BY = re.compile(  # by which way it was charged: more of the same matter
    r"^(?:(?:it was|it'?s|with|by|on|via|my|a|the|from)\b ?)*(?:visa|master ?card|amex|pay ?pal|ali ?pay|we ?chat(?: pay)?"
    r"|(?:credit |debit |bank )?card)[ .!]*$"
    r"|^(?:是|用|我|的|在|从)*(?:支付宝|微信(?:支付)?|银行卡|信用卡|储蓄卡)(?:付|扣|里)?的?[。！ ]*$",
    re.I,
)
_ASKS = re.compile(r"[?？]\s*$|[吗么嘛]\W*$|^(?:how|when|why|what|where|can|could)\b|多久|什么时候|怎么", re.I)


def insists_on_charge(text: str) -> bool:
    """Whether more than one charge is insisted on, or the way it was paid is added: "my bank says both are booked", 支付宝."""
    said = mandarin(text.strip()).replace("\u2019", "'")
    told = _BY.match(said) or (_INSISTS.search(said) and not _ASKS.search(said))
    return len(said) <= LONGEST and bool(told)
