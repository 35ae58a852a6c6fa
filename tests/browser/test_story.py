"""The whole story in a browser, with three roles at once: customer, agent, owner. Keeps screenshots in screenshots/."""

import asyncio
import os
import signal

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import PICTURES, Running
from tests.browser.people import Somebody

pytestmark = [pytest.mark.browser, pytest.mark.rasa, pytest.mark.timeout(240)]


async def page_of(browser: Browser, up: Running, path: str, **options: object) -> Page:
    """A page of a person of their own, that fails the test when its console reports an error."""
    context = await browser.new_context(viewport={"width": 1280, "height": 860}, **options)  # type: ignore[arg-type]
    page = await context.new_page()
    page.on("pageerror", lambda error: pytest.fail(f"{path}: {error}"))
    await page.goto(up.base + path)
    return page


async def picture(page: Page, name: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    await page.screenshot(path=PICTURES / f"{name}.png")


async def write(page: Page, text: str) -> None:
    await page.get_by_role("textbox").first.fill(text)
    await page.keyboard.press("Enter")


async def log_in(browser: Browser, up: Running, path: str, name: str) -> Page:
    page = await page_of(browser, up, path)
    await page.get_by_label("User name").fill(name)
    await page.get_by_label("Password", exact=True).fill("frontdesk")
    await page.get_by_role("button", name="Log in").click()
    return page


async def test_an_order_by_chat_in_english_and_chinese(browser: Browser, up: Running) -> None:
    """Asked in either language, verified by four digits, answered from the shop; the language is not asked."""
    await up.until("ready", 120)
    page = await page_of(browser, up, "/chat")
    await write(page, "where is my order 10023?")
    await expect(page.get_by_text("To keep your order safe").last).to_be_visible(timeout=15_000)
    await write(page, "0198")
    await expect(page.get_by_text("Morning Star Express").last).to_be_visible(timeout=15_000)
    await picture(page, "chat-order-en")

    page = await page_of(browser, up, "/chat", locale="zh-CN", color_scheme="dark")
    await write(page, "我的订单10031到哪了")
    await expect(page.get_by_text("后四位").last).to_be_visible(timeout=15_000)
    await write(page, "6688")
    await expect(page.get_by_text("正在派送").last).to_be_visible(timeout=15_000)
    await picture(page, "chat-order-zh-dark")


async def test_a_person_by_chat(browser: Browser, up: Running) -> None:
    """Customer asks, agent is offered it, sees the packet, both write, agent closes, customer answers, owner sees it."""
    await up.until("ready", 120)
    desk = await log_in(browser, up, "/desk", "amy")
    await desk.get_by_role("radio", name="Ready").check(force=True)
    customer = await page_of(browser, up, "/chat")
    await write(customer, "where is order 10024")
    await expect(customer.get_by_text("To keep your order safe").last).to_be_visible(timeout=15_000)
    await write(customer, "0198")
    await expect(customer.get_by_text("10024").last).to_be_visible(timeout=15_000)
    await customer.get_by_role("button", name="Talk to a person").click()
    await expect(desk.get_by_role("button", name="Accept").first).to_be_visible(timeout=15_000)
    await picture(desk, "desk-offer")
    await desk.get_by_role("button", name="Accept").first.click()
    await expect(customer.get_by_text("Amy Chen").first).to_be_visible(timeout=15_000)
    await expect(desk.get_by_text("Avery Lane").first).to_be_visible(timeout=15_000)

    await desk.get_by_label("Message to the customer").fill("Hello Avery, this is Amy.")
    await desk.keyboard.press("Enter")
    await expect(customer.get_by_text("Hello Avery, this is Amy.")).to_be_visible(timeout=15_000)
    await write(customer, "<b onclick=alert(1)>Thank you!</b>")
    await expect(desk.get_by_text("<b onclick=alert(1)>Thank you!</b>").first).to_be_visible(timeout=15_000)
    await picture(desk, "desk-talk")
    await picture(customer, "chat-with-agent")

    await desk.get_by_role("button", name="End conversation").first.click()
    await desk.get_by_role("button", name="End conversation").last.click()
    await expect(customer.get_by_text("made it easy").last).to_be_visible(timeout=15_000)
    await picture(customer, "chat-effort")
    await customer.get_by_role("group").get_by_role("button", name="6").click()
    await expect(customer.get_by_text("Goodbye").last).to_be_visible(timeout=15_000)

    await close_ticket(desk)
    board = await log_in(browser, up, "/board", "olivia")
    await expect(board.get_by_text("With a person").first).to_be_visible(timeout=15_000)
    await picture(board, "board")


async def close_ticket(desk: Page) -> None:
    """Choose a disposition and file the ticket."""
    await desk.get_by_role("radio", name="Solved").or_(desk.get_by_label("Solved")).first.check()
    await picture(desk, "desk-wrap-up")
    await desk.get_by_role("button", name="Close", exact=True).click()
    await expect(desk.get_by_text("Closed. Thank you.")).to_be_visible(timeout=10_000)


async def test_a_call_in_the_browser_to_a_person(browser: Browser, up: Running) -> None:
    """Keypad menu, order status, 0, the agent's softphone rings, whisper and key, both talk, effort question by key."""
    await up.until("serving", 60)
    desk = await log_in(browser, up, "/desk", "amy")
    await desk.get_by_role("radio", name="Ready").check(force=True)
    phone = await page_of(browser, up, "/phone?speed=0")
    await phone.get_by_role("button", name="Call", exact=True).press("Enter")
    await expect(phone.get_by_role("log"), "the keyboard stays on the telephone").to_be_focused()
    for keys in ("1", "1", "10023", "1", "0198"):
        await press(phone, keys)
    await expect(phone.get_by_text("1 0 0 2 3").first).to_be_visible(timeout=15_000)
    await picture(phone, "phone-order")
    await press(phone, "0")
    await expect(desk.get_by_role("button", name="Accept").first).to_be_visible(timeout=20_000)
    await desk.get_by_role("button", name="Accept").first.click()
    await picture(phone, "phone-waiting")
    await desk.get_by_role("button", name="Answer").first.click()
    await expect(desk.get_by_text("A call from Avery Lane").last).to_be_visible(timeout=30_000)
    await picture(desk, "desk-phone")
    await desk.get_by_role("button", name="1", exact=True).click()
    await expect(phone.get_by_text("Connected", exact=True).first).to_be_visible(timeout=30_000)
    await say(phone, "Hello, my tea set is late.")
    await expect(desk.get_by_text("my tea set is late").last).to_be_visible(timeout=15_000)
    await say(desk, "I will look into it at once.")
    await expect(phone.get_by_text("look into it").last).to_be_visible(timeout=15_000)
    await picture(phone, "phone-with-agent")
    wrong = await Somebody(desk, desk.context).violations("desk, call", "fd-desk", "fd-talk")
    assert not wrong, "\n".join(wrong)
    await desk.get_by_role("button", name="Hang up").first.click()
    await press(phone, "7")
    await expect(phone.get_by_text("Goodbye").last).to_be_visible(timeout=15_000)
    await close_ticket(desk)


async def say(page: Page, text: str) -> None:
    """Say something into the telephone on the page."""
    await page.get_by_placeholder("Type what you would say").fill(text)
    await page.keyboard.press("Enter")


async def press(page: Page, keys: str) -> None:
    """Press keys on the page's keypad when it listens."""
    await expect(page.get_by_text("Listening", exact=False).first).to_be_visible(timeout=15_000)
    for key in keys:
        await page.keyboard.press(key)
    await page.wait_for_timeout(400)


async def test_the_worker_killed_in_the_middle(browser: Browser, up: Running) -> None:
    """kill -9 of the dialogue worker: the customer reads something useful; it comes back; the next message works."""
    await up.until("ready", 120)
    page = await page_of(browser, up, "/chat")
    await write(page, "where is my order 10023?")
    await expect(page.get_by_text("To keep your order safe").last).to_be_visible(timeout=15_000)

    os.kill(up.worker_pid(), signal.SIGKILL)
    await write(page, "hello? are you there")
    await expect(page.get_by_text("isn't answering").last).to_be_visible(timeout=15_000)
    await picture(page, "chat-worker-killed")
    await asyncio.sleep(2)
    await up.until("ready", 90)
    await write(page, "where is my order 10023?")
    await expect(page.get_by_text("To keep your order safe").last).to_be_visible(timeout=15_000)
