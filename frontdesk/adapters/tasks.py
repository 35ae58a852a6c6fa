"""Runs the self-service tasks for the loop, over whichever shop it is given."""

from collections.abc import Mapping

from actions import TASKS, Locale, Shop, ShopDown, Task
from frontdesk.conversation.ports import MachineDown
from frontdesk.core.inputs import TaskReply
from frontdesk.core.waits import RunTask


class ShopTasks:
    """The tasks of `actions/` as the machine the loop asks."""

    def __init__(self, shop: Shop, tasks: Mapping[str, Task] = TASKS) -> None:
        self._shop, self._tasks = shop, tasks

    async def run(self, request: RunTask) -> TaskReply:
        """Run it. An unknown task is a flow that was not checked, and raises KeyError; a shop that is down, MachineDown."""
        locale: Locale = "zh" if request.lang == "zh" else "en"
        try:
            result = await self._tasks[request.task].run(request.facts, self._shop, locale, request.medium)
        except ShopDown as error:
            raise MachineDown("The shop does not answer; offer a human and look at the shop's own state.") from error
        return TaskReply(
            task=result.task, outcome=result.outcome, words=result.words, spoken=result.spoken, facts=result.facts
        )
