"""Language tags for speaking and for listening. Carriers keep two different lists: one tag may not serve for both."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Voice:
    """How words of one language are spoken: the `language` and `voice` of a Say. `paced`: the voice takes a prosody rate.

    Amazon's neural voices take rate and volume, `say-as` and `break`, but neither pitch nor emphasis.
    """

    language: str
    voice: str
    paced: bool = True


SAY: Mapping[str, Voice] = MappingProxyType(
    {
        "en": Voice("en-US", "Polly.Joanna-Neural"),
        "zh": Voice("cmn-CN", "Polly.Zhiyu-Neural"),
    }
)
GATHER: Mapping[str, str] = MappingProxyType({"en": "en-US", "zh": "cmn-Hans-CN"})


def _base(lang: str) -> str:
    """The language of a locale (`zh-CN` is `zh`), or English when it is one we have no voice for."""
    base = lang.replace("_", "-").partition("-")[0].lower()
    return base if base in SAY else "en"


def voice_of(lang: str) -> Voice:
    """How to speak this language."""
    return SAY[_base(lang)]


def ear_of(lang: str) -> str:
    """How to listen for this language: the `language` of a Gather."""
    return GATHER[_base(lang)]
