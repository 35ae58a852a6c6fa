"""How a shop behind HTTP is asked for the orders of an address or a phone number, and what is made of them. Pure."""

from collections.abc import Iterable, Mapping

from actions import Order
from actions.reading.contacts import Contact


def wanted(contact: Contact, region: str) -> Mapping[str, str]:
    """What the request may name: {email}; or {phone}, with its country code where that can be told, and {national} without."""
    if contact.kind == "email":
        return {"email": contact.value}
    import phonenumbers  # noqa: PLC0415 - a tenth of a second, at the first one

    try:
        number = phonenumbers.parse(contact.value, region or None)
    except phonenumbers.NumberParseException:
        return {"phone": contact.value, "national": contact.value.removeprefix("+")}
    whole = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return {"phone": whole, "national": phonenumbers.national_significant_number(number)}


def newest(orders: Iterable[Order], limit: int) -> tuple[Order, ...]:
    """The newest first, no more than wanted."""
    return tuple(sorted(orders, key=lambda order: (order.placed_on, order.number), reverse=True)[:limit])
