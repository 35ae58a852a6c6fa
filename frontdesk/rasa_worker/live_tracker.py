"""Rasa's tracker, kept alive between turns: copies without replaying, tells its past without going through all of it."""

import copy
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, overload

from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import Event
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import AnySlotDict, DialogueStateTracker, EventVerbosity, TrackerActiveLoop

from frontdesk.rasa_worker.history import Applied, Past


class LiveTracker(DialogueStateTracker):
    """Gives the same answers as its parent, in time that does not grow with the conversation.

    `horizon`: how many states back the model's policies look; None asks for all of them, by replaying.
    """

    horizon: int | None = None
    active_loop: TrackerActiveLoop | None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._applying = False
        self._restarted = False
        self._told_followup: str | None = None
        self._applied: Applied | None = None
        self._past: Past | None = None
        super().__init__(*args, **kwargs)
        self._applied = Applied(self)

    # What events do, apart from what the processor does between them (it clears a follow-up it has taken).
    def update(self, event: Event, domain: Domain | None = None) -> None:
        """As the parent, and the past is kept up."""
        self._applying = True
        self._restarted = self._restarted or event.type_name == "restart"
        try:
            super().update(event, domain)
        finally:
            self._applying = False
        if self._applied is not None:
            self._applied.take(event, self.events)

    def clear_followup_action(self) -> None:
        super().clear_followup_action()
        if self._applying:
            self._told_followup = None

    def trigger_followup_action(self, action: str) -> None:
        super().trigger_followup_action(action)
        if self._applying:
            self._told_followup = action

    def _reset(self) -> None:
        super()._reset()
        self._told_followup = self.followup_action

    def copy(self) -> DialogueStateTracker:
        """As replaying all events into a new tracker would give it."""
        if isinstance(self.slots, AnySlotDict):
            return super().copy()
        twin = object.__new__(type(self))
        twin.__dict__.update(self.__dict__)
        twin.events = self.events.copy()
        twin.slots = {name: _twin(slot) for name, slot in self.slots.items()}
        twin.active_loop = copy.copy(self.active_loop)
        twin.followup_action = self._told_followup
        twin.model_id = twin.assistant_id = None
        twin._applied = twin._past = None
        return twin

    def applied_events(self) -> list[Event]:
        """As the parent; kept, not searched for."""
        applied = self._applied
        if self._applying or applied is None or applied.seen != len(self.events):
            return list(super().applied_events())
        return applied.events.copy()

    def idx_after_latest_restart(self) -> int:
        """As the parent; most conversations have no restart, which is known without searching for one."""
        return super().idx_after_latest_restart() if self._restarted else 0

    def past_states(
        self,
        domain: Domain,
        omit_unset_slots: bool = False,
        ignore_rule_only_turns: bool = False,
        rule_only_data: Mapping[str, Any] | None = None,
    ) -> list[State]:
        """The newest states within the horizon, the same as the last ones of the parent's."""
        applied, most = self._applied, self.horizon
        if omit_unset_slots or most is None or applied is None or applied.seen != len(self.events):
            return self._replayed_states(domain, omit_unset_slots, ignore_rule_only_turns, rule_only_data)
        past = self._past_in(domain, rule_only_data or {})
        past.catch_up(applied)
        found = past.story_states(most) if ignore_rule_only_turns else past.states(most)
        if found is None:
            return self._replayed_states(domain, omit_unset_slots, ignore_rule_only_turns, rule_only_data)
        return found

    def _replayed_states(self, domain: Domain, *how: Any) -> list[State]:
        return list(super().past_states(domain, *how))

    def _past_in(self, domain: Domain, rule_only: Mapping[str, Any]) -> Past:
        if self._past is None or self._past.domain is not domain or self._past.rule_only != rule_only:
            assert self._applied is not None
            self._applied.same = 0
            self._past = Past(domain, self.init_copy(), dict(rule_only))
        return self._past

    def current_state(self, event_verbosity: EventVerbosity = EventVerbosity.NONE) -> dict[str, Any]:
        """As the parent, but events become dicts only when somebody looks at them, and what began a form is not copied."""
        events = self._events_for_verbosity(event_verbosity)
        loop = self.active_loop
        self.active_loop = None  # for the parent copies all of it, the message with its ranking
        try:
            state: dict[str, Any] = super().current_state(EventVerbosity.NONE)
        finally:
            self.active_loop = loop
        state["active_loop"] = {} if loop is None else dict(vars(loop))
        state["events"] = None if events is None else EventDicts(events)
        return state


def _twin(slot: Slot) -> Slot:
    """What `copy.copy` makes of a slot, without asking how it would be pickled."""
    twin: Slot = object.__new__(type(slot))
    twin.__dict__.update(slot.__dict__)
    return twin


class EventDicts(Sequence[dict[str, Any]]):
    """Events as an action sees them, each made when it is looked at: most actions look at none."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events

    def __len__(self) -> int:
        return len(self._events)

    @overload
    def __getitem__(self, at: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, at: slice) -> list[dict[str, Any]]: ...
    def __getitem__(self, at: int | slice) -> Any:
        if isinstance(at, slice):
            return [event.as_dict() for event in self._events[at]]
        return self._events[at].as_dict()

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (event.as_dict() for event in self._events)

    def __reversed__(self) -> Iterator[dict[str, Any]]:
        return (event.as_dict() for event in reversed(self._events))
