"""The stand-in for the dialogue model: understands the simulated callers, most of the time, and runs the real tasks.

It follows the real bot's rules (bot/rules): identity before an order, a yes before a return, a person for what it can't do.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from actions import TASKS, Locale, Shop, TaskResult
from frontdesk.core.inputs import BotMessage, DialogueReply, TaskNote, TaskReply
from frontdesk.core.waits import AskDialogue, Choice, RunTask
from frontdesk.simulate.at_once import at_once
from frontdesk.simulate.chance import Chance, happens, one_of
from frontdesk.simulate.phrases import MEANING, answer
from frontdesk.simulate.scenario import Bot

Asks = Literal["anything", "number", "last4", "return", "person"]
TASK_OF = {"order_status": "order_status", "return_item": "start_return"}
QUESTIONS = ("product_question", "invoice", "contact_hours")  # what help pages may answer
LOST = "nlu_fallback"
MISTAKEN_FOR = ("order_status", "return_item", "product_question", "refund_status", "delivery_problem", LOST, LOST)
MOST_TRIES = 3


@dataclass(slots=True)
class Talk:
    """How far one conversation is."""

    asks: Asks = "anything"
    goal: str = ""
    number: str = ""
    customer: str = ""
    tries: int = 0
    facts: dict[str, str] = field(default_factory=dict)


class StandInBot:
    """Answers as `DialogueReply`, at once."""

    def __init__(self, manner: Bot, shop: Shop, chance: Chance) -> None:
        self._manner, self._chance = manner, chance
        self.shop = shop
        self._talks: dict[str, Talk] = {}

    def asks(self, session: str) -> Asks:
        """What the bot wants to hear next."""
        return self._talk(session).asks

    def forget(self, session: str) -> None:
        self._talks.pop(session, None)

    def ask(self, request: AskDialogue, session: str) -> DialogueReply:
        talk = self._talk(session)
        _remember(talk, request.known)
        if request.text in ("yes", "no") and talk.asks in ("return", "person"):
            intent = "affirm" if request.text == "yes" else "deny"
        else:
            intent = self._understood(request.text)
        digits = re.sub(r"\D", "", request.text)
        if digits and talk.asks in ("number", "last4"):
            return self._given(talk, digits, request)
        return self._meant(talk, intent, request)

    def _talk(self, session: str) -> Talk:
        return self._talks.setdefault(session, Talk())

    def _understood(self, text: str) -> str:
        intent = MEANING.get(text, LOST)
        if intent == "lost":
            return LOST
        certain = intent in ("human_agent", "affirm", "deny", "goodbye", "thanks")
        if not certain and happens(self._chance, self._manner.misunderstands):
            return str(one_of(self._chance, MISTAKEN_FOR))
        return intent

    def _given(self, talk: Talk, digits: str, request: AskDialogue) -> DialogueReply:
        """A number that was asked for."""
        if talk.asks == "number":
            talk.number, talk.asks = digits, "last4"
            if talk.customer:
                return self._serve(talk, request, ())
            return _say(request, "ask_last4", "inform", secret=True)
        facts = {"order_number": talk.number, "last4": digits}
        shown = self._run("verify_identity", facts, request)
        note = TaskNote(task=shown.task, outcome=shown.outcome, facts=shown.facts)
        if shown.outcome == "verified":
            talk.facts |= shown.facts
            talk.customer = shown.facts["customer_id"]
            return self._serve(talk, request, (note,))
        talk.tries += 1
        if shown.outcome == "mismatch" and talk.tries < MOST_TRIES:
            talk.asks = "number"
            return replace(_tell(request, shown.words, "inform"), tasks=(note,))
        talk.asks = "anything"
        return replace(_tell(request, shown.words, "inform"), tasks=(note,), handoff="task")

    def _serve(self, talk: Talk, request: AskDialogue, notes: tuple[TaskNote, ...]) -> DialogueReply:
        """Identity and order are known: do it, after a yes where it takes one."""
        if talk.goal == "return_item" and talk.asks != "return":
            talk.asks = "return"
            return replace(_say(request, "ask_return", "inform", yes_no=True), tasks=notes)
        done = self._run(TASK_OF.get(talk.goal, "order_status"), talk.facts | {"order_number": talk.number}, request)
        talk.asks = "anything"
        note = TaskNote(task=done.task, outcome=done.outcome, facts=done.facts)
        words = f"{done.words} {answer(request.lang, 'more')}"
        return replace(_tell(request, words, "inform"), tasks=(*notes, note))

    def _run(self, task: str, facts: Mapping[str, str], request: AskDialogue) -> TaskResult:
        locale: Locale = "zh" if request.lang == "zh" else "en"
        return at_once(TASKS[task].run(facts, self.shop, locale, request.medium))

    def _meant(self, talk: Talk, intent: str, request: AskDialogue) -> DialogueReply:
        asked, talk.asks = talk.asks, "anything"
        match intent:
            case "human_agent":
                return replace(_say(request, "handoff", intent), handoff="asked")
            case "complaint":
                return replace(_say(request, "handoff", intent), handoff="complaint")
            case "order_status" | "return_item":
                return self._begin(talk, intent, request)
            case "affirm" if asked == "person":
                return replace(_say(request, "handoff", intent), handoff="asked")
            case "affirm" if asked == "return":
                talk.asks = "return"
                return replace(self._serve(talk, request, ()), intent=intent)
            case "goodbye":
                return replace(_say(request, "bye", intent), finished=True)
            case "thanks" | "affirm" | "deny":
                return _say(request, "more", intent)
            case "nlu_fallback":
                talk.asks = asked
                return replace(_say(request, "lost", None), understood=False)
            case _ if intent in QUESTIONS and happens(self._chance, self._manner.knows):
                return _say(request, "answer", intent)
            case _:
                talk.asks = "person"
                return _say(request, "offer_person", intent, yes_no=True)

    def _begin(self, talk: Talk, intent: str, request: AskDialogue) -> DialogueReply:
        talk.goal = intent
        if talk.customer and talk.number:
            return replace(self._serve(talk, request, ()), intent=intent)
        talk.asks = "number"
        return _say(request, "ask_number", intent)


def _remember(talk: Talk, known: Mapping[str, str]) -> None:
    """What the menus have found out already."""
    talk.facts |= known
    talk.customer = talk.customer or known.get("customer_id", "")
    talk.number = talk.number or known.get("order_number", "")


def _tell(request: AskDialogue, words: str, intent: str | None) -> DialogueReply:
    return DialogueReply(messages=(BotMessage(text=words),), intent=intent, confidence=0.9)


def _say(
    request: AskDialogue, key: str, intent: str | None, *, secret: bool = False, yes_no: bool = False
) -> DialogueReply:
    choices = tuple(Choice(label=answer(request.lang, which), payload=which) for which in ("yes", "no")) * yes_no
    message = BotMessage(text=answer(request.lang, key), choices=choices)
    return DialogueReply(messages=(message,), intent=intent, confidence=0.9, expects_secret=secret)


def run_task(request: RunTask, shop: Shop) -> TaskReply:
    """A task the menus ask for."""
    locale: Locale = "zh" if request.lang == "zh" else "en"
    done = at_once(TASKS[request.task].run(request.facts, shop, locale, request.medium))
    return TaskReply(task=done.task, outcome=done.outcome, words=done.words, spoken=done.spoken, facts=done.facts)
