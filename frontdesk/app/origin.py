"""What may be known for good of who calls or writes: a pseudonym by the house's own key, and the country of a number."""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import replace

from frontdesk.core.inputs import ContactStarted

_LENGTH = 22  # hexadecimal digits: 88 bits, no two customers of one house meet


def origin(secret: bytes) -> Callable[[ContactStarted, str], ContactStarted]:
    """Fills `contact` and `region`. Withheld numbers get no pseudonym, so that their callers are never taken for one."""

    def known(given: ContactStarted, address: str) -> ContactStarted:
        who = given.caller if given.caller is not None or given.channel == "voice" else address
        if not who:
            return given
        return replace(given, contact=pseudonym(secret, who), region=_region(given.caller))

    return known


def pseudonym(secret: bytes, who: str) -> str:
    """The same for the same number or address; nobody without the key can go back, or try numbers out."""
    return hmac.new(secret, b"contact\0" + who.encode(), hashlib.sha256).hexdigest()[:_LENGTH]


def _region(caller: str | None) -> str:
    """The country of a number with its country code (ISO 3166, two letters); empty when it cannot be told."""
    if caller is None or not caller.startswith("+"):
        return ""
    import phonenumbers  # noqa: PLC0415 - a tenth of a second, at the first call

    try:
        number = phonenumbers.parse(caller)
    except phonenumbers.NumberParseException:
        return ""
    return phonenumbers.region_code_for_number(number) or ""
