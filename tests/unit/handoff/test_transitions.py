"""The ticket's life is the table and nothing else."""

from typing import get_args

import pytest

from frontdesk.core.errors import NotAllowed
from frontdesk.core.tickets import OPEN, TicketStatus
from handoff.transitions import TABLE, diagram, following


def test_every_status_can_be_reached_and_left_or_is_an_end() -> None:
    """From waiting every status is reachable; closed and abandoned lead nowhere; who found nobody may leave a message."""
    reached = {"waiting"}
    while True:
        more = {after for (before, _), after in TABLE.items() if before in reached} - reached
        if not more:
            break
        reached |= more

    assert reached == set(get_args(TicketStatus))
    assert {status for status in reached if not any(before == status for before, _ in TABLE)} == {
        "closed",
        "abandoned",
    }
    for status in ("expired", "turned_away"):
        doings = {kind for before, kind in TABLE if before == status}
        assert doings == {"callback_wanted", "message_left"}


def test_a_customer_may_leave_at_every_open_step() -> None:
    """Whatever a ticket waits for, a customer who hangs up ends it."""
    for status in OPEN:
        assert (status, "contact_left") in TABLE, status


def test_what_is_not_in_the_table_is_refused_in_a_sentence() -> None:
    """An agent who is late reads what happened and what to do."""
    with pytest.raises(NotAllowed, match=r"closed now.*reload"):
        following("closed", "offer_accepted")


def test_the_diagram_is_drawn_from_the_table() -> None:
    """Every row of the table is an arrow of the picture."""
    drawn = diagram()

    for (before, kind), after in TABLE.items():
        assert f"{before} --> {after}: {kind}" in drawn
