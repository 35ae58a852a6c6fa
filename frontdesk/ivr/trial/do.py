"""One thing done in a trial: a key, words, silence, what a machine answered. Becomes an input at the wait it meets."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from frontdesk.core.errors import FrontdeskError
from frontdesk.core.inputs import (
    BotMessage,
    ChoicePicked,
    ContactLeft,
    DialogueReply,
    Input,
    KeysPressed,
    Machine,
    MachineFailed,
    MachineReplied,
    MachineSlow,
    NothingHeard,
    TaskNote,
    TaskReply,
    TextTyped,
    WaitReply,
    WordsSpoken,
)
from frontdesk.core.waits import AskDialogue, EstimateWait, ForCustomer, ForReply, RunTask, Wait

Verb = Literal["press", "say", "type", "pick", "silence", "hang_up", "task", "bot", "desk", "hours"]
VERBS: tuple[str, ...] = get_args(Verb)
PLAIN = ("silence", "hang_up")  # nothing follows these
FAILURES = ("late", "down", "invalid")
BOT = ("answers", "lost", "human", "finished", *FAILURES)
SLOW = "slow"  # the task is still at work: filler words are heard
DESK = ("staffed", "empty", *FAILURES)
OPEN_WAYS = ("bot", "message")  # besides waiting; a call back needs a number that may be called
STAND_IN = {"en": "These are the words of the task or of the bot.", "zh": "这里是任务或者机器人说的话。"}


class Misfit(FrontdeskError):
    """What a trial does does not fit the wait it meets."""


@dataclass(frozen=True, slots=True)
class Do:
    """`verb` with its argument: the digits, the words, the outcome. `words` and `facts` are what a machine adds."""

    verb: Verb
    what: str = ""
    words: str = ""
    facts: tuple[tuple[str, str], ...] = field(default=())

    @property
    def machine(self) -> bool:
        return self.verb in ("task", "bot", "desk")


def given(do: Do, wait: Wait, at: float, lang: str = "en") -> Input:
    """The input this is, at this wait. Raises Misfit when there is nothing it could answer."""
    match do.verb:
        case "press":
            return KeysPressed(at=at, digits=do.what)
        case "say":
            return WordsSpoken(at=at, text=do.what, confidence=0.9)
        case "type":
            return TextTyped(at=at, text=do.what)
        case "silence":
            return NothingHeard(at=at)
        case "hang_up":
            return ContactLeft(at=at)
        case "pick":
            return _picked(do.what, wait, at)
        case "hours":
            raise Misfit("Opening hours are no input; set them before the step they matter to.")
        case _:
            return _machine(do, wait, at, lang)


def _picked(what: str, wait: Wait, at: float) -> ChoicePicked:
    choices = wait.choices if isinstance(wait, ForCustomer) else ()
    for choice in choices:
        if what in (choice.label, choice.key, choice.payload):
            return ChoicePicked(at=at, payload=choice.payload, title=choice.label)
    there = ", ".join(f"'{choice.label}'" for choice in choices) or "none"
    raise Misfit(f"There is no button '{what}' here; there are: {there}.")


def _machine(do: Do, wait: Wait, at: float, lang: str) -> Input:
    words = do.words or STAND_IN.get(lang, STAND_IN["en"])
    match do.verb, wait:
        case "task", ForReply(request=RunTask()) if do.what == SLOW:
            return MachineSlow(at=at)
        case "task", ForReply(request=RunTask() as task):
            if do.what in FAILURES:
                return _failed("task", do.what, at)
            told = TaskReply(task=task.task, outcome=do.what, words=words, spoken=words, facts=dict(do.facts))
            return MachineReplied(at=at, reply=told)
        case "bot", ForReply(request=AskDialogue()):
            return (
                _failed("dialogue", do.what, at)
                if do.what in FAILURES
                else MachineReplied(at=at, reply=_bot(do, words))
            )
        case "desk", ForReply(request=EstimateWait()):
            if do.what in FAILURES:
                return _failed("estimate", do.what, at)
            staffed = 2 if do.what == "staffed" else 0
            span = (60.0, 180.0) if staffed else (None, None)
            reply = WaitReply(position=1, staffed=staffed, low_s=span[0], high_s=span[1], options=OPEN_WAYS)
            return MachineReplied(at=at, reply=reply)
    raise Misfit(f"Nobody waits for a '{do.verb}' here; {_waits_for(wait)}.")


def _failed(machine: Machine, reason: str, at: float) -> MachineFailed:
    known: Literal["late", "down", "invalid"] = (
        "late" if reason == "late" else "down" if reason == "down" else "invalid"
    )
    return MachineFailed(at=at, machine=machine, reason=known)


def _bot(do: Do, words: str) -> DialogueReply:
    notes = (TaskNote(task="verify_identity", outcome="verified", facts=dict(do.facts)),) if do.facts else ()
    return DialogueReply(
        messages=(BotMessage(text=words),),
        tasks=notes,
        intent="goodbye" if do.what == "finished" else None,
        handoff="asked" if do.what == "human" else None,
        understood=do.what != "lost",
        finished=do.what == "finished",
    )


def _waits_for(wait: Wait) -> str:
    match wait:
        case ForReply(request=RunTask() as task):
            return f"the task '{task.task}' is running, so write 'task: <outcome>'"
        case ForReply(request=AskDialogue()):
            return f"the bot is asked, so write 'bot: {BOT[0]}' or one of {', '.join(BOT[1:])}"
        case ForReply():
            return "the desk is asked how long it takes"
        case ForCustomer():
            return "the customer is asked"
        case _:
            return "the customer waits for a person, or the conversation is over"
