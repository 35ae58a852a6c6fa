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
        meaning_zh="由自助任务办结并经商城确认、且在窗口期内客户未就同一事由再次联系的会话 ÷ 有诉求的会话。"
        "15 分钟内接续的联系合计一次，以最终结果为准。仍在窗口期内的会话，按其不再来的概率计入"
        "（Kaplan–Meier 估计，取自窗口期已满的日期）。",
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
        meaning_zh="自助已给出答复、客户满意离开，但没有任何系统能证实已办结的会话 ÷ 有诉求的会话。从不计入自助解决率。",
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
        meaning_zh="已结束且未接通人工的会话 ÷ 已结束的会话。这是业内最常见的口径，连中途放弃的客户也算作成功；"
        "与自助解决率并列，便于看清两者差距。",
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
        meaning_zh="在窗口期内没有再次联系（同一客户、同一事由，不限渠道）的会话 ÷ 有诉求的会话；窗口期未满的会话与自助"
        "解决率采用相同的修正。",
        compute=_fcr,
        windowed=True,
    ),
    Formula(
        id="repeat_contacts",
        formula="repeat.matured.1",
        en="Repeat contacts",
        zh="重复联系率",
        unit="share",
        better="less",
        meaning="1 − first contact resolution.",
        meaning_zh="1 − 首次解决率。",
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
        meaning_zh="客户在自助服务中未得到答复便离开的会话 ÷ 已结束的会话。",
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
        meaning_zh="需要人工却始终无人接听、也没有得到回拨或回复承诺的会话 ÷ 需要人工的会话。",
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
        meaning_zh="客户要求人工、或系统判断需转人工的会话 ÷ 已结束的会话。",
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
        meaning_zh="对话模型未能听懂的消息 ÷ 对话模型处理过的消息。",
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
        meaning_zh="系统连续两次提出同一问题的会话 ÷ 已结束的会话。",
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
        meaning_zh="客户须多次验证身份的会话 ÷ 已结束的会话。",
        compute=lambda cut: share(cut["proved_again"], cut["n"]),
    ),
)
