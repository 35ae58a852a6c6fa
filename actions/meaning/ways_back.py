"""Where goods that go back are taken to, or by whom, asked in a word or two: "where to", 地址给我一下, 拿啥快递寄. Pure."""

import re

LONGEST = 60  # characters; a longer message says more
_LEAD = r"(?:(?:and|so|ok|okay|yes|yep|yeah|sure|but|now|then|thanks|well)\b[,. ]*)*"
_LEAD_ZH = r"(?:那|我|请问|东西|商品|货|你们?|您|好的?|行|嗯|对|[,，。 ])*"
_WHERE = re.compile(
    rf"{_LEAD}(?:(?:where|which|what) (?:(?:do|should|shall|am) (?:i|we) (?:supposed to )?(?:send|post|ship|take|bring|drop"
    r"|return) (?:it|them|that|this)(?: off)?(?: back)?(?: to)?|to|address|place)|where|to where"
    r"|(?:give|tell|send) me (?:the|an?|your) (?:return )?address|(?:what(?:'?s| is) )?(?:the|your) (?:return )?address"
    r"|(?:with |by )?(?:which|what) (?:carrier|courier|post(?: office)?|delivery company|shop)(?: (?:do|should"
    r"|can) i (?:use|take))?)"
    r"(?: please| now| then| though)?[ ?.!]*"
    rf"|{_LEAD_ZH}(?:(?:退货?|换货?|寄回?)的?)?地址(?:给|发|说|报|告诉)?(?:给|我|一?下|一?个|是|哪|啥|什么|多少|哈|嘛|噻"
    rf"|呢|啊|呀|吧)*[?？。! ]*"
    rf"|{_LEAD_ZH}(?:要|得|该|应该)?(?:往|朝|向)?(?:寄|发|送|拿)(?:回|给|到|去|往|拢)*(?:哪个?|啥子?|什么)(?:里|儿|点|块|些|塌|地方|去|来)*"
    r"(?:呢|啊|呀|嘛|哦|噻)*[?？。! ]*"
    rf"|{_LEAD_ZH}(?:要|得|该|应该)?往(?:哪个?|啥)(?:里|儿|点|块|塌|地方)*(?:寄|发|送)(?:呢|啊|呀|嘛|哦|噻)*[?？。! ]*"
    rf"|{_LEAD_ZH}(?:要|得|该|应该)?(?:用|拿|走|发|找)(?:哪家|哪个|哪种|啥子?|什么)快递(?:公司)?(?:寄|发|退|送)?(?:回去)?"
    r"(?:呢|啊|呀|嘛|哦|噻)*[?？。! ]*",
    re.I,
)


def asks_where_back(text: str) -> bool:
    """Whether only that is asked, of what goes back."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and _WHERE.fullmatch(said) is not None
