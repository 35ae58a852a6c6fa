"""The digits in what a customer typed, pressed or said, in all the shapes numbers come in. Pure; knows no order."""

import re
import unicodedata

from actions.reading.number_words import ENGLISH, HAN, HAN_RADIO, HAN_SCALES, HEARD_AS, english, han

_HAN_NUMERALS = "".join([*HAN, *HAN_SCALES])
_NOT_A_NUMBER = re.compile(
    r"\b(?:last|final|first)\s+(?:four|4|five|5)\b"
    r"|\b(?:four|4|five|5)\s+digits?\b"
    r"|(?<![0-9零〇一幺二两三四五六七八九])[0-9一二两三四五六七八九]位"
)
_REPEATED_HAN = re.compile(r"([两二三四])个([零〇一幺二三四五六七八九0-9])")
_DOUBLE_HAN = re.compile(
    r"(?:双([零〇一幺二三四五六七八九0-9]))(?=双[零〇一幺二三四五六七八九0-9])|(?<=([零〇一幺二三四五六七八九0-9]))双([零〇一幺二三四五六七八九0-9])"
)
_PIECE = re.compile(
    rf"(?P<digits>[0-9]+)|(?P<word>[a-z]+)|(?P<han>[{_HAN_NUMERALS}]+)|(?P<gap>[\s\-‐-—._#·]+)|(?P<comma>[,、])|."
)
_LETTERS_SO = re.compile(r"(?<![a-z0-9'])s[\s.\-]+o(?![a-z])")  # "S O 1 0 0 2 3": the letters before an order's number
_PLAIN_DIGITS = str.maketrans(dict(HAN_RADIO))
_FILLERS = frozenset({"uh", "um", "er", "erm", "hmm", "dash", "then"})
_D, _R = "".join(HAN), "".join(HAN_RADIO)
_ONE_OF_A_WORD = re.compile(rf"(?<=[{_D}0-9]{{4}})一(?=直|共|般|定(?!单)|起|样|切|旦|下子)")  # 幺零零三幺一直没到
# 幺 as a recogniser writes it, within digits, before three of them, or after the fourth as the last
_HEARD_YAO = re.compile(rf"^[要腰](?=[{_D}]{{3}})|(?<=[{_D}])[要腰](?=[{_D}])|(?<=^[{_D}]{{4}})[要腰](?=\W*$)")
_RADIO = re.compile(rf"(?=[{_R}]{{0,4}}[{_D}])[{_D}{_R}]{{3,}}")
_THEN_COUNTED = re.compile(
    rf"(?<=[{_D}]{{5}})(?=(?:十[{_D}]?|两)(?:天|个|单|周|次|件|箱|笔|小时))"
)  # 七三三九五|十二天
_HAN_FILLER = re.compile(
    r"(?<=[零〇一幺二两三四五六七八九0-9\s])(?:嗯|呃|额|那个|然后|杠)(?=[零〇一幺二两三四五六七八九0-9\s])"
)


def digits_in(text: str) -> str:
    """The digits of the longest number in the text, the first of equals; empty when there is none.

    "10 023", "１００２３", "#10023", "10,023", "one double zero two three", "幺零零二三" and "一万零二十三" are all "10023".
    """
    return max(runs_in(text), key=len, default="")


def runs_in(text: str) -> tuple[str, ...]:
    """All numbers in the text as digits, in order. Groups that only spaces, dashes or fillers part are one number."""
    runs: list[str] = []
    for pieces in _split(_plain(text)):
        found = _digits(pieces)
        if found:
            runs.append(found)
    return tuple(runs)


def _plain(text: str) -> str:
    plain = _misheard(unicodedata.normalize("NFKC", text).lower())
    plain = _HEARD_YAO.sub("幺", _LETTERS_SO.sub("|", plain))
    plain = _NOT_A_NUMBER.sub("|", plain).replace("and then", "then")
    plain = _RADIO.sub(lambda m: m[0].translate(_PLAIN_DIGITS), plain)
    plain = _ONE_OF_A_WORD.sub("|", _THEN_COUNTED.sub("|", plain))
    plain = _DOUBLE_HAN.sub(lambda m: (m[1] or m[3]) * 2, plain)
    plain = _REPEATED_HAN.sub(lambda m: m[2] * HAN[m[1]], plain)
    return _HAN_FILLER.sub(" ", plain)


def _misheard(text: str) -> str:
    """With "won" and "ate" as the digits they sound like, where nothing is said but digits, most of them plain."""
    words = [word.strip(".,!?") for word in text.split()]
    alike = sum(word in HEARD_AS for word in words)
    if not alike or 2 * alike > len(words) or not all(w in HEARD_AS or w in ENGLISH or w.isdigit() for w in words):
        return text
    return " ".join(HEARD_AS.get(word, word) for word in words)


def _split(text: str) -> list[list[str]]:
    """The pieces of each number; anything that can't be within a number parts them."""
    runs: list[list[str]] = [[]]
    pieces = [(m.lastgroup, m[0]) for m in _PIECE.finditer(text)]
    for at, (kind, piece) in enumerate(pieces):
        if kind == "gap" or (kind == "word" and piece in _FILLERS):
            continue
        if kind == "comma" and _joins(pieces, at):
            continue
        if kind in ("digits", "han") or (kind == "word" and _counts(piece, runs[-1])):
            runs[-1].append(piece)
        elif runs[-1]:
            runs.append([])
    return runs


def _counts(word: str, run: list[str]) -> bool:
    """Whether a word is part of the number being read. `and` only after a hundred or thousand."""
    return word in ENGLISH or (word == "and" and bool(run) and run[-1] in ("hundred", "thousand"))


def _joins(pieces: list[tuple[str | None, str]], at: int) -> bool:
    """A comma belongs to a number between said digits, and before a group of three ("10,023")."""
    before = next((pieces[i] for i in range(at - 1, -1, -1) if pieces[i][0] != "gap"), (None, ""))
    after = next((pieces[i] for i in range(at + 1, len(pieces)) if pieces[i][0] != "gap"), (None, ""))
    if before[0] == "digits" and after[0] == "digits":
        return len(before[1]) <= 3 and len(after[1]) == 3
    return before[0] in ("word", "han") and after[0] in ("word", "han")


def _digits(pieces: list[str]) -> str:
    """One number's pieces as digits. A lone "oh" is a sigh, and an "o" beside nothing is a letter."""
    if all(p in ("oh", "o") for p in pieces):
        return ""
    found, words = "", list[str]()
    for piece in pieces:
        if piece[0] in HAN or piece[0] in HAN_SCALES:
            found, words = found + english(words) + han(piece), []
        else:
            words.append(piece)
    return found + english(words)


def spaced(digits: str) -> str:
    """Digits to be spoken one by one: "1 0 0 2 3"."""
    return " ".join(digits)
