"""A note that is to be left for a delivery, before it is told what it says: "leave a note for 10025", 给10025留个备注. Pure."""

import re

from actions.reading.characters import simplified

LONGEST = 120  # characters in which it may be said
_BROUGHT = r"(?:driver|courier|carrier|delivery(?: (?:man|guy|person|driver|company|service))?|post(?:man|ie)|dhl|ups|fedex)s?\b"
_OF_ORDER = (
    r"(?:(?:my |the |this |that )?(?:order|parcel|package|delivery)\b(?: (?:number |no\.? )?(?:#?[0-9]{5,7}\b"
    r"|(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b ?){4,7}))?"
    r"|#?[0-9]{5,7}\b|(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b ?){4,7})"
)
_LEAD = (
    r"^(?:(?:hi|hello|hey|ok|okay|so|and|also|please|pls|just|can|could|may|would|i'd|i'll|i|you|we|want|need|like|to|wanna|is it"
    r"|possible|#?[0-9]{5,7}|how do i|let me|yes|then|love)\b[,.!]? *+)*+"
)
_NOTE = r"(?:delivery |courier |short |quick |little |small )?(?:notes?|messages?|instructions?|remarks?|comments?)"
_BEGINS = re.compile(
    r"^#?[0-9]{5,7}[, ]+(?:delivery )?notes?(?=[ .!]*$)|"
    rf"{_LEAD}(?:(?:leave|add|put|write|make|attach|give|send|have|pass(?: on)?|enter) (?:an? |the |some |my |another |this )?)?"
    rf"{_NOTE}(?: (?:left|added|put))? (?:for|to|on|with|in|about) (?:(?:the |my |your |this )?{_BROUGHT}(?: (?:for|of|on|with)"
    rf" {_OF_ORDER})?|{_OF_ORDER})"
    rf"|{_LEAD}(?:leave|add|put) (?:an? |another )?{_NOTE} (?:for|on|with) (?:it|this|that)\b(?=[ ,.!?]*(?:$|please|pls|thanks))"
    rf"|{_LEAD}(?:leave|add|put|write|give) (?:the |my |your )?{_BROUGHT} (?:an? |the |some )?{_NOTE}"
    rf"(?: (?:for|of|on|with) {_OF_ORDER})?",
    re.I,
)
_IN_ORDER_ZH = (
    r"(?:订单|单号|单子|包裹|快递)?(?:号)?#?[0-9零〇一二三四五六七八九幺]{5,7}(?:号)?(?:这?个?(?:订单|单子?|包裹))?"
)
_LEAD_ZH = r"^(?:你好|您好|请|麻烦|帮我|帮忙|我想|我要|想要?|要|能不能|可不可以|可以|能否|能|那|再|还想|[,，。 ])*+"
_REMARK_ZH = (
    r"(?:留|加|写|添|做|填|记)(?:上|下|一下)?(?:一?[个条句下点])?(?:配送|快递|送货|订单)?(?:备注|留言|言|话|便条|附言)"
)
_WHO_ZH = r"(?:快递|配送|派送|送货|骑手|司机|派件|外送)(?:员|小哥|师傅|的人?|公司)?"
_BEGINS_ZH = re.compile(
    rf"{_LEAD_ZH}(?:[给在对为跟]|帮)?{_IN_ORDER_ZH}(?:的|上|里|里面|[,，:： ])*(?:能不能|可以|帮我|麻烦|请|我?想|要"
    rf"|[给跟]{_WHO_ZH})*+"
    rf"(?:{_REMARK_ZH}|备注(?:一?下)?)"
    rf"|{_LEAD_ZH}(?:[给跟]{_WHO_ZH})(?:{_REMARK_ZH}|[带捎](?:一?句|个)话)"
    rf"|{_LEAD_ZH}(?:[给在]订单|[给在]包裹)?(?:上|里)?(?:{_REMARK_ZH})(?=[:：,，吗。 ]|$|可以|给)"
    r"|^(?:配送|快递|送货|订单)?备注(?:一?下)?[:：,， ]*"
)
_OTHER = re.compile(  # no note for a delivery
    r"\b(?:gift|greeting|birthday|card|complain\w*|invoice|colleague|agent|manager|seller|account|refund|return)\b"
    r"|贺卡|礼物|祝福|发票|账号|客服|投诉|卖家|退|换货",
    re.I,
)
_FOLLOWS = re.compile(r" *[:：]|[ ,]*(?:saying|that says|which says|that)\b|[，,。 ]*(?=[放别不请麻交送])", re.I)
_JOINT = re.compile(
    r"[,.:;!：，。； ]*(?:(?:saying|that says|which says|to say|to tell (?:them|him)|that|to|please)\b[: ]*+)?", re.I
)


def begins_note(text: str) -> bool:
    """Whether a note is to be left for an order's delivery, or for whoever brings it."""
    said = simplified(text[:LONGEST]).replace("\u2019", "'").strip()
    return len(text) <= LONGEST and lead_of_note(said) > 0 and _OTHER.search(said) is None


def says_what(text: str) -> bool:
    """Whether what the note is to say follows: behind a colon, or a "that"."""
    said = simplified(text.strip()[:LONGEST])
    begins = _BEGINS.match(said) or _BEGINS_ZH.match(said)
    return begins is not None and _FOLLOWS.match(said, begins.end()) is not None


def lead_of_note(said: str) -> int:
    """How many characters only say that a note is to be left: "leave a note for 10025 to …", 给10025留个备注，…."""
    plain = simplified(said).replace("\u2019", "'")
    begins = _BEGINS.match(plain) or _BEGINS_ZH.match(plain)
    if begins is None:
        return 0
    joint = _JOINT.match(plain, begins.end())
    return joint.end() if joint else begins.end()


def only_begins(text: str) -> bool:
    """Whether nothing is said but that a note is to be left."""
    said = text.strip()[:LONGEST]
    lead = lead_of_note(said)
    return (
        lead > 0
        and re.search(r"\w", re.sub(r"\b(?:please|pls|thanks)\b|吗|谢谢|吧", "", said[lead:], flags=re.I)) is None
    )
