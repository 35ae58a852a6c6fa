"""The machines a simulated session asks, with their delays and failures: the stand-in bot, the tasks, the desk's estimate."""

from actions import Shop
from frontdesk.conversation.service import MACHINE
from frontdesk.core.inputs import DialogueReply, Input, MachineFailed, MachineReplied, Reply
from frontdesk.core.waits import AskDialogue, EstimateWait, ForReply, RunTask
from frontdesk.simulate.bot import QUESTIONS, Asks, StandInBot, run_task
from frontdesk.simulate.chance import Chance, happens, some_time
from frontdesk.simulate.floor import Floor
from frontdesk.simulate.phrases import ANSWERS
from frontdesk.simulate.scenario import Scenario


class StandIns:
    """Answers the engine's requests as inputs, at the time they come in."""

    def __init__(self, scenario: Scenario, bot: StandInBot, floor: Floor, chance: Chance) -> None:
        self._scenario, self._bot, self._floor, self._chance = scenario, bot, floor, chance

    def open(self, shop: Shop) -> None:
        """The shop of a new day."""
        self._bot.shop = shop

    def asks(self, session: str) -> Asks:
        return self._bot.asks(session)

    def forget(self, session: str) -> None:
        self._bot.forget(session)

    def answer(self, wait: ForReply, session: str, at: float) -> Input:
        """The reply, or its failure or lateness."""
        request, bot, shop = wait.request, self._scenario.bot, self._scenario.shop
        if isinstance(request, EstimateWait):
            return MachineReplied(at=at, reply=self._floor.expect(request))
        fails, mean = (bot.fails, bot.takes_s) if isinstance(request, AskDialogue) else (shop.fails, shop.takes_s)
        took = some_time(self._chance, mean, 0.5)
        if happens(self._chance, fails):
            return MachineFailed(at=at + took, machine=MACHINE[request.kind], reason="down")
        if took > wait.deadline_s:
            return MachineFailed(at=at + wait.deadline_s, machine=MACHINE[request.kind], reason="late")
        return MachineReplied(at=at + took, reply=self._reply(request, session))

    def _reply(self, request: AskDialogue | RunTask, session: str) -> Reply:
        return (
            self._bot.ask(request, session) if isinstance(request, AskDialogue) else run_task(request, self._bot.shop)
        )

    @staticmethod
    def answers_question(given: Input, need: str) -> bool:
        """Whether the bot answered what this customer asks, out of the help pages."""
        if need not in QUESTIONS or not isinstance(given, MachineReplied) or not isinstance(given.reply, DialogueReply):
            return False
        words = {message.text for message in given.reply.messages}
        return given.reply.intent == need and any(texts["answer"] in words for texts in ANSWERS.values())
