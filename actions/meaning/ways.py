"""A yes to reporting a trouble that says with it how it is to be made good: "yeah just send a new one", 嗯 帮我补. Pure."""

import re

from actions.meaning.asking import asks_which
from actions.meaning.kinds import refuses_way, wished

LONGEST = 60  # characters; a longer message says more
_YES = re.compile(
    r"^(?:(?:h+m+|oh|well|um+)[,. ]+)?(?:(?:yes|yeah|yep|yup|yea|aye|ok|okay|sure|all ?right|fine|right|please do"
    r"|go ahead|correct"
    r"|exactly|uh[ -]?huh|mhm)\b[,.!; ]*)+"
    r"|^(?:那|哦|呃|[,，。 ])*(?:嗯呐?|恩|好(?:的|吧|啊|嘞|嘅)?|行(?:吧|啊)?|是[的啊呀]?(?![坏破少错])|对(?:的|啊)?|可以|要得"
    r"|中|成|得嘞?)+[,，。.!！;； ]*",
    re.I,
)
_MADE_ANEW = re.compile(
    r"^(?:那|就|请|麻烦|你们?|您|我|要|想|得|尽快|快些|快点?|赶紧|抓紧|给我|帮我|帮忙|[,，。 ])*(?:补"
    r"|重新?发|重新?寄|再(?:给我|帮我)?发|再寄"
    r"|发(?=给我|过来)|换)(?:发|寄|一?[个件份台条双套]|新的?|货|上|给我|过来|吧|了|的|一?下|[,，。!！ ])*$"
)
_DEALT_WITH = re.compile(  # only that it is to be dealt with, and soon: 麻烦尽快处理
    r"^(?:那|就|请|麻烦|你们?|您|尽快|快些|快点?|赶紧|抓紧|给我|帮我|帮忙|好好|[,，。 ])+(?:处理"
    r"|解决|办理?|登记|核实)(?:一?下|掉|好|吧|了|[,，。!！ ])*$"
    r"|^(?:please )?(?:deal with|sort|fix|handle|resolve) (?:it|this|that)(?: out)?(?:[, ]+(?:please"
    r"|asap|quickly|soon|fast|today))*[ .!]*$",
    re.I,
)
_MADE_ANEW_EN = re.compile(
    r"^(?:(?:please|just|can you|could you|and|then)[, ]+)*(?:re-?send|send again|ship (?:it )?again|send (?:it|one|another)"
    r"|(?:swap|replace) (?:it|them))(?: it| one)?(?:[, ]+(?:please|pls|then|again|now|for me|thanks?))*[ .!]*$",
    re.I,
)
_MORE = re.compile(  # something else that is said, or asked, or wanted first
    r"\?|\b(?:but|wait|not|n'?t|no|first|before|if|when|how|where|why|who|or|later|instead|return|cancel|keep|also)\b"
    r"|[？吗呢]|不|别|先|但|等|如果|要是|还是|或者|什么|怎么|多久|几|哪|另外|退货|取消",
    re.I,
)


def yes_with_way(said: str) -> bool:
    """Whether it is a yes, with nothing beside it but the way: only then what was read back is done at once."""
    text = said.strip().replace("\u2019", "'")
    yes = _YES.match(text) if len(text) <= LONGEST else None
    rest = text[yes.end() :].strip() if yes else ""
    if not rest or _MORE.search(rest) or refuses_way(text) or asks_which(text):
        return False
    anew = _MADE_ANEW.match(rest) or _MADE_ANEW_EN.match(rest) or _DEALT_WITH.match(rest)
    return anew is not None or bool(wished(rest))
