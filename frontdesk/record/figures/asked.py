"""Figures of what customers say and of how hard it was: CES asked and estimated for all, CSAT, NPS. Pure."""

from frontdesk.record.figures.cut import Cut
from frontdesk.record.figures.easy import strata, weighted
from frontdesk.record.figures.formula import Formula
from frontdesk.record.figures.value import NOTHING, Z_95, Value, mean, share
from frontdesk.record.struggle import INDEX_BINS


def scores(cut: Cut, question: str) -> dict[int, int]:
    """How often each answer was given."""
    start = f"a.{question}."
    found = {name.removeprefix(start): count for name, count in cut.total.items() if name.startswith(start)}
    return {int(score): count for score, count in found.items() if score.isdecimal()}


def _mean(cut: Cut) -> Value:
    given = scores(cut, "ces2")
    total, squares = sum(s * n for s, n in given.items()), sum(s * s * n for s, n in given.items())
    return mean(total, squares, sum(given.values()))


def _at_least(cut: Cut, question: str, score: int) -> Value:
    given = scores(cut, question)
    return share(sum(n for s, n in given.items() if s >= score), sum(given.values()))


def balance(given: dict[int, int], good: int, bad: int) -> Value:
    """% of answers of at least `good` − % of at most `bad`, −100 to 100; variance of a difference of two shares."""
    n = sum(given.values())
    if n == 0:
        return NOTHING
    up, down = sum(c for s, c in given.items() if s >= good) / n, sum(c for s, c in given.items() if s <= bad) / n
    reach = Z_95 * (max(0.0, up + down - (up - down) ** 2) / n) ** 0.5
    return Value(value=100 * (up - down), low=100 * (up - down - reach), high=100 * (up - down + reach), n=n)


def _response(cut: Cut) -> Value:
    found = cut.total.items()
    asked = sum(count for name, count in found if name.startswith("e.") and name.endswith(".asked"))
    return share(
        sum(count for name, count in found if name.startswith("a.") and name.rpartition(".")[2].isdecimal()), asked
    )


def _index(cut: Cut) -> Value:
    """The mean of the passive effort index, each bin at its middle: of every session, asked or not."""
    counts = [0] * INDEX_BINS
    for s in strata(cut.total):
        counts[s.bin] += s.n
    width = 100 / INDEX_BINS
    middles = [width * (i + 0.5) for i in range(INDEX_BINS)]
    total = sum(n * m for n, m in zip(counts, middles, strict=True))
    return mean(total, sum(n * m * m for n, m in zip(counts, middles, strict=True)), sum(counts))


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
        compute=lambda cut: weighted(strata(cut.total), cut.easy.easy, easy=True),
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
        compute=lambda cut: weighted(strata(cut.total), cut.easy.score, easy=False),
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
        compute=lambda cut: _at_least(cut, "ces2", 5),
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
        compute=_response,
    ),
    Formula(
        id="effort_index",
        formula="effort.index.1",
        en="Passive effort index",
        zh="客户费力指数",
        unit="points",
        better="less",
        meaning="How hard sessions were to go through, 0 to 100, from what happened in every one of them; see below.",
        compute=_index,
    ),
    Formula(
        id="csat",
        formula="csat.top2.1",
        en="Satisfied (CSAT)",
        zh="满意度（CSAT）",
        unit="share",
        better="more",
        meaning="Answers of 4 or 5 on the scale of 1 to 5 ÷ answers, where the house asks for satisfaction.",
        compute=lambda cut: _at_least(cut, "csat", 4),
    ),
    Formula(
        id="nps",
        formula="nps.1",
        en="Would recommend (NPS)",
        zh="净推荐值（NPS）",
        unit="points",
        better="more",
        meaning="% of answers of 9 or 10 − % of answers of 0 to 6, where the house asks for a recommendation.",
        compute=lambda cut: balance(scores(cut, "nps"), 9, 6),
    ),
)
