"""What authors get wrong, and what they are told: the file, the line, and what to do; nothing that only follows from it."""

import re

import pytest

from actions import TASKS
from frontdesk.ivr.loader import Source, read_book, read_files

from .bench import SHIPPED

FLOWS = {source.name: source.text for source in read_files([SHIPPED])}
TALK = "{key: 3, label: menu.talk, words: menu.talk, goto: talk}"
TOLD = "trouble.menu: the main menu"
READ_BACK = 'order.read_back: "I have {order_number:digits}. Is that right?"'
BYE = "\n  bye:\n"
IF = f"\n  way:\n    if: %s\n    then: bye\n    otherwise: menu\n{BYE}"
FAILED = "      failed: {say: action.failed, goto: main.trouble}\n"
WEEK = 'mon-sun: ["00:00-24:00"]'
MAIN, ORDERS, HOURS, EN, BOTH = (
    "main.yml",
    "orders.yml",
    "hours.yml",
    "prompts/en.yml",
    "prompts/en.yml and prompts/zh.yml",
)
MISTAKES = [  # file, what was there, what they wrote, what they are told
    # the form of the file
    (MAIN, "    say: hours.closed", "\tsay: hours.closed", "41:1 A tab stands here; indent with spaces."),
    (MAIN, "    say: hours.closed", "    say：hours.closed", "41:8 A key ends with ':' and a space, not with a wide '：'."),
    (MAIN, "goto: talk}", "goto: talk", "54:9 The '{' that is opened here is not closed; end it with '}'."),
    (MAIN, "3, label", "3 label", "54:22 A comma is missing before this, or the closing '}'."),
    (MAIN, "  talk:\n", "   talk:\n", "58:4 This line does not stand in the column of its neighbours"),
    (MAIN, "    talk: any", "      talk: any", ""),
    (EN, TOLD, "trouble.menu: Menu: the main one", "210:21 Text that has ': ' in it goes in \"quotes\"."),
    (EN, READ_BACK, "order.read_back: {order_number:digits}. Right?", "190:20 Text that begins with '{' goes in \"quotes\"."),
    (EN, READ_BACK, READ_BACK[:-1], "190:20 The quote that is opened here is not closed; end the text with a quote."),
    (EN, TOLD, "trouble.menu: @home", "210:17 No text can begin with '@' as it is; put the text in \"quotes\"."),
    (EN, TOLD, 'trouble.menu: "main" menu', "210:24 Nothing may follow a closing quote; put the whole text in one pair"),
    (EN, TOLD, "trouble.menu:", "210:16 'trouble.menu' of 'prompts' of prompts/en.yml is empty; write its text after the colon."),
    (EN, "[english]", "english", "142:21 should be a list of plain texts: write [english]."),
    # keys, names, places
    (MAIN, "key: 3,", "key: ３,", "54:15 A key is one digit from 0 to 9, not '３'"),
    (MAIN, "key: 3,", "key: 2,", "54:15 Key 2 of 'menu' is taken in line 53; give one of them another key."),
    (MAIN, TALK, TALK.replace("talk}", "Talk}"), "54:60 'Talk' is no place to go; write the name of a node"),
    (MAIN, "orders.ask_number}", "orders.yml}", "52:96 'orders.yml' is a file; write one of its nodes, as in 'orders.node'."),
    (MAIN, "menu: menu.ask", "menu: menu.y", f"50:11 No language has a prompt 'menu.y'; write it under 'prompts:' in {BOTH}."),
    (MAIN, "menu: menu.ask", "menu: menu.aks", f"in {BOTH}. (did you mean 'menu.ask'?)"),
    (MAIN, "menu: menu.ask", "menu: What now?", f"name, as in 'menu.ask'; its words stand under 'prompts:' in {BOTH}."),
    (MAIN, "words: menu.talk", "words: menu.x", f"No language has a word list 'menu.x'; write it under 'words:' in {BOTH}."),
    (MAIN, BYE, f"\n  old:\n    talk: menu\n{BYE}", "85:3 No way leads to 'old' of 'main'; lead there by a 'goto', or take"),
    (MAIN, f"{BYE}    hangup: true", "\nbye:\n  hangup: true", "85:1 knows no key 'bye'; a node stands under 'nodes:', two"),
    (MAIN, "    handoff: service\n    reason: asked", "    handoff: servise", "78:14 There is no queue 'servise'"),
    (MAIN, "    say: hours.meanwhile\n    goto: menu", "    say: hours.meanwhile", "45:3 After 'meanwhile' nothing comes"),
    # what a value may be
    (ORDERS, "deadline: 6", "deadline: 6s", "31:15 should be a number above zero without a unit, not '6s'."),
    (ORDERS, "lost_key: 1", "lost_key: 0", "15:15 'lost_key' of node 'ask_number' is one key from 1 to 9, beside a 'lost'"),
    (ORDERS, "among: order_numbers", "among: orders", "There is no fact 'orders'"),
    (ORDERS, "lost_key: 1", "among: order_numbers\n    lost_key: 1", "'among' of node 'ask_number' goes with digits"),
    (ORDERS, FAILED, "", "30:13 'verify' has no branch 'failed', and machines fail; write 'failed: {say: …, goto: …}'."),
    (HOURS, WEEK, 'mon-fri: ["9:00-18:00"]', "13:17 '9:00-18:00' is no span of a day; write it as 09:00-18:00, up to"),
    (HOURS, WEEK, "mon-fri: 09:00-18:00", "13:16 should be a list of plain texts: write [09:00-18:00]."),
    (MAIN, BYE, IF % "goal = 'pay'", "86:14 'goal = 'pay'' can't be read; '==' compares, as in: goal == 'pay'."),
    (MAIN, BYE, IF % "goal == pay", "86:17 There is no fact 'pay'; text goes in 'quotes'."),
    (MAIN, BYE, (IF % "goal == 'pay'").replace("otherwise", "else"), "88:5 no key 'else'. (did you mean 'otherwise'?)"),
    (EN, "{order_number:digits}. Is", "{ordernumber:digits}. Is", "190:20 'ordernumber', which nobody fills in. (did you mean"),
]  # fmt: skip
FORM = ("FLOW001", "FLOW002", "FLOW003")


def told(file: str, old: str, new: str) -> list[str]:
    """What the check says of the shipped flows with this slip."""
    assert old in FLOWS[file]
    texts = {**FLOWS, file: FLOWS[file].replace(old, new, 1)}
    issues = read_book([Source(name, name, text) for name, text in texts.items()], TASKS).issues
    if any(issue.code in FORM for issue in issues):
        assert len(issues) == 1, "What follows from a file that can't be read is nobody's mistake."
    return [str(issue) for issue in issues]


@pytest.mark.parametrize(("file", "old", "new", "words"), MISTAKES, ids=[words[:40] for *_, words in MISTAKES])
def test_a_mistake_is_told_with_its_place_and_what_to_do(file: str, old: str, new: str, words: str) -> None:
    """The place is where the slip is, not where the reader noticed; depth that means nothing is none."""
    place, sentence = re.split(r"(?<=\d) ", words, maxsplit=1) if words[:1].isdigit() else ("", words)
    found = told(file, old, new)
    if not words:
        assert found == []
        return
    fits = [line for line in found if line.startswith(f"{file}:{place}") and sentence in line]
    assert fits, "\n".join(found)
