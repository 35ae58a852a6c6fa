"""Values of an HTTP shop's answers as ours: amounts, days, states. What can't be read is ShopDown: nothing is guessed. Pure."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from actions import ShopDown
from frontdesk.adapters.http_shop.mapping import Rule
from frontdesk.adapters.http_shop.paths import there

MOST = 10**12  # cents; more is a mistake


def cents(value: Any, form: Literal["decimal", "cents"]) -> int:
    """An amount in hundredths, rounded half to even; never negative: refunds come as -12.50 from some shops."""
    try:
        amount = Decimal(str(value).strip().replace(",", ""))
        whole = abs(amount if form == "cents" else amount * 100)
        if not whole.is_finite() or whole > MOST:
            raise ShopDown("The shop told an amount that can't be; look at its answer and at `money` in the mapping.")
        return int(whole.to_integral_value())
    except InvalidOperation as error:
        raise ShopDown("The shop told an amount that is none; look at its answer and at the mapping.") from error


def day(value: Any, zone: tzinfo) -> date | None:
    """A day where the shop is, of `2026-11-27`, `2026-11-27T09:00:00Z` or seconds since 1970."""
    if value in (None, ""):
        return None
    try:
        if isinstance(value, int | float):
            return datetime.fromtimestamp(value, zone).date()
        text = str(value)
        if len(text) == 10:
            return date.fromisoformat(text)
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(zone).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ShopDown("The shop told a day that is none; look at its answer and at the mapping.") from error


def state(document: Any, rules: Sequence[Rule]) -> str | None:
    """The first rule that fits."""
    return next((rule.state for rule in rules if _fits(document, rule)), None)


def _fits(document: Any, rule: Rule) -> bool:
    return all(_is(there(document, path), wanted) for path, wanted in rule.when.items())


def _is(value: Any, wanted: tuple[str, ...]) -> bool:
    if "*" in wanted:
        return value not in (None, "", [], False)
    if "" in wanted and value in (None, "", []):
        return True
    said = str(value).lower() if isinstance(value, bool) else str(value)
    return value is not None and said in wanted
