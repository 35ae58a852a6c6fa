"""Which language a customer asks for ("English please", 说中文), in any room, and what else is then left to answer. Pure.

What counts as its name is what the book's menus list for choosing it, so that authors write it once.
"""

import re
from collections.abc import Mapping

from frontdesk.core.language import detect
from frontdesk.ivr.listen import plain
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Menu

_WORDS_AROUND = (
    "a agent all and any anybody anyone but can can't cannot change colleague continue could do does doesn't don't "
    "dont excuse for go have hello hey hi human i i'd i'll i'm if in instead is it just know language let's like may "
    "me menu my need no not now of ok okay on only operator option or person please possible prefer rather "
    "representative service so somebody someone sorry speak speaking speaks switch talk talking thank thanks that "
    "the there this to uh uhm um understand us use using very want we well who with would wrong yeah yes you your"
)
_AROUND = frozenset(_WORDS_AROUND.split())
_AROUND_HAN = frozenset(
    "请说讲用我要想换成切到改为能可以吗吧你您会们的好谢嗯啊呢哦语音言服务选择麻烦给转来一下听懂不没是否意思人工客服真找个有还对喂啦了别只话"
)
_NOT = re.compile(r"\b(?:not|no|don't|dont|doesn't|can't|cannot)\b|[不没别]")
_ASKING = re.compile(r"(.)不\1|不好意思|是否")  # 能不能 asks, it denies nothing
_PART = re.compile(r"[a-z0-9']+|[\u3400-\u9fff\uf900-\ufaff]")


def asked_for(book: FlowBook, text: str, now: str | None) -> str | None:
    """The language the words ask for and say nothing else but that; `now` is the one that was chosen, if one was.

    A language somebody does not know means the other one, where there are two. Asking for the language that is spoken
    already is no wish.
    """
    said = plain(text)
    names = _names(book)
    found = {lang for name, lang in names.items() if _stands(name, said)}
    if len(found) != 1 or not _nothing_else(said, names):
        return None
    lang = found.pop()
    if not _NOT.search(_ASKING.sub("", said)):
        return lang if lang != now else None
    if now in (None, lang):
        others = [other for other in book.locales if other != lang]
        return others[0] if len(others) == 1 else None
    return lang if detect(said) == lang else None  # "I don't understand, English please", but not "I speak no Chinese"


def _names(book: FlowBook) -> Mapping[str, str]:
    """What the menus list for choosing a language, and which one it chooses; the longest first."""

    def found() -> dict[str, str]:
        options = [o for node in book.nodes() if isinstance(node, Menu) for o in node.options if o.lang and o.words]
        said = {plain(word): str(o.lang) for o in options for word in book.words(o.words or "")}
        return dict(sorted(said.items(), key=lambda one: -len(one[0])))

    return book.once(("names of languages",), found)


def _stands(name: str, said: str) -> bool:
    return name in said.replace(" ", "") if not name.isascii() else f" {name} " in f" {said} "


def _nothing_else(said: str, names: Mapping[str, str]) -> bool:
    for name in names:
        said = said.replace(name, " ")
    return all(part in _AROUND or part in _AROUND_HAN for part in _PART.findall(said))
