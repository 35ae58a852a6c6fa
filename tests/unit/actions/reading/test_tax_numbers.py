"""Tax numbers: the sound ones in any shape, and none with a slip of one digit."""

import pytest

from actions.reading.number_kinds import orders_in
from actions.reading.tax_numbers import is_tax_number, piece_in, tax_number_in, tax_number_tried, without_tax_number

SOUND = ("91350100M000100Y43", "DE136695976", "FR40303265045", "IT00743110157", "GB980780684", "ATU13585627")


@pytest.mark.parametrize("number", SOUND)
def test_sound_ones_are_sound(number: str) -> None:
    """Numbers published as examples by those who give them out."""
    assert is_tax_number(number)


@pytest.mark.parametrize("number", SOUND[:5])
def test_a_slip_of_one_digit_is_found(number: str) -> None:
    """Any one digit changed makes it unsound."""
    for at in range(2, len(number)):
        if number[at].isdigit():
            wrong = number[:at] + str((int(number[at]) + 1) % 10) + number[at + 1 :]
            assert not is_tax_number(wrong), wrong


@pytest.mark.parametrize(
    "text",
    [
        "税号91350100M000100Y43",
        "税号是 9135 0100 m000 100y 43 谢谢",
        "９１３５０１００Ｍ０００１００Ｙ４３",
        "91350100-M000100Y43",
        "our tax number is 91350100M000100Y43, thanks",
    ],
)
def test_read_in_any_shape(text: str) -> None:
    """Spaces, dashes, full width and small letters are read over."""
    assert tax_number_in(text) == "91350100M000100Y43"


def test_nothing_is_read_where_there_is_none() -> None:
    """An order number or a phone is no tax number."""
    assert tax_number_in("order 10023, phone 13800138000") is None
    assert tax_number_in("云湖科技有限公司") is None


def test_one_that_was_tried() -> None:
    """Called a tax number and looking like one, it is told to be wrong rather than not heard."""
    assert tax_number_tried("公司：星河科技 税号：91330100MA27XW5L3K") == "91330100MA27XW5L3K"
    assert tax_number_tried("税号没错啊") is None
    assert tax_number_tried("电话是13800002222") is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("d e one two three four five six seven eight eight", "DE123456788"),
        ("de one two three four five six seven double eight", "DE123456788"),
        ("九幺幺幺零零零零六零零零三七三四幺L", "91110000600037341L"),
        ("九一一一零零零零 六零零零三七三四一L", "91110000600037341L"),
        ("12-3456789", "12-3456789"),
        ("US tax id 12-3456789", "12-3456789"),
        ("call 12-3456789", None),
        ("no one zero zero two five zero one nine eight", None),
        ("我要退一个，尾号六六八八", None),
    ],
)
def test_read_as_it_is_said(text: str, number: str | None) -> None:
    """Figure by figure on the phone; an employer's number of the United States where it is called so or stands alone."""
    assert tax_number_in(text) == number


def test_what_else_is_said_beside_a_spoken_one() -> None:
    """The company's name is left."""
    said = "云湖星河科技有限公司税号九幺幺幺零零零零六零零零三七三四幺L"
    assert without_tax_number(said) == "云湖星河科技有限公司"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("471234567", "47-1234567"),
        ("47 1234567", "47-1234567"),
        ("four seven one two three four five six seven", "47-1234567"),
        ("forty seven dash one two three four five six seven", "47-1234567"),
        ("no it's four seven one two three four five seven six", "47-1234576"),
        ("no 471234567", "47-1234567"),
        ("DE123456780", None),
        ("de 123456780", None),
        ("d e one two three four five six seven eight zero", None),
        ("my phone is 4155550198", None),
    ],
)
def test_nine_digits_where_a_tax_number_was_asked_for(text: str, number: str | None) -> None:
    """With or without the dash, typed or said; another country's with a slip is none."""
    assert tax_number_in(text, asked=True) == number


def test_nine_digits_elsewhere() -> None:
    """Only with the dash, or where they are called a tax number; never a phone's."""
    assert tax_number_in("471234567") is None
    assert tax_number_in("the e i n is four seven one two three four five six seven") == "47-1234567"
    assert tax_number_in("Lane LLC, 12-3456789, order 10024") == "12-3456789"
    assert tax_number_in("call me at 55-1234567") is None


def test_the_one_that_is_not_refused() -> None:
    """Of two numbers."""
    assert tax_number_in("not 47-1234567 but 47-1234576") == "47-1234576"
    assert tax_number_in("it's 12-3456798, not 12-3456789") == "12-3456798"


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("九幺幺幺零幺零八", "91110108"),
        ("MA零幺ABCD二H", "MA01ABCD2H"),
        ("um forty seven one two", "4712"),
        ("d e one two three", "DE123"),
        ("thank you and could you", ""),
        ("北京公司", ""),
    ],
)
def test_a_piece_of_one(text: str, signs: str) -> None:
    """Where nothing else is said."""
    assert piece_in(text) == signs


def test_no_order_is_read_out_of_one() -> None:
    """Its digits are no order's."""
    assert orders_in("invoice 10024 company Lane Inc tax 47-1234567") == ("10024",)
