"""How far something is that people of the shop look into, by its number ("C100001"). What came of it they tell themselves."""

from dataclasses import replace

from actions.shop import KeptCase, Locale, Shop, ShopCannot, ShopDown
from actions.task import Facts, Medium, TaskResult
from actions.words import WORDS, by_day, number, result


class CaseStatus:
    """Needs `customer_id` (a verified one) and `case_number`. Somebody else's case is found no more than one there is not."""

    name = "case_status"
    needs = ("customer_id", "case_number")
    may_use: tuple[str, ...] = ()
    outcomes = ("being_looked_into", "not_found", "identity_needed", "needs_person", "shop_down")

    async def run(self, facts: Facts, shop: Shop, locale: Locale, medium: Medium) -> TaskResult:
        customer, wanted = facts.get("customer_id", ""), facts.get("case_number", "").upper()
        if not customer:
            return result(self.name, "identity_needed", locale)
        try:
            case = await shop.cases.case_of(customer, wanted)
        except ShopCannot:
            return result(self.name, "needs_person", locale)
        except (ShopDown, OSError):
            return result(self.name, "shop_down", locale)
        if case is None and not wanted:
            return result(self.name, "not_found", locale, "case_status.which")
        if case is None:
            return result(self.name, "not_found", locale, case_number=number(wanted))
        return self._told(case, locale)

    def _told(self, case: KeptCase, locale: Locale) -> TaskResult:
        said = result(
            self.name,
            "being_looked_into",
            locale,
            "case_status.of_order" if case.order_number else "case_status.of_none",
            case_number=number(case.number),
            number=number(case.order_number),
            kind=WORDS[locale][f"case_kind.{case.kind}"],
            day=by_day(case.opened_on, case.as_of, locale),
        )
        facts = {"case_number": case.number, "order_number": case.order_number}
        return replace(said, facts={name: value for name, value in facts.items() if value})
