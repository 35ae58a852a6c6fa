"""Closes sessions nobody is in any more: chats left alone, calls whose hang-up nobody told."""

import logging
from collections.abc import Awaitable, Callable, Sequence

from frontdesk.core.errors import FrontdeskError
from frontdesk.core.inputs import ContactLeft

log = logging.getLogger(__name__)


class IdleSweep:
    """`idle()` names the open sessions nobody is in any more; `tell` closes one."""

    def __init__(
        self,
        idle: Callable[[], Awaitable[Sequence[str]]],
        tell: Callable[[str, ContactLeft, str], Awaitable[object]],
        clock: Callable[[], float],
    ) -> None:
        self._idle, self._tell, self._clock = idle, tell, clock

    async def sweep(self) -> int:
        """Close them; returns how many."""
        found = await self._idle()
        for session in found:
            try:
                await self._tell(session, ContactLeft(at=self._clock(), reason="idle"), f"idle:{session}")
            except FrontdeskError as error:
                log.warning("an idle session could not be closed: %s", type(error).__name__)
        return len(found)
