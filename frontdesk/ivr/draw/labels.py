"""What the lines of the picture are called, in both languages, by the codes that authors write. An author's own code stays."""

from collections.abc import Mapping
from types import MappingProxyType

Words = Mapping[str, tuple[str, str]]  # by code: English, Chinese

WAYS: Words = MappingProxyType(
    {
        "open": ("open", "工作时间内"),
        "closed": ("closed", "非工作时间"),
        "then": ("if so", "符合"),
        "otherwise": ("otherwise", "其他情况"),
        "lost": ("does not know it", "客户不清楚"),
        "no_number": ("no number known", "没有号码"),
        "not_sent": ("could not be sent", "未能发送"),
        "failed": ("failed", "失败"),
        "late": ("took too long", "超时"),
    }
)
KNOWN: Words = MappingProxyType(
    {
        "identity_verified": ("if the identity is verified", "身份已核实"),
        "language_settled": ("if the language is known", "语言已确定"),
    }
)
OUTCOMES: Words = MappingProxyType(
    {
        "verified": ("verified", "已核实"),
        "mismatch": ("did not match", "不匹配"),
        "locked": ("locked", "已锁定"),
        "shop_down": ("shop system did not answer", "商城系统无响应"),
        "found": ("found", "已查到"),
        "not_found": ("not found", "未查到"),
        "identity_needed": ("identity needed", "需先核实身份"),
        "started": ("started", "已办理"),
        "already_started": ("was already started", "此前已办理"),
        "not_returnable": ("cannot be returned", "不可退货"),
        "needs_person": ("needs a person", "需人工办理"),
        "cancelled": ("cancelled", "已取消"),
        "already_cancelled": ("was already cancelled", "此前已取消"),
        "delivered": ("was delivered already", "已经送达"),
        "too_late": ("too late", "已来不及"),
        "changed": ("changed", "已修改"),
        "same": ("no change needed", "无需修改"),
        "address_needed": ("address needed", "需提供地址"),
        "noted": ("noted", "已登记"),
        "already_noted": ("was already noted", "此前已登记"),
        "charged_once": ("charged once", "只扣款一次"),
        "charged_twice": ("charged twice", "重复扣款"),
        "refused": ("refused", "被拒绝"),
        "pending": ("pending", "处理中"),
        "given_back": ("given back", "已退回"),
        "refund_told": ("refund told", "已告知退款"),
        "not_charged": ("not charged", "未扣款"),
        "claimed": ("claimed", "已申请"),
        "already_claimed": ("was already claimed", "此前已申请"),
        "not_cheaper": ("not cheaper", "并未降价"),
        "not_covered": ("not covered", "不在价保范围"),
        "taken": ("taken down", "已记录"),
        "being_looked_into": ("being looked into", "处理中"),
        "listed": ("listed", "已列出"),
        "none": ("none", "没有"),
        "one": ("just one", "只有一个"),
        "several": ("several", "不止一个"),
        "which": ("which one is asked", "询问是哪一个"),
        "told": ("told", "已告知"),
        "return_on_its_way": ("return is on its way", "退货在途"),
        "case_opened": ("case opened", "已登记"),
        "already_open": ("was already open", "此前已登记"),
        "on_time": ("is on time", "仍在时限内"),
        "not_there_yet": ("not there yet", "尚未送达"),
        "over": ("is over", "已结束"),
        "issued": ("issued", "已开具"),
        "requested": ("requested", "已申请"),
        "sent_again": ("sent again", "已重发"),
        "corrected": ("corrected", "已更正"),
        "not_paid": ("not paid", "未付款"),
        "title_needed": ("title needed", "需提供抬头"),
        "bad_tax_number": ("tax number is wrong", "税号有误"),
        "no_email": ("no e-mail address", "没有邮箱"),
        "already_requested": ("was already requested", "此前已申请"),
        "return_first": ("return it first", "需先退货"),
        "cancel_first": ("cancel it first", "需先取消"),
        "on_its_way": ("is on its way", "在途"),
        "return_open": ("a return is open", "已有退货"),
        "not_exchangeable": ("cannot be exchanged", "不可换货"),
        "link_sent": ("link sent", "已发送链接"),
        "answered": ("answered", "已解答"),
        "unknown": ("not known", "没有答案"),
    }
)
TASKS: Words = MappingProxyType(
    {
        "verify_identity": ("Identity check", "身份核实"),
        "verify_contact": ("Identity check by contact", "凭联系方式核实身份"),
        "order_status": ("Order status", "订单查询"),
        "start_return": ("Return request", "退货申请"),
        "list_orders": ("List of orders", "订单列表"),
        "choose_order": ("Which order", "选择订单"),
        "report_delivery_problem": ("Delivery problem", "配送问题登记"),
        "cancel_order": ("Cancel an order", "取消订单"),
        "change_address": ("Change the address", "修改地址"),
        "change_items": ("Change the items", "修改商品"),
        "start_exchange": ("Exchange", "换货申请"),
        "request_refund": ("Refund request", "退款申请"),
        "refund_status": ("Refund status", "退款进度"),
        "check_payment": ("Check a payment", "付款核对"),
        "request_invoice": ("Invoice", "开发票"),
        "claim_price_protection": ("Price protection", "价保申请"),
        "account_help": ("Account help", "账号帮助"),
        "answer_question": ("Question answered", "问题解答"),
        "file_complaint": ("Complaint", "投诉登记"),
        "report_fraud": ("Card or account misused", "盗刷盗号登记"),
        "case_status": ("Status of a case", "登记进度"),
        "tell_address": ("Delivery address", "收货地址"),
        "note_delivery": ("Note for the delivery", "配送留言"),
    }
)


def called(code: str, lang: str) -> str:
    """A way by its name: `closed` → "非工作时间". What nobody named but its author is readable: `gift_card` → "gift card"."""
    for words in (WAYS, OUTCOMES, TASKS):
        if code in words:
            return words[code][lang == "zh"]
    return code.replace("_", " ")


def passed(known: str, lang: str) -> str:
    """Why a node is passed by: what of it is known already."""
    if known in KNOWN:
        return ("skipped ", "跳过：")[lang == "zh"] + KNOWN[known][lang == "zh"]
    plain = known.replace("_", " ")
    return f"跳过：已知 {plain}" if lang == "zh" else f"skipped if {plain} is known"
