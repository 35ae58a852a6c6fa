"""Whom an invoice is made out to: a company's name, or a person's."""

import time

import pytest

from actions.reading.invoice_titles import (
    firm_in,
    is_name,
    is_title,
    name_in,
    names_kind_only,
    names_personal_only,
    other_name,
    title_in,
    title_told,
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("我要开发票，抬头云湖星河科技有限公司，税号91110000600037341L，订单10034", "云湖星河科技有限公司"),
        ("抬头：云湖星河科技有限公司 税号：91110000600037341L", "云湖星河科技有限公司"),
        ("發票抬頭：雲湖星河貿易有限公司", "雲湖星河貿易有限公司"),
        ("an invoice made out to Lane Trading Ltd please", "Lane Trading Ltd"),
        ("发票能开公司抬头吗", None),
        ("抬头公司", None),
        ("开公司抬头的发票给我公司", None),
        ("i need an invoice to my company", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    """A name, not only that there is a company."""
    assert title_in(text) == title


def test_a_kind_is_no_name() -> None:
    """Asked what the company is called, "公司的" says nothing."""
    assert names_kind_only("公司的")
    assert names_kind_only("my company")
    assert not names_kind_only("云湖公司")


def test_a_name_is_kept_as_it_was_written() -> None:
    """Read in simplified characters, told in the customer's own."""
    assert name_in("抬頭寫陳國華吧") == "陳國華"
    assert name_in("in the name of anna smith please") == "Anna Smith"
    assert name_in("抬头是欧阳建国") == "欧阳建国"


@pytest.mark.parametrize(
    "text", ["抬頭寫個人", "发票抬头开错了", "抬头写什么", "名字写成网名了，改一下", "抬头要写全名", "made out to Mr."]
)
def test_what_is_no_name(text: str) -> None:
    """An invoice is not made out to "wrong"."""
    assert name_in(text) is None


def test_hostile_words_stay_quick() -> None:
    """However long and however they repeat."""
    started = time.thread_time()
    for text in ("抬头" + "云" * 50_000, "made out to " * 5_000, "in the name of a" * 5_000, "抬头是写" * 5_000):
        title_in(text)
        name_in(text)
    assert time.thread_time() - started < 0.5


def test_for_a_person_after_all() -> None:
    """Said instead of a company's name or number; a company whose name begins like it is one."""
    assert all(
        names_personal_only(said)
        for said in ("那算了开个人吧", "还是个人的", "個人就行", "make it out to me personally")
    )
    assert not any(names_personal_only(said) for said in ("个人护理用品有限公司", "人工", "公司的", "找个人"))


def test_a_title_behind_a_colon() -> None:
    """公司：… is the company's name."""
    assert title_in("公司：杭州云溪贸易有限公司 税号91330100MA27XW5L3K") == "杭州云溪贸易有限公司"


def test_a_name_right_behind_the_title() -> None:
    """抬头王芳 is one; what is said of a title is none."""
    assert name_in("10032发票 抬头王芳") == "王芳"
    assert [name_in(said) for said in ("抬头开错了", "抬头单位", "抬头万一错了怎么办")] == [None, None, None]


@pytest.mark.parametrize(
    "text",
    [
        "what are your opening hours?",
        "which company name?",
        "do I have to pay?",
        "the same as last time",
        "no I meant personally",
        "为什么要税号",
        "还是开公司吧",
        "错了要改成公司",
        "嗯，发到我公司邮箱 wang@xinghe.com",
        "12-3456789",
    ],
)
def test_a_sentence_is_no_title(text: str) -> None:
    """A title is the name of a firm or a person."""
    assert title_told(text) is None
    assert not is_title(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("lane design limited", "lane design limited"),
        ("no the name is Lane Designs Ltd", "Lane Designs Ltd"),
        ("Same Day Delivery Ltd", "Same Day Delivery Ltd"),
        ("our company is called Lane Design", "Lane Design"),
        ("北京我爱我家房地产经纪有限公司", "北京我爱我家房地产经纪有限公司"),
        ("开公司，抬头云湖星河科技有限公司税号91110000600037341L", "云湖星河科技有限公司"),
        ("公司叫云湖贸易", "云湖贸易"),
    ],
)
def test_a_title_that_was_asked_for(text: str, title: str) -> None:
    """Without what leads up to it, and without a tax number; whatever the words of a firm's name mean."""
    assert title_told(text) == title


def test_a_name_in_place_of_another() -> None:
    """The one that is wanted, not the one that was wrong."""
    assert name_in("correct the invoice for 10024: Avery Lane-Brown instead of Avery Lane") == "Avery Lane-Brown"
    assert name_in("it's not Avery Lane but Bob Lane") == "Bob Lane"
    assert name_in("personally but use the name Bob Lane") == "Bob Lane"
    assert title_in("for my company Lane Design, tax no DE123456788") == "Lane Design"
    assert title_in("10032发票抬头开错了要改成公司") is None
    assert firm_in("抬头云湖星河科技有限公司") == "云湖星河科技有限公司"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("it should read Lane & Sons Inc.", "Lane & Sons Inc"),
        ("should be Brightwater Inc not Brightwater LLC", "Brightwater Inc"),
        ("not Brightwater LLC but Brightwater Inc", "Brightwater Inc"),
        ("no wait, it's Brightwater Studios LLC with an s", "Brightwater Studios LLC"),
        ("um it's called bright water studios", "bright water studios"),
        ("47-1234567 Brightwater Inc", "Brightwater Inc"),
        ("Not Just Toys Inc", "Not Just Toys Inc"),
        ("公司抬头上海云帆信息技术有限公司", "上海云帆信息技术有限公司"),
        ("抬头是那个上海云帆信息技术有限公司", "上海云帆信息技术有限公司"),
        ("我司名称为上海云帆信息技术有限公司", "上海云帆信息技术有限公司"),
        ("呃公司名字是上海云帆信息技术有限公司", "上海云帆信息技术有限公司"),
        ("正确的是 北京华星电子有限公司", "北京华星电子有限公司"),
        ("不是华云科技有限公司，是云华科技有限公司", "云华科技有限公司"),
        ("抬头：为民商贸有限公司", "为民商贸有限公司"),
        ("thx", None),
        ("辛苦了", None),
        ("马上", None),
        ("four seven one two three four five six seven", None),
        ("could you email it to me", None),
    ],
)
def test_the_name_alone_is_kept(text: str, title: str | None) -> None:
    """Not what leads up to it, what it is not, how it is spelt; a courtesy and a number are no name."""
    assert title_told(text) == title


@pytest.mark.parametrize("text", ["谢谢", "谢谢你", "辛苦了", "马上", "时间", "Thank You", "Good Morning"])
def test_a_courtesy_is_nobodys_name(text: str) -> None:
    """Though it begins with a surname."""
    assert not is_name(text)
    assert other_name(text) is None
