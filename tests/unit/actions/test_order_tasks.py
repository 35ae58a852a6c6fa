"""The tasks about one order: when they do something, when not, and that asking for a yes does nothing."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from actions import TASKS, Shop
from actions.order import Locale
from actions.order_task import CONFIRM, Change, working_days_after
from actions.task import Facts
from tests.fakes.down_shop import bare_shop, down_shop
from tests.unit.actions.test_tasks import DELIVERED, KNOWN, SHIPPED, TODAY, Clock, run, shop

PAID = replace(SHIPPED, number="10025", state="paid", address="12 Willow Lane, Fairhaven")
ORDERS = (SHIPPED, DELIVERED, PAID)
CHANGES = sorted(name for name, task in TASKS.items() if isinstance(task, Change))
FULL: Facts = {
    "new_address": "5 Other Road, Fairhaven",
    "new_items": "two instead of one",
    "issue": "late",
    "email": "a@example.com",
    "wish": "size M",
    "delivery_note": "leave it next door",
}


async def ask(task: str, facts: Facts, at: Shop, locale: Locale = "en") -> str:
    asker: Any = TASKS[task]
    return str((await asker.ask(facts, at, locale, "text")).outcome)


@pytest.mark.parametrize("task", CHANGES)
@pytest.mark.parametrize("locale", ["en", "zh"])
async def test_asking_changes_nothing(task: str, locale: Locale) -> None:
    """The question for a yes leaves the shop as it was, and says the order's number or what is meant."""
    at = shop(*ORDERS)
    before = [await at.orders.order(o.number) for o in ORDERS]
    for order in ORDERS:
        await ask(task, {**KNOWN, **FULL, "order_number": order.number}, at, locale)
    assert [await at.orders.order(o.number) for o in ORDERS] == before
    assert [await at.money.refund(o.number) for o in ORDERS] == [None, None, None]
    assert at.cases.cases == {}  # type: ignore[attr-defined]  # the shop in memory shows what it holds


@pytest.mark.parametrize(
    ("task", "number", "first", "again"),
    [
        ("cancel_order", "10025", "cancelled", "already_cancelled"),
        ("change_address", "10025", "changed", "same"),
        ("change_items", "10025", "noted", "already_noted"),
        ("note_delivery", "10025", "noted", "already_noted"),
        ("note_delivery", "10023", "noted", "already_noted"),
        ("report_delivery_problem", "10025", "case_opened", "already_open"),
        ("start_return", "10024", "started", "already_started"),
        ("start_exchange", "10024", "started", "already_started"),
        ("request_invoice", "10023", "issued", "sent_again"),
    ],
)
async def test_done_once_however_often_it_is_asked(task: str, number: str, first: str, again: str) -> None:
    """The second time says that it was done; before the first a yes is asked for."""
    at = shop(*ORDERS)
    facts = {**KNOWN, **FULL, "order_number": number}
    assert await ask(task, facts, at) == CONFIRM
    assert (await run(task, facts, at)).outcome == first
    assert (await run(task, facts, at)).outcome == again


@pytest.mark.parametrize(
    ("task", "number", "outcome"),
    [
        ("cancel_order", "10023", "too_late"),
        ("cancel_order", "10024", "delivered"),
        ("change_address", "10023", "too_late"),
        ("change_items", "10024", "too_late"),
        ("note_delivery", "10024", "too_late"),
        ("start_exchange", "10023", "not_exchangeable"),
        ("request_refund", "10023", "on_its_way"),
        ("request_refund", "10024", "return_first"),
        ("request_refund", "10025", "cancel_first"),
        ("refund_status", "10023", "none"),
        ("report_delivery_problem", "10023", "on_time"),
        ("check_payment", "10023", "charged_once"),
    ],
)
async def test_no_is_said_before_a_yes_is_asked_for(task: str, number: str, outcome: str) -> None:
    """What can't be done is told at once, in both ways of asking."""
    facts = {**KNOWN, **FULL, "order_number": number}
    assert await ask(task, facts, shop(*ORDERS)) == outcome
    got = await run(task, facts, shop(*ORDERS))
    assert (got.outcome, got.facts["order_number"]) == (outcome, number)


@pytest.mark.parametrize(
    ("task", "number"),
    [
        ("report_delivery_problem", "10024"),
        ("cancel_order", "10025"),
        ("change_address", "10025"),
        ("change_items", "10025"),
        ("start_return", "10024"),
        ("start_exchange", "10024"),
        ("request_refund", "10024"),
        ("refund_status", "10024"),
        ("check_payment", "10024"),
        ("request_invoice", "10024"),
        ("claim_price_protection", "10024"),
    ],
)
async def test_a_shop_that_cannot_leads_to_a_person(task: str, number: str) -> None:
    """What the shop's interface can't do is never said to be done."""
    facts = {**KNOWN, **FULL, "issue": "damaged", "order_number": number}
    assert (await run(task, facts, bare_shop(shop(*ORDERS)))).outcome == "needs_person"


async def test_the_newest_order_goes_by_last() -> None:
    """ "My last order" is the newest of the verified customer, and of nobody else."""
    newest = replace(PAID, placed_on=TODAY)
    assert (await run("order_status", {**KNOWN, "order_number": "last"}, shop(*ORDERS, newest))).facts[
        "order_number"
    ] == "10025"
    assert (
        await run("order_status", {"customer_id": "C2", "order_number": "last"}, shop(*ORDERS))
    ).outcome == "not_found"


@pytest.mark.parametrize(
    ("state", "issue", "opened"),
    [
        ("delivered", "late", "not_received"),
        ("delivered", "damaged", "damaged"),
        ("lost", "late", "lost"),
        ("delayed", "late", "late"),
        ("shipped", "lost", "lost"),
    ],
)
async def test_what_went_wrong_is_what_the_shop_works_on(state: str, issue: str, opened: str) -> None:
    """Late, of what is marked as delivered, means that it is not there; an overdue parcel opens a case, once."""
    at = shop(replace(SHIPPED, state=state, expected_on=TODAY - timedelta(days=3)))  # type: ignore[arg-type]  # parametrized
    facts = {**KNOWN, "order_number": "10023", "issue": issue, "details": "where is it?"}
    got = await run("report_delivery_problem", facts, at)
    assert (got.outcome, got.facts["issue"]) == ("case_opened", opened)
    assert got.facts["case_number"] in got.words
    assert (await run("report_delivery_problem", facts, at)).outcome == "already_open"


async def test_charged_twice_opens_a_case() -> None:
    """Two charges in the books are admitted, with the case that gives one back."""
    twice = replace(SHIPPED, number="10026")
    got = await run("check_payment", {**KNOWN, "order_number": "10026"}, shop(twice))
    assert got.outcome == "charged_twice"
    assert got.facts["case_number"] in got.words


async def test_price_protection_compares_with_todays_price() -> None:
    """Cheaper now: the difference is claimed once; not cheaper, or too long ago: said, with the day."""
    line = replace(SHIPPED.lines[0], sku="KI-204", price=4500)
    cheaper, equal = replace(SHIPPED, lines=(line,)), replace(DELIVERED, lines=(replace(line, price=100),))
    old = replace(PAID, lines=(line,), placed_on=TODAY - timedelta(days=31))
    at = shop(cheaper, equal, old)
    facts = {**KNOWN, "order_number": "10023"}
    assert await ask("claim_price_protection", facts, at) == CONFIRM
    got = await run("claim_price_protection", facts, at)
    assert got.outcome == "claimed"
    assert "$9.90" in got.words
    assert (await run("claim_price_protection", facts, at)).outcome == "already_claimed"
    assert (await run("claim_price_protection", {**facts, "order_number": "10024"}, at)).outcome == "not_cheaper"
    assert (await run("claim_price_protection", {**facts, "order_number": "10025"}, at)).outcome == "too_late"


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        ({"invoice_kind": "company"}, "title_needed"),
        ({"invoice_kind": "company", "invoice_title": "云湖科技有限公司"}, "bad_tax_number"),
        (
            {"invoice_kind": "company", "invoice_title": "云湖科技有限公司", "tax_number": "91350100M000100Y44"},
            "bad_tax_number",
        ),
        (
            {"invoice_kind": "company", "invoice_title": "云湖科技有限公司", "tax_number": "91350100M000100Y43"},
            "issued",
        ),
        ({"invoice_kind": "vat_special", "invoice_title": "Lane", "tax_number": "9135 0100 M000 100Y 43"}, "issued"),
        ({}, "no_email"),
    ],
)
async def test_invoices_are_made_out_as_wished(given: Facts, outcome: str) -> None:
    """A company needs its name and a sound tax number; without an address there is nowhere to send it."""
    email = {} if outcome == "no_email" else {"email": "buyer@example.com"}
    got = await run("request_invoice", {**KNOWN, **given, **email, "order_number": "10023"}, locale="zh")
    assert got.outcome == outcome


async def test_another_title_corrects_the_invoice() -> None:
    """The invoice there is is made anew when it shall be another."""
    at = shop()
    facts = {**KNOWN, "order_number": "10023", "email": "a@example.com"}
    assert (await run("request_invoice", facts, at)).outcome == "issued"
    company = {"invoice_kind": "company", "invoice_title": "Lane Ltd", "tax_number": "GB123456782"}
    assert (await run("request_invoice", {**facts, **company}, at)).outcome == "corrected"
    assert (await run("request_invoice", {**KNOWN, "order_number": "10023"}, at)).outcome == "sent_again"
    again = {**KNOWN, "order_number": "10023", "invoice_kind": "same"}  # a company's stays a company's
    assert (await run("request_invoice", again, at)).outcome == "sent_again"


async def test_an_account_gets_a_link_and_never_a_password() -> None:
    """Only a verified customer gets a link, to their own address; closing an account is a person's."""
    at = shop()
    customer = replace(await at.orders.customer("C1"), email="avery@example.com")  # type: ignore[type-var]
    at.orders._customers["C1"] = customer  # type: ignore[attr-defined]  # the shop in memory
    sent = await run("account_help", {**KNOWN, "account_topic": "password"}, at)
    assert (sent.outcome, "a***@example.com" in sent.words) == ("link_sent", True)
    assert (await run("account_help", {"account_topic": "password"}, at)).outcome == "told"
    assert (await run("account_help", {**KNOWN, "account_topic": "close"}, at)).outcome == "needs_person"


async def test_complaints_are_written_down_with_or_without_an_order() -> None:
    """Anybody may complain; who is not verified can't put it on somebody's order."""
    at = shop()
    got = await run("file_complaint", {"details": "nobody calls back", "order_number": "10023"}, at)
    assert got.outcome == "taken"
    kept = at.cases.cases.values()  # type: ignore[attr-defined]  # the shop in memory shows what it holds
    assert [(case.kind, case.order_number) for case in kept] == [("complaint", "")]
    more = await run("file_complaint", {"details": "and the music!", **got.facts}, at)
    assert (more.outcome, more.facts, len(kept)) == ("taken", got.facts, 1)
    assert "added" in more.words
    assert "added" not in got.words


def test_promises_count_working_days() -> None:
    """Two working days from a Friday is the Tuesday."""
    assert working_days_after(date(2026, 11, 27), 2) == date(2026, 12, 1)


def test_the_clock_is_ours() -> None:
    """The tests' day is the shop's day."""
    assert Clock()() > 0


async def test_a_trouble_is_taken_down_as_it_was_said() -> None:
    """Under its own kind; an order that was not sent is chased at the warehouse, one on its way at the carrier."""
    at = shop(*ORDERS)
    said = await run(
        "report_delivery_problem", {**KNOWN, "order_number": "10024", "issue": "other", "details": "rude"}, at
    )
    assert (said.outcome, said.facts["issue"]) == ("case_opened", "other")
    late = await run("report_delivery_problem", {**KNOWN, "order_number": "10025", "issue": "late"}, at)
    assert late.facts["issue"] == "not_sent"
    gone = await run("report_delivery_problem", {**KNOWN, "order_number": "10023", "issue": "not_sent"}, at)
    assert gone.outcome == "on_time"


async def test_a_case_is_told_to_whose_it_is() -> None:
    """Nobody else hears that there is one; who is not known hears nothing."""
    at = shop(*ORDERS)
    opened = await run("report_delivery_problem", {**KNOWN, "order_number": "10024", "issue": "damaged"}, at)
    asked = {"case_number": opened.facts["case_number"]}
    told = await run("case_status", {**KNOWN, **asked}, at)
    assert (told.outcome, told.facts["order_number"]) == ("being_looked_into", "10024")
    assert (await run("case_status", {"customer_id": "C9999", **asked}, at)).outcome == "not_found"
    assert (await run("case_status", asked, at)).outcome == "identity_needed"
    assert (await run("case_status", {**KNOWN, **asked}, down_shop())).outcome == "shop_down"


async def test_a_theft_is_a_case_of_its_own() -> None:
    """Whoever tells of it."""
    at = shop(*ORDERS)
    said = await run("report_fraud", {"details": "somebody used my card"}, at)
    assert said.outcome == "taken"
    assert [case.kind for case in at.cases.cases.values()] == ["fraud"]  # type: ignore[attr-defined]  # see above


@pytest.mark.parametrize("topic", ["", "password"])
async def test_nothing_is_sent_to_an_address_that_was_only_named(topic: str) -> None:
    """The link goes to the address on the account."""
    at = shop(*ORDERS)
    said = await run("account_help", {**KNOWN, "email": "other@example.com", "account_topic": topic}, at)
    assert said.outcome == "told"
    assert at.cases.links == []  # type: ignore[attr-defined]  # see above
