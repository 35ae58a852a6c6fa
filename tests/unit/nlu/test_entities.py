"""Numbers and addresses, typed and spoken, each found once."""

import json
import time
from collections import Counter
from pathlib import Path

import pytest

from actions.reading.mails import mails_in
from actions.reading.numbers import runs_in
from frontdesk.rasa_worker.entities import entities
from frontdesk.rasa_worker.plain import masked, plain


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("my mail is Jo.Doe+x@Example.co.uk", "email", "jo.doe+x@example.co.uk"),
        ("jo at gmailcom", "email", "jo@gmail.com"),
        ("it is mary dot smith at hotmail dot com", "email", "mary.smith@hotmail.com"),
        ("j o e at gmail dot com", "email", "joe@gmail.com"),
        ("邮箱是abc123@qq.com谢谢", "email", "abc123@qq.com"),
        ("我的电话13812345678找我", "phone", "13812345678"),
        ("call me at (415) 555-0198", "phone", "4155550198"),
        ("+44 20 7946 0958", "phone", "442079460958"),
        ("four one five five five five oh one nine eight", "phone", "4155550198"),
        ("you charged $1,299.50", "amount", "1299.50"),
        ("多扣了20块", "amount", "20"),
        ("refund my 35 dollars", "amount", "35"),
        ("forty five dollars and ten cents", "amount", "45.10"),
        ("nineteen ninety nine dollars", "amount", "19.99"),
        ("一百二十九元", "amount", "129"),
        ("九块九", "amount", "9.9"),
        ("百二元", "amount", "120"),
        ("15块5", "amount", "15.5"),
        ("reach me at jo.doe@outlook.com", "email", "jo.doe@outlook.com"),
        ("it's j o e at gmail dot com", "email", "joe@gmail.com"),
        ("rosa ninety two at hotmail dot com", "email", "rosa92@hotmail.com"),
        ("lily艾特163点com", "email", "lily@163.com"),
        ("１５元退给我", "amount", "15"),
        ("tracking number 9400110200881234567890", "tracking_number", "9400110200881234567890"),
        ("SF1234567890123到哪了", "tracking_number", "SF1234567890123"),
        ("order number is ORD-55821", "order_number", "ORD-55821"),
        ("订单号：202311058812345678", "order_number", "202311058812345678"),
        ("#A10023 please", "order_number", "A10023"),
        ("one double zero two three", "order_number", "10023"),
        ("订单幺零零二三", "order_number", "10023"),
        ("10 023", "order_number", "10023"),
        ("订单10023到哪了", "order_number", "10023"),
    ],
)
def test_found(text: str, kind: str, value: str) -> None:
    """One entity, in its plain form, and no other."""
    assert [(f.kind, f.value) for f in entities(text)] == [(kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        *("i am at home", "call me at 5", "the dot is at the top", "两个都不要", "in 2 days", "where is my order"),
        *("double cents", "a double grand", "treble dollars", "千千六块", "万万一元"),
    ],
)
def test_nothing_there(text: str) -> None:
    """Words that look like parts of an address or a number are none."""
    assert not entities(text)


DATA = Path(__file__).parents[3] / "benchmarks" / "data"
GOAL = 0.99  # exact, typed


@pytest.mark.parametrize("name", ["entities_shapes", "entities_formats", "entities_fresh", "entities_third"])
def test_shapes_people_and_countries_write(name: str) -> None:
    """Of every kind at least 99 % is read exactly, in hard sentences and in the formats of many countries; nothing else is."""
    wanted, exact = Counter[str](), Counter[str]()
    for line in (DATA / f"{name}.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        read = {(f.kind, f.value) for f in entities(row["text"])}
        assert row["entities"] or not read, row["text"]
        for kind, value in row["entities"].items():
            for one in value if isinstance(value, list) else [value]:
                wanted[kind] += 1
                exact[kind] += (kind, one) in read
    assert {kind: exact[kind] / count for kind, count in wanted.items() if exact[kind] < GOAL * count} == {}


@pytest.mark.parametrize(
    "text",
    [
        "the 2023 model or the 2024 one", "does it take 12 AA batteries", "我身高175体重65", "两块板子怎么装", "三块巧克力",
        "postcode 90210", "delivered on 12/03/2024 at 10:45", "20000mAh的有吗", "尾号4821", "card ending 4821",
    ],
)  # fmt: skip
def test_other_numbers(text: str) -> None:
    """Dates, measures, postcodes, ends of cards and counted things are nobody's number."""
    assert not entities(text)


@pytest.mark.parametrize("piece", ["1", "00", "a", "a.", "1.", "1-", "1,", "a at ", "十", "百", "扣十", "一二"])
def test_long_rows_of_one_piece_stay_quick(piece: str) -> None:
    """A message of 2,000 characters is read at once, whatever is repeated in it."""
    text = (piece * 2000)[:1999]
    started = time.process_time()
    for read in (entities, plain, masked, mails_in, runs_in):
        read(text)
    assert time.process_time() - started < 0.4
