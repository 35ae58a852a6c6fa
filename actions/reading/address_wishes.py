"""A whole address within other words: said with the wish, beside an order's number, in the middle of a letter. Pure."""

import itertools
import re

from actions.reading.address_leads import TO_ZH, without_lead, without_tail
from actions.reading.address_parts import PHRASE, WHOLE, has_box
from actions.reading.addresses import has_street, spoken, without_proof
from actions.reading.characters import simplified
from actions.reading.day_conditions import without_day
from actions.reading.orders_named import without_order
from actions.reading.sentences import is_said

LONGEST = 400  # characters in which a whole one is looked for
MOST_KEPT, _SHORTEST = 200, 6  # characters of a whole one
MOST_PLACES = 8  # at which one may begin
_IT = (
    r"(?:it|this|that|them|mine|(?:my |the )?(?:order |parcel |package )?(?:number )?#?[0-9]{5,7}"
    r"|(?:my|the) (?:order|parcel|package))"
)
_BEGINS_EN = re.compile(
    r"\baddress(?:es)?\b[^?？:]{0,60}?(?:\b(?:to|at|is|be)\b:?|:)"
    rf"|\b(?:send|deliver|ship|change|want|need|forward|redirect|get) {_IT} (?:sent |delivered |shipped )?(?:over )?(?:to|at)\b:?"
    r"|\b(?:gets?|be|goes|go) (?:sent |delivered |shipped )?(?:to|at)\b:?|\b(?:deliver|ship) to\b:?"
    r"|\b(?:new|right|correct) one(?: is\b|:)|\b(?:moved|relocated|moving) to\b|\b(?:now )?liv(?:e|ing) at\b"
    r"|\b(?:should|must) (?:be|read)\b:?|[.!?:] (?=(?:it'?s|it is|to)\b)",
    re.I,
)
_BEGINS_ZH = re.compile(
    rf"(?:地址[^，。？?]{{0,8}}?)?{TO_ZH}[:： ]*|地址[^，。？?]{{0,8}}?(?:是|为(?=[:： ])|[:：])|地址[:：，,]|[改换](?:寄|送|发)"
)
_REGION_ZH = re.compile(r"(?<=[0-9，,。；;： :])(?=[\u4e00-\u9fff]{2,9}?(?:省|(?<![超城菜夜门股上])市|自治区))")
_WISH_ZH = re.compile(r"[改换寄送]|地址")
_WHO_AHEAD = re.compile(
    r"(?:^|(?<=[:.!?\n]))\s*(?P<who>(?:c/o )?[A-Z][\w.'’&\-]*(?: (?:&|and|of|[A-Z][\w.'’&\-]*)){0,4}),\s*$"
)
_PROOF_BEHIND = re.compile(  # of an order that is named
    r"(?:(?<=[号號楼樓栋棟層层座]) |(?<![,，;；。 ])[,，;；。] ?)[0-9]{4}(?:谢谢|[ .。!！])*$"
)
_REMARK = re.compile(r"尽快|盡快|快点|快點|快些|发货|發貨|着急|急用|抓紧|轻拿轻放")
_PROOF_TYPED = re.compile(r"(?<=[0-9])[,;. ]+(?:(?:my )?(?:phone|mobile|number)(?: number)?[: ]+)?[0-9]{4}$", re.I)
_OTHER_SENTENCE = re.compile(  # behind a postcode; whom it goes to is none
    r"(?<=[0-9])[.!;] *+(?!(?:name|recipient|attn|c/o|phone|tel|mobile)\b).*$", re.I | re.S
)
_INSTEAD = re.compile(r"[, ]+instead(?: of .{0,80})?$|[,，]?(?:不要|别)寄到?(?:原来|以前|之前|老|旧).{0,20}$", re.I)
_NEXT_SENTENCE = re.compile(
    r"[.;!?]+ +(?:(?:oh|and|also|plus|is|are|can|could|do|does|will|would|how|what|when|where|why|please|thanks|thank"
    r"|i|my|the order"
    r"|that'?s|one more|another)\b|i'[a-z]+).*$|,? (?:and|but) (?:please|also|can|could|i|i'[a-z]+)\b.*$|[。；！？].+$",
    re.I | re.S,
)


def address_in(text: str) -> str | None:
    """A whole address in the words that ask for the change: "change the address of 10025 to 5 Quay Street"."""
    said = without_day(text.strip()[:LONGEST])
    if (whole := _whole_in(said)) is not None:
        return whole[:MOST_KEPT]
    for start in sorted(_starts(said))[:MOST_PLACES]:
        beside_order = any(map(str.isdigit, said[:start]))
        address = _alone(_PROOF_BEHIND.sub("", said[start:]) if beside_order else said[start:])
        if len(address) >= _SHORTEST and (has_street(address) or has_box(address)) and not says_more(address):
            return address[:MOST_KEPT]
    return None


_TO_BE_SENT = re.compile(
    rf"(?<!was )(?<!were )(?<!been )(?<!be )\b(?:send|deliver|ship|forward|redirect) (?:{_IT} )?to\b"
    r"|\b(?:new|right|correct|wrong|old|update|change)(?: [\w'’]+){0,3} address\b"
    r"|\baddress (?:should|must|needs)\b|\b(?:moved|relocated) to\b"
    r"|[改换变](?:寄|送|发|一下|地址)?[成到为至]|改[寄送发]|改地址|(?:能不能|可以|请|麻烦|帮我|想|给我"
    r"|把)[^，。]{0,6}[寄送][到至往给]|(?<![已会要])寄[到至往]",
    re.I,
)


def to_be_sent(text: str) -> bool:
    """Whether something is to go to an address that is told: "would you please send it to 12 Oak Street, Springfield"."""
    return address_in(text) is not None and _TO_BE_SENT.search(simplified(text[:LONGEST])) is not None


_OTHER_WISH = re.compile(
    r"\b(?:where|when|track\w*|status|cancel|return|refund|exchange|invoice|receipt|swap|missing|broken|damaged|complain\w*)\b"
    r"|[?？].{3}|到哪|退|换货|取消|发票|催|坏|投诉|什么时候",
    re.I | re.S,
)


def only_to_be_sent(text: str) -> bool:
    """Whether all that is wanted is that something goes to the address that is told."""
    return len(text) <= LONGEST and to_be_sent(text) and _OTHER_WISH.search(without_addresses(text)) is None


def without_addresses(text: str) -> str:
    """What is left of the text without the whole addresses in it, whose numbers are no orders'."""
    address = address_in(text)
    return WHOLE.sub(" ", text.replace(address, " ") if address else text)


def says_more(part: str) -> bool:
    """Whether something is said in it to somebody; a street may be called Price or Return."""
    return is_said(PHRASE.sub("", part)) or _REMARK.search(part) is not None


def _starts(said: str) -> set[int]:
    plain = simplified(said).replace("\u2019", "'")
    wish = _WISH_ZH.search(plain)
    regions = _REGION_ZH.finditer(plain, wish.end()) if wish else ()
    found = itertools.chain(_BEGINS_EN.finditer(plain), _BEGINS_ZH.finditer(plain), regions)
    return {begins.end() for begins in found}


def _whole_in(said: str) -> str | None:
    """From its house to its state and postcode, with whom it goes to ahead of it, and with what belongs to it behind."""
    found = WHOLE.search(said)
    if found is None:
        return None
    who = _WHO_AHEAD.search(without_lead(said[: found.start()]))
    behind = _alone(said[found.start() :])
    behind = _OTHER_SENTENCE.sub("", _PROOF_TYPED.sub("", behind))
    whole = behind if behind.startswith(found[0]) and not says_more(behind) else found[0]
    return f"{who['who']}, {whole}" if who and not is_said(who["who"]) else whole


def _alone(said: str) -> str:
    """Without what leads up to it and what else is said: whose order it is, which order, a word of thanks, another sentence."""
    said = _NEXT_SENTENCE.sub("", without_lead(spoken(said)))
    said = without_tail(_INSTEAD.sub("", without_order(without_proof(without_tail(said))))).strip(" .,，。")
    parts = re.split(r"(?<=[,，;；])", said)
    told = next((at for at, part in enumerate(parts) if at and says_more(part)), len(parts))
    return "".join(parts[:told]).strip(" .,，。;；")
