"""The town of an address: its line in whatever shape, in its place; what is none; and whether an address has one."""

import pytest

from actions.reading.address_towns import city_in, lacks_town, town_line, written_code
from actions.reading.addresses import begins, completed, has_street
from actions.talk.towns import for_another


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Springfield, IL 62704", "Springfield, IL 62704"),
        ("Springfield, Illinois 62704", "Springfield, Illinois 62704"),
        ("austin texas seven eight seven oh one", "austin texas 78701"),
        ("illinois six two seven oh four", "illinois 62704"),
        ("springfield and the zip is 62704", "springfield 62704"),
        ("and the town is Springfield", "Springfield"),
        ("Springfield", None),  # called no town: what it is depends on the address
        ("in the morning", None),
        ("the town is wrong", None),
        ("the same for 10023", None),
        ("track 10023", None),
        ("is it in Texas?", None),
    ],
)
def test_a_line_with_the_town_is_known_by_its_shape(said: str, line: str | None) -> None:
    """A town, its state and its postcode, and nothing else."""
    assert town_line(said) == line


@pytest.mark.parametrize(
    ("address", "said", "whole"),
    [
        ("12 Oak Street", "Springfield, IL 62704", "12 Oak Street, Springfield, IL 62704"),
        ("12 Oak Street, Springfield", "Springfield IL 62704", "12 Oak Street, Springfield IL 62704"),
        (
            "twelve oak street springfield",
            "illinois six two seven oh four",
            "twelve oak street springfield, illinois 62704",
        ),
        ("12 Oak Street, Springfield, IL 62704", "for 10023 too", None),
        ("12 Oak Street", "for both", None),
        ("北京", "海淀区", "北京海淀区"),
        ("浙江省", "杭州市", "浙江省杭州市"),
        ("北京海淀区", "中关村大街1号", "北京海淀区中关村大街1号"),
        ("王芳", "海淀区中关村大街1号", "王芳，海淀区中关村大街1号"),
        ("王芳，海淀区中关村大街1号", "北京的", "王芳，北京海淀区中关村大街1号"),
        ("北京海淀区中关村大街1号", "13800138000", "北京海淀区中关村大街1号，电话13800138000"),
    ],
)
def test_what_follows_stands_in_its_place(address: str, said: str, whole: str | None) -> None:
    """Nothing that was told is lost, and what is no part of an address is not taken for one."""
    assert completed(address, said) == whole


def test_a_street_alone_lacks_its_town() -> None:
    """With its flat, a name or a phone number it is still alone; a postcode or one more line tells where it is."""
    for alone in (
        "12 Oak Street",
        "12 Oak Street, Apt 5",
        "Avery Lane, 12 Oak Street",
        "nine pine street",
        "世纪大道100号",
    ):
        assert lacks_town(alone), alone
    for whole in (
        "5 Quay Street, Northport",
        "Rose Cottage, Northport",
        "nine pine street austin",
        "海淀区中关村大街1号",
        "上海世纪大道100号",
    ):
        assert not lacks_town(whole), whole


def test_what_may_begin_an_address() -> None:
    """A city, a name, a phone number called so."""
    for line in ("北京", "深圳南山", "海棠市", "王芳", "收货人王芳", "电话13800138000"):
        assert begins(line), line
    for other in ("马上", "任何", "白色", "不知道", "北京烤鸭", "谢谢", "收货人是谁", "收货人不变"):
        assert not begins(other), other
    assert city_in("北京的") == "北京"


def test_numbers_that_are_called_something_else_are_no_doors() -> None:
    """知道 is no street, and 订单号 no house."""
    for said in ("不知道订单号", "我怎么知道订单号", "不知道什么号", "我知道订单号 等下发你"):
        assert not has_street(said), said
    assert has_street("世纪大道100号")
    assert written_code("9 Pine Street in Austin, the zip is 78701") == "9 Pine Street Austin 78701"


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("for 10023 too", ("10023", False)),
        ("the same for 10023", ("10023", False)),
        ("yes, for 10023 too", ("10023", True)),
        ("for all my orders", ("?", False)),
        ("对，10031也寄到这里", ("10031", True)),
        ("另一个订单也是", ("?", False)),
        ("10023", None),
        ("that's all", None),
        ("都对", None),
    ],
)
def test_the_same_for_another_order(said: str, other: tuple[str, bool] | None) -> None:
    """Which one, and whether a yes stands ahead of it."""
    assert for_another(said) == other
