"""What is said before an address and is no part of it: fillers, wishes, whose it is. Pure; knows no bot.

The first word of an address may look like one of these (成都, 为民路, 那曲): what is cut off has to be more than that word."""

import re

from actions.reading.address_towns import CITY
from actions.reading.characters import simplified

_LEAD_EN = re.compile(
    r"^(?:(?>(?:ok|okay|yes|yeah|yep|sure|no(?! ?\.? ?[0-9])|nope|so|and|then|well|sorry|oh|hi|hello|hey|wait|please|pls|thanks"
    r"|um+|uh+|er+m*|hm+|let'?s (?:say|see)|can you|could you|could it|would you|alright|all right|(?:right|good|great"
    r"|fine)(?=[,.!])"
    r"|i'm|i am|im|i|we|we're|live|living|moved|now|just|actually|it's|its|it|is|was|that's|that|this is|here is|here it is"
    r"|here's"
    r"|here (?:you go|goes)|to|at|for|send|ship|deliver|bring|forward|the (?:parcel|package|order)|change (?:it|that)|update it"
    r"|go|goes|make|use|want|would like|'d like|should|be|rather|instead|new one|correct one|right one"
    r"|(?:the |my |our |a )?(?:(?:new|full|whole|complete|delivery|shipping|correct|right|postal|mailing|street|work|home"
    r"|office|current)"
    r" ){0,3}address(?: now)?(?: is| should be| would be)?"
    r"|(?:my|our) (?:work|office|home|house|flat|company|new place|place)(?: address)?(?: is)?"
    r"|(?:my|our) (?:mom|mum|mother|dad|father|sister|brother|wife|husband|girlfriend|boyfriend|friend|parents|partner|boss)"
    r"(?:'s|'|s')?(?: (?:place|house|flat|address|home))?(?: (?:at|is|in))?)\b[ ,:.!\-]*+))+",
    re.I,
)
_WHO = (
    r"(?:爸爸|妈妈|爸|妈|老婆|老公|媳妇|爷爷|奶奶|外婆|外公|姥姥|姥爷|父母|父亲|母亲|儿子|女儿|女朋友|男朋友|朋友|同事|姐姐?"
    r"|妹妹?|哥哥?|弟弟?"
    r"|公司|单位|办公室|学校|宿舍|新家|老家|家)(?:那[边里儿]?|家里?|这[边里儿]|里)?"
)
_PLACE_ZH = rf"(?:[\u4e00-\u9fff]{{2,4}}?(?:省|(?<![超城菜夜门股上])市|自治区)|{CITY})"  # with which an address begins
TO_ZH = (  # 成都, 为民路, 往东路 begin with what looks like the end of 改成, 改为, 寄往
    r"(?:[改换变更](?:寄|送|发|回|一下|地址)?|寄|送|发|搬|挪|邮)(?:货|去)?(?:成(?!都(?!江堰|匀|昌县|安县))|到了?|至|往|给|去"
    r"|为(?!民))"
)
_LEAD_ZH = re.compile(
    r"^(?>好的?(?=[,，。 ])|好[呀啊嘞吧]|[嗯呃唔]+|[额啊哎唉诶](?=[,，。 嗯那])|[哦噢喔]|那(?:个|么|就)|那(?![曲坡霸大楼])"
    r"|就(?:是|说)?"
    rf"|请(?!贤)|麻烦您?|帮我|你?给我(?:把|{_WHO})?|把|您|(?:我|咱)(?:{_WHO}的?)(?=[,，:：在是住 ]|地址|{_PLACE_ZH})|[我咱](?:们"
    rf"|自己)?的?(?!国)"
    r"|家?住(?:址|在)?|想(?=[改换寄送])|要(?=[改换寄送])|(?:应该|现在|目前|已经|以后)|搬家了?|搬了?"
    r"|(?:新|收[货件]|送货|配送|邮寄|详细|完整|正确|具体|快递|家庭|公司)的?(?=.{0,4}地址)|地址|写的?(?=[是:：])|如下"
    r"|为(?=[:： ])|[是在]"
    rf"|{_WHO}吧?(?=[,，:：]|{_PLACE_ZH})|{TO_ZH}|[改换](?:寄|送|发)|寄(?![北南东西])|[改换](?=[\u4e00-\u9fff]{{2,9}}?[省市区县]"
    rf"|[,，:： ])|不对(?=[,，。 ])"
    rf"|不是(?=[,，。 ])|错了|对了?(?=[,，。 ])|deliver to|ship to|send (?:it )?to|[,，:：。！!、 ])+",
    re.I,
)
_REPEATED = re.compile(
    r"^(?P<first>[A-Za-z ]{3,30})\. (?=.*\b(?P=first)\b)", re.I
)  # "Denver. 1600 Broadway, Denver CO"
_RATHER = re.compile(  # "I wrote 5 Main St but it's 15 Main Street"
    r"^(?:i|i'[a-z]+|my|the|we|it|it's|sorry|no|gave)\b[^?？]{3,120}?(?:\b(?:but|and|so)|,) ?(?:now )?(?:it'?s|it is"
    r"|it should be|should be|i meant?|the (?:new|right|correct) (?:one|address) is"
    r"|(?:new|right|correct) one is|i now live at|i live at) +(?=[0-9])",
    re.I,
)


_TAIL = re.compile(
    r"(?:(?<![ ,.!;，。！])[ ,.!;，。！]++(?:please|pls|(?:many )?thanks?(?: you)?(?: (?:very|so) much| a lot)?|cheers"
    r"|that'?s (?:it|all)|that is (?:it|all)|ok|okay|sorry|(?<=, )i mean)(?![a-z])"
    r"|(?<![ ,.!;，。！])[ ,.!;，。！]*+(?:[吧哈呢啊哦呀]|谢谢(?:您|你|啦|了)?|谢了|多谢|拜托了?|麻烦(?:了|您了?|你了?)"
    r"|辛苦(?:了|您)|可以吗|行吗|好吗|就行了?|就好了?|就可以了?))++[ .!?。！？]*$|(?<![ .,!?。，！？])[ .,!?。，！？]+$",
    re.I,
)


def without_tail(said: str) -> str:
    """The address without the thanks behind it."""
    tail = _TAIL.search(simplified(said))
    return said[: tail.start()] if tail else said


def lead_of(said: str) -> int:
    """How many characters lead up to the address."""
    plain = simplified(said).replace("\u2019", "'")
    rather = _RATHER.match(plain)
    start = rather.end() if rather else 0
    rest = plain[start:]
    lead = _LEAD_EN.match(rest) if rest[:1].isascii() else None
    start += lead.end() if lead else 0
    if not plain.isascii():
        han = _LEAD_ZH.match(plain[start:])
        start += han.end() if han else 0
    again = _REPEATED.match(plain[start:])
    return start + (again.end() if again else 0)


def without_lead(said: str) -> str:
    """The address without what leads up to it."""
    return said[lead_of(said) :]
