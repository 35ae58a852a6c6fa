"""Which open sessions nobody is in any more. Pure; closing them is the conversation's."""

from collections.abc import Iterable

from frontdesk.record.session_row import SessionRow


def idle_sessions(rows: Iterable[SessionRow], now: float, limit_s: float) -> tuple[str, ...]:
    """Open chats without news for longer than `limit_s`, longest first.

    Whoever waits for a human or is with one is not idle, and a call ends by its own hang-up.
    """
    idle = [row for row in rows if _left_alone(row) and now - row.last_at > limit_s]
    return tuple(row.id for row in sorted(idle, key=lambda row: (row.last_at, row.id)))


def _left_alone(row: SessionRow) -> bool:
    with_human = row.waiting_since is not None or row.talking_since is not None
    return row.ended_at is None and row.channel == "chat" and not with_human
