"""Serves finished sounds: `/audio/{name}.wav`, or several joined: `/audio/{name}-{name}.wav`. Knows no words.

A name is the sound's content, so an answer holds for ever; ranges are served, and nothing but names is looked up.
"""

import re
from collections.abc import Callable

from aiohttp import web

PATTERN = r"[0-9a-f]{16}(?:-[0-9a-f]{16}){0,39}"
MOST_BYTES = 8_000_000  # a quarter of an hour
FOR_EVER = "public, max-age=31536000, immutable"
Read = Callable[[str], bytes | None]
Join = Callable[[list[bytes]], bytes]


class AudioDoor:
    """`read` gives the file of a name, `join` makes one file of several."""

    def __init__(self, read: Read, join: Join) -> None:
        self._read = read
        self._join = join

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/audio/{names}.wav", self.sound)]  # and HEAD, by aiohttp

    async def sound(self, request: web.Request) -> web.Response:
        """The sound, or the part of it that was asked for."""
        names = request.match_info["names"]
        content = self._content(names)
        if content is None:
            return web.Response(status=404, text="There is no such sound; build the sounds again.")
        headers = {"Cache-Control": FOR_EVER, "Accept-Ranges": "bytes", "ETag": f'"{names[:200]}"'}
        if request.headers.get("If-None-Match") == headers["ETag"]:
            return web.Response(status=304, headers=headers)
        asked = request.headers.get("Range")
        if asked is None:
            return web.Response(body=content, content_type="audio/wav", headers=headers)
        part = _part(asked, len(content))
        if part is None:
            return web.Response(status=416, headers=headers | {"Content-Range": f"bytes */{len(content)}"})
        first, last = part
        headers["Content-Range"] = f"bytes {first}-{last}/{len(content)}"
        return web.Response(status=206, body=content[first : last + 1], content_type="audio/wav", headers=headers)

    def _content(self, names: str) -> bytes | None:
        if not re.fullmatch(PATTERN, names):
            return None
        files: list[bytes] = []
        for name in names.split("-"):
            file = self._read(name)
            if file is None or sum(map(len, files)) + len(file) > MOST_BYTES:
                return None
            files.append(file)
        return self._join(files)


def _part(asked: str, length: int) -> tuple[int, int] | None:
    """First and last byte of a single range; None when it can't be served."""
    match = re.fullmatch(r"bytes=([0-9]{0,12})-([0-9]{0,12})", asked.strip())
    if match is None or match[0] == "bytes=-":
        return None
    if match[1] == "":
        wanted = min(int(match[2]), length)
        return (length - wanted, length - 1) if wanted else None
    first, last = int(match[1]), int(match[2] or length - 1)
    return (first, min(last, length - 1)) if first <= last and first < length else None
