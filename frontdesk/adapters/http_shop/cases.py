"""Cases of a shop behind HTTP: people's cases are kept with us, links to customers are sent by the shop."""

from actions.shop import Case, Cases, CaseWish, KeptCase
from frontdesk.adapters.http_shop.shop import HttpShop


class HttpCases:
    """Keeps the Cases port's promises. `ours` keeps the cases."""

    def __init__(self, shop: HttpShop, ours: Cases) -> None:
        self._shop, self._ours = shop, ours

    async def open_case(self, wish: CaseWish) -> Case:
        return await self._ours.open_case(wish)

    async def case_of(self, customer: str, number: str) -> KeptCase | None:
        return await self._ours.case_of(customer, number)

    async def send_link(self, customer: str, about: str) -> str:
        return await self._shop.send_link(customer, about)
