"""What simulated customers say and the stand-in bot answers, in both languages. Words only; the real bot is not asked."""

from collections.abc import Mapping

SAYINGS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": {
        "order_status": ("where is my order", "has my parcel been sent yet", "when will it arrive"),
        "return_item": ("I want to send something back", "how do I return this", "I'd like to return my order"),
        "delivery_problem": ("my parcel is late", "it says delivered but it isn't here", "the box came damaged"),
        "refund_status": ("where is my refund", "I still have no money back", "when do you pay me back"),
        "product_question": ("does this come in blue", "is it waterproof", "how big is it"),
        "invoice": ("I need an invoice", "can you send me the receipt", "the invoice has the wrong name"),
        "cancel_order": ("please cancel my order", "stop my order", "I changed my mind, cancel it"),
        "complaint": ("I am really unhappy with your service", "this is the worst shop ever", "I want to complain"),
        "contact_hours": ("when are you open", "what are your hours", "where are you"),
        "human_agent": ("a person please", "let me talk to someone", "agent"),
        "thanks": ("thank you", "great, thanks", "thanks a lot"),
        "goodbye": ("bye", "that was all, bye", "goodbye"),
        "affirm": ("yes", "yes please", "right"),
        "deny": ("no", "no thanks", "nope"),
        "lost": ("uh what", "I don't know", "hello?"),
    },
    "zh": {
        "order_status": ("我的订单到哪了", "包裹发货了吗", "什么时候能到"),
        "return_item": ("我想退货", "这个怎么退", "我要把东西退回去"),
        "delivery_problem": ("快递一直没到", "显示签收了可是我没收到", "箱子压坏了"),
        "refund_status": ("我的退款呢", "钱还没退给我", "退款什么时候到账"),
        "product_question": ("这个有蓝色的吗", "防水吗", "尺寸多大"),
        "invoice": ("我要开发票", "发票发我一下", "发票抬头写错了"),
        "cancel_order": ("帮我取消订单", "订单不要了", "我不想要了，取消吧"),
        "complaint": ("你们服务太差了", "我要投诉", "再也不来你们店了"),
        "contact_hours": ("你们几点上班", "营业时间是几点", "你们地址在哪"),
        "human_agent": ("转人工", "我要找人工客服", "人工"),
        "thanks": ("谢谢", "好的谢谢", "非常感谢"),
        "goodbye": ("再见", "没事了，再见", "拜拜"),
        "affirm": ("是的", "对", "好的"),
        "deny": ("不是", "不用了", "不要"),
        "lost": ("啊什么", "我不知道", "喂？"),
    },
}
ANSWERS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "ask_number": "What is your order number?",
        "ask_last4": "And the last four digits of your phone number?",
        "ask_return": "Shall I start the return of this order?",
        "offer_person": "That is something for a colleague. Shall I connect you?",
        "answer": "Here is what our help pages say about it.",
        "handoff": "I'll get you a colleague.",
        "more": "Is there anything else?",
        "lost": "Sorry, I did not get that. What can I do for you?",
        "bye": "Thank you, goodbye.",
        "yes": "Yes",
        "no": "No",
    },
    "zh": {
        "ask_number": "请告诉我您的订单号。",
        "ask_last4": "请再告诉我您手机号的后四位。",
        "ask_return": "要为这个订单办理退货吗？",
        "offer_person": "这个需要同事来处理，要帮您转接吗？",
        "answer": "这是我们帮助页面上的说明。",
        "handoff": "我帮您找一位同事。",
        "more": "还有别的可以帮您吗？",
        "lost": "不好意思，我没听明白。请问您需要什么帮助？",
        "bye": "感谢您的来访，再见。",
        "yes": "是",
        "no": "否",
    },
}
MEANING: Mapping[str, str] = {
    said: intent for sayings in SAYINGS.values() for intent, lines in sayings.items() for said in lines
}


def speak(lang: str, intent: str, which: float) -> str:
    """One way of saying it; `which` from 0 to 1 picks."""
    lines = SAYINGS.get(lang, SAYINGS["en"])[intent]
    return lines[int(which * len(lines)) % len(lines)]


def answer(lang: str, key: str) -> str:
    return ANSWERS.get(lang, ANSWERS["en"])[key]
