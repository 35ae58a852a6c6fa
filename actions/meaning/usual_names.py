"""Other names by which people call goods: a purse for a wallet, 钱包 for 皮夹. Pure; knows no shop's list."""

import re

_SAME = (  # what is named by the first words is sold by the last one
    (r"\bpurses?\b", "wallet"),
    (r"\b(?:earphones?|ear ?buds?|headsets?|ear ?pods?)\b", "headphones"),
    (r"\b(?:trainers|sneakers)\b", "shoes"),
    (r"\brain ?coats?\b", "rain jacket"),
    (r"\b(?:rucksacks?|bags?)\b", "backpack"),
    (r"\b(?:e-?readers?|kindles?|e-?book readers?)\b", "reading tablet"),
    (r"\bcookers?\b", "rice cooker"),
    (r"\b(?:headgear|bike helmets?)\b", "helmet"),
    ("钱包|钱夹", "皮夹"),
    ("皮夹子?|钱夹", "钱包"),
    ("电饭锅|饭煲|饭锅", "电饭煲"),
    ("水壶|烧水壶", "热水壶"),
    ("耳麦|耳塞", "耳机"),
    ("音响|喇叭", "音箱"),
    ("跑鞋|球鞋|运动鞋|鞋子", "跑步鞋"),
    ("双肩包|书包|包包", "背包"),
    ("充电头|充电线", "充电器"),
    ("(?i:kindle)|电子书|电纸书", "阅读器"),
    ("净化机", "净化器"),
    ("毯子", "毛毯"),
    ("绘本|图书|书", "图画书"),
    ("手表|腕表", "手表"),
    ("雨衣|外套|雨披", "雨衣外套"),
    ("小火车|火车", "小火车"),
)
_OTHER_NAMES = tuple((re.compile(said, re.I), sold) for said, sold in _SAME)


def with_usual_names(words: str) -> str:
    """The words with what goods that are named in them are called elsewhere."""
    others = [sold for said, sold in _OTHER_NAMES if said.search(words) and sold not in words]
    return " ".join([words, *others])
