"""Whether nobody is to ring or write any more: no wish for a person, though it speaks of calls. Pure; knows no bot."""

import re

LONGEST = 60  # characters; a longer message says more
_MAIL = (
    r"(?:(?:phone |marketing |sales |spam )?calls?|(?:spam |marketing )?(?:e-?)?mails?|texts?|text messages|messages|sms"
    r"|ads?|adverts?|advertis\w+|promotions?|newsletters?|spam)"
)
_LEAVE = re.compile(
    r"^(?:(?:hi|hello|hey|please|pls|can|could|will|would|you|u|just|ok|look|listen|i said|and|no)\b[,.! ]*)*"
    rf"(?:no more {_MAIL}|(?:i )?(?:don'?t|do not) want (?:any (?:more )?|your |more )*{_MAIL}(?: any ?more)?"
    rf"|(?:stop|quit|enough)(?: with| of)?(?: sending| with)?(?: me| us)?(?: the| these| your| all| those"
    rf"| any(?: more)?)*(?: {_MAIL})"
    r"|(?:stop|quit|(?:don'?t|do not|never)(?: you)?(?: ever)?) (?:calling|ringing|phoning|texting|e-?mailing|messaging"
    r"|spamming|call"
    r"|ring|phone|text|e-?mail|message|spam|contact(?:ing)?)(?: me| us)"
    rf"|(?:don'?t|do not|never) send (?:me |us )?(?:any (?:more )?|more |your )*{_MAIL}|take me off (?:your"
    rf"|the) (?:mailing )?list)"
    r"(?:[, ]+(?:please|pls|again|any ?more|ever|now|all the time|every day|so (?:much|often)|thanks?|thank you|ok))*[ .!]*$",
    re.I,
)
_LEAVE_ZH = re.compile(
    r"^(?:请|麻烦|你们?|您|拜托|以后|能不能|可以|可不可以|就|都|[,，。! ])*"
    r"(?:别|不要|不用|莫|甭|少|停止|不许|取消)(?:再|老是?|总是?|一直|天天|给|我|们|向|跟|来|继续)*"
    r"(?:打(?:骚扰|推销|营销|广告)?电话|来电|骚扰|推销|发(?:广告|短信|邮件|推销|营销|促销|垃圾)+(?:短信|邮件|信息|电话)?|(?:广告|营销|推销|促销)(?:短信|电话|邮件|信息)?)"
    r"(?:给我|来|过来|我|了|啦|吧|好吗|行吗|行不行|可以吗|啊|呀|好不好|谢谢|[,，。!！? ])*$"
)

_NO_CALL = re.compile(  # that none is needed: 不用回电话了, "no need to call me"
    r"^(?:(?:no|ok|okay|thanks|thank you|it'?s (?:ok|fine)|but)\b[,.! ]*)*(?:no need (?:to|for you to)"
    r"|(?:you )?(?:don'?t|do not) (?:need|have) to)"
    r" (?:call|ring|phone)(?: (?:me|us))?(?: back)?(?:[, ]+(?:thanks?|thank you|any ?more|now|then))*[ .!]*$"
    r"|^(?:那|没事|就|[,，。! ])*(?:不用|不必|不需要)(?:再|给我|你们?|您)*(?:回(?:个)?电话?|打电话|来电|联系)(?:给我|我"
    r"|了|啦|吧|谢谢|[,，。!！ ])*$",
    re.I,
)


def needs_no_call(text: str) -> bool:
    """Whether nobody needs to ring: all is well, or the rest is said here."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and _NO_CALL.match(said) is not None


def left_alone(text: str) -> bool:
    """Whether calls or mail are to stop: "stop calling me", 别再给我打电话了."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and (_LEAVE.match(said) or _LEAVE_ZH.match(said)) is not None
