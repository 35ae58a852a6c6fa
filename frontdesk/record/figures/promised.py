"""Figures of what customers were told to expect: callbacks, answers, waits. Pure."""

from frontdesk.record.figures.cut import Cut
from frontdesk.record.figures.formula import Formula
from frontdesk.record.figures.value import Value, mean_time, share


def _kept(cut: Cut) -> Value:
    now = int(cut.now // 3600)
    broken = sum(
        count
        for name, count in cut.total.items()
        if name.startswith("p.open.") and int(name.removeprefix("p.open.")) < now
    )
    return share(cut["p.kept"], cut["p.kept"] + cut["p.late"] + broken)


def _error(cut: Cut) -> Value:
    return mean_time(cut["w.error_ms"], cut["w.error_ms2"], cut["w.n"], least=0.0)


def _bias(cut: Cut) -> Value:
    """The squares of errors are those of their sizes."""
    return mean_time(cut["w.early_ms"] - cut["w.late_ms"], cut["w.error_ms2"], cut["w.n"])


FORMULAS = (
    Formula(
        id="promises_kept",
        formula="promise.kept.1",
        en="Promises kept",
        zh="承诺兑现率",
        unit="share",
        better="more",
        meaning="Callbacks and answers given by the time promised ÷ those that were due. Overdue ones count as broken, so "
        "that nothing gets better by promises nobody keeps.",
        meaning_zh="在承诺时间内兑现的回拨和回复 ÷ 已到期的承诺。逾期未兑现的计为失信，空头承诺不会让任何数字变好。",
        compute=_kept,
    ),
    Formula(
        id="wait_within",
        formula="estimate.within.1",
        en="Waits as told",
        zh="等待预告命中率",
        unit="share",
        better="more",
        meaning="Answered waits that ended inside the range first told ÷ answered waits with a range told. A range that "
        "promises 80 % should hold in 78 to 82 %.",
        meaning_zh="实际等待落在首次预告区间内的已接通请求 ÷ 有预告区间的已接通请求。承诺八成的区间，"
        "命中率应在 78 % 至 82 % 之间。",
        compute=lambda cut: share(cut["w.within"], cut["w.n"]),
    ),
    Formula(
        id="wait_longer",
        formula="estimate.longer.1",
        en="Waited longer than told",
        zh="等待超出预告",
        unit="share",
        better="less",
        meaning="Answered waits longer than the upper end of the range first told ÷ answered waits with a range told.",
        meaning_zh="实际等待超过首次预告上限的已接通请求 ÷ 有预告区间的已接通请求。",
        compute=lambda cut: share(cut["w.longer"], cut["w.n"]),
    ),
    Formula(
        id="wait_error",
        formula="estimate.mae.1",
        en="Error of told waits",
        zh="等待预告误差",
        unit="seconds",
        better="less",
        meaning="Mean absolute difference between an answered wait and the middle of the range told.",
        meaning_zh="实际等待与预告区间中点之差的绝对值的平均数（仅已接通的请求）。",
        compute=_error,
    ),
    Formula(
        id="wait_bias",
        formula="estimate.bias.1",
        en="Bias of told waits",
        zh="等待预告偏差",
        unit="seconds",
        better="middle",
        meaning="Mean of (middle of the range told − answered wait): below zero, customers were told too little.",
        meaning_zh="（预告区间中点 − 实际等待）的平均数：小于零说明告知客户的时间偏短。",
        compute=_bias,
    ),
    Formula(
        id="wait_untold",
        formula="estimate.untold.1",
        en="Waits that could not be told",
        zh="未能预告等待",
        unit="share",
        better="less",
        meaning="Waits for which no range could be told ÷ waits in which something was told.",
        meaning_zh="无法给出等待区间的次数 ÷ 告知过等待情况的次数。",
        compute=lambda cut: share(cut["w.untold"], cut["w.untold"] + cut["w.n"] + cut["w.left"]),
    ),
)
