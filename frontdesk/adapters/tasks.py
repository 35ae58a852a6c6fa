"""Runs the self-service tasks for the loop, over whichever shop it is given."""

from collections.abc import Awaitable, Callable, Mapping

from actions import TASKS, Facts, Locale, Medium, Shop, ShopDown, Task, TaskResult
from actions.order_task import CONFIRM, OrderTask
from frontdesk.conversation.ports import MachineDown
from frontdesk.core.inputs import TaskReply
from frontdesk.core.waits import RunTask

Doing = Callable[[Facts, Shop, Locale, Medium], Awaitable[TaskResult]]


class ShopTasks:
    """The tasks of `actions/` as the machine the loop asks."""

    def __init__(self, shop: Shop, tasks: Mapping[str, Task] = TASKS) -> None:
        self._shop, self._tasks = shop, tasks

    async def run(self, request: RunTask) -> TaskReply:
        """Run it. An unknown task is a flow that was not checked, and raises KeyError; a shop that is down, MachineDown."""
        return await self._told(request, self._tasks[request.task].run)

    async def ask(self, request: RunTask) -> TaskReply:
        """What `run` would do, as a question; a task that changes nothing, or never asks, says so by the outcome `confirm`."""
        task = self._tasks[request.task]
        if not isinstance(task, OrderTask):
            return TaskReply(task=task.name, outcome=CONFIRM, words="", spoken="")
        return await self._told(request, task.ask)

    async def _told(self, request: RunTask, doing: Doing) -> TaskReply:
        locale: Locale = "zh" if request.lang == "zh" else "en"
        try:
            result = await doing(request.facts, self._shop, locale, request.medium)
        except ShopDown as error:
            raise MachineDown("The shop does not answer; offer a human and look at the shop's own state.") from error
        return TaskReply(
            task=result.task, outcome=result.outcome, words=result.words, spoken=result.spoken, facts=result.facts
        )
