"""What an address lacks, and what fills it."""

import pytest

from actions.reading.address_gaps import british_code, filled, is_abroad, is_box, lacks_house, says_no_house

WITHOUT_HOUSE = (
    "Elm Street", "Elm Street, Boston, 02139", "Flat 4, Elm Street, Boston", "Anna Lee, Oak Court, Boston MA 02110",
    "King's Road, London, W1K 7TN", "Fifth Avenue, New York", "上海市榆树街", "上海市人民路200001",
)  # fmt: skip
WITH_HOUSE = (
    "12 Elm Street, Boston", "forty five elm street", "Rose Cottage, Mill Lane, Dover", "1600 Broadway, Denver", "45 Via Roma",
    "boston, 02139, name Ruth Lane", "PO Box 12, Court Street", "榆树街45号",
    "阳光花园3栋502", "建国路八十八号", "海棠市中山路人民医院",
)  # fmt: skip
ABROAD = (
    "12 Rue de Rivoli, 75001 Paris, France",
    "45 Queen Street West, Toronto, Ontario M5H 2M9",
    "法国巴黎里沃利街12号",
)
HERE = (
    "12 Canada Road, Boston", "9 France Street, Reno", "5 Elm Road, Mexico, MO 65265", "5 Elm Road, Ontario, CA 91761",
    "12 King's Road, London, W1K 7TN", "上海市南京路12号",
)  # fmt: skip


def test_a_street_without_its_house() -> None:
    """Neither by its number nor by its name; a postcode and a flat are no house."""
    assert all(map(lacks_house, WITHOUT_HOUSE))
    assert not any(map(lacks_house, WITH_HOUSE))


def test_where_nothing_is_sent() -> None:
    """Abroad by the country or the postcode, where neither is a street's or a town's name."""
    assert all(map(is_abroad, ABROAD))
    assert not any(map(is_abroad, HERE))
    assert all(map(is_box, ("P.O. Box 114, Boston", "上海市邮政信箱114号")))
    assert not any(map(is_box, ("12 Box Lane", "上海市南京路12号")))


@pytest.mark.parametrize(
    ("address", "said", "whole"),
    [
        ("Elm Street, Boston", "number 45", "45 Elm Street, Boston"),
        ("elm street", "its number forty five", "45 elm street"),
        ("Flat 4, Elm Street, Boston", "12b", "Flat 4, 12b Elm Street, Boston"),
        ("12 Elm Street, Boston", "number 45", None),
        ("Elm Street", "02139", None),
        ("Elm Street", "yes", None),
        ("12 King's Road, Cambridge", "the postcode is cb1 2ab", "12 King's Road, Cambridge, CB1 2AB"),
        ("12 King's Road, Cambridge, CB1 2AB", "sorry it's CB1 3AB", "12 King's Road, Cambridge, CB1 3AB"),
        ("12 Elm Street, Boston 02139", "CB1 2AB", None),
        ("P.O. Box 114, Boston MA 02110", "12 Elm Street", "12 Elm Street, Boston MA 02110"),
        ("P.O. Box 114, Boston MA 02110", "12 Elm Street, Salem OR 97301", None),
    ],
)
def test_what_fills_a_gap(address: str, said: str, whole: str | None) -> None:
    """The house, a postcode of letters, a street for a box; what says more is read otherwise."""
    assert filled(address, said) == whole


def test_a_code_that_is_spelt() -> None:
    """As on the phone."""
    assert british_code("o x one four d b") == "OX1 4DB"
    assert british_code("yes") is None


def test_no_house_number() -> None:
    """A colleague takes it then."""
    assert all(map(says_no_house, ("it has no number", "there is no house number", "没有门牌号")))
    assert not says_no_house("number 45")
