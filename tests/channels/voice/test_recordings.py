"""Voice messages: consent first, secrets never, fetched from the carrier alone (S10), forgotten in time (S21)."""

import os
import socket
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer
from lxml import etree

from frontdesk.adapters.twilio.recordings import NoRoom, NotFetched, PublicOnly, Recordings, Source, known
from frontdesk.adapters.twilio.room import Room
from frontdesk.carrier.keeping import tone
from frontdesk.carrier.twiml import check_document
from frontdesk.channels.voice.twiml import render
from frontdesk.channels.voice.urls import CallUrls, Line
from frontdesk.core.waits import ForCustomer

NAME = "RE" + "a" * 32
ACCOUNT = "/2010-04-01/Accounts/AC1/Recordings/"
TWILIO = Source(user="AC1", password="token")
URL = f"https://desk.example.com{ACCOUNT}{NAME}"
MESSAGE = ForCustomer(record_s=120)
ANY_ROOM = Room()
CONSENT = Line("This is recorded.", "en")
Still = Callable[[str], Awaitable[bool]]
started: list[Coroutine[Any, Any, None]] = []
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def page(wait: ForCustomer, consent: Line | None = CONSENT) -> etree._Element:
    urls = CallUrls(base="https://desk.example.com", step=4, consent=consent)
    document = render([Line("Your message, please.", "en")], wait, "en", urls)
    assert check_document(document) == []
    return etree.fromstring(document.encode())


@pytest.mark.stands("S21")
def test_the_caller_is_told_before_the_tone() -> None:
    """Consent comes before the recording; silence goes on at the same step."""
    root = page(MESSAGE)
    assert [child.tag for child in root] == ["Say", "Say", "Record", "Redirect"]
    assert root[1].text == "This is recorded."
    assert root[2].get("action", "").endswith("/twilio/voice/recorded?step=4")
    assert (root[2].get("maxLength"), root[2].get("playBeep")) == ("120", "true")


def test_nothing_is_recorded_unless_the_house_records() -> None:
    """Off is the default: the words are taken by speech instead."""
    assert page(MESSAGE, consent=None)[0].tag == "Gather"


@pytest.mark.stands("S14")
def test_a_secret_is_never_recorded() -> None:
    """S14: what is secret is asked for by keys or speech, whatever else the wait says."""
    assert page(ForCustomer(record_s=120, secret=True))[0].tag == "Gather"


@pytest.mark.parametrize(
    "url",
    [
        "http://api.twilio.com/x",
        "https://api.twilio.com.evil.example/x",
        "https://eviltwilio.com/x",
        "https://api.twilio.com@evil.example/x",
        "https://user@api.twilio.com/x",
        "https://api.twilio.com:8443/x",
        "https://169.254.169.254/latest/meta-data",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://[::ffff:169.254.169.254]/x",
        "https://2130706433/x",
        "file:///etc/passwd",
        "gopher://api.twilio.com/x",
        "https://[broken",
        "//api.twilio.com/x",
        "",
    ],
)
@pytest.mark.stands("S10")
def test_only_the_carriers_own_addresses(url: str) -> None:
    """S10: another host, port, scheme or way of writing an address is refused before anything is asked."""
    assert not TWILIO.allows(url)
    started.clear()
    assert not Recordings(TWILIO, Path("nowhere"), started.append).take(NAME, url, "CA1")
    assert started == []


def test_the_carriers_address_is_taken() -> None:
    """The rule is no wall: api.twilio.com over https is what Twilio sends."""
    assert TWILIO.allows(f"https://api.twilio.com{ACCOUNT}{NAME}")


@pytest.mark.parametrize("name", ["../../etc/cron", "RE1", "RE" + "A" * 32, "", NAME + "\n"])
def test_a_name_is_a_name(name: str) -> None:
    """No path can be made of a recording's name."""
    assert not Recordings(TWILIO, Path("nowhere"), lambda work: work.close()).take(
        name, f"https://api.twilio.com/{NAME}", "CA1"
    )


class Names(AbstractResolver):
    """Resolves every name to these addresses."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = addresses

    async def resolve(self, host: str, port: int = 0, family: Any = socket.AF_INET) -> list[ResolveResult]:
        return [
            ResolveResult(hostname=host, host=one, port=port, family=socket.AF_INET, proto=0, flags=0)
            for one in self.addresses
        ]

    async def close(self) -> None: ...


@pytest.mark.parametrize(
    "addresses",
    [("127.0.0.1",), ("169.254.169.254",), ("10.0.0.1",), ("::1",), ("fe80::1",), ("54.172.60.1", "192.168.0.1"), ()],
)
@pytest.mark.stands("S10")
async def test_names_that_lead_inside_are_refused(addresses: tuple[str, ...]) -> None:
    """S10: a name of the carrier's that resolves to an inner address (rebinding) is not connected to."""
    with pytest.raises(OSError, match="not public"):
        await PublicOnly(Names(*addresses)).resolve("api.twilio.com", 443)
    with pytest.raises(NotFetched):
        await Recordings(TWILIO, Path("nowhere"), lambda w: None, resolver=Names(*addresses)).fetch(
            f"https://api.twilio.com/{NAME}", Path("nowhere")
        )


async def serving(handler: Handler) -> TestServer:
    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", handler)
    server = TestServer(app)
    await server.start_server()
    return server


def local(
    server: TestServer, folder: Path = Path("nowhere"), still: Still = known, room: Room = ANY_ROOM
) -> Recordings:
    """What is to be done later stands in `started`."""
    started.clear()
    here = Source(user="AC1", password="token", here=("https://desk.example.com", str(server.make_url("")).rstrip("/")))
    return Recordings(here, folder, started.append, still, room=replace(room, each_bytes=2 * 2**20))


@pytest.mark.stands("S10")
async def test_a_redirect_inside_is_not_followed() -> None:
    """S10: an answer that leads elsewhere ends the fetch."""

    async def elsewhere(request: web.Request) -> web.Response:
        raise web.HTTPFound("http://169.254.169.254/latest/meta-data")

    server = await serving(elsewhere)
    with pytest.raises(NotFetched, match="away from the carrier"):
        await local(server).fetch(f"https://desk.example.com{ACCOUNT}{NAME}.wav", Path("nowhere"))
    await server.close()


@pytest.mark.parametrize(
    ("kind", "size", "why"), [("text/html", 10, "no sound"), ("audio/wav", 3 * 2**20, "larger"), ("audio/wav", 0, "")]
)
@pytest.mark.stands("S10")
async def test_what_is_fetched_is_a_sound_of_bearable_size(kind: str, size: int, why: str, tmp_path: Path) -> None:
    """S10: kind and size are limited while reading, whatever the headers promise."""

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": kind})
        await response.prepare(request)
        try:
            for _ in range(0, size, 2**20):
                await response.write(bytes(2**20))
        except ConnectionError:
            pass
        return response

    server = await serving(answer)
    fetched = local(server).fetch(f"https://desk.example.com{ACCOUNT}{NAME}.wav", tmp_path / "part")
    if why:
        with pytest.raises(NotFetched, match=why):
            await fetched
    else:
        await fetched
        assert (tmp_path / "part").read_bytes() == b""
    await server.close()


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


class Keeper:
    """A carrier that keeps one recording until it is told to delete it."""

    def __init__(self) -> None:
        self.sound = tone(2)
        self.asked: list[str] = []

    async def answer(self, request: web.Request) -> web.Response:
        assert request.headers["Authorization"].startswith("Basic ")
        self.asked.append(request.method)
        return web.Response(body=self.sound, content_type="audio/x-wav")


@pytest.mark.stands("S21")
async def test_a_message_is_kept_and_forgotten(tmp_path: Path) -> None:
    """S21: a recording is whole or not there, and goes when its time is over."""
    keeper = Keeper()
    server = await serving(keeper.answer)
    recordings = local(server, tmp_path)
    assert recordings.take(NAME, URL, "CA1")
    await started.pop()
    file = tmp_path / f"{NAME}.wav"
    assert (file.read_bytes(), keeper.asked) == (keeper.sound, ["GET", "DELETE"])
    assert names_in(tmp_path) == [file.name]
    os.utime(file, (1000, 1000))
    assert (recordings.forget(999), recordings.forget(1001)) == (0, 1)
    assert not file.exists()
    await server.close()


@pytest.mark.stands("S21")
async def test_who_is_erased_meanwhile_is_not_brought_back(tmp_path: Path) -> None:
    """S21: a recording that arrives after its customer was erased is not kept, and the carrier's copy goes."""
    keeper, known_calls = Keeper(), [True, False]
    server = await serving(keeper.answer)

    async def still(call: str) -> bool:
        return known_calls.pop(0)

    assert local(server, tmp_path, still).take(NAME, URL, "CA1")
    await started.pop()
    assert (names_in(tmp_path), keeper.asked) == ([], ["GET", "DELETE"])
    await server.close()


@pytest.mark.stands("R11")
@pytest.mark.parametrize(("call", "asked"), [("CA1", ["GET", "DELETE"]), ("", ["DELETE"])])
async def test_a_stop_loses_no_recording_and_leaves_none_behind(tmp_path: Path, call: str, asked: list[str]) -> None:
    """R11: what was to be fetched, or to be deleted at the carrier, is done after a restart; once."""
    keeper = Keeper()
    server = await serving(keeper.answer)
    before = local(server, tmp_path)
    before.take(NAME, URL, call) if call else before.drop(NAME, URL)
    started.pop().close()  # killed before it began
    after = local(server, tmp_path)
    after.go_on(since=0)
    after.go_on(since=0)
    await started.pop()
    assert (started, keeper.asked) == ([], asked)
    assert names_in(tmp_path) == [f"{NAME}.wav"] * (call != "")
    await server.close()


@pytest.mark.stands("S21")
@pytest.mark.parametrize(
    ("room", "said"),
    [
        (Room(leave_mb=5, free=lambda folder: 4_999_999), "less than 5 MB of the disk are free"),
        (Room(most_mb=1, free=lambda folder: 0), "take more than 1 MB"),
    ],
)
async def test_without_room_a_recording_waits_at_the_carrier(
    room: Room, said: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The operator is told what to do, nothing is asked of the carrier, and it comes once there is room."""
    keeper = Keeper()
    server = await serving(keeper.answer)
    older = tmp_path / f"RE{'b' * 32}.wav"
    older.write_bytes(bytes(1_000_001))
    full = local(server, tmp_path, room=room)
    assert full.take(NAME, URL, "CA1")
    started.pop().close()
    assert not await full.is_here(NAME, URL, "CA1")
    assert (keeper.asked, sorted(names_in(tmp_path))) == ([], [f"{NAME}.due", older.name])
    assert [record.levelname for record in caplog.records if said in record.getMessage()] == ["ERROR"]
    older.unlink()
    again = local(server, tmp_path, room=Room(most_mb=1, leave_mb=5, free=lambda folder: 5_000_000))
    again.go_on(since=0)
    await started.pop()
    assert names_in(tmp_path) == [f"{NAME}.wav"]
    await server.close()


async def test_a_disk_that_takes_nothing_harms_no_call(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The webhook is answered as ever; the log names the recording and where it is to be looked for."""
    (tmp_path / "recordings").write_text("a file where the folder should be")
    server = await serving(Keeper().answer)
    assert local(server, tmp_path / "recordings").take(NAME, URL, "CA1")
    started.pop().close()
    assert any(NAME in record.getMessage() and "at the carrier" in record.getMessage() for record in caplog.records)
    with pytest.raises(NoRoom, match="No space left"):
        await local(server).fetch(f"{URL}.wav", Path("/dev/full"))
    await server.close()
