"""A conversation's past as Rasa's policies look at it, kept up with each event instead of replayed for each question."""

import copy
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rasa.shared.core.constants import PREVIOUS_ACTION
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import ActionExecuted, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

KEPT = 128  # moments kept; a policy that looks further back gets a full replay


class Applied:
    """`applied_events()` of a tracker, event by event, by Rasa's own rules of undoing. `same` counts what stayed."""

    def __init__(self, tracker: DialogueStateTracker) -> None:
        self._rules = tracker  # whose methods know what undoes what; its own events are never read
        self.events: list[Event] = []
        self.seen = 0
        self.same = 0
        self._loops: set[str] = set()

    def take(self, event: Event, everything: Iterable[Event]) -> None:
        """The next event. A loop's first start changes how earlier events count: then `everything` is taken again."""
        if event.type_name in ("active_loop", "form") and event.name and event.name not in self._loops:
            self._again(everything)
        else:
            self._take(event)

    def _again(self, everything: Iterable[Event]) -> None:
        events = list(everything)
        self._loops |= {e.name for e in events if e.type_name in ("active_loop", "form") and e.name}
        self.events.clear()
        self.seen = self.same = 0
        for event in events:
            self._take(event)

    def _take(self, event: Event) -> None:
        self.seen += 1
        kind = event.type_name
        if kind in ("restart", "session_started"):
            self.events.clear()
        elif kind == "undo":
            self._rules._undo_till_previous(ActionExecuted, self.events)
        elif kind == "rewind":
            self._rules._undo_till_previous(UserUttered, self.events)
            self._rules._undo_till_previous(ActionExecuted, self.events)
        elif kind == "action" and event.action_name in self._loops and not self._first_time(event.action_name):
            self._back_to_loop(event.action_name)
            return
        else:
            self.events.append(event)
            return
        self.same = min(self.same, len(self.events))

    def _first_time(self, loop: str) -> bool:
        return bool(self._rules._first_loop_execution_or_unhappy_path(loop, self.events))

    def _back_to_loop(self, loop: str) -> None:
        before = len(self.events)
        at = next(
            (i for i in range(before - 1, -1, -1) if getattr(self.events[i], "action_name", None) == loop
             and isinstance(self.events[i], ActionExecuted)), -1,
        )  # fmt: skip
        self._rules._undo_till_previous_loop_execution(loop, self.events)
        self.same = min(self.same, at + 1)


@dataclass(slots=True)
class Moment:
    """Just before an action: how the tracker stood, and what a policy for stories makes of it."""

    at: int  # events applied before
    hidden: bool  # whether the action belongs to a turn that stories do not know
    state: State
    standing: tuple[Any, ...]
    fold: "Fold"


@dataclass(frozen=True, slots=True)
class Fold:
    """Where `states_for_tracker_history` with `ignore_rule_only_turns` stands after a moment."""

    hidden: bool = False
    action: Any = None
    last: State | None = None  # the newest state told
    told: bool = False  # whether this moment told it


@dataclass(slots=True)
class Past:
    """The moments of one tracker."""

    domain: Domain
    replayed: DialogueStateTracker
    rule_only: Mapping[str, Any] = field(default_factory=dict)
    moments: list[Moment] = field(default_factory=list)
    done: int = 0
    forgotten: bool = False

    def catch_up(self, applied: Applied) -> None:
        """Replay what is new. What was undone since is taken back to the moment before it."""
        if applied.same < self.done:
            self._back_to(applied.same)
        for event in applied.events[self.done :]:
            if event.type_name == "action":
                self._remember(event)
            event.apply_to(self.replayed)
            self.done += 1
        applied.same = len(applied.events)

    def _back_to(self, count: int) -> None:
        while self.moments and self.moments[-1].at > count:
            self.moments.pop()
        if self.moments:
            moment = self.moments.pop()
            self.done = moment.at
            put_back(self.replayed, moment.standing)
        else:
            self.done, self.forgotten = 0, False
            self.replayed._reset()
            self.replayed.latest_action = {}

    def _remember(self, event: ActionExecuted) -> None:
        state = self.domain.get_active_state(self.replayed)
        fold = self._fold(self.moments[-1].fold if self.moments else Fold(), state, hide=event.hide_rule_turn)
        self.moments.append(Moment(self.done, event.hide_rule_turn, state, standing_of(self.replayed), fold))
        if len(self.moments) > 2 * KEPT:
            del self.moments[:KEPT]
            self.forgotten = True

    def _fold(self, before: Fold, given: State, *, hide: bool) -> Fold:
        """One step of Domain.states_for_tracker_history for policies that learn from stories."""
        tracker, hidden, action = self.replayed, before.hidden, before.action
        if not hidden:
            action = tracker.latest_action
        if not tracker.followup_action and tracker.latest_action_name != tracker.active_loop_name:
            hidden = hide
        if hidden:
            return Fold(hidden, action, before.last)
        state = copied(given)
        self.domain._remove_rule_only_features(state, dict(self.rule_only))
        if before.last is not None:
            self.domain._substitute_rule_only_user_input(state, before.last)
        if action:
            state[PREVIOUS_ACTION] = action
        return Fold(hidden, action, self.domain._clean_state(state), told=True)

    def states(self, most: int) -> list[State] | None:
        """The newest states, the present one last; None when they reach further back than what is kept."""
        now = self.domain.get_active_state(self.replayed)
        return self._newest([m.state for m in self.moments[-most:]], now, most)

    def story_states(self, most: int) -> list[State] | None:
        """The same for policies that learn from stories."""
        now = self.domain.get_active_state(self.replayed)
        fold = self._fold(self.moments[-1].fold if self.moments else Fold(), now, hide=False)
        told: list[State] = []
        for moment in reversed(self.moments):
            if len(told) == most:
                break
            if moment.fold.told and moment.fold.last is not None:
                told.append(moment.fold.last)
        told.reverse()
        return self._newest(told, fold.last if fold.told else None, most)

    def _newest(self, before: Sequence[State], now: State | None, most: int) -> list[State] | None:
        found = [*before, *([now] if now is not None else [])]
        if self.forgotten and len(found) < most:
            return None
        return [copied(state) for state in found[-most:]]


def copied(state: State) -> State:
    """Featurizers take things out of the states they are given."""
    return {kind: dict(part) for kind, part in state.items()}


def standing_of(tracker: DialogueStateTracker) -> tuple[Any, ...]:
    """Everything events can change of a tracker."""
    return (
        {name: (slot._value, slot._has_been_set) for name, slot in tracker.slots.items()},
        tracker._paused,
        tracker.followup_action,
        tracker.latest_action,
        tracker.latest_message,
        tracker.latest_bot_utterance,
        copy.copy(tracker.active_loop),
    )


def put_back(tracker: DialogueStateTracker, standing: tuple[Any, ...]) -> None:
    """The tracker as it stood."""
    slots, *rest, loop = standing
    for name, (value, been_set) in slots.items():
        tracker.slots[name]._value, tracker.slots[name]._has_been_set = value, been_set
    (
        tracker._paused,
        tracker.followup_action,
        tracker.latest_action,
        tracker.latest_message,
        tracker.latest_bot_utterance,
    ) = rest
    tracker.active_loop = copy.copy(loop)
