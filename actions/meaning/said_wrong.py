"""That what was read back is wrong, and not what of it: 不对, "that's not right". A no gives up; this does not. Pure."""

import re

from actions.reading.characters import simplified

LONGEST = 60  # characters
_ZH = (
    r"(?:不(?:太|完全)?对|不是|不正确|(?:[你您]?[写说记听弄搞打填])?错了|有(?:点)?(?:问题|误))(?:的|啊|哦|呀|吧|了|呢)?"
)
_IT_EN = r"(?:(?:that|it|this)(?:'?s| is| was)|that isn'?t|it isn'?t)"
_ALL_WRONG = re.compile(
    rf"^(?:(?:no|nope|sorry|wait|oh)[, ]+)*(?:{_IT_EN} )?(?:(?:all |still )?wrong|incorrect"
    r"|not (?:quite )?(?:right|correct))[ .!]*$"
    r"|^(?:no[, ]+)?(?:that|it) isn'?t (?:quite )?(?:right|correct)[ .!]*$"
    rf"|^(?:[嗯哎啊呃诶这那个,，。 ]{{0,4}}{_ZH}[,，。!！ ]*){{1,3}}$",
    re.I,
)
_REST = re.compile(rf"^(?:[嗯哎啊呃诶]?[,，。 ]*{_ZH}[,，。!！ ]+)+(?:应该)?是?(?P<rest>[^,，。!！ ].*)$")
_OF_INVOICE = (
    (
        "tax_number",
        re.compile(
            r"^(?:no[, ]+)?(?:the |my )?(?:tax|vat) (?:number|id)(?:'?s| is) (?:wrong|not right|incorrect)[ .!]*$|"
            rf"^(?:不对|不是|[,，。 ])*税号{_ZH}[。!！ ]*$",
            re.I,
        ),
    ),
    (
        "invoice_title",
        re.compile(
            r"^(?:(?:no|sorry|wait|but|that'?s|that is|it'?s|it has|you have|change|correct)[, ]+)*(?:the |my )?"
            r"(?:wrong (?:company )?(?:name|title)"
            r"|(?:company(?:'?s)? ?(?:name)?|name|title)(?:(?:'?s| is)(?: spelt| spelled| written)? (?:wrong"
            r"|not (?:right|correct)"
            r"|incorrect|mis-?spel(?:t|led))|(?<=e)(?: please)?)|not my name"
            r"|(?:(?:make|put|can|you|it|in|to|should|be|actually|please|use|do|have)\b[ ,]*)*(?:my|a|the|his|her|our) "
            r"(?:maiden|married|husband'?s?|wife'?s?|other|different|another|full|real|partner'?s?"
            r"|mother'?s?) name(?: please)?)[ .!]*$"
            rf"|^(?:不对|不是|[,，。 ])*(?:我的)?(?:公司名?称?|抬头|名称|名字|姓名)(?:{_ZH}|也?(?:要|想"
            rf"|得)?[改换](?:一?下|个)?)[吧。!！ ]*$",
            re.I,
        ),
    ),
)


def all_wrong(said: str) -> bool:
    """Whether it is only said that it is wrong."""
    plain = simplified(said.strip()).replace("\u2019", "'")
    return len(plain) <= LONGEST and _ALL_WRONG.match(plain) is not None


def told_instead(said: str) -> str | None:
    """What it should be, told behind that it is wrong: "不对 三个"."""
    found = _REST.match(simplified(said.strip())) if len(said) <= LONGEST else None
    return said.strip()[found.start("rest") :].strip(" 。.!！") if found else None


def wrong_of_invoice(said: str) -> str | None:
    """The slot of an invoice that is wrong, where it isn't said what it should be: 税号错了."""
    plain = simplified(said.strip()).replace("\u2019", "'")
    return next((slot for slot, wrong in _OF_INVOICE if len(plain) <= LONGEST and wrong.match(plain)), None)
