"""What to tell somebody who waits, and when to be silent. Pure; the rules of honest announcements in one place.

1. The remaining time that was told never rises silently: a rise comes with an apology and with other ways.
2. Bounds are rounded so that what is said holds: the lower one down, the upper one up; coarser the longer it takes.
3. What isn't known isn't told.
4. Nothing is said more often than the queue's `announce_s`, unless it is asked for, and nothing at all while an agent is
   being rung. Where the first estimate failed, and so nothing was told but that, the next one is the first.
5. Something new is said or nothing. One overrun is one apology: the next one, like a word that we are still there, comes
   ever more seldom (`TAPER`), however the estimates go. A shorter wait and a way on that newly applies are told at once.
6. The place in the queue is told only where the owner wishes it, and only while it falls.
"""

import math
from dataclasses import dataclass, replace
from typing import Literal

from frontdesk.core.inputs import WaitReply
from frontdesk.core.queues import QueueRules
from frontdesk.core.tickets import Ticket

SHORT_S = 60.0
LONG_S = 3600.0
SLACK_S = 60.0  # a rise smaller than this is within what a minute's rounding hides
TAPER = (2, 5, 10)  # without good news, the next words come after so many announcement times
Tone = Literal["first", "news", "sorry", "still"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One announcement. `low_s`, `high_s`: the estimate behind it, None when no time is said."""

    tone: Tone
    low_s: float | None = None
    high_s: float | None = None
    position: int | None = None
    options: tuple[str, ...] = ()
    nobody: bool = False


def minutes(low_s: float, high_s: float) -> tuple[int, int]:
    """The range as it is spoken, in whole minutes: to the next five beyond ten, and never a range without width."""
    low, high = max(1, math.floor(low_s / 60)), max(2, math.ceil(high_s / 60))
    if high > 10:
        low, high = (low // 5 * 5 if low >= 10 else low), math.ceil(high / 5) * 5
    return low, max(high, low + 1)


def spoken_high(high_s: float) -> float:
    """The upper bound in seconds as the customer heard it: what they may hold us to."""
    return SHORT_S if high_s <= SHORT_S else 60.0 * minutes(0.0, high_s)[1]


def decide(ticket: Ticket, reply: WaitReply, rules: QueueRules, now: float) -> Telling | None:
    """What to say now; None: nothing."""
    if reply.staffed == 0:  # whatever was reckoned: while nobody is at the desks nobody knows
        reply = replace(reply, low_s=None, high_s=None)
    options = _options(ticket, reply, rules, now)
    new = tuple(option for option in options if option not in ticket.offered_options)
    plain = Telling(
        tone="first",
        low_s=reply.low_s,
        high_s=reply.high_s,
        position=_position(ticket, reply, rules),
        options=options,
        nobody=reply.staffed == 0,
    )
    if ticket.heard_at is None:
        return plain
    if ticket.unsure and ticket.status == "waiting" and not reply.unsure:
        known = plain.nobody or plain.high_s is not None or new or ticket.asks
        return replace(plain, tone="news") if known else None
    if ticket.status != "waiting" or (now - ticket.heard_at < rules.announce_s and not ticket.asks):
        return None
    tone = _tone(ticket, reply, now)
    if ticket.asks and tone is None:
        return _asked(ticket, plain, now)
    if tone == "news" or (tone == "sorry" and (ticket.asks or _may_apologise(ticket, rules, now))):
        return replace(plain, tone=tone)
    if new or (tone is None and now - ticket.heard_at >= pause(ticket.repeats, rules)):
        return Telling(tone="still", options=options, nobody=plain.nobody)
    return None


def pause(repeats: int, rules: QueueRules) -> float:
    """Seconds of silence after so many words without good news: announcement times that grow to a last, longest one."""
    return TAPER[min(repeats, len(TAPER) - 1)] * rules.announce_s


def _may_apologise(ticket: Ticket, rules: QueueRules, now: float) -> bool:
    return ticket.sorry_at is None or now - ticket.sorry_at >= pause(ticket.repeats - 1, rules)


def _asked(ticket: Ticket, plain: Telling, now: float) -> Telling:
    """The answer to "how long?" without news: what is known now, within what was told; where no words fit, that they wait."""
    if plain.high_s is None or ticket.told_high_s is None or ticket.told_at is None:
        return replace(plain, tone="news")
    left = ticket.told_at + spoken_high(ticket.told_high_s) - now
    high = plain.high_s if spoken_high(plain.high_s) <= left else _fits(left)
    if high is None:
        return Telling(tone="still", options=plain.options, nobody=plain.nobody)
    return replace(plain, tone="news", low_s=max(0.0, min(plain.low_s or 0.0, high - 60.0)), high_s=high)


def _fits(left_s: float) -> float | None:
    """The longest wait whose spoken form is over by then, in seconds."""
    step = 300.0 if left_s > 600.0 else 60.0
    high = left_s // step * step
    return high if high > SHORT_S else None


def _tone(ticket: Ticket, reply: WaitReply, now: float) -> Tone | None:
    """`sorry` when it takes longer than was told, `news` when it takes clearly less or is known at last."""
    if ticket.told_high_s is None or ticket.told_at is None:
        return "news" if reply.high_s is not None else None
    left = ticket.told_at + spoken_high(ticket.told_high_s) - now
    if reply.high_s is None:
        return "sorry" if left < 0 else None
    high = spoken_high(reply.high_s)
    if high > max(left, 0.0) + SLACK_S or left < 0:
        return "sorry"
    return "news" if high <= left - SLACK_S else None


def _options(ticket: Ticket, reply: WaitReply, rules: QueueRules, now: float) -> tuple[str, ...]:
    """Ways on that are open: what the house can do and the rules offer by now, or have offered this customer."""
    offers = (*rules.reach(now - ticket.since).offers, *ticket.offered_options)
    if reply.staffed == 0:
        offers = (*offers, "callback", "message")
    can = reply.options
    found = (
        "number" if offer == "callback" and offer not in can else offer for offer in offers
    )  # their own can't be rung
    return tuple(dict.fromkeys(offer for offer in found if offer in can))


def _position(ticket: Ticket, reply: WaitReply, rules: QueueRules) -> int | None:
    if not rules.say_position or reply.position < 2:
        return None
    return reply.position if ticket.told_position is None or reply.position <= ticket.told_position else None
