"""The passive effort index: how hard a session was to go through, from what happened in it, asked or not. Pure."""

from math import exp, log2

from frontdesk.record.session_row import SessionRow

INDEX_BINS = 20  # of 5 points each, 0 to 100
SCALE = 12.0  # points at which the index is at 63
POINTS = (
    ("a question asked again", 1.0),
    ("a silence", 1.0),
    ("an answer that fitted nothing", 2.0),
    ("a message the bot did not understand", 3.0),
    ("a machine that failed", 2.0),
    ("a menu node beyond the third", 0.5),
    ("proving who one is once more", 3.0),
    ("a doubling of the time to the first answer beyond 30 seconds", 1.0),
    ("a minute of waiting for a human, ten at most", 1.0),
    ("a human after the first (transfer)", 4.0),
    ("coming back about the same", 6.0),
)


def effort_points(row: SessionRow) -> float:
    """The weighted sum of `POINTS`."""
    first = (row.answered_at if row.answered_at is not None else row.connected_at or row.last_at) - row.started_at
    visits = sum(counts[0] for counts in row.nodes.values())
    parts = (
        row.asked_again,
        row.silences,
        max(0, row.misses - row.bot_misses),  # the bot's own misses are counted below
        row.bot_misses,
        row.machine_failures,
        max(0, visits - 3),
        max(0, row.verifications - 1),
        max(0.0, log2(max(first, 1.0) / 30.0)),
        min(10.0, row.waited_s / 60.0),
        max(0, sum(ticket.end == "answered" for ticket in row.tickets) - 1),
        row.repeats is not None or row.continues is not None,
    )
    return sum(weight * float(part) for (_, weight), part in zip(POINTS, parts, strict=True))


def effort_index(row: SessionRow) -> float:
    """100 · (1 − e^(−points ÷ 12)): 0 is effortless, 100 is never reached."""
    return 100.0 * (1.0 - exp(-effort_points(row) / SCALE))


def index_bin(row: SessionRow) -> int:
    """Which of the twenty bins the session's index is in."""
    return min(INDEX_BINS - 1, int(effort_index(row) / (100.0 / INDEX_BINS)))
