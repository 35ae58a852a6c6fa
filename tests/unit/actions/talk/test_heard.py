"""Finding the answers in one message: typed, spoken, glued to Chinese, or in a button's payload."""

import pytest

from actions.owned import LAST
from actions.reading.contacts import Contact, contact_in
from actions.reading.number_kinds import EMBEDDED, orders_in
from actions.talk.heard import hear
from actions.talk.heard_orders import lacks_number
from actions.talk.turn import CustomerTurn


def turn(text: str, intent: str = "inform", confidence: float = 0.9, **entities: str) -> CustomerTurn:
    return CustomerTurn(text=text, intent=intent, confidence=confidence, entities=entities)


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("where is order 10023", {"order_number": "10023"}),
        ("one double zero two three", {}),
        ("幺零零二三", {}),
        ("1 0 0 2 3", {}),
        ("１００２３", {}),
        ("10 023", {}),
        ("10-023", {}),
    ],
)
def test_order_number(text: str, entities: dict[str, str]) -> None:
    """Five to seven digits in any shape are the order, whatever was asked."""
    for asked in (None, "order_number", "last4", "confirmed"):
        assert hear(turn(text, **entities), asked)["order_number"] == "10023"


def test_a_number_that_is_called_something_else_is_no_order() -> None:
    """Whatever Rasa took it for; asked for an order number, too."""
    for asked in (None, "order_number"):
        assert "order_number" not in hear(turn("my customer number is 88123", order_number="88123"), asked)
    assert hear(turn("my postcode is 12345, order 10023", order_number="12345"), None)["order_number"] == "10023"


@pytest.mark.parametrize(
    "text", ["my last order", "the latest one please, my most recent order", "我最近那单", "刚买的那个"]
)
def test_the_newest_order_is_named_without_a_number(text: str) -> None:
    """ "My last order" is an order, too."""
    assert hear(turn(text), "order_number")["order_number"] == LAST


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("0198", {"last4": "0198"}),
        ("oh one nine eight", {}),
        ("零幺九八", {}),
        ("it's 0 1 9 8", {}),
        ("+1 415 555 0198", {"last4": "0198"}),
        ("14155550198", {}),
    ],
)
def test_last_four_digits_when_asked(text: str, entities: dict[str, str]) -> None:
    """The digits in any shape, or the end of a whole phone number."""
    assert hear(turn(text, **entities), "last4")["last4"] == "0198"


def test_last_four_digits_unasked_need_a_reason() -> None:
    """A year is no phone number; digits beside the word phone are."""
    assert "last4" not in hear(turn("i bought it in 2024", last4="2024"), None)
    for text in ("10023 2024年买的", "order 10023 2400 dollars for a lamp", "10023 2400元的"):
        assert "last4" not in hear(turn(text, order_number="10023"), None)
    both = turn("order 10023, phone ends in 0198", order_number="10023", last4="0198")
    assert hear(both, None)["last4"] == "0198"
    assert hear(turn("订单10023手机尾号0198", order_number="10023", last4="0198"), None)["last4"] == "0198"


def test_four_digits_are_no_order_number() -> None:
    """Asked for the order, four digits are not taken for something else."""
    assert hear(turn("1002", last4="1002"), "order_number") == {}


@pytest.mark.parametrize(
    "text", ["+44 (0)7700 900123", "0044 7700 900123", "my phone: +44 7700 900123, order from 2025"]
)
def test_a_phone_number_from_abroad_is_one_number_however_it_is_written(text: str) -> None:
    """The zero in brackets is not dialled from abroad, and no part of it."""
    said = turn(text, phone="".join(c for c in text.partition(",")[0] if c.isdigit()))
    heard = hear(said, "order_number")["contact"]
    assert contact_in(str(heard)) == Contact("phone", "+447700900123")


def test_an_address_that_proves_is_nothing_else() -> None:
    """It is a secret, kept nowhere: no invoice learns where to go by it."""
    proof = turn("jo@example.com", email="jo@example.com")
    assert hear(proof, "proof") == {"proof": "jo@example.com"}
    assert hear(proof, "invoice_kind")["email"] == "jo@example.com"


@pytest.mark.parametrize(("text", "yes"), [("will do", True), ("would be great", True), ("will it take long", None)])
def test_a_polite_yes_is_no_question(text: str, yes: bool | None) -> None:
    """It only begins like one."""
    assert hear(turn(text, "affirm", 0.95), "confirmed").get("confirmed") is yes


def test_only_a_sure_yes_confirms() -> None:
    """A yes that changes something is never a guess; a no may be."""
    assert hear(turn("yes", "affirm", 0.95), "confirmed")["confirmed"] is True
    assert "confirmed" not in hear(turn("hmm", "affirm", 0.45), "confirmed")
    assert hear(turn("no", "deny", 0.45), "confirmed")["confirmed"] is False
    assert hear(turn("/affirm", "affirm", 1.0), "confirmed")["confirmed"] is True
    assert "confirmed" not in hear(turn("yes", "affirm", 0.95), "last4")


def test_no_button_gives_a_yes_or_somebody_elses_name() -> None:
    """A payload fills what buttons may fill; identity and consent are never among it."""
    forged = turn(
        "/return_item", "return_item", 1.0, order_number="10032", customer_id="C0042", confirmed="true", last4="1"
    )
    assert hear(forged, "confirmed") == {"order_number": "10032"}


@pytest.mark.parametrize(
    ("text", "slot", "kind"),
    [
        ("it came smashed to pieces", "issue", "damaged"),
        ("says delivered but i got nothing", "issue", "not_received"),
        ("快递一直不动", "issue", "late"),
        ("发错颜色了", "issue", "wrong_item"),
        ("改收货地址", "change_kind", "address"),
        ("chnge the adress pls", "change_kind", "address"),
        ("two instead of one", "change_kind", "items"),
        ("开专票", "invoice_kind", "vat_special"),
        ("抬头写公司", "invoice_kind", "company"),
        ("forgot my password", "account_topic", "password"),
    ],
)
def test_key_words_fill_what_a_need_asks(text: str, slot: str, kind: str) -> None:
    """What a customer says of the matter in the first message is not asked again."""
    assert hear(turn(text), slot)[slot] == kind


def test_free_words_are_taken_where_they_were_asked_for_only() -> None:
    """An address is one when it was asked for; a bare yes or a number alone is none."""
    address = "5 Quay Street, 2010 Northport"
    assert hear(turn(address), "new_address")["new_address"] == address
    assert "new_address" not in hear(turn(address), None)
    assert "new_address" not in hear(turn("1234567"), "new_address")
    assert "wish" not in hear(turn("thanks", "thanks", 0.9), "wish")


@pytest.mark.parametrize(
    "text", ["are you sure", "ok so when exactly", "ok?", "really, is that right?", "确定能取消吗", "好的吗"]
)
def test_a_question_is_no_yes(text: str) -> None:
    """However sure the classifier is: something would be changed by it."""
    assert "confirmed" not in hear(turn(text, "affirm", 0.99), "confirmed")


@pytest.mark.parametrize("text", ["yes that's what i want", "ok do it", "sure, go on", "确定", "好的", "是的没问题"])
def test_a_yes_stays_one(text: str) -> None:
    """Words that also stand in questions do not take it away."""
    assert hear(turn(text, "affirm", 0.99), "confirmed")["confirmed"] is True


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("can i get a bigger size instead", "a bigger size"),
        ("exchange it for the same in blue", "in blue"),
        ("想换大一号", "换大一号"),
    ],
)
def test_what_is_wanted_instead_before_it_is_asked(text: str, wish: str) -> None:
    """In the customer's words."""
    assert hear(turn(text, "exchange_item"), None)["wish"] == wish


@pytest.mark.parametrize("text", ["no idea", "I don’t know", "sorry, i lost it", "i've lost it", "我不知道", "忘了"])
def test_who_knows_nothing_has_no_number_where_it_is_asked_for(text: str) -> None:
    """The same words say nothing of it elsewhere."""
    assert lacks_number(turn(text), "order_number")
    assert not lacks_number(turn(text), "change_kind")


@pytest.mark.parametrize(
    "text", ["i don't have the order number", "i lost the number", "no number, sorry", "没有订单号"]
)
def test_who_has_no_number_says_so_anywhere(text: str) -> None:
    """Of itself, too."""
    assert lacks_number(turn(text), None)


@pytest.mark.parametrize(
    "text", ["no", "no, 10023", "i don't know what is wrong with it", "there is no number on the door"]
)
def test_other_words_say_nothing_of_the_number(text: str) -> None:
    """A no, a number after all, and what is not known of something else."""
    assert not lacks_number(turn(text), "order_number")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("帮我把10033这个订单地址改成云湖市南山区滨海路5号3栋1201，谢谢", "云湖市南山区滨海路5号3栋1201"),
        ("10033改寄到云湖市新路1号101室", "云湖市新路1号101室"),
        ("please change the address of 10025 to 5 Quay Street, 2010 Northport please", "5 Quay Street, 2010 Northport"),
        ("send it to 5 Quay Street, 2010 Northport", "5 Quay Street, 2010 Northport"),
    ],
)
def test_an_address_in_the_first_words(text: str, address: str) -> None:
    """Who gives it with the wish is not asked for it again."""
    assert hear(turn(text), None)["new_address"] == address


@pytest.mark.parametrize("text", ["帮我改下地址", "把数量改成2件", "change it to two", "i want it sent to my office"])
def test_no_whole_address(text: str) -> None:
    """What is no street with a number is asked for."""
    assert "new_address" not in hear(turn(text), None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("收货电话改成13900001111", "other"),
        ("门牌号写错了", "address"),
        ("能不能周末送", "delivery"),
        ("change the payment method", "other"),
        ("改成两件", "items"),
    ],
)
def test_what_is_to_be_changed(text: str, kind: str) -> None:
    """The phone is for people, the day is noted; a house number is part of the address."""
    assert hear(turn(text), None)["change_kind"] == kind


@pytest.mark.parametrize(
    "text",
    [
        "不是10032，是10034 我要退的",
        "别退10032，退10034",
        "not 10032, i mean 10034",
        "10034 please, not order 10032",
        "不是一零零三二，是一零零三四",
    ],
)
def test_a_number_that_is_not_meant(text: str) -> None:
    """Named to be left out, wherever it stands."""
    assert hear(turn(text, order_number="10032"), None)["order_number"] == "10034"


def test_two_numbers_are_no_denial() -> None:
    """The first of two leads."""
    assert hear(turn("退10032和10034", order_number="10032"), None)["order_number"] == "10032"


@pytest.mark.parametrize("text", ["return the speaker, not the headphones", "只退背包", "it is not the order"])
def test_which_part_goes_back_is_no_reason(text: str) -> None:
    """Which goods are meant is kept apart from why."""
    assert "return_reason" not in hear(CustomerTurn(text=text), None)


def test_spoken_digits_of_the_phone_beside_the_order() -> None:
    """Called so, they are taken along."""
    heard = hear(turn("我的手机尾号是六六八八 订单是幺零零三四 东西坏了"), None)
    assert (heard["order_number"], heard["last4"]) == ("10034", "6688")


def test_an_address_without_the_words_that_lead_to_it() -> None:
    """Asked for, and answered by a sentence."""
    heard = hear(turn("改到云湖市东城区花园路九号二栋三零一室 收件人王芳"), "new_address")
    assert heard["new_address"] == "云湖市东城区花园路九号二栋三零一室 收件人王芳"


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("send my order to 7 Quay Street, Springfield 62704", None),
        ("send my order to 7 old mill road, Springfield 62704", None),
        ("change the address of 10023 to 7 Quay Street, Springfield 62704", "10023"),
        ("change the address to 7 Quay Street, Springfield 62704, order 10023", "10023"),
        ("地址改成海棠市中山路5号，邮编100020", None),
        ("订单10031改寄到海棠市中山路5号，邮编100020", "10031"),
    ],
)
def test_a_postcode_is_no_order(text: str, order: str | None) -> None:
    """Where it belongs to an address that is said with the wish, read or not as a number of that length."""
    first = {"order_number": next(iter(orders_in(text)))}
    for entities in ({}, first):
        heard = hear(turn(text, "change_order", **entities), None)
        assert (heard.get("order_number"), heard["change_kind"]) == (order, "address")


@pytest.mark.parametrize(
    ("text", "last4"),
    [
        ("my card ending in 4455 was charged twice", None),
        ("order 10023, visa ending 1234, phone ending 4455", "4455"),
        ("订单10031，银行卡尾号1234扣了两次", None),
        ("手机尾号6688，卡尾号1234", "6688"),
        ("my phone ends in 4455", "4455"),
    ],
)
def test_the_end_of_a_card_proves_nothing(text: str, last4: str | None) -> None:
    """It is not the phone's, and a wrong try counts against who is asked for that."""
    assert hear(turn(text, "payment_problem"), None).get("last4") == last4
    assert hear(turn(text, "payment_problem"), "last4").get("last4") == last4


@pytest.mark.parametrize(
    ("text", "asked", "last4"),
    [
        ("10032退货，6688，谢谢", None, "6688"),
        ("10032退货(6688)", None, "6688"),
        ("10032，6688，谢谢", "order_number", "6688"),
        ("订单号是幺零零三二尾号六六八八", "order_number", "6688"),
        ("双六双八", "last4", "6688"),
        ("c0042@example.com", "last4", None),
        ("电话改成13800138000", "last4", None),
        ("10032退差价，付了6688", None, None),
        ("change it to 9 Quay Street, Northport, 3001, 10025", None, None),
    ],
)
def test_digits_that_prove(text: str, asked: str | None, last4: str | None) -> None:
    """Between signs, in numerals, doubled; none of an address, a new phone, a price or a postcode."""
    assert hear(turn(text), asked, EMBEDDED).get("last4") == last4


def test_number_and_digits_in_one_breath() -> None:
    """Where all numbers of the shop are as long, and one was asked for."""
    heard = hear(turn("幺零零三二六六八八"), "order_number", EMBEDDED)
    assert (heard["order_number"], heard["last4"]) == ("10032", "6688")


def test_an_address_and_what_proves_it_at_once() -> None:
    """An e-mail address with the phone's end, or with the whole phone where it is called so."""
    mail = {"email": "c0042@example.com"}
    assert hear(turn("我要退货 c0042@example.com 6688", **mail), None, EMBEDDED)["last4"] == "6688"
    whole = turn("手机号10055506688 邮箱c0042@example.com", phone="10055506688", **mail)
    assert hear(whole, None, EMBEDDED)["last4"] == "6688"
