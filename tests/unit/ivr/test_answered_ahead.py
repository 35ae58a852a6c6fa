"""Who answers a read-back with what is asked next has said yes to it."""

from frontdesk.core.events import CustomerSpoke, NodeEntered
from frontdesk.core.rooms import InMenu
from frontdesk.core.waits import ForReply, RunTask
from tests.unit.conversation.test_tongue import goes, said


def test_the_last_four_digits_at_the_read_back_are_taken() -> None:
    """The number is right, the question is not put, and what is a secret there is one here."""
    turn = goes("1", "1", "10023", "0198")
    wait = turn.state.wait
    assert isinstance(wait, ForReply)
    assert isinstance(wait.request, RunTask)
    assert (wait.request.task, dict(wait.request.facts)) == (
        "verify_identity",
        {**wait.request.facts, "order_number": "10023", "last4": "0198"},
    )
    assert [event.node for event in turn.events if isinstance(event, NodeEntered)] == ["ask_last4", "verify"]
    assert [event.text for event in turn.events if isinstance(event, CustomerSpoke)] == ["****"]


def test_another_order_s_number_or_a_key_is_none() -> None:
    """Five digits are the order's, and read back; one key is yes or no."""
    other = goes("1", "1", "10023", "10024").state.room
    assert isinstance(other, InMenu)
    assert (other.node, other.pending) == ("ask_number", "10024")
    assert [prompt for _, prompt in said(goes("1", "1", "10023", "1"))] == ["order.ask_last4"]
