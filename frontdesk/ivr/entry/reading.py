"""What was entered at a `collect`, by its form: the value that is kept, and whether it is sound. Asks nothing."""

from collections.abc import Callable
from datetime import date

from frontdesk.core.inputs import CustomerInput, KeysPressed
from frontdesk.core.language import clean
from frontdesk.ivr.entry.checks import CHECKS
from frontdesk.ivr.entry.dates import a_date
from frontdesk.ivr.entry.form import Entry, Form
from frontdesk.ivr.entry.money import money
from frontdesk.ivr.entry.pattern import fits
from frontdesk.ivr.listen import digits_of, words_of


def entered(
    form: Form, given: CustomerInput, today: date, answer: Callable[[CustomerInput], bool | None]
) -> Entry | None:
    """The entry, sound or not; None when nothing of this form was given. `answer` hears yes and no."""
    match form.kind:
        case "digits" | "order_number":
            digits = digits_of(given, form.least, form.most)
            return Entry(form.prefix + digits, _sound(form, digits)) if digits is not None else None
        case "date":
            day = a_date(given, form.when, today)
            return Entry(day, _on_the_right_side(form, day, today)) if day is not None else None
        case "money":
            cents = money(given)
            return Entry(cents, form.least <= int(cents) <= form.most) if cents is not None else None
        case "yes_no":
            said = answer(given)
            return None if said is None else Entry("yes" if said else "no")
        case "text":
            return _text(form, given)


def _sound(form: Form, digits: str) -> bool:
    checked = form.check is None or CHECKS[form.check](digits)
    return checked and (form.pattern is None or fits(form.pattern, form.prefix + digits))


def _on_the_right_side(form: Form, day: str, today: date) -> bool:
    """Dates of this form compare as their text does."""
    if form.when == "any":
        return True
    return day >= today.isoformat() if form.when == "future" else day <= today.isoformat()


def _text(form: Form, given: CustomerInput) -> Entry | None:
    words = " ".join(clean(words_of(given)).split()) if not isinstance(given, KeysPressed) else ""
    if not words:
        return None
    return Entry(words, form.least <= len(words) <= form.most and (form.pattern is None or fits(form.pattern, words)))
