"""The people and orders of a simulated shop: made by arithmetic, as many as wanted. The numbers they ring from are nobody's."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from actions import Customer, Order, Shop, Tier

TIERS: tuple[Tier, ...] = (*("standard",) * 3, "silver", *("standard",) * 3, "gold", *("standard",) * 3, "silver")
FAMILY = ("Adler", "Brook", "Castle", "Dale", "Ember", "Forest", "Glen", "Harper", "Irwin", "Jasper", "Keane")
GIVEN = ("Ann", "Ben", "Cora", "Dan", "Eva", "Finn", "Gwen", "Hal", "Iris", "Jack", "Kim", "Leo", "Mia", "Ned", "Ola")
FAMILY_ZH = "陈李王张刘赵孙周吴林徐马朱"
REGIONS: Mapping[str, tuple[str, ...]] = {"zh": ("CN", "CN", "CN", "HK", "SG"), "en": ("US", "US", "GB", "GB", "SG")}
GIVEN_ZH = ("思远", "静怡", "子涵", "雅文", "浩然", "晓彤", "美琪", "俊杰", "佳宁", "文博")


@dataclass(frozen=True, slots=True)
class Day:
    """The shop of one day, and whose order is whose."""

    shop: Shop
    orders: Sequence[Order]
    customers: Mapping[str, Customer]


Open = Callable[[date, Callable[[], float]], Day]  # opens the shop of a day, with the clock it goes by


def made_customers(count: int, chinese: float) -> tuple[Customer, ...]:
    """Customers of both languages, `chinese` of them Chinese."""
    return tuple(_customer(i, zh=(i * 0.618033988) % 1.0 < chinese) for i in range(1, count + 1))


def region_of(customer: Customer) -> str:
    """The country a customer rings from (ISO 3166), though their number is of none."""
    regions = REGIONS[customer.lang]
    return regions[int(customer.id[1:]) // 7 % len(regions)]


def _customer(i: int, *, zh: bool) -> Customer:
    last = (i * 7919) % 10_000
    name = (
        FAMILY_ZH[i % len(FAMILY_ZH)] + GIVEN_ZH[i // 13 % len(GIVEN_ZH)]
        if zh
        else f"{GIVEN[i % len(GIVEN)]} {FAMILY[i // 17 % len(FAMILY)]}"
    )
    number = f"+999{i:06d}{last:04d}"  # no country has the code 999
    return Customer(id=f"M{i:05d}", name=name, phone=number, tier=TIERS[i % len(TIERS)], lang="zh" if zh else "en")
