"""Sentences the bot never saw, as customers write and say them: how many it gets right, and which mistakes are not allowed."""

import pytest

from tests.bot.conftest import Talks

pytestmark = pytest.mark.rasa
LEAST_RIGHT = 0.8  # a floor against accidents, not a goal; measured on text of our own making

EN = {
    "order_status": (
        "hey so i bought a tent from you guys two weeks back and its nowhere to be seen, whats going on",
        "could somebody tell me if my stuff left the warehouse",
        "is there a way to see how far my package is",
        "when can i expect the blender i ordered on sunday",
        "order 10088 any idea on arrival",
        "hello whens it getting here",
        "my tracking has said label created for four days",
        "you see my delivery",
    ),
    "return_item": (
        "these boots pinch, i'd like to give them back",
        "hi the vacuum is way too loud and i want to send it back to you guys",
        "what's the procedure for sending stuff back",
        "i no longer need the chair, please take it back",
        "can you arrange a return for the coat",
        "returning 10045 please",
        "bought the wrong size again, need to return",
    ),
    "human_agent": (
        "can you put me in touch with a member of your team",
        "i've had enough, get me somebody who can think",
        "pls connect to agnet",
        "i wish to speak with your manager",
        "let me chat with an actual human",
        "is it possible to have a person call me",
        "real person. now.",
    ),
    "product_question": ("do you guys have this lamp in green",),
    "account_problem": ("how do i get my password back",),
    "invoice": ("i'd like the invoice as a pdf",),
    "contact_hours": ("are you open on christmas",),
    "change_order": ("please change the street on my order",),
    "out_of_scope": (
        "the price went down yesterday, do i get something back",
        "my fridge makes a noise, can you send a technician",
        "what's a good restaurant in town",
    ),
}
ZH = {
    "order_status": (
        "我前天买的锅怎么还没动静啊",
        "帮忙看一眼我那个包裹走到哪一站了",
        "订单10066大概哪天能收到",
        "东西寄出来没有",
        "快递今天能不能送上门",
        "我那单子现在是什么状态",
        "请问我的货到什么地方了",
    ),
    "return_item": (
        "这条裤子太长了我想给你们退回去",
        "收到货不满意怎么退呢",
        "我想把10045这单退掉",
        "这个耳机我不想要了给我办退货",
        "买错型号了可以退回来吗",
        "退货要怎么申请呀",
    ),
    "human_agent": (
        "能不能让真人来跟我说",
        "我不想和你聊了给我接人工",
        "麻烦找个客服人员过来",
        "帮我转到人工那边",
        "叫你们负责人来和我谈",
        "有没有活人啊",
    ),
    "invoice": ("发票抬头能改成公司吗",),
    "contact_hours": ("你们店在什么地方",),
    "product_question": ("这款有蓝色的吗",),
    "change_order": ("我想改一下送货地址",),
    "out_of_scope": ("昨天买的今天降价了能补差价不", "洗衣机什么时候有人来装", "空调不制冷了找谁修"),
}


@pytest.mark.parametrize(("lang", "sentences"), [("en", EN), ("zh", ZH)])
async def test_most_unseen_sentences_are_understood(
    talks: Talks, lang: str, sentences: dict[str, tuple[str, ...]]
) -> None:
    """At least four of five, in each language."""
    wrong = []
    for intent, texts in sentences.items():
        for text in texts:
            reply = await talks(lang)(text)
            if reply.intent != intent:
                wrong.append(f"{text}: {reply.intent} ({reply.confidence}) instead of {intent}")
    total = sum(len(texts) for texts in sentences.values())
    assert 1 - len(wrong) / total >= LEAST_RIGHT, "\n".join(wrong)


@pytest.mark.parametrize(
    ("lang", "text"), [(lang, t) for lang, all_ in (("en", EN), ("zh", ZH)) for t in all_["human_agent"]]
)
async def test_a_person_is_never_refused(talks: Talks, lang: str, text: str) -> None:
    """Who asks for a person gets one, or at the very least is offered one."""
    reply = await talks(lang)(text)
    offered = [c.payload for m in reply.messages for c in m.choices]
    assert reply.handoff == "asked" or "/human_agent" in offered, reply
