"""A yes or a no to what was read back that names the thing itself: "嗯嗯取消吧", "yes return it", "先别". Pure; knows no bot."""

import re
from collections.abc import Mapping

from actions.meaning.hesitating import LONGEST_THOUGHT, wavers

LONGEST = LONGEST_THOUGHT  # characters; a longer message says more than yes or no
_ACTS: Mapping[str, str] = {
    "cancel_order": r"取消|不要了|退款|退钱|退(?!货|换)|cancel",
    "return_item": r"退货|退|return|send (?:it )?back",
    "exchange_item": r"换货|换|exchange|swap",
    "refund_request": r"退款|退钱|退(?!货|换)|申请|refund",
    "change_address": r"改地址|改|change",
    "change_items": r"改|转给?仓库|转|change|pass (?:it|that) on",
    "delivery_note": r"留言|记|问|转告|note|ask|pass (?:it|that) on",
    "invoice": r"开发票|开票|开|重开|发|issue|send",
    "price_protection": r"申请价保|申请|退差价|claim|apply",
    "refund_status": r"查|check|look it up",
    "order_status": r"查|check|look it up",
    "delivery_problem": r"登记|转给?同事|转|催一催|催催|催促?|核实|反映|补发(?:一?[个件份])?|report|chase|register|log",
}
_YES = (
    r"(?:嗯|恩|好|对|是|行|可以|可|要|确定|确认|没错|没问题|没有问题|成|同意|当然|麻烦(?:[你您]了?|了)?|系|得|的|呀|啊|哈|吧|滴|哒"
    r"|yes|yeah|yep|yup|ok|okay|sure|right|correct|please|go ahead|do it)"
)
_SEP = r"[\s,，.。!！~～、]*"
_LEAD = rf"(?:{_YES}{_SEP}(?:and )?)"
_SOFTLY = r"(?:那|就|还是|请|麻烦|你|您|快点?|赶紧|马上|直接|现在|帮我|给我|帮|all right|then|just|go|please)"
_THING = r"(?:它|这个|这单|那个|订单|货|款|掉|it|that|this|the order|them)"
_SOFT = r"(?:一?下|吧|了|啊|呀|哈|呗|好了|就行|快点?|谢谢[你您]?|谢了|麻烦了?|please|pls|then|now|thanks?|thank you)"
_NAMED = {
    need: re.compile(
        rf"^{_SEP}(?P<yes>{_LEAD}*)(?P<lead>(?:{_SOFTLY}{_SEP})*)(?:{acts}){_SEP}(?P<thing>(?:{_THING}{_SEP})?)"
        rf"(?P<soft>(?:{_SOFT}{_SEP})*)$",
        re.I,
    )
    for need, acts in _ACTS.items()
}
_NOT_NAMED = {
    need: re.compile(
        rf"^{_SEP}(?:(?:那|我|先|就|还是|算了|嗯|好吧|哦){_SEP})*(?:不用|不想|不要|不必|不|别|甭|莫要?|勿|唔(?:好|使|要))(?:再|帮我|给我)?(?:{acts})(?:了|吧|啦|啊|呀){_SEP}$",
        re.I,
    )
    for need, acts in _ACTS.items()
}
READ_BACK = frozenset({"change_address", "change_items"})  # whose act may be asked for of what is read back, too
_CANCEL = re.compile(r"取消|cancel", re.I)
_OH_WELL = re.compile(
    rf"^(?:唉|哎|那|好吧|[\s,，.。])*算了(?:吧|啦)?{_SEP}(?=取消(?:吧|了|掉))"
)  # 算了取消吧 to "shall I cancel it?"
_ONLY_YES = re.compile(rf"^{_SEP}{_LEAD}+(?:(?!了){_SOFT}{_SEP})*$", re.I)
_SURE_YES = re.compile(
    r"嗯|恩|好|对|是|行|可以|要|确定|确认|没错|没问题|没有问题|同意|系|麻烦[你您了]|yes|yeah|yep|yup|ok|sure|correct|go ahead",
    re.I,
)
_ASKS = re.compile(
    r"[?？吗嘛么呢]\W*$|什么|怎么|为什么|多久|多少|哪|谁|是不是|会不会|\b(?:what|how|when|why|where|who)\b", re.I
)


THINKS = re.compile(
    r"^(?:嗯+|恩+|呃+|额+|那+|h+m+|u+m+|well)[\s~～]*(?:…|[.。]{2,})[\s….。]*$|^yeah[, ]+right[.! ]*$", re.I
)  # 嗯……
_URGES = re.compile(
    r"^(?:请|麻烦|那|就|你|您|能|给我|帮我|[,，。!！ ])*(?:快一?[点些]|快|赶紧的?|赶快|搞快点|速度|麻利点|急|着急"
    r"|hurry(?: up)?|quick(?:ly)?|asap)"
    r"(?:啊|呀|吧|的|嘛|please|[,，。!！~ ])*$",
    re.I,
)


def urges(said: str) -> bool:
    """Whether only haste is asked for (快点): it goes on with what was asked, and is no wish for anything else."""
    return len(said) <= LONGEST and _URGES.match(said.strip()) is not None


def names_act(said: str, need: str | None) -> bool:
    """Whether the words only name what the need does: 还是申请吧 after a no to claiming the difference."""
    text = said.strip()
    short = len(text) <= LONGEST and need in _NAMED and not _ASKS.search(text)
    return short and (named := _NAMED[need or ""].match(text)) is not None and named["lead"] != ""


def agrees(said: str, need: str | None) -> bool | None:
    """Whether the words say yes or no to doing what was read back, by naming it or wavering; None where they don't say.

    A bare "cancel" is none: it may be meant for the order or for the talk about it.
    """
    text = said.strip()
    if not text or len(text) > LONGEST or _ASKS.search(text) or THINKS.match(text):
        return None
    if wavers(text) or (need in _NOT_NAMED and _NOT_NAMED[need].match(text)):
        return False
    text = _OH_WELL.sub("", text) if need == "cancel_order" else text
    named = _NAMED[need].match(text) if need in _NAMED else None
    if named is not None:
        parts = [part for part in ("yes", "lead", "thing", "soft") if named[part]]
        alone = _CANCEL.match(text) is not None and not parts
        other = need in READ_BACK and "yes" not in parts and "吧" not in text
        return None if alone or other else True  # "change it": what was read back may be meant
    return True if _ONLY_YES.match(text) and _SURE_YES.search(text) else None
