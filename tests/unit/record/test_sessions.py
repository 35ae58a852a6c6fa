"""The sessions projection: the same from zero as step by step, and nothing of a customer in it."""

import json
from collections.abc import Iterator

from hypothesis import given, settings

from frontdesk.core.codec import encode
from frontdesk.core.events import (
    CustomerSilent,
    CustomerSpoke,
    InputNotMatched,
    LanguageChosen,
    MachineDidFail,
    Said,
    SurveyAnswered,
    TaskFinished,
)
from frontdesk.record.idle import idle_sessions
from frontdesk.record.log import LogEntry
from frontdesk.record.sessions import fold, session_row
from tests.unit.record.logs import (
    ABANDONED,
    ASKED,
    CALL,
    CHAT,
    CLOSED,
    CONNECTED,
    EXPIRED,
    FOUND,
    HUNG_UP,
    NOT_FOUND,
    SPOKE,
    SURVEY,
    TALK_ENDED,
    log,
    row_of,
    sessions,
    through_projection,
    understood,
)


@settings(deadline=None)
@given(sessions())
def test_step_by_step_is_from_zero(entries: list[LogEntry]) -> None:
    """Rows kept as JSON after every entry are the rows of one fold over the whole log."""
    whole = {}
    for entry in entries:
        whole[entry.session] = fold(whole.get(entry.session), entry)
    assert through_projection(entries) == {key: json.loads(json.dumps(encode(row))) for key, row in whole.items()}


@settings(deadline=None)
@given(sessions())
def test_rows_are_json(entries: list[LogEntry]) -> None:
    """A row survives being written and read."""
    for row in through_projection(entries).values():
        assert encode(session_row(json.loads(json.dumps(row)))) == row


def test_a_row_tells_what_happened() -> None:
    """Counts, times and names of one escalated session."""
    row = row_of(
        log(
            CALL,
            LanguageChosen(lang="zh", how="key"),
            CustomerSilent(count=1),
            SPOKE,
            InputNotMatched(count=1),
            MachineDidFail(machine="dialogue", reason="late"),
            ASKED,
            CONNECTED,
            SPOKE,
            TALK_ENDED,
            SURVEY,
            SurveyAnswered(question="ces2", score=6),
            HUNG_UP,
            CLOSED,
        )
    )
    assert (row.lang, row.channel, row.started_at, row.ended_at) == ("zh", "voice", 1000.0, 1120.0)
    assert (row.inputs, row.silences, row.misses, row.machine_failures, row.turns) == (2, 1, 1, 1, 14)
    assert (row.waited_s, row.human_s, row.disposition, row.handoff_reason) == (10.0, 20.0, "solved", "asked")
    assert (row.survey_asked, row.score, row.outcome) == (True, 6, "escalated")


def test_no_words_and_no_facts() -> None:
    """No number a customer gave and no fact of theirs is in a row."""
    said = CustomerSpoke(text="my number is 4155550198", via="text")
    told = TaskFinished(task="order_status", outcome="found", by="bot", facts={"order_number": "10023"})
    asked = CustomerSpoke(text="what about 10024?", via="text")
    row = json.dumps(encode(row_of(log(CHAT, said, told, asked, understood(None, well=False)))))
    assert "4155550198" not in row
    assert "10023" not in row
    assert "10024" not in row


def test_words_not_understood_are_kept_without_numbers() -> None:
    """Owners see what to teach the bot; a few of a session, each once."""
    asked = [CustomerSpoke(text="can I swap 10024 for a blue one?", via="text"), understood(None, well=False)]
    assert row_of(log(CHAT, *asked, *asked)).not_understood == ("can i swap # for a blue one?",)
    assert row_of(log(CHAT, SPOKE, understood("order_status"))).not_understood == ()


def test_talk_ends_when_the_customer_leaves() -> None:
    """Talk and wait are counted to the session's end when nothing ended them before."""
    assert row_of(log(CHAT, SPOKE, ASKED, CONNECTED, HUNG_UP)).human_s == 10.0
    assert row_of(log(CHAT, SPOKE, ASKED, ABANDONED, HUNG_UP)).waited_s == 10.0


def test_a_beginning_not_seen_is_left_alone() -> None:
    """Entries of a session that began before the log makes no row."""
    assert fold(None, log(SPOKE)[0]) is None


def _open_ones() -> Iterator[LogEntry]:
    yield from log(CHAT, SPOKE, session="S-old", start=0.0)
    yield from log(CHAT, SPOKE, session="S-new", start=900.0)
    yield from log(CALL, SPOKE, session="S-call", start=200.0)
    yield from log(CHAT, SPOKE, ASKED, session="S-waits", start=0.0)
    yield from log(CHAT, SPOKE, ASKED, CONNECTED, session="S-talks", start=0.0)
    yield from log(CHAT, SPOKE, ASKED, EXPIRED, SURVEY, session="S-expired", start=100.0)
    yield from log(CHAT, SPOKE, HUNG_UP, session="S-over", start=0.0)


def test_idle() -> None:
    """Open chats without news are idle; not who waits for a human or is with one."""
    rows = [session_row(row) for row in through_projection(list(_open_ones())).values()]
    assert idle_sessions(rows, now=1000.0, limit_s=600.0) == ("S-old", "S-expired")


def test_a_call_whose_end_nobody_told_is_over_in_time() -> None:
    """The carrier's callback was lost: a menu that asks no more, and a talk longer than any call may last, are over."""
    entries = [
        *log(CALL, SPOKE, session="S-menu", start=0.0),
        *log(CALL, SPOKE, ASKED, CONNECTED, session="S-talks", start=0.0),
    ]
    rows = [session_row(row) for row in through_projection(entries).values()]
    assert idle_sessions(rows, now=800.0, limit_s=60.0) == ()
    assert idle_sessions(rows, now=1000.0, limit_s=60.0) == ("S-menu",)
    assert idle_sessions(rows, now=6 * 3600.0, limit_s=60.0) == ("S-menu", "S-talks")


def told(*prompts: str) -> list[Said]:
    return [Said(text=prompt, spoken=prompt, lang="en", prompt=prompt) for prompt in prompts]


def test_a_question_asked_again() -> None:
    """The welcome in two languages and a key after another ask nothing again; the same menu after silence does, once; the next
    menu has keys, too, and is another."""
    menu = told("silence.first", "menu.ask", "system.press_for", "system.press_for")
    welcome = told("language.welcome", "language.welcome", "system.press_for", "system.press_for")
    silent = CustomerSilent(count=1)
    assert row_of(log(CALL, *welcome, SPOKE, *menu[1:])).asked_again == 0
    assert (
        row_of(log(CALL, *welcome, SPOKE, *menu[1:], silent, *menu, SPOKE, *told("order.ask_number"))).asked_again == 1
    )
    assert row_of(log(CALL, *menu[1:], silent, *menu, silent, *menu)).asked_again == 2


def test_a_question_after_an_answer_is_a_new_one() -> None:
    """ "Anything else?" after the second order, as after the first; the number once more, because it was none of an order."""
    else_ = told("main.anything_else")
    assert row_of(log(CALL, SPOKE, FOUND, *else_, SPOKE, FOUND, *else_)).asked_again == 0
    number = told("order.ask_number")
    assert row_of(log(CALL, *number, SPOKE, NOT_FOUND, *number, SPOKE, NOT_FOUND, *number)).asked_again == 2


def test_what_is_told_while_waiting_is_no_question() -> None:
    """However often the wait is told."""
    wait = told("system.wait_short")
    assert row_of(log(CALL, SPOKE, ASKED, *wait, SPOKE, *wait, SPOKE, *wait)).asked_again == 0
