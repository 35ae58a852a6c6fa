"""What is said at the house's question and is no answer to it: a fresh request. Pure."""

import re
import unicodedata

LONGEST = 300  # characters that are looked at
_REQUEST = re.compile(
    r"\b(?:one more|another (?:thing|question|order)|something else|wait|hold on|hang on|before (?:you|i) go|i forgot|no i mean"
    r"|i(?:'d| would)? (?:also |still |just |actually |do )*(?:want|need|have to|wanted|like to|'m calling|am calling|didn'?t"
    r"|never)"
    r"|(?:can|could|would|will|do|does|did|is|are|may) (?:you|i|we|it|they|there|somebody|someone)\b"
    r"|where|when|what|why|how (?:do|does|did|long|much|many|can|about|soon)|which|who|cancel|returns?|refund|exchange|change"
    r"|track"
    r"|orders?|parcel|package|delivery|invoice|receipt|money|agent|person|human|operator|colleague|complain|help)\b"
    r"|等一?[下等会]|等等|慢着|还[有要想得差]|我[还也就]?[想要得忘]|帮我|[再另]外?[查问退帮换开看说]|[查催]|退|换|取消|发票|订单|单号|快递|包裹|地址|物流"
    r"|人工|客服|真人|怎么|什么|哪|吗|多久|多少|投诉|请问|问一?下"
)
_DIGITS = re.compile(
    r"(?:\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double)\b[ -]*){4,12}|[零〇一二三四五六七八九幺两]{4,12}"
)


def fresh_request(text: str) -> bool:
    """Whether words that a recogniser heard, and that hold no score, are a request of their own: "oh, one more thing"."""
    said = _plain(text)
    return _REQUEST.search(said) is not None or _DIGITS.search(said) is not None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text[:LONGEST]).strip().lower().replace("\u2019", "'")
