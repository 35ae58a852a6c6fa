"""The guard that knows a request for a person beyond doubt."""

import time

import pytest

from frontdesk.rasa_worker.grievance import without_grievance
from frontdesk.rasa_worker.person import asks_for_person, declines_person, without_refusal


@pytest.mark.parametrize(
    "text",
    [
        "can i talk to a human", "agent", "AGENT!!", "get me your supervisor", "i want to speak with someone", "real person now",
        "could somebody call me", "转人工", "轉人工客服", "我要找真人", "叫个人来", "让你们经理来", "人工，我要退款", "客服",
        "skip the bot", "i need help from a person", "put someone on", "patch me through", "get me somebody human",
        "live help please", "no more menus. person. my freezer broke", "agent about invoice", "ask one of your team to ring me",
        "I don't want the automated thing", "is anyone there or is it just this machine",
        "I spoke with Rosa before, is she in today?",
        "I'll wait for an advisor", "zrg", "有同事在吗", "put me through",
        "让客服联系我", "转售后", "找个懂的人", "不要自动回复",
        "我很生气！叫你们经理来！我要投诉！", "叫活的来", "让你们负责人接电话 投诉你们",
        "thanks bot but it's time for a real one now", "给我转一下", "申请客服介入",
        "早上好,麻烦帮我接一位客服", "派个客服来", "刚才那个客服呢,还没说完就断了", "帮我接通一位工作人员", "can i get a rep pls",
    ],
)  # fmt: skip
def test_beyond_doubt(text: str) -> None:
    """Whoever says so gets a person."""
    assert asks_for_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "your agent was rude", "please pass this on: rude and useless", "i got the manual and no machine",
        "your adviser put me on hold",
        "must i find somebody to mount it", "滤芯自己不会换 能派人来吗", "你们来人取吧 不要了",
        "昨天帮我换一个客服的态度真差", "我联系一位客服说可以退", "can i get a report",
        "someone stole my parcel", "somebody else got it", "the manager lied to me", "people",
        "is this for two persons",
        "个人", "個人", "上次叫你们经理来了也没用，我要投诉",
        "人工客服几点上班", "安装人工费多少", "你是真人还是机器", "不用转人工", "你们客服态度太差", "找人来把东西拉走",
        "真人手办什么时候到货", "有真人实拍图吗", "能派人来教我用吗", "你像个人工智障", "人工降雨怎么做", "你跟真人有什么不一样",
        "robots must not harm humans", "i am not a robot",
        "big thank you to the chat agent Maria", "what do you think about humans", "how long till a transfer reaches someone",
    ],
)  # fmt: skip
def test_not_asked_for(text: str) -> None:
    """Speaking of people is not asking for one."""
    assert not asks_for_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "the chat agent last night kept calling me names", "a chat agent laughed at me yesterday",
        "last night's chat agent kept calling me love", "I was on live chat and the agent left",
        "the guy on chat kept calling me buddy", "the agent i spoke to yesterday called me a liar",
        "i had a chat with an agent yesterday and she was no help", "why did your agent hang up on me",
        "人工客服骂我", "昨天那个人工骂我笨", "转人工之后那个人骂我", "昨晚人工一直叫我大妈", "真人客服笑我",
        "刚才转人工那个女的挂我电话", "上次转了人工，客服叫我滚", "你们人工客服对我阴阳怪气",
    ],
)  # fmt: skip
def test_a_grievance_about_one(text: str) -> None:
    """Who tells what one of ours did wants no other at once."""
    assert not asks_for_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "your rep hung up on me, put me through to a supervisor", "an agent laughed at me, get me another agent",
        "the chat agent left, connect me to someone", "chat agent please", "live chat agent available?",
        "speak to an agent who listens", "人工客服骂我，换个人", "刚才人工挂了我电话，再给我转人工", "转人工别敷衍我",
        "转人工怎么还不理我",
    ],
)  # fmt: skip
def test_a_grievance_and_a_wish(text: str) -> None:
    """Beside it, or instead of it, a person is asked for."""
    assert asks_for_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "nah i don't need an agent",
        "I don\u2019t want to talk to a person",
        "不用转人工了",
        "先不用找客服",
        "不用轉人工了，謝謝您",
        "nah don't put me through to anyone",
    ],
)
def test_no_person_is_wanted(text: str) -> None:
    """Who says so is left with the bot."""
    assert declines_person(text)
    assert not asks_for_person(text)


@pytest.mark.parametrize(
    "text",
    ["I don't want a bot, I want an agent", "转人工", "not your agent, a manager", "refund never came, agent now"],
)
def test_no_is_not_always_no_person(text: str) -> None:
    """A no to something else beside the wish."""
    assert not declines_person(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("别转人工 你直接告诉我", "你直接告诉我"),
        ("不要人工，我要退货", "我要退货"),
        ("please don't transfer me to an agent, just cancel 10023", "cancel 10023"),
        ("no i dont want a person i want my parcel", "i want my parcel"),
    ],
)
def test_what_is_wanted_beside_a_refusal(text: str, wanted: str) -> None:
    """The rest is what is read; no person is fetched."""
    assert without_refusal(text) == wanted
    assert not declines_person(text)
    assert not asks_for_person(text)


@pytest.mark.parametrize("text", ["不要人工智能", "i don't want a person who hangs up", "where is my order"])
def test_what_refuses_nobody(text: str) -> None:
    """It is read whole."""
    assert without_refusal(text) == text
    assert not declines_person(text)


@pytest.mark.parametrize("piece", ["live chat ", "人工", "agent was so ", "the agent and kept "])
def test_hostile_words_stay_quick(piece: str) -> None:
    """A long message is heard in no time."""
    start = time.process_time()
    without_grievance(piece * 5000)
    assert time.process_time() - start < 0.1


@pytest.mark.parametrize("text", ["有人吗", "请问有人吗？", "老板在吗", "客服在不在", "亲，有人不", "有没有人啊"])
def test_who_asks_whether_anybody_is_there_wants_somebody(text: str) -> None:
    """Three readers of a large shop's chats took it for nothing else."""
    assert asks_for_person(text)


@pytest.mark.parametrize(
    "text", ["在吗", "喂 有人吗", "周末有人吗", "有人买过吗", "老板在家吗", "店家在发货吗", "有人在家收"]
)
def test_who_asks_something_else_with_these_words_does_not(text: str) -> None:
    """A bare 在吗 greets, 喂 asks whether the line is open, the rest asks about hours, goods, a delivery."""
    assert not asks_for_person(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("i was on hold for 12 minutes and got cut off. so can you connect me.", True),
        ("thank you call me tomorrow afternoon at 3", True),
        ("can you connect me to the wifi", False),
        ("they said you call me tomorrow", False),
    ],
)
def test_who_wants_to_be_connected_or_called(text: str, asked: bool) -> None:
    """At the end of what is told, or after thanks."""
    assert asks_for_person(text) is asked


@pytest.mark.parametrize(
    "text",
    [
        "call 9876501234", "pls call back on 98765 01234", "call me on this number", "kindly ring me on my mobile no 9876501234",
        "please give me a call at 555-123-4567 thank you", "whatsapp me on 9876501234",
    ],
)  # fmt: skip
def test_who_gives_a_number_to_be_called_on_wants_a_person(text: str) -> None:
    """The number does not make it a question for ours."""
    assert asks_for_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "call 999", "should i call 0800 123 4567", "call 0800 123 4567 nobody answers", "contact no 9876501234",
        "call centre number",
        "phone number 9876501234", "phone 12 pro 256", "can i call on this number", "call the number on my order 10023",
    ],
)  # fmt: skip
def test_a_number_alone_or_one_to_be_called_by_them_asks_for_nobody(text: str) -> None:
    """A phone number told, or one of the shop's."""
    assert not asks_for_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "A person again please",
        "the agent again please",
        "back to the person please",
        "刚才那个客服再转回去",
        "再给我转一下人工",
    ],
)
def test_who_wants_one_again_after_being_given_back_to_the_bot(text: str) -> None:
    """The second time is asked for in fewer words."""
    assert asks_for_person(text)


@pytest.mark.parametrize("text", ["it is back to the same person who sold it", "get it back to them", "转回账户的钱"])
def test_again_and_back_alone_ask_for_nobody(text: str) -> None:
    """Of goods and money."""
    assert not asks_for_person(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Schedule a callback for me", True),
        ("i'd like to have a phone call please", True),
        ("the callback number is wrong", False),
        ("How long can a human being go without sleep", False),
        ("攒了几千积分，找客服说被封禁了", False),
        ("我要找客服说个事", True),
        ("转接了四个客服，问题还是没解决", False),
    ],
)
def test_a_call_back_is_one_and_what_is_told_of_people_is_none(text: str, asked: bool) -> None:
    """A request to be called; neither a story of persons one had, nor a question about mankind."""
    assert asks_for_person(text) is asked
