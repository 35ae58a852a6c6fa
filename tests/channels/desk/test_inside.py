"""What only colleagues see of a conversation, and an agent's day in figures."""

from frontdesk.channels.desk import inside
from frontdesk.channels.desk.shift import shift
from frontdesk.core.desk_events import (
    AgentNoted,
    BotResumed,
    FactMarked,
    HandoffMoved,
    HandoffTaken,
    HelperJoined,
    TalkHandedOver,
)
from frontdesk.core.events import CustomerSpoke, Event, HandoffConnected, HandoffEnded
from frontdesk.core.tickets import Ticket
from handoff.packet import Happened
from handoff.ports import QueuedTicket

TICKET = "T-1"


def happened(*events: Event) -> list[Happened]:
    return [Happened(at=100.0 + n, seq=n + 1, event=event) for n, event in enumerate(events)]


def closed(agent: str, closed_at: float, *, disposition: str | None = "solved") -> QueuedTicket:
    """A ticket of 60 s of talk and 20 s of wrap-up."""
    ticket = Ticket(
        id=f"T-{agent}-{closed_at}",
        queue="service",
        reason="asked",
        priority=0,
        lang="en",
        channel="chat",
        status="closed",
        created_at=closed_at - 200,
        agent=agent,
        connected_at=closed_at - 80,
        ended_at=closed_at - 20,
        closed_at=closed_at,
        disposition=disposition,
    )
    return QueuedTicket(session="S-1", ticket=ticket)


def test_notes_stand_in_their_places_among_what_was_said() -> None:
    """A note, a pass-on with its note, a helper who came: by time, marked as of colleagues, never as said to the customer."""
    moved = HandoffMoved(
        ticket=TICKET, by="amy", why="transfer", queue="returns", agent=None, note="Wants it by Friday."
    )
    log = happened(
        CustomerSpoke(text="Hello", via="text"),
        AgentNoted(ticket=TICKET, agent="amy", agent_name="Amy Chen", text="Sounds upset."),
        HelperJoined(ticket=TICKET, helper="sam", helper_name="Sam Reed", role="coach"),
        moved,
        CustomerSpoke(text="Still there?", via="text"),
    )
    lines = [(line["from"], line.get("what"), line["text"]) for line in inside.lines(log)]
    assert lines == [
        ("customer", None, "Hello"),
        ("note", "note", "Sounds upset."),
        ("note", "joined_coach", ""),
        ("note", "transfer", "Wants it by Friday."),
        ("customer", None, "Still there?"),
    ]


def test_each_takeover_is_told_and_so_is_what_lies_between() -> None:
    """A person, the bot, a person again: both are in their places, and what the bot was told meanwhile is there to read."""
    amy = HandoffConnected(ticket=TICKET, agent="amy", agent_name="Amy Chen")
    log = happened(
        amy,
        HandoffEnded(ticket=TICKET, agent="amy"),
        BotResumed(ticket=TICKET, agent="amy", note=""),
        CustomerSpoke(text="Which day?", via="text"),
        HandoffTaken(ticket="T-2", agent="wei", agent_name="Wei Zhang", before=None),
        HandoffConnected(ticket="T-2", agent="wei", agent_name="Wei Zhang"),
        HandoffTaken(ticket="T-2", agent="sam", agent_name="Sam Reed", before="wei"),
    )
    assert [(line.get("what"), line.get("agent"), line.get("to")) for line in inside.lines(log)] == [
        ("connected", "Amy Chen", None),
        ("bot", "amy", None),
        (None, None, None),
        ("connected", "Wei Zhang", None),
        ("taken", "Sam Reed", "wei"),
    ]


def test_the_last_word_on_a_fact_counts() -> None:
    """An agent may change their mind; what was said in another ticket is not told."""
    log = happened(
        FactMarked(ticket=TICKET, agent="amy", fact="order_number", mark="wrong"),
        FactMarked(ticket=TICKET, agent="amy", fact="order_number", mark="used"),
        FactMarked(ticket="T-9", agent="wei", fact="goal", mark="asked_again"),
    )
    assert inside.marks(log, TICKET) == {"order_number": "used"}


def test_a_shift_counts_what_the_agent_closed_today() -> None:
    """Not a colleague's, not yesterday's; talk and wrap-up are averages; without any there is no average to tell."""
    past = [closed("amy", 1000), closed("amy", 2000, disposition=None), closed("amy", 500), closed("wei", 1500)]
    assert shift(past, "amy", 900) == {
        "handled": 2,
        "talk_s": 60.0,
        "wrap_s": 20.0,
        "results": {"solved": 1, "other": 1},
    }
    assert shift(past, "sam", 900) == {"handled": 0, "talk_s": None, "wrap_s": None, "results": {}}


def test_who_took_a_conversation_away_is_known() -> None:
    """Taken over, or given to somebody else by a supervisor; what the agent passed on or handed over nobody took."""
    over = HandoffTaken(ticket=TICKET, agent="sam", agent_name="Sam Reed", before="amy")
    away = HandoffMoved(ticket=TICKET, by="sam", why="reassign", queue="service", agent="wei")
    own = HandoffMoved(ticket=TICKET, by="amy", why="transfer", queue="service", agent=None)
    handed = TalkHandedOver(ticket=TICKET, by="amy", agent="wei", agent_name="Wei Lin")
    waiting = HandoffTaken(ticket=TICKET, agent="sam", agent_name="Sam Reed", before=None)
    for events, told in (
        ((over,), ("Sam Reed", "taken")),
        ((over, HandoffConnected(ticket=TICKET, agent="sam", agent_name="Sam Reed")), ("Sam Reed", "taken")),
        ((away,), ("sam", "moved")),
        ((away, own), None),
        ((over, handed), None),
        ((waiting,), None),
        ((), None),
    ):
        assert inside.taken_by(happened(*events), TICKET, "amy") == told
    assert inside.taken_by(happened(over), "T-2", "amy") is None
