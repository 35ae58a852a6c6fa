"""Numbers and addresses in a message, typed or spoken: e-mail, phone, amount, tracking and order number. Pure; knows no Rasa."""

from collections.abc import Callable, Iterator

from actions.characters import simplified
from actions.mails import mails_in
from actions.numbers import runs_in
from frontdesk.rasa_worker.plain import half_width
from frontdesk.rasa_worker.reading import amounts, orders, phones
from frontdesk.rasa_worker.reading.asides import without
from frontdesk.rasa_worker.reading.found import GAP, Found

Reader = Callable[[str], tuple[str, list[Found]]]
_READERS: tuple[Reader, ...] = (orders.tracking, orders.of_marketplace, amounts.read, phones.read, orders.orders)


def entities(text: str) -> tuple[Found, ...]:
    """All kinds, each stretch of text taken once: an e-mail's digits are no phone, a phone is no order number."""
    left, addresses = mails_in(simplified(half_width(text)), GAP)
    found = [Found("email", one) for one in addresses]
    left = without(left)
    for read in _READERS:
        left, more = read(left)
        found += more
    if not any(f.kind in ("phone", "order_number") for f in found):
        found += _spoken(left)
    return tuple(dict.fromkeys(found))


def _spoken(text: str) -> Iterator[Found]:
    """Digits said or parted by spaces: five to seven are an order number, ten and more a phone."""
    for run in runs_in(text):
        if 5 <= len(run) <= 7:
            yield Found("order_number", run)
        elif 10 <= len(run) <= 13:
            yield Found("phone", run)
