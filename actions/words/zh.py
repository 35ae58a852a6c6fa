"""The tasks' Chinese words. They are spoken to callers: short, kind, nothing promised that the shop did not say."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "day.today": "今天",
    "day.tomorrow": "明天",
    "day.yesterday": "昨天",
    "day.on": "{day}",
    "goods.none": "您的商品",
    "goods.two": "{first}和{second}",
    "goods.more": "{first}等{count}种商品",
    "verify_identity.verified": "谢谢您，{name}，信息核对无误。",
    "verify_identity.verified_nameless": "谢谢您，信息核对无误。",
    "verify_identity.mismatch": "抱歉，订单号和手机尾号对不上，请您核对一下这两个号码。",
    "verify_contact.mismatch_email": "抱歉，凭这个邮箱和手机尾号没有找到订单，请您核对一下这两项。",
    "verify_contact.mismatch_phone": "抱歉，凭这个手机号和邮箱没有找到订单，请您核对一下这两项。",
    "verify_contact.needs_person": "抱歉，这里不能这样查订单，人工客服可以帮您查。",
    "verify_identity.withheld": "没关系，您可以不说。我问这个，是因为只有能证明订单是自己的人，我才能说订单的情况。"
    "人工客服可以用别的办法核对。",
    "verify_identity.by_phone": "谢谢。按订单号查的话，我要核对的是下单时留的手机号。",
    "verify_identity.another_phone": "我问的是下这个订单时留的手机号，后来换了号也还是那一个。想不起来的话，说“转人工”就行。",
    "verify_identity.locked": "抱歉，核对的次数太多了，为了安全，大约一小时内不能再核对。您可以请人工客服帮忙。",
    "verify_identity.shop_down": "抱歉，订单系统暂时连不上，没能核对，这不是您的问题。您可以找人工客服，或者稍后再试。",
    "order_number.so_far": "记下了{digits}，后面是多少？",
    "tax_number.so_far": "税号记下了{signs}，后面是什么？",
    "tax_number.missing": "抱歉，我没找到税号。税号一般是十八位数字和字母，也可以分几次说。",
    "order_number.missing": "抱歉，我没有听到订单号。订单号是{length}位数字，在确认短信或者邮件里可以找到。",
    "order_number.which_missing": "抱歉，我没听明白是哪一单。说订单号，或者说买的是什么都可以。",
    "order_number.any": (
        "先告诉我您任意一个订单号，核对之后就能查到最近的那一单。订单号是{length}位数字，在确认短信或者邮件里；"
        "没有的话，告诉我下单时留的邮箱或者手机号也可以。"
    ),
    "order_number.tracking": (
        "这像是快递单号，我是按订单号查的：订单号是{length}位数字，在确认短信或者邮件里。"
        "也可以告诉我下单时留的邮箱或者手机号。"
    ),
    "order_number.where": (
        "没关系。订单号是{length}位数字，在确认短信或者邮件里；"
        "找不到的话，告诉我下单时留的邮箱或者手机号，或者说“转人工”。"
    ),
    "count.range": "{least}到{most}",
    "count.words": "零 一 二 三 四 五 六 七 八 九 十 十一 十二",
    "order_status.identity_needed": "查订单之前，需要先核对一下您的身份。",
    "order_status.shop_down": "抱歉，订单系统暂时连不上，我不能随便猜您的订单情况。您可以找人工客服，或者稍后再试。",
    "order_status.placed": "您的订单{number}，{goods}，我们已经收到，正在等待付款。",
    "order_status.paid": "您的订单{number}，{goods}，已经付款，我们正在备货。",
    "order_status.packed": "您的订单{number}，{goods}，已经打包好，马上出库。",
    "order_status.shipped": "您的订单{number}，{goods}，已经发货，由{carrier}配送。",
    "order_status.out_for_delivery": "好消息，您的订单{number}，{goods}，{carrier}正在派送。",
    "order_status.delivered": "您的订单{number}，{goods}，{day}已经送达。",
    "order_status.delivered_undated": "您的订单{number}，{goods}，已经送达。",
    "order_status.cancelled": "您的订单{number}，{goods}，已经取消，不会再发货。",
    "order_status.returned": "您的订单{number}，{goods}，已经退回给我们，退货完成了。",
    "order_status.delayed": "很抱歉，您的订单{number}，{goods}，有延误。",
    "order_status.lost": "非常抱歉，您的订单{number}，{goods}，可能在路上丢失了。人工客服可以帮您处理。",
    "order_status.sent": "您的订单{number}，{goods}，已经寄出。有没有送到，系统里看不到。",
    "order_status.expected": "预计{day}送到。",
    "order_status.expected_now": "现在预计{day}送到。",
    "order_status.overdue": "原本应该{day}送到，抱歉晚了。",
    "order_status.unknown_carrier": "快递公司",
    "order_status.tracking": "快递单号：{tracking}。",
    "order_status.tracking_asked": "订单{number}的快递单号是{tracking}，承运的是{carrier}。",
    "order_status.no_tracking": "订单{number}还没有快递单号，交给快递的时候才有。",
    "order_status.return_open": "您的退货单{return_number}正在处理。",
    "start_return.identity_needed": "办理退货之前，需要先核对一下您的身份。",
    "start_return.shop_down": "抱歉，订单系统暂时连不上，不能确定退货有没有办好。请稍后再试，不会重复办理，也可以找人工客服。",
    "start_return.started": (
        "订单{number}，{goods}，退货已经办好了，退货单号是{return_number}。请把单号写在包裹上，最晚{day}寄出。"
    ),
    "start_return.already_started": (
        "订单{number}已经在退货了，退货单号是{return_number}。还没寄出的话，请把单号写在包裹上，交给任何一家快递就行。"
    ),
    "start_return.too_late": "抱歉，订单{number}的退货期限是{day}，已经过了，我不能直接办理。人工客服可以帮您看看。",
    "start_return.not_delivered": "订单{number}还没有送达，现在还不能办退货。收到以后再办就可以，也可以找人工客服。",
    "start_return.not_sent": "订单{number}，{goods}，还没有打包，不用退货，可以直接取消，钱会退回。",
    "start_return.over": "订单{number}已经{state}，不用再退货。",
    "start_return.not_returnable": "抱歉，订单{number}在这里不能退货，人工客服可以帮您看看。",
    "state.cancelled": "取消",
    "state.returned": "退货完成",
}
