"""Whose a ticket of a request's path is: to see it, to speak with its customer. Asked by every door beside the conversation."""

from aiohttp import web

from frontdesk.channels.login import AGENT, refusal
from frontdesk.people.roles import may
from handoff.ports import QueuedTicket, TicketQueue


async def seen(request: web.Request, queue: TicketQueue) -> QueuedTicket | None:
    """The ticket, for who has it, who helps with it, and supervisors."""
    queued, agent = await _asked(request, queue), request[AGENT]
    if queued is None:
        return None
    mine = queued.ticket.agent == agent.id or queued.ticket.helper(agent.id) is not None
    return queued if mine or may(agent.role, "desk.supervise") else None


async def spoken_with(request: web.Request, queue: TicketQueue) -> QueuedTicket | None:
    """The ticket, for who speaks with its customer now."""
    queued = await _asked(request, queue)
    if queued is None or queued.ticket.status != "connected" or not queued.ticket.speaks(request[AGENT].id):
        return None
    return queued


def not_yours() -> web.Response:
    """The same whether there is such a ticket or not."""
    return refusal("There is no such ticket for you; reload the desk.", 404)


async def _asked(request: web.Request, queue: TicketQueue) -> QueuedTicket | None:
    return await queue.ticket(request.match_info["ticket"])
