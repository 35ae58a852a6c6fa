"""Sounds over HTTP: for ever the same, in ranges, and nothing but sounds."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from yarl import URL

from frontdesk.adapters.audio import mulaw
from frontdesk.adapters.audio.shelf import Shelf
from frontdesk.channels.audio import AudioDoor

Client = TestClient[web.Request, web.Application]
ONE, TWO = mulaw.wav(b"\x01" * 801), mulaw.wav(b"\x02" * 400)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    (tmp_path / "secret.wav").write_bytes(b"secret")
    (tmp_path / "audio").mkdir()
    return Shelf(tmp_path / "audio")


@pytest.fixture
async def client(shelf: Shelf) -> AsyncIterator[Client]:
    app = web.Application()
    app.add_routes(AudioDoor(shelf.read, mulaw.joined).routes())
    async with TestClient(TestServer(app)) as client:
        yield client


async def test_a_sound_holds_for_ever(client: Client, shelf: Shelf) -> None:
    """Its name is its content: caches keep it, and asking again by its tag costs nothing."""
    name = shelf.keep(ONE)
    answer = await client.get(f"/audio/{name}.wav")
    assert (answer.status, answer.content_type, await answer.read()) == (200, "audio/wav", ONE)
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    again = await client.get(f"/audio/{name}.wav", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status == 304
    assert (await client.head(f"/audio/{name}.wav")).headers["Content-Length"] == str(len(ONE))


async def test_several_sounds_are_one_file(client: Client, shelf: Shelf) -> None:
    """A dynamic prompt is its pieces one after another, under one header."""
    answer = await client.get(f"/audio/{shelf.keep(ONE)}-{shelf.keep(TWO)}.wav")
    assert mulaw.samples(await answer.read()) == b"\x01" * 801 + b"\x02" * 400


@pytest.mark.parametrize(
    ("asked", "status", "first", "length"),
    [
        ("bytes=0-9", 206, 0, 10),
        ("bytes=58-", 206, 58, len(ONE) - 58),
        ("bytes=-10", 206, len(ONE) - 10, 10),
        ("bytes=0-99999", 206, 0, len(ONE)),
        ("bytes=99999-", 416, 0, 0),
        ("bytes=9-1", 416, 0, 0),
        ("bytes=-0", 416, 0, 0),
        ("bytes=-", 416, 0, 0),
        ("lines=1-2", 416, 0, 0),
    ],
)
async def test_ranges(client: Client, shelf: Shelf, asked: str, status: int, first: int, length: int) -> None:
    """A part is served as asked; what can't be served is refused with the length there is."""
    answer = await client.get(f"/audio/{shelf.keep(ONE)}.wav", headers={"Range": asked})
    assert answer.status == status
    if status == 206:
        assert await answer.read() == ONE[first : first + length]
        assert answer.headers["Content-Range"] == f"bytes {first}-{first + length - 1}/{len(ONE)}"
    else:
        assert answer.headers["Content-Range"] == f"bytes */{len(ONE)}"


@pytest.mark.parametrize(
    "path",
    [
        "/audio/../secret.wav",
        "/audio/..%2Fsecret.wav",
        "/audio/%2e%2e%2fsecret.wav",
        "/audio/secret.wav",
        "/audio/0123456789abcdef.wav",
        "/audio/0123456789ABCDEF.wav",
        "/audio/sounds.json",
        "/audio/0123456789abcdef%00.wav",
        "/audio/" + "-".join(["0123456789abcdef"] * 41) + ".wav",
    ],
)
async def test_nothing_but_sounds(client: Client, path: str) -> None:
    """No other file can be reached, by no spelling of a path; an unknown sound is not there."""
    assert (await client.get(URL(path, encoded=True))).status == 404
