"""Actions in the worker's own process answer as an action server would, and none breaks in silence."""

from typing import Any

import jsonschema
import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import ClientResponseError
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection

from frontdesk.rasa_worker.actions_in_process import ActionsInProcess, TurnWatch, check_schema_once

pytestmark = pytest.mark.rasa
TRACKER = {"sender_id": "S", "slots": {}, "latest_message": {}, "events": [], "paused": False, "active_loop": {}}


async def good(dispatcher: Any, tracker: Any, domain: Any) -> list[Any]:
    dispatcher.utter_message(text="hello")
    return [{"event": "slot", "name": "a", "value": 1}]


async def broken(dispatcher: Any, tracker: Any, domain: Any) -> list[Any]:
    raise KeyError("x")


async def rejecting(dispatcher: Any, tracker: Any, domain: Any) -> list[Any]:
    raise ActionExecutionRejection("rejecting")


@pytest.fixture
def watch() -> TurnWatch:
    return TurnWatch()


@pytest.fixture
def endpoint(watch: TurnWatch) -> ActionsInProcess:
    executor = ActionExecutor()
    for action in (good, broken, rejecting):
        executor.register_function(action.__name__, action)
    return ActionsInProcess(executor, watch)


async def call(endpoint: ActionsInProcess, name: str) -> Any:
    return await endpoint.request(json={"next_action": name, "tracker": TRACKER, "sender_id": "S"}, method="post")


async def test_events_and_words_come_back(endpoint: ActionsInProcess) -> None:
    """The answer has the shape of an action server's."""
    answer = await call(endpoint, "good")
    assert answer["events"] == [{"event": "slot", "name": "a", "value": 1}]
    assert answer["responses"][0]["text"] == "hello"


async def test_broken_action_is_noticed(endpoint: ActionsInProcess, watch: TurnWatch) -> None:
    """Rasa would go on without a word; the turn knows which action broke."""
    seen = watch.start()
    with pytest.raises(KeyError):
        await call(endpoint, "broken")
    with pytest.raises(ClientResponseError):
        await call(endpoint, "nobody_wrote_it")
    assert seen == ["broken", "nobody_wrote_it"]


async def test_rejection_is_status_400(endpoint: ActionsInProcess, watch: TurnWatch) -> None:
    """A rejection is no breakage: other rules get their say."""
    seen = watch.start()
    with pytest.raises(ClientResponseError) as caught:
        await call(endpoint, "rejecting")
    assert caught.value.status == 400
    assert seen == []


@pytest.mark.parametrize(
    "answer",
    [
        {"events": [], "responses": []},
        {"events": [{"event": "slot", "name": "a", "value": None}], "responses": [{"text": "x"}]},
        {"events": [{"event": "followup", "name": "action_listen"}], "responses": []},
        {"events": "none"},
        {"events": [{"event": 5}], "responses": []},
        {"events": [], "responses": ["words"]},
        [],
        None,
    ],
)
def test_schema_checked_once_judges_the_same(answer: Any) -> None:
    """The quick check of answers accepts and refuses exactly what Rasa's own does."""

    def verdict(check: Any) -> bool:
        try:
            check()
        except ValidationError:
            return False
        return True

    check_schema_once()
    stock = verdict(lambda: jsonschema.validate(answer, RemoteAction.action_response_format_spec()))
    assert verdict(lambda: RemoteAction("any", None)._validate_action_result(answer)) == stock
