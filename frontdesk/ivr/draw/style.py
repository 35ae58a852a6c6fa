"""How the picture looks, in light and in dark: one sheet of CSS inside the SVG."""

SHEET = """
svg { --paper: #ffffff; --ink: #1d2530; --soft: #5b6776; --line: #93a0b0; --box: #f4f6f9; --edge: #c3ccd6;
  --menu: #2f6fdb; --collect: #7a4fd0; --action: #b26a00; --way: #4b7a8c; --say: #5b6776; --talk: #0a8a72;
  --human: #c2413a; --end: #3c4653; --heat: 226, 88, 34; }
@media (prefers-color-scheme: dark) { svg { --paper: #12161c; --ink: #e8edf3; --soft: #a3afbd; --line: #66748a;
  --box: #1c232c; --edge: #39444f; --menu: #7fb0ff; --collect: #b79bff; --action: #f0b35a; --way: #86bccf;
  --say: #a3afbd; --talk: #5ad6bc; --human: #ff8d85; --end: #c5ced8; --heat: 255, 140, 80; } }
.paper { fill: var(--paper); }
text { font-family: "Inter", "Helvetica Neue", "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
.flow { font-size: 20px; font-weight: 650; fill: var(--ink); }
.box .shape { fill: var(--box); stroke: var(--edge); stroke-width: 1.25; }
.box .title { font-size: 13.5px; font-weight: 600; fill: var(--ink); }
.box .kind { font-size: 10.5px; letter-spacing: .03em; }
.box .words { font-size: 11.5px; fill: var(--soft); }
.box .count { font-size: 11px; font-weight: 600; fill: var(--ink); }
.box .lost { font-size: 11px; font-weight: 600; fill: var(--human); paint-order: stroke; stroke: var(--paper);
  stroke-width: 4px; }
.box .heat { fill: rgb(var(--heat)); }
.k-menu .kind, .k-menu .bar { fill: var(--menu); } .k-collect .kind, .k-collect .bar { fill: var(--collect); }
.k-action .kind, .k-action .bar { fill: var(--action); } .k-way .kind, .k-way .bar { fill: var(--way); }
.k-say .kind, .k-say .bar { fill: var(--say); } .k-talk .kind, .k-talk .bar { fill: var(--talk); }
.k-human .kind, .k-human .bar { fill: var(--human); } .k-human .shape { stroke: var(--human); }
.k-end .kind, .k-end .bar { fill: var(--end); }
.k-elsewhere .shape { fill: none; stroke-dasharray: 4 3; } .k-elsewhere .title { font-weight: 500; fill: var(--soft); }
.line { fill: none; stroke: var(--line); stroke-width: 1.5; }
.line.skip { stroke-dasharray: 2 4; } .line.back { stroke-dasharray: 7 4; }
.tip { fill: var(--line); }
.label { font-size: 11.5px; fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 5px;
  stroke-linejoin: round; text-anchor: middle; }
"""
FAMILIES = {
    "menu": "menu",
    "collect": "collect",
    "action": "action",
    "say": "say",
    "talk": "talk",
    "handoff": "human",
    "callback": "human",
    "message": "human",
    "survey": "collect",
    "consent": "collect",
    "hangup": "end",
    "return": "end",
    "elsewhere": "elsewhere",
}  # what is not named here decides between ways
KINDS = {
    "en": {
        "menu": "menu", "collect": "asks for", "action": "does", "say": "says", "talk": "bot", "handoff": "person",
        "callback": "calls back", "message": "message", "survey": "survey", "consent": "may record?", "chatlink": "to the chat",
        "hangup": "end", "return": "back",
        "openhours": "hours",
        "branch": "depends on", "decide": "decides", "split": "experiment", "set": "sets", "call": "calls",
        "elsewhere": "",
    },
    "zh": {
        "menu": "菜单", "collect": "请客户输入", "action": "办理", "say": "播报", "talk": "机器人", "handoff": "人工",
        "callback": "回拨", "message": "留言", "survey": "满意度", "consent": "录音告知", "chatlink": "转在线",
        "hangup": "结束", "return": "返回", "openhours": "工作时间",
        "branch": "按条件", "decide": "判断", "split": "实验", "set": "设定", "call": "调用", "elsewhere": "",
    },
}  # fmt: skip
LOST = {"en": "lost", "zh": "流失"}  # sessions that ended there and were not helped
