"""Self-service tasks: facts in, outcome and words out. The bot and the menus run the same ones; imports nothing of ours."""

from collections.abc import Mapping
from types import MappingProxyType

from actions.account_help import AccountHelp
from actions.answer_question import AnswerQuestion
from actions.cancel_order import CancelOrder
from actions.case_status import CaseStatus
from actions.change_address import ChangeAddress
from actions.change_items import ChangeItems
from actions.check_payment import CheckPayment
from actions.choose_order import ChooseOrder
from actions.claim_price_protection import ClaimPriceProtection
from actions.file_complaint import FileComplaint, ReportFraud
from actions.list_orders import ListOrders
from actions.note_delivery import NoteDelivery
from actions.order_status import OrderStatus
from actions.refund_status import RefundStatus
from actions.report_delivery_problem import ReportDeliveryProblem
from actions.request_invoice import RequestInvoice
from actions.request_refund import RequestRefund
from actions.shop import Customer, Locale, Name, Order, OrderLine, OrderState, Return, Shop, ShopCannot, ShopDown, Tier
from actions.start_exchange import StartExchange
from actions.start_return import StartReturn
from actions.task import Facts, Medium, Task, TaskResult
from actions.tell_address import TellAddress
from actions.verify_contact import VerifyContact
from actions.verify_identity import VerifyIdentity

_ALL: tuple[Task, ...] = (
    VerifyIdentity(),
    VerifyContact(),
    OrderStatus(),
    ListOrders(),
    ChooseOrder(),
    ReportDeliveryProblem(),
    CancelOrder(),
    ChangeAddress(),
    ChangeItems(),
    TellAddress(),
    NoteDelivery(),
    StartReturn(),
    StartExchange(),
    RequestRefund(),
    RefundStatus(),
    CheckPayment(),
    RequestInvoice(),
    ClaimPriceProtection(),
    AccountHelp(),
    AnswerQuestion(),
    FileComplaint(),
    ReportFraud(),
    CaseStatus(),
)
TASKS: Mapping[str, Task] = MappingProxyType({task.name: task for task in _ALL})

__all__ = [
    "TASKS",
    "Customer",
    "Facts",
    "Locale",
    "Medium",
    "Name",
    "Order",
    "OrderLine",
    "OrderState",
    "Return",
    "Shop",
    "ShopCannot",
    "ShopDown",
    "Task",
    "TaskResult",
    "Tier",
]
