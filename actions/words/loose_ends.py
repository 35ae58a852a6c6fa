"""What is said to words that begin nothing, by key, in each language; beside the tasks' own."""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "sent_back.none": (
            "Nothing has been booked in for order {number} so far. A colleague looks for it with the tracking number: "
            "tell me that, the carrier and the day, and I pass it on."
        ),
        "sent_back.return_on_its_way": (
            "It has not been booked in for order {number} so far. A colleague looks for it with the tracking number: "
            "tell me that, the carrier and the day, and I pass it on."
        ),
        "sent_back.lost": (
            "I'm sorry about that. A colleague looks into what became of the return of order {number}: tell me the carrier, the "
            "tracking number and the day you sent it, and I pass it on."
        ),
        "sent_back.noted": "I have noted that for the colleague who looks for it.",
        "waited.none": (
            "I'm sorry for the wait. No refund has been asked for yet, so none is on its way. I can see to it now, "
            "or fetch a colleague."
        ),
        "waited": "I'm sorry that it takes so long.",
        "money.not_there": "I'm sorry. By our books it was sent; a colleague can look where it went.",
        "wonders": "I'm sorry about that; why it happened I can't tell from here.",
        "tries": "Of course, take your time. I'm here if you need me.",
        "part": "A colleague can tell whether there is the {part} alone; what I can do is exchange the whole article.",
        "stays": "All right, nothing was cancelled. Your order stays as it is.",
        "stays.order": "All right, nothing was cancelled. Order {number} stays.",
    },
    "zh": {
        "sent_back.none": "订单{number}还没有查到收货登记。同事可以凭快递单号去查，您把单号、快递公司和寄出日期告诉我"
        "，我一起转过去。",
        "sent_back.return_on_its_way": (
            "订单{number}的退货还没有登记收到。同事可以凭快递单号去查，您把单号、快递公司和寄出日期告诉我，我一起转过去。"
        ),
        "sent_back.lost": (
            "非常抱歉。订单{number}退回的包裹，由同事去查下落，您把快递公司、快递单号和寄出日期告诉我，我一起转过去。"
        ),
        "sent_back.noted": "记下了，我会转给帮您查的同事。",
        "waited.none": "抱歉让您久等了。目前还没有申请过退款，所以不会自动到账。我现在就可以帮您办，或者转人工客服。",
        "waited": "抱歉让您久等了。",
        "money.not_there": "很抱歉。我们这边显示已经退出去了，具体到了哪里，同事可以帮您查。",
        "wonders": "非常抱歉，具体原因我这边查不到。",
        "tries": "好的，您慢慢来，有需要随时告诉我。",
        "part": "单独换{part}的话，要请同事看看有没有配件；我能办的是整件换货。",
        "stays": "好的，订单没有取消，一切照旧。",
        "stays.order": "好的，订单没有取消，{number}照常保留。",
    },
}
