"""Shops behind HTTP, made by hand to their documented interfaces, over a shop in memory: our plain one and WooCommerce's."""

import base64
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, is_dataclass
from datetime import date
from typing import Any

from aiohttp import web

from actions import Order
from actions.money import InvoiceWish
from actions.order import Product
from actions.reading.contacts import Contact
from frontdesk.adapters.memory_shop import MemoryShop

KEY, SECRET = "ck_test", "cs_test"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class FakeShop:
    """What the three have in common: who may ask, what was asked, and troubles made on purpose."""

    def __init__(self, world: MemoryShop) -> None:
        self.world = world
        self.asked: list[tuple[str, str]] = []
        self.keys: list[str] = []
        self.named: list[str] = []  # GraphQL's fields
        self.troubles: list[Handler] = []  # for the next requests, whatever they are
        self.after: dict[str, list[Handler]] = {}  # for the next requests of a method or a GraphQL field

    def app(self) -> web.Application:
        made = web.Application(middlewares=[self._guard])
        self.routes(made.router)
        return made

    def routes(self, router: web.UrlDispatcher) -> None:
        raise NotImplementedError

    def known(self, request: web.Request) -> bool:
        raise NotImplementedError

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        self.asked.append((request.method, request.path_qs))
        if "Idempotency-Key" in request.headers:
            self.keys.append(request.headers["Idempotency-Key"])
        trouble = await self._trouble(request)
        if trouble is not None:
            return await trouble(request)
        if not self.known(request):
            return web.json_response({"code": "unauthorized"}, status=401)
        return await handler(request)

    async def _trouble(self, request: web.Request) -> Handler | None:
        """What was made ready for this request, if anything."""
        raw = await request.read()
        query = json.loads(raw).get("query", "") if raw.startswith(b"{") else ""
        field = re.search(r"\{\s*(\w+)", query)
        name = field[1] if field else request.method
        self.named.append(name)
        waiting = self.troubles or self.after.get(name)
        return waiting.pop(0) if waiting else None

    async def order_of(self, request: web.Request) -> Order:
        order = await self.world.order(request.match_info["number"])
        if order is None:
            raise web.HTTPNotFound(text='{"code": "no_such_order"}', content_type="application/json")
        return order


class PlainShop(FakeShop):
    """The interface of mappings/plain.yml. A key that comes again gets the answer from before."""

    def __init__(self, world: MemoryShop) -> None:
        super().__init__(world)
        self._answers: dict[str, Any] = {}

    def known(self, request: web.Request) -> bool:
        return request.headers.get("Authorization") == f"Bearer {KEY}"

    def routes(self, router: web.UrlDispatcher) -> None:
        router.add_get("/orders", self._orders)
        router.add_get("/orders/{number}", self._order)
        router.add_get("/customers/{customer}", self._customer)
        router.add_post("/customers/{customer}/links", self._link)
        for kind in ("cancel", "return", "exchange", "refund", "invoice"):
            router.add_post(f"/orders/{{number}}/{kind}", self._once(getattr(self, f"_{kind}")))
        router.add_put("/orders/{number}/address", self._once(self._address))
        for kind in ("payments", "refund", "invoice"):
            router.add_get(f"/orders/{{number}}/{kind}", self._book)
        router.add_get("/products/{sku}", self._product)
        router.add_get("/products", self._products)

    def _once(self, change: Callable[[Order, Mapping[str, Any]], Awaitable[Any]]) -> Handler:
        async def handle(request: web.Request) -> web.StreamResponse:
            order, key = await self.order_of(request), request.headers["Idempotency-Key"]
            if key not in self._answers:
                self._answers[key] = await change(order, json.loads(await request.read() or b"{}"))
            return web.json_response(self._answers[key])

        return handle

    async def _order(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(_plain(await self.order_of(request)))

    async def _orders(self, request: web.Request) -> web.StreamResponse:
        asked, limit = request.query, int(request.query["limit"])
        if "customer" in asked:
            return web.json_response({"orders": _plain(await self.world.orders_of(asked["customer"], limit))})
        contact = Contact("email", asked["email"]) if "email" in asked else Contact("phone", asked["phone"])
        found = await self.world.orders_by(contact, limit)
        return web.json_response({"orders": [await self._with_contacts(order) for order in found]})

    async def _with_contacts(self, order: Order) -> Any:
        customer = await self.world.customer(order.customer_id)
        assert customer is not None
        return {**_plain(order), "phone": order.phone or customer.phone, "email": order.email or customer.email}

    async def _customer(self, request: web.Request) -> web.StreamResponse:
        return _or_404(await self.world.customer(request.match_info["customer"]))

    async def _link(self, request: web.Request) -> web.StreamResponse:
        about = (await request.json())["about"]
        return web.json_response({"address": await self.world.send_link(request.match_info["customer"], about)})

    async def _cancel(self, order: Order, body: Mapping[str, Any]) -> Any:
        return {"cancelled": await self.world.cancel(order.number)}

    async def _address(self, order: Order, body: Mapping[str, Any]) -> Any:
        return {"changed": await self.world.readdress(order.number, body["address"])}

    async def _return(self, order: Order, body: Mapping[str, Any]) -> Any:
        return _plain(await self.world.open_return(order.number, body["reason"]))

    async def _exchange(self, order: Order, body: Mapping[str, Any]) -> Any:
        return _plain(await self.world.open_exchange(order.number, body["wish"]))

    async def _refund(self, order: Order, body: Mapping[str, Any]) -> Any:
        assert int(body["amount"]) == order.total
        return _plain(await self.world.ask_refund(order.number, body["reason"]))

    async def _invoice(self, order: Order, body: Mapping[str, Any]) -> Any:
        wish = InvoiceWish(**{**body, "tax_number": body["tax_number"] or None})
        return _invoice(await self.world.ask_invoice(order.number, wish))

    async def _book(self, request: web.Request) -> web.StreamResponse:
        number = request.match_info["number"]
        match request.path.rsplit("/", 1)[1]:
            case "payments":
                return web.json_response({"payments": _plain(await self.world.payments(number))})
            case "refund":
                return _or_404(await self.world.refund(number))
            case _:
                invoice = await self.world.invoice(number)
                return web.json_response(_invoice(invoice)) if invoice else _or_404(None)

    async def _product(self, request: web.Request) -> web.StreamResponse:
        return _or_404(await self.world.product(request.match_info["sku"]))

    async def _products(self, request: web.Request) -> web.StreamResponse:
        return web.json_response({"products": _plain(await goods_of(self.world))})


class WooShop(FakeShop):
    """WooCommerce's REST API v3, as far as the mapping asks: the fields and statuses of its reference."""

    STATUS: Mapping[str, str] = {
        "placed": "pending", "paid": "processing", "packed": "processing", "cancelled": "cancelled", "returned": "refunded",
    }  # fmt: skip

    def known(self, request: web.Request) -> bool:
        return request.headers.get("Authorization") == "Basic " + base64.b64encode(f"{KEY}:{SECRET}".encode()).decode()

    def routes(self, router: web.UrlDispatcher) -> None:
        base = "/wp-json/wc/v3"
        router.add_get(base + "/orders", self._orders)
        router.add_get(base + "/orders/{number}", self._order)
        router.add_put(base + "/orders/{number}", self._update)
        router.add_get(base + "/orders/{number}/refunds", self._refunds)
        router.add_get(base + "/customers/{customer}", self._customer)
        router.add_get(base + "/products", self._products)

    async def _order(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(await self._told(await self.order_of(request)))

    async def _orders(self, request: web.Request) -> web.StreamResponse:
        assert (request.query["orderby"], request.query["order"]) == ("date", "desc")
        most = int(request.query["per_page"])
        if "search" in request.query:
            found = await self._searched(request.query["search"], most)
        else:
            found = await self.world.orders_of(customer_numbered(request.query["customer"]), most)
        return web.json_response([await self._told(order) for order in found])

    async def _searched(self, words: str, most: int) -> tuple[Order, ...]:
        """As theirs: whatever has the words in it, in the whole billing address and whatever their case; newest first."""
        found = []
        for order in self.world.orders.values():
            billing = (await self._told(order))["billing"]
            if any(words.lower() in str(value).lower() for value in billing.values()):
                found.append(order)
        return tuple(sorted(found, key=lambda order: (order.placed_on, order.number), reverse=True)[:most])

    async def _update(self, request: web.Request) -> web.StreamResponse:
        order, body = await self.order_of(request), await request.json()
        if "shipping" in body:
            await self.world.readdress(order.number, body["shipping"]["address_1"])
        if body.get("status") == "cancelled":
            await self.world.cancel(order.number)
        return await self._order(request)

    async def _refunds(self, request: web.Request) -> web.StreamResponse:
        refund = await self.world.refund((await self.order_of(request)).number)
        if refund is None or refund.state != "paid":
            return web.json_response([])
        made = f"{refund.paid_on}T10:00:00"
        amount = f"{refund.amount / 100:.2f}"
        return web.json_response(
            [{"id": 700 + refund.amount, "date_created_gmt": made, "amount": amount, "reason": ""}]
        )

    async def _customer(self, request: web.Request) -> web.StreamResponse:
        customer = await self.world.customer(customer_numbered(request.match_info["customer"]))
        if customer is None:
            return web.json_response({"code": "woocommerce_rest_invalid_id"}, status=404)
        told = {"id": int(customer.id[1:]), "first_name": customer.name, "email": customer.email or ""}
        return web.json_response({**told, "billing": {"phone": customer.phone}})

    async def _products(self, request: web.Request) -> web.StreamResponse:
        goods = [p for p in await goods_of(self.world) if request.query.get("sku") in (None, p.sku)]
        told = [
            {"sku": p.sku, "name": p.name.en, "price": f"{p.price / 100:.2f}", "stock_quantity": p.stock} for p in goods
        ]
        return web.json_response(told)

    async def _told(self, order: Order) -> Any:
        paid = any(payment.order_number == order.number for payment in self.world.paid)
        customer = await self.world.customer(order.customer_id)
        assert customer is not None
        return {
            "id": int(order.number),
            "number": order.number,
            "status": self.STATUS.get(order.state, "completed"),
            "currency": order.currency,
            "customer_id": int(order.customer_id[1:]),
            "billing": {"phone": customer.phone, "email": customer.email or ""},
            "shipping": {"address_1": order.address or ""},
            "date_created_gmt": f"{order.placed_on}T10:00:00",
            "date_paid_gmt": f"{order.placed_on}T10:00:05" if paid else None,
            "total": f"{order.total / 100:.2f}",
            "payment_method_title": "Card",
            "transaction_id": f"tx{order.number}" if paid else "",
            "meta_data": [{"id": 1, "key": "_tracking_number", "value": order.tracking}] if order.tracking else [],
            "line_items": [
                {"sku": line.sku, "name": line.name.en, "quantity": line.quantity, "price": line.price / 100}
                for line in order.lines
            ],
        }


def customer_numbered(number: str) -> str:
    """Our customer of a number of theirs."""
    return f"C{int(number):04d}" if number.isdigit() else "-"


async def goods_of(world: MemoryShop) -> tuple[Product, ...]:
    return tuple(world.products.values())


def _or_404(one: Any) -> web.Response:
    return web.json_response({}, status=404) if one is None else web.json_response(_plain(one))


def _invoice(invoice: Any) -> Any:
    told = _plain(invoice)
    return {**told.pop("wish"), **told}


def _plain(value: Any) -> Any:
    """Plain data as JSON: days as text, names by language."""
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(asdict(value))
    return value.isoformat() if isinstance(value, date) else value
