"""Which of several orders is pointed at by its own facts: how it stands, how old it is, what it cost ("the one on its way",
"the older one", 贵的那个). Pure; knows no shop."""

import re
from collections.abc import Callable, Sequence

from actions.order import Order, OrderState

LONGEST = 60  # characters of a message that points by facts
_BEFORE: tuple[OrderState, ...] = ("placed", "paid", "packed")
_MOVING: tuple[OrderState, ...] = ("shipped", "sent", "out_for_delivery")
_LATE: tuple[OrderState, ...] = ("delayed", "lost")
_STANDS: tuple[tuple[re.Pattern[str], tuple[OrderState, ...]], ...] = tuple(
    (re.compile(rf"(?:\b|(?=n'?t\b))(?:{said})\b|{zh}", re.I), states)
    for said, zh, states in (
        (
            r"(?:not|n'?t|never|yet to) (?:yet )?(?:been )?(?:ship(?:ped)?|sent|send|dispatch(?:ed)?|left|leave|gone out)"
            r"|unshipped|being (?:made ready|prepared)|in preparation|preparing|processing|packed|unsent",
            r"[没未](?:有)?(?:发|寄出|出库)|备货|在准备|待发|打包",
            _BEFORE,
        ),
        (
            r"(?:not|n'?t|never) (?:yet )?(?:been )?(?:paid|pay)|unpaid|waiting for payment",
            "[没未](?:有)?付|待付",
            ("placed",),
        ),
        (
            r"(?:not|n'?t|never|yet to|still to) (?:yet )?(?:been )?(?:here|arriv(?:ed?)|c[ao]me|deliver(?:ed)?|receiv(?:ed?)"
            r"|g[eo]t(?:ten)?|turn(?:ed)? up|show(?:n|ed)? up|there|had|have|reach(?:ed)?)|undelivered|still missing",
            r"[没未](?:有)?(?:送?到|收到|收|来|送|签收)",
            (*_BEFORE, *_MOVING, *_LATE),
        ),
        (r"late|delayed|overdue|stuck|held up", "延误|迟到|晚到|晚了的|(?:^|[^一])晚的|耽误|卡住", _LATE),
        (r"lost|missing", "丢", ("lost",)),
        (r"cancell?ed", "取消了?的|取消掉", ("cancelled",)),
        (r"returned|(?:sent|gone|went) back", "退(?:了|掉|货了?)的", ("returned",)),
        (
            r"on (?:its|the|it'?s) way|coming|in transit|under ?way|travell?ing|moving|shipped|dispatched"
            r"|out for delivery|sent|being delivered",
            "在路上|路上的|派送|配送|运输|在途|发了?货的|已经?发|寄出",
            _MOVING,
        ),
        (
            r"delivered|arrived|came|received|got here|turned up|here already|already here|(?:i|we)(?:'ve)?"
            r"(?: already| have)* (?:got|have|received)",
            "到了|签收|收到|到货|送到|送达|已经?到|来了的",
            ("delivered",),
        ),
    )
)
_OLDEST = re.compile(r"\b(?:oldest|earliest)\b|最早|最老|最旧|最先|最久", re.I)
_OLDER = re.compile(
    r"\b(?:older|earlier|old|previous|longer ago)\b"
    r"|早(?:一?[点些]|几天)|[较更]早|早的|旧的|老的|之前的|以前的|先[买下]",
    re.I,
)
_NEWEST = re.compile(r"\b(?:newest|latest|most recent)\b|最新|最近|最晚|最后[买下]", re.I)
_NEWER = re.compile(
    r"\b(?:newer|later|more recent|recent|new)\b|[晚新近](?:一?[点些])|[较更][新近晚]|新的|后[买下]", re.I
)
_CHEAPEST = re.compile(r"\b(?:cheapest|least expensive|lowest)\b|最便宜|最(?:低|小|少)", re.I)
_CHEAPER = re.compile(
    r"\b(?:cheap(?:er)?|less expensive|lower[- ]priced?|costs? less|cost less|inexpensive)\b"
    r"|便宜|(?:价格?|金额|钱)(?:[较更])?[低小少]",
    re.I,
)
_DEAREST = re.compile(r"\b(?:most expensive|priciest|dearest|highest)\b|最贵|最(?:高|大|多)", re.I)
_DEARER = re.compile(
    r"\b(?:(?:more )?expensive|pricier|pricey|dear(?:er)?|costs? more|cost more|higher[- ]priced?)\b"
    r"|贵|(?:价格?|金额|钱)(?:[较更])?[高大多]",
    re.I,
)
_POINTS = re.compile(
    r"\b(?:one|order|parcel|package|that|which|the \w+)s?\b|^\W*(?:it'?s )?(?:already |still )?(?:on (?:its|the) way|delivered"
    r"|delayed|late|lost|shipped|older|newer|oldest|newest|latest|cheaper|cheapest|arrived)\W*$"
    r"|[那这][一]?[个单件笔张条]|的[那这]?一?[个单件笔]?(?:订单|单子?|包裹)?[吧呢啊。.!！ ]*$|[单件]$",
    re.I,
)
_ALONE = re.compile(  # nothing else is said than which it is
    r"(?:(?:and|the|that|my|no|yes|for|about|i mean|it'?s|where'?s|where is|track|check|please|what about|how about|cancel"
    r"|return|exchange|refund)[, ]+)*"
    r"(?:(?:much |a bit |slightly )?[a-z]+(?: expensive| recent)? (?:one|order|parcel|package)"
    r"|(?:one|order|parcel|package) (?:thats?|which|i|on|still|out|coming|not|already)\b[^,.;?]{0,36})[?.! ]*(?:please)?[.! ]*"
    r"|(?:那|查|看|我说的?|我要|是|就|[,，])*[^，。,?？]{1,10}的(?:那|这)?一?(?:个|单|件|笔|张)?"
    r"(?:订单|单子?|包裹)?(?:呢|吧|到哪了)*[?？。!！ ]*",
    re.I,
)
_ASKS = re.compile(r"\b(?:when|how|why|who|does|did|will)\b|多久|什么|怎么|为什么|几[天时点号]|哪|谁|[吗么嘛]", re.I)
_AMOUNT = re.compile(r"[$¥￥€£]? ?(?<![0-9.])([0-9]{1,4}(?:\.[0-9]{1,2})?)(?![0-9])", re.I)
_OF_MONEY = re.compile(r"[$¥￥€£]|\b(?:dollars?|bucks|euros?|pounds?|yuan)\b|[元块]", re.I)


def points_by_facts(text: str) -> bool:
    """Whether the message only points at an order by how it stands, how old it is or what it cost."""
    said = _plain(text)
    only = len(said) <= LONGEST and _ALONE.fullmatch(said) is not None and _ASKS.search(said) is None
    return only and _names_fact(said)


def fitting(text: str, orders: Sequence[Order]) -> list[Order] | None:
    """The orders that have all the facts which are said; None where no order is pointed at by a fact."""
    said = _plain(text)
    if len(said) > LONGEST or not _POINTS.search(said) or not _names_fact(said):
        return None
    fit = list(orders)
    if (states := _states(said)) is not None:
        fit = [order for order in fit if order.state in states]
        if not fit and states == _MOVING:
            fit = [order for order in orders if order.state == "delayed"]
    if amount := _amount(said):
        fit = [order for order in fit if amount in (order.total, *(line.price for line in order.lines))]
    fit = _by_size(said, fit, lambda order: order.placed_on.toordinal(), (_OLDEST, _OLDER), (_NEWEST, _NEWER))
    return _by_size(said, fit, lambda order: order.total, (_CHEAPEST, _CHEAPER), (_DEAREST, _DEARER))


def _plain(text: str) -> str:
    return text.strip().replace("\u2019", "'")


def _names_fact(said: str) -> bool:
    sizes = (_OLDEST, _OLDER, _NEWEST, _NEWER, _CHEAPEST, _CHEAPER, _DEAREST, _DEARER)
    return _states(said) is not None or _amount(said) > 0 or any(size.search(said) for size in sizes)


def _states(said: str) -> tuple[OrderState, ...] | None:
    return next((states for pattern, states in _STANDS if pattern.search(said)), None)


def _amount(said: str) -> int:
    """What it cost, in cents; 0 where no amount of money is named."""
    found = _AMOUNT.search(said) if _OF_MONEY.search(said) else None
    return round(float(found[1]) * 100) if found else 0


def _by_size(
    said: str,
    orders: list[Order],
    size: Callable[[Order], int],
    least: tuple[re.Pattern[str], re.Pattern[str]],
    most: tuple[re.Pattern[str], re.Pattern[str]],
) -> list[Order]:
    """Those at the end that is named. Of more than two, "the older one" leaves out only the newest: which it is, is asked."""
    ends = {min: least, max: most}
    for end, (outermost, nearer) in ends.items():
        of_end, other = outermost.search(said), min if end is max else max
        if not orders or not (of_end or nearer.search(said)):
            continue
        if of_end or len(orders) <= len(("one", "other")):
            return [order for order in orders if size(order) == end(map(size, orders))]
        rest = [order for order in orders if size(order) != other(map(size, orders))]
        return rest or orders
    return orders
