"""Figures of waiting for a human: answers, abandonment, service levels, times. Pure.

"Short" abandonments are those within 5 seconds: who hung up before anybody could answer.
"""

from frontdesk.record.figures.cut import Cut
from frontdesk.record.figures.formula import Formula
from frontdesk.record.figures.value import NOTHING, Value, mean_of_bins, percentile, share

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


def _part(name: str) -> "_Part":
    return _Part(name)


class _Part:
    """The mean of one part of the handling time. No interval: the parts' spreads are not kept."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, cut: Cut) -> Value:
        n = cut["t.handled"]
        return Value(value=cut[self._name] / 1000 / n, n=n) if n else NOTHING


FORMULAS = (
    Formula(
        id="answer_rate",
        formula="answer.1",
        en="Answer rate",
        zh="接通率",
        unit="share",
        better="more",
        meaning="Requests for a human that were connected to one ÷ requests that ended.",
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
        meaning="Answered within T ÷ answered. Rises when customers give up.",
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
        meaning="(Answered within T + abandoned within T) ÷ (answered + abandoned).",
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
        meaning="Answered within T ÷ (answered + abandoned after more than 5 seconds).",
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
        meaning="Answered within T ÷ all requests that ended, whoever left, was called back or not reached included. Never "
        "counted again by later switches.",
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
        compute=_part("t.talk_ms"),
    ),
    Formula(
        id="hold",
        formula="aht.hold.1",
        en="Hold",
        zh="保持时间",
        unit="seconds",
        better="less",
        meaning="Mean hold of a handled request.",
        compute=_part("t.hold_ms"),
    ),
    Formula(
        id="wrap_up",
        formula="aht.wrap-up.1",
        en="Wrap-up",
        zh="事后处理",
        unit="seconds",
        better="middle",
        meaning="Mean wrap-up of a handled request.",
        compute=_part("t.wrap_ms"),
    ),
    Formula(
        id="transfers",
        formula="transfer.1",
        en="Transferred",
        zh="转接率",
        unit="share",
        better="less",
        meaning="Sessions connected to more than one human ÷ sessions connected to a human.",
        compute=lambda cut: share(cut["transferred"], cut["connected"]),
    ),
)
