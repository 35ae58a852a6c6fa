"""A name that is told anew where one was read back: "no, Amy Chen", 名字写错了，是陈静. Pure; knows no bot."""

import re

from actions.reading.characters import simplified
from actions.reading.invoice_titles import is_name
from actions.reading.sentences import is_said

LONGEST = 80  # characters of such a message
_SPELT = (
    r"(?:(?:spelt |spelled |written )?(?:wrong(?:ly)?|incorrect(?:ly)?)|mis-?spel(?:t|led)"
    r"|not (?:right|correct|mine|my name|spelt right|spelled right))"
)
_CALLED = (  # so that what follows is a name, with capitals or without
    r"(?:(?:the |my |your )?(?:correct |right |full )?(?:name|title)(?: on (?:it|that|there|the invoice))?"
    r" (?:(?:should|must|has to|needs to) (?:be|read|say)|is called|is)"
    r"|(?:it|that|this) (?:should|must|has to|needs to) (?:be|read|say)"
    r"|(?:make|write|put|issue|address|bill) (?:it|that|this|the invoice)(?: out)? (?:to|for|in the name of|under|on)"
    r"|(?:change|correct|switch) (?:it|that|the name|my name) (?:in)?to|in the name of|with the name(?: of)?|my name'?s"
    r"|in (?:my|his|her|our) (?:[a-z]{2,10}'?s?'? )?name"
    r"|under the name(?: of)?)"
)
_LED_UP = re.compile(
    r"^(?>(?:no|nope|(?:can|could|would) you|it is for my [a-z]{3,10}|my (?:husband|wife|partner|mother|father|son"
    r"|daughter|brother|sister)"
    r"|not (?:quite|him|her|me)|wrong (?:name|title)|wrong|incorrect|sorry|wait|hang on|oh|hm+|uh+|um+"
    r"|actually|yes|yeah|ok|okay|but|and"
    rf"|please|just|rather|then|so|well|(?:that|it|you)(?:'?s| is| got| have| spelt| spelled) (?:the |my )?(?:name )?{_SPELT}"
    rf"(?: name)?|(?:the |my )?(?:name|title)(?:'?s| is| was) {_SPELT}|{_CALLED}|make it|(?:put|make|have|issue"
    rf"|do) it(?= in\b)|(?:put|use|write"
    rf"|take)(?: (?:the|my) name)?"
    r"|under|i am|i'm|personal(?:ly)?|me(?: personally)?|for (?:me|myself)|it'?s|it is|should be|must be|to|for|called"
    r"|not (?-i:[A-Z])[a-z'’\-]{1,20}(?: (?-i:[A-Z])[a-z'’\-]{1,20}){0,2}(?=[ ,]+(?:but |it'?s )?(?-i:[A-Z])))"
    r"(?![a-z'])[ ,.:;!\-]*+)++",
    re.I,
)
_IS_CALLED = re.compile(_CALLED, re.I)
_BEHIND = re.compile(
    r"(?<![ ,.!])[ ,.!]++(?:(?:please|pls|thanks|thank you|instead|then|on it|on there|is my name|is the name|as the name)"
    r"\b[ ,.!]*)+$|[ ,.!]+$",
    re.I,
)
_ENGLISH = re.compile(r"[A-Za-z][A-Za-z'’.\-]*(?: [A-Za-z][A-Za-z'’.\-]*){1,2}")
_NEVER = re.compile(  # with capitals
    r"\b(?:personal(?:ly)?|invoices?|receipts?|names?|titles?|e-?mails?|mail|addresses|company|business|orders?|tax|vat|wrong|right"
    r"|leave|forget|nothing|nobody|street|road|avenue|no|not|the|and|go|ahead|human|agent|person|monday|tuesday|wednesday|thursday"
    r"|friday|copy|perfect|great|good)\b",
    re.I,
)
_NO_NAME = re.compile(  # without
    r"\b(?:personal(?:ly)?|invoices?|receipts?|names?|titles?|e-?mails?|mail|addresses|company|business|orders?|tax|vat|wrong|right"
    r"|correct|incorrect|fine|good|great|perfect|leave|forget|stop|skip|never|mind|nothing|none|nobody|all|both|more|one|two|any"
    r"|some|every\w*|monday|tuesday|wednesday|thursday|friday|street|road|avenue|then|now|today|soon|here|no|not|but|or|so"
    r"|well|back|again|first|last|new|old|the|an?|of|at|on|in|with|by|if|do|go|ahead|get|got|see|look|help|human|agent|person"
    r"|for|to|and|be|out|off|up|down|card|money|bank|paper|copy|pdf|print\w*|quick|fast|hold|hang|just|done|really|sure)\b",
    re.I,
)
_LED_UP_ZH = re.compile(
    r"^(?:(?>不对|不是的?(?=[,，。 ])|不是我(?=[,，。 ])|错了|等一?下|等等|(?:我的)?(?:发票)?(?:名字|抬头|姓名|名称)"
    r"(?:上|也)?(?:(?:[写打弄搞填说听记]|输入)?错了?|不对|有误)?(?:的|了)?"
    r"|[写打弄搞填说听记]错了?|应该是|应该写|应该叫|应为|改成|改为|换成|写成?|开给|[是叫用填]|麻烦|请|帮我|个人(?:的)?"
    r"|私人的?|我叫|(?:我的?)?(?:老公|老婆|爱人|丈夫|妻子|先生|太太|妈妈?|爸爸?|父亲|母亲|朋友|儿子|女儿|哥哥?|姐姐?"
    r"|弟弟?|妹妹?)(?:的)?(?:名字)?(?=[，,：: 叫是])|[,，。:：!！ ])+)++"
)
_BEHIND_ZH = re.compile(
    r"(?:的名[字义]?|就行了?|就好了?|就可以了?|可以了|才对|谢谢[您你]?|[吧啊呀哦啦的]|[,，。!！ ])+$"
)
_HAN = re.compile("[\u4e00-\u9fff]")


def name_anew(text: str, *, asked: bool = False) -> str | None:
    """The name, where nothing else is said than what leads up to one. Without capitals ("no it should be amy chen") it is one
    only where it is called so, or where it was asked what is wrong (`asked`)."""
    said = text.strip().replace("\u2019", "'")
    if len(said) > LONGEST or "?" in said or "？" in said:
        return None
    return _in_chinese(said) if _HAN.search(said) else _in_english(said, asked=asked)


def _in_english(said: str, *, asked: bool) -> str | None:
    lead = _LED_UP.match(said)
    name = _BEHIND.sub("", said[lead.end() :] if lead else said)
    proper = all(word[0].isupper() for word in name.split())
    if not _ENGLISH.fullmatch(name) or (_NEVER if proper else _NO_NAME).search(name) or is_said(name):
        return None
    plain = re.sub("['.]", "", name).title()  # O'Neill, McKay
    if not is_name(plain):
        return None
    if proper:
        return name
    called = asked or (lead is not None and _IS_CALLED.search(lead[0]) is not None)
    return name.title() if called and name.islower() else None


def _in_chinese(said: str) -> str | None:
    plain = simplified(said)
    lead = _LED_UP_ZH.match(plain)
    start = lead.end() if lead else 0
    behind = _BEHIND_ZH.search(plain, start)
    name = said[start : behind.start() if behind else len(said)]
    return name if len(name) > 1 and is_name(name) else None
