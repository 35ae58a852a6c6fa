"""Which language a session goes on in: the one the customer writes. Pure."""

from collections.abc import Container

from frontdesk.core.events import LanguageChosen
from frontdesk.core.language import LANGS, detect
from frontdesk.core.turn import Draft


def settle_language(draft: Draft, text: str, spoken: Container[str] = LANGS) -> None:
    """Chat speaks the language the customer writes, if it is among those `spoken` here."""
    state = draft.state
    lang = detect(text, state.lang if state.lang_settled else None)
    if lang is not None and lang in spoken and not (lang == state.lang and state.lang_settled):
        settle(draft, lang)


def settle(draft: Draft, lang: str) -> None:
    """Go on in the language that was heard."""
    draft.change(lang=lang, lang_settled=True)
    draft.emit(LanguageChosen(lang=lang, how="detected"))
