"""Twilio TaskRouter: a task per ticket, its reservations, and figures of its queue. The bridge is made by our agent's leg.

Contract: https://www.twilio.com/docs/taskrouter/api (tasks, reservations, statistics).
"""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.rest import Client

from frontdesk.adapters.outside.http import AGAIN
from frontdesk.adapters.twilio.http import CarrierHttp
from handoff.outside import OutsideDown, OutsideRefused, Parcel, System
from handoff.packet_flat import flat

TASK_GONE = 404
STATISTICS_S = 15.0  # they are asked no more often than this
TASK_LIFE_S = 3 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRouterAccount:
    """Which workspace and workflow. `queue`: the task queue whose figures are told, "" for the workspace's."""

    account_sid: str
    auth_token: str
    workspace: str
    workflow: str
    queue: str = ""
    api_url: str = ""
    deadline_s: float = 8.0


@dataclass(frozen=True, slots=True)
class QueueFigures:
    """Tasks that wait, people who are there and people who are free, as TaskRouter last said. `longest_s`: the longest wait."""

    waiting: int
    staffed: int
    free: int
    longest_s: float


class TaskRouterQueue:
    """The OutsideQueue port over one workflow."""

    system: System = "taskrouter"

    def __init__(self, account: TaskRouterAccount, clock: Callable[[], float]) -> None:
        self._account, self._clock = account, clock
        self._http = CarrierHttp(account.api_url, account.deadline_s)
        client = Client(account.account_sid, account.auth_token, http_client=self._http, environment={"": ""})
        self._workspace = client.taskrouter.v1.workspaces(account.workspace)
        self._figures: tuple[float, QueueFigures | None] = (float("-inf"), None)
        self._asking = asyncio.Lock()

    async def deliver(self, parcel: Parcel, link: Mapping[str, str]) -> Mapping[str, str]:
        match parcel.kind:
            case "requested":
                return {"task": await self._task(parcel)}
            case "connected":
                await self._reservation(link, "accepted")
            case "returned":
                await self._reservation(link, "rejected")
            case "cancelled":
                await self._status(link, "canceled", str(parcel.body.get("reason", "left")))
            case "ended":
                await self._status(link, "wrapping", "the talk is over")
            case "closed":
                await self._status(link, "completed", str(parcel.body.get("disposition", "")))
            case _:
                pass  # what is said on the phone is heard
        return {}

    async def figures(self) -> QueueFigures | None:
        """The queue's figures, at most some seconds old; the last known ones, or None, when TaskRouter does not answer."""
        async with self._asking:
            at, known = self._figures
            if self._clock() - at < STATISTICS_S:
                return known
            with contextlib.suppress(OutsideDown, OutsideRefused):  # what was known stays
                known = _figures(await _asked(self._statistics()))
            self._figures = (self._clock(), known)
            return known

    async def _statistics(self) -> Any:
        if self._account.queue:
            return await self._workspace.task_queues(self._account.queue).real_time_statistics().fetch_async()
        return await self._workspace.real_time_statistics().fetch_async()

    async def _task(self, parcel: Parcel) -> str:
        """The ticket's task; one that an earlier try has made is found again by the ticket's name."""
        if parcel.tries > 1:
            fits = f'frontdesk_ticket == "{parcel.ticket}"'
            found = await _asked(self._workspace.tasks.list_async(evaluate_task_attributes=fits, limit=1))
            if found:
                return str(found[0].sid)
        attributes = {"frontdesk_ticket": parcel.ticket, **flat(parcel.body)}
        made = await _asked(
            self._workspace.tasks.create_async(
                attributes=json.dumps(attributes, ensure_ascii=False),
                workflow_sid=self._account.workflow,
                task_channel="voice" if parcel.body.get("channel") == "voice" else "chat",
                priority=int(parcel.body.get("priority") or 0),
                timeout=TASK_LIFE_S,
            )
        )
        return str(made.sid)

    async def _reservation(self, link: Mapping[str, str], status: str) -> None:
        """Yes or no to the person chosen; a reservation that is over already needs no answer."""
        if "task" in link and "reservation" in link:
            reservation = self._workspace.tasks(link["task"]).reservations(link["reservation"])
            await _done(reservation.update_async(reservation_status=status))

    async def _status(self, link: Mapping[str, str], status: str, reason: str) -> None:
        if "task" in link:
            await _done(self._workspace.tasks(link["task"]).update_async(assignment_status=status, reason=reason))

    async def close(self) -> None:
        await self._http.close()


def _figures(said: Any) -> QueueFigures:
    """Workers by activity: whoever is in one that is not "Offline" is there."""
    tasks = said.tasks_by_status or {}
    activities = [a for a in said.activity_statistics or () if isinstance(a, dict)]
    there = sum(int(a.get("workers") or 0) for a in activities if str(a.get("friendly_name", "")).lower() != "offline")
    free = getattr(said, "total_available_workers", None)
    if free is None:
        free = sum(int(a.get("workers") or 0) for a in activities if str(a.get("friendly_name", "")).lower() in _FREE)
    waiting = int(tasks.get("pending") or 0) + int(tasks.get("reserved") or 0)
    return QueueFigures(waiting, there, int(free), float(said.longest_task_waiting_age or 0))


_FREE = frozenset({"available", "idle", "ready"})


async def _done(request: Awaitable[Any]) -> None:
    """What is in that state already, or gone, is done."""
    try:
        await request
    except TwilioRestException as error:
        if error.status in (TASK_GONE, 400, 410):
            return
        raise _refusal(error) from error
    except (TimeoutError, aiohttp.ClientError) as error:
        raise OutsideDown("TaskRouter did not answer.") from error


async def _asked(request: Awaitable[Any]) -> Any:
    try:
        return await request
    except TwilioRestException as error:
        raise _refusal(error) from error
    except (TimeoutError, aiohttp.ClientError) as error:
        raise OutsideDown("TaskRouter did not answer.") from error
    except (TwilioException, AttributeError, KeyError, TypeError, ValueError) as error:
        raise OutsideDown("TaskRouter's answer can't be read; is TWILIO_API_URL compatible with Twilio?") from error


def _refusal(error: TwilioRestException) -> OutsideDown | OutsideRefused:
    said = f"TaskRouter says no (HTTP {error.status}, its error {error.code})."
    return OutsideDown(said) if error.status >= 500 or error.status in AGAIN else OutsideRefused(said)
