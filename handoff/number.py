"""A number to be called back at, from a caller whose own can't be rung: asked for, looked up, read back. Pure.

Whether it may be rung at all, and how it is dialled, the desk says (`EstimateWait.number`); what becomes of the ticket is for
`handoff/options.py`.
"""

import re

from actions.reading.contacts import LONGEST_PHONE, phone_of
from frontdesk.core.evolve import replace
from frontdesk.core.inputs import CustomerInput, KeysPressed, TextTyped, WaitReply, WordsSpoken
from frontdesk.core.queues import QueueBook
from frontdesk.core.rooms import WithHuman
from frontdesk.core.spoken import digits_in
from frontdesk.core.turn import Draft
from frontdesk.core.waits import ForCustomer, ForReply
from handoff.asked import way_named
from handoff.keeping import LEAVE, NO_PLACE, ticket_of
from handoff.waits import ESTIMATE_DEADLINE_S, wait_asked

TRIES = 3  # silences, numbers that can't be rung and read-backs that were wrong, until the other ways are told again
TIMEOUT_S = 8.0
NOT_NOW = ("0", "1", "*")  # a key by itself that is no number: rather wait, or choose another way
SETTLED, RATHER_NOT = "settled", "rather_not"
_PLUS = re.compile(r"^\W*(?:plus|加号?|\+)\s*(?=\S)", re.I)
_YES = re.compile(
    r"^\W*(?:(?:yes|yeah|yep|yup|sure|ok(?:ay)?|correct|right|exactly|that(?:'s| is) (?:right|correct|it)|it is"
    r"|please|thanks?|thank you)\W*)+$"
    r"|^\W*(?:(?:对|是|嗯|好|行|没错|沒錯|正确|正確|可以|的|啊|呀|哦|了|谢谢|謝謝)\W*)+$",
    re.I,
)  # fmt: skip
_NO = re.compile(
    r"^\W*(?:no|nope|wrong|incorrect|not (?:right|correct)|that(?:'s| is) (?:wrong|not))\b|^\W*(?:不|错|錯|没有|沒有)",
    re.I,
)
_RATHER_NOT = re.compile(
    r"\b(?:wait|hold|stay on|rather not|never ?mind|forget it|no number"
    r"|(?:don'?t|do not|won'?t|not going to|not) (?:\w+ ){0,3}(?:give|share|tell|leave)"
    r"|don'?t have (?:one|a (?:phone|number)))\b"
    r"|^\W*(?:no|nope)(?:[, ]+(?:thanks?|thank you))?\W*$"
    r"|[等]|算了|不(?:用|要|想|方便)|没有?(?:电话|号码)|沒有?(?:電話|號碼)",
    re.I,
)


def ask(words: QueueBook, draft: Draft) -> None:
    """Why it can't be done at once, and the question for a number."""
    hidden = not (draft.state.caller or "").startswith("+")
    draft.say_phrase(words, "system.number_hidden" if hidden else "system.number_not_rung")
    again(words, draft, WithHuman(asking="number"))


def again(words: QueueBook, draft: Draft, room: WithHuman) -> None:
    """The question as it stands: for the number, for its rest, or whether it is right."""
    if room.asking == "number_right":
        draft.say_given(words, "system.number_right", {"number": room.number})
        draft.enter(room, ForCustomer(accepts=("keys", "speech"), timeout_s=TIMEOUT_S, max_digits=1))
        return
    if room.number:
        draft.say_given(words, "system.digits_so_far", {"digits": room.number})
    else:
        draft.say_phrase(words, "system.number_ask")
        placed = ticket_of(draft).status not in NO_PLACE
        draft.say_phrase(words, "system.number_or_wait" if placed else "system.number_or_not")
    wait = ForCustomer(accepts=("keys", "speech"), timeout_s=TIMEOUT_S, max_digits=LONGEST_PHONE - len(room.number))
    draft.enter(room, wait)


def answered(words: QueueBook, draft: Draft, room: WithHuman, given: CustomerInput) -> str | None:
    """What the answer comes to: the number is SETTLED (it is `State.call_at` now), they would RATHER_NOT, or a way on that
    they named. None where something is asked, the caller or the desk."""
    said = given.text if isinstance(given, WordsSpoken | TextTyped) else ""
    way = way_named(said) if said else None
    if way is not None and way not in ("callback", LEAVE):
        return way
    whole = _whole(room, given, said)
    if whole is not None:
        _look_up(draft, replace(room, asking="number", number=whole, rings=""))
        return None
    if room.asking == "number_right":
        return _whether(words, draft, room, given)
    digits = _digits(given, said)
    alone = isinstance(given, KeysPressed) and given.digits.removesuffix("#") in NOT_NOW and not room.number
    if alone or way == LEAVE or (said and not digits and _RATHER_NOT.search(said)):
        return RATHER_NOT
    so_far = room.number + digits
    if 1 < len(so_far) < LONGEST_PHONE:
        again(words, draft, replace(room, number=so_far))
        return None
    return _missed(words, draft, replace(room, number=""), silent=not said)


def looked_up(words: QueueBook, draft: Draft, room: WithHuman, reply: WaitReply) -> str | None:
    """The desk's word: the number is read back, or told to be none that can be rung. RATHER_NOT after too many of those."""
    if reply.number is not None:
        again(words, draft, replace(room, asking="number_right", rings=reply.number))
        return None
    if reply.unsure:
        draft.say_phrase(words, "system.task_late")
    else:
        draft.say_given(words, "system.number_wrong", {"number": room.number})
    return _missed(words, draft, replace(room, number=""), silent=True)


def _whether(words: QueueBook, draft: Draft, room: WithHuman, given: CustomerInput) -> str | None:
    """The answer to the read-back."""
    key = given.digits if isinstance(given, KeysPressed) else ""
    said = given.text if isinstance(given, WordsSpoken | TextTyped) else ""
    if key == "1" or _YES.match(said):
        draft.change(call_at=room.rings)
        return SETTLED
    wrong = key == "2" or _NO.match(said) is not None
    if wrong:
        room = replace(room, asking="number", number="", rings="")
    return _missed(words, draft, room, silent=wrong or not (key or said))


def _missed(words: QueueBook, draft: Draft, room: WithHuman, *, silent: bool) -> str | None:
    room = replace(room, misses=room.misses + 1)
    if room.misses >= TRIES:
        return RATHER_NOT
    if not silent:
        draft.say_phrase(words, "system.not_understood")
    again(words, draft, room)
    return None


def _whole(room: WithHuman, given: CustomerInput, said: str) -> str | None:
    """The whole number, with what was given of it before; after a read-back, another one."""
    before = room.number if room.asking == "number" else ""
    if isinstance(given, KeysPressed):
        return phone_of(before + given.digits.strip("*#"))
    return phone_of(before + _PLUS.sub("+", said)) if said else None


def _digits(given: CustomerInput, said: str) -> str:
    return given.digits.strip("*#") if isinstance(given, KeysPressed) else digits_in(said)


def _look_up(draft: Draft, room: WithHuman) -> None:
    """Ask the desk whether, and how, this number is rung."""
    request = replace(wait_asked(draft.state, ticket_of(draft)), number=room.number)
    draft.enter(room, ForReply(request=request, deadline_s=ESTIMATE_DEADLINE_S))
