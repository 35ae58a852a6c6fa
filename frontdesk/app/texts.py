"""What is texted after a turn: an agent's words, and links from calls to the chat. Who may be texted is `Limits`'s to say."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from frontdesk.app.asking import AskingLater, Past, hung_up
from frontdesk.app.carrier import Phone
from frontdesk.app.secrets_kept import house_secret
from frontdesk.app.settings import Settings
from frontdesk.channels.chat.links import ChatLinks
from frontdesk.channels.texts.door import address_of
from frontdesk.channels.texts.render import WHATSAPP, later
from frontdesk.conversation.background import Background
from frontdesk.conversation.books import PublishedBooks
from frontdesk.conversation.ports import StoredTurn
from frontdesk.core.events import ChatLinkPromised
from frontdesk.core.rooms import InMenu, InTalk, State, WithHuman
from frontdesk.record.ports import LogReader
from handoff.outgoing import Limits


def limits_of(settings: Settings) -> Limits:
    """Whom the house may ring and text, how often, for how much."""
    return Limits(
        to=settings.outgoing_to,
        per_number=settings.outgoing_per_number,
        per_hour=settings.outgoing_per_hour,
        per_day=settings.spend_per_day,
        price_call=settings.price_call,
        price_text=settings.price_text,
    )


def links_of(settings: Settings) -> ChatLinks:
    """Links from calls to the chat, by the house's secret and address."""
    return ChatLinks(house_secret(settings), settings.base_url, time.time)


@dataclass(frozen=True, slots=True)
class Texts:
    """What is to be texted after a turn: an agent's words, links to the chat, and the question to who was not asked."""

    phone: Phone
    books: PublishedBooks
    settings: Settings
    asking: AskingLater | None = None

    def follow(self, before: State, turn: StoredTurn, background: Background) -> None:
        """Text what is due, in the background."""
        if turn.state.caller and (parts := self.due(before, turn)):
            background.start(send(self.phone, self.number(turn), parts), name="text message")
        elif self.asking is not None and hung_up(turn):
            background.start(self.asking.ask(turn), name="question by message")

    def number(self, turn: StoredTurn) -> str:
        """Where they go: the caller's number, by WhatsApp if that is where the conversation is."""
        caller = turn.state.caller or ""
        return on_whatsapp(caller) if turn.state.address.startswith(WHATSAPP) else caller

    def due(self, before: State, turn: StoredTurn) -> Sequence[str]:
        if self.phone.exchange is not None:
            return ()
        return (*later(turn), *((self._link(turn.state),) if self._wants_link(before, turn) else ()))

    def _wants_link(self, before: State, turn: StoredTurn) -> bool:
        """Promised in the flow; or, if the house does so, to a verified caller who was cut off in the middle."""
        cut_off = (
            self.settings.link_after_drop and hung_up(turn) and isinstance(before.room, InMenu | InTalk | WithHuman)
        )
        verified = turn.state.textable and "customer_id" in turn.state.facts
        promised = any(isinstance(event, ChatLinkPromised) for event in turn.events)
        return promised or (cut_off and verified and not _talked(before))

    def _link(self, state: State) -> str:
        link = links_of(self.settings).make(state.session)
        return self.books.current().phrase("system.chat_link", state.lang, {"link": link}).text


def on_whatsapp(number: str) -> str:
    """The number as WhatsApp's."""
    return number if number.startswith(WHATSAPP) else f"{WHATSAPP}{number}"


def texts_of(phone: Phone, books: PublishedBooks, settings: Settings, turns: Past, log: LogReader) -> Texts:
    """What this house texts; it asks how it was by the way that is set, if one is."""
    if settings.survey_by_text == "off":
        return Texts(phone, books, settings)
    spelt: Callable[[str], str] = on_whatsapp if settings.survey_by_text == "whatsapp" else str
    secret, ours = house_secret(settings), spelt(settings.twilio_number)
    asking = AskingLater(
        turns=turns,
        log=log,
        clock=time.time,
        number=spelt,
        address=lambda number: address_of(secret, number, ours),
    )
    return Texts(phone, books, settings, asking)


def _talked(state: State) -> bool:
    """Whether they were with an agent, who ends calls too."""
    return state.ticket is not None and state.ticket.status in ("connected", "wrap_up", "closed")


async def send(phone: Phone, number: str, parts: Sequence[str]) -> None:
    """One after another, so that they come in order."""
    for part in parts:
        await phone.calls.send_text(number, part)
