"""Numbers and addresses in a message, typed or spoken: e-mail, phone, amount, tracking and order number. Pure; knows no Rasa."""

import re
from collections.abc import Callable, Iterator

from actions.reading.characters import simplified
from actions.reading.mails import mails_in
from actions.reading.number_words import ENGLISH, HAN, HAN_SCALES
from actions.reading.numbers import runs_in
from frontdesk.rasa_worker.plain import half_width
from frontdesk.rasa_worker.reading import amounts, orders, phones
from frontdesk.rasa_worker.reading.asides import without
from frontdesk.rasa_worker.reading.found import GAP, Found

Reader = Callable[[str], tuple[str, list[Found]]]
_READERS: tuple[Reader, ...] = (orders.tracking, orders.of_marketplace, amounts.read, phones.read, orders.orders)
_CLAUSE_COMMA = re.compile(r"，(?![0-9０-９]{3}(?![0-9０-９]))")  # between figures it would pass for a decimal sign
_HAN_FIGURE = "".join([*HAN, *HAN_SCALES])
_FILLER = re.compile(
    rf"(?<=[a-z0-9]) (?:uh+|um+|erm?)(?= )|(?<=[0-9{_HAN_FIGURE}])(?:嗯|呃|额|那个)(?=[0-9{_HAN_FIGURE}块元毛])", re.I
)
_LETTER_SAID = re.compile(  # the letter an order number begins with: "order a two two one", 订单A二二一
    rf"(?:(?:order|number)(?: number| is)*|[订单号是为]) ?"
    rf"(?<![a-z])([a-z]) ?(?=(?:{'|'.join(ENGLISH)})(?![a-z])|[{''.join(HAN)}])",
    re.I,
)


def entities(text: str) -> tuple[Found, ...]:
    """All kinds, each stretch of text taken once: an e-mail's digits are no phone, a phone is no order number."""
    left, addresses = mails_in(simplified(half_width(_CLAUSE_COMMA.sub(", ", text))), GAP)
    found = [Found("email", one) for one in addresses]
    left = without(_FILLER.sub("", left))
    for read in _READERS:
        left, more = read(left)
        found += more
    if not any(f.kind in ("phone", "order_number") for f in found):
        found += _spoken(left)
    return tuple(dict.fromkeys(found))


def _spoken(text: str) -> Iterator[Found]:
    """Digits said or parted by spaces: five to seven are an order number, said twice or once; ten and more a phone."""
    letter = _LETTER_SAID.search(text)
    for run in runs_in(text):
        half = run[: len(run) // 2]
        once = half if run == half * 2 and 5 <= len(half) <= 6 else run
        if 5 <= len(once) <= 7:
            begins = letter[1].upper() if letter and once in runs_in(text[letter.end() :])[:1] else ""
            yield Found("order_number", begins + once)
        elif 10 <= len(run) <= 13:
            yield Found("phone", run)
