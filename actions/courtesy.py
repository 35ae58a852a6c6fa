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
