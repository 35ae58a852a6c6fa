"""A dialogue model that answers by a script; it can be down, slow, or say nothing, as the real one can."""

import asyncio
from collections.abc import Mapping
from typing import Any

from frontdesk.conversation.ports import MachineDown, MachineNonsense
from frontdesk.core.inputs import BotMessage, DialogueReply, TaskNote
from frontdesk.core.waits import AskDialogue, Choice

UNKNOWN: Mapping[str, Any] = {"say": "Sorry, I did not get that.", "understood": False}


class ScriptedDialogue:
    """`script` maps what is asked to an answer; `mood` is fine, down, slow, empty or nonsense."""

    def __init__(self, script: Mapping[str, Mapping[str, Any]] | None = None) -> None:
        self.script = dict(script or {})
        self.mood = "fine"
        self.asked: list[AskDialogue] = []

    async def ask(self, request: AskDialogue, *, session: str) -> DialogueReply:
        self.asked.append(request)
        match self.mood:
            case "down":
                raise MachineDown("scripted: down")
            case "nonsense":
                raise MachineNonsense("scripted: nonsense")
            case "slow":
                await asyncio.sleep(3600)
            case "empty":
                return DialogueReply()
        return reply_of(self.script.get(request.text, UNKNOWN))


def reply_of(answer: Mapping[str, Any]) -> DialogueReply:
    """A script's answer as the reply."""
    said = answer.get("say", [])
    texts = [said] if isinstance(said, str) else list(said)
    buttons = tuple(Choice(label=label, payload=payload) for label, payload in dict(answer.get("buttons", {})).items())
    messages = [BotMessage(text=text) for text in texts]
    if buttons:
        messages[-1] = BotMessage(text=texts[-1], choices=buttons)
    tasks = tuple(
        TaskNote(task=t["task"], outcome=t["outcome"], facts=t.get("facts", {})) for t in answer.get("tasks", [])
    )
    return DialogueReply(
        messages=tuple(messages),
        tasks=tasks,
        intent=answer.get("intent"),
        confidence=answer.get("confidence", 0.9),
        handoff=answer.get("handoff"),
        understood=answer.get("understood", True),
        finished=answer.get("finished", False),
        expects_secret=answer.get("secret", False),
    )
