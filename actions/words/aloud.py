"""Amounts and addresses as they are heard: "48 dollars and 60 cents", "amy at example dot com". Pure; knows no task's words."""

import re
from decimal import Decimal

from babel.numbers import get_currency_name

from actions.order import Locale

_UNITS: dict[str, dict[str, tuple[str, ...]]] = {
    # currency: (one main unit, several, one hundredth, several), in Chinese (main unit, tenth, hundredth)
    "CNY": {"en": ("yuan", "yuan", "fen", "fen"), "zh": ("元", "角", "分")},
    "USD": {"en": ("dollar", "dollars", "cent", "cents"), "zh": ("美元", "", "美分")},
    "EUR": {"en": ("euro", "euros", "cent", "cents"), "zh": ("欧元", "", "欧分")},
    "GBP": {"en": ("pound", "pounds", "penny", "pence"), "zh": ("英镑", "", "便士")},
    "HKD": {"en": ("Hong Kong dollar", "Hong Kong dollars", "cent", "cents"), "zh": ("港元", "", "港仙")},
}
MOST_IN_A_GROUP = 4  # figures that are kept in the ear
_RUNS = re.compile(r"[A-Z]+|[0-9]+")
_SIGNS: dict[Locale, dict[str, str]] = {
    "en": {"@": " at ", ".": " dot ", "-": " dash ", "_": " underscore ", "+": " plus "},
    "zh": {"@": " 艾特 ", ".": " 点 ", "-": " 横杠 ", "_": " 下划线 ", "+": " 加号 "},
}


def grouped(code: str) -> str:
    """A parcel's number sign by sign, in groups of three or four: "M S, 7 9 3 7, 2 1 3 7"."""
    groups = []
    for run in _RUNS.findall(code.upper()):
        size = -(-len(run) // max(1, -(-len(run) // MOST_IN_A_GROUP)))
        groups += [" ".join(run[at : at + size]) for at in range(0, len(run), size)]
    return ", ".join(groups)


def spoken_money(cents: int, currency: str, locale: str) -> str:
    """An amount in words of its units; a currency we have no units of is named behind the figure. A debt keeps its minus."""
    whole, rest = divmod(abs(cents), 100)
    units = _UNITS.get(currency, {}).get(locale)
    if units is None:
        amount = Decimal(abs(cents)) / 100
        said = f"{amount.normalize():f} {get_currency_name(currency, amount, locale=locale)}"
    elif locale == "zh":
        said = _chinese(whole, rest, units)
    else:
        said = _english(whole, rest, units)
    return said if cents >= 0 else f"{'负' if locale == 'zh' else 'minus '}{said}"


def _english(whole: int, rest: int, units: tuple[str, ...]) -> str:
    one, several, hundredth, hundredths = units
    parts = [f"{whole} {one if whole == 1 else several}"] if whole or not rest else []
    parts += [f"{rest} {hundredth if rest == 1 else hundredths}"] if rest else []
    return " and ".join(parts)


def _chinese(whole: int, rest: int, units: tuple[str, ...]) -> str:
    """12元5角, 12元零5分; currencies without a tenth say their hundredths."""
    main, tenth, hundredth = units
    tenths, hundredths = divmod(rest, 10) if tenth else (0, rest)
    text = f"{whole}{main}" if whole or not rest else ""
    text += f"{tenths}{tenth}" if tenths else "零" if text and tenth and hundredths else ""
    return text + (f"{hundredths}{hundredth}" if hundredths else "")


def spoken_email(address: str, locale: Locale) -> str:
    """An e-mail address with its signs named and its figures one by one; in Chinese 123 would else be read as a number."""
    signs = _SIGNS[locale]
    said = "".join(f" {c} " if c.isdigit() else signs.get(c, c) for c in address)
    return " ".join(said.split())
