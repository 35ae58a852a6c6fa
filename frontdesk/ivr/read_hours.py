"""Reading opening hours: days, spans, holidays, zone."""

from frontdesk.ivr.fields import Sheet
from frontdesk.ivr.hours import ALL_DAY, DAYS, Hours, Span, read_date, read_days, read_span
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.read_common import known_zone

WRONG = "FLOW051"


def read_hours(name: Marked, sheet: Sheet) -> Hours:
    """One set of hours."""
    zone = sheet.text("zone")
    hours = Hours(name=name, zone=known_zone(sheet, zone, WRONG), weekly=_weekly(sheet), holidays=_holidays(sheet))
    sheet.close()
    return hours


def _weekly(sheet: Sheet) -> dict[str, tuple[Span, ...]]:
    inner = sheet.sheet("weekly", f"'weekly' of {sheet.what}", required=True)
    weekly: dict[str, tuple[Span, ...]] = {}
    for key in inner.table.entries if inner else ():
        days = read_days(key)
        if days is None:
            sheet.complain(key.at, WRONG, f"'{key}' is no day; write one of {', '.join(DAYS)}, or mon-fri.")
        spans = _spans(inner, key) if inner else ()
        for day in days or ():
            if day in weekly:
                sheet.complain(key.at, WRONG, f"{day} has hours twice.")
            weekly[day] = spans
    return weekly


def _holidays(sheet: Sheet) -> dict[str, tuple[Span, ...]]:
    inner = sheet.sheet("holidays", f"'holidays' of {sheet.what}")
    holidays: dict[str, tuple[Span, ...]] = {}
    for key in inner.table.entries if inner else ():
        date = read_date(key)
        if date is None:
            sheet.complain(key.at, WRONG, f"'{key}' is no date; write it as 2026-10-01.")
        holidays[date or key] = _spans(inner, key) if inner else ()
    return holidays


def _spans(sheet: Sheet, key: str) -> tuple[Span, ...]:
    """`closed`, or a list such as ["09:00-12:00", "13:00-18:00"]."""
    value = sheet.table.entries[Marked(key)]
    if isinstance(value, Marked) and value == "closed":
        sheet.asked.add(key)
        return ()
    before = len(sheet.issues)
    found = {text: read_span(text) for text in sheet.texts(key)}
    for text, span in found.items():
        if span is None:
            sheet.complain(text.at, WRONG, f"'{text}' is no span of a day; write it as 09:00-18:00, up to 24:00.")
    spans = tuple(span for span in found.values() if span is not None)
    return spans if len(sheet.issues) == before else ALL_DAY  # nobody is told besides that it is never open
