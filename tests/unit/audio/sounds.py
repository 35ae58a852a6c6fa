"""Made-up recordings, a small book and the two programs' honest absence."""

import io
import shutil
import wave
from array import array
from collections.abc import Mapping
from math import pi, sin

from frontdesk.ivr.locale import Locale
from frontdesk.ivr.marks import NOWHERE, Marked
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.phrase import read_prompt
from tests.conftest import missing

RATE = 16_000


def needs(*programs: str) -> None:
    """Skip by the name of the program that is not here."""
    for program in programs:
        if shutil.which(program) is None:
            missing(program)


def tone(seconds: float = 1.0, level: float = 0.3, lead: float = 0.0, hertz: float = 440.0) -> bytes:
    """A WAV file with silence before and after a tone; a level above 1 is cut off at the rail."""
    quiet = array("h", bytes(2 * int(RATE * lead)))
    heard = array(
        "h",
        [round(32767 * max(-1, min(1, level * sin(2 * pi * hertz * n / RATE)))) for n in range(int(RATE * seconds))],
    )
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes((quiet + heard + quiet).tobytes())
    return file.getvalue()


def book(prompts: Mapping[str, str], lang: str = "fr") -> FlowBook:
    """A book with these prompts only, in a language without words for numbers unless it is en or zh."""
    read = {Marked(key): read_prompt(Marked(text))[0] for key, text in prompts.items()}
    return FlowBook(
        version="1", flows={}, hours={}, locales={lang: Locale(lang=lang, at=NOWHERE, prompts=read, words={})}
    )
