"""A card number, a password, an identity number, and little else: that it is not wanted, then the question once more. Pure."""

import re

from frontdesk.core.given import aside, given_text
from frontdesk.core.inputs import ChoicePicked, CustomerInput
from frontdesk.core.never_kept import CARD, IDENTITY, SECRET
from frontdesk.core.rooms import InMenu, InTalk
from frontdesk.core.turn import Draft
from frontdesk.core.waits import ForCustomer
from frontdesk.core.words import Words

MOST_BESIDES = 6  # words, or so many Chinese characters, that only name it: "my card number is"
_TAKEN_OUT = re.compile("|".join(map(re.escape, (CARD, IDENTITY, SECRET))))
_PART = re.compile(r"[A-Za-z0-9']+|[\u3400-\u9fff]")


def told(words: Words, draft: Draft, given: CustomerInput) -> bool:
    """Whether that is what was given, as it stands there after it was taken out; then it was told."""
    state, text = draft.state, given_text(given)
    here = isinstance(state.room, InMenu | InTalk) and isinstance(state.wait, ForCustomer)
    if not here or isinstance(given, ChoicePicked) or not _TAKEN_OUT.search(text):
        return False
    if len(_PART.findall(_TAKEN_OUT.sub(" ", text))) > MOST_BESIDES:
        return False
    draft.emit(aside(given))
    draft.say_phrase(words, "system.not_wanted")
    return True
