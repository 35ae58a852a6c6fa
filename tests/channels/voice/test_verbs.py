"""TwiML written as text is what the carrier's own library writes, byte for byte."""

from hypothesis import given
from hypothesis import strategies as st
from twilio.twiml.voice_response import Gather, VoiceResponse

from frontdesk.channels.voice.verbs import document, escaped, verb

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)  # half a character cannot be sent at all


@given(WORDS, WORDS, st.integers(), st.booleans())
def test_the_bytes_are_those_of_the_carriers_library(said: str, address: str, seconds: int, on: bool) -> None:
    """Whatever the words and addresses hold: the same escapes, the same order of attributes, nothing for None."""
    theirs, gather = VoiceResponse(), Gather(action=address, timeout=seconds, barge_in=on, hints=None)
    gather.say(said, voice=address)
    gather.pause(length=seconds)
    theirs.append(gather)
    theirs.redirect(address, method="POST")
    inside = verb("Say", escaped(said), voice=address) + verb("Pause", length=seconds)
    asked = verb("Gather", inside, action=address, timeout=seconds, bargeIn=on, hints=None)
    assert document(asked, verb("Redirect", escaped(address), method="POST")) == str(theirs)
