"""Short messages that are one question and no more: what may stand before it and behind it. Pure."""

import re

LONGEST = 60  # characters; a longer message says more than it points
LEAD = r"(?:(?:and|so|also|ok|okay|but|well|right|hm+|um+|yes|yeah|thanks?|thank you|cool|good|great|oh|sorry|please)[,.!\- ]+)*"
TAIL = r"(?:[, ]+(?:exactly|roughly|about|then|please|pls|though|now|ish|approximately|usually|normally|again))*[ ?!.]*"


def is_only(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the words are a short message of this kind, and nothing else is said."""
    said = text.strip().replace("\u2019", "'")
    return len(said) <= LONGEST and pattern.match(said) is not None
