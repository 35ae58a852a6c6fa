"""Whom an invoice is for, a company or a person, and whether it is China's special one: what was said last of it. Pure."""

import re

LONGEST = 300  # characters that are looked at
_SPECIAL = r"special|专票|专用|增值税专"
_PLAIN = r"普票|普通(?:增值税)?(?:电子)?发票|普通的|\b(?:ordinary|regular|normal) (?:vat )?invoice\b"
_COMPANY = r"compan|business|firm|\bltd\b|\binc\b|vat number|employer|公司|企业|单位"
_SENT_TO_ME = (
    r"\b(?:e-?mail\w*|send|sent|forward|mail|get|tell|show|text)\b[^,.;]{0,20}? (?:for|to) me\b"
    r"|私人邮箱|个人邮箱|\bpersonal e-?mail"
)
_PERSONAL = (
    r"^(?:just |only )?me[.! ]*$"
    r"|^(?:就)?(?:给)?我[。!！ ]*$|person|private|myself|my (?:own )?name|(?:for|to) me\b|个人|^各人的?$"
    r"|本人|自己|私人"
)
_SAME = re.compile(
    r"resend|send.{0,12}again|another copy|lost the invoice|重发|再发|重新发|补发|没收到|没有收到|收不到"
    r"|(?:haven.?t|didn.?t|never|not) (?:got|get|received?|arrived?)",
    re.I,
)
_REFUSED = (
    r"(?:不是|不要|不用|不开|别开|不需要|而非)(?:开|要)?(?:给)?(?:的)?"
    r"|\b(?:not|no|instead of|rather than|don'?t want)(?: (?:a|an|the|for|to|my|it))*"
)
_MENTIONS = re.compile(
    rf"(?P<no>{_REFUSED})? ?(?:(?P<none>{_SENT_TO_ME})|(?P<vat_special>{_SPECIAL})|(?P<plain>{_PLAIN})|(?P<company>{_COMPANY})"
    rf"|(?P<personal>{_PERSONAL}))",
    re.I,
)
_ASKS = re.compile(
    r"区别|不同|什么|啥|是不是|有没有|怎么|为什么|(?<!可以)(?<!行)(?<!能)[吗么嘛][?？。 ]*$"
    r"|(?:专|普)票还是(?:专|普)票|还是(?:专|普)票(?:好|呢|[?？])"
    r"|^(?:(?:so|and|but|ok|wait)[, ]+)*(?:is|was|are|does|do|why|what|which|how)\b",
    re.I,
)
_WISHES = re.compile(
    r"可以|能|可不可以|行吗|行不行|要|想|给我|帮我|开(?!的)|\b(?:can|could|may|please|want|need|make)\b", re.I
)
_WHAT_IT_IS = re.compile(
    r"区别|不同|还是(?:专|普)票好|什么是|是什么|啥是|是啥|\bdifference\b|\bwhat(?:'?s| is| does)\b", re.I
)


def invoice_kind_in(text: str) -> str | None:
    """The kind that was said last; None where none is said, or only asked about ("is that the special one?", 是专票吗)."""
    said = text.strip()[:LONGEST].replace("\u2019", "'")
    if asks_of_kind(said):
        return None
    kinds = [(found.lastgroup or "", bool(found["no"])) for found in _MENTIONS.finditer(said)]
    meant = [kind for kind, refused in kinds if not refused and kind != "none"]
    if "vat_special" in meant and "plain" not in meant[meant.index("vat_special") :] and meant[-1] != "personal":
        return "vat_special"
    if _SAME.search(said):
        return "same"
    return next((_as_kind(kind, kinds) for kind in reversed(meant) if _as_kind(kind, kinds)), None)


def _as_kind(kind: str, kinds: list[tuple[str, bool]]) -> str | None:
    """An ordinary one instead of the special one, which only companies get, is still a company's."""
    special = any(known == "vat_special" for known, _ in kinds)
    return kind if kind != "plain" else "company" if special else None


def asks_of_kind(text: str) -> bool:
    """Whether the kind is only asked about; "can you make it the special one?" asks for it."""
    asks = _ASKS.search(text) is not None and _MENTIONS.search(text) is not None
    return asks and (_WHAT_IT_IS.search(text) is not None or not _WISHES.search(text))


def wants_plain(text: str) -> bool:
    """Whether an ordinary invoice is wanted in place of the special one: 那我开普票."""
    said = text.strip()[:LONGEST]
    kinds = [found.lastgroup for found in _MENTIONS.finditer(said) if not found["no"]]
    return not asks_of_kind(said) and "plain" in kinds and kinds[-1] != "vat_special"
