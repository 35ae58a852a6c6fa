"""The customer as a whole (360°): orders in the shop, and earlier contacts. For the agent who has them, and supervisors."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from aiohttp import web

from actions import Locale, Order, ShopCannot, ShopDown
from frontdesk.channels.login import DESK, Login
from frontdesk.channels.sight import not_yours, seen
from frontdesk.conversation.ports import SessionStore
from frontdesk.core.events import HandoffClosed
from frontdesk.record.board import session_line
from frontdesk.record.contacts import Contacts
from frontdesk.record.ports import LogReader, ProjectionStore
from frontdesk.record.sessions import session_row
from handoff.ports import TicketQueue

MOST = 10


class OrderBook(Protocol):
    """What the desk asks of the shop beyond the tasks."""

    async def orders_of(self, customer: str, limit: int) -> Sequence[Order]:
        """The newest orders of a customer, newest first. Raises ShopDown, ShopCannot."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerParts:
    """What the door works with. `sessions` names the session rows; `catch_up` brings all rows up to the log's end."""

    queue: TicketQueue
    store: SessionStore
    shop: OrderBook
    log: LogReader
    projections: ProjectionStore
    sessions: str
    catch_up: Callable[[], Awaitable[None]]
    login: Login
    clock: Callable[[], float]


class CustomerDoor:
    """GET /api/desk/tickets/{ticket}/customer."""

    def __init__(self, parts: CustomerParts) -> None:
        self._parts = parts

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/api/desk/tickets/{ticket}/customer", self._parts.login.guard(self.show, DESK))]

    async def show(self, request: web.Request) -> web.Response:
        """Who is verified is shown whole; of anybody else nothing is known but what they said, so there is nothing."""
        queued = await seen(request, self._parts.queue)
        if queued is None:
            return not_yours()
        state = await self._parts.store.load(queued.session)
        customer = state.facts.get("customer_id") if state is not None else None
        if not customer:
            return web.json_response({"verified": False, "orders": [], "contacts": [], "shop_answers": True})
        contacts = await self._contacts(customer, but=queued.session)
        orders = await self._orders(customer, "zh" if queued.ticket.lang == "zh" else "en")
        shown = {"verified": True, "orders": orders or [], "contacts": contacts, "shop_answers": orders is not None}
        return web.json_response(shown)

    async def _orders(self, customer: str, locale: Locale) -> list[dict[str, Any]] | None:
        """None when the shop does not answer."""
        try:
            return [order_line(order, locale) for order in await self._parts.shop.orders_of(customer, MOST)]
        except (ShopDown, ShopCannot, OSError):
            return None

    async def _contacts(self, customer: str, *, but: str) -> list[dict[str, Any]]:
        """Earlier contacts, newest first, with what the agent noted then."""
        await self._parts.catch_up()
        row = await self._parts.projections.row(Contacts.name, customer) or {}
        found = []
        for session in [one for one in reversed(row.get("sessions", [])) if one != but][:MOST]:
            stored = await self._parts.projections.row(self._parts.sessions, session)
            if stored is not None:
                notes = await self._notes(session) if stored.get("tickets") else []
                found.append({**session_line(session_row(stored), self._parts.clock()), "notes": notes})
        return found

    async def _notes(self, session: str) -> list[dict[str, Any]]:
        return [
            {"agent": entry.event.agent, "disposition": entry.event.disposition, "note": entry.event.note}
            for entry in await self._parts.log.of_session(session)
            if isinstance(entry.event, HandoffClosed)
        ]


def order_line(order: Order, locale: Locale) -> dict[str, Any]:
    """An order as the desk lists it; days as YYYY-MM-DD, money in hundredths."""
    return {
        "number": order.number,
        "state": order.state,
        "placed_on": order.placed_on.isoformat(),
        "expected_on": order.expected_on.isoformat() if order.expected_on else None,
        "delivered_on": order.delivered_on.isoformat() if order.delivered_on else None,
        "returnable_until": order.returnable_until.isoformat() if order.returnable_until else None,
        "return_number": order.return_number,
        "tracking": order.tracking,
        "carrier": order.carrier.of(locale) if order.carrier else None,
        "goods": [{"name": line.name.of(locale), "quantity": line.quantity} for line in order.lines],
        "total": sum(line.price * line.quantity for line in order.lines),
        "currency": order.currency,
    }
