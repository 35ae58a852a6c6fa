"""Needs that plain words leave no doubt of, troubles told without a name, and duties that are asked about."""

import time

import pytest

from actions.meaning.beyond_doubt import bought, need_instead, need_said
from actions.meaning.delivery_notes import delivery_note_in, more_of_note
from actions.meaning.kinds import kind_of, tells_trouble, two_changes
from actions.meaning.objections import asks_duty, withholds
from actions.meaning.taking_back import restores
from actions.reading.addresses import completed, names_whom, without_proof
from actions.reading.invoice_titles import is_name
from actions.reading.tax_numbers import without_tax_number


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("what did i order", "order_status"),
        ("how much was my order 10024", "payment_problem"),
        ("我都买了什么", "order_status"),
        ("10032多少钱买的", "payment_problem"),
        ("leave order 10023 behind the shed", "change_order"),
        ("明天我不在家", "change_order"),
        ("leave it in my basket", None),
        ("how much is an order delivery", None),
        ("订单多少钱包邮", None),
        ("订单满多少钱免运费", None),
        ("几天能退款", None),
        ("还有几天能退", "return_item"),
        ("先打电话再送", "change_order"),
        ("王先生的电话没变", None),
        ("我先打电话给你们了", None),
        ("送货前也没给我打电话", None),
        ("they didn't call me before the delivery", None),
        ("退款能快点到吗", None),
        ("能快点送到吗", "delivery_problem"),
        ("put it in the cart for me", None),
        ("which address does it go to", "order_address"),
        ("refund my shipping", "refund_request"),
        ("hurry up with 20000123", "delivery_problem"),
        ("leave 20000123 behind the shed", "change_order"),
        ("20000123, leave it with my neighbour", "change_order"),
        ("leave parcel 200 behind the shed", "change_order"),
        ("电饭煲多少钱", None),
    ],
)
def test_plain_words_name_a_need(text: str, need: str | None) -> None:
    """What an order held or cost, and what the carrier is told to do."""
    assert need_said(text) == need


def test_what_sounds_like_another_need() -> None:
    """A price sounds like a question for the order; where it does not, it is left as it is."""
    assert need_instead("how much was my order 10024", "order_status") == "payment_problem"
    assert need_instead("which address does order 10023 go to", "order_status") == "order_address"
    assert need_instead("what did i order", "order_status") is None
    assert need_instead("what did i order", "cancel_order") is None
    assert need_instead("退款几天能退", "refund_status") is None
    assert need_instead("买错了", "delivery_problem") == "change_order"
    assert need_instead("我没买错，是你们发错了", "delivery_problem") is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("there is a problem with my delivery 10024", False),
        ("my order has an issue", False),
        ("the courier was rude and threw it on the ground", True),
        ("快递有问题", False),
        ("我要反映快递问题", False),
        ("快递员把东西往地上一扔就走了", True),
    ],
)
def test_a_trouble_is_told_or_not(text: str, *, told: bool) -> None:
    """Words that belong to every trouble tell nothing."""
    assert tells_trouble(text) is told


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("the speaker doesn't turn on", "damaged"),
        ("the tracking number doesn't work", None),
        ("手表开不了机", "damaged"),
        ("i was sent a used product", "wrong_item"),
        ("it should have arrived on monday", "late"),
        ("my password doesn't work", None),
        ("my card is not working", None),
        ("the memory card doesn't work", "damaged"),
        ("i was not charged", None),
        ("it does not charge", "damaged"),
        ("优惠券用不了", None),
        ("充电宝用不了", "damaged"),
        ("my account was used by someone", None),
        ("it was used already", "wrong_item"),
    ],
)
def test_what_went_wrong(text: str, issue: str | None) -> None:
    """What does not work came damaged; a number or a page that does not work is none of the goods."""
    assert kind_of("issue", text) == issue


def test_whom_it_goes_to_is_no_address() -> None:
    """Another name or phone number is for a person."""
    assert kind_of("change_kind", "改收货人电话") == "other"
    assert kind_of("change_kind", "改收货地址") == "address"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("leave order 10023 behind the shed", "leave it behind the shed"),
        ("leave order one zero zero two three behind the shed", "leave it behind the shed"),
        ("订单10031放门口就行", "放门口就行"),
        ("我不在家，15号以后再送，10031", "我不在家，15号以后再送"),
        ("deliver it some other day", None),
    ],
)
def test_a_note_names_no_order(text: str, note: str | None) -> None:
    """The carrier has the parcel, not its number."""
    assert delivery_note_in(text) == note


def test_more_of_a_note() -> None:
    """A day or an hour; no other words."""
    assert more_of_note("friday afternoon") == "friday afternoon"
    assert more_of_note("周五下午") == "周五下午"
    assert more_of_note("thanks a lot") is None


def test_what_one_has_to_do_is_no_wish() -> None:
    """A wish says want or can."""
    assert asks_duty("do i have to send it back")
    assert asks_duty("要寄回去吗")
    assert not asks_duty("can i send it back")
    assert not asks_duty("我要退货")


def test_a_proof_is_withheld() -> None:
    """Four digits beside it are the proof after all."""
    assert withholds("no i refuse")
    assert withholds("不给，凭什么")
    assert not withholds("i won't tell you twice: 0198")
    assert not withholds("我给你")


@pytest.mark.parametrize(
    ("text", "withheld"),
    [
        ("i'm not going to tell you that", True),
        ("i'd rather not say", True),
        ("不想说", True),
        ("我不告诉你", True),
        ("i don't want to give up", False),
        ("they won't give me a refund", False),
        ("you won't tell me anything", False),
        ("why should i pay for the return", False),
        ("为什么不给退货", False),
        ("快递员不给送", False),
        ("凭什么要我付运费", False),
    ],
)
def test_only_the_customer_can_withhold_it(text: str, *, withheld: bool) -> None:
    """What the shop or a courier will not give is a complaint of them."""
    assert withholds(text) is withheld


def test_what_was_done_is_asked_back() -> None:
    """Of an order that was cancelled."""
    assert restores("can i get it back actually")
    assert restores("能恢复吗")
    assert not restores("can i get my money back")


@pytest.mark.parametrize(
    ("text", "two"),
    [
        (
            "Can I change order 10025 to two grinders and also deliver on saturday?",
            ("Can I change order 10025 to two grinders", "delivery"),
        ),
        ("10033改成两个，另外周六送", ("10033改成两个", "delivery")),
        ("改地址到云湖市滨河路9号，周六送", ("改地址到云湖市滨河路9号", "delivery")),
        ("change my delivery day to friday", None),
        ("10033改成红色，数量改成两个", None),
        ("add a speaker and remove the lamp", None),
        ("change the address to Rose House, 3 Times Square, Northport", None),
        ("地址改成海棠市中山路5号，周六送", ("地址改成海棠市中山路5号", "delivery")),
    ],
)
def test_two_changes_of_one_order(text: str, two: tuple[str, str] | None) -> None:
    """The first in its own words, and the kind of the other; two of one kind are one."""
    assert two_changes(text) == two


def test_what_stands_beside_an_answer_is_no_part_of_it() -> None:
    """A phone's digits beside an address, a tax number beside a name."""
    assert without_proof("云湖市滨河路9号201，尾号6688") == "云湖市滨河路9号201"
    assert without_proof("9 Quay Street, Northport 2010, phone ends 0198") == "9 Quay Street, Northport 2010"
    assert without_proof("9 Quay Street, Northport 2010") == "9 Quay Street, Northport 2010"
    assert without_tax_number("Lane Trading Ltd, VAT GB123456782") == "Lane Trading Ltd"
    assert not without_tax_number("GB123456782")


def test_whom_it_goes_to_is_a_line() -> None:
    """It stands behind the address, whatever else it sounds like."""
    assert names_whom("公司名写星河科技")
    assert completed("9 Quay Street, Northport", "c/o Anna Lee") == "9 Quay Street, Northport, Anna Lee"
    assert not names_whom("Northport 2010")


def test_a_name_alone() -> None:
    """Whose invoice it is; a firm is none, nor is any other word."""
    assert is_name("Sarah Lane")
    assert is_name("陈雨")
    assert not is_name("Lane Trading Ltd")
    assert not is_name("个人")


def test_what_was_bought() -> None:
    """Words of somebody's own things in general are none."""
    assert bought("I bought a kettle and it leaks")
    assert bought("充电器用了两个月坏了")
    assert not bought("the dam is broken")


def test_a_long_message_is_parted_at_once() -> None:
    """Only its beginning is looked at for two changes."""
    began = time.process_time()
    assert two_changes("1," * 20_000) is None
    assert time.process_time() - began < 0.5
