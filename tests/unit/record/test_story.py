"""A session's story: every entry told in order, by whom, and without anybody's numbers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.core.events import AgentSaid, CustomerSpoke, HandoffClosed, Said, TaskFinished, WaitTold
from frontdesk.core.recording import RecordingEnded, RecordingStarted
from frontdesk.record.log import LogEntry
from frontdesk.record.masking import masked
from frontdesk.record.story import story
from tests.unit.record.logs import CHAT, T, log, sessions


def test_who_said_what() -> None:
    """Each item names who, when and what."""
    items = story(
        log(
            CHAT,
            CustomerSpoke(text="where is 10023? call +1 (415) 555-0198", via="text"),
            Said(text="On its way.", spoken="On its way.", lang="en", prompt="x"),
            AgentSaid(agent="amy", agent_name="Amy", text="Write to me@example.com"),
            WaitTold(ticket=T, position=2, low_s=60.0, high_s=180.0),
            HandoffClosed(ticket=T, agent="amy", disposition="follow_up", note="call 4155550198"),
        )
    )
    assert [(i["who"], i["text"]) for i in items] == [
        ("system", "A chat session began, in English."),
        ("customer", "where is 10023? call [phone]"),
        ("bot", "On its way."),
        ("agent", "Write to [e-mail]"),
        ("system", "Told: place 2 in the queue, 1 to 3 minutes."),
        ("system", "Closed as follow up. Note: call [phone]"),
    ]
    assert items[2]["detail"] == {"lang": "en", "prompt": "x"}
    assert [i["seq"] for i in items] == [1, 2, 3, 4, 5, 6]


def test_facts_kept_for_the_session_only_are_not_told() -> None:
    """A customer's name is not in the owner's story; the order's number may be."""
    facts = {"customer_name": "Avery Lane", "order_number": "10023", "last4": "0198", "new": "?"}
    item = story(log(TaskFinished(task="verify_identity", outcome="verified", by="bot", facts=facts)))[0]
    assert item["detail"]["facts"] == {"order_number": "10023"}
    assert item["text"] == "Task verify identity by the bot: verified."


@settings(deadline=None)
@given(sessions())
def test_every_entry_is_told(entries: list[LogEntry]) -> None:
    """Nothing is left out, nothing is silent."""
    items = story(entries)
    assert len(items) == len(entries)
    assert all(item["text"] for item in items)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("my order 10023 please", "my order 10023 please"),
        ("orders 10023 10024 10031", "orders 10023 10024 10031"),
        ("call 4155550198", "call [phone]"),
        ("call +1 415 555 0198 now", "call [phone] now"),
        ("(415) 555-0198", "[phone]"),
        ("555-0198", "[phone]"),
        ("我的手机是13800138000", "我的手机是[phone]"),
        ("１３８００１３８０００", "[phone]"),
        ("幺三八零零幺三八零零零", "[phone]"),
        ("four one five five five five zero one nine eight", "[phone]"),
        ("4 1 5 5 5 5 0 1 9 8", "[phone]"),
        ("card 4111 1111 1111 1111", "card [card]"),
        ("card 4111111111111111", "card [card]"),
        ("card 3782 822463 10005", "card [card]"),
        ("avery.lane+shop@example.co.uk!", "[e-mail]!"),
        ("我的邮箱是me@example.com谢谢", "我的邮箱是[e-mail]谢谢"),
        ("on 2026-11-22 at 12:30", "on 2026-11-22 at 12:30"),
        ("1 0 0 2 3", "1 0 0 2 3"),
        ("return R10024, HB12345678", "return R10024, HB12345678"),
        ("订单一零零二三", "订单一零零二三"),
        ("****", "****"),
        ("my ID is 11010519491231002X", "my ID is [id]"),
        ("send it to 12 Baker Street, Flat 3 please", "send it to [address] please"),
        ("221b Upper Berkeley St", "[address]"),
        ("it is 12 baker street", "it is [address]"),
        ("postcode SW1A 1AA", "postcode [address]"),
        ("寄到北京市朝阳区建国路88号3栋502室，谢谢", "[address]，谢谢"),
        ("上海市南京东路100号", "[address]"),
        ("5 days on the road, no way", "5 days on the road, no way"),
        ("订单10023号在路上", "订单10023号在路上"),
        ("我要3号的花", "我要3号的花"),
        ("税号91110000802100433B", "税号91110000802100433B"),
        ("税号 9111 0000 8021 0043 3B 谢谢", "税号 9111 0000 8021 0043 3B 谢谢"),
        ("税号91110000802100433C", "税号[card]C"),  # with a slip it may be anything
        ("order number 100234567890", "order number 100234567890"),
        ("tracking SF1234567890123 please", "tracking SF1234567890123 please"),
        ("快递单号：773412345678901", "快递单号：773412345678901"),
        ("订单号1002345678到哪了", "订单号1002345678到哪了"),
        ("order 4155550198", "order [phone]"),  # whose phone it may be
        ("订单号13800138000", "订单号[phone]"),
        ("order number 4111111111111111", "order number [card]"),
        ("TEL13800138000", "TEL[phone]"),
        ("order 100234567890@example.com", "order [e-mail]"),
    ],
)
def test_masking(text: str, shown: str) -> None:
    """Phone, card and identity numbers, e-mail and postal addresses are hidden in every shape; orders and dates not."""
    assert masked(text) == shown


@given(st.text(max_size=80))
def test_masking_twice_is_masking_once(text: str) -> None:
    """What is masked stays as it is."""
    assert masked(masked(text)) == masked(text)


@given(st.from_regex(r"[A-Za-z ,.!?]{0,60}", fullmatch=True).filter(lambda t: masked(t) == t), st.integers(0, 9999))
def test_a_phone_number_in_any_text(text: str, last: int) -> None:
    """A phone number is hidden whatever stands around it."""
    assert f"555{last:04d}" not in masked(f"{text} 415555{last:04d} {text}")


def test_what_was_recorded_can_be_heard_by_its_name() -> None:
    """A call's where it ended with a length, a message's where it was left; whatever digits the name has."""
    name = "RE" + "1234567890" * 3 + "12"
    items = story(
        log(
            RecordingStarted(recording=name),
            RecordingEnded(recording=name, seconds=9),
            RecordingEnded(recording=name, why="failed"),
            CustomerSpoke(text=f"Voice message, 9 s, {name}", via="speech"),
            Said(text=name, spoken=name, lang="en"),
        )
    )
    assert [item["recording"] for item in items] == [None, name, None, name, None]
