"""The pieces of an address, each of which can be put right or added without touching the others. Pure; knows no bot."""

import re

from actions.reading.number_words import ENGLISH
from actions.reading.numbers import runs_in

_SAID = "|".join(sorted(ENGLISH))
FIGURE = rf"(?:[0-9]{{1,5}}[a-z]?|(?:{_SAID})\b(?:[ -](?:{_SAID})\b)*+(?: [a-z]\b)?)"
WAYS = (  # what streets are called
    r"street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|square|sq|crescent|terrace|ter|boulevard|blvd|quay|place|pl"
    r"|row|hill|way|parkway|pkwy|highway|hwy|circle|cir|trail|plaza|mews|walk|gardens?|grove|park|loop|pike|alley"
)
SIDES = r"(?:north(?:east|west)?|south(?:east|west)?|east|west|ne|nw|se|sw|n|s|e|w)"
_NAME = r"(?: (?!(?:to|is|for|and|in|at|on|of|a|an|or|it|i|my)\b)[a-z0-9'’.\-]{1,20}){1,4}?"
PHRASE = re.compile(
    rf"(?P<house>\b{FIGURE})(?P<street>{_NAME}(?: (?:{WAYS})\b\.?){{1,2}}+(?: {SIDES}\b(?![.'’]))?)", re.I
)
STREET_ALONE = re.compile(
    rf"(?!.*\b(?:is|be|not|the wrong"
    rf"|was)\b)(?:{SIDES}\.? )?[a-z0-9][a-z0-9'’.\-]{{0,19}}(?: [a-z'’.\-]{{1,20}}){{0,2}}? (?:{WAYS})\.?",
    re.I,
)
_DOOR = (
    rf"(?:(?:flat|apartment|apt|unit|suite|ste|room|rm)\b\.?|#) ?(?:(?:number|no\.?) )?"
    rf"(?:{FIGURE}(?:-[0-9a-z]{{1,4}})?|[a-z]\b)"
)
_FLOOR = (
    rf"(?:floor|fl\b\.?) (?:{FIGURE})"
    r"|\b(?:[0-9]{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|top|ground) floor"
)
UNITS = (re.compile(rf"(?<![a-z0-9]){_DOOR}", re.I), re.compile(rf"\b(?:{_FLOOR})", re.I))
STATES = (
    "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]"
    "|Alabama|Alaska|Arizona|California|Colorado|Florida|Georgia|Illinois|Massachusetts|Michigan|Minnesota|Nevada|Ohio|Oregon"
    "|Pennsylvania|Texas|Utah|Virginia|Washington|Wisconsin|New York|New Jersey"
)
_WORD = re.compile("[a-z]+", re.I)
OF_STATE = re.compile(rf"(?:^|(?<=[a-z] )|(?<=, ))(?:{STATES}),? [0-9]{{5}}(?![0-9])")  # a postcode
_FLAT = re.compile(r"flat\b", re.I)
_SIDE = re.compile(rf"(?<![a-z'’]){SIDES}\b(?![.'’]?[a-z])\.?", re.I)
_DIGIT = r"(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine)"
CODE_SAID = re.compile(rf"\b{_DIGIT}(?:[ -]{_DIGIT}){{3,5}}\b(?![a-z' \-]*\b(?:{WAYS})\b)", re.I)
_CODE = re.compile(rf"(?<![0-9\-])[0-9]{{4,6}}(?:-[0-9]{{4}})?(?![0-9\-])(?![^,]*\b(?:{WAYS})\b)", re.I)
_PHONE = re.compile(r"(?<![0-9])\+?[0-9](?:[0-9 \-().]{5,15})[0-9](?![0-9])")
_HOUSE_AHEAD = re.compile(r"(?:^|(?<=, ))[0-9]{1,5}[a-z]?(?= [A-Za-z])|(?<![0-9])[0-9]{1,3}[a-z]?\b", re.I)
_CITY = re.compile(rf",? (?P<town>[A-Za-z][A-Za-z .'\-]{{1,30}}?),? (?:{STATES})\b")
_TOWN = re.compile(
    r"(?!.{0,40}\b(?:for|same|too|also|both|all|other|orders?|number)\b)[A-Za-z][A-Za-z'’.\- ]{1,40}(?:, ?[A-Za-z .]{2,20})?,? ?"
)
_NO_WORD = (
    r"(?!(?:to|is|for|in|it|it's|its|my|was|are|but|not|or|order|please|with|that|has|have|i|i'm|said|from|should|be|wrong"
    r"|address)\b)"
)
_ONE_WORD = r"[A-Za-z0-9#.'’/\-]{1,20}"
WHOLE = re.compile(  # from the house to state and postcode
    rf"(?<![0-9A-Za-z#$\-])(?:[0-9]{{1,5}}[a-z]?(?:[\-/][0-9]{{1,4}})?|p\.? ?o\.? ?box [0-9]{{1,6}})"
    rf" {_NO_WORD}{_ONE_WORD}(?:[ ,]{{1,2}}{_NO_WORD}{_ONE_WORD}){{0,11}}?"
    rf"[ ,]{{1,2}}(?-i:{STATES}),?[ ]{{1,2}}[0-9]{{5}}(?:-[0-9]{{4}})?(?![0-9])",
    re.I,
)
_BUILT = (
    r"cottage|house|farm|lodge|hall|manor|barn|building|towers?|hotel|campus|villas?|mill|flat|apartment|estate|floor"
)
_NAMED = re.compile(  # whom it goes to, ahead of the street: "Anna Lee, "
    rf"(?P<who>(?!.*?\b(?:{_BUILT})\b[^,]*, )[A-Z][a-z'’.\-]+(?: [A-Z][A-Za-z'’.\-]*){{1,3}}),\s*"
)
_BOX = re.compile(r"\bp\.? ?o\.? ?box\b", re.I)


def code_in(address: str) -> re.Match[str] | None:
    """Where its postcode stands, in figures or said."""
    figures = [code for code in _CODE.finditer(phones_hidden(address)) if code.start() or code.end() == len(address)]
    places = figures or [*CODE_SAID.finditer(address)]
    return places[-1] if places else None


def phones_hidden(address: str) -> str:
    """The address with its phone numbers blotted out; all else stands where it stood."""
    return _PHONE.sub(lambda m: m[0] if _too_short(m[0]) else "x" * len(m[0]), address)


def _too_short(number: str) -> bool:
    return sum(map(str.isdigit, number)) < len("5550198") or re.search(r"[0-9]{5}-[0-9]{4}$", number) is not None


def phone_in(address: str) -> tuple[int, int] | None:
    """Where a phone number stands in it."""
    return next((m.span() for m in _PHONE.finditer(address) if not _too_short(m[0])), None)


def has_box(address: str) -> bool:
    """Whether it goes to a post office's box."""
    return _BOX.search(address) is not None


def put(address: str, at: tuple[int, int], new: str) -> str:
    """The address with that in place of what stands there."""
    return f"{address[: at[0]]}{new}{address[at[1] :]}"


def units_in(said: str) -> list[re.Match[str]]:
    """Flats, suites and floors that are named."""
    return [found for kind in UNITS if (found := kind.search(said))]


def with_unit(address: str, unit: str) -> str:
    """The address with that flat, suite or floor in place of the one there; or beside its street."""
    kind = next(kind for kind in UNITS if kind.search(unit))
    if old := kind.search(address):
        word = _WORD.match(unit)
        same = word is not None and old[0].lower().startswith(word[0].lower())
        return put(address, old.span(), f"{old[0][: word.end()]}{unit[word.end() :]}" if word and same else unit)
    if _FLAT.match(unit) or not (street := _line_of_street(address)):
        return f"{unit}, {address}"
    behind = max(street[1], *(found.end() for found in units_in(address)), 0)
    joint = "," if address[behind : behind + 1] == " " else ""
    return put(address, (behind, behind), f", {unit}{joint}")


def _line_of_street(address: str) -> tuple[int, int] | None:
    """Where the house and its street stand; a street of no known kind up to the next comma ("1600 Broadway")."""
    if found := PHRASE.search(address):
        return found.span()
    ahead = _HOUSE_AHEAD.search(address)
    end = address.find(",", ahead.end()) if ahead else -1
    return (ahead.start(), end) if ahead and end > 0 else None


def without_unit(address: str, kind: str) -> str | None:
    """The address without its flat, or without its floor."""
    of_kind = UNITS[1] if kind.lower() == "floor" else UNITS[0]
    old = of_kind.search(address)
    if old is None:
        return None
    return re.sub(r"^[ ,]+", "", f"{address[: old.start()].rstrip(' ,')}{address[old.end() :]}")


def with_city(address: str, city: str) -> str | None:
    """The address with another town ahead of its state; None where it tells no state."""
    line = _line_of_street(address)
    old = _CITY.search(address, line[1] if line else 0)
    return put(address, old.span("town"), city) if old else None


def house_of(address: str) -> str:
    """The number of its house."""
    found = PHRASE.search(address)
    return found["house"] if found else ""


def with_house(address: str, number: str) -> str | None:
    """The address with another house number."""
    if found := PHRASE.search(address):
        return put(address, found.span("house"), number)
    ahead = _HOUSE_AHEAD.search(address)
    return put(address, ahead.span(), number) if ahead else None


def with_street(address: str, said: str) -> str | None:
    """The address with another street; with its house number, where one is said."""
    new, old = PHRASE.fullmatch(said), PHRASE.search(address)
    if new is not None:
        at = old.span() if old else _line_of_street(address)
        return put(address, at, said) if at and not has_box(address) else None
    if old is None or STREET_ALONE.fullmatch(said) is None:
        return None
    return put(address, old.span("street"), f" {said}")


def with_side(address: str, side: str) -> str | None:
    """The address with another side of the town ("SE") in its street; None where it has none."""
    street = PHRASE.search(address)
    old = _SIDE.search(address, street.start("street"), street.end()) if street else None
    return put(address, old.span(), side) if old else None


def is_side(said: str) -> bool:
    """Whether nothing but a side of the town is said."""
    return _SIDE.fullmatch(said) is not None


def with_code(address: str, code: str) -> str:
    """The address with another postcode, or with one."""
    old = code_in(address)
    return put(address, old.span(), code) if old else f"{address}, {code}"


def with_town(address: str, town: str) -> str | None:
    """The address with another town and postcode ("Salem OR 97301"), up to where that of before ended; None where it had none.
    A state said alone ("illinois 62704") leaves the town."""
    old = code_in(address)
    if old is None:
        return None
    ends = [found.end() for kind in (PHRASE, *UNITS) for found in kind.finditer(address, 0, old.start())]
    start = max(ends, default=(_line_of_street(address) or (0, 0))[1])
    first = re.split(r"[ ,]+", town)[0]
    if first and (again := re.search(rf"\b{re.escape(first)}\b", address[start : old.start()], re.I)):
        return put(address, (start + again.start(), old.end()), town)
    return put(address, (start, old.end()), f", {town}") if start else None


def with_who(address: str, who: str) -> str:
    """The address with another recipient in place of the name it begins with, or with one."""
    street = _line_of_street(address)
    name = _NAMED.match(address, 0, street[0]) if street else None
    return put(address, name.span("who"), who) if name else f"{address}, {who}"


def with_phone(address: str, phone: str) -> str:
    """The address with another phone number of who takes it in, or with one."""
    at = phone_in(address)
    if at is not None:
        return put(address, at, phone)
    return f"{address}, phone {phone}" if address.isascii() else f"{address}，电话{phone}"


def with_line(address: str, said: str) -> str | None:
    """The address with a unit, a street with or without its number, both, or a town with its postcode in place of those there;
    None where it is none of these, or all is as it was."""
    rest, units = said, [unit[0] for unit in units_in(said)]
    for unit in units:
        rest = rest.replace(unit, " ", 1)
    rest = re.sub(r"\s*,\s*(?=,|$)|^[\s,]+", "", " ".join(rest.split())).strip(" ,")
    rest = _without_known(address, rest)
    changed: str | None = address
    if rest and (PHRASE.fullmatch(rest) or STREET_ALONE.fullmatch(rest)):
        changed = with_street(address, rest)
    elif rest:
        return None if units else _with_town_told(address, rest)
    for unit in units:
        changed = with_unit(changed, unit) if changed else None
    return changed if changed != address else None


def _without_known(address: str, said: str) -> str:
    """A street without the town behind it, where that is the one of the address: "12 Elm Street, Springfield"."""
    street = PHRASE.match(said)
    town = said[street.end() :].strip(" ,") if street else ""
    known = town and re.search(rf"\b{re.escape(town)}\b", address, re.I)
    return street[0] if street and known else said


def _with_town_told(address: str, said: str) -> str | None:
    """ "Salem OR 97301", "illinois six two seven oh four"."""
    code = code_in(said)
    if code is None or code.end() != len(said) or re.search(r"[0-9]", said[: code.start()]):
        return None
    town = said[: code.start()]
    figures = code[0] if code[0][0].isdigit() else "".join(runs_in(code[0]))
    return with_town(address, f"{town}{figures}") if _TOWN.fullmatch(town) else None
