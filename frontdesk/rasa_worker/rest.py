"""Reads what the front desk posts to the REST channel. Wrong data is an error that says what is wrong; no rasa here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from frontdesk.core.errors import FrontdeskError

LONGEST = 4000


class WrongMessage(FrontdeskError):
    """The posted JSON is not a message; it says what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A message for the bot."""

    sender: str
    text: str
    metadata: Mapping[str, Any]


def posted(body: object) -> Posted:
    """`{"sender": "S1", "message": "hello", "metadata": {"lang": "en"}}`"""
    if not isinstance(body, Mapping):
        raise WrongMessage("The body should be a JSON object with sender and message.")
    sender, text, metadata = body.get("sender"), body.get("message"), body.get("metadata") or {}
    if not isinstance(sender, str) or not sender:
        raise WrongMessage("sender should be the session's id.")
    if not isinstance(text, str) or not text.strip():
        raise WrongMessage("message should be the customer's words.")
    if not isinstance(metadata, Mapping):
        raise WrongMessage("metadata should be an object.")
    return Posted(sender=sender, text=text.strip()[:LONGEST], metadata=metadata)
