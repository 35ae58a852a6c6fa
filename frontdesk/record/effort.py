"""CES 2.0, the effort customers say it took them. Pure; the raw scores stay in the session rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from frontdesk.record.session_row import SessionRow

EASY = 5  # "somewhat agree" on the scale of 1 to 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """`n` answered of `asked`; mean and top box are None without answers."""

    asked: int
    n: int
    mean: float | None
    top_box: float | None


def effort(rows: Sequence[SessionRow]) -> Effort:
    """CES 2.0: "… made it easy for me to handle my issue", 1 (strongly disagree) to 7 (strongly agree).

    mean = Σ scores ÷ n. Top box = answers of 5 or more ÷ n: the share of customers who call it easy (客户费力度; target
    of the trade: at least 70 %). Every session that was asked counts, escalated ones too; who did not answer is in
    `asked` only, so that the response rate can be seen.
    """
    scores = [row.score for row in rows if row.score is not None]
    n = len(scores)
    return Effort(
        asked=sum(row.survey_asked for row in rows),
        n=n,
        mean=sum(scores) / n if n else None,
        top_box=sum(score >= EASY for score in scores) / n if n else None,
    )
