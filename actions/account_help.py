"""Help with an account that is safe to give: how to, and a link to the customer's own address. Never a password, never a code."""

from actions.shop import Locale, Shop, ShopCannot, ShopDown
from actions.task import Facts, Medium, TaskResult
from actions.words import result

TOPICS = ("password", "profile", "create", "close", "blocked", "stolen")
BY_PERSON = ("close", "blocked", "stolen")
LINKED = ("password", "profile")  # for which there is a page to be sent to


class AccountHelp:
    """Uses `customer_id` (a verified one gets a link) and `account_topic`, one of TOPICS.

    Nothing is told or sent by an address (`email`) that was only named.
    """

    name = "account_help"
    needs: tuple[str, ...] = ()
    may_use = ("customer_id", "account_topic", "email")
    outcomes = ("link_sent", "told", "needs_person", "shop_down")

    async def run(self, facts: Facts, shop: Shop, locale: Locale, medium: Medium) -> TaskResult:
        topic = facts.get("account_topic", "")
        if topic in BY_PERSON:
            return result(self.name, "needs_person", locale, f"account_help.{topic}")
        if facts.get("email") and topic in ("", "password"):
            return result(self.name, "told", locale, "account_help.address")
        if topic not in LINKED or not facts.get("customer_id"):
            return result(self.name, "told", locale, f"account_help.{topic}" if topic in TOPICS else None)
        try:
            address = await shop.cases.send_link(facts["customer_id"], topic)
        except ShopCannot:
            return result(self.name, "told", locale, f"account_help.{topic}")
        except (ShopDown, OSError):
            return result(self.name, "shop_down", locale)
        return result(self.name, "link_sent", locale, address=address)
