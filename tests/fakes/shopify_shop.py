"""Shopify behind HTTP, made by hand to its documented GraphQL Admin API, over a shop in memory."""

import re
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from actions import Order
from actions.reading.contacts import Contact
from frontdesk.adapters.demo_shop import demo_customers
from frontdesk.adapters.memory_shop import MemoryShop
from tests.fakes.http_shops import KEY, FakeShop, customer_numbered, goods_of


class ShopifyShop(FakeShop):
    """Shopify's GraphQL Admin API, as far as the mapping asks. A cancellation is done two questions later, as theirs is."""

    FULFILMENT: Mapping[str, str] = {
        "shipped": "IN_TRANSIT", "out_for_delivery": "OUT_FOR_DELIVERY", "delivered": "DELIVERED", "delayed": "DELAYED",
        "lost": "NOT_DELIVERED",
    }  # fmt: skip

    def __init__(self, world: MemoryShop) -> None:
        super().__init__(world)
        self._cancelling: list[tuple[str, int]] = []

    def known(self, request: web.Request) -> bool:
        return request.headers.get("X-Shopify-Access-Token") == KEY

    def routes(self, router: web.UrlDispatcher) -> None:
        router.add_post("/admin/api/2026-07/graphql.json", self._graphql)

    async def _graphql(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        query, given = body["query"], body.get("variables", {})
        if query.count("{") != query.count("}"):
            return web.json_response({"errors": [{"message": "Parse error"}]})
        await self._later()
        what = re.search(r"\{\s*(\w+)", query)
        answer = getattr(self, f"_{what[1]}", None) if what else None
        if answer is None:
            return web.json_response({"errors": [{"message": "Field doesn't exist"}]})
        return web.json_response({"data": {what[1]: await answer(query, given)}}) if what else web.Response(status=400)

    async def _later(self) -> None:
        waiting, self._cancelling = self._cancelling, []
        for number, questions in waiting:
            if questions:
                self._cancelling.append((number, questions - 1))
            else:
                await self.world.cancel(number)

    async def _orders(self, query: str, given: Mapping[str, Any]) -> Any:
        first, (name, _, value) = re.search(r"first: (\d+)", query), given["q"].partition(":")
        assert first
        if name == "name":
            order = await self.world.order(value.removeprefix("#"))
            return {"nodes": [self._told(order)] if order else []}
        if name == "email":
            found = await self.world.orders_by(Contact("email", value.strip('"').lower()), int(first[1]))
            return {"nodes": [await self._with_customer(order) for order in found]}
        assert name == "customer_id"
        found = await self.world.orders_of(customer_numbered(value), int(first[1]))
        return {"nodes": [self._told(order) for order in found]}

    async def _customer(self, query: str, given: Mapping[str, Any]) -> Any:
        customer = await self.world.customer(customer_numbered(given["id"].rsplit("/", 1)[1]))
        if customer is None:
            return None
        told = {
            "firstName": customer.name,
            "locale": customer.lang,
            "defaultPhoneNumber": {"phoneNumber": customer.phone},
        }
        return {**told, "defaultEmailAddress": {"emailAddress": customer.email} if customer.email else None}

    async def _customers(self, query: str, given: Mapping[str, Any]) -> Any:
        """Accounts whose number has the digits in it: theirs finds what looks alike."""
        name, _, value = given["q"].partition(":")
        assert name == "phone"
        digits, most = value.strip('"+'), re.search(r"orders\(first: (\d+)", query)
        assert most
        people = [c for c in demo_customers() if digits in c.phone][: given["few"]]
        found = [await self.world.orders_of(c.id, int(most[1])) for c in people]
        return {"nodes": [{"orders": {"nodes": [await self._with_customer(o) for o in orders]}} for orders in found]}

    async def _with_customer(self, order: Order) -> Any:
        told, customer = self._told(order), await self.world.customer(order.customer_id)
        assert customer is not None
        reached = {
            "defaultPhoneNumber": {"phoneNumber": customer.phone},
            "defaultEmailAddress": {"emailAddress": customer.email},
        }
        return {**told, "customer": {**told["customer"], **reached}}

    async def _orderCancel(self, query: str, given: Mapping[str, Any]) -> Any:  # noqa: N802  # theirs
        number = given["id"].rsplit("/", 1)[1]
        order = await self.world.order(number)
        if order is None or order.state not in ("placed", "paid"):
            return {"job": None, "orderCancelUserErrors": [{"message": "Cannot be cancelled"}]}
        self._cancelling.append((number, 1))
        return {"job": {"id": "gid://shopify/Job/1"}, "orderCancelUserErrors": []}

    async def _orderUpdate(self, query: str, given: Mapping[str, Any]) -> Any:  # noqa: N802  # theirs
        wish = given["input"]
        await self.world.readdress(wish["id"].rsplit("/", 1)[1], wish["shippingAddress"]["address1"])
        return {"order": {"id": wish["id"]}, "userErrors": []}

    async def _order(self, query: str, given: Mapping[str, Any]) -> Any:
        number = given["id"].rsplit("/", 1)[1]
        if "transactions(first: 50)" in query:
            return {"transactions": [*self._sales(number)]}
        refund = await self.world.refund(number)
        if refund is None:
            return {"refunds": []}
        status = {"paid": "SUCCESS", "refused": "FAILURE"}.get(refund.state, "PENDING")
        done = {"status": status, "processedAt": f"{refund.paid_on}T10:00:00Z" if refund.paid_on else None}
        told = {"id": refund.number, "createdAt": f"{refund.requested_on}T10:00:00Z"}
        return {"refunds": [{**told, "totalRefundedSet": _money(refund.amount), "transactions": {"nodes": [done]}}]}

    def _sales(self, number: str) -> Any:
        for payment in (p for p in self.world.paid if p.order_number == number):
            told = {"status": "SUCCESS", "gateway": "shopify_payments", "amountSet": _money(payment.amount)}
            when = {"processedAt": f"{payment.paid_on}T10:00:00Z"}
            yield {**told, **when, "id": f"{payment.id}-a", "kind": "AUTHORIZATION"}
            yield {**told, **when, "id": payment.id, "kind": "CAPTURE"}

    async def _productVariants(self, query: str, given: Mapping[str, Any]) -> Any:  # noqa: N802  # theirs
        wanted = given["q"].removeprefix("sku:") if given else None
        goods = [p for p in await goods_of(self.world) if wanted in (None, p.sku)]
        return {
            "nodes": [
                {
                    "sku": p.sku,
                    "price": f"{p.price / 100:.2f}",
                    "inventoryQuantity": p.stock,
                    "product": {"title": p.name.en},
                }
                for p in goods
            ]
        }

    def _told(self, order: Order) -> Any:
        display = self.FULFILMENT.get(order.state)
        tracking = [{"number": order.tracking, "company": order.carrier.en if order.carrier else None}]
        sent = [{"displayStatus": display, "trackingInfo": tracking if order.tracking else []}] if display else []
        for one in sent:
            one["deliveredAt"] = f"{order.delivered_on}T10:00:00Z" if order.delivered_on else None
            one["estimatedDeliveryAt"] = f"{order.expected_on}T10:00:00Z" if order.expected_on else None
        return {
            "id": f"gid://shopify/Order/{order.number}",
            "name": f"#{order.number}",
            "createdAt": f"{order.placed_on}T10:00:00Z",
            "cancelledAt": f"{order.as_of}T10:00:00Z" if order.state == "cancelled" else None,
            "phone": order.phone,
            "email": None,
            "currencyCode": order.currency,
            "displayFinancialStatus": {"placed": "PENDING", "returned": "REFUNDED"}.get(order.state, "PAID"),
            "displayFulfillmentStatus": "FULFILLED"
            if sent
            else "IN_PROGRESS"
            if order.state == "packed"
            else "UNFULFILLED",
            "customer": {"legacyResourceId": str(int(order.customer_id[1:])), "defaultPhoneNumber": None},
            "shippingAddress": {"address1": order.address, "phone": None},
            "fulfillments": sent,
            "lineItems": {
                "nodes": [
                    {"sku": o.sku, "title": o.name.en, "quantity": o.quantity, "originalUnitPriceSet": _money(o.price)}
                    for o in order.lines
                ]
            },
        }


def _money(cents: int) -> Any:
    return {"shopMoney": {"amount": f"{cents / 100:.2f}", "currencyCode": "USD"}}
