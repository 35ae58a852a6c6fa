"""Whether somebody asks for a person, beyond doubt: the one request that must never be missed. Pure; knows no Rasa."""

import re

from frontdesk.rasa_worker.plain import plain

_WHO = (
    r"(?:humans?|humna|persons?|people|agents?|agnt|agnet|operator|operatr|representative|reps?|advisor|adviser|manager|"
    r"supervisor|boss|somebody|someone|some1|sum1|sm1|staff|employees?|colleagues?|human being|living being|"
    r"customer service|customer care|real one|specialist)"
)
_VERB = (
    r"(?:speak|speek|talk|tlk|chat|connect|transfer|transferred|put me|pass me|hand me|get me|give me|gimme|let me have|"
    r"fetch me|discuss this with|call for|switch)"
)
_WANT = r"(?:want|need|wanna|prefer|demand)(?: (?:a|an|to|the|with|real|live|actual|have|speak))*"
_ASKED = (
    re.compile(rf"\b{_VERB}\b(?: \w+){{0,5}} {_WHO}\b"),
    re.compile(rf"\b{_WANT} (?:human|person|agent|operator|representative|rep|real person|live agent)s?\b(?! name)"),
    re.compile(r"\b(?:real|live|actual|breathing) (?:human|person|people|agent|rep|ppl|being|body)\b"),
    re.compile(
        r"\b(?:speak|talk|chat|word|deal|discuss|explain)\b(?: \w+){0,4} "
        r"(?:one of (?:you|your)|your (?:team|manager|boss)|anyone|anybody)\b"
    ),
    re.compile(r"\b(?:pass|hand|put|forward|refer) (?:me|this|us) (?:on|over|through|thru|to)\b"),
    re.compile(r"\b(?:no|not an?|hate) (?:chat ?)?(?:bots?|robots?|machines?|computers?)\b"),
    re.compile(
        r"\bis (?:there )?(?:anyone|anybody|somebody|someone|a colleague|a human|a person)\b"
        r"(?: \w+){0,3} (?:real|human|person|talk|speak)\b"
    ),
    re.compile(
        r"\b(?:can|could|may|have|let) (?:some(?:one|body)|some1|sum1|a person|one of your \w+)(?: please)? (?:call|ring|phone)\b"
    ),
    re.compile(rf"^(?:hi |hello |hey |ok |no |pls |please )*{_WHO}(?: pls| plz| please| now| asap|!|\?)*$"),
)
_NOT_ASKED = re.compile(
    r"\b(?:was|were|is|are|be|been|being) (?:so |very |really )?(?:rude|unfriendly|useless|awful|horrible)|"
    r"\b(?:somebody|someone) else|\b(?:told|said|promised|hung up|lied)\b|"
    r"^(?:someone|somebody|people|persons|colleagues?|staff|boss|manager)\W*$|"
    r"talk(?:ed)? to (?:me|us) like|\bsigned\b|\bstole\b|another person|price for"
)
_ASKED_ZH = re.compile(
    r"人工(?!费|智能|湖|草|皮|合成|审)|转客服|转接|真人|活人|转人|接线员|"
    r"(?:找|叫|换|来|派|给)个?人(?:来(?!把|.{0,3}[修装教拆搬取拿送])|跟|和|说|工|接|聊|处理)|"
    r"(?:找|叫|让).{0,3}(?:客服|经理|主管|领导|老板|负责人)(?:$|来|听|接|出来|跟|和|给|联系|说)|"
    r"[跟和与](?:人|同事|员工|工作人员|你们的人)(?:说|讲|聊|沟通|交流|通话)|(?:找|叫|安排|联系|让).{0,3}(?:专员|工作人员|员工|同事|专人)|"
    r"有没有(?:人|活人|同事|客服)(?:在|$)|来人|(?:叫|让|派|安排).{0,4}人.{0,5}(?:打(?:个)?电话|回(?:个)?电|联系我)|(?:不要|不想|别).{0,4}机器人?|"
    r"^(?:请|在线|我要|联系|找|呼叫)?客服[!?。]*$|^rengong$"
)
_NOT_ASKED_ZH = re.compile(
    r"人工.{0,4}(?:几点|上班|下班|时间|电话|态度)|是真人|是人工|还是真人|真人(?:秀|图|试|穿)|"
    r"不(?:要|用|需要)(?:转)?人工|转接头|投诉|安装|师傅"
)


def asks_for_person(text: str) -> bool:
    """True only when it is beyond doubt: the classifier decides the rest."""
    said = plain(text)
    if _ASKED_ZH.search(said) and not _NOT_ASKED_ZH.search(said):
        return len(said) <= 60
    return any(p.search(said) for p in _ASKED) and not _NOT_ASKED.search(said)
