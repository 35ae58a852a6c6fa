"""Self-service tasks run by the agent for a verified customer, the same ones as menus and bot run; each is written down."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from aiohttp import web

from actions import Task
from frontdesk.channels.login import AGENT, DESK, Login, read_json, refusal
from frontdesk.conversation.ports import MachineDown, SessionStore
from frontdesk.core.facts import FACTS
from frontdesk.core.inputs import TaskReply
from frontdesk.core.waits import RunTask
from handoff.ports import QueuedTicket, TicketQueue

NOT_HERE = frozenset({"verify_identity", "verify_contact"})  # proof is the customer's to give, in the conversation
HOUSE_FACTS = frozenset({"customer_id", "customer_name", "customer_tier", "verified_by"})
LONGEST = 400


class TaskMachine(Protocol):
    """Runs tasks on the shop. Both raise MachineDown."""

    async def ask(self, request: RunTask) -> TaskReply:
        """What `run` would do, as a question to the customer (outcome `confirm`); or how it would end without doing anything."""
        ...

    async def run(self, request: RunTask) -> TaskReply: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskParts:
    """What the door works with."""

    tasks: Mapping[str, Task]
    machine: TaskMachine
    queue: TicketQueue
    store: SessionStore
    login: Login


class TaskDoor:
    """Which tasks there are for a ticket, and running one."""

    def __init__(self, parts: TaskParts) -> None:
        self._parts = parts

    def routes(self) -> list[web.RouteDef]:
        guard = self._parts.login.guard
        return [
            web.get("/api/desk/tickets/{ticket}/tasks", guard(self.listed, DESK)),
            web.post("/api/desk/tickets/{ticket}/tasks/{task}", guard(self.run, DESK)),
        ]

    async def listed(self, request: web.Request) -> web.Response:
        """The tasks with the facts each needs, and what is known of them."""
        queued = await self._mine(request)
        if queued is None:
            return refusal("You are not with this customer now; reload the desk.", 404)
        known = await self._known(queued.session)
        rows = [
            {"task": task.name, "needs": _asked(task.needs, known), "may_use": _asked(task.may_use, known)}
            for task in self._parts.tasks.values()
            if task.name not in NOT_HERE
        ]
        return web.json_response({"verified": "customer_id" in known, "tasks": rows})

    async def run(self, request: web.Request) -> web.Response:
        """Run it with the customer's verified identity, never one given here. Not `confirmed`: only tell what it would do."""
        queued, name = await self._mine(request), request.match_info["task"]
        task = self._parts.tasks.get(name)
        if queued is None or task is None or name in NOT_HERE:
            return refusal("There is no such task for this customer; reload the desk.", 404)
        body = await read_json(request)
        known = await self._known(queued.session)
        if "customer_id" in task.needs and "customer_id" not in known:
            return refusal("The customer is not verified; nothing of an order may be told or changed yet.", 409)
        facts = known | _given(body.get("facts"), task)
        if missing := [fact for fact in task.needs if not facts.get(fact)]:
            return refusal(f"Still needed: {', '.join(missing)}.", 400)
        wanted = RunTask(
            task=name,
            facts={fact: facts[fact] for fact in (*task.needs, *task.may_use) if facts.get(fact)},
            lang=queued.ticket.lang,
            medium="voice" if queued.ticket.channel == "voice" else "text",
        )
        try:
            sure = body.get("confirmed") is True
            reply = await (self._parts.machine.run if sure else self._parts.machine.ask)(wanted)
        except MachineDown:
            return refusal("The shop does not answer; try again, or note it for a follow-up.", 503)
        if sure:
            people = self._parts.login.keeper.people
            await people.write(self._parts.login.by(request), "task_run", queued.ticket.id, f"{name}: {reply.outcome}")
        return web.json_response({"task": name, "outcome": reply.outcome, "words": reply.words})

    async def _mine(self, request: web.Request) -> QueuedTicket | None:
        """The ticket, when the agent is with its customer or still files it."""
        queued = await self._parts.queue.ticket(request.match_info["ticket"])
        mine = queued is not None and queued.ticket.agent == request[AGENT].id
        return queued if mine and queued is not None and queued.ticket.status in ("connected", "wrap_up") else None

    async def _known(self, session: str) -> dict[str, str]:
        state = await self._parts.store.load(session)
        return dict(state.facts) if state is not None else {}


def _given(said: object, task: Task) -> dict[str, str]:
    """What the agent filled in: facts of this task only, never who the customer is."""
    rows = said if isinstance(said, dict) else {}
    may = {*task.needs, *task.may_use} - HOUSE_FACTS
    return {
        str(name): str(value).strip()[:LONGEST] for name, value in rows.items() if name in may and str(value).strip()
    }


def _asked(names: tuple[str, ...], known: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {"fact": name, "form": FACTS[name].form if name in FACTS else "text", "known": known.get(name)}
        for name in names
        if name not in HOUSE_FACTS
    ]
