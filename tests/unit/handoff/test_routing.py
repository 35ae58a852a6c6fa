"""Who is next, and with whom: skills and levels, languages, overflow, one's own agent; nobody starves; nothing is quadratic."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.core.queues import Overflow, QueueRules
from frontdesk.core.tickets import Ticket
from handoff.order import NO_ANSWER, match_all, matches, rank
from handoff.ports import Agent, QueuedTicket
from tests.fakes.desk import AMY, NOON
from tests.unit.handoff.test_order import CHAT, queued

QUEUES = {
    "service": QueueRules(name="service"),
    "orders": QueueRules(
        name="orders",
        skills=("orders",),
        level=3,
        language_must=True,
        overflow=(
            Overflow(after_s=60, level=1),
            Overflow(after_s=120, queue="general"),
            Overflow(after_s=180, any_language=True, offer=("callback",)),
        ),
    ),
    "general": QueueRules(name="general", skills=("general",)),
}


def rules(queue: str) -> QueueRules:
    return QUEUES[queue]


def agent(name: str, **changes: Any) -> Agent:
    return replace(AMY, id=name, name=name, status="ready", **changes)


def chosen(ticket: QueuedTicket, *agents: Agent, now: float = NOON) -> str | None:
    found = matches([ticket], agents, now, rules)
    return found[0].agent.id if found else None


def orders(waited: float, **changes: Any) -> QueuedTicket:
    return queued(CHAT, queue="orders", created_at=NOON - waited, **changes)


def test_the_reach_of_a_ticket_widens_with_its_waiting() -> None:
    """First who is good at it; then who can do it at all; then another queue's people; at last whatever the language."""
    expert, novice = agent("expert", skills={"orders": 4}), agent("novice", skills={"orders": 1})
    other, foreign = agent("other", skills={"general": 1}), agent("foreign", skills={"orders": 5}, langs=("zh",))
    assert chosen(orders(0), expert, novice, other, foreign) == "expert"
    assert chosen(orders(0), novice, other, foreign) is None
    assert chosen(orders(60), novice, other, foreign) == "novice"
    assert chosen(orders(60), other, foreign) is None
    assert chosen(orders(120), other, foreign) == "other"
    assert chosen(orders(120), foreign) is None
    assert chosen(orders(180), foreign) == "foreign"


def test_among_the_able_skill_then_idleness_decide() -> None:
    """The better one first; among equals whoever has been idle longest."""
    good, better = agent("good", skills={"orders": 3}), agent("better", skills={"orders": 5})
    assert chosen(orders(0), good, better) == "better"
    just, long = agent("just", idle_since=NOON - 5), agent("long", idle_since=NOON - 500)
    assert chosen(queued(CHAT), just, long) == "long"


def test_an_agent_serves_their_queues() -> None:
    """An agent in several queues is asked for each of them, and for no other."""
    two = agent("two", queues=("general", "service"), skills={"orders": 5})
    assert chosen(queued(CHAT), two) == "two"
    assert chosen(orders(0), two) is None


def test_ones_own_agent_is_worth_a_little_waiting() -> None:
    """Sticky: the agent of the last talk, if free; if busy, so long as the queue says; then anybody."""
    QUEUES["service"] = QueueRules(name="service", sticky_s=3600, sticky_wait_s=30)
    own, other = agent("own", chats=1), agent("other")
    busy = queued(CHAT, id="T-9", status="connected", agent="own")
    fresh = queued(CHAT, created_at=NOON - 10, last_agent="own")
    assert chosen(fresh, own, other) == "own"
    assert matches([busy, fresh], [own, other], NOON, rules) == []
    late = queued(CHAT, created_at=NOON - 40, last_agent="own")
    assert matches([busy, late], [own, other], NOON, rules)[0].agent.id == "other"
    QUEUES["service"] = QueueRules(name="service")


def test_who_was_lost_or_passed_on_is_before_all_others() -> None:
    """The front of the line is for whoever has talked to somebody already."""
    vip = queued(CHAT, id="T-vip", priority=80, created_at=NOON - 600)
    lost = queued(CHAT, id="T-lost", priority=50, front=True)
    assert [m.queued.ticket.id for m in matches([vip, lost], [agent("one")], NOON)] == ["T-lost"]


def test_whoever_speaks_the_language_goes_first() -> None:
    """While somebody who does is signed in, busy or on a break, nobody else is offered the customer. When nobody is, others
    are, be it that the queue says it must be spoken; who is not at the desk, or could not take it, keeps nobody waiting."""
    foreign, speaker = agent("foreign", langs=("zh",)), agent("speaker", langs=("en",), chats=1)
    english = queued(CHAT)
    busy = queued(CHAT, id="T-9", status="connected", agent="speaker")
    found = matches([busy, english], [foreign, speaker], NOON, rules)
    assert found == []
    assert chosen(english, foreign, replace(speaker, status="wrap_up")) is None
    assert chosen(english, foreign, replace(speaker, status="break", reason="lunch")) is None
    assert chosen(english, foreign, replace(speaker, status="break", reason=NO_ANSWER)) == "foreign"
    assert chosen(english, foreign, replace(speaker, status="offline")) == "foreign"
    assert chosen(english, foreign, replace(speaker, status="wrap_up", queues=("general",))) == "foreign"
    assert chosen(queued(CHAT, lang="zh"), foreign, speaker) == "foreign"
    QUEUES["service"] = QueueRules(name="service", language_must=True)
    assert chosen(english, foreign) is None
    QUEUES["service"] = QueueRules(name="service", sticky_s=3600)
    assert chosen(queued(CHAT, last_agent="foreign"), foreign, replace(speaker, status="wrap_up")) is None
    QUEUES["service"] = QueueRules(name="service")


def test_a_colleague_who_was_named_is_asked_whatever_they_speak() -> None:
    """Who passed the customer on chose this very person."""
    passed = queued(CHAT, wanted="foreign", wanted_until=NOON + 60)
    assert chosen(passed, agent("foreign", langs=("zh",)), agent("speaker")) == "foreign"


PRIORITIES = st.integers(40, 90)


@settings(max_examples=200, deadline=None)
@given(mine=PRIORITIES, others=st.lists(st.tuples(PRIORITIES, st.integers(0, 7200)), min_size=1, max_size=60))
def test_nobody_starves(mine: int, others: list[tuple[int, int]]) -> None:
    """Whoever comes later than (difference in priority) × ageing after me is served after me, whatever their rank."""
    ageing = rules("service").ageing_s
    me = replace(CHAT, priority=mine, created_at=NOON)
    now = NOON + 7200.0
    for priority, later in others:
        other = replace(CHAT, id="T-o", priority=priority, created_at=NOON + later)
        if later > (priority - mine) * ageing and later > 0:
            assert rank(me, now, rules("service")) < rank(other, now, rules("service"))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_is_offered_fits(data: st.DataObject) -> None:
    """No agent twice, no ticket twice, every agent ready, in the queue, with the level and the language that are needed."""
    count = data.draw(st.integers(1, 12))
    people = [
        agent(
            f"a{i}",
            skills=data.draw(st.dictionaries(st.sampled_from(["orders", "general"]), st.integers(1, 5))),
            langs=data.draw(st.sampled_from([("en",), ("zh",), ("en", "zh")])),
            chats=data.draw(st.integers(1, 3)),
        )
        for i in range(count)
    ]
    tickets = [
        queued(
            CHAT,
            id=f"T-{i}",
            queue=data.draw(st.sampled_from(sorted(QUEUES))),
            channel=data.draw(st.sampled_from(["chat", "voice"])),
            lang=data.draw(st.sampled_from(["en", "zh"])),
            priority=data.draw(PRIORITIES),
            created_at=NOON - data.draw(st.floats(0, 300)),
        )
        for i in range(data.draw(st.integers(0, 20)))
    ]
    found = matches(tickets, people, NOON, rules)
    assert len({m.agent.id for m in found}) == len(found) == len({m.queued.ticket.id for m in found})
    for match in found:
        own, ticket = rules(match.queued.ticket.queue), match.queued.ticket
        reach = own.reach(NOON - ticket.created_at)
        able = all(match.agent.skills.get(skill, 0) >= reach.level for skill in own.skills)
        elsewhere = any(match.agent.skills.get(s, 0) for q in reach.queues for s in rules(q).skills)
        assert able or elsewhere
        assert ticket.lang in match.agent.langs or not own.language_must or reach.any_language


def looks(tickets: int, agents: int, *, free: bool) -> int:
    """How many looks at agents a round costs."""
    langs = ("en", "zh")
    waiting = [
        queued(CHAT, id=f"T-{i}", lang=langs[i % 2], channel=("chat", "voice")[i % 3 == 0], created_at=NOON - i)
        for i in range(tickets)
    ]
    people = [agent(f"a{i}", chats=3) for i in range(agents)]
    busy = [] if free else [_busy(i) for i in range(agents)]
    return match_all([*waiting, *busy], people, NOON)[1]


def _busy(number: int) -> QueuedTicket:
    return queued(CHAT, id=f"B-{number}", channel="voice", status="connected", agent=f"a{number}")


def test_a_round_costs_tickets_plus_agents_not_their_product() -> None:
    """A thousand who wait and two hundred agents: a few looks at each agent, whether all are free or all are busy."""
    kinds = 8  # language × channel, now and soon
    for free in (True, False):
        assert looks(1000, 200, free=free) <= kinds * 200 + 2 * 1000
    assert looks(2000, 200, free=True) - looks(1000, 200, free=True) <= 2 * 1000
    assert looks(4000, 5, free=True) == looks(1000, 5, free=True)  # who comes after the last free agent costs no look


def test_a_refusing_agent_is_asked_last_not_never() -> None:
    """Who said no is passed by while there is somebody else."""
    refused = queued(CHAT, declined_by=("one",))
    assert chosen(refused, agent("one"), agent("two")) == "two"
    assert chosen(refused, agent("one")) == "one"


def test_who_said_no_is_not_asked_again_at_once() -> None:
    """Others are asked at once; who declined, only after the pause, or when they say anew that they are ready; the one who
    declined first comes first again. For another customer they are there all the time."""
    QUEUES["service"] = QueueRules(name="service", declined_pause_s=90)
    refused = queued(CHAT, declined_by=("one", "two"), declined_at=(NOON - 60, NOON - 30))
    one, two = agent("one"), agent("two")
    assert chosen(refused, one, two) is None
    assert chosen(refused, one, two, agent("three")) == "three"
    assert chosen(refused, one, two, now=NOON + 30) == "one"
    assert chosen(refused, two, now=NOON + 30) is None
    assert chosen(refused, two, now=NOON + 60) == "two"
    assert chosen(refused, one, replace(two, status_since=NOON - 5)) == "two"
    fresh = queued(CHAT, id="T-9", created_at=NOON)
    assert [(m.queued.ticket.id, m.agent.id) for m in matches([refused, fresh], [one], NOON, rules)] == [("T-9", "one")]
    QUEUES["service"] = QueueRules(name="service")


def test_a_ticket_type_has_its_defaults() -> None:
    """A ticket that says nothing of it is live, at its own place."""
    plain: Ticket = CHAT
    assert (plain.mode, plain.since) == ("live", plain.created_at)
