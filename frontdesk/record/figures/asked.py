"""Figures of what customers say and of how hard it was: CES asked and estimated for all, CSAT, NPS. Pure."""

from collections.abc import Callable

from frontdesk.core.questions import QUESTIONS
from frontdesk.record.figures.cut import Cut
from frontdesk.record.figures.easy import BALANCE, GOOD, Reading, mean_of, weighted
from frontdesk.record.figures.formula import Formula
from frontdesk.record.figures.value import NOTHING, Z_95, Value, mean, share
from frontdesk.record.struggle import INDEX_BINS


def scores(cut: Cut, question: str) -> dict[int, int]:
    """How often each answer was given."""
    scale = QUESTIONS[question]
    return {score: n for score in range(scale.least, scale.most + 1) if (n := cut[f"a.{question}.{score}"])}


def asked_most(cut: Cut) -> str:
    """The question most answers were given to; of none, the effort question."""
    return max(QUESTIONS, key=lambda question: sum(scores(cut, question).values()))


def _mean(cut: Cut) -> Value:
    given = scores(cut, "ces2")
    total, squares = sum(s * n for s, n in given.items()), sum(s * s * n for s, n in given.items())
    return mean(total, squares, sum(given.values()))


def _good(question: str) -> Callable[[Cut], Value]:
    """The share of good answers among those given."""

    def good(cut: Cut) -> Value:
        given = scores(cut, question)
        return share(sum(n for s, n in given.items() if s >= QUESTIONS[question].good), sum(given.values()))

    return good


def _all(question: str, of: Reading) -> Callable[[Cut], Value]:
    """What all sessions would answer."""

    def of_all(cut: Cut) -> Value:
        return weighted(cut.strata(question), cut.answers[question], of) if scores(cut, question) else NOTHING

    return of_all


def balance(given: dict[int, int], good: int, bad: int) -> Value:
    """% of answers of at least `good` − % of at most `bad`, −100 to 100; variance of a difference of two shares."""
    n = sum(given.values())
    if n == 0:
        return NOTHING
    up, down = sum(c for s, c in given.items() if s >= good) / n, sum(c for s, c in given.items() if s <= bad) / n
    reach = Z_95 * (max(0.0, up + down - (up - down) ** 2) / n) ** 0.5
    return _points(Value(value=up - down, low=up - down - reach, high=up - down + reach, n=n))


def _points(found: Value) -> Value:
    """A difference of shares as points."""
    if found.value is None or found.low is None or found.high is None:
        return found
    return Value(value=100 * found.value, low=100 * max(-1.0, found.low), high=100 * min(1.0, found.high), n=found.n)


def _response(cut: Cut) -> Value:
    strata = cut.strata("ces2")
    return share(sum(s.replied for s in strata), sum(s.asked for s in strata))


def _index(cut: Cut) -> Value:
    """The mean of the passive effort index, each bin at its middle: of every session, asked or not."""
    width = 100 / INDEX_BINS
    found = [(s.n, width * (s.bin + 0.5)) for s in cut.strata("ces2")]
    total, squares = sum(n * m for n, m in found), sum(n * m * m for n, m in found)
    return mean(total, squares, sum(n for n, _ in found))


FORMULAS = (
    Formula(
        id="easy",
        formula="ces.easy.weighted.1",
        en="Easy (CES)",
        zh="轻松度（CES）",
        unit="share",
        better="more",
        meaning="The share of all sessions whose customers would call it easy (5 or more of 7), answered or not: answers are "
        "weighted by what came of the session and how hard it was (post-stratification), so that happy ends, who answer "
        "more, do not speak for the rest. n is the number of answers.",
        meaning_zh="在全部会话（无论是否作答）中，预计会认为办事轻松（7 分中给 5 分及以上）的客户占比。答卷按会话结果和"
        "费力程度加权（事后分层），避免顺利办结、更愿意作答的客户代表了其他人。n 为答卷数。",
        compute=_all("ces2", GOOD),
        source="CES 2.0",
    ),
    Formula(
        id="ces",
        formula="ces.mean.weighted.1",
        en="CES, all sessions",
        zh="CES 均分（全部会话）",
        unit="score",
        better="more",
        meaning="The mean answer, 1 (strongly disagree) to 7 (strongly agree) that it was made easy, weighted in the same way.",
        meaning_zh="对“让我轻松解决了问题”的平均打分，1（非常不同意）至 7（非常同意），加权方式同上。",
        compute=_all("ces2", mean_of(QUESTIONS["ces2"])),
        source="CES 2.0",
    ),
    Formula(
        id="ces_answers",
        formula="ces.mean.asked.1",
        en="CES, answers only",
        zh="CES 均分（仅答卷）",
        unit="score",
        better="more",
        meaning="Σ scores ÷ answers, as given.",
        meaning_zh="答卷分数之和 ÷ 答卷数，不加权。",
        compute=_mean,
        source="CES 2.0 (a)",
    ),
    Formula(
        id="easy_answers",
        formula="ces.easy.asked.1",
        en="Easy, answers only",
        zh="轻松占比（仅答卷）",
        unit="share",
        better="more",
        meaning="Answers of 5 or more ÷ answers.",
        meaning_zh="给 5 分及以上的答卷 ÷ 全部答卷。",
        compute=_good("ces2"),
        source="CES 2.0 (c)",
    ),
    Formula(
        id="ces_index",
        formula="ces.index.asked.1",
        en="CES index, answers only",
        zh="CES 指数（仅答卷）",
        unit="points",
        better="more",
        meaning="% of answers of 6 or 7 − % of answers of 1 to 3.",
        meaning_zh="给 6 或 7 分的答卷占比 − 给 1 至 3 分的答卷占比（百分点）。",
        compute=lambda cut: balance(scores(cut, "ces2"), 6, 3),
        source="CES 2.0 (b)",
    ),
    Formula(
        id="response",
        formula="survey.response.1",
        en="Response rate",
        zh="答卷率",
        unit="share",
        better="more",
        meaning="Answers ÷ sessions that were asked.",
        meaning_zh="收到的答卷 ÷ 被询问的会话。",
        compute=_response,
    ),
    Formula(
        id="effort_index",
        formula="effort.index.1",
        en="Passive effort index",
        zh="客户费力指数",
        unit="points",
        better="less",
        meaning="How hard sessions were to go through, 0 to 100, from what happened in every one of them, asked or not.",
        meaning_zh="客户办事有多费力，0 至 100，由每个会话中实际发生的事情算出，不依赖答卷；算法见“费力度”页。",
        compute=_index,
    ),
    Formula(
        id="csat",
        formula="csat.top2.weighted.1",
        en="Satisfied (CSAT)",
        zh="满意度（CSAT）",
        unit="share",
        better="more",
        meaning="The share of all sessions whose customers would call themselves satisfied (4 or 5 of 5), answered or not, where "
        "the house asks for satisfaction: weighted as Easy (CES).",
        meaning_zh="在询问满意度的情况下，全部会话（无论是否作答）中预计会表示满意（5 分中给 4 或 5 分）"
        "的客户占比，加权方式同“轻松度（CES）”。",
        compute=_all("csat", GOOD),
    ),
    Formula(
        id="csat_answers",
        formula="csat.top2.asked.1",
        en="Satisfied, answers only",
        zh="满意占比（仅答卷）",
        unit="share",
        better="more",
        meaning="Answers of 4 or 5 on the scale of 1 to 5 ÷ answers.",
        meaning_zh="在 1 至 5 分中给 4 或 5 分的答卷 ÷ 全部答卷。",
        compute=_good("csat"),
    ),
    Formula(
        id="nps",
        formula="nps.weighted.1",
        en="Would recommend (NPS)",
        zh="净推荐值（NPS）",
        unit="points",
        better="more",
        meaning="% of all sessions whose customers would answer 9 or 10 of 10 − % who would answer 0 to 6, answered or not, "
        "where the house asks for a recommendation: weighted as Easy (CES).",
        meaning_zh="在询问推荐意愿的情况下，全部会话（无论是否作答）中预计给 9 或 10 分的客户占比 − 给 0 至 6 分的客户"
        "占比（百分点），加权方式同“轻松度（CES）”。",
        compute=lambda cut: _points(_all("nps", BALANCE)(cut)),
        source="Reichheld, 2003",
    ),
    Formula(
        id="nps_answers",
        formula="nps.asked.1",
        en="NPS, answers only",
        zh="净推荐值（仅答卷）",
        unit="points",
        better="more",
        meaning="% of answers of 9 or 10 − % of answers of 0 to 6.",
        meaning_zh="给 9 或 10 分的答卷占比 − 给 0 至 6 分的答卷占比（百分点）。",
        compute=lambda cut: balance(scores(cut, "nps"), QUESTIONS["nps"].good, QUESTIONS["nps"].bad),
        source="Reichheld, 2003",
    ),
)
