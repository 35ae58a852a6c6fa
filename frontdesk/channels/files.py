"""Files that customers and agents send each other in a chat: kinds we know by their first bytes, bounded, kept out of reach.

Kept in the data folder beside what is known of them. Nothing here runs or renders a file; names are for people only.
"""

import json
import unicodedata
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from frontdesk.core.attachments import Attachment
from frontdesk.core.errors import FrontdeskError

MOST_BYTES = 5 * 1024 * 1024
MOST_PER_SESSION = 20
LONGEST_NAME = 100
MAGIC: tuple[tuple[str, str, Callable[[bytes], bool]], ...] = (
    ("image/png", "png", lambda b: b.startswith(b"\x89PNG\r\n\x1a\n")),
    ("image/jpeg", "jpg", lambda b: b.startswith(b"\xff\xd8\xff")),
    ("image/gif", "gif", lambda b: b.startswith((b"GIF87a", b"GIF89a"))),
    ("image/webp", "webp", lambda b: b[:4] == b"RIFF" and b[8:12] == b"WEBP"),
    ("application/pdf", "pdf", lambda b: b.startswith(b"%PDF-")),
)


class NotTaken(FrontdeskError):
    """The file is not taken; the message says why, and what can be sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A kept file: whose conversation it belongs to, and when it came."""

    attachment: Attachment
    session: str
    at: float
    path: Path


def kind_of(content: bytes) -> tuple[str, str]:
    """The media type and the extension, by the content alone; what the sender calls it counts for nothing."""
    for media, extension, fits in MAGIC:
        if fits(content):
            return media, extension
    raise NotTaken("Send a picture (PNG, JPEG, GIF, WebP) or a PDF; other files are not taken.")


def shown_name(name: str, extension: str) -> str:
    """The name as people read it: one line, no folder, no direction tricks, and the extension the content has."""
    flat = "".join(c for c in name if unicodedata.category(c)[0] != "C").replace("\\", "/").rpartition("/")[2].strip()
    stem = flat.rpartition(".")[0] if "." in flat else flat
    return f"{stem[:LONGEST_NAME].strip('. ') or 'file'}.{extension}"


class Files:
    """The kept files. `fresh` makes an unguessable id (256 bits): who has it was shown the file."""

    def __init__(self, folder: Path, clock: Callable[[], float], fresh: Callable[[], str]) -> None:
        self._folder, self._clock, self._fresh = folder, clock, fresh

    def keep(self, session: str, name: str, content: bytes) -> Attachment:
        """Keep it. Raises NotTaken."""
        if len(content) > MOST_BYTES:
            raise NotTaken(f"The file is too large; send one of at most {MOST_BYTES // 1024 // 1024} MB.")
        media, extension = kind_of(content)
        if sum(1 for _ in self.of(session)) >= MOST_PER_SESSION:
            raise NotTaken(f"A conversation holds at most {MOST_PER_SESSION} files; send the rest by e-mail.")
        made = Attachment(id=self._fresh(), name=shown_name(name, extension), media=media, size=len(content))
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / made.id).write_bytes(content)
        known = {"session": session, "at": self._clock(), **asdict(made)}
        (self._folder / f"{made.id}.json").write_text(json.dumps(known), encoding="utf-8")
        return made

    def find(self, file: str) -> KeptFile | None:
        """The file of that id; an id that is none of ours names nothing on the disk."""
        if not (len(file) == 43 and file.replace("-", "a").replace("_", "a").isalnum() and file.isascii()):
            return None
        path = self._folder / file
        try:
            known = json.loads((self._folder / f"{file}.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        session, at = known.pop("session"), known.pop("at")
        return KeptFile(attachment=Attachment(**known), session=session, at=at, path=path)

    def forget(self, *, before: float | None = None, session: str | None = None) -> int:
        """Delete files kept before that time, or of that conversation; returns how many."""
        gone = 0
        for file in self._all():
            if (before is not None and file.at < before) or (session is not None and file.session == session):
                file.path.unlink(missing_ok=True)
                file.path.with_name(f"{file.path.name}.json").unlink(missing_ok=True)
                gone += 1
        return gone

    def of(self, session: str) -> list[KeptFile]:
        """The files of a conversation."""
        return [file for file in self._all() if file.session == session]

    def _all(self) -> list[KeptFile]:
        names = [path.stem for path in self._folder.glob("*.json")] if self._folder.is_dir() else []
        return [file for name in names if (file := self.find(name)) is not None]
