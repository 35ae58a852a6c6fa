"""Sounds and turns of speech around free words that are no content of them: "uh um … I guess", 嗯那个. Pure."""

import re

LONGEST = 400  # characters
_LEADS = re.compile(
    r"^(?:(?:(?:uh+|um+|er+m?|h+m+|ah+|oh+|mm+)\b[,.… ]*)(?:(?:like|well|so)\b[,.… ]*)*|(?:well|you know|i mean|i guess"
    r"|i think|maybe"
    r"|let me (?:see|think)|let'?s see)\b[,.… ]+)+"
    r"|^(?:(?:嗯|呃|额|啊|哦|唔|哎|诶)+[,，。.…、 ]*|(?:那个|这个|就是说?|我想想|让我想想|怎么说呢?)[嘛呢啊吧]?"
    r"(?:[,，。.…、 ]+|(?=那个|这个|就是|[换改要来]))"
    r"|[,，。.…、 ]+)+",
    re.I,
)
_DEMONSTRATIVE = re.compile(r"^(?:那个|这个)(?=[\u4e00-\u9fff]{1,4}色|[大小中]号)")
_WITHIN = re.compile(r"\b(?:uh+|um+|er+m?)\b[,… ]*", re.I)
_ENDS = re.compile(
    r"(?:[,.… ]+(?:i (?:guess|think|suppose|dunno)|you know|or (?:so|something)(?: like that)?"
    r"|maybe|perhaps|if that'?s ok(?:ay)?))+"
    r"[ .!]*$|(?<=[\u4e00-\u9fff])[,，。 ]*[吧呗嘛啊哦呀]+[。!！ ]*$",
    re.I,
)


def without_fillers(text: str) -> str:
    """What is said, without them; the words as they stand where nothing else is said."""
    said = text.strip()[:LONGEST]
    left = _DEMONSTRATIVE.sub("", _LEADS.sub("", said))
    left = _ENDS.sub("", _WITHIN.sub("", left)).strip(" ,，…")
    return left or text.strip()
