"""Chinese typed in Latin letters, as far as everyday words of a shop go: "wo yao tui huo" is 我要退货. Pure; knows no bot."""

from collections.abc import Mapping

LONGEST = 60  # characters that are looked at
_SOUNDS: Mapping[str, str] = {
    "tuihuo": "退货", "tuikuan": "退款", "huanhuo": "换货", "tui": "退", "huan": "换", "huo": "货", "qian": "钱",
    "fapiao": "发票",
    "kai": "开", "quxiao": "取消", "dingdan": "订单", "kuaidi": "快递", "wuliu": "物流", "baoguo": "包裹", "fahuo": "发货",
    "dao": "到", "nali": "哪里", "naer": "哪儿", "na": "哪", "le": "了", "ma": "吗", "ne": "呢", "wo": "我", "nimen": "你们",
    "ni": "你",
    "yao": "要", "xiang": "想", "neng": "能", "keyi": "可以", "bangwo": "帮我", "bang": "帮", "de": "的",
    "shi": "是", "hai": "还",
    "mei": "没", "meiyou": "没有", "bu": "不", "shouhou": "售后", "dianhua": "电话", "duoshao": "多少", "kefu": "客服",
    "rengong": "人工", "zhuan": "转", "shenme": "什么", "shihou": "时候", "zenme": "怎么", "ban": "办", "jidian": "几点",
    "shangban": "上班", "dizhi": "地址", "gai": "改", "cha": "查", "chaxun": "查询", "duojiu": "多久", "jitian": "几天",
    "baoxiu": "保修", "baoyou": "包邮", "youhui": "优惠", "yunfei": "运费", "zai": "在", "dong": "东西", "nihao": "你好",
    "qingwen": "请问", "yixia": "一下", "huile": "坏了", "huaile": "坏了", "shoudao": "收到",
}  # fmt: skip
_LONGEST = max(map(len, _SOUNDS))
_NEEDS = (  # by the word that names it, in this order
    ("退款", "refund_request"), ("退钱", "refund_request"), ("退货", "return_item"), ("换货", "exchange_item"),
    ("发票", "invoice"), ("取消", "cancel_order"), ("到哪", "order_status"), ("快递", "order_status"), ("物流", "order_status"),
    ("包裹", "order_status"), ("发货", "order_status"), ("订单", "order_status"),
)  # fmt: skip


def from_pinyin(text: str) -> str | None:
    """The words in characters; None where anything is said that is none of these."""
    left = "".join(text.lower().split()).strip(".,?!")
    if not left.isascii() or not left.isalpha() or len(text) > LONGEST:
        return None
    words = []
    while left:
        sound = next((left[:size] for size in range(_LONGEST, 1, -1) if left[:size] in _SOUNDS), None)
        if sound is None:
            return None
        words.append(_SOUNDS[sound])
        left = left[len(sound) :]
    return "".join(words) or None


def need_in_pinyin(text: str) -> str | None:
    """The need that is named so; None for all else."""
    said = from_pinyin(text)
    return next((need for word, need in _NEEDS if word in said), None) if said else None
