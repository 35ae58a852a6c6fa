"""Addresses that come in pieces: a part put right, a part said afterwards, and what looks like a whole one."""

import time

import pytest

from actions.reading.address_wishes import address_in
from actions.reading.addresses import completed, has_street, looks_whole, may_be_part, put_right, spoken

ADDRESS = "flat 4b, 12 Orchard Road, Millbrook 2044"


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("flat 4c", "flat 4c, 12 Orchard Road, Millbrook 2044"),
        ("14 Orchard Road", "flat 4b, 14 Orchard Road, Millbrook 2044"),
        ("postcode 2045", "flat 4b, 12 Orchard Road, Millbrook 2045"),
        ("7 Quay Street, 2010 Northport", "7 Quay Street, 2010 Northport"),
        ("the blue door", None),
    ],
)
def test_a_part_of_an_address(said: str, address: str | None) -> None:
    """It takes the place of the same part; what can't be placed changes nothing by itself."""
    assert put_right(ADDRESS, said) == address


def test_a_part_of_a_chinese_address() -> None:
    """House numbers and rooms by their unit; a whole address as it is."""
    assert put_right("云湖市新路1号101室", "102室") == "云湖市新路1号102室"
    assert put_right("云湖市新路1号101室", "3号102室") == "云湖市新路3号102室"
    assert put_right("云湖市新路1号", "102室") is None
    assert put_right("云湖市新路1号101室", "云湖市新路7号101室") == "云湖市新路7号101室"


@pytest.mark.parametrize(
    ("known", "said", "address"),
    [
        ("12 Hill Street", "Springfield", "12 Hill Street, Springfield"),
        ("12 Hill Street", "springfield 4455", "12 Hill Street, springfield 4455"),
        ("12 Hill Street, Springfield", "it's 14 Hill Street, Springfield 4455", "14 Hill Street, Springfield 4455"),
        ("45 Beacon Hill", "flat 2b", "flat 2b, 45 Beacon Hill"),
        ("45 Beacon Hill, Eastwick", "postcode 3001", "45 Beacon Hill, Eastwick, 3001"),
        ("Anna Lee", "5 Quay Street", "Anna Lee, 5 Quay Street"),
        ("5 Quay Street, Northport", "whatever you like best today", None),
        ("5 Quay Street, Northport", "hm", None),
        ("1200 Long Street", "postcode 4455", "1200 Long Street, 4455"),
        ("1200 Long Street, Springfield 62704", "62705", "1200 Long Street, Springfield 62705"),
        ("海棠市中山路1200号", "邮编100020", "海棠市中山路1200号, 100020"),
        ("海棠市中山路1200号，100020", "邮编100021", "海棠市中山路1200号，100021"),
        ("海棠市中山路5号", "3号楼2单元502", "海棠市中山路5号3号楼2单元502"),
        ("海棠市中山路5号", "阳光小区", "海棠市中山路5号阳光小区"),
        ("云湖市南山路8号", "2栋301", "云湖市南山路8号2栋301"),
        ("青石市东门大道", "12号", "青石市东门大道12号"),
        ("青石市东门大道12号", "3单元502", "青石市东门大道12号3单元502"),
        ("南山路8号", "云湖市", "云湖市南山路8号"),
        ("云湖市", "阳光小区3栋", "云湖市阳光小区3栋"),
        ("云湖市南山路8号", "电话不变", None),
    ],
)
def test_what_follows_completes_it(known: str, said: str, address: str | None) -> None:
    """In the place it has in an address; what is no part of one is left alone."""
    assert completed(known, said) == address


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("5 Quay Street, 2010 Northport", True),
        ("5 Quay Street", False),
        ("Anna Lee, Northport", False),
        ("云湖市南山路8号", True),
        ("青石市东门大道", False),
        ("阳光小区3栋", False),
    ],
)
def test_a_whole_address_has_a_house_and_a_town(address: str, *, whole: bool) -> None:
    """Of one that seems to lack something the customer is asked to add it."""
    assert looks_whole(address) is whole


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("change the address of 10025 to 5 Quay Street, Northport please", "5 Quay Street, Northport"),
        ("地址改成云湖市新路1号101室，谢谢", "云湖市新路1号101室"),
        ("change the address to 5 Quay Street, Northport for order 10023", "5 Quay Street, Northport"),
        ("deliver my order to 5 Quay Street, Northport instead of the old one", "5 Quay Street, Northport"),
        ("地址改成云湖市新路1号，订单10023，谢谢", "云湖市新路1号"),
        ("地址改為新北市板橋區文化路10號，謝謝", "新北市板橋區文化路10號"),
        ("change the address to my office", None),
    ],
)
def test_an_address_said_with_the_wish(text: str, address: str | None) -> None:
    """Kept as it was written, without the courtesy; a place without a street is none yet."""
    assert address_in(text) == address


def test_what_may_be_a_part() -> None:
    """Said instead of a yes."""
    assert may_be_part("4棟")
    assert not may_be_part("4")
    assert has_street("臺北市大安區信義路3段10號")


def test_hostile_words_stay_quick() -> None:
    """However long and however they repeat."""
    started = time.thread_time()
    for text in (
        "地址改成" * 5_000,
        "send it to " * 5_000,
        "省路" * 5_000,
        "1" * 5_000,
        "路区" * 5_000,
        "address to" * 5_000,
    ):
        address_in(text)
        may_be_part(text[:300])
        completed(ADDRESS, text[:300])
        put_right(ADDRESS, text[:300])
    assert time.thread_time() - started < 0.5


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (
            "uh the new address is um forty two that's four two Orchard Road comma Millbrook",
            "forty two Orchard Road, Millbrook",
        ),
        ("my office instead: 12 Mill Lane, Northport 2010", "12 Mill Lane, Northport 2010"),
        ("Anna Lee, c/o Ms. The Shop, 5 Quay St., Northport", "Anna Lee, c/o Ms. The Shop, 5 Quay St., Northport"),
        ("5 Umber Lane, Erith", "5 Umber Lane, Erith"),
        ("云湖市新路1号101室", "云湖市新路1号101室"),
    ],
)
def test_an_address_that_was_dictated_is_written_without_the_words_around_it(said: str, written: str) -> None:
    """Who dictates says signs and numbers twice; what is written down is where the parcel goes."""
    assert spoken(said) == written


def test_what_is_said_after_an_address_is_no_part_of_it() -> None:
    """A sentence of its own ends it; a point in a street's name does not."""
    assert (
        address_in("send it to 12 Mill Lane, Northport 2010. Oh and is it in stock?") == "12 Mill Lane, Northport 2010"
    )
    assert address_in("send it to 12 St. Mary's Road, Northport") == "12 St. Mary's Road, Northport"
