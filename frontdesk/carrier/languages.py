"""The language tags each TwiML verb takes. `Say` and `Gather` read two different tables."""

from typing import Final


def _tags(words: str) -> frozenset[str]:
    return frozenset(words.split())


GATHER: Final = _tags(
    """
    af-ZA am-ET ar-AE ar-BH ar-DZ ar-EG ar-IL ar-IQ ar-JO ar-KW ar-LB ar-MA ar-OM ar-PS ar-QA ar-SA ar-TN az-AZ
    bg-BG bn-BD bn-IN ca-ES cs-CZ da-DK de-DE el-GR en-AU en-CA en-GB en-GH en-IE en-IN en-KE en-NG en-NZ en-PH
    en-SG en-TZ en-US en-ZA es-AR es-BO es-CL es-CO es-CR es-DO es-EC es-ES es-GT es-HN es-MX es-NI es-PA es-PE
    es-PR es-PY es-SV es-US es-UY es-VE et-EE eu-ES fa-IR fi-FI fil-PH fr-CA fr-FR gl-ES gu-IN he-IL hi-IN hr-HR
    hu-HU hy-AM id-ID is-IS it-IT ja-JP jv-ID ka-GE km-KH kn-IN ko-KR lo-LA lt-LT lv-LV mk-MK ml-IN mn-MN mr-IN
    ms-MY my-MM nar-IQ nb-NO ne-NP nl-BE nl-NL pa-guru-IN pl-PL pt-BR pt-PT ro-RO ru-RU si-LK sk-SK sl-SI sq-AL
    sr-RS su-ID sv-SE sw-KE sw-TZ ta-IN ta-LK ta-MY ta-SG te-IN th-TH tr-TR uk-UA ur-IN ur-PK uz-UZ vi-VN
    yue-Hant-HK zh cmn-Hans-CN zh-TW cmn-Hant-TW zu-ZA
    """
)

SAY: Final = _tags(
    """
    arb ar-AE ca-ES cy-GB da-DK de-AT de-DE en-AU en-CA en-GB en-GB-WLS en-IE en-IN en-NZ en-US en-ZA es-ES es-MX
    es-US fi-FI fr-BE fr-CA fr-FR hi-IN is-IS it-IT ja-JP ko-KR nb-NO nl-BE nl-NL pl-PL pt-BR pt-PT ro-RO ru-RU
    sv-SE tr-TR zh-CN zh-HK zh-TW cmn-CN cmn-TW yue-HK yue-CN
    """
)

VOICES: Final = {
    "Polly.Zhiyu": "cmn-CN",
    "Google.cmn-CN": "cmn-CN",
    "Google.cmn-TW": "cmn-TW",
    "Google.yue-HK": "yue-HK",
}


def spoken_language(tag: str, voice: str) -> str:
    """The language a Say is spoken in: its tag, else its voice's own, else American English."""
    return tag or next((own for start, own in VOICES.items() if voice.startswith(start)), "en-US")
