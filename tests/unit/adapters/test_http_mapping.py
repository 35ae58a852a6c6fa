"""The mapping file: those that come along are whole, and a mistake is a sentence that says where and what is right."""

from datetime import UTC, date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from actions import ShopDown
from frontdesk.adapters.http_shop.mapping import (
    OBJECTS,
    OPERATIONS,
    SHIPPED,
    WrongMapping,
    find_mapping,
    mapping_of,
    read_mapping,
)
from frontdesk.adapters.http_shop.paths import found, items
from frontdesk.adapters.http_shop.slots import filled, filled_path
from frontdesk.adapters.http_shop.values import cents, day

LEAST = {"operations": {"order": {"get": "/o/{number}"}}, "objects": {"order": {"number": "number"}}}


@pytest.mark.parametrize("file", sorted(SHIPPED.glob("*.yml")), ids=lambda file: file.stem)
def test_those_that_come_along_can_be_used(file: Path) -> None:
    """Each by its name; the plain one has everything."""
    mapping = read_mapping(find_mapping(file.stem))
    assert mapping.operations["order"].reads
    if file.stem == "plain":
        assert set(mapping.operations) == set(OPERATIONS)
        assert set(mapping.objects) == set(OBJECTS)


def test_the_example_of_the_guide_can_be_used() -> None:
    """What people copy works."""
    guide = (Path(__file__).parents[3] / "docs/how-to/connect-your-shop.md").read_text(encoding="utf-8")
    example = guide.split("```yaml\n")[1].split("```")[0]
    assert mapping_of(yaml.safe_load(example), "guide").auth.kind == "oauth2"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("auht: {kind: bearer}", "did you mean 'auth'"),
        ("auth: {kind: magic}", "write one of none, bearer"),
        ("auth: {kind: oauth2}", "token_path"),
        ("auth: {kind: header, header: 'X Key'}", "no name of a header"),
        ("money: dollars", "decimal or cents"),
        ("deadline: 60", "seconds from 0.2 to 10"),
        ("base: //evil.example", "one slash"),
        ("operations: {order: {get: 'https://evil.example/{number}'}}", "the host is SHOP_URL's"),
        ("operations: {order: {get: '/o', post: '/o'}}", "needs one of get"),
        ("operations: {order: {get: '/o/{nubmer}'}}", "{nubmer} is not known here; known are number"),
        ("operations: {order: {get: '/o'}, cancle: {post: '/c'}}", "did you mean 'cancel'"),
        ("operations: {order: {get: '/o', absent: [gone]}}", "HTTP statuses"),
        ("operations: {order: {get: '/o', when: {number: '['}}}", "patterns by name"),
        ("objects: {order: {numer: number}}", "did you mean 'number'"),
        ("objects: {order: {state: [{when: {s: x}, is: sended}]}}", "is no state; they are"),
        ("operations: {order: {get: '/o'}, by_email: {get: '/o?e={email}'}}", "needs objects.order.email"),
        ("operations: {order: {get: '/o'}, by_phone: {get: '/o?p={number}'}}", "needs objects.order.phone"),
        ("region: usa", "two capitals"),
        ("order_digits: five", "such as 10 or 5-7"),
        ("order_digits: 7-5", "such as 10 or 5-7"),
        ("region: NO", "in quotes if it is NO"),
        ("operations: {}", "without orders there is no shop"),
        ("objects: 7", "should hold keys and values"),
    ],
)
def test_mistakes_are_sentences(change: str, says: str) -> None:
    """Where it is, and what is right."""
    with pytest.raises(WrongMapping) as raised:
        mapping_of({**LEAST, **yaml.safe_load(change)}, "shop.yml")
    assert says in str(raised.value)
    assert str(raised.value).startswith("shop.yml")


def test_files_that_are_not_there_or_no_yaml(tmp_path: Path) -> None:
    """The line, where there is one."""
    with pytest.raises(WrongMapping, match="SHOP_MAPPING"):
        read_mapping(tmp_path / "none.yml")
    file = tmp_path / "broken.yml"
    file.write_text("name: a\noperations: {order: [}\n", encoding="utf-8")
    with pytest.raises(WrongMapping, match=r"broken\.yml:2"):
        read_mapping(file)


def test_paths() -> None:
    """Fields, places in lists, entries by a key, alternatives."""
    told = {"a": {"b": [{"k": "x", "v": 1}, {"k": "y", "v": 2}]}, "empty": "", "list": [1, 2]}
    assert found(told, "a.b[-1].v") == 2
    assert found(told, "a.b[k=x].v") == 1
    assert found(told, "empty|a.b[0].k") == "x"
    assert found(told, "a.nothing.at[3].all") is None
    assert items(told, "list") == items(told, "list[]") == [1, 2]
    assert items(told, "a") == []
    assert items({"a": [{"b": {"c": [1]}}, {"b": None}, {"b": {"c": [2, 3]}}]}, "a[].b.c[]") == [1, 2, 3]


def test_amounts_and_days() -> None:
    """Cents exactly, as text or number; days where the shop is."""
    assert [cents(v, "decimal") for v in ("79.00", 79, "1,079.5", -12.5, "0.005")] == [7900, 7900, 107950, 1250, 0]
    assert cents(7900, "cents") == 7900
    shanghai = ZoneInfo("Asia/Shanghai")
    assert day("2026-11-27T20:00:00Z", shanghai) == date(2026, 11, 28)
    assert day("2026-11-27T20:00:00", UTC) == day("2026-11-27", UTC) == date(2026, 11, 27)
    for wrong in ("soon", "2026-13-01", 1e30):
        with pytest.raises(ShopDown):
            day(wrong, UTC)
    for wrong in ("free", "NaN", "Infinity", None, "1e30"):
        with pytest.raises(ShopDown):
            cents(wrong, "decimal")


@given(st.text(max_size=40))
def test_a_value_never_leaves_its_place(value: str) -> None:
    """In a path it is one segment without dots; in a body it is text of JSON, whatever it holds."""
    path = filled_path("/orders/{number}/x", {"number": value})
    assert path.count("/") == 3
    assert not set(path.removeprefix("/orders/").removesuffix("/x")) & set("/?#.&= ")
    assert filled({"a": ["{number}"], "{number}": 1}, {"number": value}) == {"a": [value], "{number}": 1}


def test_a_number_where_a_number_is_wanted() -> None:
    """`{amount!number}` alone is a JSON number; a slot without a value is empty text."""
    given = {"amount": "79.50", "limit": "3"}
    assert filled({"a": "{amount!number}", "l": "{limit!number}", "t": "{gone}"}, given) == {"a": 79.5, "l": 3, "t": ""}
