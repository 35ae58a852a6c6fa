"""No key of anything real is in the project."""

import re

import pytest

from tests.house.tree import name, texts

KEYS = {
    "a private key": r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s+[A-Za-z0-9+/=]{40}",
    "an AWS key": r"\bAKIA[0-9A-Z]{16}\b",
    "a Stripe key": r"\bsk_live_[0-9A-Za-z]{16,}",
    "a GitHub token": r"\bgh[pousr]_[0-9A-Za-z]{36}\b",
    "a Slack token": r"\bxox[abpr]-[0-9A-Za-z-]{20,}",
    "a Twilio account or key": r"\b(?:AC|SK)(?!([0-9a-f])\1{31})[0-9a-f]{32}\b",
    "a password in an address": r"\b[a-z]+://[^\s:/@{}<>*…]+:(?!password|secret|\*|x@|pw|\.\.\.|token|\$)[^\s/@{}<>*…]{12,}@",
}


def found(text: str) -> list[str]:
    """What kinds of keys a text has."""
    return [what for what, pattern in KEYS.items() if re.search(pattern, text)]


@pytest.mark.stands("S18")
def test_no_key_is_in_the_project() -> None:
    """Neither in code nor tests nor pages: what looks like a real key of a service is none of ours to publish."""
    assert {name(path): what for path in texts() if (what := found(path.read_text("utf-8", "replace")))} == {}


def test_the_scan_finds_keys() -> None:
    """It can fail: one of each kind is found."""
    tail = "0123456789abcdef0123456789abcdef"
    assert found(f"sid = AC{tail}") == ["a Twilio account or key"]
    assert found("AKIA" + "ABCDEFGHIJKLMNOP") == ["an AWS key"]
    assert found("postgresql://me:" + "correct-horse-battery@db/x") == ["a password in an address"]
