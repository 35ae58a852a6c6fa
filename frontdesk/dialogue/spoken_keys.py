"""The key that is said instead of pressed: "press one", 按一, 第一个. Pure; knows only the choices that were just read out."""

import re

from frontdesk.core.waits import Choice

LONGEST = 40  # characters; a longer message says more than a key
_DIGITS = {
    **dict(zip("123456789", range(1, 10), strict=True)),
    **dict(zip("一二三四五六七八九", range(1, 10), strict=True)),
    **dict(zip(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), range(1, 10), strict=True)),
    **dict(zip(("first", "second", "third", "fourth", "fifth"), range(1, 6), strict=True)),
    "两": 2,
    "壹": 1,
    "幺": 1,
}
_EN = r"(?:[1-9]|one|two|three|four|five|six|seven|eight|nine)"
_ZH = r"[1-9一二三四五六七八九两幺壹]"
_LEAD = r"(?:(?:ok|okay|um+|uh+|well|then|so|please|i(?:'ll| will| would|'d)?(?: like| want)?(?: to)?)[, ]+)*"
_LEAD_ZH = r"(?:嗯|呃|那|就|好的?|我|要|想|请|[,，。 ])*"
_PRESSED = re.compile(
    rf"^{_LEAD}(?:i )?(?:press(?:ed|ing)?|key|push|hit|dial|option|choice|number|choose|select|pick|take)(?: (?:the )?"
    rf"(?:key|button|number|option))? (?P<en>{_EN})(?:,? please)?[ .!]*$"
    rf"|^{_LEAD_ZH}(?:(?:按|选择?|键|选项)(?:第|键|数字|选项)?(?P<zh>{_ZH})|(?P<key>{_ZH})号?键)(?:键|号|吧|啊|呀|了|[。.! ])*$",
    re.I,
)
_PLACED = re.compile(
    rf"^{_LEAD}the (?P<en>first|second|third|fourth|fifth)(?: (?:one|option|choice))?(?:,? please)?[ .!]*$"
    rf"|^{_LEAD_ZH}第(?P<zh>{_ZH})(?:个|項|项|种|条)?(?:吧|啊|呀|[。.! ])*$",
    re.I,
)
_BARE = re.compile(rf"^(?:{_LEAD}(?P<en>{_EN})(?:,? please)?|{_LEAD_ZH}(?P<zh>{_ZH})(?:号|吧|啊|呀)?)[ .。!]*$", re.I)
YES_OR_NO = frozenset({"/affirm", "/deny"})


def key_said(text: str, choices: tuple[Choice, ...], *, counts: bool = False) -> str | None:
    """The payload of the choice whose key is said. A number alone is a key only where no number is asked for, nor any `counts`;
    and where a yes is asked for, "the first one" is the first of what was read out, not the yes."""
    said = text.strip().replace("\u2019", "'")
    if not choices or len(said) > LONGEST:
        return None
    of_yes = any(choice.payload in YES_OR_NO for choice in choices)
    of_numbers = any(choice.label.isascii() and any(sign.isdigit() for sign in choice.label) for choice in choices)
    found = _PRESSED.match(said)
    found = found or (None if of_yes else _PLACED.match(said))
    found = found or (None if of_numbers or counts else _BARE.match(said))
    named = next((one for one in found.groups() if one), "") if found else ""
    key = _DIGITS.get(named.lower())
    return next((choice.payload for choice in choices if key and choice.key == str(key)), None)
