"""A circuit breaker before the bot: when it hangs, the first callers wait for it, the others are told at once."""

import asyncio
import logging
from collections.abc import Callable
from typing import Protocol

from frontdesk.conversation.ports import MachineDown, MachineNonsense
from frontdesk.core.inputs import DialogueReply
from frontdesk.core.waits import AskDialogue

log = logging.getLogger(__name__)
OPENS_AT = 4  # points of failures in a row
LATE, WRONG = 2, 1  # what one counts: a caller waited in vain, or heard at once that something is wrong
PAUSE_S, LONGEST_PAUSE_S = 1.0, 8.0  # how long nobody is let through after that; doubles while trials fail
GLANCE_S = 0.25  # the most a caller waits to learn whether the bot is back


class Bot(Protocol):
    """What is behind the breaker."""

    async def ask(self, request: AskDialogue, *, session: str) -> DialogueReply: ...

    async def ready(self) -> bool: ...


class Breaker:
    """Closed: everybody is let through. Open: MachineDown at once. After the pause one caller tries for all.

    A trial begins with a glance at whether the bot says it is ready, so that a dead or stuck one costs a quarter of a
    second. The first answer closes it. `clock`: seconds that only go forward.
    """

    def __init__(self, bot: Bot, clock: Callable[[], float]) -> None:
        self._bot, self._clock = bot, clock
        self._points = 0
        self._closed_until: float | None = None  # while open: before then nobody tries
        self._pause = PAUSE_S
        self._trying = False

    @property
    def open(self) -> bool:
        """Whether callers are turned away."""
        return self._closed_until is not None

    async def ask(self, request: AskDialogue, *, session: str) -> DialogueReply:
        """As the bot's own; MachineDown at once while it is known not to answer."""
        if self._closed_until is None:
            return await self._let_through(request, session)
        if self._trying or self._clock() < self._closed_until:
            raise MachineDown("The bot did not answer others just now; it is tried again in a moment.")
        self._trying = True
        try:
            await self._glance()
            return await self._let_through(request, session)
        finally:
            self._trying = False

    async def _glance(self) -> None:
        try:
            async with asyncio.timeout(GLANCE_S):
                ready = await self._bot.ready()
        except TimeoutError:
            ready = False
        if not ready:
            self._failed(LATE)
            raise MachineDown("The bot is not back yet; see its worker's log.")

    async def _let_through(self, request: AskDialogue, session: str) -> DialogueReply:
        try:
            reply = await self._bot.ask(request, session=session)
        except asyncio.CancelledError:  # the caller's deadline
            self._failed(LATE)
            raise
        except (MachineDown, MachineNonsense):
            self._failed(WRONG)
            raise
        self._answered()
        return reply

    def _failed(self, points: int) -> None:
        self._points += points
        if self._points < OPENS_AT:
            return
        if self._closed_until is None:
            log.error("The bot does not answer; callers are told at once until it is back. See the worker's log.")
        else:
            self._pause = min(self._pause * 2, LONGEST_PAUSE_S)
        self._closed_until = self._clock() + self._pause

    def _answered(self) -> None:
        if self._closed_until is not None:
            log.warning("The bot answers again.")
        self._points, self._closed_until, self._pause = 0, None, PAUSE_S
