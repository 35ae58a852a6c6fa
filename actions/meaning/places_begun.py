"""The line with which an address may begin that has no capitals to show it, as on the phone: "springfield". Pure."""

import re

from actions.reading.address_towns import town_line
from actions.reading.number_kinds import nothing_but_digits
from actions.reading.numbers import runs_in
from actions.reading.sentences import is_said

CODES = (4, 6)  # figures of a postcode that is no order's number
_LEAD = re.compile(r"^(?:(?:it'?s|it is|um+|uh+|ok|okay|so|well|yes|the town is|the city is|in|to)\b[ ,]*)+", re.I)
_TOWN = re.compile(r"[a-z][a-z'\-]{2,20}(?: [a-z][a-z'\-]{1,20}){0,2}", re.I)
_NO_TOWN = re.compile(
    r"\b(?:hello|home|work|office|huh|hmm*|none|nothing|nope|nah|same|idk|dunno|skip|stop|back|next|sec|seconds?|minutes?|moment"
    r"|again|repeat|help|streets?|houses?|flats?|(?<!.)(?:new|city|town)(?!.)|old|mine|here|there|later|tonight|today|monday|tuesday|wednesday|thursday|friday"
    r"|ready|good|great|fine|cool|perfect|nice|love\w*|right|wrong|alright|hold|hang|just|yep|yeah|bye|goodbye|human|agent|person"
    r"|people|operator|questions?|service|customer|returns?|refunds?|never|mind|forget|leave|quick|keep|discounts?|gift|cards?|parcel|package|anywhere|somewhere|whatever|neighbou?rs?|friend'?s?|mother'?s?|sister'?s?|brother'?s?|parents"
    r"|wife'?s?|husband'?s?|door|shop|store|school|pick|collect|number|phone|name|one|two|three|four|five|six|seven|eight"
    r"|nine|zero|oh|and|the|an?|for|with|of course|sure|really|maybe|everything|all|both|no|not|on|at|by|up|off|out|go"
    r"|do|get|got)\b",
    re.I,
)


def town_begun(text: str) -> str | None:
    """The town, or its postcode in figures; None for whatever else is said."""
    said = text.strip(" .!,")
    if not said.isascii() or "?" in text:
        return None
    runs = runs_in(said)
    if len(runs) == 1 and len(runs[0]) in CODES and nothing_but_digits(said):
        return runs[0]
    if (line := town_line(said)) is not None:
        return line
    plain = _LEAD.sub("", said)
    town = _TOWN.fullmatch(plain) is not None and not _NO_TOWN.search(plain) and not is_said(plain)
    return plain if town else None
