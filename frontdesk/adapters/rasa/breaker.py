"""A circuit breaker before the bot: when it hangs, the first callers wait for it, the others are told at once.

One that answers others meanwhile does not hang: it has too much to do, and turning everybody away would not help it."""

import asyncio
import logging
from collections.abc import Callable
from typing import Protocol

from frontdesk.adapters.circuit import LATE, WRONG, Circuit
from frontdesk.conversation.ports import MachineDown, MachineNonsense
from frontdesk.core.inputs import DialogueReply
from frontdesk.core.waits import AskDialogue

log = logging.getLogger(__name__)
GLANCE_S = 0.25  # the most a caller waits to learn whether the bot is back


class Bot(Protocol):
    """What is behind the breaker."""

    async def ask(self, request: AskDialogue, *, session: str) -> DialogueReply: ...

    async def ready(self) -> bool: ...


class Breaker:
    """MachineDown at once while the circuit is open. `clock`: seconds that only go forward.

    A trial begins with a glance at whether the bot says it is ready, so that a dead or stuck one costs a quarter of a
    second. The first answer closes it.
    """

    def __init__(self, bot: Bot, clock: Callable[[], float]) -> None:
        self._bot, self._circuit = bot, Circuit(clock)
        self._answers = 0

    @property
    def open(self) -> bool:
        """Whether callers are turned away."""
        return self._circuit.open

    async def ask(self, request: AskDialogue, *, session: str) -> DialogueReply:
        """As the bot's own; MachineDown at once while it is known not to answer."""
        trial = self._circuit.open
        if not self._circuit.enters():
            raise MachineDown("The bot did not answer others just now; it is tried again in a moment.")
        if not trial:
            return await self._let_through(request, session)
        try:
            await self._glance()
            return await self._let_through(request, session)
        finally:
            self._circuit.left()

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
        before = self._answers
        try:
            reply = await self._bot.ask(request, session=session)
        except asyncio.CancelledError:  # the caller's deadline
            if self._answers == before:
                self._failed(LATE)
            raise
        except (MachineDown, MachineNonsense):
            self._failed(WRONG)
            raise
        self._answers += 1
        if self._circuit.answered():
            log.warning("The bot answers again.")
        return reply

    def _failed(self, points: int) -> None:
        if self._circuit.failed(points):
            log.error("The bot does not answer; callers are told at once until it is back. See the worker's log.")
