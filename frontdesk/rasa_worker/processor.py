"""Rasa's message processor with the same turns and events, without copies, replays and searches that answer nothing."""

import dataclasses
import functools
import logging
from pathlib import Path
from typing import Any, ClassVar

from rasa.core.actions.action import Action
from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.core.policies.memoization import MemoizationPolicy
from rasa.core.policies.policy import Policy, PolicyPrediction
from rasa.core.policies.rule_policy import RulePolicy
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import TrackerStore
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelMetadata, ModelStorage
from rasa.graph_components.providers.domain_provider import DomainProvider
from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.utils.common import TempDirectoryPath, get_temp_dir_name

from frontdesk.rasa_worker.in_order import InOrderRunner
from frontdesk.rasa_worker.live_tracker import LiveTracker
from frontdesk.rasa_worker.quick_policies import QuickMemory, QuickRules
from frontdesk.rasa_worker.seams import PAYLOAD_READER

logger = logging.getLogger(__name__)
LISTENING = (ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME)


class QuickRunner(InOrderRunner):
    """Rasa's graph with our policies in place of the ones they answer like."""

    instead: ClassVar = {RulePolicy: QuickRules, MemoizationPolicy: QuickMemory}


def _with_domain(schema: GraphSchema, domain: Domain) -> GraphSchema:
    """The graph with a provider that has this domain at hand: Rasa's reads the same one from YAML, three times over."""

    class DomainAtHand(DomainProvider):
        @classmethod
        def load(
            cls,
            config: dict[str, Any],
            model_storage: ModelStorage,
            resource: Resource,
            execution_context: ExecutionContext,
            **kwargs: Any,
        ) -> DomainProvider:
            return cls(model_storage, resource, domain)

    at_hand = {
        name: dataclasses.replace(node, uses=DomainAtHand)
        for name, node in schema.nodes.items()
        if node.uses is DomainProvider
    }
    return GraphSchema({**schema.nodes, **at_hand})


class QuickProcessor(MessageProcessor):
    """A MessageProcessor. `tests/bot/test_same_as_rasa.py` compares it with its parent, event by event."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        LiveTracker.horizon = horizon_of(self.graph_runner)

    @staticmethod
    def _load_model(model_path: str | Path) -> tuple[str, ModelMetadata, QuickRunner]:
        """The model of a file, in our runner."""
        with TempDirectoryPath(get_temp_dir_name()) as folder:
            storage, metadata = LocalModelStorage.from_model_archive(Path(folder), Path(model_path))
            schema = metadata.predict_schema
            context = ExecutionContext(schema, metadata.model_id)
            runner = QuickRunner.create(_with_domain(schema, metadata.domain), storage, context)
        return Path(model_path).name, metadata, runner

    def _parse_message_with_graph(
        self, message: UserMessage, tracker: DialogueStateTracker, only_output_properties: bool = True
    ) -> dict[str, Any]:
        """A payload (`/intent{…}`) says itself what it means; only words go through the pipeline."""
        if message.text and message.text.startswith(INTENT_MESSAGE_PREFIX):
            given = Message({TEXT: message.text})
            read = YAMLStoryReader.unpack_regex_message(given, self.domain, entity_extractor_name=PAYLOAD_READER)
            if read is not given:
                nothing = {TEXT: "", INTENT: {INTENT_NAME_KEY: None, PREDICTED_CONFIDENCE_KEY: 0.0}, ENTITIES: []}
                return {**nothing, **read.as_dict(only_output_properties=only_output_properties)}
        return dict(super()._parse_message_with_graph(message, tracker, only_output_properties))

    def _check_for_unseen_features(self, parse_data: dict[str, Any]) -> None:
        """As the parent, which says nothing of what the domain knows, but compares all of the domain before."""
        entities = (entity["entity"] for entity in parse_data[ENTITIES] or ())
        intent = parse_data[INTENT][INTENT_NAME_KEY]
        if (intent and intent not in self.domain.intent_properties) or not self._entities.issuperset(entities):
            super()._check_for_unseen_features(parse_data)

    @functools.cached_property
    def _entities(self) -> frozenset[str | None]:
        return frozenset([None, "", *self.domain.entities])

    def is_action_limit_reached(self, tracker: DialogueStateTracker, should_predict_another_action: bool) -> bool:
        """As the parent, looking no further back than this turn."""
        if not should_predict_another_action:
            return False
        count = 0
        for event in reversed(tracker.events):
            if isinstance(event, ActionExecuted):
                if event.action_name in LISTENING:
                    break
                count += 1
        return bool(count >= self.max_number_of_predictions)

    async def _run_action(
        self,
        action: Action,
        tracker: DialogueStateTracker,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        prediction: PolicyPrediction,
    ) -> bool:
        """As the parent; listening does nothing and needs no copy of the tracker to do it with."""
        if action.name() == ACTION_LISTEN_NAME:
            self._log_action_on_tracker(tracker, action, [], prediction)
            return False
        return bool(await super()._run_action(action, tracker, output_channel, nlg, prediction))

    def _log_action_on_tracker(
        self, tracker: DialogueStateTracker, action: Action, events: list[Event] | None, prediction: PolicyPrediction
    ) -> None:
        """As the parent, without copies for a debug log that is off."""
        events = events or []
        if not any(event.type_name == "action_execution_rejected" for event in events):
            tracker.update_with_events(prediction.events, self.domain)
            tracker.update(action.event_for_successful_execution(prediction))
        tracker.update_with_events(events, self.domain)

    @staticmethod
    def _log_slots(tracker: DialogueStateTracker) -> None:
        """Slots hold what customers said; they are not logged."""


class QuickAgent(Agent):
    """An Agent with our processor, whose store's errors are errors: an answer that could not be kept is not given."""

    processor_kind: type[QuickProcessor] = QuickProcessor

    def load_model(self, model_path: str | Path, fingerprint: str | None = None) -> None:
        self.processor = self.processor_kind(
            model_path=model_path,
            tracker_store=self.tracker_store,
            lock_store=self.lock_store,
            action_endpoint=self.action_endpoint,
            generator=self.nlg,
            http_interpreter=self.http_interpreter,
        )
        self.domain = self.processor.domain
        self._set_fingerprint(fingerprint)
        self.tracker_store.domain = self.domain
        self.nlg.responses = self.domain.responses

    @staticmethod
    def _create_tracker_store(store: TrackerStore | None, domain: Any) -> TrackerStore:
        """The store itself: Rasa's wrapper would go on in memory and forget the conversation at the next start."""
        assert store is not None
        store.domain = domain
        return store


def horizon_of(runner: QuickRunner) -> int | None:
    """How many states back the model's policies look; None when one of them may look at all."""
    looks = [getattr(component, "longest", None) for component in runner.components() if isinstance(component, Policy)]
    known = [look for look in looks if look is not None]
    return max(known) + 2 if known and len(known) == len(looks) else None
