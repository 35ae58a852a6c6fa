"""E-mail addresses and phone numbers: as customers give them, as shops keep them, and what about one proves the other. Pure."""

import hmac
import re
from dataclasses import dataclass
from typing import Literal

from actions.order import Customer, Order
from actions.reading.mails import mails_in
from actions.reading.numbers import digits_in

ContactKind = Literal["email", "phone"]
LONGEST_EMAIL = 254  # RFC 5321, 4.5.3.1.3, without the angle brackets
SHORTEST_PHONE, LONGEST_PHONE = 7, 15  # digits; the longest by ITU-T E.164
PROOF_DIGITS = 4
TOLD_BY_PHONE = 7  # digits of a phone number within an address: whoever knows the one knows the other
# Neither spaces nor what quotes, joins or widens a search ("*", parentheses, colons): no address of a customer needs them.
_EMAIL = re.compile(r"[\w.!#$%&'+/=?^~\-]{1,64}@(?:[\w\-]{1,63}\.)+[\w\-]{2,63}")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # full-width signs, as Chinese keyboards type them
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_WITH_COUNTRY = re.compile(r"^\D*?(?:\+|00(?=[1-9]))\s*\(?[0-9]")
_TRUNK = re.compile(r"\(\s*0\s*\)")
_BRACKETS = str.maketrans("()（）/", "     ")


@dataclass(frozen=True, slots=True)
class Contact:
    """An address, or a phone number as digits, with a "+" where the country code is known to be among them."""

    kind: ContactKind
    value: str


def contact_in(text: str) -> Contact | None:
    """The contact a text is: an address, or a whole phone number in any shape."""
    email = email_of(text)
    if email is not None:
        return Contact("email", email)
    phone = phone_of(text) if "@" not in text.translate(_WIDE) else None
    return Contact("phone", phone) if phone is not None else None


def email_of(text: str) -> str | None:
    """The address as it is compared: A to Z are a to z, full-width signs are plain ones; nothing else is taken for another.

    A letter that only looks like one of them makes another address, and so does what stands behind a "+".
    """
    plain = text.strip().translate(_WIDE).translate(_LOWER)
    return plain if len(plain) <= LONGEST_EMAIL and _EMAIL.fullmatch(plain) else None


def email_said(text: str) -> str | None:
    """The one address that is typed or said in a text ("it's jo at example dot com")."""
    _, found = mails_in(text.translate(_WIDE))
    return email_of(text) or (email_of(found[0]) if len(found) == 1 else None)


def phone_of(text: str) -> str | None:
    """The number's digits, with "+" where it was given with its country code; None where it can't be a whole number."""
    plain = _TRUNK.sub(" ", text).translate(_BRACKETS)
    digits = digits_in(plain)
    abroad = _WITH_COUNTRY.match(text.translate(_WIDE)) is not None
    if abroad:
        digits = digits.lstrip("0")
    if not SHORTEST_PHONE <= len(digits) <= LONGEST_PHONE:
        return None
    return f"+{digits}" if abroad else digits


def contacts_of(order: Order) -> tuple[Contact, ...]:
    """What the order itself tells of how its customer is reached."""
    told = (contact_in(kept) for kept in (order.email, order.phone) if kept)
    return tuple(contact for contact in told if contact is not None)


def same(contact: Contact, kept: str | None) -> bool:
    """Whether what a shop keeps is this contact, whole."""
    if not kept:
        return False
    if contact.kind == "email":
        return email_of(kept) == contact.value
    return _same_phone(contact.value, phone_of(kept))


def _same_phone(one: str, other: str | None) -> bool:
    """With both country codes known all digits count; else the shorter must be the other's end, without a leading zero."""
    if other is None:
        return False
    if one.startswith("+") and other.startswith("+"):
        return one == other
    short, long = sorted((_national(one), _national(other)), key=len)
    return len(short) >= SHORTEST_PHONE and long.endswith(short)


def _national(phone: str) -> str:
    return phone[1:] if phone.startswith("+") else phone.lstrip("0")


def placed_with(contact: Contact, order: Order, customer: Customer | None) -> bool:
    """Whether an order was placed with the contact: the order's own counts, else that of the account."""
    own, account = _kept(contact.kind, order, customer)
    return same(contact, own or account)


def proves(contact: Contact, proof: str, order: Order, customer: Customer | None) -> bool:
    """Whether `proof` is what the contact does not tell: the phone's last four digits to an address, the address to a phone.

    Of an address that has the phone number in it, neither proves the other: nobody proves anything with it.
    """
    other: ContactKind = "phone" if contact.kind == "email" else "email"
    own, account = _kept(other, order, customer)
    kept = own or account or ""
    if other == "phone":
        known = digits_in(kept)[-PROOF_DIGITS:]
        return _fits(known, proof) and len(known) == PROOF_DIGITS and not tells(contact.value, known)
    return _fits(email_of(kept) or "-", email_of(proof) or "") and not tells(kept, contact.value)


def tells(email: str, digits: str) -> bool:
    """Whether an address has a phone number in it that ends in these digits, or is one ("13800138000@…")."""
    runs = [run for run in re.findall(r"[0-9]+", email.partition("@")[0]) if len(run) >= TOLD_BY_PHONE]
    ending = digits.removeprefix("+")[-TOLD_BY_PHONE:]
    return bool(ending) and any(run.endswith(ending) for run in runs)


def _fits(kept: str, given: str) -> bool:
    """In constant time."""
    return hmac.compare_digest(kept.encode(), given.encode())


def _kept(kind: ContactKind, order: Order, customer: Customer | None) -> tuple[str | None, str | None]:
    if kind == "email":
        return order.email, customer.email if customer else None
    return order.phone, customer.phone if customer else None
