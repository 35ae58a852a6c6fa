"""The loaded bot: takes one message, gives Rasa's answer plus what was understood. Knows no HTTP."""

import gc
import itertools
import logging
import unicodedata
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.shared.core.events import SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.log_utils import configure_structlog

from actions.shop import Shop
from actions.talk.notes import note
from actions.talk.shop import HOLDER
from frontdesk.adapters.traced_shop import traced_shop
from frontdesk.conversation.ports import Span
from frontdesk.core.errors import FrontdeskError
from frontdesk.rasa_worker.actions_in_process import ActionsInProcess, TurnWatch, check_schema_once, executor_of
from frontdesk.rasa_worker.locks import WaitingLockStore
from frontdesk.rasa_worker.processor import QuickAgent
from frontdesk.rasa_worker.quick_actions import actions_of_ours
from frontdesk.rasa_worker.rest import Posted
from frontdesk.rasa_worker.seams import apply
from frontdesk.rasa_worker.traced import traced_processor
from frontdesk.rasa_worker.tracker_store import SqlTrackerStore


class TurnBroke(FrontdeskError):
    """An action broke or the bot had nothing to say; the front desk should offer a human."""


class Bot:
    """A Rasa agent with actions in the same process and conversations in our database."""

    def __init__(self, agent: QuickAgent, store: SqlTrackerStore, watch: TurnWatch) -> None:
        self._agent = agent
        self._store = store
        self._watch = watch

    @property
    def model(self) -> str:
        """The file name of the loaded model."""
        return self._agent.model_name or ""

    async def answer(self, message: Posted) -> list[dict[str, Any]]:
        """Rasa's messages in the REST channel's form. Raises TurnBroke rather than staying silent."""
        broken = self._watch.start()
        channel = CollectingOutputChannel()
        text = unicodedata.normalize("NFKC", message.text)
        given = UserMessage(text, channel, message.sender, input_channel="rest", metadata=dict(message.metadata))
        await self._agent.handle_message(given)
        if broken:
            raise TurnBroke(f"The action {broken[0]} broke; see the worker's log.")
        if not channel.messages:
            raise TurnBroke("The bot had nothing to say; see that every intent has a rule.")
        return [*channel.messages, self._understood(message.sender)]

    def _understood(self, sender: str) -> dict[str, Any]:
        tracker = self._store.alive(sender)
        intent = tracker.latest_message.intent if tracker and tracker.latest_message else {}
        name, confidence = intent.get("name"), float(intent.get("confidence") or 0.0)
        need = _need(tracker) if tracker else None
        return {"recipient_id": sender, "custom": note("nlu", intent=name, confidence=round(confidence, 4), need=need)}

    async def close(self) -> None:
        await self._store.close()


def _need(tracker: DialogueStateTracker) -> str | None:
    """What the bot is in the middle of, or has just done."""
    if tracker.active_loop_name:
        need: str | None = tracker.get_slot("need")
        return need
    since = itertools.takewhile(lambda event: not isinstance(event, UserUttered), reversed(tracker.events))
    return next((event.value for event in since if isinstance(event, SlotSet) and event.key == "last_need"), None)


def load_bot(model: Path, store: SqlTrackerStore, shop: Shop, span: Span | None = None) -> Bot:
    """Load a trained model. Takes seconds; what stays for good is kept out of the garbage collector's way. `span` follows it."""
    quiet_logs()
    check_schema_once()
    HOLDER.hand_in(shop if span is None else traced_shop(shop, span))
    watch = TurnWatch()
    actions = ActionsInProcess(executor_of("actions.talk"), watch)
    apply(actions_of_ours)
    agent = QuickAgent(tracker_store=store, lock_store=WaitingLockStore(), action_endpoint=actions)
    if span is not None:
        agent.processor_kind = traced_processor(span)
    agent.load_model(model)
    if not agent.is_ready():
        raise FrontdeskError(f"The model {model.name} could not be loaded; train again with --force.")
    gc.collect()
    gc.freeze()
    return Bot(agent, store, watch)


def quiet_logs() -> None:
    """Warnings and worse only: Rasa's lower levels hold customers' words and cost time."""
    for name in ("", "rasa", "rasa_sdk", "matplotlib", "apscheduler"):
        logging.getLogger(name).setLevel(logging.WARNING)
    configure_structlog(logging.WARNING)
