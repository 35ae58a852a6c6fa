"""Customer, agent and supervisor at once, in a real browser, on a house whose bot is scripted: files, signs, markup, access."""

import re
import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from frontdesk.app.bootstrap import open_house
from frontdesk.app.doors import serving
from frontdesk.app.house import House
from frontdesk.app.settings import Settings
from frontdesk.carrier.scripted import ScriptedHandset
from tests.browser.conftest import ROOT, build_pages, chromium
from tests.browser.people import (
    ABOUT,
    BOARD_VIEWS,
    COUNT_NOTES,
    CUT_WHILE_CONNECTING,
    DIALOGS,
    EVIL,
    EVIL_FILE,
    FREE,
    LINK,
    PNG,
    SVG,
    VERIFIED,
    Somebody,
    a_break_only_by_space,
    a_message_answered,
    a_story_opens,
    by_keys_to_the_end,
    cut_off_and_loaded_anew,
    ending_a_talk,
    left_where_they_read,
    loaded_anew_without_a_line,
    the_same_after_a_reload,
    with_customer,
)
from tests.servers import free_port
from tests.whole.conftest import HUMAN, logged_in, scripted_rasa

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180), pytest.mark.asyncio(loop_scope="module")]
ONE_ROW = 70  # pixels


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """Everything `frontdesk up` opens, with the pages, for the whole file; only the bot is scripted."""
    build_pages()
    folder = tmp_path_factory.mktemp("house")
    shutil.copyfile(sqlite_template, folder / "frontdesk.db")
    async with scripted_rasa() as rasa:
        rasa.answers |= {"verify me": VERIFIED, "I want to talk to a person": HUMAN}
        settings = Settings(
            port=free_port(),
            data_dir=folder,
            database_url=f"sqlite:///{folder / 'frontdesk.db'}",
            rasa_url=rasa.url,
            flows_dir=ROOT / "ivr_flows",
            desk_dir=ROOT / "desk",
            _env_file=None,
        )
        async with open_house(settings, lambda _: None) as opened, serving(opened):
            yield opened


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for the whole file."""
    async with chromium() as opened:
        yield opened


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def amy(browser: Browser, house: House) -> Somebody:
    """Amy's desk, for the whole file."""
    desk = await Somebody.staff(browser, house, "/desk", "amy")
    await desk.sees("My conversations")
    return desk


@pytest_asyncio.fixture(loop_scope="module")
async def desk(amy: Somebody) -> AsyncIterator[Somebody]:
    """Amy, ready and with nobody; what a test leaves open is closed after it."""
    await amy.page.keyboard.press("Escape")  # a dialog, or the message field, that a test left
    await amy.page.evaluate(FREE)
    yield amy
    await amy.page.evaluate(FREE)


@pytest.mark.stands("S11")
async def test_markup_of_customers_stays_text(browser: Browser, house: House, desk: Somebody) -> None:
    """Names, messages, links, file names: shown as they are, run nowhere; not at the desk, in the chat, on the board.
    What is too long is not sent, and not cut without a word."""
    customer = await with_customer(browser, house, desk)
    for text in (EVIL, LINK, "<svg/onload=window.__pwned=1>"):
        await customer.writes(text)
        await desk.sees(text[:30])
    files = customer.page.locator("input[type=file]")
    await files.set_input_files({"name": EVIL_FILE, "mimeType": "image/png", "buffer": PNG})
    await expect(desk.page.locator("fd-transcript img").last).to_be_visible(timeout=15_000)
    await files.set_input_files({"name": "x.svg", "mimeType": "image/png", "buffer": SVG})
    await customer.sees("Send a picture")
    await customer.writes("x" * 2001)
    await customer.sees("too long by 1 character")
    await desk.page.locator("fd-composer textarea").fill(EVIL)
    await desk.page.keyboard.press("Enter")
    await customer.sees(EVIL[:30])
    await desk.page.get_by_role("tab", name="Customer").click()
    board = await Somebody.staff(browser, house, "/board", "olivia")
    await board.sees("Sessions")
    for one in (desk, customer, board):
        await one.unharmed()


async def test_the_desk_with_a_customer(browser: Browser, house: House, desk: Somebody) -> None:
    """Typing and read reach the other side; a reply is found by its slash; an order is cancelled once the customer agreed."""
    customer = await with_customer(browser, house, desk)
    await customer.page.get_by_role("textbox").last.press_sequentially("Hm")
    await desk.sees("The customer is writing")
    await customer.page.get_by_role("textbox").last.fill("")
    box = desk.page.locator("fd-composer textarea")
    await box.press_sequentially("/moment")
    await expect(desk.page.get_by_role("option").first).to_contain_text("One moment")
    await box.press("Enter")
    await expect(box).to_have_value("One moment, please. I am looking it up.")
    await customer.sees("Amy Chen is writing")
    await box.press("Enter")
    await customer.sees("I am looking it up")
    await expect(desk.page.locator("fd-transcript .fate").last).to_contain_text("Read", timeout=15_000)
    await desk.page.get_by_role("tab", name="Customer").click()
    await desk.button("Do something 10025").click()
    await desk.page.locator("fd-action select").select_option("cancel_order")
    await desk.button("Go on").click()
    await desk.sees("I will cancel order 10025")
    await desk.button("Do it").click()
    await desk.sees("Ask the customer first")
    await desk.page.get_by_label("I asked the customer").check()
    await desk.button("Do it").click()
    await desk.button("Put into the message").click(timeout=15_000)
    assert "10025" in await box.input_value()
    await expect(desk.page.locator("fd-customer li").filter(has_text="10025")).to_contain_text("Cancelled")
    await desk.picture("desk")
    await by_keys_to_the_end(desk, customer)
    entries = await house.stores.audit.entries(limit=9)
    assert ("amy", "task_run") in [(one.who, one.deed) for one in entries]


async def test_a_supervisor_on_the_floor(browser: Browser, house: House, desk: Somebody) -> None:
    """Sees who talks, listens, notes what the customer never reads, takes over, and passes the customer back by name.
    All of it within one row of controls on a window of 1280, and without a request that is refused."""
    customer = await with_customer(browser, house, desk)
    sam = await Somebody.staff(browser, house, "/desk", "sam", viewport={"width": 1280, "height": 800})
    await sam.button("Floor").click()
    await expect(sam.button("My desk")).to_be_visible()
    assert await sam.page.locator("fd-shell header").first.evaluate("(bar) => bar.offsetHeight") < ONE_ROW
    refused = sam.refused()
    await sam.button(re.compile("^Listen")).click()
    await sam.page.get_by_label("Note to your colleague").fill("Offer her the express parcel.")
    await sam.page.keyboard.press("Enter")
    await desk.sees("Offer her the express parcel.")
    begun = desk.page.get_by_label("Message to the customer")
    await begun.fill("We can send it by exp")
    await sam.button("Take over").click()
    await customer.sees("Sam Reed")
    await desk.sees("Sam Reed has taken over your conversation with")
    await desk.sees("You were writing:")
    await desk.sees("We can send it by exp")
    await sam.page.get_by_label("Message to the customer").fill("I am Sam.")
    await sam.page.keyboard.press("Enter")
    await customer.sees("I am Sam.")
    assert refused == []
    await sam.button("Pass on…").click()
    await sam.page.get_by_label("What they should know").fill("She wants it by Friday.")
    await sam.picture("desk-pass-on")
    await sam.button("Pass on").last.click()
    await desk.button("Accept").first.click(timeout=15_000)
    await expect(desk.button("Accept")).to_have_count(0)  # the offer tells the words as well
    await desk.sees("She wants it by Friday.")
    await expect(begun).to_have_value("We can send it by exp")
    await expect(desk.page.get_by_text("You were writing:")).to_have_count(0)
    await begun.fill("")
    await desk.page.get_by_role("tab", name="Known").click()
    used = desk.button("Used").first
    await used.click()
    await expect(used).to_have_attribute("aria-pressed", "true")
    await expect(customer.page.get_by_text("express parcel")).to_have_count(0)
    await expect(customer.page.get_by_text("by Friday")).to_have_count(0)


async def test_two_in_a_chat_and_then_a_message(browser: Browser, house: House, desk: Somebody) -> None:
    """A colleague who is brought in writes under his own name, beside his notes; then the customer leaves a message, which
    comes to the next who is free. The status is walked over with arrows and only chosen by Space."""
    customer = await with_customer(browser, house, desk)
    [known] = [one for one in await house.stores.agents.agents() if one.id == "wei"]
    await house.stores.agents.save(replace(known, langs=("en", "zh")))  # else only Amy is offered what is in English
    wei = await Somebody.staff(browser, house, "/desk", "wei")
    await wei.sees("My conversations")
    await wei.page.evaluate(FREE)
    await desk.button("Ask a colleague…").click()
    await desk.page.get_by_label("Bring a colleague in").check()
    await desk.page.get_by_label("Colleague", exact=True).select_option("wei")
    await desk.button("Ask", exact=True).click()
    await wei.page.locator("fd-desk-list").get_by_role("button").first.click(timeout=15_000)
    await wei.button("Join").click()
    await customer.sees("Wei Zhang is here now")
    await wei.page.get_by_label("Message to the customer").fill("I am Wei, from the warehouse.")
    await wei.page.keyboard.press("Enter")
    await customer.sees("from the warehouse")
    await desk.sees("from the warehouse")
    await expect(wei.page.locator("fd-transcript").get_by_text("from the warehouse")).to_have_count(1)
    await wei.picture("desk-third")
    await wei.button("Leave").click()
    await desk.button("Pass on…").click()
    await desk.page.get_by_label("Leave a message").check()
    await desk.page.get_by_label("What they should know").fill("For the accounts team.")
    await desk.picture("desk-message")
    await desk.button("Pass on").last.click()
    await customer.sees("Please tell me what my colleagues should know")
    await a_break_only_by_space(desk)
    await customer.writes("Please check my invoice.")
    await customer.sees("passed it on")
    await wei.button("Accept").first.click(timeout=15_000)
    await wei.sees("Please check my invoice.")
    await wei.sees("For the accounts team.")
    await wei.picture("desk-message-left")
    await a_message_answered(customer, wei)
    await wei.page.evaluate(FREE.replace("'ready'", "'offline'"))


async def test_three_chats_by_keys_alone_with_sound_and_title(browser: Browser, house: House, desk: Somebody) -> None:
    """Offers sound and stand in the title; one accepts, goes on to the next, answers: no mouse, and each hears the own answer."""
    await desk.page.evaluate(COUNT_NOTES)
    await desk.page.locator("fd-desk-bar input[value=offline]").focus()  # as after a log-in: no key chooses it
    keys, names = desk.page.keyboard, ("one", "two", "three")
    customers = []
    for at, name in enumerate(names):
        customers.append(customer := await Somebody.at(browser, house, "/chat"))
        await customer.writes(f"it is about {name}")
        await customer.button("Talk to a person").click()
        await desk.sees("A chat for you")
        await expect(desk.page).to_have_title(re.compile("● A customer for you"))
        await keys.press("Alt+Enter")  # the field of the conversation before may have the focus
        await customer.sees("Amy Chen")
        await expect(desk.page.locator("fd-transcript").get_by_text(f"it is about {name}").first).to_be_visible()
        assert await desk.page.evaluate("window.__notes") >= 2 * (at + 1)
    for _ in names:
        await expect(desk.page.locator("fd-transcript").get_by_text(ABOUT)).to_be_visible()
        name = (await desk.page.locator("fd-transcript").get_by_text(ABOUT).inner_text()).split()[-1]
        await expect(desk.page.locator("fd-composer textarea")).to_be_focused()
        await keys.type(f"hello {name}")
        await keys.press("Enter")
        await customers[names.index(name)].sees(f"hello {name}")
        await keys.press("Alt+ArrowDown")
    await desk.picture("desk-three-chats")
    for customer, name in zip(customers, names, strict=True):
        await expect(customer.page.get_by_text("hello")).to_have_text([f"Amy Chen: hello {name}"])
        await customer.context.close()


async def test_a_call_by_keys_alone(house: House, desk: Somebody) -> None:
    """Accept, answer, connect, mute, hold, ask a colleague, bring him in, hand over: no mouse, and each state is said."""
    exchange = house.phone.exchange
    assert exchange is not None
    caller, weis = ScriptedHandset(), ScriptedHandset()
    exchange.register("client:wei", weis)
    wei = await logged_in(house, "wei")
    await wei.post("/api/desk/status", status="break", reason="meeting")
    await wei.http.close()
    await desk.page.evaluate("document.activeElement.blur()")
    keys = desk.page.keyboard
    exchange.call(caller)
    await (await caller.press("1")).press("0")
    await desk.sees("A call for you")
    await keys.press("a")
    await expect(desk.button("Answer")).to_be_visible(timeout=15_000)
    await keys.press("a")
    await expect(desk.page.locator("fd-softphone")).to_contain_text("A call from", timeout=15_000)
    await keys.press("1")
    await caller.until_bridged()
    await expect(desk.button("Mute", exact=True)).to_be_visible(timeout=15_000)
    await keys.press("m")
    await desk.sees("nobody hears you")
    await keys.press("m")
    await expect(desk.button("Mute", exact=True)).to_have_attribute("aria-pressed", "false")
    await keys.press("h")
    await desk.sees("The customer is on hold")
    await keys.press("h")
    await expect(desk.button("Hold", exact=True)).to_have_attribute("aria-pressed", "false")
    await keys.press("c")
    await desk.page.get_by_label("Colleague", exact=True).select_option("wei")
    await desk.button("Ask", exact=True).press("Enter")
    await desk.sees("Wei Zhang's phone is ringing")
    await weis.pick_up()
    await desk.sees("You talk with Wei Zhang; the customer does not hear it.")
    await desk.button("Bring in").press("Enter")
    await desk.sees("Wei Zhang is in the conversation.")
    await desk.picture("desk-three")
    await desk.button("Hand over").press("Enter")
    await desk.sees("The next customer will be offered to you here.")
    weis.talk("Hello, this is Wei.")
    await caller.until_heard("this is Wei")


async def test_a_chat_reads_the_same_after_a_reload(browser: Browser, house: House) -> None:
    """The greeting stands above what the customer typed first, live and when the page is loaded anew."""
    customer = await Somebody.at(browser, house, "/chat")
    await customer.writes("verify me")
    await customer.sees("that is verified")
    await the_same_after_a_reload(customer, "verify me")


async def test_who_reads_further_up_is_left_there(browser: Browser, house: House, desk: Somebody) -> None:
    """What comes meanwhile is counted, not shown, and told as read by nobody who has not come to it."""
    customer = await with_customer(browser, house, desk)
    await desk.writes("a line\n" * 60 + "the last")
    await customer.sees("the last")
    await left_where_they_read(house, customer, desk)


@pytest.mark.stands("R13")
async def test_a_lost_connection_loses_and_doubles_nothing(browser: Browser, house: House, desk: Somebody) -> None:
    """What was typed while the line was cut arrives once, on both of the customer's pages, in order; nothing comes twice.
    The second page is cut off in the middle of its first connection. Then the agent's line is cut, and pages are loaded anew."""
    customer = await with_customer(browser, house, desk)
    second = await customer.context.new_page()
    await second.add_init_script(CUT_WHILE_CONNECTING)
    await second.goto(house.settings.base_url + "/chat")
    await customer.context.set_offline(True)
    await customer.page.evaluate("window.dispatchEvent(new Event('offline'))")
    await customer.writes("first, without a line")
    await customer.writes("second, without a line")
    await desk.page.locator("fd-composer textarea").fill("Are you still there?")
    await desk.page.keyboard.press("Enter")
    await customer.context.set_offline(False)
    for page in (customer.page, second):
        for text in ("first, without a line", "second, without a line", "Are you still there?"):
            await expect(page.get_by_text(text)).to_have_count(1, timeout=10_000)
    await desk.sees("second, without a line")
    for text in ("first, without a line", "second, without a line"):
        await expect(desk.page.locator("fd-transcript").get_by_text(text)).to_have_count(1)
    await cut_off_and_loaded_anew(desk, customer)
    await loaded_anew_without_a_line(browser, house)


@pytest.mark.stands("S12")
async def test_foreign_pages_open_no_socket(house: House, desk: Somebody) -> None:
    """A page of another site, in the agent's own browser, gets neither the desk's socket nor its answers."""
    base = house.settings.base_url
    evil = await desk.context.new_page()
    await evil.goto(base.replace("127.0.0.1", "localhost") + "/widget.js")
    opened = await evil.evaluate(
        """base => new Promise(done => { const s = new WebSocket(base.replace('http', 'ws') + '/api/desk/ws');
           s.onopen = () => done('open'); s.onerror = () => done('refused'); })""",
        base,
    )
    assert opened == "refused"
    read = await evil.evaluate(
        "base => fetch(base + '/api/desk', {credentials: 'include'}).then(r => r.text(), () => 'refused')", base
    )
    assert read == "refused"
    await evil.close()


async def test_every_page_is_accessible(browser: Browser, house: House, desk: Somebody) -> None:
    """axe finds nothing against WCAG 2.2 AA: every page, dialog and view, light in English and dark in Chinese."""
    customer = await with_customer(browser, house, desk)
    found = await customer.violations("chat") + await desk.violations("desk")
    await desk.page.get_by_role("tab", name="Customer").click()
    await expect(desk.page.locator("fd-customer")).to_contain_text("10024", timeout=15_000)
    found += await desk.violations("desk, customer", "fd-desk", "fd-customer")
    for dialog, name in DIALOGS.items():
        await desk.button(name).first.click()
        found += await desk.violations(f"desk, {name}", "fd-desk", dialog)
        await desk.page.keyboard.press("Escape")
    found += await ending_a_talk(desk)
    sam = await Somebody.staff(browser, house, "/desk", "sam")
    await sam.button("Floor").click()
    found += await sam.violations("floor", "fd-desk", "fd-floor")
    for path in ("/", "/phone", "/desk"):
        found += await (await Somebody.at(browser, house, path, viewport={"width": 390, "height": 780})).violations(
            path
        )
    board = await Somebody.staff(browser, house, "/board", "olivia")
    await board.sees("Sessions")
    found += await a_story_opens(board)
    for number, view in enumerate(BOARD_VIEWS):
        await board.page.locator("nav.tabs a").nth(number).click()
        if number:
            shown = board.page.locator(f"fd-{view}-view")
            await expect(shown).to_be_visible(timeout=15_000)
            await expect(shown.locator("p[role=status]")).to_have_count(0, timeout=15_000)
        found += await board.violations(f"board, {view}", *(("fd-board", f"fd-{view}-view") if number else ()))
    found += await board.unprintable("fd-report-view")
    assert not found, "\n".join(found)
