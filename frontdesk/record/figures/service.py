"""Figures of waiting for a human: answers, abandonment, service levels, times. Pure.

"Short" abandonments are those within 5 seconds: who hung up before anybody could answer.
"""

from collections.abc import Callable

from frontdesk.record.figures.cut import Cut
from frontdesk.record.figures.formula import Formula
from frontdesk.record.figures.value import Value, mean_of_bins, mean_time, percentile, share

SHORT_S = 5.0


def _waits(cut: Cut) -> list[int]:
    ends = [cut.bins(end) for end in ("answered", "abandoned", "expired")]
    return [sum(counts) for counts in zip(*ends, strict=True)]


def _left(cut: Cut, *, longer_than_s: float = 0.0) -> int:
    return cut["t.abandoned"] - (cut.within("abandoned", longer_than_s) if longer_than_s else 0)


def _level_1(cut: Cut) -> Value:
    return share(cut.within("answered"), cut["t.answered"])


def _level_2(cut: Cut) -> Value:
    in_time = cut.within("answered") + cut.within("abandoned")
    return share(in_time, cut["t.answered"] + cut["t.abandoned"])


def _level_3(cut: Cut) -> Value:
    return share(cut.within("answered"), cut["t.answered"] + _left(cut, longer_than_s=SHORT_S))


def _level_4(cut: Cut) -> Value:
    return share(cut.within("answered"), cut["t.n"])


def _aht(cut: Cut) -> Value:
    total = cut["t.talk_ms"] + cut["t.hold_ms"] + cut["t.wrap_ms"]
    return mean_of_bins(total / 1000, cut.bins("handle"))


def _part(name: str) -> Callable[[Cut], Value]:
    """The mean of one part of the handling time."""
    return lambda cut: mean_time(cut[f"t.{name}_ms"], cut[f"t.{name}_ms2"], cut["t.handled"], least=0.0)


FORMULAS = (
    Formula(
        id="answer_rate",
        formula="answer.1",
        en="Answer rate",
        zh="接通率",
        unit="share",
        better="more",
        meaning="Requests for a human that were connected to one ÷ requests that ended.",
        meaning_zh="接通人工的请求 ÷ 已结束的人工请求。",
        compute=lambda cut: share(cut["t.answered"], cut["t.n"]),
    ),
    Formula(
        id="abandonment",
        formula="abandonment.all.1",
        en="Abandonment",
        zh="放弃率",
        unit="share",
        better="less",
        meaning="Requests whose customer left the queue ÷ requests that ended; every departure counts, promised callbacks too.",
        meaning_zh="客户在排队中离开的请求 ÷ 已结束的人工请求；凡离开都算，已承诺回拨的也算。",
        compute=lambda cut: share(cut["t.abandoned"], cut["t.n"]),
    ),
    Formula(
        id="abandonment_without_callbacks",
        formula="abandonment.connect.1",
        en="Abandonment, callbacks aside",
        zh="放弃率（不含回拨）",
        unit="share",
        better="less",
        meaning="As abandonment, but who was promised a callback or an answer has not abandoned.",
        meaning_zh="同放弃率，但已承诺回拨或回复的不算放弃。",
        compute=lambda cut: share(max(0, cut["t.abandoned"] - cut["t.called_back"]), cut["t.n"]),
        source="Amazon Connect, Twilio Flex",
    ),
    Formula(
        id="abandonment_without_short",
        formula="abandonment.genesys.1",
        en="Abandonment, short ones aside",
        zh="放弃率（不含短时放弃）",
        unit="share",
        better="less",
        meaning="Departures after more than 5 seconds ÷ (requests that ended − departures within 5 seconds).",
        meaning_zh="等待超过 5 秒后离开的请求 ÷（已结束的人工请求 − 5 秒内离开的请求）。",
        compute=lambda cut: share(
            _left(cut, longer_than_s=SHORT_S), cut["t.n"] - cut["t.abandoned"] + _left(cut, longer_than_s=SHORT_S)
        ),
        source="Genesys Cloud",
    ),
    Formula(
        id="service_level_1",
        formula="SL1.asterisk.1",
        en="Service level 1",
        zh="服务水平 1",
        unit="share",
        better="more",
        meaning="Answered within 20 s ÷ answered. Rises when customers give up.",
        meaning_zh="20 秒内接通的请求 ÷ 接通的请求。放弃的客户越多，这个数字反而越好看。",
        compute=_level_1,
        source="Asterisk SL",
    ),
    Formula(
        id="service_level_2",
        formula="SL2.asterisk.1",
        en="Service level 2",
        zh="服务水平 2",
        unit="share",
        better="more",
        meaning="(Answered within 20 s + abandoned within 20 s) ÷ (answered + abandoned).",
        meaning_zh="（20 秒内接通的 + 20 秒内放弃的）÷（接通的 + 放弃的）。",
        compute=_level_2,
        source="Asterisk SL2",
    ),
    Formula(
        id="service_level_3",
        formula="SL3.genesys.1",
        en="Service level 3",
        zh="服务水平 3",
        unit="share",
        better="more",
        meaning="Answered within 20 s ÷ (answered + abandoned after more than 5 seconds).",
        meaning_zh="20 秒内接通的请求 ÷（接通的 + 等待超过 5 秒后放弃的）。",
        compute=_level_3,
        source="Genesys Cloud, short abandons excluded",
    ),
    Formula(
        id="service_level",
        formula="SL4.offered.1",
        en="Service level",
        zh="服务水平",
        unit="share",
        better="more",
        meaning="Answered within 20 s ÷ all requests that ended, whoever left, was called back or not reached included. Never "
        "counted again by later switches.",
        meaning_zh="20 秒内接通的请求 ÷ 全部已结束的人工请求，包括放弃、改为回拨和无人接听的。口径调整不追溯以往。",
        compute=_level_4,
    ),
    Formula(
        id="wait_median",
        formula="wait.median.1",
        en="Wait, median",
        zh="等待中位数",
        unit="seconds",
        better="less",
        meaning="Median wait for a human until connected, gone or told that nobody comes. Leaving out who gave up makes a "
        "queue look better the more give up.",
        meaning_zh="从要求人工到接通、离开或被告知无人可接的等待时间中位数。若不计放弃的客户，放弃得越多，"
        "队列反而越显得快。",
        compute=lambda cut: percentile(_waits(cut), 0.5),
    ),
    Formula(
        id="wait_p90",
        formula="wait.p90.1",
        en="Wait, nine in ten",
        zh="等待九成位",
        unit="seconds",
        better="less",
        meaning="90th percentile of the same waits.",
        meaning_zh="同一等待时间的第 90 百分位：九成客户等待不超过此值。",
        compute=lambda cut: percentile(_waits(cut), 0.9),
    ),
    Formula(
        id="to_human_median",
        formula="to-human.median.1",
        en="Seconds to a human, median",
        zh="到人工用时中位数",
        unit="seconds",
        better="less",
        meaning="Median time from the beginning of a session until a human was connected.",
        meaning_zh="从会话开始到接通人工的时间中位数。",
        compute=lambda cut: percentile(cut.bins("to_human"), 0.5),
    ),
    Formula(
        id="to_human_p90",
        formula="to-human.p90.1",
        en="Seconds to a human, nine in ten",
        zh="到人工用时九成位",
        unit="seconds",
        better="less",
        meaning="90th percentile of the same times.",
        meaning_zh="同一时间的第 90 百分位：九成客户不超过此值。",
        compute=lambda cut: percentile(cut.bins("to_human"), 0.9),
    ),
    Formula(
        id="first_value_median",
        formula="first-value.median.1",
        en="Seconds to the first answer",
        zh="首个答复用时",
        unit="seconds",
        better="less",
        meaning="Median time from the beginning of a session until self-service first told something that was wanted.",
        meaning_zh="从会话开始到自助服务首次给出客户想要的信息的时间中位数。",
        compute=lambda cut: percentile(cut.bins("first_value"), 0.5),
    ),
    Formula(
        id="aht",
        formula="aht.1",
        en="Handling time (AHT)",
        zh="平均处理时间",
        unit="seconds",
        better="middle",
        meaning="(Talk + hold + wrap-up) ÷ handled requests.",
        meaning_zh="（通话 + 保持 + 事后处理）÷ 已处理的请求。",
        compute=_aht,
    ),
    Formula(
        id="talk",
        formula="aht.talk.1",
        en="Talk",
        zh="通话时间",
        unit="seconds",
        better="middle",
        meaning="Mean talk of a handled request.",
        meaning_zh="每个已处理请求的平均通话时间。",
        compute=_part("talk"),
    ),
    Formula(
        id="hold",
        formula="aht.hold.1",
        en="Hold",
        zh="保持时间",
        unit="seconds",
        better="less",
        meaning="Mean hold of a handled request.",
        meaning_zh="每个已处理请求的平均保持时间。",
        compute=_part("hold"),
    ),
    Formula(
        id="wrap_up",
        formula="aht.wrap-up.1",
        en="Wrap-up",
        zh="事后处理",
        unit="seconds",
        better="middle",
        meaning="Mean wrap-up of a handled request.",
        meaning_zh="每个已处理请求的平均事后处理时间。",
        compute=_part("wrap"),
    ),
    Formula(
        id="transfers",
        formula="transfer.1",
        en="Transferred",
        zh="转接率",
        unit="share",
        better="less",
        meaning="Sessions connected to more than one human ÷ sessions connected to a human.",
        meaning_zh="先后接通一位以上坐席的会话 ÷ 接通人工的会话。",
        compute=lambda cut: share(cut["transferred"], cut["connected"]),
    ),
)
