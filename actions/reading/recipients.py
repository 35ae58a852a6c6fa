"""Who is to take a parcel in, told beside its address: "for Tom Baker, 555 0134 2211", 收货人李雷 13912345678. Pure."""

import re

from actions.reading import address_parts as parts
from actions.reading import address_parts_zh as parts_zh
from actions.reading.characters import simplified
from actions.reading.numbers import digits_in, runs_in
from actions.reading.sentences import is_said

LONGEST = 120  # characters
LEAST_PHONE, MOST_PHONE = 7, 15  # digits of a number that can be rung
_WHO = r"(?:(?:new )?(?:recipient|receiver|addressee|consignee|contact(?: person)?|name)(?:'s name)?)"
_STAYS = re.compile(
    r"\b(?:same address|(?:the )?address (?:stays?(?: the same| as it is)?|remains(?: the same)?|is (?:the same|right"
    r"|fine|correct"
    r"|unchanged)|(?:does ?n[o']?t|does not|wo ?n[o']?t) change|not to change)"
    r"|(?:keep|leave|not) (?:the |my )?(?:same |old )?address(?: as it is| the same| alone)?)\b"
    r"|地址(?:就|都|还是|也|先)?(?:不(?:用|要|需要)?(?:改|变|动|换)|一样|照旧|没变|保持不变|还是原来的?|用原来的?|原来的)了?",
    re.I,
)
_OTHER_WHO = re.compile(
    rf"\b(?:change|changes|changed|update|correct|switch|swap|other|another|different|new|only|just|wrong)\b[^.;?]{{0,24}}"
    r"\b(?:recipient|receiver|addressee|consignee|name|who (?:it goes to|gets it|receives it|takes it))\b"
    rf"|\b{_WHO}\b[^.;?]{{0,24}}\b(?:changes?|changed|wrong|different|another|is|to)\b|\b(?:receives?|gets|takes) it\b"
    r"|收[件货]人?[^，。,;；?？]{0,8}(?:[改换变]|不对|错|写|是)|[改换变](?:一?下|个)?(?:收[件货]人?|联系人)|(?:名字|姓名)[^，。,;；]{0,4}(?:[改换变]|错)",
    re.I,
)
_LEAD = re.compile(
    r"^(?:(?>(?:no|oh|and|but|so|then|also|please|yes|yeah|ok|okay|sorry|wait|actually|that'?s (?:right|correct)|right"
    r"|correct|it'?s|it is|it goes|send it"
    r"|deliver it|make it"
    rf"|put|change|use|with|only|just|the|my|his|her|our|new|is|will be|should be|must be|changes?|goes|{_WHO}"
    r"|for|to|c/o|attn|of(?= (?:order )?#?[0-9]{5,7} to\b)|order|#?[0-9]{5,7}(?= to\b))\b[ ,.:]*+))++",
    re.I,
)
_CALLED = re.compile(rf"\b{_WHO}\b|\bc/o\b|\battn\b", re.I)
_PHONE_EN = (
    r"(?:[ ,;]*(?:and )?(?:with )?(?:(?:his|her|the|their|my|on|at) )?(?:tele)?(?:phone|mobile|tel|cell|number"
    r"|no)?\.?(?: number)?"
    r"(?: is|:)?[ ,]*)"
)
_FULL_EN = re.compile(
    rf"(?P<name>[A-Za-z][A-Za-z'’.\-]{{1,20}}(?: (?!phone\b|mobile\b|tel\b|cell\b|number\b|and\b|with\b|his\b|her\b|on\b|is\b)"
    rf"[A-Za-z][A-Za-z'’.\-]{{0,20}}){{1,2}}?){_PHONE_EN}(?P<phone>\+?[0-9][0-9 \-]{{5,20}}[0-9])?[ .!]*$",
    re.I,
)
_NO_NAME = re.compile(
    r"\b(?:both|all|the|same|other|orders?|address|parcel|package|phone|number|street|road|lane|avenue|close|court|house|flat|floor"
    r"|order|sure|now|today|tomorrow|delivery|door|neighbou?r|not|no|yes|right|wrong|fine|my|a|an|of|it|that|this|free|good|by|on)\b",
    re.I,
)
_NO_NAME_CALLED = re.compile(  # "my name is Ruth Lane"
    re.sub(r"\|road\|lane\|avenue\|close\|court\|house", "", _NO_NAME.pattern), re.I
)
_ON_BELL = re.compile(r" (?:on|at) (?:the )?(?:door|bell|doorbell|mailbox|letterbox)[ .!]*$", re.I)
_LEAD_ZH = re.compile(
    r"^(?:(?>不对|不是|不|那|哦|嗯|还有|另外|请|麻烦|把|就|只|改成|改为|换成|换为|改|换|新的?|(?:收[件货]人?|联系人|姓名|名字)(?:的?(?:姓名|名字))?"
    r"|写成?|是|叫|为|用|给|[,，。:： ])+)+"
)
_CALLED_ZH = re.compile(r"收[件货]人?|联系人|姓名|名字")
_PHONE_ZH = re.compile(
    r"(?<![,，。 ])[,，。;； ]*+(?:的)?(?:联系)?(?:电话|手机|联系方式)?(?:号码?)?(?:也)?(?:是|为|改成|改为|换成"
    r"|[:： ])*(?P<phone>\+?[0-9][0-9 \-]{5,15}[0-9])"
)
_SAID_ZH = re.compile(r"[零〇一二三四五六七八九幺][零〇一二三四五六七八九幺 ]{5,20}[零〇一二三四五六七八九幺]")
_END_ZH = re.compile(r"(?:谢谢[您你]?|吧|就行了?|就好|收|来收|收货|[,，。;；!！ ])+$")


def keeps_address(text: str) -> bool:
    """Whether the address is said to stay as it is."""
    return len(text) <= LONGEST and _STAYS.search(simplified(text).replace("\u2019", "'")) is not None


def only_who(text: str) -> bool:
    """Whether only who takes it in is to be another, the address staying: 收货人改一下地址不变."""
    return keeps_address(text) and _OTHER_WHO.search(simplified(text).replace("\u2019", "'")) is not None


def recipient_in(text: str) -> tuple[str, str] | None:
    """The name, and the phone number or nothing, where nothing else is said: a name alone has to be called the recipient's."""
    said = text.strip().replace("\u2019", "'")
    if not said or len(said) > LONGEST or "?" in said or "？" in said:
        return None
    plain = _STAYS.sub(" ", simplified(said)) if len(simplified(said)) == len(said) else said
    if re.search("[\u4e00-\u9fff]", plain):
        return _in_chinese(plain)
    return _in_english(" ".join(_spoken_phone(plain).split()))


def _spoken_phone(said: str) -> str:
    """With its phone number in figures: "five five five oh one three four …"."""
    runs = [run for run in runs_in(said) if LEAST_PHONE <= len(run) <= MOST_PHONE]
    words = re.search(
        r"\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)\b[a-z \-]*$", said, re.I
    )
    return f"{said[: words.start()]}{runs[-1]}" if words and runs and not any(map(str.isdigit, said)) else said


def _in_english(said: str) -> tuple[str, str] | None:
    said = re.sub(
        r"^(?:but|and|only|just)\b[ ,]*|[ ,]*\b(?:please|pls|thanks|thank you|but|and|only|instead)[ .!]*$",
        "",
        said.strip(" ,.;"),
    )
    lead = _LEAD.match(said)
    led = lead[0] if lead else ""
    found = _FULL_EN.fullmatch(_ON_BELL.sub("", said[len(led) :].strip(" ,.;")))
    no_name = _NO_NAME_CALLED if _CALLED.search(led) else _NO_NAME
    if found is None or no_name.search(found["name"]) or is_said(found["name"]) or parts.PHRASE.search(said):
        return None
    name, phone = found["name"].strip(" .-"), found["phone"] or ""
    proper = all(word[0].isupper() for word in name.split())
    called = _CALLED.search(led) is not None or (proper and re.search(r"\bfor\b", led, re.I) is not None)
    if not (called or _rings(phone)) or (phone and not _rings(phone)):
        return None
    return (name if proper else name.title()), phone


def _in_chinese(said: str) -> tuple[str, str] | None:
    said = _SAID_ZH.sub(lambda digits: digits_in(digits[0]), said)
    lead = _LEAD_ZH.match(said)
    led = lead[0] if lead else ""
    rest = said[len(led) :]
    found = _PHONE_ZH.search(rest)
    name = _END_ZH.sub("", rest[: found.start()] if found else rest).strip()
    behind = _END_ZH.sub("", rest[found.end() :]) if found else ""
    phone = found["phone"] if found else ""
    if behind or not parts_zh.is_name(name) or not (_CALLED_ZH.search(led) or rest.endswith("收") or _rings(phone)):
        return None
    return name, phone


def _rings(phone: str) -> bool:
    return LEAST_PHONE <= sum(map(str.isdigit, phone)) <= MOST_PHONE


def as_whom(name: str) -> str:
    """The name as a line of an address; one that sounds like a street's is called a name ("name Ruth Lane")."""
    return f"name {name}" if parts.STREET_ALONE.fullmatch(name) else name


def with_recipient(address: str, name: str, phone: str) -> str:
    """The address with who takes it in, and their number, in place of those there, or behind it."""
    if any("\u4e00" <= sign <= "\u9fff" for sign in address):
        whole = parts_zh.with_who(address, name)
        return parts_zh.with_phone(whole, phone) if phone else whole
    whole = parts.with_who(address, as_whom(name))
    return parts.with_phone(whole, phone) if phone else whole
