"""The webhook of text messages: `/twilio/message`. A number names a conversation only under a seal; media are not taken."""

import hashlib
import hmac
import logging
import re
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from aiohttp import web

from frontdesk.channels.limits import Limiter
from frontdesk.channels.texts.render import EMPTY, chosen, document, messages, text_of
from frontdesk.channels.voice import decode
from frontdesk.channels.voice.answers import xml
from frontdesk.channels.voice.signature import form_of
from frontdesk.channels.voice.words import spoken
from frontdesk.conversation.ports import StoredTurn, Turns
from frontdesk.core.inputs import ContactStarted, SurveyReplied, TextTyped
from frontdesk.core.language import clean, detect
from frontdesk.core.words import Words
from frontdesk.survey.step import answer_to

log = logging.getLogger(__name__)
SCHEMES = ("sms", "whatsapp")
_SID = re.compile(r"[A-Za-z0-9]{2}[0-9a-f]{32}")
REMEMBERED = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDoor:
    """Texts to the loop and back. `secret` seals the numbers; `limiter` keeps one number from flooding the house."""

    turns: Turns
    clock: Callable[[], float]
    words: Words
    secret: bytes
    limiter: Limiter
    default_lang: str = "en"
    answered: "OrderedDict[str, str]" = field(default_factory=OrderedDict)

    async def message(self, request: web.Request) -> web.Response:
        """One message; the same one again gets the same answer and changes nothing."""
        form = form_of(request)
        sid = form.get("MessageSid") or form.get("SmsSid") or ""
        if not _SID.fullmatch(sid) or form.get("OptOutType"):  # the carrier itself answers STOP and HELP
            return xml(EMPTY)
        if sid not in self.answered:
            if not self.limiter.allow(self._address(form, sid)):
                return xml(EMPTY)
            self._remember(sid, await self._answer(form, sid))
        return xml(self.answered[sid])

    def sorry(self, request: web.Request) -> str:
        """When all else fails."""
        lang = self._lang(form_of(request))
        return document([spoken(self.words, "texts.sorry", lang)])

    async def _scored(self, address: str, text: str, sid: str) -> str | None:
        """The answer to a question that was put by a message after a call; None when it is not one."""
        asked = await self.turns.present(address)
        score = None if asked is None else answer_to(asked.state, text, self.clock())
        if asked is None or score is None:
            return None
        given = SurveyReplied(at=self.clock(), score=score, text=text)
        turn = await self.turns.tell(asked.session, given, f"m:{sid}")
        return document(messages(text_of([turn])))

    async def _answer(self, form: Mapping[str, str], sid: str) -> str:
        text = clean(form.get("ButtonPayload") or form.get("Body") or form.get("ButtonText", ""), 1600)
        media = decode.whole(form.get("NumMedia", ""), 0) > 0 or "Latitude" in form
        wordless = media or not text  # a place on a map, a contact, a reaction: nobody is left without an answer
        before = [spoken(self.words, "texts.no_media", self._lang(form))] if wordless else []
        if not text:
            return document(before)
        address = self._address(form, sid)
        if not media and (thanks := await self._scored(address, text, sid)) is not None:
            return thanks
        number = form.get("From", "")
        start = ContactStarted(
            at=self.clock(), channel="chat", lang=detect(text), caller=number if _named(number) else None
        )
        opened = await self.turns.handle(address, start, f"start:m:{sid}")
        given = TextTyped(at=self.clock(), text=chosen(opened.state.wait, text))
        turn = await self.turns.handle(address, given, f"m:{sid}")
        turns: list[StoredTurn] = [opened, turn] if opened.key == f"start:m:{sid}" else [turn]
        return document(messages(text_of(turns, before)))

    def _address(self, form: Mapping[str, str], sid: str) -> str:
        """The conversation of a number; what is no number is merged with nothing."""
        number = form.get("From", "")
        return address_of(self.secret, number, form.get("To", "") if _named(number) else sid)

    def _lang(self, form: Mapping[str, str]) -> str:
        return detect(form.get("Body", "")) or self.default_lang

    def _remember(self, sid: str, answer: str) -> None:
        self.answered[sid] = answer
        while len(self.answered) > REMEMBERED:
            self.answered.popitem(last=False)


def address_of(secret: bytes, number: str, ours: str) -> str:
    """The address of a number's conversation with one of ours (`+44…` or `whatsapp:+44…`), without the number."""
    scheme = "whatsapp" if number.startswith("whatsapp:") else "sms"
    sealed = hmac.new(secret, f"texts:{number}|{ours}".encode(), hashlib.sha256).hexdigest()[:32]
    return f"{scheme}:{sealed}"


def _named(number: str) -> bool:
    """Whether this is somebody's number, which a withheld one is not."""
    return re.fullmatch(r"(whatsapp:)?\+[1-9][0-9]{6,14}", number) is not None
