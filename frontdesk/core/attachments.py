"""A file that was sent in a chat, as events and inputs name it. The file itself is kept outside the log."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """`id` is where it is kept; `media` its media type by its content; `size` in bytes."""

    id: str
    name: str
    media: str
    size: int
