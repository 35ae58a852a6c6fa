"""What is to be different about goods, and why they come back: another size, one put in or taken out. Pure; knows no order."""

import re

from actions.characters import simplified
from actions.courtesy import without_courtesy

LONGEST = 400  # characters that are looked at
_DIFFERENT = re.compile(
    r"(?:[改换]成|改为|换为)[^，,。;；]{1,40}"
    r"|\b(?:change|make|switch) (?:it|that|them|(?:my |the )?order(?: #?[0-9]{3,20})?|the (?:quantity|size|colou?r"
    r"|item)s?) (?:in)?to [^,;.]{2,60}",
    re.I,
)
_A_THING = (  # of an order's goods
    r"(?!(?:order|whole|entire|parcel|package|delivery|purchase|rest|subscription|refund|return|exchange|invoice|first|second|third"
    r"|last|other|late|latest|one|account|payment|appointment|pickup)\b)[a-z]+(?: (?!(?:from|in|of|on|out)\b)[a-z]+)?"
)
_IN_OR_OUT = re.compile(
    r"\b(?:remove|take (?:off|out)|leave out|add|drop) (?!me\b|my\b|an? (?:note|gift|message|address|phone number)\b)"
    r"[^.,;!?]{3,80}"
    rf"|\bcancel (?:(?:only|just) (?:the|my|one)|(?:the|my|one|a)(?= (?:{_A_THING}) (?:from|in|of|on|out of)\b)) (?:{_A_THING})"
    r"|\b(?:one|two|three|four|five|six|[1-9]) instead of (?:one|two|three|four|five|six|[1-9])\b"
    r"|(?:只|仅)取消(?!订单|訂單|这|那|一|第|[0-9])[^，。,.；;！!？?]{1,20}"
    r"|(?:取消|退)掉?(?:其中)?的?[一1](?:个|件|双|套|盒|本|台|只|条)(?!.{0,2}(?:订单|单子))"
    r"|(?:只|就|还)?(?:要|留)下?[一1](?:个|件|双|套|盒|本|台|只|条)(?:就行|就够|就好|吧|[。.!！ ]|$)"
    r"|(?:去掉|删掉|不要其中的|多加|加上|再加|少要|减掉)[^，。,.；;！!？?]{1,40}",
    re.I,
)
_REASON = re.compile(
    r"\btoo (?:small|big|large|tight|loose|short|long|heavy|wide|narrow|thin|thick|loud|dark|bright)\b"
    r"|\b(?:does ?n[o']?t|didn'?t|did not) (?:fit|suit|work|match)\b"
    r"|\b(?:don'?t|do not|didn'?t) (?:like|want|need)\b(?! to\b)(?: (?:it|them))?"
    r"|\bchanged my mind\b|\bwrong (?:size|colou?r)\b|\bnot as described\b|\b(?:poor|bad) quality\b|\bby (?:mistake|accident)\b"
    r"|\bordered (?:it )?twice\b|\bno longer need(?:ed)?\b|\bfound (?:it )?cheaper\b"
    r"|\b(?:faulty|defective|broken|broke|damaged)\b"
    r"|不(?:中意|满意|合意|太喜欢)|看不上|(?:太|有点|偏)(?:小|大|长|短|紧|松|重|厚|薄)|(?:小|大)了点?|不合(?:适|身|脚)|不(?:喜欢|想要|需要|好用|好看)"
    r"|[买拍]错|下错单|重复下单|买重了|多买了?"
    r"|质量(?:太差|不好|不行|有问题|问题)|尺[码寸]不对|颜色不对|有?色差|与?描述不符|坏了|破了|后悔|改(?:变)?主意",
    re.I,
)
_LED_IN = re.compile(
    r"^(?:(?:no|actually|sorry|wait|rather|or|just|then|make (?:it|that))[, ]+)+|^不要[^，。,要]{1,6}[,，。 ]+|^(?:不对|不"
    r"|那就|还是|就|[,，])+"
)
_BARE_WISH = re.compile(  # instead of a yes: what was read back is to be another
    r"^(?:不要[^，。,要]{1,6}[,，。 ]+)?(?:要|就|那就|还是|不对|不|换个?成?|改成?|[,，])*"
    r"(?:[黑白红蓝绿灰粉黄紫棕橙金银](?:色|(?=的))|[smlx]{1,3}码|[0-9]{2}码|[大中小]号)的?(?:吧|就行)?[。.!！]*$"
    r"|^(?:(?:actually|no|sorry|wait|rather|make it|or|just|then)[, ]+)*(?:an?|the|one) [\w.\-]{1,15}(?: [\w.\-]{1,15}){0,2}"
    r" (?:version|model|edition|kind|type)(?: please)?[.!]*$"
    r"|^(?:(?:actually|no|sorry|wait|rather|a|the|in|make (?:it|that)|or)[, ]+)*(?:black|white|blue|red|green|gr[ea]y|pink|brown"
    r"|yellow|purple|orange"
    r"|small|medium|large|x{0,3}l)(?: one)?(?: please)?[.!]*$",
    re.I,
)
_WISH = re.compile(
    r"\b(?:a |the )?(?:bigger|larger|smaller|longer|shorter|wider|narrower|different)"
    r" (?:size|one|pair|colou?r|model)s?(?: up| down)?\b"
    r"|\b(?:a |one )?size (?:up|down|[0-9]{1,2}|xxs|xs|s|m|l|xl|xxl|small|medium|large)\b"
    r"|\bin (?:a )?(?:black|white|blue|red|green|grey|gray|pink|brown|yellow|navy|beige|purple|orange|small|medium|large|xl)\b"
    r"|\bfor (?:a |the )?(?:black|white|blue|red|green|gr[ea]y|pink|brown|yellow|navy|beige|purple|orange)(?: one"
    r"| pair|(?= ?(?:[.,;!]|$)))"
    r"|(?<=if you have )(?:an? |it in )(?:black|white|blue|red|green|gr[ea]y|pink|brown|yellow|purple|orange|small"
    r"|medium|large|bigger|smaller)\b"
    r"(?: one| pair)?"
    r"|(?:(?<=want )|(?<=like )|(?<=prefer )|(?<=get )|(?<=have ))(?:an? |the )?[a-z]+(?: [a-z]+){0,2}?(?= instead\b)"
    r"|[大小][一1半][号码]|换(?:个|成|一个)?(?:大|小|长|短|宽|窄|厚|薄|轻|便宜|贵)(?:一点|点|些|一些)儿?的?|换(?:个|成"
    r"|一个)?[^，。,. ]{0,6}[码号色]的?"
    r"|换(?:个|成|一个)?(?:新|同款|一样|好)的?",
    re.I,
)
_ONLY_ITEMS = re.compile(
    r"^(?:改|换|the |an? |my )?(?:商品|数量|尺码|尺寸|颜色|款式|items?|quantity|size|colou?r|product)"
    r"(?:(?:或者|和|or|and| )+(?:商品|数量|尺码|颜色|quantity|items?))*(?:吧|的)?[。.!]*$",
    re.I,
)


def in_or_out(text: str) -> str | None:
    """Goods that are to be put in or taken out: "remove the phone charger from it"."""
    told = _IN_OR_OUT.search(simplified(text[:LONGEST]))
    return without_courtesy(text[slice(*told.span())]).strip() or None if told else None


def cancels_part(text: str) -> bool:
    """Whether only a part of an order is to be cancelled: "cancel only the keyboard", 取消一个."""
    told = _IN_OR_OUT.search(simplified(text[:LONGEST]))
    return told is not None and re.match(r"cancel|[只仅]?取消|[只就还]?[要留]", told[0], re.I) is not None


def items_in(text: str) -> str | None:
    """What is to be different about what was ordered: "改成红色的"; whether it is about goods is told elsewhere."""
    told = _DIFFERENT.search(simplified(text[:LONGEST]))
    return in_or_out(text) if told is None else without_courtesy(text[slice(*told.span())]).strip() or None


def names_items_only(said: str) -> bool:
    """Whether it says that goods are to change, and not how: "the colour"."""
    return _ONLY_ITEMS.match(said.strip()) is not None


_PART_ALONE = re.compile(
    r"^(?:just |only |no,? )*(?:the|my) ([a-z]+(?: (?!not\b)[a-z]+)?)"
    r"(?:,? not the others?(?: one| thing)?| please| only)*[.!]*$",
    re.I,
)


def names_part(said: str) -> bool:
    """Whether nothing is said but which of the goods is meant: "just the wallet"."""
    return _PART_ALONE.match(said.strip()) is not None


def reason_in(said: str) -> str | None:
    """Only the words that say why; what else stands beside them is not written down."""
    found = _REASON.search(said)
    return found[0].lower() if found else None


def wish_in(said: str, *, alone: bool = False) -> str | None:
    """What is wanted instead: "can i get a bigger size"; `alone`: a bare "the red one" says it, too."""
    found = _WISH.search(said) or (_BARE_WISH.match(said.strip()) if alone else None)
    return _LED_IN.sub("", found[0].lower()) if found else None
