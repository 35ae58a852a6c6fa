"""The outcome ledger: every session ends in exactly one of these, instead of merely not having reached an agent."""

from frontdesk.record.needs import CONFIRMED, NOT_UNDERSTOOD, SETTLED
from frontdesk.record.session_row import Outcome, SessionRow


def outcome_of(row: SessionRow) -> Outcome:
    """The first that holds, in this order (after the outcome ledger of `docs/reference/numbers.md`):

    1. `running`: the session is open.
    2. `escalated`: customer and human were connected.
    3. `unreachable`: nothing ever came from the customer.
    4. `promised`: a callback or an answer was promised.
    5. `abandoned_in_queue`: a human was called for and the customer left before one came.
    6. `trapped`: a human was called for, by the customer or for them, and none came; nothing was promised instead.
    7. `resolved_verified`: a task ended in an outcome the shop confirms, and no need is open that is known.
    8. `resolved_unverified`: self-service answered, leaving no need open that is known, and the customer parted with
       thanks or the conversation came to its own end (so does a chat of greetings only).
    9. `gave_up`: all else.

    Who left the queue by themselves and went on with the bot is judged by what came of that (7 to 9).
    """
    if row.ended_at is None:
        return "running"
    if row.connected:
        return "escalated"
    if row.inputs == 0:
        return "unreachable"
    if row.promised:
        return "promised"
    if (row.handoffs or row.asked_for_human) and not row.went_back:
        return "abandoned_in_queue" if row.abandoned else "trapped"
    return _alone(row)


def _alone(row: SessionRow) -> Outcome:
    """The outcome of a session in which no human was needed."""
    if confirmed(row):
        return "resolved_verified"
    content = row.open_need is None or (row.open_need == NOT_UNDERSTOOD and row.thanked)
    satisfied = content and (row.answered or not row.needed)
    return "resolved_unverified" if satisfied and (row.finished or row.parted) else "gave_up"


def confirmed(row: SessionRow) -> bool:
    """Whether the shop confirms that the customer got what they came for: some task did it, none failed last, and
    nothing was asked after it that has no answer."""
    last = {run.task: run.outcome for run in row.tasks}
    done = set(last.items())
    return row.open_need is None and bool(done & CONFIRMED) and done <= SETTLED
