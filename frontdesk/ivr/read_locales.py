"""Reading one file of prompts and words in one language."""

import re

from frontdesk.ivr.fields import Sheet
from frontdesk.ivr.locale import Locale
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.phrase import Prompt, read_prompt
from frontdesk.ivr.voice import Voice

KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+|[a-z][a-z0-9_]*")


def read_locale(sheet: Sheet, currency: str = "CNY") -> Locale | None:
    """The prompts and words of a file; None when it does not say its language."""
    lang = sheet.text("language")
    prompts = _prompts(sheet, Voice(lang, currency))
    words = _words(sheet)
    sheet.close()
    if not lang:
        return None
    return Locale(lang=lang, at=sheet.table.at, prompts=prompts, words=words)


def _prompts(sheet: Sheet, voice: Voice) -> dict[Marked, Prompt]:
    inner = sheet.sheet("prompts", f"'prompts' of {sheet.what}", required=True)
    prompts: dict[Marked, Prompt] = {}
    for key in inner.table.entries if inner else ():
        _check_key(sheet, key)
        text = inner.maybe_text(key) if inner else None
        prompt, wrong = read_prompt(text or Marked("", key.at), voice)
        for message in wrong:
            sheet.complain(prompt.source.at, "FLOW020", f"Prompt '{key}': {message}")
        prompts[key] = prompt
    return prompts


def _words(sheet: Sheet) -> dict[Marked, tuple[Marked, ...]]:
    inner = sheet.sheet("words", f"'words' of {sheet.what}")
    words: dict[Marked, tuple[Marked, ...]] = {}
    for key in inner.table.entries if inner else ():
        _check_key(sheet, key)
        words[key] = inner.texts(key) if inner else ()
    return words


def _check_key(sheet: Sheet, key: Marked) -> None:
    if not KEY.fullmatch(key):
        sheet.complain(key.at, "FLOW006", f"'{key}' is no name for a prompt; write it like order.ask_number.")
