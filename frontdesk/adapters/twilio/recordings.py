"""Fetches callers' recordings from the carrier, has it delete its copy, and keeps them for a while. Where from: see `Source`.

An address in a webhook is a stranger's word: its host must be the carrier's, each address it resolves to a public one, at the
moment of connecting and after every redirect; size, time and kind are limited.
"""

import asyncio
import ipaddress
import logging
import socket
from base64 import b64encode
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from frontdesk.adapters.twilio.room import Room
from frontdesk.core.errors import FrontdeskError
from frontdesk.core.recording import RECORDING_NAME

log = logging.getLogger(__name__)
DEADLINE_S, FETCH_S = 30.0, 300.0
MOST_HOPS = 3
RETRY_AFTER_S = (0.0, 2.0, 10.0, 60.0)  # a recording may be ready a while after the carrier tells of it
KINDS = frozenset({"audio/wav", "audio/x-wav", "audio/wave", "audio/mpeg", "audio/mp3"})
Start = Callable[[Coroutine[Any, Any, None]], object]


async def known(call: str) -> bool:
    """Where nobody is erased."""
    return True


class NotFetched(FrontdeskError):
    """A recording was not fetched; the message says why."""

    level = logging.WARNING


class NoRoom(NotFetched):
    """The disk does not take it; an operator must see to that."""

    level = logging.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where recordings may come from: hosts over https, or, with `here`, this machine's own carrier and nothing else.

    `here` is the pair (public address, address really connected to) of the embedded carrier.
    """

    user: str
    password: str
    hosts: tuple[str, ...] = ("api.twilio.com", ".twilio.com")
    here: tuple[str, str] | None = None

    def allows(self, url: str) -> bool:
        """Whether this is an address of the carrier's, by what is written in it."""
        try:
            parts = urlsplit(url)
            host, port = (parts.hostname or "").lower(), parts.port
        except ValueError:
            return False
        if self.here is not None:
            return url.startswith(self.here[0] + "/2010-04-01/") and ".." not in url
        named = any(host == one or (one.startswith(".") and host.endswith(one)) for one in self.hosts)
        return parts.scheme == "https" and named and port in (None, 443) and "@" not in parts.netloc

    def credentials(self, url: str) -> dict[str, str]:
        """The account's, as headers for the host that knows it; a redirect to storage gets none."""
        known = self.here is not None or (urlsplit(url).hostname or "") == self.hosts[0]
        code = b64encode(f"{self.user}:{self.password}".encode()).decode("ascii")
        return {"Authorization": f"Basic {code}"} if known else {}


class PublicOnly(AbstractResolver):
    """Resolves names, and refuses those that lead to machines that are not public (rebinding, metadata services)."""

    def __init__(self, inner: AbstractResolver) -> None:
        self._inner = inner

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await self._inner.resolve(host, port, family)
        if not found or not all(ipaddress.ip_address(one["host"]).is_global for one in found):
            raise OSError("The name leads to an address that is not public.")
        return found

    async def close(self) -> None:
        await self._inner.close()


class Recordings:
    """The recordings of one house. `start` runs a coroutine in the background, held and named by the house; `still` says whether
    the call with this id is still known, which it is not once its customer was erased.

    What is to be fetched or deleted is noted in the folder first, so that a stop, or a carrier that is down, loses nothing.
    Without room on the disk a recording stays at the carrier and is tried again, as when it is down; no call notices.
    """

    def __init__(
        self,
        source: Source,
        folder: Path,
        start: Start,
        still: Callable[[str], Awaitable[bool]] = known,
        resolver: AbstractResolver | None = None,
        room: Room = Room(),  # noqa: B008  # frozen
    ) -> None:
        self._source, self._folder, self._start = source, folder, start
        self._still, self._resolver, self._room = still, resolver, room
        self._coming: set[str] = set()

    def take(self, name: str, url: str, call: str) -> bool:
        """Fetch a recording of this call, later; False when it is not the carrier's to give."""
        if not self._ours(name, url):
            return False
        if not self._path(name).exists():  # told twice, it is fetched once
            self._begin(name, url, call)
        return True

    def drop(self, name: str, url: str) -> None:
        """Have the carrier delete its copy, later; nothing is kept here."""
        if self._ours(name, url):
            self._begin(name, url, "")

    def go_on(self, since: float) -> None:
        """What was left undone by a stop, or while the carrier was down; what is older (epoch seconds) is given up."""
        for note in self._folder.glob("RE*.due"):
            if note.stat().st_mtime < since:
                log.error("Recording %s could not be fetched and deleted at the carrier; look for it there.", note.stem)
                note.unlink(missing_ok=True)
                continue
            url, _, call = note.read_text(encoding="utf-8").partition("\n")
            if self._ours(note.stem, url):
                self._begin(note.stem, url, call)

    def _ours(self, name: str, url: str) -> bool:
        if RECORDING_NAME.fullmatch(name) and self._source.allows(url):
            return True
        log.warning("A recording was refused: its address is not the carrier's.")
        return False

    def _path(self, name: str, end: str = "wav") -> Path:
        return self._folder / f"{name}.{end}"

    def _begin(self, name: str, url: str, call: str) -> None:
        if name in self._coming:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            note = self._path(name, "due")
            if not note.exists() or not call:  # what is to be deleted is not fetched any more
                note.write_text(f"{url}\n{call}", encoding="utf-8")
        except OSError as error:  # the caller waits for the answer to this very request
            log.error("Nothing can be written in %s (%s): should recording %s not come now, look for it at the carrier.",
                      self._folder, error.strerror, name)  # fmt: skip
        self._coming.add(name)
        self._start(self._settle(name, url, call))

    async def _settle(self, name: str, url: str, call: str) -> None:
        """Once it is here, the carrier's own copy is deleted: what is erased here is then gone everywhere."""
        try:
            for pause in RETRY_AFTER_S:
                await asyncio.sleep(pause)
                if await self.is_here(name, url, call) and await self._dropped(name, url):
                    self._path(name, "due").unlink(missing_ok=True)
                    return
        finally:
            self._coming.discard(name)

    async def is_here(self, name: str, url: str, call: str) -> bool:
        """Whether it need not be fetched any more. One whose session was erased meanwhile is not kept."""
        if self._path(name).exists() or not await self._wanted(call):
            return True
        part = self._path(name, "part")
        try:
            if lack := await asyncio.to_thread(self._room.lack, self._folder):
                raise NoRoom(f"there is no room for it, and it stays at the carrier: {lack}")
            await self.fetch(url if url.endswith(".wav") else f"{url}.wav", part)
            if await self._wanted(call):
                part.replace(self._path(name))
            return True
        except NotFetched as error:
            log.log(error.level, "Recording %s was not fetched: %s", name, error)
            return False
        finally:
            part.unlink(missing_ok=True)

    async def _wanted(self, call: str) -> bool:
        return bool(call) and await self._still(call)

    async def _dropped(self, name: str, url: str) -> bool:
        """Have the carrier delete its copy; one it does not know any more is deleted, too."""
        try:
            async with asyncio.timeout(DEADLINE_S), aiohttp.ClientSession(connector=self._connector()) as http:
                resource = f"{url.removesuffix('.wav')}.json"
                to = resource.replace(*self._source.here, 1) if self._source.here else resource
                sent = http.delete(to, headers=self._source.credentials(url), allow_redirects=False)
                async with sent as answer:
                    if answer.status < 300 or answer.status == 404:
                        return True
                    log.warning("The carrier did not delete recording %s: it answered %d.", name, answer.status)
        except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
            log.warning("The carrier did not delete recording %s (%s).", name, type(error).__name__)
        return False

    async def fetch(self, url: str, to: Path) -> None:
        """Write the sound at this address into that file. Raises NotFetched."""
        try:
            async with asyncio.timeout(FETCH_S), aiohttp.ClientSession(connector=self._connector()) as http:
                for _ in range(MOST_HOPS + 1):
                    if not self._source.allows(url):
                        raise NotFetched("it leads away from the carrier.")
                    elsewhere = await self._hop(http, url, to)
                    if elsewhere is None:
                        return
                    url = elsewhere
            raise NotFetched("it leads from one address to the next without end.")
        except TimeoutError as error:
            raise NotFetched("the carrier took too long.") from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise NotFetched(f"the carrier can't be reached ({type(error).__name__}).") from error

    def _connector(self) -> aiohttp.TCPConnector:
        resolver = self._resolver or ThreadedResolver()
        return aiohttp.TCPConnector(
            resolver=resolver if self._source.here else PublicOnly(resolver), use_dns_cache=False
        )

    async def _hop(self, http: aiohttp.ClientSession, url: str, to: Path) -> str | None:
        """None once the sound is in the file, or where it is instead."""
        at = url.replace(*self._source.here, 1) if self._source.here else url
        async with http.get(at, headers=self._source.credentials(url), allow_redirects=False) as answer:
            if answer.status in (301, 302, 303, 307, 308):
                return urljoin(url, answer.headers.get("Location", ""))
            if answer.status != 200:
                raise NotFetched(f"the carrier answered {answer.status}.")
            if answer.content_type not in KINDS:
                raise NotFetched(f"it is no sound but {answer.content_type[:60]!r}.")
            with to.open("wb") as file:
                async for chunk in answer.content.iter_chunked(65536):
                    if file.tell() + len(chunk) > self._room.each_bytes:
                        raise NotFetched(f"it is larger than {self._room.each_bytes // 2**20} MB.")
                    self._write(file, chunk)
            return None

    def _write(self, file: BinaryIO, chunk: bytes) -> None:
        try:
            file.write(chunk)
            file.flush()
        except OSError as error:
            raise NoRoom(
                f"it can't be written in {self._folder} ({error.strerror}), and stays at the carrier."
            ) from error

    def forget(self, before: float) -> int:
        """Delete recordings, and what is left of fetching them, since before that time (epoch seconds); how many."""
        old = [path for path in self._folder.glob("RE*.*") if path.stat().st_mtime < before]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)
