"""Tax numbers: read in any shape, judged by form and check digit. Pure.

China: the 18-character unified social credit code of GB 32100-2015 with its check character; old registration numbers of
15 and 20 digits have none that can be checked. Europe: the VAT number's country prefix, with the check digits of Germany,
France, Italy and the United Kingdom as their tax offices publish them; other countries by form. The United States: the nine
digits of an EIN, which have no check; without their dash they are one only where a tax number was asked for, or is named.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping

from actions.reading.number_words import ENGLISH, HAN, REPEATS, TEENS, UNITS, english
from actions.reading.numbers import runs_in

_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015: no I, O, S, V, Z
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
LONGEST = 300  # characters in which one that is spelt out is looked for
_FOUND = re.compile(r"(?<![0-9A-Z])(?=[0-9A-Z]*[0-9])[0-9A-Z]{8,20}(?![0-9A-Z])")

_PARTED = re.compile(
    r"(?<![0-9A-Z])[A-Z]{2}(?:[ .\-/]?[0-9]{2,9}){2,5}(?![0-9A-Z])"
)  # GB 123 4567 82, beside other words


_OF_BANK = re.compile(r"(?:账号|帳號|帐号|账户|卡号|\bACCOUNT(?: (?:NO\.?|NUMBER))?)[:： ]*[0-9][0-9 ]{7,28}")


_EIN = re.compile(r"(?<![0-9A-Za-z.\-])([0-9]{2})[\-\u2010-\u2013]([0-9]{7})(?![0-9\-])")
_UNDASHED = re.compile(  # "471234567", "47 1234567"; with a country before it, it is that country's, with a slip
    r"(?<![0-9A-Za-z.\-])(?<!\b(?:DE|FR|GB|AT|BE|BG|CH|CY|CZ|DK|EE|EL|ES|FI|HR|HU|IE|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK) )"
    r"([0-9]{2}) ?([0-9]{7})(?![0-9A-Za-z\-])",
    re.I,
)
_NAMES_EIN = re.compile(r"\b(?:f?ein|e\.? ?i\.? ?n|tin|tax(?:payer)?|employer|federal|irs)\b|税号", re.I)
_PHONES = re.compile(r"(?:\b(?:tele)?phone|\btel|\bcall|\bfax|\bmobile|\bcell|电话|手机|座机|传真)[^0-9]{0,12}$", re.I)
_NO_COUNTRY = re.compile(r"\b(?:[Nn]o|[Ii]t|[Aa]t|[Bb]e)(?= [0-9])")  # in capitals it is Norway, Italy …
_DENIED = re.compile(
    r"(?:\bnot|\binstead of|\brather than|不是|别用)(?: the)? ?(?:[0-9]{2}-[0-9]{7}|[0-9A-Z]{8,20})(?![0-9A-Z\-])", re.I
)
EIN_DIGITS = 9
_DIGITS_SAID = {word: str(value) for word, value in {**UNITS, **TEENS}.items()}
_HAN = "".join(HAN)
_GROUPS = re.compile(r"[0-9A-Za-z][0-9A-Za-z ,，]{9,60}")
_SAID_AS_ONE = frozenset({"de", "fr", "gb"})  # countries; "no" and "it" are words
_IN_WORDS = re.compile(rf"\b(?:{'|'.join(UNITS)})\b(?: (?:{'|'.join((*UNITS, *REPEATS))})\b){{3}}|[{_HAN}]{{4}}", re.I)
_SAID_DIGITS = re.compile(rf"\b(?:{'|'.join(UNITS)})\b.{{0,6}}\b(?:{'|'.join(UNITS)})\b", re.I)
_SAID_EIN = re.compile(  # with what it is called
    rf"(?:(?:the |my |our )?\b(?:tax(?: number| id)?|e ?i ?n)(?: is)? )?"
    rf"(?:\b(?:{'|'.join(sorted(ENGLISH - {'o'}))}|dash)\b[ ,\-]{{0,2}}){{7,12}}",
    re.I,
)
LEAST_SAID = 8  # figures and letters of one that is spelt out


def tax_number_in(text: str, *, asked: bool = False) -> str | None:
    """The sound tax number in the words, typed or spelt out; None when there is none, or only one with a slip. `asked`: for a
    tax number, so that nine bare digits are one. Of two the one that is not refused ("not 47-1234567, 47-1234576")."""
    plain = _NO_COUNTRY.sub(" ", unicodedata.normalize("NFKC", text[: 2 * LONGEST]))
    left = _DENIED.sub(" ", plain)
    return _one_in(left, asked=asked) or (_one_in(plain, asked=asked) if left != plain else None)


def _one_in(text: str, *, asked: bool) -> str | None:
    if dashed := next((found for found in _EIN.finditer(text) if not _PHONES.search(text[: found.start()])), None):
        return f"{dashed[1]}-{dashed[2]}"
    sound = _sound_in(text) or next((number for said in _spelt(text) if (number := _sound_in(said))), None)
    return sound or (_bare_ein(text) if asked or _NAMES_EIN.search(text) else None)


def _bare_ein(text: str) -> str | None:
    """Nine digits typed without the dash, or said; letters before them make them another country's."""
    if (typed := _UNDASHED.search(text)) is not None:
        return f"{typed[1]}-{typed[2]}"
    spelt = [said for said in _spelt(text) if re.fullmatch("[A-Z]{2}[0-9]{9,}", said)]
    runs = [run for run in runs_in(text[:LONGEST]) if len(run) == EIN_DIGITS]
    return f"{runs[0][:2]}-{runs[0][2:]}" if len(runs) == 1 and not spelt and _SAID_DIGITS.search(text) else None


def _spelt(text: str) -> list[str]:
    """What is said letter by letter and figure by figure, as it is written: "d e one two", 九幺幺."""
    figures = re.sub(f"[{_HAN}]", lambda m: str(HAN[m[0]]), text[:LONGEST])
    spelt = (
        [re.sub(r"[\s,，.\-]+", "", found) for found in _GROUPS.findall(figures)] if figures != text[:LONGEST] else []
    )
    run, double = "", 1
    for word in [*re.findall(r"[a-z]+|[0-9]+", text[:LONGEST].lower()), "end of it"]:
        begins = not run and word in _SAID_AS_ONE
        one = word if word.isdigit() or len(word) == 1 or begins else _DIGITS_SAID.get(word, "")
        if word in REPEATS:
            double = REPEATS[word]
        elif one:
            run, double = run + one.upper() * double, 1
        else:
            spelt, run = [*spelt, run] if len(run) >= LEAST_SAID else spelt, ""
    return spelt if _IN_WORDS.search(text) else []


def _sound_in(text: str) -> str | None:
    plain = _OF_BANK.sub(" ", unicodedata.normalize("NFKC", text).upper())
    parted = (re.sub("[^0-9A-Z]", "", found) for found in _PARTED.findall(plain))
    glued = re.sub(r"(?<=[0-9A-Z])[ .\-/]+(?=[0-9A-Z])", "", plain)
    written = [*(str(found) for shape in (plain, glued) for found in _FOUND.findall(shape)), *parted]
    return next((number for number in written if is_tax_number(number)), None)


_CALLED = re.compile(
    r"(?:税号|纳税人识别号|统一社会信用代码|\b(?:vat|tax|ein)(?: (?:number|no|id)(?: is)?)?\b)[.:：是为 ]*", re.I
)


def tax_number_tried(text: str) -> str | None:
    """What stands behind "tax number" and looks like one, sound or not; None where nothing does."""
    plain = unicodedata.normalize("NFKC", text).upper()
    called = _CALLED.search(plain)
    tried = _FOUND.match(plain, called.end()) if called else None
    return tried[0] if tried else None


def without_tax_number(text: str, *, asked: bool = False) -> str:
    """What else is said beside a sound tax number, such as whose it is; the text as it is where there is none."""
    if tax_number_in(text, asked=asked) is None:
        return text
    text = (
        re.sub(rf"(?<![0-9A-Za-z{_HAN}])[0-9A-Za-z{_HAN}](?:[ ,，]?[0-9A-Za-z{_HAN}]){{9,24}}$", _unless_sound, text)
        if not text.isascii()
        else text
    )
    text = _EIN.sub("", text)
    text = _SAID_EIN.sub("", _UNDASHED.sub("", text)) if asked or _NAMES_EIN.search(text) else text
    for shape in (_PARTED, _FOUND):
        text = re.sub(shape.pattern, _unless_sound, text, flags=re.I)
    return _CALLED.sub("", text).strip(" ,，;；.。:：")


def _unless_sound(said: re.Match[str]) -> str:
    return "" if tax_number_in(said[0]) else said[0]


_WORD = re.compile(rf"[a-z]+|[0-9]+|[{_HAN}]+|[\u4e00-\u9fff]", re.I)
_BESIDE_PIECE = frozenset({"uh", "um", "er", "erm", "dash", "then", "and", "it", "is", "s", *"呃嗯额那个然后是这横杠"})
LONGEST_PIECE, MOST_LETTERS = 60, 6


def piece_in(text: str) -> str:
    """The signs of a message that holds nothing but a piece of one, said or typed; empty where anything else is said."""
    signs, words, chinese = "", list[str](), re.search("[\u4e00-\u9fff]", text) is not None
    for word in _WORD.findall(unicodedata.normalize("NFKC", text.strip()[: LONGEST_PIECE + 1]).replace("'s", " ")):
        plain = word.lower()
        if plain in ENGLISH and (len(plain) > 1):
            words.append(plain)
            continue
        signs, words = signs + english(words), []
        if word.isascii() and (word.isdigit() or len(word) == 1 or (chinese and len(word) <= MOST_LETTERS)):
            signs += word.upper()
        elif word[0] in HAN:
            signs += "".join(str(HAN[sign]) for sign in word)
        elif not signs and plain in _SAID_AS_ONE:
            signs += plain.upper()
        elif plain not in _BESIDE_PIECE:
            return ""
    return "" if len(text.strip()) > LONGEST_PIECE else signs + english(words)


def looks_like_tax_number(text: str) -> bool:
    """Whether somebody tried to give one."""
    return bool(_FOUND.search(unicodedata.normalize("NFKC", text).upper()))


def is_tax_number(number: str) -> bool:
    """Whether the number can be right."""
    if re.fullmatch("[0-9]{2}-[0-9]{7}", number):
        return True
    if len(number) == 18 and number[:2].isalnum() and not number[:2].isalpha():
        return _credit_code(number)
    if len(number) in (15, 20) and number.isdigit():
        return True
    country, rest = number[:2], number[2:]
    check = _COUNTRIES.get(country)
    if check is not None:
        return check(rest)
    return country in _BY_FORM and bool(re.fullmatch(r"[0-9A-Z]{8,12}", rest)) and any(c.isdigit() for c in rest)


def _credit_code(number: str) -> bool:
    """Σ value·3^(i-1) mod 31 over 17 places; the 18th makes it up to 31 (GB 32100-2015)."""
    if any(c not in _CODE for c in number):
        return False
    total = sum(_CODE.index(c) * weight for c, weight in zip(number[:17], _WEIGHTS, strict=True))
    return _CODE[(31 - total % 31) % 31] == number[17]


def _germany(rest: str) -> bool:
    """ISO 7064, MOD 11,10."""
    if not re.fullmatch(r"[1-9][0-9]{8}", rest):
        return False
    product = 10
    for digit in rest[:8]:
        total = (int(digit) + product) % 10 or 10
        product = 2 * total % 11
    return (11 - product) % 10 == int(rest[8])


def _france(rest: str) -> bool:
    """The two-digit key is (12 + 3·(SIREN mod 97)) mod 97; keys with letters are checked by form."""
    if not re.fullmatch(r"[0-9A-HJ-NP-Z]{2}[0-9]{9}", rest):
        return False
    return not rest[:2].isdigit() or int(rest[:2]) == (12 + 3 * (int(rest[2:]) % 97)) % 97


def _italy(rest: str) -> bool:
    """Luhn over eleven digits."""
    if not re.fullmatch(r"[0-9]{11}", rest):
        return False
    return sum(sum(divmod(int(d) * (1 + i % 2), 10)) for i, d in enumerate(rest)) % 10 == 0


def _britain(rest: str) -> bool:
    """Weights 8 to 2 over seven digits plus the last two is a multiple of 97, or 55 short of one for newer numbers."""
    if not re.fullmatch(r"[0-9]{9}(?:[0-9]{3})?", rest):
        return False
    total = sum(int(d) * w for d, w in zip(rest[:7], range(8, 1, -1), strict=True)) + int(rest[7:9])
    return total % 97 == 0 or (total + 55) % 97 == 0


_COUNTRIES: Mapping[str, Callable[[str], bool]] = {"DE": _germany, "FR": _france, "IT": _italy, "GB": _britain}
_FORM_ONLY = "AT BE BG CH CY CZ DK EE EL ES FI HR HU IE LT LU LV MT NL NO PL PT RO SE SI SK"
_BY_FORM = frozenset(_FORM_ONLY.split())
