"""Figures of what agents said of the facts they were handed: whether customers had to repeat themselves. Pure."""

from frontdesk.record.figures.formula import Formula
from frontdesk.record.figures.value import share

FORMULAS = (
    Formula(
        id="re_asked",
        formula="packet.asked-again.1",
        en="Asked again by agents",
        zh="客服又问一遍",
        unit="share",
        better="less",
        meaning="Answered requests in which the agent marked a fact of the packet as asked again ÷ answered requests with any "
        "fact marked. Of several marks of one fact the last counts.",
        meaning_zh="客服把信息包中某项信息标为“又问了一遍”的已接通请求 ÷ "
        "标过任何信息的已接通请求。同一信息多次标记以最后一次为准。",
        compute=lambda cut: share(cut["k.asked_again"], cut["k.n"]),
    ),
    Formula(
        id="facts_wrong",
        formula="packet.wrong.1",
        en="Wrong facts handed over",
        zh="转交信息有误",
        unit="share",
        better="less",
        meaning="Answered requests in which the agent marked a fact of the packet as wrong ÷ answered requests with any "
        "fact marked.",
        meaning_zh="客服把信息包中某项信息标为“有误”的已接通请求 ÷ 标过任何信息的已接通请求。",
        compute=lambda cut: share(cut["k.wrong"], cut["k.n"]),
    ),
    Formula(
        id="facts_marked",
        formula="packet.marked.1",
        en="Facts marked by agents",
        zh="客服标记了信息",
        unit="share",
        better="more",
        meaning="Answered requests with any fact marked ÷ answered requests. Where it is small, the two figures before speak "
        "only for those agents who mark.",
        meaning_zh="标过任何信息的已接通请求 ÷ 已接通请求。比例很低时，前两个数字只代表做标记的客服。",
        compute=lambda cut: share(cut["k.n"], cut["t.answered"]),
    ),
)
