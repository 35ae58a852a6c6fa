"""What reading any node shares: what it is made with, patience, ways to the bot. Knows no kind of node."""

from typing import TypedDict
from zoneinfo import ZoneInfo, available_timezones

from frontdesk.ivr.fields import Sheet, meant
from frontdesk.ivr.manners import Manners, Patience
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.nodes import Skip
from frontdesk.ivr.tasks import Tasks

SHORTEST_REASON = 10


class Common(TypedDict):
    """What every node is made with."""

    name: Marked
    flow: str
    skip: Skip | None


class Given(TypedDict):
    """What the book says for all nodes."""

    patience: Patience
    help: Marked | None
    filler: tuple[Marked, ...]
    tasks: Tasks


def shut(sheet: Sheet, inner: Sheet) -> bool:
    """Close an inner table; its mistakes make the outer one broken."""
    whole = inner.close()
    sheet.broken = sheet.broken or not whole
    return whole


def known_zone(sheet: Sheet, zone: Marked | None, code: str) -> str:
    """The time zone that was written, UTC without one; a name that is none is a mistake."""
    if zone is None:
        return "UTC"
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        sheet.complain(zone.at, code, f"'{zone}' is no time zone.", meant(zone, available_timezones()))
        return "UTC"
    return str(zone)


def read_manners(sheet: Sheet, default_help: Marked | None) -> Manners:
    """`help`, `operator`, `barge_in` and `back` of a question."""
    return Manners(
        help=sheet.maybe_text("help") or default_help,
        operator_off=_operator_off(sheet),
        barge_in=sheet.flag("barge_in", default=True),
        back=sheet.flag("back", default=True),
    )


def _operator_off(sheet: Sheet) -> Marked | None:
    """`operator: {off: reason}`: why nobody can be called here; a reason nobody would write is no reason."""
    inner = sheet.sheet("operator", f"'operator' of {sheet.what}")
    if inner is None:
        return None
    reason = inner.text("off")
    if reason and len(reason) < SHORTEST_REASON:
        inner.complain(
            reason.at, "FLOW006", "Say in a sentence why nobody can be called here; the next author reads it."
        )
    shut(sheet, inner)
    return reason


def read_patience(sheet: Sheet, default: Patience, *, own: bool = True) -> Patience:
    """`timeout`, `tries`, `silence` and `miss` of a table, or the book's; `own`: the table is a question."""
    return Patience(
        tries=read_tries(sheet) or default.tries,
        own_timeout=own and sheet.has("timeout"),
        timeout_s=sheet.number("timeout") or default.timeout_s,
        silence=sheet.texts("silence") or default.silence,
        miss=sheet.texts("miss") or default.miss,
    )


def read_tries(sheet: Sheet) -> int | None:
    """`tries`: 2 to 5, if there."""
    text = sheet.maybe_text("tries")
    if text is not None and text not in ("2", "3", "4", "5"):
        sheet.complain(text.at, "FLOW006", f"'tries' of {sheet.what} should be 2, 3, 4 or 5, not '{text}'.")
        return None
    return int(text) if text else None


def otherwise_talk(sheet: Sheet) -> Marked | None:
    text = sheet.maybe_text("otherwise")
    if text is not None and text != "talk":
        sheet.complain(text.at, "FLOW006", f"'otherwise' of {sheet.what} can only be 'talk'.")
    return text
