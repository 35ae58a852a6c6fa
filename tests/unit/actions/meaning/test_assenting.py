"""What is a yes to what was read back, and what only begins like one."""

import time

import pytest

from actions.meaning.assenting import LONGEST, assents

NUMBER = "10025"


@pytest.mark.parametrize(
    ("need", "said"),
    [
        (
            "cancel_order",
            ["yes", "ok", "yes please do that, thanks", "yep cancel it", "yes cancel the whole order", "yesss"],
        ),
        (
            "cancel_order",
            ["ok go ahead i don't need it any more", "ok ok do it fast", "yes cancel 10025", "i said yes", "um, yes"],
        ),
        (
            "cancel_order",
            [
                "取消吧",
                "那麻烦你了",
                "我都说了取消",
                "好了取消吧",
                "好的，帮我取消一下",
                "嗯",
                "对对对",
                "好的，谢谢",
                "就这么办",
            ],
        ),
        (
            "return_item",
            [
                "yes return it",
                "退吧",
                "算了先退",
                "那现在办",
                "烦不烦，退啊",
                "都退",
                "yes, it's too small",
                "she says yes",
            ],
        ),
        ("return_item", ["start the return", "return both of them", "yes send it back"]),
        ("exchange_item", ["yes start the exchange"]),
        ("cancel_order", ["没事 取消", "没发就取消", "把它取消吧"]),
        ("invoice", ["重发一下", "好 发吧", "yes send it", "that's right"]),
        ("delivery_problem", ["yes ask them", "yeah report it please", "好的，帮我问一下", "那行吧登记", "唔该"]),
        ("change_address", ["yes that's right", "对的", "没错", "改吧"]),
    ],
)
def test_a_yes(need: str, said: list[str]) -> None:
    """Words of assent, the act by its name, courtesy, a reason; and nothing else."""
    assert [one for one in said if not assents(one, need, NUMBER)] == []


@pytest.mark.parametrize(
    ("need", "said"),
    [
        ("return_item", ["I want to start an exchange", "do an exchange please", "process the refund"]),
        ("exchange_item", ["start the return"]),
        ("cancel_order", ["start a return", "start a claim", "cancel both", "cancel everything", "yes both", "都取消"]),
        ("delivery_problem", ["I want to start a return", "process a refund", "I want to send it back"]),
        ("change_address", ["ok change it back", "yes change both"]),
        ("invoice", ["i want to send it back"]),
        (
            "cancel_order",
            ["ok wait", "ok then keep it", "sure, keep it", "yes leave it", "yeah no", "alright hold it", "ok hmm"],
        ),
        (
            "cancel_order",
            ["yes that's the wrong one", "sure let me ask my husband", "yes but not yet", "yes if it is free"],
        ),
        (
            "cancel_order",
            ["yes 10026", "yes, and 10028 too", "yes later", "yes return it", "cancel", "ok?", "why not", "you", "it"],
        ),
        (
            "cancel_order",
            [
                "好的等下",
                "行吧先别",
                "嗯我再想想",
                "好 等我问一下",
                "你看着办吧",
                "取消",
                "对了",
                "好了好了",
                "可是",
                "我想一下",
            ],
        ),
        (
            "cancel_order",
            ["取消不了", "不取消", "好吧那不取消了", "好，以后再说", "行不行", "我要退货", "是个误会", "得了吧", ""],
        ),
        (
            "return_item",
            [
                "yes later",
                "sure once I find the box",
                "yes as soon as you tell me the cost",
                "退不退",
                "yes, only the speaker",
            ],
        ),
        (
            "cancel_order",
            [
                "yeah right",
                "cancel my cancellation",
                "yes cancel the return",
                "call me",
                "ok and",
                "我取消了",
                "已经取消了",
            ],
        ),
        ("delivery_problem", ["yes ask me", "i'd like to ask", "我问你"]),
        ("delivery_note", ["leave it", "记得"]),
        ("change_address", ["change it", "改一下", "对，再改一下", "改成上海"]),
    ],
)
def test_what_only_begins_like_a_yes(need: str, said: list[str]) -> None:
    """Whatever is not understood beside a yes makes it none."""
    assert [one for one in said if assents(one, need, NUMBER)] == []


def test_hostile_words_stay_quick() -> None:
    """However its words repeat."""
    started = time.thread_time()
    for text in ("好 " * (LONGEST // 2 - 1) + "x", "please do " * 7 + "x", "帮我" * 39 + "x", "ok" * 100_000):
        assents(text, "return_item")
    assert time.thread_time() - started < 0.5
