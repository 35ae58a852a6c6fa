"""Which language a session goes on in: the one the customer writes, speaks or asks for. Pure."""

from collections.abc import Container

from frontdesk.core.events import HowChosen, LanguageChosen
from frontdesk.core.evolve import replace
from frontdesk.core.language import LANGS, clearly_spoken, detect
from frontdesk.core.turn import Draft


def settle_language(draft: Draft, text: str, spoken: Container[str] = LANGS) -> None:
    """Chat speaks the language the customer writes, if it is among those `spoken` here."""
    lang = detect(text, now(draft))
    if lang is not None and lang in spoken:
        settle(draft, lang, "detected")


def settle_speech(draft: Draft, text: str, spoken: Container[str] = LANGS) -> None:
    """The phone goes on in the language the caller clearly speaks, if it is among those `spoken` here."""
    lang = clearly_spoken(text, now(draft))
    if lang is not None and lang in spoken:
        settle(draft, lang, "detected")


def settle(draft: Draft, lang: str, how: HowChosen) -> None:
    """Go on in this language; who waits for a person, waits for one who speaks it."""
    if lang == now(draft):
        return
    ticket = draft.state.ticket
    if ticket is not None and ticket.status in ("waiting", "offered"):
        draft.change(ticket=replace(ticket, lang=lang))
    draft.change(lang=lang, lang_settled=True, offered_langs=())
    draft.emit(LanguageChosen(lang=lang, how=how))


def now(draft: Draft) -> str | None:
    """The language that was chosen, if one was."""
    return draft.state.lang if draft.state.lang_settled else None
