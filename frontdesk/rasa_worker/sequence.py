"""Words that put one request after another: "and when that's done", 退好了再. Pure; knows no Rasa."""

import re

LONGEST = 300  # characters in which they are looked for
SHORTEST = 4  # of what is to come then
_DONE = r"(?:done|finished|sorted(?: out)?|through|complete(?:d)?|started|settled|over|in place|booked|cancell?ed|returned|ready)"
_THEN = re.compile(
    r"(?<![,.;!? ])[,.;!? ]++(?:(?:and|but|then)\b[, ]*+)*+(?:when(?:ever)?|once|after|as soon as) (?:that|it|this|you)"
    r"(?:'?s| is| has been"
    rf"| are|'?re|'?ve| have)?(?: all)? {_DONE}(?: (?:that|it|with (?:that|it)))?\b[, ]*+(?:then\b[, ]*+)?(?:please\b[, ]*+)?"
    r"|(?<![,.;!? ])[,.;!? ]++(?:(?:and|but)\b[, ]*+)?(?:after (?:that|which)(?! [a-z]+ed\b)"
    r"|afterwards)\b[, ]*+(?:then\b[, ]*+)?(?:please\b[, ]*+)?",
    re.I,
)
_THEN_ZH = re.compile(
    r"(?<![,，。;；! ])[,，。;；! ]*+(?:等|等到)?(?:这个|那个|它)?"
    r"(?:退|换|取消|弄|办|搞|处理|改|查|做|开|完)(?:货|票)?(?:好|完|掉|成)(?:了|成)?(?:之后|以后|后)?"
    r"(?:[,，]? ?(?:再|就|然后)|(?<=[后了])[,，])[,，]?(?:请|麻烦)?(?:再)?"
    r"(?:帮我|给我|替我)?(?=[^,，。]{0,4}[退换取查看开催改问])"
)

_FIRST = re.compile(r"^(?:(?:hi|hello|ok|okay|please)[, ]+)*first(?:ly)?[, ]+(?=[^,;.]{0,80}[,;.]? then\b)", re.I)
_COUNTED = re.compile(r"\b(?:second|third|1st|2nd)", re.I)  # that is parted elsewhere


_BUT_FIRST = re.compile(  # "return 10024, but first tell me where 10023 is"
    r"^(?P<then>[^,;，；]{4,100}?)[,;. ]{1,3}(?:but|and|though)?[, ]{0,2}(?:first(?:ly)?|before that)[, ]{1,2}(?:please |can you "
    r"|could you )?(?P<first>.{6,100})$"
    r"|^(?P<ran>[^,;，；]{3,50}?)[,，;；。 ]{1,2}(?:不过|但是?|可是)[,，]?(?:你|您|请|麻烦)?先(?:帮我|给我)?(?P<xian>.{4,60})$",
    re.I,
)


def _but_first(text: str) -> str:
    """What is to come first put first, where each has an order of its own."""
    found = _BUT_FIRST.match(text.strip())
    if found is None:
        return text
    first, then = found["first"] or found["xian"], found["then"] or found["ran"]
    both = re.search("[0-9]{5}", first) and re.search("[0-9]{5}", then)
    return f"{first.strip(' .。')}{', then ' if found['first'] else '，然后'}{then}" if both else text


def in_sequence(text: str) -> str:
    """The message with a plain "then" in place of such words, behind a request with its own order, and no "first" before it."""
    if len(text) > LONGEST:
        return text
    said = _then(_but_first(text))
    return said if _COUNTED.search(said) else _FIRST.sub("", said)


def _then(text: str) -> str:
    for pattern, then in ((_THEN, ", then "), (_THEN_ZH, "，然后")):
        found = pattern.search(text)
        more = found is not None and len(text) - found.end() >= SHORTEST
        if found is not None and more and re.search("[0-9]{4}", text[: found.start()]):
            return f"{text[: found.start()]}{then}{text[found.end() :]}"
    return text
