"""Figures of what came of sessions: self-service, containment, repeats, traps. Pure."""

from frontdesk.record.figures.cut import Cut
from frontdesk.record.figures.formula import Formula
from frontdesk.record.figures.maturity import matured
from frontdesk.record.figures.value import Value, share


def _self_service(cut: Cut) -> Value:
    return matured(cut.cells, "sr", cut["need"], cut.curves["sr"], cut.now)


def _fcr(cut: Cut) -> Value:
    return matured(cut.cells, "fr", cut["need"], cut.curves["fr"], cut.now)


def _repeats(cut: Cut) -> Value:
    alone = _fcr(cut)
    if alone.value is None or alone.low is None or alone.high is None or alone.observed is None:
        return alone
    return Value(value=1 - alone.value, low=1 - alone.high, high=1 - alone.low, n=alone.n, observed=1 - alone.observed)


FORMULAS = (
    Formula(
        id="self_service",
        formula="self-service.matured.1",
        en="Self-service rate",
        zh="自助解决率",
        unit="share",
        better="more",
        meaning="Sessions a task settled, as the shop confirms, and not followed by a repeat contact within the window, ÷ "
        "sessions with a need. Contacts that went on within 15 minutes count once, by how they ended. Sessions still inside "
        "the window count by their chance to stay alone (Kaplan–Meier, learnt from days whose window has closed).",
        compute=_self_service,
        windowed=True,
    ),
    Formula(
        id="self_service_unverified",
        formula="self-service.unverified.1",
        en="Answered, not verified",
        zh="已答复但未核实",
        unit="share",
        better="more",
        meaning="Sessions self-service answered and the customer parted content with, but nothing confirms it, ÷ sessions "
        "with a need. Never counted into the self-service rate.",
        compute=lambda cut: share(cut["ru"], cut["need"]),
    ),
    Formula(
        id="containment",
        formula="containment.naive.1",
        en="Naive containment",
        zh="表面拦截率",
        unit="share",
        better="middle",
        meaning="Ended sessions that did not reach a human ÷ ended sessions. The figure most of the trade shows: it counts "
        "customers who gave up as successes. It stands beside the self-service rate so that the gap can be seen.",
        compute=lambda cut: share(cut["contained"], cut["n"]),
        source="Rasa Pro 3.16, Chatwoot, industry usage",
    ),
    Formula(
        id="fcr",
        formula="fcr.matured.1",
        en="First contact resolution",
        zh="首次解决率",
        unit="share",
        better="more",
        meaning="Sessions with a need not followed by a repeat contact (same customer and reason, any channel) within the "
        "window ÷ sessions with a need; corrected for open windows as the self-service rate.",
        compute=_fcr,
        windowed=True,
    ),
    Formula(
        id="repeat_contacts",
        formula="repeat.matured.1",
        en="Repeat contacts",
        zh="重复来电率",
        unit="share",
        better="less",
        meaning="1 − first contact resolution.",
        compute=_repeats,
        windowed=True,
    ),
    Formula(
        id="gave_up",
        formula="gave-up.1",
        en="Gave up in self-service",
        zh="自助中放弃",
        unit="share",
        better="less",
        meaning="Sessions whose customer left self-service without an answer ÷ ended sessions.",
        compute=lambda cut: share(cut["o.gave_up"], cut["n"]),
    ),
    Formula(
        id="trapped",
        formula="trapped.1",
        en="Trapped",
        zh="求人工而不得",
        unit="share",
        better="less",
        meaning="Sessions in which a human was called for, none came and nothing was promised instead ÷ sessions that called "
        "for a human.",
        compute=lambda cut: share(cut["o.trapped"], cut["wanted_human"]),
    ),
    Formula(
        id="wanted_human",
        formula="wanted-human.1",
        en="Called for a human",
        zh="要求人工",
        unit="share",
        better="middle",
        meaning="Sessions in which a human was called for, by the customer or for them, ÷ ended sessions.",
        compute=lambda cut: share(cut["wanted_human"], cut["n"]),
    ),
    Formula(
        id="not_understood",
        formula="nlu-fallback.1",
        en="Not understood",
        zh="未听懂率",
        unit="share",
        better="less",
        meaning="Messages the dialogue model did not understand ÷ messages it answered.",
        compute=lambda cut: share(cut["bot.missed"], cut["bot.n"]),
    ),
    Formula(
        id="asked_again",
        formula="asked-again.1",
        en="Asked the same again",
        zh="重复提问",
        unit="share",
        better="less",
        meaning="Sessions in which the house put the same question twice in a row ÷ ended sessions.",
        compute=lambda cut: share(cut["with_asked_again"], cut["n"]),
    ),
    Formula(
        id="proved_again",
        formula="proved-again.1",
        en="Proved who they are twice",
        zh="重复验证身份",
        unit="share",
        better="less",
        meaning="Sessions in which the customer had to prove who they are more than once ÷ ended sessions.",
        compute=lambda cut: share(cut["proved_again"], cut["n"]),
    ),
)
