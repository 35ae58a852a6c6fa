"""E-mail addresses, typed ("jo.doe+x@mail.example.co.uk") and said ("j o e at gmail dot com", lily艾特163点com). Pure."""

import re

from actions.number_words import ENGLISH, HAN, english, han

# ASCII classes throughout: \w and \d would take Chinese characters and other digits along.
_HOSTS = r"gmail|googlemail|hotmail|yahoo|outlook|live|icloud|aol|proton|qq|163|126|sina|foxmail|example"
_ENDS = r"com|net|org|cn|edu|gov|co|io|de|fr|uk"
_EMAIL = re.compile(r"(?:[a-z0-9](?:['’](?=[a-z]))?)[a-z0-9._%+'’\-]*@[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.[a-z]{2,}", re.I)
_LOOSE = re.compile(
    rf"(?<=[a-z0-9]) ?@ ?(?=[a-z0-9\-]+ ?[.。] ?[a-z])|(?<=[a-z0-9]) ?[.。] ?(?=(?:{_ENDS})(?![a-z]))", re.I
)
_NEXT_SENTENCE = re.compile(r"(?<=[a-z])(\.[a-z]{2,3})\.[A-Z][a-z]*$")
_AT = re.compile(r"(?<=[a-z0-9])(?: *[(\[{<] *(?:at|@) *[)\]}>] *| +(?:at|@) +| *艾特 *)(?=[a-z0-9])", re.I)
_DOT = re.compile(r"(?<=[a-z0-9])(?: *[(\[{<] *(?:dot|\.) *[)\]}>] *| +(?:dot|point) +| *点 *)(?=[a-z0-9])", re.I)
_UNDERSCORE = re.compile(r"(?<=[a-z0-9]) +underscore +(?=[a-z0-9])|(?<=[a-z0-9]) *下划线 *(?=[a-z0-9])", re.I)
_HYPHEN = re.compile(r"(?<=[a-z0-9]) +(?:dash|hyphen|minus) +(?=[a-z0-9])", re.I)
_PLUS = re.compile(r"(?<=[a-z0-9]) +plus +(?=[a-z0-9])", re.I)
_SAID = "|".join(sorted(ENGLISH, key=len, reverse=True))
_SAID_IN_MAIL = re.compile(
    rf"(?:(?<![a-z])((?!is |its |s |mail |email |address |"
    rf"mine )[a-z]+) )?(?<![a-z])((?:(?:{_SAID}) )+)(?=at (?:[a-z0-9\-]+ dot|{_HOSTS}))",
    re.I,
)
_HAN_IN_MAIL = re.compile(rf"[{''.join(HAN)}]{{3,}}(?= ?(?:艾特|@))")
_GLUED = re.compile(rf"(?<![a-z0-9])((?:{_HOSTS})) ?(com|net|org|cn)(?![a-z0-9])", re.I)
_SPELT = re.compile(r"(?<![a-z0-9'’])(?:[a-z0-9] ){2,}[a-z0-9](?=[ .]*(?:@|at\b|艾特))", re.I)
_MAYBE_SAID = re.compile(rf"@|\bat\b.*(?:\bdot\b|\.|{_HOSTS})|艾特", re.I)


def mails_in(text: str, gap: str = " | ") -> tuple[str, list[str]]:
    """The text with `gap` in place of its addresses, and those, in small letters. Typed ones first.

    Others are put together only where an address may be: "at" and "dot" are words, too.
    """
    left, found = _taken(text, gap)
    if not _MAYBE_SAID.search(left):
        return left, found
    for typed in (_LOOSE.sub(_without_spaces, left), _typed(left)):
        rest, more = _taken(typed, gap)
        if more:
            return rest, found + more
    return left, found


def _taken(text: str, gap: str) -> tuple[str, list[str]]:
    found = [_NEXT_SENTENCE.sub(r"\1", match[0]).lower() for match in _EMAIL.finditer(text)]
    return _EMAIL.sub(gap, text), found


def _without_spaces(match: re.Match[str]) -> str:
    return "@" if "@" in match[0] else "."


def _typed(text: str) -> str:
    """A said address as it would be typed."""
    typed = _SAID_IN_MAIL.sub(lambda m: f"{m[1] or ''}{english(m[2].lower().split())} ", text)
    typed = _HAN_IN_MAIL.sub(lambda m: han(m[0]), typed)
    typed = _SPELT.sub(lambda m: m[0].replace(" ", ""), typed)
    for sign, said in (("+", _PLUS), ("_", _UNDERSCORE), ("-", _HYPHEN), ("@", _AT)):
        typed = said.sub(sign, typed)
    return _DOT.sub(".", _GLUED.sub(r"\1.\2", typed))
