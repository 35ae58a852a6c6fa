"""What the customer's words, keys or buttons mean at a question. Pure; decides nothing about what happens next."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import get_args

from actions.reading.numbers import runs_in
from frontdesk.core.inputs import ChoicePicked, CustomerInput, KeysPressed, NothingHeard, TextTyped, WordsSpoken
from frontdesk.core.pace import Wish
from frontdesk.core.spoken import digits_in, without_digits
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Menu, Option

DONT_KNOW = "dont_know"  # listed where a question has a way on for who does not know the answer
ANOTHER_MATTER = "another_matter"  # beside the words of an option these make it a wish of its own: "cancel my order"
SPARE_WORDS = 3  # words around a known phrase that still leave it an answer, not a story
SPARE_HAN = 5
SPARE_WORDS_OPERATOR = 8  # asking for a person is heard in longer sentences too
SPARE_HAN_OPERATOR = 12
_FILLERS = frozenset({"press", "number", "option", "key", "please", "the"}) | frozenset(
    {"按", "请", "选", "选择", "第", "个", "项", "号", "键", "数字", "请按", "我选", "我要"}
)
_COURTESY = (  # what may stand around a wish for another pace
    "a again and are bit can can't cannot could didn't do don't excuse for go hear hello i i'm if is it just little me much no "
    "not number of ok okay or please possible rather read repeat say saying sorry speak speaking talk talking tell that that's "
    "the them this to too uh uhm um understand very wait was way were what would you you're your"
)
_COURTESY_HAN = "请您你能可以不没说讲话得吗吧麻烦一下再次遍我听清懂好的嗯啊呀语速点有些是了别要太对抱歉意思跟上读念重复"
_AROUND_PACE = frozenset((*_COURTESY.split(), *_COURTESY_HAN))
_LOOKING = (  # what may stand around a wish for time
    "a again and be bear check confirmation email find for get go got grab hang have here hold i i'll i'm is it it's just let "
    "letter look looking me minute moment my need number of oh ok okay on one order paper phone please second see somewhere "
    "sorry still the there to uh uhm um wait well where with yes"
)
_LOOKING_HAN = "我找看一下哈啊呀吧嗯呃额哦好的请你您先别急等稍会儿在那这就手机单号码订短信邮件包里去拿给"
_AROUND_HELLO = frozenset(("hello", "hi", "oh", "sorry", "uh", "um", *"喂你您好啊呀"))
_AROUND_TIME = frozenset((*_LOOKING.split(), *_LOOKING_HAN))
_ASKS_US_TO_LOOK = re.compile(  # and does not look for something
    r"\b(?:where is|see|please (?:check|find|look for)|(?:check|find) (?=(?:my|the) order please)) ?(?:my|the) order\b"
    r"(?! (?:number|confirmation|email|letter|paper))|[你您](?:先|再|去)?[看找]"
)
_HESITATING = re.compile(r"(?:(?:u+h*m*|e+r+m*|h+m+|m+|a+h+|e+h+|o+h+|huh|[嗯啊呃哦额唔诶欸]|那个|就是) ?)+")
LONGEST_WISH = 80  # characters
FEW = 2  # words, or Chinese characters
_PART = re.compile(r"[a-z0-9']+|[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[a-z0-9']+|[\u3400-\u9fff\uf900-\ufaff]+")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


def plain(text: str) -> str:
    """Text without case, width, punctuation: what is compared."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return " ".join(_WORD.findall(folded))


_heard = lru_cache(maxsize=16)(plain)  # one turn asks the same of the same words several times
_known = lru_cache(maxsize=20_000)(plain)  # phrases of the book


def keys_of(given: CustomerInput) -> str | None:
    """What was pressed, or typed or said as one number: "1", "press one", "按一"; None when it was something else."""
    match given:
        case KeysPressed():
            return unicodedata.normalize("NFKC", given.digits).removesuffix("#")
        case TextTyped() if given.text.strip() == "*":
            return "*"
        case TextTyped() | WordsSpoken():
            return _number(given.text)
        case ChoicePicked() | NothingHeard():
            return None


@lru_cache(maxsize=16)
def _number(text: str) -> str | None:
    """The one number said, with nothing around it that matters."""
    rest = set(plain(without_digits(text)).split())
    return (digits_in(text) or None) if rest <= _FILLERS else None


def words_of(given: CustomerInput) -> str:
    """What was said or typed, or the title of the button; empty for keys and silence."""
    match given:
        case WordsSpoken() | TextTyped():
            return given.text
        case ChoicePicked():
            return given.title or given.payload
        case KeysPressed() | NothingHeard():
            return ""


def says(
    text: str,
    phrases: tuple[str, ...],
    *,
    spare_words: int = SPARE_WORDS,
    spare_han: int = SPARE_HAN,
    never_spare: tuple[str, ...] = (),
) -> int:
    """How much of a phrase the text says (its length, the longest counts), 0 if it says none or much else besides.

    `never_spare`: words that, said besides the phrase, are much else by themselves.
    """
    said = _heard(text)
    if not said:
        return 0
    dense = said.replace(" ", "")
    for phrase, packed in _longest_first(phrases):
        rest = _rest(said, phrase) if packed in dense else None
        if rest is not None and _spare(rest, phrase, spare_words, spare_han) and not mentions(rest, never_spare):
            return len(phrase)
    return 0


@lru_cache(maxsize=20_000)
def _longest_first(phrases: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Phrases of the book as they are compared, each also without blanks."""
    plainly = sorted({p for p in map(_known, phrases) if p}, key=len, reverse=True)
    return tuple((p, p.replace(" ", "")) for p in plainly)


def _rest(said: str, phrase: str) -> str | None:
    """What is said besides the phrase; None where it is not said as words of their own."""
    if _HAN.search(phrase):
        return said.replace(" ", "").replace(phrase.replace(" ", ""), "", 1)
    whole = f" {said} "
    return whole.replace(f" {phrase} ", " ", 1).strip() if f" {phrase} " in whole else None


def _spare(rest: str, phrase: str, spare_words: int, spare_han: int) -> bool:
    """Whether what is said besides is little, and no order number: that makes it more than a choice."""
    few = len(rest) <= spare_han if _HAN.search(phrase) else len(rest.split()) <= spare_words
    return few and not any(c.isdigit() for c in rest)


def mentions(text: str, phrases: Iterable[str]) -> bool:
    """Whether one of the phrases stands anywhere in the text, however much else is said."""
    whole = _heard(text)
    dense = whole.replace(" ", "")
    return any(p and _stands(p, whole, dense) for p in map(_known, phrases))


def _stands(phrase: str, whole: str, dense: str) -> bool:
    return phrase.replace(" ", "") in dense if _HAN.search(phrase) else f" {phrase} " in f" {whole} "


def enough(text: str) -> bool:
    """Whether more is said than a word or two."""
    return len(_PART.findall(_heard(text))) > FEW


def hesitates(text: str) -> bool:
    """Whether nothing is said yet: "um", "uh, hmm", 嗯, 那个那个."""
    return _HESITATING.fullmatch(_heard(text)) is not None


def wants_operator(book: FlowBook, given: CustomerInput) -> bool:
    """Whether somebody asks for a person, in any language of the book."""
    text = words_of(given)
    operator = book.words("operator")
    return says(text, operator, spare_words=SPARE_WORDS_OPERATOR, spare_han=SPARE_HAN_OPERATOR) > 0


def wants_repeat(book: FlowBook, given: CustomerInput) -> bool:
    return keys_of(given) == "*" or says(words_of(given), book.words("repeat"), spare_words=1, spare_han=2) > 0


def wants_pace(book: FlowBook, given: CustomerInput) -> Wish | None:
    """Whether a caller asks to be spoken to more slowly or faster, and for nothing else."""
    if not isinstance(given, WordsSpoken) or len(given.text) > LONGEST_WISH:
        return None
    said = _heard(given.text)
    return next((wish for wish in get_args(Wish) if _only(said, book.words(wish), _AROUND_PACE)), None)


def wants_time(book: FlowBook, text: str) -> bool:
    """Whether somebody only asks to wait a moment: "hold on, let me find it"."""
    said = _heard(text) if len(text) <= LONGEST_WISH else ""
    return _only(said, book.words("hold_on"), _AROUND_TIME) and _ASKS_US_TO_LOOK.search(said) is None


def nothing_but_unheard(book: FlowBook, text: str) -> bool:
    """Whether all that is said is that nothing was heard, or whether we hear: "hello?", "what?"."""
    return len(text) <= LONGEST_WISH and _only(_heard(text), book.words("unheard"), _AROUND_HELLO)


def _only(said: str, phrases: tuple[str, ...], around: frozenset[str]) -> bool:
    """Whether one of the phrases is said, and besides it nothing but words, or Chinese characters, of `around`."""
    rests = (_rest(said, phrase) for phrase, packed in _longest_first(phrases) if packed in said.replace(" ", ""))
    return any(rest is not None and all(part in around for part in _PART.findall(rest)) for rest in rests)


def wants(book: FlowBook, word: str, given: CustomerInput) -> bool:
    """Whether little else is said than one of the book's words for `help` or `back`."""
    return says(words_of(given), book.words(word), spare_words=1, spare_han=2) > 0


def knows_not(book: FlowBook, given: CustomerInput) -> bool:
    """Whether somebody says they do not know what they are asked."""
    return says(words_of(given), book.words(DONT_KNOW)) > 0


def says_no(book: FlowBook, given: CustomerInput) -> bool:
    """Whether nothing but a no is said: to a question that can't be answered by it, that one has no answer."""
    return says(words_of(given), book.words("no"), spare_words=0, spare_han=0) > 0


def yes_or_no(book: FlowBook, given: CustomerInput) -> bool | None:
    """The answer to a read-back; None when it is neither. 1 is yes, 2 is no."""
    keys = keys_of(given)
    if keys in ("1", "2"):
        return keys == "1"
    if isinstance(given, ChoicePicked) and given.payload in ("yes", "no"):
        return given.payload == "yes"
    yes, no = says(words_of(given), book.words("yes")), says(words_of(given), book.words("no"))
    return None if yes == no else yes > no


def option_of(book: FlowBook, menu: Menu, given: CustomerInput) -> Option | None:
    """The option meant, if it is clear which."""
    keys, text = keys_of(given), words_of(given)
    for option in menu.options:
        picked = isinstance(given, ChoicePicked | TextTyped) and _payload_of(given) == payload(menu, option)
        if picked or keys == option.key:
            return option
    other = book.words(ANOTHER_MATTER)
    heard = [(says(text, said(book, o), never_spare=other), o) for o in menu.options] if text else []
    best = max((length for length, _ in heard), default=0)
    meant = [option for length, option in heard if length == best]
    return meant[0] if best and len(meant) == 1 else None


def _payload_of(given: ChoicePicked | TextTyped) -> str:
    return given.payload if isinstance(given, ChoicePicked) else given.text.strip()


def payload(menu: Menu, option: Option) -> str:
    """What a button sends back: it names its menu, so that an old button is not taken for a new one."""
    return f"{menu.flow}.{menu.name}.{option.key}"


def said(book: FlowBook, option: Option) -> tuple[str, ...]:
    """All words that choose an option: its list, and its label in every language."""

    def found() -> tuple[str, ...]:
        labels = (locale.prompts[option.label].source for locale in book.locales.values())
        return (*(book.words(option.words) if option.words else ()), *labels)

    return book.once(("said", option.words, option.label), found)


def digits_of(given: CustomerInput, least: int, most: int) -> str | None:
    """Digits of the wanted length in what was pressed, said or typed; None when there are none, or it is not clear which."""
    if isinstance(given, KeysPressed):
        digits = keys_of(given) or ""
        return digits if digits.isascii() and digits.isdigit() and least <= len(digits) <= most else None
    runs = runs_in(words_of(given))
    whole = "".join(runs)
    if least <= len(whole) <= most:
        return whole
    fitting = {run for run in runs if least <= len(run) <= most}
    return fitting.pop() if len(fitting) == 1 else None
