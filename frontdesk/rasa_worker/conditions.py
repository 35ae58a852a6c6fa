"""What is only to be done if something else can't be: what decides it comes first. Pure; knows no Rasa."""

import re

from actions.meaning.follow_ups import without_money_condition
from actions.meaning.kept import Kept
from actions.plans import PLANS
from actions.reading.addresses import has_street
from frontdesk.rasa_worker.parting import as_proof, in_digits, is_proof, numbers_of, pieces_of
from frontdesk.rasa_worker.several import FOLLOWS, SURE, TOLD_WITH, Classify, Several

LONGEST = 300  # characters in which a condition is looked for
SURE_ENOUGH = 0.5  # of what decides it
_IF_NOT = re.compile(  # 不能就取消; "otherwise return it"
    r"^(?P<ask>.{3,200}?)[,，。?？!！;； ]++(?:要是|如果|若是?|假如)?(?:不能|不行|不可以|没有|没货|做不到|来不及"
    r"|[^,，。?？ ]{0,6}不[了到])(?:的话|[换发改送退]{1,2})?"
    r"[,，]?(?:我?就|那就|那|直接)(?P<zh>.{1,30})$"
    r"|^(?P<ask_else>.{3,200}?)[,，。?？!！;； ]*(?:否则|不然|要不然)(?:的话)?[,，]?(?:我?就|那就|那)?(?P<zh_else>.{1,30})$"
    r"|^(?P<ask_en>.{6,240}?)[,.;!?]? (?:and |but )?(?:if (?:not|(?:that|this|it)(?:'s| is)? ?(?:no longer|not|isn't) possible"
    r"(?: any ?more)?|you (?:can't|cannot|don't)(?: do (?:that|it)| have (?:one|it|that|any))?|(?:that|it) (?:doesn't"
    r"|can't|won't)"
    r" (?:work|be done|go))|otherwise|or else)\b,? ?(?P<en>.{3,60})$",
    re.I | re.S,
)
_IF = re.compile(  # 如果今天送不到我就不要了; "if it isn't coming before sunday i want to cancel"
    r"^(?P<head>.{0,40}?)(?:如果|要是|假如|若是)(?P<zh_ask>.{2,30}?)(?:的话)?[,，]?(?:我|那)?就(?P<zh>.{1,20})$"
    r"|^(?P<tail>.{0,20}?[0-9]{5,7}.{0,8}?(?:今天|明天|后天|周.|[0-9]+号)?.{0,6}不[了到出来])[,，]?(?:我"
    r"|那)?就(?P<zh_then>.{1,20})$"
    r"|^(?P<en_head>.{0,60}?)\bif (?P<en_ask>(?:it|they|the (?:parcel|order|package)|my (?:parcel|order|package)"
    r"|(?:order )?[0-9]{5,7})"
    r" (?:isn't|won't|doesn't|can't|hasn't|aren't|is not|will not|does not|cannot|has not)\b[^,.;]{3,50}?)"
    r",? (?:then |please |just |i'd like to |i (?:want|would like|need) to |i'll |can you |could you )+(?P<en>.{3,60})$"
    r"|^(?P<en_then>.{0,60}?)\bif (?P<en_last>(?:it|they|the (?:parcel|order|package))"
    r" (?:isn't|won't|doesn't|can't|is not|will not|does not|cannot)(?: be)? (?:com|arriv|deliver|get|make|here"
    r"|there)[^,.;]{0,50})[.!]?$",
    re.I | re.S,
)
_ACTS = (
    ("refund_request", re.compile(r"退款|退钱|\brefund\b", re.I)),
    ("return_item", re.compile(r"退(?!款|钱)|\b(?:return|send (?:it |them )?back)\b", re.I)),
    ("exchange_item", re.compile(r"换|\b(?:exchange|swap)\b", re.I)),
    ("cancel_order", re.compile(r"取消|不要了?|不买|\bcancel|\b(?:don't|do not) want", re.I)),
)
_LOOKED_AT = re.compile(  # by who cancels, in any case
    r"(?:还|還)?(?:没|未)有?(?:发|寄|出库|打包)|来得及"
    r"|\b(?:not|hasn't|isn't|un)(?: yet)? ?(?:been )?(?:shipped|sent|packed|left)\b",
    re.I,
)
_OF_TIME = re.compile(
    r"今天|明天|后天|周|星期|[0-9]+[号天]|到|发|送|\b(?:before|by|today|tomorrow|on time|com(?:e|ing)|arriv\w*"
    r"|deliver\w*|get here|day)",
    re.I,
)


def condition_in(text: str, classify: Classify) -> Several | None:
    """What decides first, and the other request kept for where it can't be; None where nothing depends on anything."""
    if len(text) > LONGEST:
        return None
    said = in_digits(text).replace("\u2019", "'").strip()
    left = without_money_condition(said)
    if left != said and (wanted := _act(left)) is not None:  # when it comes is told before anything is agreed to
        return Several({"name": wanted, "confidence": SURE}, said)
    parts = _split(said)
    if parts is None or _LOOKED_AT.search(parts[0]):
        return None
    ask, other = parts
    act = _act(other)
    if act is None:
        return None
    guess = classify(ask)
    need = "change_order" if has_street(ask) else str(guess["name"])
    if need in TOLD_WITH and need in FOLLOWS.get(act, ()):
        return None
    if _act(ask) is None and _OF_TIME.search(ask) and not has_street(ask):
        need = "order_status"
    elif need not in PLANS or need == act or (guess["name"] == need and guess["confidence"] < SURE_ENOUGH):
        return None
    number = next(iter(numbers_of(said)), "")
    named = [number] if number and number not in ask else []
    proofs = [as_proof(piece.text) for piece in pieces_of(said) if is_proof(piece.text) and piece.text not in ask]
    words = ", ".join([ask, *named, *proofs])
    return Several(
        {"name": need, "confidence": max(guess["confidence"], SURE_ENOUGH)}, words, (Kept(act, number, True),)
    )


def _split(said: str) -> tuple[str, str] | None:
    """What decides, and what is wanted then."""
    if (found := _IF_NOT.match(said)) is not None:
        told = found.groupdict()
        return next((told[ask].strip(), told[other]) for ask, other in _PAIRS if told[ask])
    if (found := _IF.match(said)) is None:
        return None
    told = found.groupdict()
    if told["tail"]:
        return told["tail"].strip(), told["zh_then"]
    if told["en_last"]:
        return told["en_last"].strip(), told["en_then"]
    if told["en_ask"]:
        return f"{told['en_head']}{told['en_ask']}".strip(), told["en"]
    return f"{told['head']}{told['zh_ask']}".strip(" ,，"), told["zh"]


_PAIRS = (("ask", "zh"), ("ask_else", "zh_else"), ("ask_en", "en"))


def _act(words: str) -> str | None:
    """The need that the words name, of those that may be wanted instead."""
    return next((need for need, act in _ACTS if act.search(words)), None)
