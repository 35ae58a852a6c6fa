"""What whoever brings a parcel is to be told, as one asks for it: "let the driver know the gate code is 4471". Pure."""

import re

from actions.reading.characters import simplified
from actions.reading.note_numbers import without_ids

LONGEST = 240  # characters in which it may be said
_BROUGHT = (
    r"(?:(?:the|my|your|their|our|that|whoever is the) )?(?:delivery )?(?:driver|courier|carrier|post(?:man|woman|ie)|mailman"
    r"|delivery (?:man|guy|person|woman|company|service|people)|dhl|ups|fedex|usps)s?"
)
_LEAD = (
    r"(?:(?:hi|hello|hey|ok|okay|so|and|also|oh|please|pls|just|can|could|would|will|you|i|we|i'd|want|need|like|to|for|is it"
    r"|possible|about|order|number|yes|then|someone|kindly|order|parcel|#?[0-9]{5,20})\b[,.:!]? *+)*+"
)
_HELLO = (
    r"(?:(?:hi|hello|hey|ok|okay|so|and|also|oh|please|pls|just|is it possible that|for|order|number|yes|then|parcel"
    r"|#?[0-9]{5,20})\b[,.:!]? *+)*+"
)
_THAT = r"(?:,? (?:please|pls|also))?[,:]?(?: (?:that|to)\b[,:]?)? +(?!(?:about|when|where|what|who|whether|if|off|how|why)\b)"
_TOLD = re.compile(  # "tell the courier the gate code is …"
    rf"^{_LEAD}(?:(?:tell|inform|remind|notify|warn|ask) {_BROUGHT}|let {_BROUGHT} know){_THAT}(?P<what>[^?]{{4,}})$",
    re.I,
)
_DUTIES = (
    r"(?:ring|knock|call|phone|text|buzz|leave|put|bring|hand|drop|hide|use|wait|come|go|press|take|enter|park|deliver|give|send"
    r"|message|not|beware|mind)"
)
_DUTY = re.compile(  # "the courier should ring the side door", "can the courier ring before he comes?"
    rf"^{_HELLO}(?:(?:can|could|may|have|get) {_BROUGHT}(?: please| just| kindly)?(?: to)?"
    rf"|{_BROUGHT} (?:should|must|shall|needs to|has to|is to|had better|can|may|could)(?: please| just)?)"
    rf" (?P<what>{_DUTIES}\b[^?]{{3,}})[? ]*$",
    re.I,
)
_CODE = re.compile(  # of a door, with its keys
    rf"^{_LEAD}(?P<what>(?:(?:the|my|our) )?(?:(?:gate|door|entry|access|buzzer|building|lobby|garage|key ?pad|entrance|intercom)"
    r" ?(?:code|pin)|code)\b(?: is|:| for the \w+ is)? (?=[^,.;?]*[0-9][^,.;?]*\b(?:star|hash|pound|bell|key)\b)[^?]{2,40}"
    r"|(?:(?:the|my|our) )?(?:gate|door|entry|access|buzzer|building|lobby|garage|key ?pad|entrance|intercom)"
    r" ?(?:code|pin)(?: number)?(?: is|:)? [^?]{2,40})$",
    re.I,
)
_TOO_LATE = re.compile(  # it tells what was done, or what to make of it
    r"\b(?:did ?n[o']?t|didn't|never|but (?:he|she|they|it)|yesterday|should(?:'ve| have)|was|were|had|has|rude|idiot|fired)\b"
    r"|(?:但|可)是?[^，。]{0,4}[他没]|没有?(?:按|打|放|送)|昨天|投诉|骂|态度|凭什么|为什么|怎么|吗$|了[。！!]?$",
    re.I,
)
_NO_NOTE = re.compile(  # it is hurried, thanked or scolded, or sent elsewhere
    r"\b(?:hurry|faster|quick\w*|asap|right now|sooner|thanks?|thank you|well done|sorry|idiot|stupid|rude|useless|hello|hi)\b"
    r"|\b(?:deliver|bring|send|take|come|go)\b[^,.;]{0,16}\b(?:today|now|to (?:my |the |another |a different |our )?(?:office"
    r"|work|new"
    r"|other|address|house|home|flat|place))\b|\baddress\b"
    r"|快一?[点些]|赶紧|赶快|尽快|加急|马上|[抓加]紧|辛苦|感谢|谢谢$|今天(?:来|送)|地址|催|寄到"
)
_BROUGHT_ZH = r"(?:快递|派送|配送|送货|派件|外送|骑手|司机|邮递)(?:员|小哥|师傅|的?人|公司|员?师傅)?"
_LEAD_ZH = (
    r"(?:你好|您好|请问|请|麻烦(?:您|你)?|帮我|帮忙|能不能|可不可以|可以|能否|能|你们?|您|我想|我要|要|想|还有|另外|那|订单"
    r"|单号|#?[0-9]{5,20}|[,，。:： ])*+"
)
_TOLD_ZH = re.compile(
    rf"^{_LEAD_ZH}(?:告诉|告知|通知|提醒|转告|嘱咐|叮嘱|知会)(?:一下|一声)?(?:那个|这个)?{_BROUGHT_ZH}(?:一下|一声|说)*[,，:： ]*"
    r"(?P<what>[^?？]{2,})$"
)
_LET_ZH = re.compile(
    rf"^{_LEAD_ZH}[跟和叫让给]{_BROUGHT_ZH}(?:知道|说(?:一声|一下)?|讲(?:一声|一下)?|留意|注意)[,，:： ]*(?P<what>[^?？]{{2,}})$"
)
_DUTY_ZH = re.compile(
    rf"^{_LEAD_ZH}(?:让|叫)?{_BROUGHT_ZH}(?:应该|必须|要|得|需要|请|最好|能不能|可不可以|可以|能)(?:先)?"
    r"(?=按|打|敲|走|放|叫|摁|从|进|交|等|来|联系|用|先|提前|别|不要)(?P<what>[^?？]{2,})[?？]*$"
)
_CODE_ZH = re.compile(
    rf"^{_LEAD_ZH}(?P<what>(?:门禁|大门|单元门|小区门?|楼下门?)的?(?:密码|码)(?:是|[:： ])*[^?？，,。]{{2,20}})[。!！]*$"
)
_ENDS_ZH = re.compile(r"(?:可以|行|好)?[吗么嘛吧][。!！ ]*$")


def told_to_carrier(text: str) -> str | None:
    """What it is, without whom it is for; None where nobody is to be told anything."""
    said = without_ids(text).strip().replace("\u2019", "'")
    if not said or len(said) > LONGEST:
        return None
    plain = simplified(said)
    for pattern in (_TOLD, _DUTY, _CODE, _TOLD_ZH, _LET_ZH, _DUTY_ZH, _CODE_ZH):
        if found := pattern.match(plain):
            what = plain[found.start("what") : found.end("what")]
            plain_what = _ENDS_ZH.sub("", what)
            if _NO_NOTE.search(plain_what):
                return None
            if pattern in (_DUTY, _DUTY_ZH) and _TOO_LATE.search(plain_what):
                return None
            told = (
                said[found.start("what") : found.start("what") + len(plain_what)]
                if len(plain) == len(said)
                else plain_what
            )
            return told.strip(" ,，.。!！")
    return None
