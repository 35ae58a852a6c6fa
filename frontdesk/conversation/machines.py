"""The house's machines by request: the dialogue model, the tasks, the wait estimate. A table, no logic."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from frontdesk.core.inputs import DialogueReply, Reply, TaskReply, WaitReply
from frontdesk.core.waits import AskDialogue, EstimateWait, MachineRequest, RunTask


class Dialogue(Protocol):
    """The dialogue model. `session` keeps conversations apart."""

    async def ask(self, request: AskDialogue, *, session: str) -> DialogueReply: ...


class Tasks(Protocol):
    """The self-service tasks over the shop."""

    async def run(self, request: RunTask) -> TaskReply: ...


class HouseMachines:
    """Answers the loop's requests; see `Machines` in ports."""

    def __init__(
        self, dialogue: Dialogue, tasks: Tasks, estimate: Callable[[EstimateWait], Awaitable[WaitReply]]
    ) -> None:
        self._dialogue, self._tasks, self._estimate = dialogue, tasks, estimate

    async def answer(self, request: MachineRequest, *, session: str) -> Reply:
        match request:
            case AskDialogue():
                return await self._dialogue.ask(request, session=session)
            case RunTask():
                return await self._tasks.run(request)
            case EstimateWait():
                return await self._estimate(request)
