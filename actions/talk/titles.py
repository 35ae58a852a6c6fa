"""Whom an invoice is for, in one message: the kind and the name, where they are said with a wish or as an answer."""

import re
from typing import Any

from actions.reading.invoice_titles import (
    firm_in,
    name_in,
    names_personal_only,
    other_name,
    put_right,
    title_told,
    whose_invoice,
)
from actions.reading.names_anew import name_anew
from actions.talk.tax_numbers import tax_number_heard
from actions.talk.turn import CustomerTurn

BEFORE = frozenset({"order_number", "last4", "proof"})  # what is asked before whom an invoice is for
_WITH_SUFFIX = re.compile(r"\b(?:ltd|limited|inc|llc|gmbh|corp|plc)\b", re.I)  # on the phone nothing has capitals
OF_A_COMPANY = ("invoice_title", "tax_number")


def with_title(turn: CustomerTurn, asked: str | None, found: dict[str, Any], *, free: bool) -> dict[str, Any]:
    """What is heard, with whom the invoice is for; `free` where words of the customer's own were asked for."""
    heard = dict(found)
    if asked == "invoice_kind" and heard["invoice_kind"] in (None, "company") and heard["invoice_title"] is None:
        heard |= {"invoice_kind": "personal"} if names_personal_only(turn.text) else whose_invoice(turn.text.strip())
    if heard["invoice_title"] is None and asked in ("invoice_kind", "invoice_title"):
        heard["invoice_title"] = firm_in(turn.text)
    if heard["invoice_title"] and heard["invoice_kind"] in (None, "same"):
        heard["invoice_kind"] = "company"
    elif asked == "tax_number" and heard["invoice_title"] is None:
        heard["invoice_title"] = other_name(turn.text) or name_in(turn.text) or put_right(turn.text)
    elif heard["invoice_kind"] in (None, "personal") and not free and (name := name_in(turn.text)):
        heard |= {"invoice_kind": "personal", "invoice_title": name}
    if asked == "invoice_kind" and heard["invoice_kind"] == "personal" and not heard["invoice_title"]:
        heard["invoice_title"] = name_anew(turn.text, asked=True)  # "personally, Amy Lin"
    return heard


def told_early(turn: CustomerTurn, need: str | None, asked: str | None, found: dict[str, Any]) -> dict[str, Any]:
    """What is heard, with a company's name or number that is told while its order, or whose it is, is still asked for."""
    if need != "invoice" or asked not in BEFORE or turn.is_payload:
        return found
    firm = (
        None
        if found.get("invoice_title")
        else firm_in(turn.text) or (title_told(turn.text) if _WITH_SUFFIX.search(turn.text) else None)
    )
    tried = None if found.get("tax_number") else tax_number_heard(turn, "tax_number")
    early = {"invoice_title": firm, "tax_number": tried, "invoice_kind": "company" if firm or tried else None}
    return {**found, **{slot: value for slot, value in early.items() if value is not None}}


def after_all(turn: CustomerTurn, asked: str | None, found: dict[str, Any]) -> dict[str, Any]:
    """What is heard, where a company's name or number was asked for: for a person after all, or a name that says no kind."""
    if asked not in OF_A_COMPANY:
        return found
    if names_personal_only(turn.text):
        return {**found, "invoice_kind": "personal", "invoice_title": None, "tax_number": None}
    return {**found, "invoice_kind": None} if found["invoice_kind"] == "company" else found  # it may be 专票
