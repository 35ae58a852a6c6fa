"""Which open sessions nobody is in any more. Pure; closing them is the conversation's."""

import math
from collections.abc import Iterable

from frontdesk.record.session_row import SessionRow

CALL_SILENT_S = 15 * 60.0  # a menu asks again every few seconds
CALL_AT_MOST_S = 5 * 3600.0  # carriers end a call after four hours


def idle_sessions(rows: Iterable[SessionRow], now: float, limit_s: float) -> tuple[str, ...]:
    """Open sessions without news for longer than `limit_s`, longest first.

    Who waits for a human or is with one is not idle. A call ends by its own hang-up; when no word of that came (the
    carrier's callback was lost), its silence tells.
    """
    idle = [row for row in rows if row.ended_at is None and now - row.last_at > _patience(row, limit_s)]
    return tuple(row.id for row in sorted(idle, key=lambda row: (row.last_at, row.id)))


def _patience(row: SessionRow, limit_s: float) -> float:
    with_human = row.waiting_since is not None or row.talking_since is not None
    if row.channel == "voice":
        return CALL_AT_MOST_S if with_human else max(limit_s, CALL_SILENT_S)
    return math.inf if with_human else limit_s
