"""What the customer changed their mind to in the middle of a need. Knows the turn, no tracker."""

import re

from actions.meaning.agreeing import urges
from actions.meaning.asking import asks_which
from actions.meaning.follow_ups import asks_when
from actions.meaning.goods_wishes import in_or_out, reason_in, without_reason
from actions.meaning.grievances import aggrieved
from actions.meaning.hesitating import puts_off
from actions.meaning.kept import kept_in
from actions.meaning.kinds import kind_of, other_change, refuses_way, wants_repair
from actions.meaning.objections import asks_duty
from actions.meaning.parts import all_meant
from actions.meaning.taking_back import (
    act_in,
    act_instead,
    declined_so,
    deed_named,
    lies_at,
    rest_after_drop,
    turned_up,
)
from actions.meaning.wishes import wish_in
from actions.plans import PLANS
from actions.reading.address_slips import names_code
from actions.reading.address_wishes import address_in, to_be_sent
from actions.reading.case_numbers import case_number_in
from actions.talk.answers import GIVES_AWAY, keeps
from actions.talk.guesses import names_need
from actions.talk.heard import FREE, is_question
from actions.talk.turn import CustomerTurn

# How sure the bot must be to take an answer for a change of mind; missing a person is worst.
SURE = {"human_agent": 0.4}
SURE_OF_OTHERS = 0.7
PROOF = frozenset({"order_number", "last4", "contact", "proof"})
OTHERWISE = {
    "cancel_order": "change_items",
    "return_item": "exchange_item",
}  # what is wanted who names another size instead of a yes
OF_GOODS = frozenset({"change_items", "change_order", "exchange_item"})
SURE_INSTEAD = 0.85  # that words which could be the answer are a change of mind, if they begin like one
SURE_OF_INSTEAD = 0.5  # of what is wanted, where "actually" or "instead" says that the mind was changed
_INSTEAD = re.compile(
    r"^(?:no|nope|actually|ok|wait|sorry|forget it|never ?mind|i(?:'d| would) rather|rather|just|instead)\b"
    r"|\b(?:instead|rather|actually)\b|^(?:不|算了|还是|還是|直接|干脆|乾脆|那就|不如)",
    re.I,
)
_WISHES = re.compile(  # beside the number that was asked for: "the second one i want to return"
    r"\b(?:i(?:'d| would)? (?:want|need|like|wanna|have) to|can (?:i|you)|could (?:i|you)|please)\b|[想要]|帮我|幫我|麻烦|麻煩",
    re.I,
)


_OTHERS = re.compile(r"[个的]?别的")
_PARTS_OF = {  # what sounds like another need is more of what is begun
    **dict.fromkeys(("change_address", "change_items", "delivery_note"), ("change_order",)),
    "payment_case": ("payment_problem",),
}


def sure(turn: CustomerTurn) -> bool:
    return turn.is_payload or turn.confidence >= SURE.get(turn.intent, SURE_OF_OTHERS)


def _sure_of_change(turn: CustomerTurn) -> bool:
    return sure(turn) or (turn.confidence >= SURE_OF_INSTEAD and _INSTEAD.search(turn.said.strip()) is not None)


def _rather(said: str, need: str) -> str | None:
    """What is wanted instead of a yes: other goods or fewer, or what 不换了，还是退吧 names."""
    if need in GIVES_AWAY and wants_repair(said):
        return "delivery_problem"
    of_goods = wish_in(said, alone=True) or (need == "cancel_order" and in_or_out(said))
    if need in OTHERWISE and of_goods:
        return OTHERWISE[need]
    instead = act_instead(said) or deed_named(said)
    if need == "return_item" and reason_in(said) and act_in(_OTHERS.sub(" ", without_reason(said))) == "exchange_item":
        return "exchange_item"  # 不喜欢，想换个别的
    return instead if instead != need else None


_STATUS = re.compile(
    r"\b(?:where|when|track|status|arriv)\w*|到哪|哪[了儿里]|什么时候|几时|多久[^，。]{0,3}到|发货|物流|快递", re.I
)


def need_after_drop(turn: CustomerTurn, need: str) -> str | None:
    """What is wanted behind words that drop what was begun ("never mind, where is 10025?"); None where nothing is dropped."""
    rest = None if turn.is_payload else rest_after_drop(turn.said)
    if rest is None:
        return None
    meant = act_in(rest) or ("order_status" if _STATUS.search(rest) else turn.intent)
    return meant if meant in PLANS and meant != need else None


def _only_put_right(turn: CustomerTurn, wanted: str, *, put_right: bool) -> bool:
    """Whether what sounds like a change of the order only puts right what was read back ("make that 10026", "no make that
    black"), or asks after a change of mind."""
    return wanted == "change_order" and (put_right or _OWN_MIND.search(turn.said) is not None)


_OWN_MIND = re.compile(r"\bchange my mind\b|改(?:变)?主意|反悔|后悔", re.I)


def _left_alone(said: str, need: str) -> bool:
    """Whether what was read back is put off, or is over, because what was missed is there."""
    return puts_off(said) or turned_up(said) or (need == "delivery_problem" and lies_at(said))


def _belongs_to(turn: CustomerTurn, need: str) -> bool:
    """Whether what is said at the yes is about what was read back: haste, which of two ways, which of the two not, all of it;
    more of what came wrong ("a blue one instead of red"), a postcode."""
    said = turn.said
    more = need == "delivery_problem" and turn.intent in OF_GOODS and act_in(said) != turn.intent
    way = asks_which(said) or (need == "delivery_problem" and refuses_way(said))
    of_code = need == "change_address" and names_code(said)
    return (
        way or more or of_code or urges(said) or _left_alone(said, need) or (need == "return_item" and all_meant(said))
    )


def asked_instead(turn: CustomerTurn) -> str | None:
    """The need that takes the place of a complaint which has still to say what happened: only a plain question, for anything else
    may be what happened."""
    if turn.is_payload:
        return turn.entities.get("need") or (turn.intent if turn.intent in PLANS else None)
    asks = turn.intent in PLANS and turn.confidence >= SURE_INSTEAD and is_question(turn)
    return turn.intent if asks and not aggrieved(turn.said) else None


def _first_of_several(turn: CustomerTurn, need: str) -> str | None:
    """What comes first of several requests, each told with its order, where the one that was begun comes later among them."""
    later = [one.need for one in kept_in(turn.entities.get("later", ""))]
    first = turn.intent if turn.intent in PLANS and turn.intent != need and not turn.is_payload else None
    return first if need in later else None


def _of_own_answer(turn: CustomerTurn, wanted: str, asked: str, need: str) -> bool:
    """Whether what sounds like another need answers what was asked: "send it to another address: boss@lane.com" of an invoice,
    "use the one in my account"."""
    if wanted == "change_order" and need == "invoice":
        return _of_invoice(turn)
    return wanted == "account_problem" and asked in FREE and kind_of("account_topic", turn.said) is None


def _of_invoice(turn: CustomerTurn) -> bool:
    """Whether an address is one for the invoice: "send it to another address: boss@lane.com", "add our address, 9 Mill Lane"."""
    return "email" in turn.entities or (address_in(turn.text) is not None and not to_be_sent(turn.text))


def other_need(turn: CustomerTurn, asked: str, need: str, *, progress: bool, put_right: bool = False) -> str | None:
    """The need the customer changed their mind to; an answer is none, nor is a free text that sounds like one. `put_right`: what
    was read back is to be different."""
    if not turn.is_payload and case_number_in(turn.said) and asked not in FREE:
        return None if need == "case_status" else "case_status"
    if asked == "new_address" and other_change(turn.said):
        return "change_order"
    at_yes = asked == "confirmed" and not turn.is_payload
    if at_yes and (rather := _rather(turn.said, need)) is not None:
        return rather
    if at_yes and (_belongs_to(turn, need) or keeps(turn, need)):
        return None
    if asked in PROOF and (first := _first_of_several(turn, need)) is not None:
        return first
    wanted = turn.entities.get("need") if turn.is_payload else turn.intent
    wanted = wanted if wanted in PLANS else turn.intent if turn.is_payload else wanted
    if wanted is None or wanted not in PLANS or wanted == need or not _sure_of_change(turn):
        return None
    if _of_own_answer(turn, wanted, asked, need):
        return None
    if at_yes and (
        _only_put_right(turn, wanted, put_right=put_right) or (wanted == "cancel_order" and declined_so(turn.said))
    ):
        return None
    if wanted in _PARTS_OF.get(need, ()):
        return None
    again = need == "invoice" and kind_of("invoice_kind", turn.said) == "same"  # 重新发一下
    if at_yes and (again or reason_in(turn.said)) and act_in(turn.said) != wanted:
        return None  # "too small" to a return sounds like an exchange
    if asked in PROOF and not turn.is_payload and not names_need(turn, wanted):
        return None
    if not turn.is_payload and ((asked not in PROOF and asks_duty(turn.said)) or asks_when(turn.said, need)):
        return None  # "do i have to send it back?" asks for a rule, not for a return
    begins = _INSTEAD if asked in FREE else _WISHES if asked in PROOF and PLANS[wanted].confirm else None
    if asked in PROOF and act_in(turn.said) == wanted:
        return wanted  # "return the first two" to which order it is
    instead = begins is not None and turn.confidence >= SURE_INSTEAD and begins.search(turn.said.strip())
    return None if progress and not turn.is_payload and asked != "confirmed" and not instead else wanted
