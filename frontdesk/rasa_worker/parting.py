"""A message in its pieces: where it is parted, what numbers they hold, which only prove who is writing. Pure; knows no Rasa."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from actions.reading.address_parts import OF_STATE
from actions.reading.number_kinds import ANY, LAST_DIGITS, looks_like_phone, orders_in
from actions.reading.tax_numbers import without_tax_number
from frontdesk.rasa_worker.plain import plain

MOST_PIECES = 16  # into which a message is cut
_TOP_EN = r"(?:also|plus|besides|finally|lastly)"
_TOP_ZH = r"(?:另外|还有就是|还有|還有|还要|顺便|順便|顺带|最后|最後|其次|同时|同時)"
_THEN_ZH = (  # 退完再帮我开发票
    r"(?:然后|然後|以及|并且|(?:退|换|取消|改|办|弄|查|开|搞)(?:完|好)(?:了|成)?(?:之后|以后|后)?[,，]?再"
    r"|再(?=[把帮给幫給问問查看退换換取开開催]|[0-9]))"
)
_CUT = re.compile(  # the words that lead on are looked at to tell whether it is said to be another request
    rf"(?:[,，;；。!！?？\n]|\.(?=\s|$))[\s,，;；。!！?？.]*+(?P<sign>(?:(?:and|then|but|{_TOP_EN})\b[, ]*+"
    rf"|(?:{_TOP_ZH}|{_THEN_ZH})[,， ]?)*+)"
    rf"|\s++(?P<word>(?:(?:and|then|but|{_TOP_EN})\b[, ]*+)++)"
    rf"|(?P<han>(?:(?:{_TOP_ZH}|{_THEN_ZH})[,， ]?)++)"
    r"|(?<=[\u4e00-\u9fff]) ++(?=[0-9]{5,7} ?[\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff0-9]) ++(?=[再还我]?[退换取开查改把催])"
    r"|(?:(?<=不退了)|(?<=不换了)|(?<=不取消了))(?=[退换取开查改我])"  # as it is said, without a sign
    r"|(?<=[\u4e00-\u9fff0-9])和(?=\D{0,6}[0-9]{5,7})"
    r"|(?<=[0-9]) ++(?=(?:return|cancel|exchange|refund|track|swap|change|send back|where(?:'?s| is))\b)",  # heard
    re.I,
)
_ADDED = re.compile(rf"\b{_TOP_EN}\b|{_TOP_ZH}", re.I)
_IN_TURN = re.compile(r"\bthen\b|然后|然後|以及|并且|再", re.I)
_MARK = re.compile(
    r"(?:(?<![0-9A-Za-z.])[(（]?(?P<digit>[1-6])(?:[.、．](?=\s|\D|[0-9]{5})|[)）])"
    r"|(?:(?<=[\s:：,，;；。.])|^)(?P<han>[一二三四五六])[、.．)）是]"
    r"|(?P<sign>[①②③④⑤⑥])"
    r"|第(?P<place>[一二三四五六1-6])(?:(?:[个件](?:事情?|问题)?|是|呢)?(?=[,，、:： 0-9我能可想查退换換取改开開要帮幫把催]))"
    r"|(?:(?<=[,;.:!?] )|(?<=and )|^)(?P<word>first(?:ly)?|second(?:ly)?|third(?:ly)?|one|two|three)\b(?=[,:)]|ly"
    r"| (?:i|cancel|return|where|can)\b))"
    r"[,，、:：) ]{0,3}",
    re.I,
)
_PLACES = {sign: at for row in ("123456", "一二三四五六", "①②③④⑤⑥") for at, sign in enumerate(row, 1)}
_PLACES |= {"first": 1, "one": 1, "second": 2, "two": 2, "third": 3, "three": 3}
_TYPED = re.compile(r"(?<![0-9A-Za-z])[0-9]{5,12}(?![0-9A-Za-z])")
_OF_PROOF = re.compile(
    r"\b(?:my|the|phone|mobile|number|no|ends?|ending|in|with|is|are|it|last|four|4|digits?|of|and|for|proof|here)\b"
    r"|我的?|手机号?码?|電話|电话|尾号|尾號|后四位|後四位|末四位|是|为|的|号码?|下单",
    re.I,
)
_ACT_FIRST = re.compile(r"(?:查一?下?|退货?|取消|换货?|催一?下?|开发票)(?:订单)? ?[0-9]{5,7}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a message, what parts it from the one before, and how it is said to come on top."""

    text: str
    before: str = ""

    @property
    def added(self) -> bool:
        return _ADDED.search(self.before) is not None

    @property
    def in_turn(self) -> bool:
        return _IN_TURN.search(self.before) is not None


def in_digits(text: str) -> str:
    """The text; with its numbers as digits where they are said in words."""
    heard = plain(text)
    return heard if len(_TYPED.findall(heard)) > len(_TYPED.findall(text)) else text


def numbers_of(text: str) -> list[str]:
    """The orders that are named, in order, each once; a tax number is none."""
    text = OF_STATE.sub(" ", without_tax_number(text))
    real = orders_in(text, ANY)
    typed = [run for run in _TYPED.findall(text) if run in real or not looks_like_phone(run)]
    return list(dict.fromkeys(typed))


def own_words(text: str, part: str) -> str:
    """The words of one request, with the one order that is named, and with what proves who is writing."""
    named = numbers_of(text)
    proofs = [as_proof(piece.text) for piece in pieces_of(text) if is_proof(piece.text) and piece.text not in part]
    return ", ".join([part, *(number for number in named if len(named) == 1 and number not in part), *proofs])


def is_proof(text: str) -> bool:
    """Whether a piece only proves who is writing: 尾号6688, "my number ends in 0198"."""
    digits = "".join(c for c in text if c.isdigit())
    alone = not any(map(str.isalpha, _OF_PROOF.sub("", text)))
    return (
        alone
        and (len(digits) == LAST_DIGITS or looks_like_phone(digits))
        and not _TYPED.search(text.replace(digits, ""))
    )


def as_proof(text: str) -> str:
    """The proof in words that make it one beside an address, too."""
    digits = "".join(c for c in text if c.isdigit())
    bare = len(digits) == LAST_DIGITS and len(text.strip()) == LAST_DIGITS
    return f"my phone number ends in {digits}" if bare else text


def pieces_of(said: str) -> list[Piece]:
    """The message in pieces; a question keeps its sign."""
    pieces, at, before = [], 0, ""
    for cut in itertools.islice(_CUT.finditer(said), MOST_PIECES):
        sign = cut[0][:1] if cut[0][:1] in "?？" else ""
        if said[at : cut.start()].strip():
            pieces.append(Piece(said[at : cut.start()].strip() + sign, before))
            before = ""
        at, before = cut.end(), before + cut[0]
    if said[at:].strip():
        pieces.append(Piece(said[at:].strip(), before))
    return [piece for one in pieces for piece in _by_act(one)]


def _by_act(piece: Piece) -> Iterator[Piece]:
    """The piece; cut behind each number where each has its verb before it: 退10032查10031."""
    acts = list(_ACT_FIRST.finditer(piece.text))
    if len(acts) < 2 or len(acts) != len(_TYPED.findall(piece.text)):
        yield piece
        return
    starts = [0, *(act.start() for act in acts[1:]), len(piece.text)]
    for at, (start, end) in enumerate(itertools.pairwise(starts)):
        yield Piece(piece.text[start:end].strip(), piece.before if at == 0 else ",")


def enumerated(said: str) -> list[str]:
    """The parts of a message that counts its requests ("1. … 2. …", 第一…第二…); none where it counts none."""
    marks: list[re.Match[str]] = []
    for mark in itertools.islice(_MARK.finditer(said), MOST_PIECES):
        name = next(value for value in mark.groupdict().values() if value)
        if _PLACES.get(name.lower().removesuffix("ly")) == len(marks) + 1:
            marks.append(mark)
    if len(marks) < 2:
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(said)]
    return [said[mark.end() : end].strip(" ,，;；。.、\n") for mark, end in zip(marks, ends, strict=True)]
