"""E-mail addresses, typed ("jo.doe+x@mail.example.co.uk") and said ("j o e at gmail dot com", lily艾特163点com). Pure."""

import re

from actions.reading.number_words import ENGLISH, HAN, english, han

# ASCII classes throughout: \w and \d would take Chinese characters and other digits along.
_HOSTS = r"gmail|googlemail|hotmail|yahoo|outlook|live|icloud|aol|proton|qq|163|126|sina|foxmail|example"
_ENDS = r"com|net|org|cn|edu|gov|co|io|de|fr|uk"
_EMAIL = re.compile(
    r"(?<![a-z0-9])[a-z0-9](?:['’](?=[a-z]))?[a-z0-9._%+'’\-]{0,63}@[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.[a-z]{2,}", re.I
)
_LOOSE = re.compile(
    rf"(?<=[a-z0-9]) ?@ ?(?=[a-z0-9\-]+ ?[.。] ?[a-z])|(?<=[a-z0-9]) ?[.。] ?(?=(?:{_ENDS})(?![a-z]))|"
    rf"(?<=[a-z0-9])(?:#|\(a\))(?=(?:{_HOSTS})\.)|(?<=[a-z0-9])[,，](?=(?:{_ENDS})(?![a-z]))",
    re.I,
)
_NEXT_SENTENCE = re.compile(r"(?<=[a-z])(\.[a-z]{2,3})\.[A-Z][a-z]*$")
_FILLER = re.compile(r"(?<=[a-z0-9]) (?:uh+|um+|erm?)(?= )|(?<=[a-z0-9])[呃嗯额](?=[a-z0-9艾点@])", re.I)
_AS_IN = re.compile(r"(?<![a-z0-9])([a-z]) (?:as in|for|like) [a-z]{2,}(?= )", re.I)
_SAID_AT = r"[艾爱]特|圈[aA]|[aA]圈|小老鼠"
_SIGNS = (  # a sign, what is said for it between words, and in Chinese
    (".", "dot|point", "点"),
    ("_", "underscore|under score", "下划线"),
    ("-", "dash|hyphen|minus", "[中横]划线|横?杠|减号|短横"),
    ("+", "plus", "加号"),
)
_SIGN = tuple(
    (sign, re.compile(rf"(?<=[a-z0-9])(?: +(?:{english}) +| *(?:{chinese}) *)(?=[a-z0-9])", re.I))
    for sign, english, chinese in _SIGNS
)
_AT = re.compile(
    rf"(?<=[a-z0-9])(?: *[(\[{{<] *(?:at|@) *[)\]}}>] *| +(?:at|@) +| *(?:{_SAID_AT}) *)(?=[a-z0-9])", re.I
)
_BRACKETED_DOT = re.compile(r"(?<=[a-z0-9]) *[(\[{<] *(?:dot|\.) *[)\]}>] *(?=[a-z0-9])", re.I)
_END_SAID = re.compile(r"(?<=[a-z0-9]) *(?:(?:dot|点) ?(com|net|org|cn)(?![a-z])|点 ?[康抗靠考]姆?)", re.I)
_SAID = "|".join(sorted(ENGLISH - {"o"}, key=len, reverse=True))
_SAID_NUMBER = re.compile(  # of the name, or of the house ("at one six three dot com")
    rf"(?<![a-z])(?:(?:{_SAID})(?: +|(?=@)))+(?=(?:[a-z0-9._+\-]+ +){{0,5}}[a-z0-9._+\-]*@|@)|"
    rf"(?<=@)(?:(?:{_SAID})(?: +|(?=\.)))+",
    re.I,
)
_PART = rf"[a-z0-9._+\-{''.join(HAN)}]|下划线|[中横]划线|横?杠|减号|短横|加号|点| "
_STRETCH = re.compile(rf"(?:{_PART}|@|{_SAID_AT})++", re.I)
_AT_WITHIN = re.compile(rf"@|{_SAID_AT}|(?<= )at(?= )", re.I)
_HAN_RUN = re.compile(rf"[{''.join(HAN)}]+")
_GLUED = re.compile(rf"(?<![a-z0-9])((?:{_HOSTS})) ?(com|net|org|cn)(?![a-z0-9])", re.I)
_PARTED_HOST = re.compile(
    rf"@(g mail|hot mail|out ?look|i ?cloud|"
    rf"(?!(?:the|my|your|our|this|that|an?) )[a-z]+(?: [a-z]+){{1,2}})(?=\.(?:{_ENDS})(?![a-z]))",
    re.I,
)
_ONE_END = re.compile(  # of houses whose addresses all end alike: "bob underscore hayes at gmail"
    r"(?<![a-z0-9._+\-])(?=[a-z]{0,64}[0-9._+\-])[a-z0-9._+\-]{2,64}@(?:gmail|icloud)(?= *(?:$|[,.!?;，。！？；](?![a-z])))",
    re.I,
)
_BEFORE_AT = re.compile(r"(?<![a-z0-9'’._+\-])(?:[a-z0-9._+\-]{1,64}+ ){1,16}[a-z0-9._+\-]{1,64}+(?=@)", re.I)
_SIGN_WITHIN = re.compile(r"[._+\-]")
_NO_NAME = frozenset(
    {"is", "its", "it", "s", "mail", "email", "address", "mine", "to", "at", "account", "id", "and", "or", "then"}
)
_MAYBE_SAID = re.compile(rf"\A(?s:(?:(?!\bat\b).)*+at\b.*?)(?:\bdot|\.|{_HOSTS})|@|{_SAID_AT}|#|\(a\)", re.I)

_GAP = "\0"


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


def mail_written(text: str) -> str:
    """The text with the address that was said in it as it is written; one with several, or none, stays as it is."""
    left, found = mails_in(text, _GAP)
    return left.replace(_GAP, found[0]) if len(found) == 1 else text


def _taken(text: str, gap: str) -> tuple[str, list[str]]:
    found = [_NEXT_SENTENCE.sub(r"\1", match[0]).lower() for match in _EMAIL.finditer(text)]
    return _EMAIL.sub(gap, text), found


def _without_spaces(match: re.Match[str]) -> str:
    return "." if match[0].strip() in (".", "。", ",", "，") else "@"


def _typed(text: str) -> str:
    """A said address as it would be typed."""
    typed = _STRETCH.sub(_han_digits, _FILLER.sub("", text))
    typed = _END_SAID.sub(lambda m: f".{m[1] or 'com'}", _AT.sub("@", _AS_IN.sub(r"\1", typed)))
    typed = _GLUED.sub(r"\1.\2", _BRACKETED_DOT.sub(".", typed))
    typed = _SAID_NUMBER.sub(_number, typed) if "@" in typed else typed
    for sign, said in _SIGN:
        typed = said.sub(sign, typed)
    typed = _PARTED_HOST.sub(lambda m: m[0].replace(" ", ""), typed)
    typed = _BEFORE_AT.sub(lambda m: _joined(m[0].split(" ")), typed)
    return _ONE_END.sub(r"\g<0>.com", typed)


def _han_digits(match: re.Match[str]) -> str:
    """Chinese figures of a stretch that may be an address."""
    return _HAN_RUN.sub(lambda said: han(said[0]), match[0]) if _AT_WITHIN.search(match[0]) else match[0]


def _number(match: re.Match[str]) -> str:
    return english(match[0].lower().split()) + (" " if match[0].endswith(" ") else "")


def _joined(words: list[str]) -> str:
    """The words before "@": letters spelt and figures belong to the name, and so does the word before figures ("rosa 92")."""
    name = words.pop()
    first = _SIGN_WITHIN.split(name)[0]
    while words and (len(first) == 1 or first.isdigit()):
        before = words[-1]
        spelt = len(_SIGN_WITHIN.split(before)[-1]) == 1 or before.isdigit()
        if not spelt and (not first.isdigit() or before.lower() in _NO_NAME):
            break
        name, first = words.pop() + name, _SIGN_WITHIN.split(before)[0] if spelt else ""
    return " ".join([*words, name])
