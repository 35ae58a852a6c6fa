"""An invoice (发票): made out as wished, sent by e-mail, sent again, or corrected. A tax number with a slip is refused before."""

from actions.money import INVOICE_KINDS, Invoice, InvoiceKind, InvoiceWish
from actions.order import Customer, Order
from actions.order_task import Asked, Change, learnt
from actions.reading.tax_numbers import tax_number_in
from actions.task import TaskResult
from actions.words import WORDS, Form, email, number

SAME = "same"  # as it was before
_UNPAID = frozenset({"placed", "cancelled"})


class RequestInvoice(Change):
    """Uses `invoice_kind`, `invoice_title`, `tax_number` and `email`; what is left out is taken from the customer's account."""

    name = "request_invoice"
    may_use = ("invoice_kind", "invoice_title", "tax_number", "email")
    own = ("issued", "requested", "sent_again", "corrected", "not_paid", "title_needed", "bad_tax_number", "no_email")

    async def weigh(self, order: Order, asked: Asked) -> TaskResult | None:
        if order.state in _UNPAID:
            return self.say("not_paid", order, asked, order.state)
        wish = await _wish(order, asked)
        if not wish.email:
            return self.say("no_email", order, asked)
        if wish.kind != "personal" and not wish.title:
            return self.say("title_needed", order, asked)
        if wish.kind != "personal" and not wish.tax_number:
            return self.say("bad_tax_number", order, asked)
        return None

    async def question(self, order: Order, asked: Asked) -> TaskResult:
        wish = await _wish(order, asked)
        key = "confirm" if wish.tax_number is None else "confirm_company"
        return self.say("confirm", order, asked, key, **_words(wish, asked))

    async def do(self, order: Order, asked: Asked) -> TaskResult:
        wish, before = await _wish(order, asked), await asked.shop.money.invoice(order.number)
        invoice = await asked.shop.money.ask_invoice(order.number, wish)
        said = self.say(_outcome(before, invoice), order, asked, None, **_words(invoice.wish, asked))
        return learnt(said, invoice_kind=wish.kind, email=wish.email)


def _outcome(before: Invoice | None, invoice: Invoice) -> str:
    if before is None:
        return "issued" if invoice.issued else "requested"
    return "sent_again" if before.wish == invoice.wish else "corrected"


async def _wish(order: Order, asked: Asked) -> InvoiceWish:
    """What the customer said, else how the invoice is now, else a personal one in their own name."""
    before = await asked.shop.money.invoice(order.number)
    customer = await asked.shop.orders.customer(order.customer_id)
    kind = "" if asked.fact("invoice_kind") == SAME else asked.fact("invoice_kind")
    tax_number = tax_number_in(asked.fact("tax_number"))
    if before is not None and not (kind or asked.fact("invoice_title")):
        was = before.wish
        return InvoiceWish(
            kind=was.kind,
            title=was.title,
            tax_number=tax_number or was.tax_number,
            email=asked.fact("email") or was.email,
        )
    wanted: InvoiceKind = next((known for known in INVOICE_KINDS if known == kind), "personal")
    own_name = customer.name if customer and wanted == "personal" else ""
    return InvoiceWish(
        kind=wanted,
        title=asked.fact("invoice_title") or own_name,
        tax_number=tax_number if wanted != "personal" else None,
        email=asked.fact("email") or _email_of(customer),
    )


def _email_of(customer: Customer | None) -> str:
    return (customer.email or "") if customer else ""


def _words(wish: InvoiceWish, asked: Asked) -> dict[str, str | Form]:
    return {
        "kind": WORDS[asked.locale][f"invoice_kind.{wish.kind}"],
        "title": wish.title,
        "tax_number": number(wish.tax_number or ""),
        "email": email(wish.email, asked.locale),
    }
