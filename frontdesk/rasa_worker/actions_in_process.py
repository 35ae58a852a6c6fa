"""Runs custom actions in the worker's own process, where Rasa expects an HTTP endpoint. No second process, no network."""

import logging
from contextvars import ContextVar
from typing import Any

from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

logger = logging.getLogger(__name__)


class TurnWatch:
    """Tells whether an action broke during the present turn; Rasa itself goes on as if nothing had been said."""

    def __init__(self) -> None:
        self._broken: ContextVar[list[str] | None] = ContextVar("broken_actions", default=None)

    def start(self) -> list[str]:
        """Begin a turn; names of actions that break are added to the list."""
        broken: list[str] = []
        self._broken.set(broken)
        return broken

    def broke(self, action: str) -> None:
        broken = self._broken.get()
        if broken is not None:
            broken.append(action)


class ActionsInProcess(EndpointConfig):
    """An `action_endpoint` that calls rasa_sdk's executor. Actions here need no domain, so none is sent along."""

    def __init__(self, executor: ActionExecutor, watch: TurnWatch) -> None:
        super().__init__(url="in-process", enable_selective_domain=True)
        self._executor = executor
        self._watch = watch

    async def request(self, method: str = "post", subpath: str | None = None, **kwargs: Any) -> Any:
        """Answer as an action server would."""
        call = kwargs["json"]
        name = call.get("next_action", "")
        try:
            return await self._executor.run(call)
        except ActionExecutionRejection as error:
            raise ClientResponseError(400, "rejected", f'{{"action_name": "{name}", "error": ""}}') from error
        except ActionNotFoundException as error:
            self._watch.broke(name)
            raise ClientResponseError(404, "not found", "{}") from error
        except Exception as error:
            self._watch.broke(name)
            logger.error("The action %s broke with %s.", name, type(error).__name__, exc_info=error)
            raise


def check_schema_once() -> None:
    """Rasa checks every action's answer, and each time first the schema itself: three quarters of a turn's time.

    The schema never changes, so it is checked here, once; the answers are checked as before. Most of them only set
    slots, which a look can tell.
    """
    schema = RemoteAction.action_response_format_spec()
    kind = validator_for(schema)
    kind.check_schema(schema)
    checker = kind(schema)

    def check(self: RemoteAction, result: Any) -> bool:
        if not _only_sets_slots(result):
            checker.validate(result)
        return True

    RemoteAction._validate_action_result = check


def _only_sets_slots(answer: Any) -> bool:
    """Whether an answer is, by the schema, slots being set and messages."""
    if type(answer) is not dict:
        return False
    events, responses = answer.get("events"), answer.get("responses")
    if type(events) is not list or type(responses) is not list:
        return False
    return all(_sets_slot(event) for event in events) and all(type(response) is dict for response in responses)


def _sets_slot(event: Any) -> bool:
    return (
        type(event) is dict
        and event.get("event") == "slot"
        and type(event.get("name")) is str
        and "value" in event
        and event.get("timestamp") is None
        and "metadata" not in event
    )


def executor_of(package: str) -> ActionExecutor:
    """An executor that knows the actions of a package."""
    executor = ActionExecutor()
    executor.register_package(package)
    return executor
