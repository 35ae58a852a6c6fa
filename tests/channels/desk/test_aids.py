"""What helps the agent beside the conversation: files, signs of life, the customer as a whole, tasks, ready-made replies."""

import asyncio
import itertools
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from frontdesk.app.bootstrap import open_house
from frontdesk.app.doors import application
from frontdesk.app.house import House
from frontdesk.app.settings import Settings
from frontdesk.app.staff_doors import chat_tokens
from frontdesk.channels.desk.replies import BadReplies, read_replies
from frontdesk.channels.files import MOST_BYTES, MOST_PER_SESSION, Files, NotTaken, kind_of, shown_name
from frontdesk.core.inputs import ContactStarted, KeysPressed, TextTyped
from tests.house.tree import ROOT

Client = TestClient[web.Request, web.Application]
OURS = {"X-Frontdesk": "1"}
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="window.__pwned=1"/>'


@dataclass(slots=True)
class Desk:
    """A house with Amy at the desk and a customer in a chat with her."""

    house: House
    client: Client
    token: str
    ticket: str = ""
    keys: "itertools.count[int]" = None  # type: ignore[assignment]

    async def post(self, path: str, **body: Any) -> tuple[int, Any]:
        async with self.client.post(path, json=body, headers=OURS) as response:
            return response.status, await response.json()

    async def get(self, path: str) -> tuple[int, Any]:
        async with self.client.get(path) as response:
            return response.status, await response.json()

    async def customer(self, text: str) -> None:
        given = TextTyped(at=1_800_000_000.0, text=text)
        await self.house.turns.handle(f"chat:{self.token}", given, f"k{next(self.keys)}")

    async def send(self, content: bytes, name: str = "a.png", **headers: str) -> tuple[int, Any]:
        """A file of the customer's."""
        about = {"X-Chat": self.token, "X-File-Name": name} | headers
        async with self.client.post("/api/chat/files", data=content, headers=about) as response:
            return response.status, await response.json()

    @property
    def at(self) -> str:
        return f"/api/desk/tickets/{self.ticket}"

    async def to_a_person(self) -> None:
        """The customer asks for a person until Amy is offered the ticket, and she takes it."""
        for _ in range(20):
            mine = (await self.get("/api/desk"))[1]["mine"]
            if mine:
                self.ticket = mine[0]["id"]
                assert (await self.post(f"{self.at}/accept"))[0] == 200
                return
            await self.customer("0")
            await self.post("/api/desk/status", status="ready")
            await asyncio.sleep(0.05)
        raise AssertionError("No ticket was offered.")


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    (tmp_path / "desk").mkdir()
    shutil.copy(ROOT / "desk/replies.yml", tmp_path / "desk")
    settings = Settings(
        data_dir=tmp_path,
        flows_dir=ROOT / "ivr_flows",
        desk_dir=tmp_path / "desk",
        rasa_url="http://127.0.0.1:9",
        _env_file=None,
    )
    async with (
        open_house(settings, lambda text: None) as house,
        TestClient(TestServer(application(house))) as client,
    ):
        made = Desk(house, client, chat_tokens(house).make(), keys=itertools.count(1))
        await made.post("/api/login", username="amy", password="frontdesk")
        await made.post("/api/desk/status", status="ready")
        start = ContactStarted(at=1_800_000_000.0, channel="chat", lang="en")
        await house.turns.handle(f"chat:{made.token}", start, "start")
        yield made


async def test_files_go_both_ways_and_come_as_downloads(desk: Desk) -> None:
    """Kept by content, named for people, given with the headers that keep a browser from running them."""
    await desk.to_a_person()
    status, said = await desk.send(PNG, "..%2F..%2Fmy%20<b>photo.exe")
    assert (status, said["attachment"]["name"]) == (200, "my <b>photo.png")
    async with desk.client.post(
        f"{desk.at}/files", data=b"%PDF-1.7 x", headers=OURS | {"X-File-Name": "offer"}
    ) as response:
        assert (await response.json())["attachment"]["name"] == "offer.pdf"
    lines = (await desk.get(desk.at))[1]["transcript"][-2:]
    assert [(line["from"], line["file"]["media"]) for line in lines] == [
        ("customer", "image/png"),
        ("agent", "application/pdf"),
    ]
    async with desk.client.get(said["attachment"]["url"]) as response:
        assert await response.read() == PNG
        headers = response.headers
    assert headers["Content-Type"] == "image/png"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Disposition"].startswith("attachment;")
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.stands("S11")
async def test_only_pictures_and_pdfs_are_taken(desk: Desk) -> None:
    """By their first bytes, whatever they call themselves: no SVG, no HTML, no program, nothing too large, nothing empty."""
    await desk.to_a_person()
    for content in (SVG, b"<!doctype html><script>1</script>", b"MZ\x90\0", b"PK\x03\x04", b"", b"GIF", PNG[:7]):
        assert (await desk.send(content, "photo.png"))[0] == 415
    assert (await desk.send(PNG + b"\0" * MOST_BYTES))[0] == 415
    assert list((desk.house.settings.data_dir / "files").glob("*")) == []


@pytest.mark.stands("S12")
async def test_nobody_sends_into_or_reads_from_anothers_chat(desk: Desk) -> None:
    """A token that is not ours, an id that is guessed, an agent who is not with the customer: refused."""
    assert (await desk.send(PNG))[0] == 409  # no person there yet: nobody could look at it
    await desk.to_a_person()
    assert (await desk.send(PNG, **{"X-Chat": "A" * 32 + "." + "0" * 32}))[0] == 403
    for guess in ("A" * 43, "..%2Fsecret-key", "x"):
        assert (await desk.client.get(f"/files/{guess}")).status == 404
    await desk.post("/api/login", username="sam", password="frontdesk")
    for path in ("files", "typing", "read", "tasks/start_return"):
        assert (await desk.post(f"{desk.at}/{path}", turn=1, confirmed=True))[0] in (404, 409)
    await desk.post("/api/login", username="wei", password="frontdesk")
    assert (await desk.get(f"{desk.at}/customer"))[0] == 404


async def test_a_resent_file_is_one_message(desk: Desk) -> None:
    """The page's own id of a file makes it one, as with words."""
    await desk.to_a_person()
    for _ in range(2):
        assert (await desk.send(PNG, **{"X-Key": "mine"}))[0] == 200
    lines = (await desk.get(desk.at))[1]["transcript"]
    assert sum("file" in line for line in lines) == 1


async def test_signs_of_life_reach_the_other_side(desk: Desk) -> None:
    """Typing and reading are kept beside the log, for the other side only, and make no turn."""
    await desk.to_a_person()
    queued = await desk.house.stores.tickets.ticket(desk.ticket)
    assert queued is not None
    before = await desk.house.stores.sessions.load(queued.session)
    async with desk.client.ws_connect("/api/desk/ws") as socket:
        assert (await socket.receive_json())["type"] == "snapshot"
        await desk.house.stores.marks.read(queued.session, "customer", 3)
        desk.house.stores.bus.wake(f"session:{queued.session}")
        async with asyncio.timeout(5):
            while (news := await socket.receive_json())["type"] != "signs":
                pass
    assert (news["session"], news["read"]) == (queued.session, 3)
    assert (await desk.post(f"{desk.at}/typing"))[0] == 200
    assert (await desk.post(f"{desk.at}/read", turn=2))[0] == 200
    mine = (await desk.house.stores.marks.marks([queued.session]))[queued.session, "agent"]
    assert (mine.read, mine.typing_until > 0) == (2, True)
    assert await desk.house.stores.sessions.load(queued.session) == before
    assert (await desk.post(f"{desk.at}/say", text="I am here."))[0] == 200
    mine = (await desk.house.stores.marks.marks([queued.session]))[queued.session, "agent"]
    assert mine.typing_until == 0.0, "who sent what they wrote does not type any more"


async def verified(desk: Desk) -> None:
    """The customer proves who they are by the menus, on the phone, and is put through to Amy."""
    call = "voice:CA1"
    start = ContactStarted(at=1_800_000_000.0, channel="voice", lang="en")
    await desk.house.turns.handle(call, start, "s")
    for number, keys in enumerate(("1", "1", "10023", "1", "0198", "0")):
        await desk.house.turns.handle(call, KeysPressed(at=1_800_000_001.0 + number, digits=keys), f"c{number}")
    for _ in range(40):
        mine = [one for one in (await desk.get("/api/desk"))[1]["mine"] if one["channel"] == "voice"]
        if mine:
            desk.ticket = mine[0]["id"]
            return
        await desk.post("/api/desk/status", status="ready")
        await asyncio.sleep(0.05)
    raise AssertionError("No call was offered.")


async def test_the_customer_as_a_whole_is_for_who_is_verified(desk: Desk) -> None:
    """Orders of the shop and earlier contacts; of somebody who proved nothing, nothing."""
    await desk.to_a_person()
    assert (await desk.get(f"{desk.at}/customer"))[1] == {
        "verified": False,
        "orders": [],
        "contacts": [],
        "shop_answers": True,
    }
    await desk.post(f"{desk.at}/close", disposition="solved", note="")
    await verified(desk)
    seen = (await desk.get(f"{desk.at}/customer"))[1]
    assert "10023" in [order["number"] for order in seen["orders"]]
    assert seen["contacts"] == []


async def test_tasks_need_a_verified_customer_who_agreed(desk: Desk) -> None:
    """The identity is the session's, never the agent's word; nothing runs unasked, and what ran is in the audit log."""
    await desk.to_a_person()
    listed = (await desk.get(f"{desk.at}/tasks"))[1]
    assert not listed["verified"]
    assert "verify_identity" not in [task["task"] for task in listed["tasks"]]
    facts = {"order_number": "10023", "customer_id": "C0001"}
    assert (await desk.post(f"{desk.at}/tasks/cancel_order"))[0] == 409
    status, said = await desk.post(f"{desk.at}/tasks/order_status", facts=facts, confirmed=True)
    assert (status, "not verified" in said["error"]) == (409, True)
    assert (await desk.post(f"{desk.at}/tasks/verify_identity", facts=facts, confirmed=True))[0] == 404


def test_the_replies_that_come_with_it_can_be_used() -> None:
    """The shipped file has no mistake, and each reply both languages."""
    replies = {
        one.id: one for one in read_replies((ROOT / "desk/replies.yml").read_text(encoding="utf-8"), "replies.yml")
    }
    assert len(replies) >= 5
    assert replies["sorry-late"].facts == {"order_state": ("delayed", "lost")}
    assert replies["verify"].facts == {"verified": ("no",)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {", "no YAML"),
        ("a: b", "write a list"),
        ("- {title: {en: a, zh: b}}", "give it an id"),
        ("- {id: a, title: {en: a}, text: {en: a, zh: b}}", "title must be there in en and zh"),
        ("- {id: a, facts: [lost], title: {en: a, zh: b}, text: {en: a, zh: b}}", "write `facts` by name"),
        ("- {id: a, titel: x}", "'titel' means nothing here"),
        ("- &a {id: a, title: {en: a, zh: b}, text: {en: a, zh: b}}\n- *a", "two replies are called 'a'"),
    ],
)
def test_a_mistake_in_the_replies_is_a_sentence(text: str, said: str) -> None:
    """It says where and what to change."""
    with pytest.raises(BadReplies, match=said):
        read_replies(text, "replies.yml")


async def test_replies_change_without_a_restart(desk: Desk) -> None:
    """The owner saves the file and open desks have it; after a mistake the last good ones stay, with the sentence."""
    file = desk.house.settings.desk_dir / "replies.yml"
    file.write_text('- {id: hi, title: {en: Hi, zh: 好}, text: {en: "Hi!", zh: 您好}}', encoding="utf-8")
    assert [one["id"] for one in (await desk.get("/api/desk/replies"))[1]["replies"]] == ["hi"]
    file.write_text("- {id: hi, text: oh}", encoding="utf-8")
    said = (await desk.get("/api/desk/replies"))[1]
    assert ([one["id"] for one in said["replies"]], "title" in said["problem"]) == (["hi"], True)
    file.unlink()
    assert (await desk.get("/api/desk/replies"))[1] == {"replies": [], "problem": None}


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("a.b.png", "a.b.png"),
        ("", "file.png"),
        ("..", "file.png"),
        ("C:\\x\\y.gif", "y.png"),
        ("a\n\u202egnp.exe", "agnp.png"),
    ],
)
def test_names_are_for_people_only(given: str, shown: str) -> None:
    """No folder, no line break, no trick of direction, and the extension the content has."""
    assert shown_name(given, kind_of(PNG)[1]) == shown


def test_files_end_with_their_time_and_their_conversation(tmp_path: Path) -> None:
    """Both are deleted whole; a conversation holds only so many."""
    ids = itertools.count(1)
    now = [100.0]
    files = Files(tmp_path, lambda: now[0], lambda: f"{next(ids):043d}")
    old = files.keep("S-1", "a", PNG)
    now[0] = 200.0
    other = files.keep("S-2", "b", PNG)
    assert files.forget(before=150.0) == 1
    assert files.find(old.id) is None
    assert files.forget(session="S-2") == 1
    assert files.find(other.id) is None
    assert list(tmp_path.iterdir()) == []
    for _ in range(MOST_PER_SESSION):
        files.keep("S-3", "c", PNG)
    with pytest.raises(NotTaken, match="at most"):
        files.keep("S-3", "c", PNG)


async def test_the_house_answers_the_customers_last_question(desk: Desk) -> None:
    """The knowledge's own words are proposed; nothing where it knows nothing, for a bare "ok", for what was said to the bot."""
    await desk.to_a_person()
    assert (await desk.get(f"{desk.at}/hints"))[1]["answer"] is None
    await desk.customer("How long does the refund take to arrive?")
    answer = (await desk.get(f"{desk.at}/hints"))[1]["answer"]
    assert answer["question"] == "How long does the refund take to arrive?"
    assert "day" in answer["words"]
    for unknown in ("Zxcv qwer uiop?", "ok"):
        await desk.customer(unknown)
        assert (await desk.get(f"{desk.at}/hints"))[1]["answer"] is None
