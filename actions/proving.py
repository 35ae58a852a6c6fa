"""What every proof of identity shares: tries that are counted before anything is compared, and what the right one learns."""

from dataclasses import replace

from actions.shop import Customer, Locale, Shop
from actions.task import TaskResult
from actions.words import result

TRIES = 5  # per order, and per address or phone number
TRIES_OF_ACCOUNT = 8  # over all orders and contacts of one account
TRIES_OF_CALLER = 8  # over all orders, contacts and calls of one number, or of one chat; right ones given back
FORGOTTEN_AFTER_S = 3600.0
NOBODY = "-"
_LONGEST_CALLER = 40


def counted(about: str, caller: str) -> list[tuple[str, int]]:
    """What a proof about something counts: it and who asks. `caller` is a digest, and may be unknown."""
    known = caller.strip()[:_LONGEST_CALLER]
    return [(about, TRIES), *([(f"caller:{known}", TRIES_OF_CALLER)] if known else [])]


async def take(shop: Shop, tries: list[tuple[str, int]]) -> bool:
    """One try of each; a refused one leaves those before it used up, which errs on the safe side."""
    for about, limit in tries:
        if not await shop.tries.take_try(about, limit=limit, within_s=FORGOTTEN_AFTER_S):
            return False
    return True


async def give_back(shop: Shop, tries: list[tuple[str, int]]) -> None:
    """The right one: all the tries are forgotten."""
    for about, _ in tries:
        await shop.tries.forget_tries(about)


def verified(task: str, customer_id: str, customer: Customer | None, locale: Locale, **facts: str) -> TaskResult:
    """Who it is, as words and facts; `facts` are more of them."""
    name = customer.name if customer else ""
    key = "verify_identity.verified" if name else "verify_identity.verified_nameless"
    known = {
        "customer_id": customer_id,
        "customer_name": name,
        "customer_tier": customer.tier if customer else "standard",
        **facts,
    }
    answer = result(task, "verified", locale, key, name=name)
    return replace(answer, facts={fact: value for fact, value in known.items() if value})
