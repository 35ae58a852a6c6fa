"""A made-up month of customers whose truth is known: what really came of each session, how easy it really was, who comes back.

Behaviours are event streams as the house writes them, with their true outcome. Truth the house cannot see is in it on
purpose: who hangs up content without a word, who got a wrong answer the shop calls right.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from frontdesk.core.events import (
    CallbackPromised,
    CustomerSilent,
    CustomerSpoke,
    DialogueAnswered,
    Event,
    HandoffAbandoned,
    HandoffAccepted,
    HandoffClosed,
    HandoffConnected,
    HandoffEnded,
    HandoffExpired,
    HandoffRequested,
    IdentityVerified,
    InputNotMatched,
    MachineDidFail,
    NodeEntered,
    Said,
    SessionEnded,
    SessionOpened,
    SurveyAnswered,
    SurveyAsked,
    TaskFinished,
    WaitTold,
)
from frontdesk.record.log import LogEntry
from frontdesk.record.session_row import Outcome

DAY = 86400.0
GOALS = ("order_status", "return_item")
TASKS = {"order_status": ("order_status", "found"), "return_item": ("start_return", "started")}
BACK = {"order_status": 0.12, "return_item": 0.22}  # of those helped, how many come back within the week
BACK_UNHELPED = 0.45
EASE = {
    "resolved_verified": 5.9,
    "resolved_unverified": 5.5,
    "escalated": 4.7,
    "promised": 4.4,
    "gave_up": 2.8,
    "trapped": 1.9,
}
ANSWERS = {"resolved_verified": 0.55, "resolved_unverified": 0.45, "escalated": 0.35, "promised": 0.3, "gave_up": 0.12}


@dataclass(slots=True)
class Made:
    """One session being made: its timed events, and the truth about it."""

    session: str
    customer: str
    goal: str
    began: float
    random: Random
    voice: bool
    truth: Outcome = "gave_up"
    helped: bool = False
    ease: float = 0.0
    struggle: float = 0.0
    waited: float = 0.0
    now: float = 0.0
    seq: int = 1
    events: list[tuple[float, int, Event]] = field(default_factory=list)

    def add(self, *events: Event, after: tuple[float, float] = (2.0, 12.0)) -> None:
        """One turn."""
        self.now += self.random.uniform(*after)
        self.events += [(self.now, self.seq, event) for event in events]
        self.seq += 1


Behaviour = Callable[[Made], None]


def opened(made: Made) -> None:
    made.now = made.began
    channel, contact = ("voice", made.customer) if made.voice else ("chat", f"web-{made.customer}")
    made.events.append(
        (made.now, 1, SessionOpened(channel=channel, lang="en", flow_version="v1", contact=contact, region="GB"))  # type: ignore[arg-type]
    )
    if made.voice:
        made.add(NodeEntered(flow="main", node="menu"), Said(text="m", spoken="m", lang="en", prompt="menu.ask"))


def trip(made: Made) -> None:
    """Sometimes it goes wrong before it goes right: silence, a miss, words not understood."""
    while made.random.random() < 0.3:
        made.struggle += 1
        if made.voice and made.random.random() < 0.5:
            made.add(CustomerSilent(count=1), Said(text="m", spoken="m", lang="en", prompt="menu.ask"))
        else:
            made.add(CustomerSpoke(text="hm", via="text"), answered(None, well=False), InputNotMatched(count=1))


def answered(intent: str | None, *, well: bool = True) -> DialogueAnswered:
    return DialogueAnswered(intent=intent, confidence=0.9 if well else 0.2, understood=well)


def asks(made: Made, goal: str | None = None) -> None:
    made.add(CustomerSpoke(text="a question", via="speech" if made.voice else "text"), answered(goal or made.goal))


def proves(made: Made) -> None:
    made.add(CustomerSpoke(text="10023", via="keys" if made.voice else "text"), answered("inform"))
    verified = TaskFinished(task="verify_identity", outcome="verified", by="bot")
    known = IdentityVerified(customer=made.customer, how="order_and_phone")
    made.add(CustomerSpoke(text="****", via="keys" if made.voice else "text"), verified, known)


def served(made: Made) -> None:
    task, outcome = TASKS[made.goal]
    made.add(TaskFinished(task=task, outcome=outcome, by="bot"), Said(text="w", spoken="w", lang="en"))


def ends(made: Made, reason: str = "hung_up") -> None:
    made.add(SessionEnded(reason=reason))  # type: ignore[arg-type]


def helped(made: Made) -> None:
    trip(made), asks(made), proves(made), served(made)
    made.truth, made.helped = "resolved_verified", True
    if made.random.random() < 0.4:
        made.add(CustomerSpoke(text="thanks", via="text"), answered("thanks"))


def wrongly_helped(made: Made) -> None:
    """The shop calls it done, but it was not what the customer meant; nobody can see it."""
    helped(made)
    made.truth, made.helped = "gave_up", False


def helped_then_lost(made: Made) -> None:
    helped(made)
    made.add(
        CustomerSpoke(text="and the other thing", via="text"), answered(None, well=False), InputNotMatched(count=1)
    )
    made.truth, made.helped, made.struggle = "gave_up", False, made.struggle + 1


def told(made: Made) -> None:
    trip(made), asks(made, "contact_hours")
    made.add(CustomerSpoke(text="thanks", via="text"), answered("thanks" if made.random.random() < 0.6 else "goodbye"))
    made.truth, made.helped = "resolved_unverified", True


def told_and_silent(made: Made) -> None:
    """Content without a word: half of those who just leave after an answer."""
    trip(made), asks(made, "contact_hours")
    made.truth, made.helped = ("resolved_unverified", True) if made.random.random() < 0.5 else ("gave_up", False)


def gives_up(made: Made) -> None:
    made.struggle += 2
    trip(made), asks(made)
    if made.random.random() < 0.5:
        proves(made)
        made.add(TaskFinished(task=TASKS[made.goal][0], outcome="not_found", by="bot"))
    if made.random.random() < 0.3:
        made.add(MachineDidFail(machine="dialogue", reason="late"))


def to_queue(made: Made) -> str:
    ticket = f"T-{made.session}"
    trip(made)
    if made.random.random() < 0.5:
        asks(made)
    made.add(CustomerSpoke(text="human", via="text"), answered("human_agent"))
    low = made.random.choice([30.0, 60.0, 120.0])
    made.add(
        HandoffRequested(ticket=ticket, queue="service", reason="asked", priority=50),
        WaitTold(ticket=ticket, position=1, low_s=low, high_s=low * 3),
        after=(0.1, 0.2),
    )
    return ticket


def waits(made: Made, mean: float) -> float:
    seconds = made.random.expovariate(1 / mean)
    made.waited += seconds
    return seconds


def escalated(made: Made) -> None:
    ticket, seconds = to_queue(made), waits(made, 90)
    made.add(HandoffAccepted(ticket=ticket, agent="amy"), after=(seconds, seconds + 1))
    made.add(HandoffConnected(ticket=ticket, agent="amy", agent_name="Amy"))
    made.add(HandoffEnded(ticket=ticket, agent="amy"), after=(60, 400))
    made.truth, made.helped = "escalated", made.random.random() < 0.8


def leaves_queue(made: Made) -> None:
    ticket, seconds = to_queue(made), waits(made, 200)
    made.add(HandoffAbandoned(ticket=ticket, waited_s=seconds), after=(seconds, seconds + 1))
    made.truth = "abandoned_in_queue"


def back_to_bot(made: Made) -> None:
    leaves_queue(made)
    asks(made), proves(made), served(made)
    made.truth, made.helped = "resolved_verified", True


def nobody_comes(made: Made) -> None:
    ticket = to_queue(made)
    made.waited += 1800
    made.add(HandoffExpired(ticket=ticket, waited_s=1800.0), after=(1800, 1801))
    made.truth = "trapped"


def called_back(made: Made) -> None:
    asks(made)
    made.add(CallbackPromised(promise=f"P-{made.session}", queue="service", lang="en", due_at=made.now + 7200))
    made.truth, made.helped = "promised", made.random.random() < 0.7


def silent(made: Made) -> None:
    made.add(CustomerSilent(count=1))
    made.truth = "unreachable"


def cut(made: Made) -> None:
    """The line drops, before or after the answer."""
    if made.random.random() < 0.5:
        helped(made)
    else:
        asks(made)


# What customers do, and how often. `None` in the end: the process died, the sweep of idle sessions ends it.
BEHAVIOURS: tuple[tuple[float, Behaviour, str], ...] = (
    (0.34, helped, "hung_up"),
    (0.02, wrongly_helped, "hung_up"),
    (0.05, helped_then_lost, "hung_up"),
    (0.09, told, "completed"),
    (0.03, told_and_silent, "hung_up"),
    (0.12, gives_up, "hung_up"),
    (0.15, escalated, "completed"),
    (0.05, leaves_queue, "hung_up"),
    (0.02, back_to_bot, "completed"),
    (0.02, nobody_comes, "completed"),
    (0.03, called_back, "completed"),
    (0.04, silent, "hung_up"),
    (0.03, cut, "failed"),
    (0.01, gives_up, "idle"),
)


@dataclass(slots=True)
class World:
    """All sessions of the made-up time, their log in order, and the truth."""

    made: list[Made]
    entries: list[LogEntry]


def world(random: Random, days: int, a_day: int) -> World:
    """`a_day` new customers a day for so many days, and all who come back."""
    sessions, waiting = list[Made](), list[tuple[float, str, str, bool]]()
    for day in range(days):
        for _ in range(a_day):
            began = day * DAY + DAY * min(0.999, max(0.0, random.gauss(0.58, 0.16)))
            waiting.append((began, f"C{len(waiting)}-{day}", random.choice(GOALS), random.random() < 0.6))
    for began, customer, goal, voice in waiting:
        _lives(random, sessions, (began, customer, goal, voice), days * DAY)
    sessions.sort(key=lambda made: made.began)
    timed = sorted(
        ((at, made.session, seq, i, event) for made in sessions for i, (at, seq, event) in enumerate(made.events)),
        key=lambda one: one[:4],
    )
    entries = [
        LogEntry(position=n, session=session, seq=seq, at=at, event=event)
        for n, (at, session, seq, _, event) in enumerate(timed, 1)
    ]
    return World(sessions, entries)


def _lives(random: Random, sessions: list[Made], first: tuple[float, str, str, bool], until: float) -> None:
    """A customer's contacts: the first, and as long as it is not settled, more."""
    began, customer, goal, voice = first
    for _ in range(6):
        if began >= until:
            return
        made = _session(random, f"S-{len(sessions)}", (began, customer, goal, voice))
        sessions.append(made)
        chance = BACK[goal] if made.helped else 0.05 if made.truth == "unreachable" else BACK_UNHELPED
        if random.random() >= chance:
            return
        began = made.now + _gap(random)
        voice = voice if random.random() < 0.8 else not voice


def _gap(random: Random) -> float:
    """Most come back soon, some after days: a mixture, up to ten days."""
    if random.random() < 0.12:
        return random.uniform(30, 600)
    return min(10 * DAY, 900 + random.expovariate(1 / (0.3 * DAY if random.random() < 0.4 else 2.6 * DAY)))


def _session(random: Random, name: str, who: tuple[float, str, str, bool]) -> Made:
    began, customer, goal, voice = who
    made = Made(session=name, customer=customer, goal=goal, began=began, random=random, voice=voice)
    opened(made)
    behaviour, end = _pick(random)
    behaviour(made)
    if behaviour is cut:
        made.truth = "resolved_verified" if made.helped else "gave_up"
    _survey(made)
    if end == "idle":
        made.now += 1800
    ends(made, end)
    if made.truth == "escalated":
        made.add(HandoffClosed(ticket=f"T-{name}", agent="amy", disposition="solved"), after=(5, 60))
    return made


def _pick(random: Random) -> tuple[Behaviour, str]:
    rest = random.random()
    for share, behaviour, end in BEHAVIOURS:
        rest -= share
        if rest < 0:
            return behaviour, end
    return BEHAVIOURS[0][1:]


def _survey(made: Made) -> None:
    """How easy it truly was, and whether the customer says so: those it was easy for say so more often."""
    base = EASE.get(made.truth, 2.5)
    hard = 0.35 * made.struggle + 0.25 * math.log1p(made.waited / 60)
    made.ease = min(7.0, max(1.0, round(made.random.gauss(base - hard, 1.1))))
    if made.truth == "unreachable" or made.random.random() < 0.1:
        return
    made.add(SurveyAsked(question="ces2"), after=(0.1, 0.2))
    likes = 1 / (1 + math.exp(-0.25 * (made.ease - 4)))
    if made.random.random() < 2 * likes * ANSWERS.get(made.truth, 0.12) * 0.8:
        made.add(SurveyAnswered(question="ces2", score=int(made.ease)))


def portions(entries: list[LogEntry], at: float, start: int) -> Iterator[list[LogEntry]]:
    """The entries from `start` up to a time, in portions."""
    while start < len(entries) and entries[start].at <= at:
        part = [entry for entry in entries[start : start + 500] if entry.at <= at]
        start += len(part)
        yield part
