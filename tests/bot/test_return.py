"""Returning goods: identity once, a yes before anything changes, and a way out at any point."""

import pytest

from tests.bot.conftest import Talks, outcomes, words

pytestmark = pytest.mark.rasa
AVERY = {"customer_id": "C0007"}
XIAOYU = {"customer_id": "C0042"}


async def test_return_is_started_after_a_yes(talks: Talks) -> None:
    """Order, digits, read back, yes: started; the same again is the same return."""
    talk = talks()
    asked = await talk("i want to send something back", "10024", "0198")
    assert outcomes(asked) == [("verify_identity", "verified")]
    assert "10024" in words(asked)
    started = await talk("yes please")
    assert outcomes(started) == [("start_return", "started")]
    again = await talk("return order 10024")
    assert outcomes(again) == [("start_return", "already_started")]
    assert again.tasks[0].facts["return_number"] == started.tasks[0].facts["return_number"]


async def test_no_changes_nothing(talks: Talks) -> None:
    """A no at the last question runs no task."""
    kept = await talks("zh", known=XIAOYU)("我要退货，订单10032", "不退了")
    assert kept.tasks == ()
    assert "没有办理" in words(kept)


async def test_unclear_answer_is_not_a_yes(talks: Talks) -> None:
    """Only a yes is a yes; after three unclear answers a person is fetched."""
    talk = talks("zh", known=XIAOYU)
    await talk("退货10032")
    unclear = await talk("下雨天的那种")
    assert unclear.tasks == ()
    assert not unclear.understood
    await talk("桌子上面有一只猫")
    assert (await talk("大海很蓝")).handoff == "failures"


async def test_on_the_phone_the_number_is_read_back_digit_by_digit(talks: Talks) -> None:
    """A voice says 1 0 0 3 2."""
    assert "1 0 0 3 2" in words(await talks("zh", medium="voice", known=XIAOYU)("我想退货 幺零零三二"))


async def test_known_order_is_taken_but_still_confirmed(talks: Talks) -> None:
    """An order known from before need not be said again; the yes is still needed."""
    asked = await talks(known={**AVERY, "order_number": "10026"})("i want to return it")
    assert asked.tasks == ()
    assert [c.payload for c in asked.messages[-1].choices] == ["/affirm", "/deny"]


async def test_what_cannot_be_returned_is_told_before_a_yes_is_asked(talks: Talks) -> None:
    """A button's payload is an answer like any other; nobody says yes to what can't be done."""
    done = await talks(known=AVERY)('/return_item{"order_number": "10023"}')
    assert outcomes(done) == [("start_return", "not_returnable")]
    assert [c.payload for m in done.messages for c in m.choices] == ["/human_agent", "/deny"]


@pytest.mark.parametrize(("lang", "leave"), [("en", "no, never mind"), ("zh", "算了不办了")])
async def test_dropping_it_leaves_with_words(talks: Talks, lang: str, leave: str) -> None:
    """No or never mind within a form leaves it and says so."""
    talk = talks(lang)
    left = await talk("i want to return something" if lang == "en" else "我要退货", leave)
    assert left.messages
    assert left.handoff is None
    assert not left.expects_secret
    assert (await talk("no" if lang == "en" else "没有了")).finished


async def test_change_of_mind_between_forms(talks: Talks) -> None:
    """Asking for a return while an order is looked up goes on with the return, keeping what was said."""
    talk = talks()
    await talk("where is my order 10026")
    switched = await talk("actually i want to return it", "0198")
    assert outcomes(switched) == [("verify_identity", "verified")]
    assert [c.payload for c in switched.messages[-1].choices] == ["/affirm", "/deny"]


async def test_what_was_told_is_handed_on_while_it_is_asked(here: Talks) -> None:
    """For when the bot is gone: the number and the reason, and nothing that proves who it is; at the end nothing."""
    talk = here()
    asked = await talk("i want to return order 10024 because it does not fit")
    assert asked.told["order_number"] == "10024"
    sure = await talk("0198")
    assert sure.told.get("order_number") == "10024", words(sure)
    assert {"last4", "proof", "contact"}.isdisjoint(sure.told)
    assert (await talk("yes")).told == {}
