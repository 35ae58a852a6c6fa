"""What all chat protocols share: a message in, its turns to render. Knows no wire format."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from frontdesk.channels.chat.render import MESSAGE_KEY
from frontdesk.conversation.ports import SessionStore, StoredTurn, Turns
from frontdesk.core.inputs import ChoicePicked, ContactStarted, Input, TextTyped
from frontdesk.core.language import clean, detect, tagged
from frontdesk.core.waits import ForAgent, ForCustomer
from frontdesk.core.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One chat message as it came. `key` is the sender's own id of it, so that a resent one is taken once.
    `lang` is theirs beyond doubt; `likely` where the words don't say (digits only)."""

    text: str
    title: str = ""
    lang: str | None = None
    likely: str | None = None
    key: str | None = None

    @property
    def language(self) -> str | None:
        """The one to answer in; None where nothing says it."""
        return tagged(self.lang) or detect(self.text) or tagged(self.likely)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatDoor:
    """Takes messages of chat addresses to the loop."""

    turns: Turns
    store: SessionStore
    clock: Callable[[], float]
    new_key: Callable[[], str]
    words: Words
    default_lang: str = "en"

    def sorry(self, message: Message) -> dict[str, Any]:
        """What the customer reads when a message could not be taken at all (the store is gone)."""
        lang = message.language or self.default_lang
        said = self.words.phrase("system.cannot_now", lang).text
        return {"text": said, "metadata": {"id": self.new_key(), "from": "system", "lang": lang, "at": self.clock()}}

    async def take(self, address: str, message: Message) -> list[StoredTurn]:
        """All turns this message led to, the welcome of a new session included; empty for an empty message."""
        text = clean(message.text)
        if not text:
            return []
        key = f"{MESSAGE_KEY}{message.key}" if message.key else self.new_key()
        present = await self.turns.present(address)
        if present is not None and (known := (await self.store.standing(present.session, key)).told) is not None:
            return [known]  # sent again; perhaps it was the last word of a session that is over by now
        before = present if present is not None and not present.state.over else await self._open(address, message, key)
        given = self._given(before, text, message)
        after = await self.turns.handle(address, given, key)
        return [before, after] if before.seq == 1 and after.seq > 1 and after.key == key else [after]

    async def _open(self, address: str, message: Message, key: str) -> StoredTurn:
        """The first turn of a new session."""
        start = ContactStarted(at=self.clock(), channel="chat", lang=message.language)
        return await self.turns.handle(address, start, f"start:{key}")

    def _given(self, before: StoredTurn, text: str, message: Message) -> Input:
        wait = before.state.wait
        if isinstance(wait, ForCustomer | ForAgent):
            for choice in wait.choices:
                if choice.payload == text:
                    return ChoicePicked(at=self.clock(), payload=text, title=clean(message.title, 200) or choice.label)
        return TextTyped(at=self.clock(), text=text)


_LANG_NAMED = ("lang", "language", "locale")  # what servers call it


def read_message(data: Any) -> Message | None:
    """A `user_uttered` body or a REST body as a message; None when it holds no text."""
    if not isinstance(data, dict) or not isinstance(data.get("message"), str):
        return None
    custom = data.get("customData") or data.get("metadata") or {}
    extra = custom if isinstance(custom, dict) else {}
    told = (extra.get(name) for name in _LANG_NAMED)
    return Message(
        text=data["message"],
        title=str(extra.get("title") or ""),
        lang=next((name for name in told if isinstance(name, str) and tagged(name)), None),
        key=str(extra["id"])[:64] if extra.get("id") else None,
    )
