"""Words a bot could not answer: the menus use them once, and never for what must be asked."""

import pytest

from frontdesk.core.rooms import InMenu, InTalk
from frontdesk.core.waits import ForCustomer
from frontdesk.ivr import step as menus
from tests.fakes.desk import BOOK
from tests.unit.ivr.bench import draft


def came_back(text: str, lang: str = "en", node: str = "menu") -> tuple[InMenu, dict[str, str], str]:
    """Where the menus go on after the bot failed on these words, what is known then, and what is left of the words."""
    made = draft(lang=lang)
    made.change(unheard=text)
    assert menus.resume(BOOK, made, "main", node) is None
    room = made.state.room
    assert isinstance(room, InMenu)
    assert isinstance(made.state.wait, ForCustomer)
    return room, dict(made.state.facts), made.state.unheard


@pytest.mark.parametrize(
    ("lang", "text", "goal"),
    [
        ("en", "hi, could you please tell me where is my order 10023 right now", "order_status"),
        ("en", "I bought a lamp, order one zero zero two three, and want a refund for it", "start_return"),
        ("zh", "麻烦您帮我看一下订单号一零零二三的快递", "order_status"),
        ("zh", "订单10023里的灯坏了，我要退货", "start_return"),
    ],
)
def test_goal_and_number_are_taken_along(lang: str, text: str, goal: str) -> None:
    """Neither is asked again; the number is read back before it is believed."""
    room, facts, left = came_back(text, lang)
    assert (room.flow, room.node, room.pending) == ("orders", "ask_number", "10023")
    assert (facts["goal"], "order_number" in facts, left) == (goal, False, "")


def test_from_any_question_a_request_leads_on() -> None:
    """A menu without such an option lends the main menu's."""
    assert came_back("track my order please", node="anything_else")[0].node == "ask_number"


@pytest.mark.parametrize("text", ["good morning to all of you", "returns and tracking my order, both", "no", ""])
def test_what_is_not_clear_is_asked(text: str) -> None:
    """No option is taken for words that name none, or two."""
    room, facts, _ = came_back(text)
    assert (room.node, facts) == ("menu", {})


def test_proof_of_identity_is_always_asked() -> None:
    """A secret is never taken from words that were kept."""
    made = draft()
    made.change(unheard="it is 10023 and the last four are 0198")
    menus.resume(BOOK, made, "orders", "ask_last4")
    assert isinstance(made.state.room, InMenu)
    assert (made.state.room.node, made.state.room.pending) == ("ask_last4", None)


@pytest.mark.parametrize(("goal", "node"), [("order_status", "ask_number"), ("track_parcel", "menu"), (None, "menu")])
def test_a_number_alone_goes_on_with_what_it_was_asked_for(goal: str | None, node: str) -> None:
    """The bot asked for it and was gone: who wants what a menu does, too, need not choose it again."""
    made = draft()
    made.change(unheard="10023", facts={"goal": goal} if goal else {})
    menus.resume(BOOK, made, "main", "menu")
    assert isinstance(made.state.room, InMenu)
    assert (made.state.room.node, made.state.room.pending) == (node, "10023" if node == "ask_number" else None)


@pytest.mark.parametrize(
    ("goal", "flow", "node"),
    [
        ("return_item", "orders", "ask_number"),
        ("order_status", "orders", "ask_number"),
        ("cancel_order", "main", "menu"),
    ],
)
def test_what_the_bot_was_in_the_middle_of_goes_on(goal: str, flow: str, node: str) -> None:
    """With what it was told, which is read back; what the menus can't do is not taken for done."""
    made = draft()
    made.enter(InTalk(back_flow="main", back_node="anything_else", told={"order_number": "10024"}))
    made.learn({"goal": goal, "order_number": "10024"})
    assert menus.resume(BOOK, made, "main", "anything_else") is None
    room = made.state.room
    assert isinstance(room, InMenu)
    assert (room.flow, room.node, room.pending) == (flow, node, "10024" if flow == "orders" else None)
