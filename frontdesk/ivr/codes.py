"""Every code `frontdesk check` can print, with what it is about. A code once given keeps its meaning."""

from collections.abc import Mapping
from types import MappingProxyType

from frontdesk.ivr.lint import RULES

READING: Mapping[str, str] = MappingProxyType(
    {
        "FLOW001": "Not YAML, or not one table",
        "FLOW002": "An anchor, reference or tag",
        "FLOW003": "A key that stands twice",
        "FLOW004": "An unknown key",
        "FLOW005": "A missing key",
        "FLOW006": "A value of the wrong form",
        "FLOW007": "A node of no kind, or of two",
        "FLOW008": "A length nobody can enter",
        "FLOW009": "A missing or misnamed file",
        "FLOW020": "A prompt with a broken variable",
        "FLOW060": "A key that says nothing of this form",
        "FLOW061": "A pattern that can't be used",
        "FLOW070": "An expression that can't be read",
        "FLOW071": "A type error in an expression",
        "FLOW051": "Opening hours that can't be read",
        "FLOW091": "A queue that can't be read",
    }
)
CODES: Mapping[str, str] = MappingProxyType(
    dict(sorted({**READING, **{rule.code: rule.title for rule in RULES}}.items()))
)
