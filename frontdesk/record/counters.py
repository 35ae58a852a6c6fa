"""What one ended session adds to the counters of its day: whole numbers only, so that sums are exact in any order. Pure.

Durations are whole milliseconds, `_ms2` sums of their squares. Names: `o.` outcomes, `need` sessions with a need, `rv`/`ru`
resolved (un)verified among them, `sr.` and `fr.` who came back (`maturity.py`), `t.` tickets, `h.` histograms of seconds, `w.`
foretold waits, `p.` promises, `a.` answers to a question, `e.` sessions by stratum and `q.` answers by stratum, `f.` funnels,
`r.` reasons for a human, `c.` who came back from which channel, `s.` agents' time (`staffing.py`), `k.` what
agents said of the packet: tickets with marks, and by mark and fact.
"""

from collections import Counter

from frontdesk.core.questions import QUESTIONS, Question
from frontdesk.record.bins import AGES, bin_of
from frontdesk.record.needs import GOAL_OF_TASK, TASK_OF_GOAL
from frontdesk.record.outcome import confirmed
from frontdesk.record.repeats import counts
from frontdesk.record.session_row import SessionRow, TicketRow
from frontdesk.record.struggle import index_bin

# What came of a session, for whom answers speak; and those that are alike, to borrow from when one has few answers.
FAMILIES = {
    "resolved_verified": "helped",
    "resolved_unverified": "helped",
    "escalated": "human",
    "promised": "promised",
    "gave_up": "failed",
    "trapped": "failed",
    "abandoned_in_queue": "failed",
}


def counters(row: SessionRow, hour: int) -> Counter[str]:
    """The counters of a session that ended in the `hour` after its day began; nothing while it runs."""
    found: Counter[str] = Counter()
    if row.ended_at is None:
        return found
    found["n"] += 1
    found[f"o.{row.outcome}"] += 1
    found["contained"] += not row.connected
    found["wanted_human"] += bool(row.handoffs or row.asked_for_human)
    found["duration_ms"] += _ms(row.ended_at - row.started_at)
    _resolution(found, row, hour)
    if row.came_from is not None:
        found[f"c.{'continuation' if row.continues else 'repeat'}.{row.came_from}>{row.channel}"] += 1
    _people(found, row)
    _trouble(found, row)
    _answers(found, row)
    _promises(found, row)
    _funnel(found, row)
    return Counter({name: count for name, count in found.items() if count})


def _resolution(found: Counter[str], row: SessionRow, hour: int) -> None:
    """A contact that goes on in another session within a quarter of an hour is counted there."""
    if not counts(row) or row.continued_by is not None:
        found["continued"] += row.continued_by is not None
        return
    found["need"] += 1
    found["ru"] += row.outcome == "resolved_unverified"
    _survival(found, "fr", row, hour)
    if row.outcome == "resolved_verified":
        found["rv"] += 1
        _survival(found, "sr", row, hour)


def _survival(found: Counter[str], name: str, row: SessionRow, hour: int) -> None:
    """`name.open.<hour>`: not come back so far; `name.back.<age>`: came back at that age."""
    if row.repeated_after_s is None:
        found[f"{name}.open.{hour}"] += 1
    else:
        found[f"{name}.back.{bin_of(row.repeated_after_s, AGES)}"] += 1


def _people(found: Counter[str], row: SessionRow) -> None:
    if row.handoff_reason is not None:
        found[f"r.{row.handoff_reason}"] += 1
    if row.connected_at is not None:
        found[f"h.to_human.{bin_of(row.connected_at - row.started_at)}"] += 1
    if row.answered_at is not None:
        found[f"h.first_value.{bin_of(row.answered_at - row.started_at)}"] += 1
    found["connected"] += row.connected
    found["transferred"] += sum(ticket.end == "answered" for ticket in row.tickets) > 1


def ticket_counters(ticket: TicketRow, *, promised: bool) -> Counter[str]:
    """What one request for a human adds."""
    found: Counter[str] = Counter()
    if ticket.waited_s is None:
        return found
    found["t.n"] += 1
    found[f"t.{ticket.end}"] += 1
    found["t.called_back"] += promised and ticket.end != "answered"
    found["t.returns"] += ticket.returns
    found[f"h.{ticket.end}.{bin_of(ticket.waited_s)}"] += 1
    found["t.wait_ms"] += _ms(ticket.waited_s)
    if ticket.end == "answered":
        _handled(found, ticket)
    _foretold(found, ticket)
    _judged(found, ticket)
    return found


def _handled(found: Counter[str], ticket: TicketRow) -> None:
    if ticket.talk_from is not None:
        return  # still talking
    wrap = ticket.wrap_s or 0.0
    found["t.handled"] += 1
    for part, took in (("talk", ticket.talk_s), ("hold", ticket.hold_s), ("wrap", wrap)):
        found[f"t.{part}_ms"] += _ms(took)
        found[f"t.{part}_ms2"] += _ms(took) ** 2
    found[f"h.handle.{bin_of(ticket.talk_s + ticket.hold_s + wrap)}"] += 1


def _foretold(found: Counter[str], ticket: TicketRow) -> None:
    """How the first estimate that was told compares with what came."""
    if ticket.told_at is None:
        return
    if ticket.low_s is None or ticket.high_s is None:
        found["w.untold"] += 1
        return
    if ticket.end != "answered" or ticket.ended_at is None:
        found["w.left"] += 1
        return
    actual, middle = ticket.ended_at - ticket.told_at, (ticket.low_s + ticket.high_s) / 2
    found["w.n"] += 1
    found["w.within"] += ticket.low_s <= actual <= ticket.high_s
    found["w.longer"] += actual > ticket.high_s
    error = _ms(abs(actual - middle))
    found["w.error_ms"] += error
    found["w.error_ms2"] += error**2
    found["w.late_ms" if actual > middle else "w.early_ms"] += error
    place = bin_of(middle)
    found[f"w.at.{place}"] += 1
    found[f"w.took_ms.{place}"] += _ms(actual)


def _judged(found: Counter[str], ticket: TicketRow) -> None:
    """What the agent said of the facts: the ticket once for each kind of mark, and each fact."""
    if ticket.end != "answered" or not ticket.marks:
        return
    found["k.n"] += 1
    found.update(f"k.{mark}" for mark in set(ticket.marks.values()))
    found.update(f"k.{mark}.{fact}" for fact, mark in ticket.marks.items())


def _trouble(found: Counter[str], row: SessionRow) -> None:
    found["silences"] += row.silences
    found["misses"] += row.misses
    found["asked_again"] += row.asked_again
    found["with_asked_again"] += row.asked_again > 0
    found["bot.n"] += row.bot_answers
    found["bot.missed"] += row.bot_misses
    found["machine_failures"] += row.machine_failures
    found["proved_again"] += row.verifications > 1


def _answers(found: Counter[str], row: SessionRow) -> None:
    """The answers, by stratum (what came of it × how hard it was): so that they can speak for those who gave none."""
    if row.outcome not in FAMILIES:
        return
    stratum = f"{row.outcome}.{index_bin(row)}"
    found[f"e.{stratum}.n"] += 1
    found[f"e.{stratum}.asked"] += row.survey_asked
    found[f"e.{stratum}.replied"] += row.score is not None
    own = {row.question: row.score} if row.question is not None and row.score is not None else {}
    for question, score in {**row.ratings, **own}.items():
        found[f"a.{question}.{score}"] += 1
        if question in QUESTIONS:
            _answered(found, f"q.{question}.{stratum}", QUESTIONS[question], score)


def _answered(found: Counter[str], place: str, scale: Question, score: int) -> None:
    found[f"{place}.n"] += 1
    found[f"{place}.sum"] += score
    found[f"{place}.squares"] += score * score
    found[f"{place}.good"] += score >= scale.good
    found[f"{place}.bad"] += score <= scale.bad


def _promises(found: Counter[str], row: SessionRow) -> None:
    for promise in row.promises:
        found["p.made"] += 1
        if promise.kept_at is not None:
            found["p.kept" if promise.kept_at <= promise.due_at else "p.late"] += 1
        else:
            found[f"p.open.{int(promise.due_at // 3600)}"] += 1


def _funnel(found: Counter[str], row: SessionRow) -> None:
    """How far sessions came with each task: wanted, customer proved, task ran, answered, confirmed."""
    ran = {run.task for run in row.tasks} & set(GOAL_OF_TASK)
    meant = TASK_OF_GOAL.get(row.goal or "")
    wanted = ran | ({meant} if meant else set())
    for task in wanted:
        found[f"f.{task}.1"] += 1
        proved = row.verified or any(run.outcome == "verified" for run in row.tasks)
        found[f"f.{task}.2"] += proved or task in ran
        found[f"f.{task}.3"] += task in ran
        found[f"f.{task}.4"] += task in ran and row.answered
        found[f"f.{task}.5"] += task in ran and confirmed(row)


def _ms(seconds: float) -> int:
    return round(max(0.0, seconds) * 1000)
