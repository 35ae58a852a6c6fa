"""Reading a `collect`: what is asked for, its form, its read-back."""

import re
from typing import TypeVar, get_args

from frontdesk.ivr.entry.form import CheckDigit, EntryKind, Form, When
from frontdesk.ivr.entry.pattern import unsafe
from frontdesk.ivr.fields import Sheet, meant
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.nodes import Answers, Collect, Confirm, Node
from frontdesk.ivr.read_common import Common, Given, otherwise_talk, read_manners, read_patience, shut

OF_FORM = {
    "digits": ("digits", "check", "pattern"),
    "order_number": ("digits", "check", "pattern", "prefix"),
    "date": ("when",),
    "money": ("least", "most"),
    "yes_no": ("yes", "no"),
    "text": ("length", "pattern"),
}
Word = TypeVar("Word", bound=str)
LONGEST_TEXT = 500
MOST_MONEY = 10_000_000


def read_collect(sheet: Sheet, common: Common, given: Given) -> Node:
    """The node of a table with `collect`."""
    kind = _kind(sheet)
    _foreign(sheet, kind)
    talk = otherwise_talk(sheet)
    if talk is not None and kind == "text":
        sheet.complain(talk.at, "FLOW006", f"{sheet.subject} takes any words; none are left for 'otherwise'.")
    return Collect(
        fact=sheet.text("collect"),
        prompt=sheet.text("prompt"),
        manners=read_manners(sheet, given["help"]),
        form=_form(sheet, kind),
        patience=read_patience(sheet, given["patience"]),
        goto=sheet.maybe_target("goto"),
        confirm=_confirm(sheet),
        known=sheet.maybe_text("known"),
        otherwise_talk=talk,
        wrong=sheet.maybe_text("wrong"),
        lost=sheet.maybe_target("lost"),
        lost_key=_lost_key(sheet, kind),
        among=_among(sheet, kind),
        answers=Answers(yes=sheet.text("yes"), no=sheet.text("no")) if kind == "yes_no" else None,
        **common,
    )


def _lost_key(sheet: Sheet, kind: EntryKind) -> str | None:
    """One key, which is no entry: those have two digits at least."""
    text = sheet.maybe_text("lost_key")
    if text is None:
        return None
    if not sheet.has("lost") or kind not in ("digits", "order_number") or not re.fullmatch("[1-9]", text):
        message = f"'lost_key' of {sheet.what} is one key from 1 to 9, beside a 'lost', where digits are keyed in."
        sheet.complain(text.at, "FLOW006", message)
    return str(text)


def _among(sheet: Sheet, kind: EntryKind) -> Marked | None:
    """The fact that lists numbers; a key by itself is then a place in the list, so no other key may stand alone."""
    fact = sheet.maybe_text("among")
    if fact is not None and (kind not in ("digits", "order_number") or sheet.has("lost_key")):
        message = (
            f"'among' of {sheet.what} goes with digits, and without a 'lost_key': a key alone is a place in the list."
        )
        sheet.complain(fact.at, "FLOW006", message)
    return fact


def _kind(sheet: Sheet) -> EntryKind:
    return one_of(sheet, "as", get_args(EntryKind)) or "digits"


def one_of(sheet: Sheet, key: str, allowed: tuple[Word, ...]) -> Word | None:
    """One word of a list, if there."""
    text = sheet.maybe_text(key)
    found = next((word for word in allowed if word == text), None)
    if text is not None and found is None:
        message = f"'{key}' of {sheet.what} is one of {', '.join(allowed)}, not '{text}'."
        sheet.complain(text.at, "FLOW006", message, meant(text, allowed))
    return found


def _foreign(sheet: Sheet, kind: EntryKind) -> None:
    """Keys that belong to another form."""
    for key in sorted({key for keys in OF_FORM.values() for key in keys} - set(OF_FORM[kind])):
        if sheet.has(key):
            sheet.asked.add(key)
            of = " or ".join(f"'as: {form}'" for form, keys in OF_FORM.items() if key in keys)
            sheet.complain(sheet.at(key), "FLOW060", f"'{key}' says nothing of 'as: {kind}'; it belongs to {of}.")


def _confirm(sheet: Sheet) -> Confirm | None:
    inner = sheet.sheet("confirm", f"'confirm' of {sheet.what}")
    if inner is not None:
        confirm = Confirm(prompt=inner.text("prompt"), yes=inner.text("yes"), no=inner.text("no"))
        shut(sheet, inner)
        return confirm
    if sheet.has("known"):
        sheet.complain(sheet.at("known"), "FLOW005", f"{sheet.subject} needs 'confirm' for its 'known'.")
    return None


def _form(sheet: Sheet, kind: EntryKind) -> Form:
    match kind:
        case "digits" | "order_number":
            least, most = _lengths(sheet)
            return Form(
                kind=kind, least=least, most=most, prefix=_prefix(sheet) if kind == "order_number" else "",
                check=one_of(sheet, "check", get_args(CheckDigit)), pattern=_pattern(sheet),
            )  # fmt: skip
        case "date":
            return Form(kind=kind, when=one_of(sheet, "when", get_args(When)) or "any")
        case "money":
            return _money(sheet)
        case "yes_no":
            return Form(kind=kind)
        case "text":
            least, most = _range(sheet, "length", (2, LONGEST_TEXT)) if sheet.has("length") else (2, LONGEST_TEXT)
            return Form(kind=kind, least=least, most=most, pattern=_pattern(sheet))


def _money(sheet: Sheet) -> Form:
    """Bounds are written in whole units, kept in hundredths."""
    least, most = sheet.number("least") or 0.01, sheet.number("most") or MOST_MONEY
    if least > most or most > MOST_MONEY:
        message = f"'least' should be below 'most', and that at most {MOST_MONEY}."
        sheet.complain(sheet.at("most"), "FLOW008", message)
    return Form(kind="money", least=round(least * 100), most=round(most * 100))


def _prefix(sheet: Sheet) -> str:
    text = sheet.maybe_text("prefix")
    if text is not None and not re.fullmatch(r"[A-Za-z-]{1,8}", text):
        sheet.complain(text.at, "FLOW006", f"A 'prefix' is up to 8 letters, not '{text}'.")
    return text or ""


def _pattern(sheet: Sheet) -> str | None:
    text = sheet.maybe_text("pattern")
    wrong = unsafe(text) if text is not None else None
    if text is not None and wrong is not None:
        sheet.complain(text.at, "FLOW061", wrong)
    return str(text) if text is not None else None


def _lengths(sheet: Sheet) -> tuple[int, int]:
    """`5` or `4-12` digits."""
    return _range(sheet, "digits", (2, 32))


def _range(sheet: Sheet, key: str, bounds: tuple[int, int]) -> tuple[int, int]:
    """`5` or `4-12`, within bounds."""
    text = sheet.text(key)
    found = re.fullmatch(r"(\d{1,3})(?:\s*-\s*(\d{1,3}))?", text)
    if not text:
        return bounds
    least, most = (int(found.group(1)), int(found.group(2) or found.group(1))) if found else (0, 0)
    if not bounds[0] <= least <= most <= bounds[1]:
        hint = "one digit alone would hide 0, which leads to a human" if least == 1 else "for example 5, or 4-12"
        message = f"'{key}' should be a length from {bounds[0]} to {bounds[1]}, or a range of them: {hint}."
        sheet.complain(Marked(text, text.at).at, "FLOW008", message)
        return bounds
    return least, most
