"""What a new password must be: long, not the name, not one everybody tries first (NIST SP 800-63B: length, not symbols)."""

from frontdesk.core.errors import FrontdeskError

LEAST, MOST = 10, 200
_FIRST_TRIED = (
    "password", "passwort", "123456", "qwerty", "letmein", "welcome", "iloveyou", "abc123", "111111", "frontdesk",
    "woaini", "admin",
)  # fmt: skip


class WeakPassword(FrontdeskError):
    """The new password is too easy to guess; the message says what to change."""


def fit(password: str, name: str) -> None:
    """Return when the password may be used for this account. Raises WeakPassword."""
    plain = password.casefold()
    if not LEAST <= len(password) <= MOST:
        raise WeakPassword(f"Take a password of {LEAST} to {MOST} characters; a few words in a row are good.")
    if name and name.casefold() in plain:
        raise WeakPassword("Take a password without the log-in name in it.")
    rest = plain
    for word in _FIRST_TRIED:
        rest = rest.replace(word, "")
    if len(set(plain)) < 5 or len(rest) < 6:
        raise WeakPassword("That password is one of the first that are tried; take a few words of your own in a row.")
