"""Asking where an order is, in both languages, typed and spoken."""

import pytest

from tests.bot.conftest import Talks, outcomes, words

pytestmark = pytest.mark.rasa
AVERY = {"customer_id": "C0007", "customer_name": "Avery Lane"}
FOUND = [("verify_identity", "verified"), ("order_status", "found")]


async def test_identity_is_asked_before_anything_is_told(talks: Talks) -> None:
    """The order's number alone tells nothing; the question for the digits is marked secret."""
    talk = talks()
    asked = await talk("where is my order 10023?")
    assert asked.expects_secret
    assert "last four digits" in words(asked)
    assert not asked.tasks
    told = await talk("0198")
    assert outcomes(told) == FOUND
    assert told.tasks[0].facts["customer_id"] == "C0007"
    assert "on its way" in words(told)
    assert not told.expects_secret


async def test_in_chinese(talks: Talks) -> None:
    """The same in Chinese, the number glued to the characters."""
    talk = talks("zh")
    asked = await talk("我的订单10031到哪了")
    assert "后四位" in words(asked)
    told = await talk("尾号6688")
    assert outcomes(told) == FOUND
    assert "正在派送" in words(told)


async def test_order_number_is_asked_when_missing(talks: Talks) -> None:
    """Without a number the bot asks for it, with words for who does not have it."""
    talk = talks()
    assert "order number" in words(await talk("has my parcel been shipped yet"))
    lost = await talk("i don't have it here")
    assert lost.understood
    assert "confirmation" in words(lost)
    assert outcomes(await talk("10023", "0198")) == FOUND


async def test_verified_customer_is_not_asked_again(talks: Talks) -> None:
    """Who is known from the front desk, or was verified here, is never asked for digits again."""
    known = await talks(known={**AVERY, "order_number": "10023"})("where is my order")
    assert outcomes(known) == [("order_status", "found")]
    talk = talks()
    await talk("where is order 10023", "0198")
    again = await talk("and where is order 10024?")
    assert outcomes(again) == [("order_status", "found")]


async def test_what_was_done_in_one_turn_is_what_the_customer_wants_now(talks: Talks) -> None:
    """The need is told while it is asked about, and in the turn that does it; a question in passing leaves it as it is."""
    talk = talks()
    needs = [(await talk(said)).need for said in ("where is order 10025", "0198", "i want to return it", "thanks")]
    assert needs == ["order_status", "order_status", "return_item", None]


async def test_spoken_numbers_on_the_phone(talks: Talks) -> None:
    """On the phone numbers come as words, and are said digit by digit."""
    talk = talks(medium="voice")
    told = await talk("where is my order", "one double zero two three", "oh one nine eight")
    assert outcomes(told) == FOUND
    assert "1 0 0 2 3" in words(told)
    zh = talks("zh", medium="voice")
    assert outcomes(await zh("查一下我的快递", "幺零零三幺", "六六八八")) == FOUND


@pytest.mark.parametrize(
    ("lang", "said", "so_far"),
    [("en", ("where is my order", "one zero", "zero"), "1 0 0"), ("zh", ("查一下我的快递", "幺零", "零"), "1 0 0")],
)
async def test_an_order_number_in_pieces(talks: Talks, lang: str, said: tuple[str, ...], so_far: str) -> None:
    """What there is of it is said, and only the rest is asked for; a single "zero" is a digit of it, and no wish for a person."""
    talk = talks(lang, medium="voice")
    pieces = await talk(*said)
    assert so_far in words(pieces)
    assert len(pieces.messages) == 1
    assert pieces.understood
    assert pieces.handoff is None
    assert so_far in words(await talk("say that again" if lang == "en" else "再说一遍"))
    assert (await talk("two three" if lang == "en" else "二三")).expects_secret
    assert outcomes(await talk("0198")) == FOUND


async def test_pieces_that_are_no_number_of_the_shops(talks: Talks) -> None:
    """Too long for one: that is said with the length of the shop's numbers, and the question is put again."""
    talk = talks(medium="voice")
    missed = await talk("where is my order", "one two three four", "five six seven eight")
    assert "five digits" in words(missed)
    assert "What is your order number" in words(missed)
    assert (await talk("10023")).expects_secret


async def test_mismatch_three_times_offers_a_person(talks: Talks) -> None:
    """Wrong digits are told kindly twice; the third time a person is offered, and yes fetches one."""
    talk = talks()
    first = await talk("where is my order 10040", "0001")
    assert outcomes(first) == [("verify_identity", "mismatch")]
    assert first.expects_secret
    third = await talk("0002", "0003")
    assert [c.payload for m in third.messages for c in m.choices] == ["/human_agent", "/deny"]
    assert third.handoff is None
    assert (await talk("yes please")).handoff == "failures"


async def test_unknown_order_sounds_like_wrong_digits(talks: Talks) -> None:
    """Whether an order exists is not told to who can't prove it."""
    unknown = await talks()("where is order 99999", "0198")
    wrong = await talks()("where is order 10041", "9999")
    assert words(unknown) == words(wrong)


async def test_corrected_order_number_instead_of_digits(talks: Talks) -> None:
    """Asked for the digits, a customer may correct the order number first."""
    talk = talks()
    corrected = await talk("where is my order 10022", "sorry, it's 10023")
    assert corrected.expects_secret
    assert outcomes(await talk("0198")) == FOUND


async def test_order_number_again_instead_of_digits(talks: Talks) -> None:
    """Asked for the digits, a customer who gives the order number again is told what is missing, once, in one turn."""
    talk = talks()
    again = await talk("where is my order 10023", "10023")
    assert again.expects_secret
    assert not again.understood
    assert again.handoff is None
    assert len(again.messages) == 2
    assert outcomes(await talk("0198")) == FOUND


async def test_one_number_after_another(talks: Talks) -> None:
    """A verified customer asks for the next order in as few words as people use."""
    talk = talks()
    await talk("where is order 10023", "0198")
    for asked in ("and order 10024?", "where is 10024", "what about 10024?"):
        assert outcomes(await talk(asked)) == [("order_status", "found")], asked
    talk = talks("zh")
    await talk("我的订单10031到哪了", "6688")
    assert outcomes(await talk("那10032呢")) == [("order_status", "found")]


async def test_whole_phone_number_is_as_good(talks: Talks) -> None:
    """Who says the whole phone number has said its last four digits."""
    assert outcomes(await talks()("where is my order 10023", "+1 415 555 0198")) == FOUND


async def test_number_alone_is_an_order_asked_about(talks: Talks) -> None:
    """Customers send the bare number first."""
    assert (await talks()("10023")).expects_secret


async def test_somebody_elses_order_is_not_found(talks: Talks) -> None:
    """A verified customer hears only of their own orders."""
    told = await talks(known=AVERY)("where is my order 10031")
    assert outcomes(told) == [("order_status", "not_found")]
