"""Rasa's forms and slot filling with the same events, on copies of the live tracker instead of replays of all events."""

from collections.abc import Callable
from typing import Any

from rasa.core.actions.action import ACTION_VALIDATE_SLOT_MAPPINGS, Action, ActionExtractSlots
from rasa.core.actions.forms import FormAction
from rasa.core.channels.channel import OutputChannel
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.shared.core.constants import DEFAULT_SLOT_NAMES, REQUESTED_SLOT
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from frontdesk.rasa_worker.actions_in_process import ActionsInProcess
from frontdesk.rasa_worker.live_tracker import LiveTracker

BARE = {"type": "custom"}  # a mapping that leaves its slot to action_validate_slot_mappings
Make = Callable[[str, Domain, EndpointConfig | None], Action]


def actions_of_ours(stock: Make) -> Make:
    """Makes each action once per model and gives ours for forms and slot filling, where actions run in this process."""
    made: dict[tuple[str, int], tuple[Domain, Action]] = {}

    def make(name: str, domain: Domain, endpoint: EndpointConfig | None) -> Action:
        if not isinstance(endpoint, ActionsInProcess):
            return stock(name, domain, endpoint)
        known = made.get((name, id(endpoint)))
        if known is None or known[0] is not domain:
            known = made[name, id(endpoint)] = (domain, _ours(stock(name, domain, endpoint), endpoint))
        return known[1]

    return make


def _ours(action: Action, endpoint: ActionsInProcess) -> Action:
    if type(action) is ActionExtractSlots:
        return QuickSlots(endpoint)
    if type(action) is FormAction:
        return QuickForm(action.name(), endpoint)
    return action


def _with(tracker: DialogueStateTracker, events: list[Event]) -> DialogueStateTracker | None:
    """The tracker as it will be after these events; None when only a replay can tell."""
    if not isinstance(tracker, LiveTracker) or tracker.idx_after_latest_restart():
        return None
    twin = tracker.copy()
    for event in events:
        twin.update(event)
    return twin


class QuickSlots(ActionExtractSlots):
    """ActionExtractSlots, which asks nothing of each slot where only a custom action fills any."""

    _known: tuple[Domain, bool] | None = None

    async def run(
        self,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
        domain: Domain,
    ) -> list[Event]:
        if self._known is None or self._known[0] is not domain:
            self._known = (domain, _filled_by_one_action(domain))
        if self._known[1]:
            return await self._execute_validation_action([], output_channel, nlg, tracker, domain)
        found: list[Event] = await super().run(output_channel, nlg, tracker, domain)
        return found

    async def _execute_validation_action(
        self,
        extraction_events: list[Event],
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
        domain: Domain,
    ) -> list[Event]:
        found = [event for event in extraction_events if isinstance(event, SlotSet)]
        ahead = _with(tracker, list(found)) if ACTION_VALIDATE_SLOT_MAPPINGS in domain.user_actions else None
        if ahead is None:
            stock: list[Event] = await super()._execute_validation_action(
                extraction_events, output_channel, nlg, tracker, domain
            )
            return stock
        valid = await self._run_custom_action(ACTION_VALIDATE_SLOT_MAPPINGS, output_channel, nlg, ahead, domain)
        checked = {event.key for event in valid if isinstance(event, SlotSet)}
        return [*valid, *(event for event in found if event.key not in checked)]


def _filled_by_one_action(domain: Domain) -> bool:
    """Whether no slot has a mapping that does anything by itself: `type: custom` and nothing more."""
    of_ours = (slot for slot in domain.slots if slot.name not in DEFAULT_SLOT_NAMES)
    return all(mapping == BARE for slot in of_ours for mapping in slot.mappings)


class QuickForm(FormAction):
    """FormAction."""

    def _temporary_tracker(
        self, current_tracker: DialogueStateTracker, additional_events: list[Event], domain: Domain
    ) -> DialogueStateTracker:
        asked: Any = SlotSet(REQUESTED_SLOT, self.get_slot_to_fill(current_tracker))
        ahead = _with(current_tracker, [asked, ActionExecuted(self.name()), *additional_events])
        if ahead is None:
            return super()._temporary_tracker(current_tracker, additional_events, domain)
        return ahead
