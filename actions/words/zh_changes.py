"""The tasks' Chinese words about changing an order and about deliveries that went wrong; beside zh.py."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "any.identity_needed": "办理之前，需要先核对一下您的身份。",
    "any.not_found": "抱歉，在您名下没有找到这个订单，请您核对一下订单号。",
    "any.shop_down": "抱歉，订单系统暂时连不上，不能确定有没有办好。请稍后再试，不会重复办理，也可以找人工客服。",
    "any.needs_person": "这件事我在订单系统里办不了，需要人工客服帮您办理。",
    "list_orders.identity_needed": "查订单之前，需要先核对一下您的身份。",
    "list_orders.shop_down": "抱歉，订单系统暂时连不上，我不能随便猜您的订单情况。您可以找人工客服，或者稍后再试。",
    "list_orders.none": "在您名下没有找到订单。",
    "list_orders.one": "您的订单是这个：",
    "list_orders.listed": "您最近的订单是这些：",
    "list_orders.line": "{number}，{goods}，{state}。",
    "list_orders.afterwards": "订单{number}，等这一单办完接着办。",
    "list_orders.placed": "等待付款",
    "list_orders.paid": "正在备货",
    "list_orders.packed": "已经打包",
    "list_orders.shipped": "正在路上",
    "list_orders.out_for_delivery": "正在派送",
    "list_orders.delivered": "已经送达",
    "list_orders.cancelled": "已经取消",
    "list_orders.returned": "已经退货",
    "list_orders.delayed": "有延误",
    "list_orders.sent": "已经寄出",
    "list_orders.lost": "可能在路上丢失了",
    "cancel_order.part_only": "订单{number}可以只取消一部分商品。",
    "cancel_order.only": "只取消{goods}",
    "cancel_order.which_goods": "要取消的是哪一样：{names}？全部要取消的话，说“全部”就行。",
    "order_task.comma": "、",
    "order_task.or": "{first}，还是{second}",
    "start_return.only": "只退{goods}",
    "start_return.which_goods": "要退的是哪一样：{names}？全部要退的话，说“全部”就行。",
    "start_exchange.only": "只换{goods}",
    "start_exchange.which_goods": "要换的是哪一样：{names}？全部要换的话，说“全部”就行。",
    "order_task.noted": "记下了：{said}。",
    "start_return.sum": "您付了{amount}，我们收到退回的商品后，会原路退给您。",
    "order_task.other_next": "另一单等这一单办完接着办。",
    "order_task.one_only": "这次只办这一单，别的订单办完了再告诉我。",
    "order_task.placed": "订单{number}是{day}下的单。",
    "start_return.confirm": "{noted}我来为订单{number}，{goods}，办理退货，确定吗？",
    "start_exchange.wish": "您的要求记下了：{said}。",
    "start_exchange.confirm": "{noted}我来为订单{number}，{goods}，办理换货，确定吗？",
    "report_delivery_problem.money_noted": "记下了，您希望退款。登记以后由同事安排。",
    "start_exchange.pickup": "换货{number}的商品由您自己寄回。",
    "start_return.pickup": "退货{number}的商品由您自己寄回。",
    "start_exchange.started": (
        "订单{number}，{goods}，换货已经办好了，换货单号是{exchange_number}。请最晚{day}把商品寄回，收到后马上寄出新的。"
    ),
    "start_exchange.already_started": "订单{number}已经在换货了，换货单号是{exchange_number}。原来的还没寄回的话，请尽快寄出。",
    "start_return.exchange_open": "订单{number}已经在换货，换货单号是{exchange_number}，不能再办退货。人工客服可以改成退货。",
    "start_exchange.return_open": "订单{number}已经在退货，退货单号是{return_number}，不能再换货了。人工客服可以帮您看看。",
    "start_exchange.too_late": "抱歉，订单{number}的换货期限是{day}，已经过了，我不能直接办理。人工客服可以帮您看看。",
    "start_exchange.not_delivered": "订单{number}还没有送达，现在还不能换货，收到以后再办就可以。",
    "start_exchange.not_sent": "订单{number}，{goods}，还没有打包，不用换货，可以直接改商品。",
    "start_exchange.over": "订单{number}已经{state}，不用再换货。",
    "start_exchange.not_returnable": "抱歉，订单{number}在这里不能换货，人工客服可以帮您看看。",
    "cancel_order.confirm": "我来取消订单{number}，{goods}，{amount}，取消后不再发货。确定吗？",
    "cancel_order.cancelled": "订单{number}，{goods}，已经取消，不会发货，也没有扣款。",
    "cancel_order.cancelled_refund": "订单{number}，{goods}，已经取消。您付的{amount}预计{day}原路退回。",
    "cancel_order.cancelled_paid": "订单{number}，{goods}，已经取消。您付的钱由同事退回，登记号是{case_number}，最晚{day}。",
    "cancel_order.already_cancelled": "订单{number}，{goods}，之前已经取消了，您不用再做什么。",
    "cancel_order.too_late": "抱歉，订单{number}已经打包或者发出，不能取消了。您可以拒收，或者收到后办退货。",
    "cancel_order.returned": "订单{number}已经退回我们这里，不用取消了。",
    "cancel_order.delivered": "订单{number}已经送达，不能取消了，您可以办退货。",
    "change_address.confirm": "订单{number}，{goods}，改寄到：{address}。对吗？",
    "change_address.confirm_part": "订单{number}，{goods}，改寄到：{address}。地址完整吗？缺城市或者门牌号的话，请补充。",
    "order_task.what_is_wrong": "是哪里不对？请告诉我应该是什么。",
    "change_address.town": "请问是哪个城市的？要是地址已经完整，请再回答一次“是”。",
    "change_address.day": "哪天能到我没法保证，我只能帮您改地址。",
    "change_address.condition": "这个条件我没法保证，我只能帮您改地址。",
    "recipient.ask": "好的，地址不变。请告诉我新收货人的姓名和电话。",
    "recipient.by_person": "地址不变，只换收货人要请同事来改。请把姓名和电话告诉我，我一起转过去。",
    "recipient.noted": "换收货人要请同事来改，我先记下：{who}，地址不变。",
    "change_address.next": "另外的订单接着办，先说这一单。",
    "change_address.confirm_street": "订单{number}，{goods}，改寄到：{address}。还缺街道和门牌号，请补充。",
    "change_address.changed": "改好了，订单{number}，{goods}，会寄到：{address}。",
    "change_address.same": "订单{number}本来就寄到这个地址，不用改。",
    "change_address.address_needed": "抱歉，这个地址不完整，我没有做任何修改。",
    "change_address.delivered": "订单{number}已经送达，收货地址改不了了。要是送错了地方，人工客服可以帮您看看。",
    "change_address.too_late": "抱歉，订单{number}已经发出，我改不了收货地址了。人工客服可以帮您联系快递。",
    "change_address.over": "订单{number}不会再寄出，没有地址可以修改。",
    "tell_address.told": "订单{number}，{goods}，寄往：{address}。为了安全，门牌号我不念。已经寄出，要改地址得找同事。",
    "tell_address.told_open": "订单{number}，{goods}，寄往：{address}。为了安全，门牌号我不念。还没有寄出，地址还可以改。",
    "tell_address.told_delivered": "订单{number}，{goods}，寄到了：{address}。为了安全，门牌号我不念。",
    "tell_address.unknown": "订单{number}的地址我看不到，同事可以查。",
    "tell_address.over": "订单{number}已经不会再寄出了。",
    "change_items.confirm": "订单{number}，{goods}，我记下您的要求：{wish}。要转给仓库吗？",
    "change_items.noted": "已经转给仓库，登记号是{case_number}。订单{number}会先不发，最晚{day}给您答复。",
    "change_items.already_noted": "订单{number}的修改要求已经在仓库了，登记号是{case_number}。",
    "change_items.delivered": "订单{number}，{goods}，已经送达，不能再改了，可以换货。",
    "change_items.sent_back": "订单{number}，{goods}，已经送达，不能再去掉商品了，可以退货。",
    "change_items.over": "订单{number}已经不会再寄出了，商品也就没有什么可改的了。",
    "change_items.too_late": "抱歉，订单{number}已经打包或者发出，不能改商品了。不合适的您可以收到后退。",
    "report_delivery_problem.confirm_not_sent": "订单{number}，{goods}，已付款，还没有发货。要我请仓库尽快发出吗？",
    "report_delivery_problem.confirm_other": "订单{number}，{goods}，我记下的是：{said}。要转给同事处理吗？",
    "report_delivery_problem.opened_not_sent": (
        "已经转给仓库催发货，登记号是{case_number}。订单{number}能不能提前发出我不能保证，最晚{day}给您答复。"
    ),
    "report_delivery_problem.opened_other": (
        "非常抱歉。您说的已经照原话登记，订单{number}，登记号是{case_number}，同事会去核实，最晚{day}给您答复。"
    ),
    "note_delivery.confirm": "订单{number}，{goods}，我给配送留言：{note}。可以吗？",
    "note_delivery.confirm_carrier": "订单{number}，{goods}，已经在快递手里了。我可以请同事去问快递：{note}。要问吗？",
    "note_delivery.noted_here": (
        "留言记好了，订单{number}，登记号是{case_number}，会随包裹告诉快递。快递一般会照办，但我不能保证。"
    ),
    "note_delivery.noted_carrier": (
        "同事最晚{day}去问快递，订单{number}，登记号是{case_number}。包裹已经在路上，能不能改我不能保证。"
    ),
    "note_delivery.already_noted": "订单{number}已经有配送留言了，登记号是{case_number}，您说的我补上了。",
    "note_delivery.too_late": "订单{number}已经不在配送了，没法再给配送留言。",
    "report_delivery_problem.confirm_late": "要我帮您催一下订单{number}，{goods}，请快递核实吗？",
    "report_delivery_problem.confirm_lost": "要我把订单{number}，{goods}，登记为丢件，补发或者退款吗？",
    "report_delivery_problem.confirm_not_received": "订单{number}，{goods}，显示已经签收。要我登记您没有收到吗？",
    "report_delivery_problem.confirm_wrong_item": "要我登记订单{number}发错货了吗？",
    "report_delivery_problem.confirm_damaged": "要我登记订单{number}，{goods}，收到时是坏的吗？",
    "report_delivery_problem.confirm_incomplete": "要我登记订单{number}少发了东西吗？",
    "report_delivery_problem.opened_late": "订单{number}已经在催快递核实，登记号是{case_number}，最晚{day}给您答复。",
    "report_delivery_problem.opened_lost": "非常抱歉，订单{number}已登记为丢件，登记号是{case_number}，最晚{day}补发或者退款。",
    "report_delivery_problem.opened_not_received": (
        "非常抱歉，已经登记，登记号是{case_number}。快递要说明订单{number}放在了哪里，最晚{day}给您答复。您也可以先问问邻居和驿站。"
    ),
    "report_delivery_problem.opened_wrong_item": (
        "非常抱歉，订单{number}发错货已经登记，登记号是{case_number}，最晚{day}安排补发或者退款。收到的东西请先留着。"
    ),
    "report_delivery_problem.opened_damaged": (
        "非常抱歉，订单{number}商品损坏已经登记，登记号是{case_number}，最晚{day}安排补发或者退款。包裹请先原样留着。"
    ),
    "case_wish.money": "退款",
    "case_wish.goods": "补发新的",
    "report_delivery_problem.opened_wished": (
        "非常抱歉，已经登记，订单{number}，登记号是{case_number}，您要{wish}也记下了，最晚{day}给您答复。收到的东西请先留着。"
    ),
    "report_delivery_problem.opened_incomplete": (
        "非常抱歉，订单{number}少发已经登记，登记号是{case_number}，最晚{day}安排补发或者退款。"
    ),
    "report_delivery_problem.added": "已经补充到登记号{case_number}里了，订单{number}，同事正在处理，您不用再做什么。",
    "report_delivery_problem.already_open": "订单{number}的这个问题登记过了，登记号是{case_number}，正在处理。",
    "report_delivery_problem.confirm_said_to_be_there": (
        "我这边看订单{number}，{goods}，还在路上，预计{day}送到。如果您那边显示已经送达，我可以请快递核实。要核实吗？"
    ),
    "report_delivery_problem.on_time": "订单{number}，{goods}，目前看没有延误，预计{day}送到。",
    "report_delivery_problem.not_there_yet": (
        "订单{number}，{goods}，目前看还在路上，预计{day}送到。如果您已经收到包裹，人工客服可以帮您核实。"
    ),
    "report_delivery_problem.over": "订单{number}没有在配送。",
    "report_delivery_problem.cancelled": "订单{number}已经取消，没有在配送。",
    "report_delivery_problem.returned": "订单{number}已经退回给我们，没有在配送。",
    "report_delivery_problem.placed": "订单{number}还没有付款，所以没有发货。",
}
