"""Verify who ordered without an order number: an e-mail address or a phone number, and what that one does not tell."""

from actions.proving import NOBODY, TRIES_OF_ACCOUNT, counted, give_back, take, verified
from actions.reading.contacts import PROOF_DIGITS, SHORTEST_PHONE, Contact, contact_in, email_said, proves
from actions.reading.numbers import digits_in
from actions.shop import Customer, Locale, Order, Shop, ShopCannot, ShopDown
from actions.task import Facts, Medium, TaskResult
from actions.words import result

LOOKED_AT = 5  # newest orders of the contact
MOST_ACCOUNTS = 3  # of people who share it
_LONGEST = 254


class VerifyContact:
    """Needs `contact`, and as `proof` the phone's last four digits for an address, the whole address for a phone number.

    `caller` counts tries, and proves nothing. The shop is asked only once the proof is there; a contact nobody has, one without
    orders, a wrong proof and an account without tries left are the same words after the same questions.
    """

    name = "verify_contact"
    needs = ("contact", "proof")
    may_use = ("caller",)
    outcomes = ("verified", "mismatch", "locked", "needs_person", "shop_down")

    async def run(self, facts: Facts, shop: Shop, locale: Locale, medium: Medium) -> TaskResult:
        contact = contact_in(facts.get("contact", "")[: _LONGEST + 1])
        proof = _proof(contact, facts.get("proof", "")[: _LONGEST + 1]) if contact else ""
        if contact is None or not proof:
            return _mismatch(contact, locale)
        try:
            return await self._check(shop, (contact, proof, facts.get("caller", "")), locale)
        except ShopCannot:
            return result(self.name, "needs_person", locale)
        except (ShopDown, OSError):
            return result(self.name, "shop_down", locale, "verify_identity.shop_down")

    async def _check(self, shop: Shop, given: tuple[Contact, str, str], locale: Locale) -> TaskResult:
        contact, proof, caller = given
        orders = await shop.orders.orders_by(contact, LOOKED_AT)
        people = tuple(dict.fromkeys(order.customer_id for order in orders))[:MOST_ACCOUNTS]
        known = {one: await shop.orders.customer(one) for one in people or (NOBODY,)}
        about = _counted_as(contact)  # after the shop has answered: while it is down no try is used up
        tries = counted(about, caller)
        if not await take(shop, tries):
            return result(self.name, "locked", locale, "verify_identity.locked")
        accounts = [(f"account:{one}", TRIES_OF_ACCOUNT) for one in people or (about,)]
        allowed = await take(shop, accounts)
        proved = _proved(contact, proof, orders, known)
        if proved is None or not allowed:
            return _mismatch(contact, locale)
        await give_back(shop, tries + accounts)
        return verified(self.name, proved, known[proved], locale, verified_by="contact_and_proof")


def _counted_as(contact: Contact) -> str:
    """A phone number by its end: however it is written, with or without its country's code, its tries are the same."""
    return f"contact:{contact.value if contact.kind == 'email' else contact.value[-SHORTEST_PHONE:]}"


def _proof(contact: Contact, given: str) -> str:
    """The proof in the form it is compared in; empty when it can be none."""
    if contact.kind == "phone":
        return email_said(given) or ""
    digits = digits_in(given)
    return digits[-PROOF_DIGITS:] if len(digits) >= PROOF_DIGITS else ""


def _proved(contact: Contact, proof: str, orders: tuple[Order, ...], known: dict[str, Customer | None]) -> str | None:
    """Whose orders they are: all are compared, so that which one fits does not show in the time."""
    fitting = [
        o.customer_id for o in orders if o.customer_id in known and proves(contact, proof, o, known[o.customer_id])
    ]
    return fitting[0] if fitting else None


def _mismatch(contact: Contact | None, locale: Locale) -> TaskResult:
    kind = contact.kind if contact else "email"
    return result(VerifyContact.name, "mismatch", locale, f"verify_contact.mismatch_{kind}")
