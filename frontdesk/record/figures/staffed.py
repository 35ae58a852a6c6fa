"""Figures of agents' time: how much of it customers had, and how much went to breaks. Pure."""

from frontdesk.record.figures.cut import Cut
from frontdesk.record.figures.formula import Formula
from frontdesk.record.figures.value import Value, ratio


def _occupancy(cut: Cut) -> Value:
    squares = cut["s.busy_busy"], cut["s.busy_on"], cut["s.on_on"]
    return ratio(cut["s.busy_ms"] / 1000, cut["s.on_ms"] / 1000, squares, cut["s.on_n"])


def _on_break(cut: Cut) -> Value:
    squares = cut["s.away_away"], cut["s.away_here"], cut["s.here_here"]
    here = (cut["s.on_ms"] + cut["s.away_ms"]) / 1000
    return ratio(cut["s.away_ms"] / 1000, here, squares, cut["s.here_n"])


def _at_once(cut: Cut) -> Value:
    """Of the agents' days with a customer in them."""
    squares = cut["s.work_work"], cut["s.work_busy"], cut["s.busy_busy"]
    return ratio(cut["s.work_ms"] / 1000, cut["s.busy_ms"] / 1000, squares, cut["s.busy_n"], most=None)


FORMULAS = (
    Formula(
        id="occupancy",
        formula="occupancy.1",
        en="Occupancy",
        zh="坐席占用率",
        unit="share",
        better="middle",
        meaning="Time with customers (talk, hold, wrap-up) ÷ time staffed (logged in and not on break). Two chats at once are "
        "one agent's time, so it never passes 100 %. n is agents' days; in the slice of a queue or channel the days of agents "
        "who served it.",
        meaning_zh="坐席服务客户的时间（通话、保持、事后处理）÷ 在岗时间（已登录且不在小休）。同时接待两个聊天也只算一份时间，"
        "因此不会超过 100 %。n 为坐席人天数；按队列或渠道查看时，只计服务过该队列或渠道的坐席人天。",
        compute=_occupancy,
        source="Calabrio WFM glossary; Genesys Cloud (interacting ÷ on-queue time)",
    ),
    Formula(
        id="on_break",
        formula="shrinkage.breaks.1",
        en="Time on break",
        zh="小休时间占比",
        unit="share",
        better="middle",
        meaning="Time on break (rest, meal, meeting, training, technical trouble, an offer not answered) ÷ time logged in: the "
        "part of shrinkage that happens in the house. Absence from the rota can't be seen here. n is agents' days.",
        meaning_zh="小休时间（休息、用餐、会议、培训、技术故障、未应答）÷ 登录时间，即在岗期间的人力损耗；缺勤不在此列。"
        "n 为坐席人天数。",
        compute=_on_break,
    ),
    Formula(
        id="at_once",
        formula="concurrency.1",
        en="Customers at once",
        zh="同时服务客户数",
        unit="score",
        better="middle",
        meaning="Σ time of each customer with an agent (talk, hold, wrap-up) ÷ the agents' busy time: 1 on the phone, more in "
        "chats. n is agents' days with a customer; of one alone nothing is told.",
        meaning_zh="各客户占用坐席的时间之和（通话、保持、事后处理）÷ 坐席忙碌时间：电话为 1，聊天可大于 1。"
        "n 为有客户的坐席人天数，仅一个时不显示。",
        compute=_at_once,
    ),
)
