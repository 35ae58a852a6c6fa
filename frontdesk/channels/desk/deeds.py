"""What agents and supervisors can do to a ticket, by name: the last word of `/api/desk/tickets/{ticket}/…`. A table."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, cast, get_args

from frontdesk.channels.login import DESK
from frontdesk.core.errors import NotAllowed
from frontdesk.core.tickets import HelperRole
from handoff.desk import Desk
from handoff.ports import Agent, Role

SUPERVISOR: tuple[Role, ...] = ("supervisor", "admin")
Body = dict[str, Any]
Deed = Callable[[Desk, Agent, str, Body], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing that can be done, and by whom. What sends the agent's words ends the sign that they are typing."""

    do: Deed
    roles: tuple[Role, ...] = DESK
    sends: bool = False


def _text(body: Body, key: str) -> str:
    value = body.get(key, "")
    return value if isinstance(value, str) else ""


async def _accept(desk: Desk, agent: Agent, ticket: str, _: Body) -> None:
    await desk.accept(agent.id, ticket)


async def _decline(desk: Desk, agent: Agent, ticket: str, _: Body) -> None:
    await desk.decline(agent.id, ticket)


async def _end(desk: Desk, agent: Agent, ticket: str, _: Body) -> None:
    await desk.end(agent.id, ticket)


async def _say(desk: Desk, agent: Agent, ticket: str, body: Body) -> None:
    await desk.say(agent.id, ticket, _text(body, "text"), key=_text(body, "key")[:64])


async def _close(desk: Desk, agent: Agent, ticket: str, body: Body) -> None:
    await desk.close(agent.id, ticket, _text(body, "disposition"), _text(body, "note"))


async def _move(desk: Desk, agent: Agent, ticket: str, body: Body) -> None:
    to, queue = _text(body, "agent"), _text(body, "queue")
    await desk.move(agent, ticket, agent=to, queue=queue, note=_text(body, "note"))


async def _take(desk: Desk, agent: Agent, ticket: str, _: Body) -> None:
    await desk.take(agent, ticket)


async def _bot(desk: Desk, agent: Agent, ticket: str, body: Body) -> None:
    await desk.to_bot(agent.id, ticket, _text(body, "note"))


async def _message(desk: Desk, agent: Agent, ticket: str, body: Body) -> None:
    await desk.to_message(agent.id, ticket, _text(body, "note"))


async def _open(desk: Desk, agent: Agent, ticket: str, _: Body) -> None:
    await desk.open_message(agent, ticket)


async def _answer(desk: Desk, agent: Agent, ticket: str, body: Body) -> None:
    await desk.answer(agent.id, ticket, _text(body, "how"), _text(body, "text"), _text(body, "note"))


async def _put_back(desk: Desk, agent: Agent, ticket: str, _: Body) -> None:
    await desk.put_back(agent.id, ticket)


async def _ask(desk: Desk, agent: Agent, ticket: str, body: Body) -> None:
    role = _role(body, "consult", ("consult", "three_way"))
    await desk.ask_in(agent, ticket, _text(body, "agent"), role)


async def _listen(desk: Desk, agent: Agent, ticket: str, body: Body) -> None:
    await desk.ask_in(agent, ticket, agent.id, _role(body, "listen", ("listen", "coach")))


async def _join(desk: Desk, agent: Agent, ticket: str, _: Body) -> None:
    await desk.come(agent.id, ticket)


async def _leave(desk: Desk, agent: Agent, ticket: str, body: Body) -> None:
    await desk.leave(agent, ticket, _text(body, "agent") or agent.id)


async def _hold(desk: Desk, agent: Agent, ticket: str, body: Body) -> None:
    await desk.hold(agent.id, ticket, on=body.get("on") is not False)


async def _mute(desk: Desk, agent: Agent, ticket: str, body: Body) -> None:
    await desk.mute(agent.id, ticket, on=body.get("on") is not False)


async def _pause_recording(desk: Desk, agent: Agent, ticket: str, body: Body) -> None:
    await desk.pause_recording(agent.id, ticket, on=body.get("on") is not False)


async def _hand_over(desk: Desk, agent: Agent, ticket: str, body: Body) -> None:
    await desk.hand_over(agent, ticket, _text(body, "agent"))


async def _note(desk: Desk, agent: Agent, ticket: str, body: Body) -> None:
    await desk.note(agent, ticket, _text(body, "text"))


async def _mark(desk: Desk, agent: Agent, ticket: str, body: Body) -> None:
    await desk.mark(agent.id, ticket, _text(body, "fact"), _text(body, "mark"))


async def _call_off(desk: Desk, agent: Agent, ticket: str, _: Body) -> None:
    await desk.call_off(agent, ticket)


def _role(body: Body, usual: HelperRole, allowed: tuple[HelperRole, ...]) -> HelperRole:
    role = body.get("role", usual)
    if role not in get_args(HelperRole) or role not in allowed:
        raise NotAllowed(f"The role must be one of {', '.join(allowed)}.")
    return cast(HelperRole, role)


DEEDS: Mapping[str, Doing] = MappingProxyType(
    {
        "accept": Doing(_accept),
        "decline": Doing(_decline),
        "end": Doing(_end),
        "say": Doing(_say, sends=True),
        "close": Doing(_close),
        "move": Doing(_move),
        "bot": Doing(_bot),
        "message": Doing(_message),
        "open": Doing(_open),
        "answer": Doing(_answer, sends=True),
        "put-back": Doing(_put_back),
        "ask": Doing(_ask),
        "join": Doing(_join),
        "leave": Doing(_leave),
        "hold": Doing(_hold),
        "mute": Doing(_mute),
        "pause-recording": Doing(_pause_recording),
        "hand-over": Doing(_hand_over),
        "note": Doing(_note),
        "mark": Doing(_mark),
        "take": Doing(_take, SUPERVISOR),
        "listen": Doing(_listen, SUPERVISOR),
        "call-off": Doing(_call_off),
    }
)
