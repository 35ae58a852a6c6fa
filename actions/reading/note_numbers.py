"""A note for whoever brings a parcel, without what only proves whose it is: the order's number, the phone's last digits. Pure."""

import re

from actions.reading.addresses import without_proof
from actions.reading.number_kinds import USUAL, OrderDigits
from actions.reading.numbers import runs_in

_FIGURE = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)"
_HAN = "零〇一幺二两三四五六七八九"
_NUMBER = rf"(?:#?[0-9]{{5,20}}(?![0-9])|{_FIGURE}(?:[ -]{_FIGURE}){{4,9}}\b|[{_HAN}]{{5,11}})"
_FOUR = rf"(?:[0-9]{{4}}(?![0-9])|{_FIGURE}(?:[ -]{_FIGURE}){{3}}\b(?![ -]{_FIGURE})|[{_HAN}]{{4}}(?![{_HAN}]))"
_CALLED = (
    r"(?:(?:(?:for|of|on|it's|its|it is|is|my|the|this|order|parcel|package|number|no)\b|订单|单号|订单号|包裹|我的|是|号)"
    r"[ .:：]*+)*+"
)
_PROOF = (
    r"(?:(?:(?:and|my|the|phone|mobile|number|digits?|last (?:four|4)|ends?|ending|in|with|are|is)\b|手机|电话|尾号|后四位"
    r"|末四位|号码?|的|是)"
    r"[ :：]*+)*+"
)
_JOINT = r"[,，;；.。:：/ ]*+"
_LEADING = re.compile(
    rf"^(?:(?:hi|hello|hey|ok|okay|yes|so|你好|您好|好的?)\b{_JOINT})*+{_CALLED}(?P<number>{_NUMBER}){_JOINT}"
    rf"(?:{_PROOF}{_FOUR}(?! (?:is|are)\b){_JOINT})?(?!(?:is|are|was|that's|是)\b|[0-9是])",
    re.I,
)
_PROOF_LEADING = re.compile(
    rf"^{_PROOF}{_FOUR}{_JOINT}(?=(?:please|pls|tell|ask|let|can|could|leave|put|drop|hide|and|the (?:driver|courier)|just|i)\b"
    r"|[请麻告让叫放给帮跟交别不能可送])",
    re.I,
)
_TRAILING = re.compile(
    rf"(?:(?<![,，;；.。?？ ])[,，;；.。?？ ]++{_CALLED}|(?<=[\u4e00-\u9fff])(?:订单号?|单号)[是:： ]*)(?P<number>{_NUMBER})"
    rf"(?:{_JOINT}{_PROOF}{_FOUR})?[ .!。！]*$",
    re.I,
)
_OWN = re.compile(r"[,，;；.。?？]|\b(?:for|of|on|order|parcel|package)\b|订单|单号|包裹", re.I)
_CODE_AHEAD = re.compile(r"(?:\b(?:codes?|pin|number)(?: is)?|[密号门]码是?|门禁)$", re.I)
_SPOKEN = re.compile(
    rf"[,，]? ?(?:\b(?:for|of|on|to) )?(?:\b(?:my |the )?(?:order|parcel|package) (?:number )?|订单号?|单号)?"
    rf"(?<!code )(?<!code is )(?<![密号]码)(?<!码是)(?P<number>\b{_FIGURE}(?:[ -]{_FIGURE}){{3,9}}\b|[{_HAN}]{{5,11}})",
    re.I,
)
_PROOF_TRAILING = re.compile(rf"(?<![,，;；.。 ])[,，;；.。 ]++(?:{_PROOF}){_FOUR}[ .!。！]*$", re.I)
_NEEDS_NUMBER = re.compile(
    r"\b(?:codes?|gate|buzz\w*|pin|number|key ?pad|intercom|flat|apartment|unit|locker)\b|密码|门禁|码|柜", re.I
)
_CODE_BEFORE = r"(?<!code )(?<!code is )(?<!pin )(?<!pin is )(?<!码)(?<!码是)(?<!码为)(?<![0-9])"


def without_ids(note: str, digits: OrderDigits = USUAL) -> str:
    """The note without them, at its beginning, at its end, or called so; a gate's code stays. Empty where nothing is left."""
    left = note.strip()
    if (lead := _LEADING.match(left)) and _fits(lead["number"], digits):
        left = left[lead.end() :]
    left = _PROOF_LEADING.sub("", left)
    trail = _TRAILING.search(left)
    if (
        trail
        and _fits(trail["number"], digits)
        and _OWN.search(trail[0])
        and not _CODE_AHEAD.search(left[: trail.start()])
    ):
        left = left[: trail.start()]
    if (proof := _PROOF_TRAILING.search(left)) and not _NEEDS_NUMBER.search(left[: proof.start()]):
        left = left[: proof.start()]
    return without_proof(left).strip(" ,，;；") if left.strip(" ,，;；.。") else ""


def without_number(note: str, number: str) -> str:
    """The note without that order's number, wherever in it; one that is called a code stays."""
    own = re.compile(
        rf"[,，]? ?(?:\b(?:for|of|on|to) )?(?:\b(?:my |the )?(?:order|parcel|package) (?:number |no\.? )?|订单号?"
        rf"|单号)?{_CODE_BEFORE}"
        rf"#?{re.escape(number)}(?![0-9])",
        re.I,
    )
    left = _SPOKEN.sub(lambda said: "" if tuple(runs_in(said["number"])) == (number,) else said[0], own.sub("", note))
    return re.sub(r"^[ ,，:：]+|[ ,，:：]+$", "", " ".join(left.split())) or note


def _fits(number: str, digits: OrderDigits) -> bool:
    return any(digits.bare(run) for run in runs_in(number))
