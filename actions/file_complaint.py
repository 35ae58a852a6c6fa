"""Take a complaint or a theft down, with the customer's words and a number. A person deals with it first of all; the tasks only
write."""

from dataclasses import replace

from actions.owned import LAST
from actions.reading.numbers import digits_in
from actions.shop import CaseKind, CaseWish, Locale, Shop, ShopCannot, ShopDown
from actions.task import Facts, Medium, TaskResult
from actions.words import number, result


class FileComplaint:
    """Needs `details`: what the customer said. Who is not known may complain, too. `case_number`: what was opened before in the
    same talk, to which it is added."""

    name = "file_complaint"
    kind: CaseKind = "complaint"
    needs = ("details",)
    may_use = ("customer_id", "order_number", "case_number")
    outcomes = ("taken", "shop_down", "needs_person")

    async def run(self, facts: Facts, shop: Shop, locale: Locale, medium: Medium) -> TaskResult:
        customer, order = facts.get("customer_id", ""), facts.get("order_number", "")
        wish = CaseWish(
            kind=self.kind,
            customer_id=customer,
            order_number=digits_in(order) if customer and order != LAST else "",
            details=facts.get("details", "").strip()[:1000],
            beside=facts.get("case_number", ""),
        )
        try:
            case = await shop.cases.open_case(wish)
        except ShopCannot:
            return result(self.name, "needs_person", locale)
        except (ShopDown, OSError):
            return result(self.name, "shop_down", locale)
        key = f"{self.name}.{'taken' if case.new else 'added'}"
        said = result(self.name, "taken", locale, key, case_number=number(case.number))
        return replace(
            said,
            facts={"case_number": case.number} | ({"order_number": case.order_number} if case.order_number else {}),
        )


class ReportFraud(FileComplaint):
    """A charge, an order or a use of the account that was somebody else's doing."""

    name = "report_fraud"
    kind = "fraud"
