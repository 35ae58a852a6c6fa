"""A language that is no language tag, or one nobody here can speak: the phone would say it in a wrong voice, or refuse it."""

from collections.abc import Iterator

from babel.core import Locale as BabelLocale
from babel.core import UnknownLocaleError

from frontdesk.core.issues import Issue
from frontdesk.core.language import LANGS
from frontdesk.ivr.fields import meant
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW082"
_MEANT = {"cn": "zh", "chinese": "zh", "mandarin": "zh", "english": "en", "uk": "en", "us": "en"}


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for locale in book.locales.values():
        lang = str(locale.lang)
        if not _known(lang):
            message = f"'{lang}' is no language tag; write en, zh, or one with a region such as zh-CN."
            yield locale.at.issue(CODE, message, _MEANT.get(lang.lower()) or meant(lang, LANGS))
        elif lang.partition("-")[0] not in LANGS:
            message = f"There is no voice for '{lang}' on the phone yet; it would be spoken in the voice of {LANGS[0]}."
            yield locale.at.issue(CODE, message, level="warning")


def _known(lang: str) -> bool:
    if lang != lang.strip() or not lang.partition("-")[0].islower():
        return False
    try:
        BabelLocale.parse(lang, sep="-")
    except (ValueError, UnknownLocaleError):
        return False
    return True


RULE = Rule(code=CODE, title="A wrong language tag", find=find)
