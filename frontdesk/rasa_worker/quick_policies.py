"""Rasa's rule and memoization policies with the same answers and without their searches through everything."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from rasa.core.policies.memoization import MemoizationPolicy
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.policies.rule_policy import RULES, RULES_FOR_LOOP_UNHAPPY_PATH, RulePolicy
from rasa.shared.core.constants import ACTIVE_LOOP, PREVIOUS_ACTION, SHOULD_NOT_BE_SET, USER
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ACTION_NAME, INTENT, TEXT

Place = tuple[str | None, str | None, str | None]


def place_of(state: State) -> Place:
    """Previous action, intent and loop of a state; None where it does not say."""
    return (
        _said(state.get(PREVIOUS_ACTION, {}).get(ACTION_NAME)),
        _said(state.get(USER, {}).get(INTENT)),
        _said(state.get(ACTIVE_LOOP, {}).get("name")),
    )


def _said(value: Any) -> str | None:
    return value if value and value != SHOULD_NOT_BE_SET else None


class RuleIndex:
    """Rules by what their last state asks for: only those that can fit are looked at."""

    def __init__(self, rules: Mapping[str, Any]) -> None:
        self.keys: dict[Place, list[str]] = {}
        self.longest = 0
        self.has_text = False
        for key in rules:
            states = json.loads(key)
            self.longest = max(self.longest, len(states))
            self.has_text = self.has_text or any(state.get(USER, {}).get(TEXT) for state in states)
            self.keys.setdefault(place_of(states[-1]), []).append(key)

    def candidates(self, state: State) -> Iterator[str]:
        """The keys of rules whose last state may fit this one."""
        action, intent, loop = place_of(state)
        for a in {action, None}:
            for i in {intent, None}:
                for of_loop in {loop, None}:
                    yield from self.keys.get((a, i, of_loop), ())


class QuickRules(RulePolicy):
    """Rules found by an index; a search by text only when a rule has text. Same answers as RulePolicy."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        looked_up = self.lookup or {}
        self._indexes = {
            id(looked_up[part]): RuleIndex(looked_up[part])
            for part in (RULES, RULES_FOR_LOOP_UNHAPPY_PATH)
            if part in looked_up
        }
        self.longest = max((index.longest for index in self._indexes.values()), default=0)
        self._has_text = any(index.has_text for index in self._indexes.values())

    def _get_possible_keys(self, lookup: dict[str, str], states: list[State]) -> set[str]:
        index = self._indexes.get(id(lookup))
        if index is None:
            return set(super()._get_possible_keys(lookup, states))
        possible = set(index.candidates(states[-1]))
        for back, state in enumerate(reversed(states[-index.longest :])):
            possible = {key for key in possible if self._is_rule_applicable(key, back, state)}
            if not possible:
                break
        return possible

    def _find_action_from_rules(
        self, tracker: DialogueStateTracker, domain: Domain, use_text_for_last_user_input: bool
    ) -> tuple[str | None, str | None, bool]:
        if use_text_for_last_user_input and not self._has_text:
            return None, None, False
        found: tuple[str | None, str | None, bool] = super()._find_action_from_rules(
            tracker, domain, use_text_for_last_user_input
        )
        return found

    def format_tracker_states(self, states: list[State]) -> list[State]:
        """Only for debug logs, which are off."""
        return []


class QuickMemory(MemoizationPolicy):
    """Remembered turns by plain keys. Same answers as MemoizationPolicy."""

    @property
    def longest(self) -> int | None:
        """How many states back it looks."""
        return self.config["max_history"] or None

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **_: Any,
    ) -> PolicyPrediction:
        if not self.lookup:
            return self._prediction(self._default_predictions(domain))
        states = self._prediction_states(tracker, domain, rule_only_data=rule_only_data)
        action = self.recall(states, tracker, domain, rule_only_data=rule_only_data)
        if action is None:
            return self._prediction(self._default_predictions(domain))
        return self._prediction(self._prediction_result(action, tracker, domain))


# Rasa writes the class's name into events and compares it later on; conversations must read the same either way.
QuickRules.__name__, QuickMemory.__name__ = RulePolicy.__name__, MemoizationPolicy.__name__
