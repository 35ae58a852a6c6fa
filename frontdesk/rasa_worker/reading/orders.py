"""Order and tracking numbers: called so, marked ("#A10023"), of a carrier's or a marketplace's shape, or bare digits. Pure."""

import re

from frontdesk.rasa_worker.reading.found import Found, first_group, taken

_CARRIERS = (
    r"fedex|dhl|ups|usps|royal mail|hermes|evri|dpd|gls|courier|"
    r"中通|圆通|申通|韵达|极兔|顺丰|京东快递|邮政|ems|百世|快递|物流|运单"
)
_SHAPED_TRACKING = re.compile(
    r"(?<![a-z0-9])(?:1Z(?: ?[0-9A-Z]){16}|[A-Z]{2} ?[0-9]{3} ?[0-9]{3} ?[0-9]{3} ?(?:[A-Z]{2})|"
    r"(?:SF|YT|JD[A-Z]{0,3}|JT|ZTO?|STO|YD|DPK|EMS|BS|HTKY|LP|UPS|GM|TBA)[0-9]{9,18}|"
    r"(?-i:(?!PO|SO|WC|TB|JD|ID|TX|VAT|NR|NO)[A-Z]{2})[0-9]{8,12}|"
    r"9[2-5][0-9]{2}(?: ?[0-9]{4}){4}(?: ?[0-9]{2})?)(?![a-z0-9])",
    re.I,
)
_NAMED_TRACKING = re.compile(
    rf"(?:(?:tracking|track|waybill|awb|consignment|shipment)(?: ?(?:number|no\.?|code|id|#))?|运单号?码?|(?:快递|物流)单?号?码?|"
    rf"{_CARRIERS})"
    r"[^0-9a-z|]{0,4}(?:is |number |no\.? |是|为)?[ :：#]{0,2}"
    r"((?=[0-9a-z]*[0-9]{6})(?:[a-z]{0,4}[0-9]{9,22}|[a-z]{2,4}[0-9]{8})[a-z]{0,2})(?![0-9a-z])",
    re.I,
)
_CODE = r"[a-z]{0,5}[\-_]?[0-9][0-9a-z]*(?:[\-_][0-9a-z]+)*"
_PARTED = r"[0-9]{1,4}(?:[ .\-·][0-9]{1,4}){1,6}"
_NAME = (
    r"(?<![a-z])(?:order|ordr|oder|odrer|orders|ord|purchase|po|ref(?:erence)?|confirmation|booking)|"
    r"[订訂定][单單]编?[号號碼码]?|[订訂][单單]編[号號]|"
    r"单号|單號|编号|編號"
)
_NUMBER_WORD = r"(?:[ \-]?(?:number|numbers|num|nmbr|no|nr|id|code|ref)(?![a-z])\.?)"
_JOIN = r"[ .:：=/\-(（\[【<{\"'“#是为]{0,4}(?:(?:is|was)[ :]{1,2}#?)?"
_NAMED = re.compile(
    rf"(?:{_NAME}){_NUMBER_WORD}?{_JOIN}(?:({_PARTED})(?![0-9a-z]|[\-_.][0-9])|({_CODE})(?![0-9]))|"
    rf"(?<![0-9a-z])(?:no|nr|№|num|number)[ .:：#]{{0,2}}({_CODE})(?![0-9])",
    re.I,
)
_MARKED = re.compile(
    rf"(?<![0-9a-z])#({_CODE})(?![0-9])|(?<![a-z0-9])((?:ord|so|po|wc|tb|jd)[\-_]?[0-9]{{3,20}}(?:[\-_][0-9a-z]+)*)(?![0-9a-z])|"
    r"(?<![a-z0-9\-])((?-i:[A-Z]{2})-[0-9]{5,8})(?![0-9a-z\-])",
    re.I,
)
_OF_MARKETPLACE = re.compile(r"(?<![0-9\-])(?:[0-9]{3}-[0-9]{7}-[0-9]{7}|[0-9]{6}-[0-9]{15})(?![0-9\-])")
_LONG = re.compile(r"(?<![0-9a-z.])[0-9]{8,20}(?![0-9]|\.[0-9]|[a-z]{1,2}(?![a-z]))", re.I)
_BARE = re.compile(
    r"(?<![0-9])(?<![0-9][.,\-])(?<![a-z])[0-9]{5,7}(?![0-9]|[.,][0-9]|-[0-9]| ?%| ?\+(?! ?[0-9])|k\b|(?:th|st|nd|rd)\b)",
    re.I,
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LEAST, _MOST_JOINED = 4, 7  # digits of a named number; digits that parts of it may have together


def tracking(text: str) -> tuple[str, list[Found]]:
    """Of a carrier's own shape, or called so."""
    text, shaped = taken(_SHAPED_TRACKING, text, lambda m: Found("tracking_number", m[0].replace(" ", "")))
    text, named = taken(_NAMED_TRACKING, text, lambda m: Found("tracking_number", m[1]))
    return text, shaped + named


def of_marketplace(text: str) -> tuple[str, list[Found]]:
    """Order numbers in groups that could be taken for a phone's."""
    return taken(_OF_MARKETPLACE, text, _order)


def orders(text: str) -> tuple[str, list[Found]]:
    """Called an order number, marked with a sign, or of a length that little else has."""
    found: list[Found] = []
    for pattern in (_MARKED, _NAMED, _LONG, _BARE):
        text, more = taken(pattern, text, _order)
        found += more
    return text, found


def _order(match: re.Match[str]) -> Found | None:
    """Digits parted by signs are one number, if a short one; "2024" alone is a year."""
    value = first_group(match).rstrip("-_")
    digits = re.sub(r"[^0-9]", "", value)
    value = value.replace(" ", "")
    if not re.search(r"[a-z]", value, re.I) and len(digits) <= _MOST_JOINED:
        value = digits
    explicit = match[0][0] in "#nN№" or re.search(r"num|no\b|nr\b|id\b|#|号|號", match[0], re.I)
    if len(digits) < (_LEAST - 1 if explicit else _LEAST) or (_YEAR.fullmatch(value) and not explicit):
        return None
    return Found("order_number", value)
