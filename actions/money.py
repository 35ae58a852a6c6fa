"""What was paid, what goes back, and the paper for it. Amounts are in cents. Plain data; knows no shop in particular."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from actions.order import Name

PaymentState = Literal["paid", "pending", "refused", "given_back"]
RefundState = Literal["requested", "approved", "paid", "refused"]
InvoiceKind = Literal["personal", "company", "vat_special"]
INVOICE_KINDS: tuple[InvoiceKind, ...] = ("personal", "company", "vat_special")


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """One charge, or the attempt at one."""

    id: str
    order_number: str
    amount: int
    currency: str
    state: PaymentState
    paid_on: date
    method: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """Money on its way back. `new` tells whether this call asked for it."""

    number: str
    order_number: str
    amount: int
    currency: str
    state: RefundState
    requested_on: date
    expected_on: date | None = None
    paid_on: date | None = None
    new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceWish:
    """How the invoice shall be made out. `vat_special` is the Chinese 增值税专用发票."""

    kind: InvoiceKind
    title: str
    tax_number: str | None
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """An invoice of an order; `issued` is False while it is being made. `new` tells whether this call asked for it."""

    number: str
    order_number: str
    wish: InvoiceWish
    issued: bool
    new: bool = False
