"""Words that only make a wish polite. Pure."""

import re

from actions.characters import simplified

_COURTESY = re.compile(
    r"(?<![，,。 ])[，,。 ]*+(?:谢谢|谢了|麻烦了?|可以吗|行吗|好吗|行不行|吗|吧|呗|please|thanks?|thank you)*+[\s。.!！?？]*+$",
    re.I,
)


def without_courtesy(text: str) -> str:
    """The words without the "please" or "谢谢" they end with."""
    courtesy = _COURTESY.search(simplified(text))
    return text[: courtesy.start()] if courtesy else text


_ONLY = re.compile(
    r"(?:(?:yes|yeah|yep|ok|okay|oh|please|pls|kindly|thanks?|thank you|thx|cheers|so much|very much|a lot|dear|sir|madam"
    r"|if you(?:'d)?|would|could|can|you|will|you'?d|be so kind|be so good|don'?t mind|that(?:'?d| would)? be"
    r"|(?:great|lovely|nice|kind|wonderful)(?: of you)?"
    r"|as to|and)\b\W*)+|(?:谢谢|谢了|多谢|麻烦(?:[你您]了?|了)?|拜托了?|辛苦了?|好的?|请|[你您]|了|啊|哈|[,，。!！ ])+",
    re.I,
)


def only_courtesy(text: str) -> bool:
    """Whether nothing is said but what makes a wish polite: "yes please, if you'd be so kind"."""
    return _ONLY.fullmatch(simplified(text.strip())) is not None
