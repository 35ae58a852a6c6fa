"""What the agent could say or do next: the house's own answer to the last question, tasks that follow. For the card."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from aiohttp import web

from frontdesk.channels.desk.tasks import TaskMachine
from frontdesk.channels.login import DESK, Login
from frontdesk.channels.sight import not_yours, seen
from frontdesk.conversation.ports import MachineDown, SessionStore
from frontdesk.core.events import CustomerSpoke
from frontdesk.core.rooms import State, Tried
from frontdesk.core.waits import RunTask
from frontdesk.record.ports import LogReader
from handoff.ports import QueuedTicket, TicketQueue

ANSWERING = "answer_question"
SHORTEST = 8  # characters: "ok" and "10023" are no questions
LATE_STATES = ("delayed", "lost")
AFTER: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("request_refund", "cancel_first"): "cancel_order",
        ("request_refund", "return_first"): "start_return",
        ("cancel_order", "delivered"): "start_return",
        ("change_items", "too_late"): "start_return",
        ("start_exchange", "not_exchangeable"): "request_refund",
        ("refund_status", "none"): "request_refund",
        ("check_payment", "charged_twice"): "request_refund",
    }
)
FOR_GOAL: Mapping[str, str] = MappingProxyType(
    {
        "return_item": "start_return",
        "exchange_item": "start_exchange",
        "refund_request": "request_refund",
        "invoice": "request_invoice",
        "payment_problem": "check_payment",
        "price_protection": "claim_price_protection",
        "account_problem": "account_help",
        "complaint": "file_complaint",
        "delivery_problem": "report_delivery_problem",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HintParts:
    """What the door works with. `tasks`: names of those there are."""

    tasks: Sequence[str]
    machine: TaskMachine
    queue: TicketQueue
    store: SessionStore
    log: LogReader
    login: Login


class HintDoor:
    """GET /api/desk/tickets/{ticket}/hints."""

    def __init__(self, parts: HintParts) -> None:
        self._parts = parts

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/api/desk/tickets/{ticket}/hints", self._parts.login.guard(self.show, DESK))]

    async def show(self, request: web.Request) -> web.Response:
        """Nothing is done by asking: answers come from the knowledge, tasks are only named."""
        queued = await seen(request, self._parts.queue)
        if queued is None:
            return not_yours()
        state = await self._parts.store.load(queued.session)
        tasks = next_tasks(state, self._parts.tasks) if state is not None else []
        return web.json_response({"answer": await self._answer(queued), "tasks": tasks})

    async def _answer(self, queued: QueuedTicket) -> dict[str, Any] | None:
        """To what was asked of the agent; what came before had the bot's answer, or was "a person, please"."""
        connected = queued.ticket.connected_at
        if connected is None:
            return None
        said = [
            entry.event.text
            for entry in await self._parts.log.of_session(queued.session)
            if isinstance(entry.event, CustomerSpoke) and entry.event.via in ("text", "speech") and entry.at > connected
        ]
        question = said[-1].strip() if said else ""
        if len(question) < SHORTEST:
            return None
        asked = RunTask(task=ANSWERING, facts={"question": question}, lang=queued.ticket.lang, medium="text")
        try:
            reply = await self._parts.machine.run(asked)
        except MachineDown:
            return None
        if reply.outcome != "answered":
            return None
        return {"question": question, "topic": reply.facts.get("topic", ""), "words": reply.words}


def next_tasks(state: State, there: Sequence[str]) -> list[str]:
    """Tasks that follow from what was tried last and from what the customer wants, without those that worked already."""
    last = state.tried[-1] if state.tried else None
    goal = state.facts.get("goal", "")
    wanted = [AFTER.get((last.what, last.outcome), "") if last else "", FOR_GOAL.get(goal, goal)]
    if state.facts.get("order_state") in LATE_STATES:
        wanted.append("report_delivery_problem")
    return [one for one in dict.fromkeys(wanted) if one in there and not _tried(one, state.tried)]


def _tried(task: str, tried: Sequence[Tried]) -> bool:
    """Whether it came to an end of some kind; that the shop did not answer is none."""
    return any(one.what == task and one.outcome not in ("shop_down", "identity_needed", "not_found") for one in tried)
