"""Which language a piece of text is in, of those Frontdesk speaks; no library is needed for these two scripts."""

import re
import unicodedata
from collections.abc import Sequence

LANGS = ("en", "zh")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"(?<![A-Za-z0-9@._/-])[A-Za-z]{2,}(?:['’][a-z]{1,2})?(?![A-Za-z0-9@/_-]|[.][A-Za-z])")
_COMMON = frozenset({
    "hi", "hello", "hey", "thanks", "thank", "please", "help", "yes", "yeah", "no", "not", "sorry", "what", "where",
    "when", "why", "who", "how", "which", "is", "it", "are", "am", "was", "can", "could", "do", "does", "my", "me",
    "you", "your", "the", "this", "that", "and", "to", "in", "on", "for", "want", "need", "have", "has", "english",
    "order", "return", "refund", "cancel",
})  # fmt: skip
_QUALITY = re.compile(r";\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*$")
MOST_TAGS = 20  # of a header that are looked at
ENOUGH_HAN, ENOUGH_SPOKEN = 2, 3
ENOUGH_PINYIN, LONGEST_PINYIN = 2, 16  # telling words; letters of one
ALONE_PINYIN = 5  # letters of a word that tells alone: "tuihuo", not "hai"
ENOUGH_WORDS = 2  # of English from somebody who wrote Chinese so far; "iPhone Pro" is none


def tagged(tags: str | None) -> str | None:
    """The first of our languages among tags (`zh-CN`, `zh_Hans`), or the liked best in a header (`fr, zh;q=0.9, en;q=0.8`)."""
    liked: list[tuple[float, str]] = []
    for tag in (tags or "")[:400].split(",")[:MOST_TAGS]:
        quality = _QUALITY.search(tag)
        name = re.split(r"[-_;\s]", tag.strip().lower(), maxsplit=1)[0]
        if name in LANGS:
            liked.append((float(quality[1]) if quality else 1.0, name))
    best = max(liked, key=lambda one: one[0], default=None)
    return best[1] if best is not None and best[0] > 0 else None


_SYLLABLE = (
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ui|ao|ou|iu|ie|ue|er|an|en"
    r"|in|un|ia|ua|uo|[aoeiuv]))"
)
_PINYIN = re.compile(rf"{_SYLLABLE}{{1,5}}")
_PINYIN_ONLY = frozenset({
    "wo", "ni", "nin", "de", "le", "ma", "ne", "bu", "mei", "zai", "dao", "yao", "hai", "na", "nali", "shi", "kuaidi", "wuliu",
    "dingdan", "tuihuo", "tuikuan", "huanhuo", "fapiao", "dizhi", "shenme", "zenme", "weishenme", "shihou", "nihao", "zaima",
    "xiexie", "kefu", "rengong", "fahuo", "qian", "hao", "duoshao", "chaxun", "quxiao", "wode", "nimen",
    "dianhua", "shouhou", "tui", "huo", "cha",
})  # fmt: skip


def _pinyin(words: Sequence[str]) -> bool:
    """Whether Chinese is typed in Latin letters: "wo de kuaidi dao na le". Words that are English as well don't count."""
    telling = [word for word in words if word in _PINYIN_ONLY]
    enough = len(telling) >= ENOUGH_PINYIN or (len(words) == 1 and len("".join(telling)) >= ALONE_PINYIN)
    english = any(word in _COMMON for word in words)
    return enough and not english and all(len(word) <= LONGEST_PINYIN and _PINYIN.fullmatch(word) for word in words)


_SAID_BY_ALL = frozenset({
    "yes", "yeah", "yep", "no", "nope", "ok", "okay", "thanks", "thank", "you", "please", "sorry", "bye",
})  # fmt: skip


def detect(text: str, now: str | None = None) -> str | None:
    """`zh` if any Han character is there or pinyin is written, else `en` if a Latin word is, else None (digits, emoji,
    codes, addresses of mail). A sentence in English with nothing but a courtesy in Chinese is English: "你好 where is my order".

    `now` is the language written so far. Who writes Chinese gives names, sizes and "ok" in Latin letters without leaving it:
    it takes several words, a common one among them, or nothing but a common one; a yes, a no and thanks are said by all.
    """
    words = [word.casefold() for word in _WORD.findall(text)]
    if _HAN.search(text):
        return "en" if not _HAN.search(_POLITE_HAN.sub("", text)) and _sentence(words) else "zh"
    if not words:
        return None
    if _pinyin(words):
        return "zh"
    common = sum(word.partition("'")[0].partition("’")[0] in _COMMON for word in words)
    if now == "zh" and all(word in _SAID_BY_ALL for word in words):
        return None
    if now == "zh" and not (common and (len(words) >= ENOUGH_WORDS or common == len(words))):
        return None
    return "en"


_POLITE = frozenset({
    "hi", "hello", "hey", "thanks", "thank", "you", "please", "yes", "yeah", "yep", "no", "nope", "ok", "okay", "sorry",
    "bye", "goodbye", "well", "um", "uh", "hm",
})  # fmt: skip
_POLITE_HAN = re.compile(r"你好|您好|谢谢|再见|不是|是的|对的|好的|[喂嗯好是对不啊呢哦]")
_GRAMMAR = _COMMON - _POLITE - {"how", "are", "english"}


def clearly_spoken(text: str, now: str | None = None) -> str | None:
    """The language a recogniser's words are in, where that is beyond doubt; `now` is the one that was chosen, if one was.

    "Hello", "ok", 喂 are said in any language, and recognisers write them down. So Chinese is two characters that are no
    politeness; English, from somebody who chose Chinese, is a sentence of three words with grammar in it, else any word.
    """
    if len(_HAN.findall(_POLITE_HAN.sub("", text))) >= ENOUGH_HAN:
        return "zh"
    words = [word.casefold() for word in _WORD.findall(text)]
    if _HAN.search(text) or all(word in _POLITE for word in words):
        return None
    return "en" if now != "zh" or _sentence(words) else None


def _sentence(words: Sequence[str]) -> bool:
    """Whether English words are one, grammar and all."""
    return len(words) >= ENOUGH_SPOKEN and sum(word in _GRAMMAR for word in words) >= ENOUGH_WORDS


def clean(text: str, limit: int = 2000) -> str:
    """Text from outside made safe to keep, cut at `limit` characters: without control characters, lone surrogates, and what is
    not seen but turns the words around it or parts a number (a new line, a tab and the joiner of emojis stay)."""
    kept = (c for c in text if c in "\n\t\u200d" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    return "".join(kept).strip()[:limit]
