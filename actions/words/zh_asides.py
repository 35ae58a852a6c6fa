"""Chinese words about the bot's own questions: why each is put, in a sentence that is true. Knows no task."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "why.order_number": "有了订单号，我才能找到您这一单，不会查到别人的。",
    "why.choosing": "您有好几单，我怕弄错是哪一单。",
    "why.last4": "这是为了保护您的订单，报得出订单号和下单手机尾号，我才能说订单的情况。",
    "why.contact": "没有订单号的话，我就靠它来找您的订单。",
    "why.proof": "这能说明订单是您的，我不会留存。",
    "why.email": "发票要发到这个邮箱。",
    "why.new_address": "这样包裹才能送对地方。改之前我会先念给您确认。",
    "why.issue": "处理的同事要知道出了什么事，简单说几句就行。",
    "why.wish": "仓库是按您说的来配货的，说清楚才不会又不合适。",
    "why.invoice_kind": "这决定发票写谁的名字，要不要税号。",
    "why.invoice_title": "发票上要写这个名称。",
    "why.tax_number": "公司发票上要有公司的税号，公司才能入账报销。开个人发票不需要税号。",
    "why.delivery_note": "送货的人会按这个留言来送。",
    "why.change_kind": "改的东西不同，办法也不同，所以要先问清楚。",
    "why.return_reason": "原因可以不说，说了我会一并记下。",
    "why.confirmed": "改动订单之前我都会先跟您确认一遍，免得弄错。",
    "why.account_topic": "知道是哪方面的问题，我才好告诉您怎么办。",
    "address.first_prove": "核对好是您的订单，我马上告诉您地址。",
    "report_delivery_problem.confirm_used": "要我登记订单{number}，{goods}，收到时是好的，用了以后坏了吗？",
    "phone.wish": "改收货电话",
    "phone.by_person": "收货电话我自己改不了，同事可以改。",
    "phone.ask": "您可以先把新号码告诉我，我一并转达。",
    "phone.noted": "新的收货电话{phone}我记下了。我自己改不了，会转告同事来改。",
}
