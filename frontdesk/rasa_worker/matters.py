"""What somebody wants to talk about, where nobody is named to talk to: "i want to talk about my bill". Pure; knows no Rasa."""

import re

LONGEST, LONGEST_MATTER = 100, 40  # characters of such a message, and of what it is about
_NOBODY = (  # a person, or a way to one: then that is what is wanted
    r"(?!.*\b(?:agents?|humans?|person|people|some ?(?:one|body)|any ?(?:one|body)|colleagues?|rep(?:resentative)?s?|operator"
    r"|advis[eo]rs?|staff|manager|supervisor|boss|team|real|live|call|ring|phone|bots?|robots?|machines?|with|him|her|them)\b)"
)
_YOU = r"(?: (?:to|with) (?:you|u|you guys|you people))?"
_OF = r"(?:my|our|the|a|an|this|that|some|order|return(?:ing)?|exchang(?:e|ing)|cancel\w*|delivery|refunds?|invoices?)"
_EN = re.compile(
    r"^(?:(?:hi|hello|hey|yes|ok|okay|so|good (?:morning|evening|afternoon))\b[,.! ]*)*"
    r"(?:(?:i(?:'?d| would)? (?:like|need|want|have|wish) to|i wanna|i'?m (?:calling|here|writing) to|i (?:called|wrote) to"
    r"|(?:can|could|may) (?:i|we)|let me|let'?s|please)(?: please| just)? )?"
    rf"(?:(?:talk|speak|chat){_YOU} (?:about|on|regarding)|discuss)"
    rf" (?P<matter>{_OF}\b[^.!?;]*)[.!? ]*$",
    re.I,
)
_SENT_EN = re.compile(  # by somebody of one's own: "my grandson told me to talk to you about the parcel"
    r"^.{0,60}?\b(?:he|she|they|my \w+|i was) (?:told|asked|advised|said)(?: (?:me|us))?(?: to| (?:i|we) (?:should|must))"
    r" (?:talk|speak|write|turn|come|ask|contact|call|ring)(?: to| with)?(?: (?:you|u|you guys))? (?:about|for|regarding)"
    rf" (?P<matter>{_OF}\b[^.!?;]*)[.!? ]*$",
    re.I,
)
_NOBODY_ZH = r"(?!.*(?:人工|客服|真人|经理|领导|主管|老板|同事|专员|电话|[找叫让跟和](?:个|一个)?人))"
_ZH = re.compile(
    rf"^{_NOBODY_ZH}(?:你好|您好|喂|那个|[,，。 ])*(?:我(?:是)?|咱们?)?(?:想|要|得|来|需要)+(?:跟|和|同|给)?(?:你|您|你们)?"
    r"(?:谈一?谈|说一?说|反映一?下|聊一?聊|讲一?讲|讨论(?:一?下|讨论)?|(?:谈|说|聊|讲)一?下)(?:关于|有关)?"
    r"(?P<matter>[^，。,!！?？]{2,20}?)(?:的(?:事情?|问题|情况))?[吧呢啊。!！ ]*$"
)
_SENT_ZH = re.compile(
    rf"^{_NOBODY_ZH}(?:你好|您好|喂|[,，。 ])*(?:是)?我(?:家)?[^，。,我你]{{1,6}}?(?:让|叫|喊|要)我(?:来)?(?:找|问|联系"
    rf"|跟|和)(?:一?下)?"
    r"(?:你们?|您)(?:们|家)?(?:说|问|讲|查|谈)(?:一?下|说|问)?(?P<matter>[^，。,!！?？]{2,20}?)(?:的(?:事情?|问题"
    r"|情况))?[吧呢啊。!！ ]*$"
)


def matter_in(text: str) -> str | None:
    """What it is about, where somebody only wants to talk about it, or was sent by one of their own to do so; None where a
    person is named, too."""
    said = text.strip().replace("\u2019", "'")
    if len(said) > LONGEST:
        return None
    found = next((one for pattern in (_ZH, _SENT_ZH) if (one := pattern.match(said))), None)
    if found is None and said.isascii():
        found = _EN.match(said) or _SENT_EN.match(said)
        if found is not None and re.match(_NOBODY, found["matter"], re.I) is None:
            return None
    matter = found["matter"].strip() if found is not None else ""
    return matter if matter and len(matter) <= LONGEST_MATTER else None
