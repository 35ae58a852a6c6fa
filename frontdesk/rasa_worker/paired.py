"""Several requests, each told by its order or goods: "the return is 10024, the late one is 10023". Pure; knows no Rasa."""

import re
from collections.abc import Iterator

from actions.meaning.acts import need_named
from actions.meaning.kept import UNNAMED, Kept
from frontdesk.rasa_worker.parting import as_proof, in_digits, is_proof, pieces_of
from frontdesk.rasa_worker.several import SURE, Several

LONGEST = 120  # characters of a message in which it is looked for
MOST = 6  # requests of one message
_NO_PAIR = re.compile(
    r"[?？]|还是|怎么|如何|[吗嗎]|能不能|可不可以|\bor\b|\bif\b|\bhow\b|\bwhere is\b|如果|要是|不[退换要想取]|别", re.I
)
_TOLD_BY_NUMBER = re.compile(  # what is wanted, and then of which order
    r"[\s,，。;；、]*(?:和|还有|另外|以及|and\b)? ?(?:我|the |my |one |i )*(?P<what>[\u4e00-\u9fff]{1,8}?|[a-z][a-z' ]{2,30}?)"
    r"(?:的?(?:是|那[个单]是?|订单是?|[:：])|的| (?:one )?(?:is|=))"
    r"[ 是]?(?:订单号?|order |number )?#?(?P<number>[0-9]{5,7})(?![0-9])"
    r"|[\s,，。;；、]*(?:and\b)? ?#?(?P<first>[0-9]{5,7})"
    r"(?: is (?:the |for |to )*(?P<en>[a-z][a-z' ]{2,24}?)(?: one)?(?=[,;.]| and |$)"
    r"|是(?P<zh>[\u4e00-\u9fff]{1,8}?)的?(?=[,，。;；、 ]|$))",
    re.I,
)
_PARTS = re.compile(r"[,，。;；、\n]|(?<=.)(?=一[个单件][要想得])|还有|另外|以及|\band\b|\bthen\b", re.I)
_POLITE = r"(?:请|麻烦|帮我|给我|我|先|再|就|要|想|得|需要|把|都|,|，| )*"
_DO = r"(?:改收?货?地址|换地址|开?个?张?发票|退货|退掉?|换货|换掉?|取消掉?|催一?下?|查一?下?|到哪儿?)"
_AFTER = r"(?:一?下|掉|货|了|吧|啊|谢谢|[。.!！ ])*"
_GOODS = r"(?!订单|货|款|钱|全部|申请|地址|快递|包裹|这|一下)[\u4e00-\u9fff]{2,6}"
_ABOUT_GOODS = re.compile(  # 手表要换, 一单想退, 没到的催一下
    rf"^{_POLITE}(?P<goods>(?!.{{0,5}}(?:完|好了|之后|以后|然后|再))[\u4e00-\u9fff]{{1,6}}?)(?:那[个单件]|这[个单件])?(?:我|帮我|给我)?(?:要|想要?|得|需要|就)?{_DO}{_AFTER}$"
    rf"|^{_POLITE}(?:退掉?|换掉?|取消掉?|催一?下)(?:那个|我的|买的)?(?P<behind>{_GOODS}?){_AFTER}$"
    r"|^ ?(?:(?:i(?:'d| would)?|want|need|like|to|please|can|could|you|also|first)\b ?)*"
    r"(?:(?:return|send back|cancel|exchange|swap|track|chase) (?:the|my) "
    r"(?!order|money|parcel|package|thing|item|refund|return|whole)(?P<en>[a-z]+(?: [a-z]+)?)"
    r"|one (?:i want |i need |i'd like )?(?:to )?(?:return|send back|cancel|exchange|swap|track|chase))"
    r"(?: back)?(?: please)?[ .!]*$",
    re.I,
)
_WITH_NUMBER = re.compile(
    rf"^{_POLITE}#?(?P<first>[0-9]{{5,7}})(?:那[个单]|这[个单])?(?:我|帮我|给我)?(?:要|想要?|得|需要|就)?{_DO}{_AFTER}$"
    rf"|^{_POLITE}{_DO}(?:订单)?#?(?P<last>[0-9]{{5,7}}){_AFTER}$"
)
_RUN_ON = re.compile(
    rf"{_POLITE}(?P<one>(?:退掉?|换掉?|取消掉?|催一?下)(?:那个|我的)?{_GOODS}?)(?=退|换|取消|催|{_AFTER}$)"
)


def paired_in(text: str) -> Several | None:
    """Each request with what tells its order; None where it is one, or anything is left over."""
    if len(text) > LONGEST or _NO_PAIR.search(text):
        return None
    said = in_digits(text).replace("\u2019", "'").strip()
    if re.search(r"[0-9]{5}", said) and (told := _several([*_by_number(said)], [])):
        return told
    pieces = pieces_of(said)
    proofs = [as_proof(piece.text) for piece in pieces if is_proof(piece.text)]
    if proofs:
        said = ", ".join(piece.text for piece in pieces if not is_proof(piece.text))
    return _several([*(_by_goods(said) or _run_on(said))], proofs)


def _by_number(said: str) -> Iterator[tuple[str, str, str]]:
    """Need, number and words of each, as long as nothing else stands between them."""
    at = 0
    found: list[tuple[str, str, str]] = []
    while (pair := _TOLD_BY_NUMBER.match(said, at)) is not None and len(found) < MOST:
        what, number = pair["what"] or pair["zh"] or pair["en"], pair["number"] or pair["first"]
        need = need_named(what)
        if need is None:
            return
        found.append((need, number, re.sub(r"^[\s,，。;；、]*(?:and\b|和|还有|另外|以及)? ?", "", pair[0])))
        at = pair.end()
    if not re.search(r"\w", said[at:]):
        yield from found


def _by_goods(said: str) -> list[tuple[str, str, str]]:
    """Need and words of each part, where all of them name one; what leads up to them may name none."""
    parts = [part.strip() for part in _PARTS.split(said) if part and part.strip()][:MOST]
    if parts and need_named(parts[0]) is None:
        parts = parts[1:]
    numbers = [(found["first"] or found["last"]) if (found := _WITH_NUMBER.match(part)) else "" for part in parts]
    fit = all(number or _ABOUT_GOODS.match(part) for number, part in zip(numbers, parts, strict=True))
    if len(parts) < 2 or not fit or all(numbers):
        return []
    told = [(need_named(part) or "", number or UNNAMED, part) for number, part in zip(numbers, parts, strict=True)]
    return sorted(told, key=lambda one: one[1] == UNNAMED)  # what names its order tells whose the others are


def _run_on(said: str) -> list[tuple[str, str, str]]:
    """As the above where nothing parts them: 取消皮夹退手表."""
    at = 0
    found: list[tuple[str, str, str]] = []
    while (one := _RUN_ON.match(said, at)) is not None and len(found) < MOST:
        found.append((need_named(one["one"]) or "", UNNAMED, one["one"]))
        at = one.end()
    return found if re.fullmatch(_AFTER, said[at:]) else []


def _several(found: list[tuple[str, str, str]], proofs: list[str]) -> Several | None:
    if len(found) < 2 or not all(need for need, _, _ in found):
        return None
    if found[0][1] == UNNAMED and len({need for need, _, _ in found}) < 2:
        return None
    (first, _, words), rest = found[0], found[1:]
    kept = tuple(Kept(need, number, words=told) for need, number, told in rest)
    return Several({"name": first, "confidence": SURE}, ", ".join([words, *proofs]), kept)
