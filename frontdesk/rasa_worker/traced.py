"""A processor that tells a trace what it does: understand, decide, act, keep. Used only where traces are on."""

from typing import Any

from rasa.core.actions.action import Action
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.core.policies.policy import PolicyPrediction
from rasa.shared.core.constants import ACTION_EXTRACT_SLOTS, ACTION_LISTEN_NAME
from rasa.shared.core.trackers import DialogueStateTracker

from frontdesk.conversation.ports import Span
from frontdesk.rasa_worker.processor import QuickProcessor


def traced_processor(span: Span) -> type[QuickProcessor]:
    """A QuickProcessor that opens a span for each step. It holds names of the bot's own: actions, no words and no slots."""

    class TracedProcessor(QuickProcessor):
        """As the parent, followed."""

        def _parse_message_with_graph(
            self, message: UserMessage, tracker: DialogueStateTracker, only_output_properties: bool = True
        ) -> dict[str, Any]:
            with span("understand"):
                return super()._parse_message_with_graph(message, tracker, only_output_properties)

        def _predict_next_with_tracker(self, tracker: DialogueStateTracker) -> PolicyPrediction:
            with span("decide"):
                return super()._predict_next_with_tracker(tracker)

        async def run_action_extract_slots(
            self, output_channel: OutputChannel, tracker: DialogueStateTracker
        ) -> DialogueStateTracker:
            with span(f"act {ACTION_EXTRACT_SLOTS}"):
                return await super().run_action_extract_slots(output_channel, tracker)

        async def _run_action(
            self,
            action: Action,
            tracker: DialogueStateTracker,
            output_channel: OutputChannel,
            nlg: NaturalLanguageGenerator,
            prediction: PolicyPrediction,
        ) -> bool:
            if action.name() == ACTION_LISTEN_NAME:
                return await super()._run_action(action, tracker, output_channel, nlg, prediction)
            with span(f"act {action.name()}"):
                return await super()._run_action(action, tracker, output_channel, nlg, prediction)

        async def save_tracker(self, tracker: DialogueStateTracker) -> None:
            with span("keep"):
                await super().save_tracker(tracker)

    return TracedProcessor
