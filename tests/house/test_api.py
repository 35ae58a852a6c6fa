"""The published HTTP API (docs/reference/openapi.json) is the one that is served."""

import itertools
import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from jsonschema import Draft202012Validator

from frontdesk.app.bootstrap import open_house
from frontdesk.app.doors import application
from frontdesk.app.settings import Settings
from handoff.packet_schema import PACKET_SCHEMA
from tests.house.tree import ROOT

API: dict[str, Any] = json.loads((ROOT / "docs/reference/openapi.json").read_text(encoding="utf-8"))
OURS = ("/api/", "/webhooks/", "/healthz", "/readyz", "/metrics")
Client = TestClient[web.Request, web.Application]
CHANGES = {"X-Frontdesk": "1"}


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[Client]:
    """The whole application on an empty SQLite file; its dialogue worker is down."""
    settings = Settings(
        data_dir=tmp_path, flows_dir=ROOT / "ivr_flows", rasa_url="http://127.0.0.1:9", port=0, _env_file=None
    )
    async with open_house(settings, lambda text: None) as house, TestClient(TestServer(application(house))) as found:
        yield found


def operation(path: str, method: str = "get") -> dict[str, Any]:
    found: dict[str, Any] = API["paths"][path][method]
    return found


def answer(path: str, method: str = "get", status: str = "200") -> dict[str, Any]:
    """The schema of an answer, with the components beside it."""
    said = operation(path, method)["responses"][status]
    if "$ref" in said:
        said = API["components"]["responses"][said["$ref"].rsplit("/", maxsplit=1)[1]]
    return {**said["content"]["application/json"]["schema"], "components": API["components"]}


async def ask(client: Client, path: str, pattern: str = "") -> Any:
    """GET a path and hold its answer to what is published."""
    response = await client.get(path)
    body = await response.json()
    Draft202012Validator(answer(pattern or path, status=str(response.status))).validate(body)
    return body


async def do(client: Client, path: str, pattern: str = "", **body: str) -> Any:
    """POST to a path and hold its answer to what is published."""
    response = await client.post(path, json=body, headers=CHANGES)
    said = await response.json()
    Draft202012Validator(answer(pattern or path, "post", str(response.status))).validate(said)
    return said


async def test_every_route_is_published_and_every_published_route_is_served(client: Client) -> None:
    """The description and the application name the same methods and paths."""
    app = client.server.app  # type: ignore[attr-defined]
    served = {
        (route.method.lower(), route.resource.canonical)
        for route in app.router.routes()
        if route.resource is not None and route.method != "HEAD" and route.resource.canonical.startswith(OURS)
    }
    published = {(method, path) for path, methods in API["paths"].items() for method in methods}
    assert served == published


def test_the_description_is_sound() -> None:
    """Every reference leads somewhere, every schema is one, every operation has its own name and path parameters."""
    for ref in re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(API)):
        place: Any = API
        for part in ref.split("/"):
            place = place[part]
    for schema in API["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    names = [op["operationId"] for methods in API["paths"].values() for op in methods.values()]
    assert len(names) == len(set(names))
    for path, methods in API["paths"].items():
        for op in methods.values():
            assert op["summary"]
            assert op["responses"]
            known = [p.get("name") or p["$ref"].rsplit("/", maxsplit=1)[1].lower() for p in op.get("parameters", [])]
            assert set(re.findall(r"{(\w+)}", path)) <= set(known), path


async def test_answers_keep_to_the_description(client: Client) -> None:
    """A chat that asks for a human, its ticket at the desk and its story on the board all have the published form."""
    await ask(client, "/healthz")
    await ask(client, "/readyz")
    await ask(client, "/api/me")
    chat = "/webhooks/rest/webhook"
    await do(client, chat, sender="", message="hello")
    await do(client, chat, sender="ada", message="hello")
    await do(client, chat, sender="ada", message="0")

    await do(client, "/api/login", username="amy", password="wrong")
    await do(client, "/api/login", username="amy", password="frontdesk")
    await ask(client, "/api/me")
    await ask(client, "/api/me/logins")
    await ask(client, "/api/login/ways")
    await ask(client, "/api/login/company")
    await ask(client, "/api/people")
    await do(client, "/api/me/password", present="wrong", new="a kettle on the tram")
    await do(client, "/api/login", username="ada", password="frontdesk")
    await ask(client, "/api/people")
    await ask(client, "/api/audit")
    await do(client, "/api/people/wei", "/api/people/{agent}", role="supervisor")
    await do(client, "/api/login", username="amy", password="frontdesk")
    await ask(client, "/api/board")
    await do(client, "/api/desk/status", status="asleep")
    await do(client, "/api/desk/status", status="ready")
    await ask(client, "/api/desk")
    await do(client, "/api/logout")


async def test_a_conversation_keeps_to_the_description(client: Client) -> None:
    """From the customer's wish for a human to the closed ticket, every answer has the published form."""
    await do(client, "/api/login", username="sam", password="frontdesk")
    await do(client, "/api/desk/status", status="ready")
    ticket = await _offered(client)
    one, pattern = f"/api/desk/tickets/{ticket}", "/api/desk/tickets/{ticket}"
    assert "error" in await do(client, f"{one}/say", f"{pattern}/say", text="too early")
    await do(client, f"{one}/accept", f"{pattern}/accept")
    await do(client, f"{one}/say", f"{pattern}/say", text="Hello")
    await do(client, f"{one}/typing", f"{pattern}/typing")
    assert "error" in await do(client, f"{one}/read", f"{pattern}/read", turn="1")
    assert "error" in await do(client, f"{one}/files", f"{pattern}/files")
    await ask(client, f"{one}/customer", f"{pattern}/customer")
    await ask(client, f"{one}/tasks", f"{pattern}/tasks")
    await ask(client, f"{one}/hints", f"{pattern}/hints")
    assert "error" in await do(client, f"{one}/tasks/start_return", f"{pattern}/tasks/{{task}}")
    await ask(client, "/api/desk/replies")
    await ask(client, "/api/desk/shift")
    await do(client, "/api/chat/files")
    page = await ask(client, one, pattern)
    Draft202012Validator(PACKET_SCHEMA).validate(page["packet"])
    await do(client, f"{one}/end", f"{pattern}/end")
    await do(client, f"{one}/close", f"{pattern}/close", disposition="solved", note="")
    day = await ask(client, "/api/board")
    story = await ask(client, f"/api/board/sessions/{day['sessions'][0]['id']}", "/api/board/sessions/{session}")
    assert "handoff_closed" in {item["kind"] for item in story["story"]}


async def test_the_board_keeps_to_the_description(client: Client) -> None:
    """Every question the board can be asked, with something in the record and with nothing, and when asked wrongly."""
    await do(client, "/api/login", username="olivia", password="frontdesk")
    board = [
        path
        for path in API["paths"]
        if path.startswith("/api/board/") and not path.endswith(("/ws", "{session}", "{number}"))
    ]
    for path in board:
        await ask(client, f"{path}?one=a&other=b", path)
    await do(client, "/webhooks/rest/webhook", sender="cy", message="hello")
    await do(client, "/webhooks/rest/webhook", sender="cy", message="0")
    for path in board:
        for query in (
            "one=chat&other=voice&by=channel",
            "from=2026-01-31&to=2026-01-01",
            "slice=nothing",
            "figures=none",
        ):
            await ask(client, f"{path}?{query}", path)
    await ask(client, "/api/board/trend?grain=hour&slice=channel&value=chat", "/api/board/trend")
    both = await ask(client, "/api/board/figures?against=before&figures=fcr", "/api/board/figures")
    assert list(both["differences"]) == list(both["before"]["figures"]) == ["fcr"]
    listed = await ask(client, "/api/board/sessions?channel=chat", "/api/board/sessions")
    assert [line["outcome"] for line in listed["sessions"]] == ["running"]


async def _offered(client: Client) -> str:
    """A chat that asks for a human until there is a ticket, offered to the one agent who is ready."""
    numbers = itertools.count(1)
    for message in ("hello", "human please", "human please", "0", "0", "0"):
        await do(client, "/webhooks/rest/webhook", sender="bo", message=message, id=str(next(numbers)))
        await do(client, "/api/desk/status", status="ready")
        desk = await ask(client, "/api/desk")
        if desk["mine"]:
            return str(desk["mine"][0]["id"])
    raise AssertionError("no ticket was offered")


OPEN = {"login", "logout", "ways_in", "company_login", "company_login_back", "send_chat_file", "chat_files_preflight"}


def _guarded() -> list[tuple[str, str]]:
    """Every operation of /api behind a log-in, with names in place of its parameters."""
    return [
        (method, re.sub(r"{\w+}", "T-1", path))
        for path, methods in API["paths"].items()
        for method, op in methods.items()
        if path.startswith("/api/") and op["operationId"] not in OPEN
    ]


async def test_nothing_of_ours_is_open_to_strangers(client: Client) -> None:
    """Every route of /api but those of logging in and out wants a log-in, and says so."""
    for method, path in _guarded():
        response = await client.request(method, path, headers=CHANGES)
        assert response.status == 401, path
        assert (await response.json())["error"]


async def test_forged_posts_are_refused(client: Client) -> None:
    """Whatever changes something wants the header that another site's form can't send, even with a log-in."""
    await do(client, "/api/login", username="sam", password="frontdesk")
    for method, path in _guarded():
        if method == "post":
            response = await client.post(path, json={"status": "ready"})
            assert response.status == 403, path


async def test_every_answer_is_guarded_by_headers(client: Client) -> None:
    """Pages, errors and API alike: own content only, no sniffing, no frames; the API's answers are kept by nobody."""
    for path in ("/", "/chat", "/healthz", "/api/me", "/nowhere", "/widget.js"):
        headers = (await client.get(path)).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
    assert (await client.get("/api/me")).headers["Cache-Control"] == "no-store"


async def test_measures_hold_no_ids(client: Client) -> None:
    """Requests are counted by their route's pattern: paths may hold ids of sessions and tickets."""
    await client.get("/api/board/sessions/S-0123456789")
    measures = await (await client.get("/metrics")).text()
    assert "S-0123456789" not in measures
    assert 'route="/api/board/sessions/{session}"' in measures
