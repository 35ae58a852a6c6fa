"""Several requests in one message: parted, each with its own order, in the customer's order. Pure; knows no Rasa."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from actions.meaning.follow_ups import whole_question
from actions.meaning.kept import ASK, UNNAMED, Kept, written
from actions.meaning.references import OTHER, which_of
from actions.meaning.taking_back import act_in
from actions.plans import PLANS
from actions.reading.orders_named import denied_in, one_of_them
from frontdesk.rasa_worker.parting import Piece, as_proof, enumerated, in_digits, is_proof, numbers_of, pieces_of

SURE = 0.85  # of a request without an order; a guess is no second request
SURE_TOLD = 0.6  # of one that names its order, or is said to come on top
SURE_FOLLOWS = 0.4  # of what follows from the first by itself
LONGEST_LIST = 400  # characters of a message that lists requests
FOLLOWS: Mapping[str, frozenset[str]] = {  # what follows from the first by itself is no second request
    "cancel_order": frozenset({"refund_request", "refund_status"}),
    "return_item": frozenset({"refund_request", "refund_status", "exchange_item"}),
    "refund_request": frozenset({"refund_status", "return_item", "cancel_order"}),
    "delivery_problem": frozenset({"order_status", "refund_request", "exchange_item", "return_item"}),
    "order_status": frozenset({"delivery_problem"}),
    "exchange_item": frozenset({"return_item"}),
    "payment_problem": frozenset({"refund_request", "refund_status"}),
}
TOLD_WITH = frozenset({"refund_status", "refund_request"})  # when the money comes, asked beside what gives it back
QUESTIONS = frozenset({"contact_hours", "product_question"})
ANSWERS = frozenset({"affirm", "deny"})
Guess = Mapping[str, Any]  # name and confidence
Classify = Callable[[str], dict[str, Any]]

_OF_SAME = re.compile(  # beside the number of another order that the same is wanted for
    r"\b(?:and|also|for|of|order|the|same|goes|with|is|it|that|too|as|well|first|second|third|other|one|number|no"
    r"|please|both|them"
    r"|all|to|thing|so)\b|订单号?|也|一样|同样|的|都|是|这?[两二]个|要|号|单|請|请",
    re.I,
)
_NOTHING = re.compile(
    r"\b(?:hi|hello|hey|good|morning|afternoon|evening|thanks?|thank|you|please|pls|cheers|ok|okay|so|i|have|need|got"
    r"|want|a|few"
    r"|couple|of|several|things?|requests?|questions?|two|three|four|help|with|for|me|can|could|would|to|do|these|following)\b"
    r"|你好|您好|在吗|麻烦|谢谢|請|请|我有|我要|办|几|[两三四二]|个|件|事情?|问题|帮我?|一下|处理|如下|[了您你]",
    re.I,
)
_SLIP = re.compile(
    r"\b(?:no,? wait|wait,? no|i mean(?:t)?|scratch that|no,? sorry|sorry,? no|actually,? no|no,? actually|correction"
    r"|my mistake)\b"
    r"|(?:^|[,，。;；!！ ])(?:啊|哦|噢)?不对[,，。 ]|说错|說錯|口误|打错了|打錯了",
    re.I,
)
_ACT = re.compile(
    r"退|换|換|取消|查|到|催|发票|發票|开票|改|物流|发货|扣|收|坏|破|"
    r"\b(?:where|cancel|return|exchange|refund|invoice|charged|when|track|status|change|swap|send|late|broken|damaged"
    r"|arriv|missing|lost)",
    re.I,
)
_BOTH = re.compile(  # of one order: 退货和开发票, 开发票再退货
    r"(?P<one>退货?|换货?|取消|发票|开票)(?:和|跟|、|以及|还要|再|然后|并且?)(?:我|要|给|帮|开|个|张"
    r"|办){0,4}(?P<other>退货|换货|取消|发票|票)",
)
_BOTH_NEEDS = {
    "退": "return_item",
    "换": "exchange_item",
    "取": "cancel_order",
    "发": "invoice",
    "开": "invoice",
    "票": "invoice",
}
_TELLS = frozenset(
    {"new_address", "new_items", "delivery_note", "wish", "invoice_kind", "issue"}
)  # what a request may tell, too
_OF_RULES = re.compile(
    r"政策|规则|規則|规定|規定|运费|運費|邮费|[你您]们[^，。]{0,6}(?:多久|几天|几点|怎么)"
    r"|\b(?:return|refund|exchange|warranty|delivery) polic|\bhow (?:long|many days) do (?:you|returns|refunds|exchanges)\b",
    re.I,
)
_DONE = re.compile(r"\b(?:i|we)(?:'ve| have)? (?:already|just) \w+ed\b|已经(?:退|取消|换|开|收)", re.I)
_LEADS = re.compile(
    r"^(?:先|请|麻烦|帮我|给我|我要|我想|[,，。 ])+|^(?:(?:first|please|can you|could you)\b[, ]*)+", re.I
)
_AND = re.compile(r"\band\b|和", re.I)
_NUMBER_FIRST, _NUMBER_LAST = (
    re.compile(r"(?:订单号?|orders? )?[0-9]{5,12}(?![0-9])", re.I),
    re.compile(r"[0-9]{5,12}$"),
)
_ASKS = re.compile(r"怎么|如何|还是|吗|嗎|[?？]|\bor\b|\bhow\b", re.I)


@dataclass(frozen=True, slots=True)
class Several:
    """What to begin with, its own words, and what is kept for later."""

    first: dict[str, Any]
    words: str
    kept: tuple[Kept, ...] = ()

    @property
    def value(self) -> str:
        return written(self.kept)


@dataclass(slots=True)
class _Wanted:
    """One request of a message."""

    guess: dict[str, Any]
    words: str
    numbers: list[str]
    points: bool = False  # at another order that it doesn't name

    @property
    def need(self) -> str:
        return str(self.guess["name"])


@dataclass(slots=True)
class _Found:
    """What the pieces of a message turned out to be."""

    wanted: list[_Wanted] = field(default_factory=list)
    proofs: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    head: str = ""  # what stands before the first request
    of_all: list[str] = field(default_factory=list)  # numbers beside nothing: 都是10032
    refused: dict[str, Any] | None = None
    follows: list[str] = field(default_factory=list)
    answers: bool = False


def several_in(text: str, classify: Classify) -> Several | None:
    """None where it is one request, or none that is clear."""
    if len(text) > LONGEST_LIST or _SLIP.search(text):
        return None
    if one_of_them(text):  # which of them is asked; what is to be done with it is said
        need = act_in(text)
        return Several({"name": need, "confidence": SURE}, text) if need else None
    said = in_digits(text)
    parts = enumerated(said)
    if parts:
        return _of_list(parts, classify)
    found = _found(pieces_of(said), classify)
    if found.answers:
        return None
    return _more_than_one(found) or _with_the_rest(found) or _both(said)


def _of_list(parts: Sequence[str], classify: Classify) -> Several | None:
    """Of requests that are counted, each is one as a whole."""
    wanted, proofs, questions = [], [], []
    for part in parts:
        pieces = pieces_of(part)
        proofs += [as_proof(piece.text) for piece in pieces if is_proof(piece.text)]
        words = " ".join(piece.text for piece in pieces if not is_proof(piece.text)) if proofs else part
        guess = classify(words)
        if guess["name"] in PLANS and guess["confidence"] >= SURE_TOLD:
            wanted.append(_Wanted(guess, words, numbers_of(words), which_of(words) == OTHER))
        elif guess["name"] in QUESTIONS and guess["confidence"] >= SURE_TOLD:
            questions.append(words)
        else:
            return None
    return _told(_Found(wanted, proofs, questions), unnamed=UNNAMED) if wanted else None


def _found(pieces: Sequence[Piece], classify: Classify) -> _Found:
    """What each piece is: a request, more of the one before, a proof, a question, nothing."""
    found = _Found()
    denied = denied_in(" ".join(piece.text for piece in pieces))
    for piece in pieces:
        text, numbers = piece.text, numbers_of(piece.text)
        if is_proof(text):
            found.proofs.append(as_proof(text))
        elif numbers and set(numbers) <= denied_in(text):
            found.refused = classify(text)
        elif (numbers := [number for number in numbers if number not in denied]) and not any(
            map(str.isalpha, _OF_SAME.sub("", text))
        ):
            _same(found, piece, numbers)
        elif not any(map(str.isalpha, _NOTHING.sub("", text))) and not numbers:
            continue
        else:
            _weighed(found, piece, numbers, _likely(text, classify))
    return found


def _likely(text: str, classify: Classify) -> dict[str, Any]:
    """What a piece is like; without the words that lead up to it where it is like nothing with them."""
    guess, rest = classify(text), _LEADS.sub("", text)
    if guess["name"] in PLANS or rest == text or not rest:
        return guess
    other = classify(rest)
    return other if other["name"] in PLANS and other["confidence"] >= SURE_TOLD else guess


def _same(found: _Found, piece: Piece, numbers: list[str]) -> None:
    """Another order beside the one before: of the same request."""
    if found.wanted and found.wanted[-1].numbers:
        found.wanted[-1].numbers += [number for number in numbers if number not in found.wanted[-1].numbers]
    elif found.refused is not None and not found.wanted and _clear(found.refused):
        found.wanted.append(_Wanted(found.refused, piece.text, numbers))
    else:
        found.of_all += numbers
        found.head = f"{found.head}{piece.before}{piece.text}" if not found.wanted else found.head


def _weighed(found: _Found, piece: Piece, numbers: list[str], guess: dict[str, Any]) -> None:
    """A piece that says something: what it is like decides, and how it is joined to the one before."""
    last = found.wanted[-1] if found.wanted else None
    need, sure = guess["name"], guess["confidence"]
    told = numbers and not _DONE.search(piece.text) and (_ACT.search(piece.text) or last is None or sure >= SURE)
    goes_on = last is not None and need in FOLLOWS.get(last.need, ()) and (not numbers or numbers == last.numbers)
    if need in ANSWERS and sure >= SURE:
        found.answers = True
    elif last is not None and not numbers and _OF_RULES.search(piece.text) and not goes_on:
        found.questions.append(piece.text)
    elif last is not None and numbers and _side_by_side(last, piece):
        last.words += f"{piece.before}{piece.text}"
        last.numbers += [number for number in numbers if number not in last.numbers]
    elif last is not None and goes_on and sure >= SURE_FOLLOWS:
        if need in TOLD_WITH:
            found.follows.append(piece.text)
        else:
            last.words += f"{piece.before or ' '}{piece.text}"
    elif (
        need in PLANS
        and sure >= SURE_TOLD
        and (told or piece.added or (piece.in_turn and _sure_both(guess, last)) or last is None)
    ):
        if last is not None and last.need == need and (not numbers or numbers == last.numbers):
            last.words += f"{piece.before or ' '}{piece.text}"
        else:
            _begun(found, piece, numbers, guess)
    elif (
        need in QUESTIONS
        and sure >= SURE
        and (piece.added or piece.in_turn or piece.text[-1] in "?？" or "问" in piece.text)
    ):
        found.questions.append(piece.text)
    elif last is not None:
        last.words += f"{piece.before or ' '}{piece.text}"
    else:
        found.head = f"{found.head}{piece.before}{piece.text}"


def _begun(found: _Found, piece: Piece, numbers: list[str], guess: dict[str, Any]) -> None:
    """Another request. What was said before the first that names an order, and is not joined to it, led up to it."""
    joined = piece.added or piece.in_turn or _AND.search(piece.before) is not None
    if len(found.wanted) == 1 and not found.wanted[0].numbers and numbers and not joined:
        found.head = ", ".join(filter(None, (found.head, found.wanted.pop().words)))
    beside = found.of_all if not found.wanted and _AND.search(piece.before) else []
    points = which_of(f"{piece.before}{piece.text}") == OTHER
    found.wanted.append(_Wanted(guess, piece.text, [*beside, *numbers], points))
    found.of_all = [] if beside else found.of_all


def _side_by_side(last: _Wanted, piece: Piece) -> bool:
    """Whether a piece begins with another order of the request before it: "the address of 10025 | and | 10028 to 5 Quay St"."""
    joined = _AND.search(piece.before) is not None and not piece.added
    return joined and _NUMBER_LAST.search(last.words) is not None and _NUMBER_FIRST.match(piece.text) is not None


def _clear(guess: Guess) -> bool:
    return guess["name"] in PLANS and guess["confidence"] >= SURE_TOLD


def _sure_both(guess: Guess, last: _Wanted | None) -> bool:
    """Whether both are requests beyond doubt: "i ordered it last week, then …" is a story."""
    return last is not None and min(guess["confidence"], last.guess["confidence"]) >= SURE


def _more_than_one(found: _Found) -> Several | None:
    """Where there are two requests at least, and it is clear which order each is about; or one in place of what is refused."""
    wanted = found.wanted
    if not wanted:
        return None
    named = [number for one in wanted for number in one.numbers] + found.of_all
    if len(wanted) == 1 and found.refused is not None and named:
        return _told(found)
    if len(wanted) == 1 and len(wanted[0].numbers) > 1:
        return _told(found)
    return _told(found) if len(wanted) > 1 and named else None


def _with_the_rest(found: _Found) -> Several | None:
    """One request with a question beside it: about the money that it gives back, or about the shop."""
    if len(found.wanted) != 1 or not (found.follows or found.questions):
        return None
    one = found.wanted[0]
    gives_back = one.need in ("cancel_order", "return_item") and not found.head
    if not one.numbers or not (found.questions or gives_back):
        return None
    if one.need == "return_item" and found.follows:
        locale = "zh" if re.search(r"[\u4e00-\u9fff]", one.words) else "en"
        found.questions = [whole_question("", one.need, locale) or found.follows[0], *found.questions]
    return _told(found)


def _told(found: _Found, unnamed: str = "") -> Several:
    """Each with its own order, or the one that is named for all of them; never with another one's."""
    wanted = found.wanted
    named = list(dict.fromkeys([number for one in wanted for number in one.numbers] + found.of_all))
    common = named[0] if len(named) == 1 else ""
    lone = unnamed if not named or len(wanted) < 2 else UNNAMED
    first, kept = wanted[0], []
    for at, one in enumerate(wanted):
        numbers = one.numbers or [UNNAMED if one.points else common or lone]
        told = one.words if _TELLS & {*_asks(one.need)} else ""
        kept += [Kept(one.need, number, words=told) for number in (numbers[1:] if at == 0 else numbers)]
    head = f"{found.head.strip(' ,，')}, " if found.head else ""
    words = [f"{head}{first.words}", *([common] if common and not first.numbers else []), *found.proofs]
    begun = (first.need, next(iter(first.numbers), common))
    kept = [one for one in dict.fromkeys(kept) if (one.need, one.number) != begun]
    asked = [Kept(ASK, words=question) for question in found.questions]
    return Several(first.guess, ", ".join(words), (*kept, *asked))


def _asks(need: str) -> Iterator[str]:
    """What a need asks for, or turns to."""
    plan = PLANS[need]
    yield from plan.asks
    for turned in plan.by[1].values() if plan.by else ():
        yield from PLANS[turned].asks


WITH_PROOF = 9  # digits that may be an order's number and what proves it, said in one breath


def _both(said: str) -> Several | None:
    """Two things that are wanted for one order, one of them its invoice."""
    both, numbers = _BOTH.search(said), numbers_of(said)
    if both is None or len(numbers) != 1 or _ASKS.search(said):
        return None
    one, other = (_BOTH_NEEDS[both[name][0]] for name in ("one", "other"))
    if one == other or "invoice" not in (one, other):
        return None
    order = numbers[0] if len(numbers[0]) < WITH_PROOF else ""  # that of before, without the digits that prove it
    return Several({"name": one, "confidence": SURE}, said, (Kept(other, order),))
