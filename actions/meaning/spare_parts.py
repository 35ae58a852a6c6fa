"""A part of an article that is to be exchanged by itself: the strap of a watch. Pure; knows no shop."""

import re

LONGEST = 100  # characters that are looked at
_PART = (
    r"(?:watch ?)?(?:straps?|bands?)|batter(?:y|ies)|ear ?(?:pads?|tips?|cushions?)|(?:charging |power )?(?:cables?"
    r"|cords?|leads?)"
    r"|charger|filters?|lids?|bulbs?|zips?|zippers?|wheels?|handles?|lens(?:es)?|buttons?|soles?|laces|remote|plugs?|screws?|blades?"
    r"|key ?caps?|nozzles?|seals?|hinges?|spare parts?"
)
_PART_ZH = (
    r"表带|表扣|表盘|电池|(?:充电|数据|电源)线|充电器|充电盒|耳(?:塞套?|套|垫|帽)|滤(?:芯|网)|(?:杯|壶|锅)?盖子?|灯泡|拉链|轮子|把手|手柄|镜片|按键|键帽|鞋带|鞋垫|肩带|背带"
    r"|遥控器|插头|螺丝|刀头|喷嘴|密封圈|配件|零件"
)
_SWAPPED = re.compile(
    rf"\b(?:can|could|may|is it possible|do you|would you)\b.{{0,30}}\b(?:the|my|its|a new|another|a different|only the|just the)"
    rf" (?P<en>{_PART})\b(?:.{{0,30}}\b(?:be (?:replaced|exchanged|swapped|changed)|separately|alone|by itself|on its own))"
    rf"|\b(?:exchange|swap|replace|change) (?:just |only )*(?:the|my|its) (?P<act>{_PART})\b"
    rf"|(?P<zh>{_PART_ZH})(?:[^，。不没坏]{{0,3}})(?:能不能|可不可以|可以|能|单独)(?:单独|自己)?换"
    rf"|(?:^|(?<=[0-9 ,，])|能不能|可不可以|可以|能|想|要|只|单独|给我|帮我)(?:单独|只|就|[要想])*换(?:个"
    rf"|一?[个条根块]|新的?|掉)*(?P<act_zh>{_PART_ZH})",
    re.I,
)
_ALONE = re.compile(
    rf"^(?:(?:no|yes|yeah|ok|just|only|i mean(?:t)?|it'?s|that|the|my|please|want|i|need|to|exchange|swap|replace"
    rf"|change)\b[,. ]*)*"
    rf"(?:{_PART})(?:[, ]+(?:only|alone|please|of it|by itself))*[ .!]*$"
    rf"|^(?:不是?|对|是|就|只|我|要|想|换|单独|[,，。 ])*(?:{_PART_ZH})(?:就行|就好|坏了|而已|[吧啊。.!！ ])*$",
    re.I,
)


def part_to_swap(text: str) -> str | None:
    """The part that is to be exchanged without the rest: 表带能换吗, "can the strap be replaced"; None where none is."""
    found = _SWAPPED.search(text[:LONGEST].replace("\u2019", "'"))
    return next(filter(None, found.groups()), None) if found else None


def part_alone(text: str) -> bool:
    """Whether no more is said than which part is meant: "just the strap", 只换表带."""
    return len(text) <= LONGEST and _ALONE.match(text.strip().replace("\u2019", "'")) is not None
