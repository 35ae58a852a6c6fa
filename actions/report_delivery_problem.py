"""A delivery went wrong: late, lost, wrong, damaged, incomplete, said to be there and is not, or as the customer puts it. Opens
a case; of an order that has not been sent, with the warehouse."""

from typing import cast

from actions.meaning.broken_later import broke_in_use
from actions.meaning.kinds import wished
from actions.order import Order
from actions.order_task import Asked, Change, learnt, promised
from actions.shop import CaseKind, CaseWish
from actions.task import TaskResult
from actions.words import WORDS, by_day, number

ISSUES = ("late", "lost", "not_received", "wrong_item", "damaged", "incomplete", "not_sent", "other")
_AT_HAND = frozenset({"wrong_item", "damaged", "incomplete"})  # only who has the parcel can tell
_WAITING = frozenset({"paid", "packed"})
_MOVING = frozenset({"paid", "packed", "shipped", "out_for_delivery", "delayed"})
_UNDER_WAY = frozenset({"shipped", "out_for_delivery"})
PROMISED_DAYS = 2  # working days until somebody has looked into it


class ReportDeliveryProblem(Change):
    """Needs `issue`, one of ISSUES; uses `details`, the customer's own words."""

    name = "report_delivery_problem"
    needs = ("customer_id", "order_number", "issue")
    may_use = ("details",)
    own = ("case_opened", "already_open", "on_time", "not_there_yet", "over")

    async def weigh(self, order: Order, asked: Asked) -> TaskResult | None:
        """What the shop's own data answer already: it is not late, or it has not been delivered."""
        if order.state in ("cancelled", "returned", "placed"):
            return self.say("over", order, asked, order.state)
        issue = _issue(asked, order)
        if issue in _AT_HAND and order.state in _MOVING:
            return self.say("not_there_yet", order, asked, **_expected(order, asked))
        if _said_to_be_there(asked, order):
            return None
        in_time = order.expected_on is not None and order.expected_on >= order.as_of and order.state != "delayed"
        if issue in ("late", "lost") and order.state in _MOVING and in_time:
            return self.say("on_time", order, asked, **_expected(order, asked))
        return None

    async def question(self, order: Order, asked: Asked) -> TaskResult:
        if _said_to_be_there(asked, order):
            return self.say("confirm", order, asked, "confirm_said_to_be_there", **_expected(order, asked))
        said = "used" if _in_use(asked) else _issue(asked, order)
        return self.say("confirm", order, asked, f"confirm_{said}", said=asked.fact("details").rstrip(" .。"))

    async def do(self, order: Order, asked: Asked) -> TaskResult:
        issue = _issue(asked, order)
        case = await asked.shop.cases.open_case(
            CaseWish(
                kind=issue, customer_id=order.customer_id, order_number=order.number, details=asked.fact("details")
            )
        )
        known = "added" if asked.fact("details") else None
        said = self.say(
            "case_opened" if case.new else "already_open",
            order,
            asked,
            _opened(issue, asked) if case.new else known,
            wish=WORDS[asked.locale].get(f"case_wish.{wished(asked.fact('details'))}", ""),
            case_number=number(case.number),
            day=promised(order, PROMISED_DAYS, asked.locale),
        )
        return learnt(said, case_number=case.number, issue=issue)


def _opened(issue: CaseKind, asked: Asked) -> str:
    """Who said which they want, a new piece or the money, is not told that it may be either. Of what broke in use a colleague
    decides what becomes."""
    if _in_use(asked):
        return "opened_other"
    return "opened_wished" if issue in _AT_HAND and wished(asked.fact("details")) else f"opened_{issue}"


def _in_use(asked: Asked) -> bool:
    return asked.facts.get("issue") == "damaged" and broke_in_use(asked.fact("details"))


def _said_to_be_there(asked: Asked, order: Order) -> bool:
    """Whether the customer misses what is on its way by our own books: they may have been told that it is there."""
    return asked.facts.get("issue") == "not_received" and order.state in _UNDER_WAY


def _issue(asked: Asked, order: Order) -> CaseKind:
    """What is wrong. "Late" of an order that has not been sent is for the warehouse, not the carrier;
    "late" or "lost" of one marked as delivered means that it is not there."""
    issue = asked.facts.get("issue", "")
    if issue not in ISSUES:
        issue = "late"
    if issue == "other":
        return "other"
    if issue in ("late", "not_sent"):
        issue = "not_sent" if order.state in _WAITING else "late"
    if issue in ("late", "lost") and order.state == "delivered":
        return "not_received"
    if issue == "not_received" and order.state not in ("delivered", "sent"):
        issue = "late"
    return "lost" if order.state == "lost" and issue not in _AT_HAND else cast("CaseKind", issue)


def _expected(order: Order, asked: Asked) -> dict[str, str]:
    return {"day": by_day(order.expected_on or order.as_of, order.as_of, asked.locale)}
