"""Chinese as the bot's patterns know it: simplified characters, dialect and chat words as Mandarin ones. Pure; knows no bot."""

import functools
import re
from collections.abc import Mapping
from importlib.resources import files

# After simplification. Cantonese 系 alone stays, it is part of 系统 and 联系.
_WORDS: Mapping[str, str] = {
    "边个": "谁", "几时": "什么时候", "点解": "为什么", "点样": "怎么", "点算": "怎么办", "边度": "哪里", "到边": "到哪",
    "几多": "多少", "系咪": "是不是", "唔系": "不是", "唔使": "不用", "唔好": "不要", "唔该": "麻烦你", "唔": "不", "冇": "没有",
    "嘅": "的", "咗": "了", "嚟": "来", "畀": "给", "俾": "给", "佢": "它", "乜嘢": "什么", "乜": "什么", "咩": "什么",
    "而家": "现在", "依家": "现在", "攞": "拿", "啱": "对", "仲未": "还没", "仲": "还", "睇": "看", "揾": "找", "嗰": "那",
    "喺": "在", "几耐": "多久", "咁样": "这样", "咁": "那么", "嘢": "东西", "听日": "明天", "琴日": "昨天", "寻日": "昨天",
    "咋个": "怎么", "有没得": "有没有", "没得": "没有", "好多钱": "多少钱",
    "咋": "怎么", "啥": "什么", "啷个": "怎么", "肿么": "怎么", "神马": "什么",
    "木有": "没有", "莫得": "没有", "晓得": "知道", "俺": "我",
}  # fmt: skip
_WORD = re.compile("|".join(sorted(_WORDS, key=len, reverse=True)))


@functools.cache
def _simplified() -> dict[int, str]:
    """Traditional characters and the simplified one of each, from OpenCC's table."""
    table = (files("opencc") / "dictionary" / "TSCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in table.splitlines() if "\t" in line)
    return {ord(old): new.split(" ")[0] for old, new in pairs if len(old) == 1 and len(new.split(" ")[0]) == 1}


def simplified(text: str) -> str:
    """Traditional Chinese characters as simplified ones; one stays one, so positions hold."""
    return text.translate(_simplified())


def mandarin(text: str) -> str:
    """What patterns are tried on: "運費邊個出" is "运费谁出". Positions do not hold."""
    if text.isascii():
        return text
    return _WORD.sub(lambda m: _WORDS[m[0]], simplified(text))
