"""The people of a browser test: their pages, what they write and see, and whether axe finds their pages accessible."""

import base64
import contextlib
import re
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, Locator, Page, expect

from frontdesk.app.house import House
from tests.browser.conftest import PICTURES
from tests.node_tools import installed

WCAG = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
SEEN_AND_NAMED = {  # what colours and words can break
    "type": "rule",
    "values": [
        "color-contrast",
        "button-name",
        "link-name",
        "label",
        "select-name",
        "image-alt",
        "aria-input-field-name",
        "aria-dialog-name",
        "label-content-name-mismatch",
        "html-has-lang",
        "valid-lang",
    ],
}
FOUND = (
    "async ([rules, inside]) => (await axe.run(inside.length ? {fromShadowDom: inside} : document,"
    " {runOnly: rules, resultTypes: ['violations']}))"
    ".violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).join('; '))"
)


class Somebody:
    """A page of a person of their own; fails when its console reports an error."""

    def __init__(self, page: Page, context: BrowserContext) -> None:
        self.page, self.context = page, context

    @classmethod
    async def at(cls, browser: Browser, house: House, path: str, **options: Any) -> "Somebody":
        viewport = {"width": 1360, "height": 860}
        context = await browser.new_context(**{"viewport": viewport, "reduced_motion": "reduce", **options})
        page = await context.new_page()
        page.on("pageerror", lambda error: pytest.fail(f"{path}: {error}"))
        await page.goto(house.settings.base_url + path)
        return cls(page, context)

    @classmethod
    async def staff(cls, browser: Browser, house: House, path: str, name: str, **options: Any) -> "Somebody":
        one = await cls.at(browser, house, path, **options)
        await one.page.locator("#username").fill(name)
        await one.page.locator("#password").fill("frontdesk")
        await one.page.locator("#password").press("Enter")
        return one

    def button(self, name: str | re.Pattern[str], *, exact: bool = False) -> Locator:
        return self.page.get_by_role("button", name=name, exact=exact)

    async def writes(self, text: str) -> None:
        await self.page.get_by_role("textbox").or_(self.page.get_by_role("combobox")).last.fill(text)
        await self.page.keyboard.press("Enter")

    async def sees(self, text: str, patience: float = 15_000) -> None:
        await expect(self.page.get_by_text(text).last).to_be_visible(timeout=patience)

    def refused(self) -> list[str]:
        """Grows by each request of this page that is answered with an error from now on."""
        found: list[str] = []
        self.page.on("response", lambda got: found.append(f"{got.status} {got.url}") if got.status >= 400 else None)
        return found

    async def up(self, log: str) -> int:
        """Scrolls a log up by hand; returns where it stands."""
        region = self.page.locator(log).last
        await region.hover()
        for patience_ms in (1_000, 2_000, 5_000):  # the log may still be on its way down to what came last
            await self.page.mouse.wheel(0, -400)
            with contextlib.suppress(AssertionError):
                await expect(self.button("To the newest")).to_be_visible(timeout=patience_ms)
                break
        await expect(self.button("To the newest")).to_be_visible()
        return int(await region.evaluate("(log) => log.scrollTop"))

    async def picture(self, name: str) -> None:
        PICTURES.mkdir(exist_ok=True)
        await self.page.screenshot(path=PICTURES / f"{name}.png")

    async def unprintable(self, view: str) -> list[str]:
        """What a sheet of A4 would cut off of a view, and what of the site's frame would be printed with it."""
        await self.page.set_viewport_size({"width": 718, "height": 1000})  # A4 within margins of 10 mm
        await self.page.emulate_media(media="print")
        found = ["the header is printed"] if await self.page.locator("fd-shell header").first.is_visible() else []
        over = "(all) => all.filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length"
        wide = await self.page.locator(f"{view} th").evaluate_all(over)
        return found + ([f"{wide} cells of {view} are cut off"] if wide else [])

    async def unharmed(self) -> None:
        assert await self.page.evaluate("window.__pwned") is None
        assert await self.page.locator("a[href^='javascript']").count() == 0

    async def violations(self, what: str, *inside: str) -> list[str]:
        """What axe finds against WCAG 2.2 A and AA: light in the page's language; then colours and names, dark in the other one.

        `inside`: only there, a path of elements through their shadows.
        """
        if not await self.page.evaluate("typeof window.axe === 'object'"):
            axe = (installed() / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
            await self.page.evaluate(f"(() => {{ const define = undefined, module = undefined; {axe} }}).call(window)")
        found = []
        for theme, rules in (("light", WCAG), ("dark", SEEN_AND_NAMED)):
            await self.page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
            found += [f"{what}, {theme}: {one}" for one in await self.page.evaluate(FOUND, [rules, list(inside)])]
            await self.page.evaluate(OTHER_LANGUAGE)
        return found


OTHER_LANGUAGE = """async () => {
    const other = localStorage.getItem('frontdesk.lang') === 'zh' ? 'en' : 'zh';
    localStorage.setItem('frontdesk.lang', other);
    document.documentElement.lang = other === 'zh' ? 'zh-CN' : 'en';
    window.dispatchEvent(new Event('frontdesk-lang'));
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""


async def a_story_opens(board: Somebody) -> list[str]:
    """A session of the board's list, by a key: what happened in it, told accessibly."""
    await board.page.locator("fd-sessions tbody button").first.press("Enter")
    await expect(board.page.locator("fd-story dialog")).to_be_visible(timeout=15_000)
    found = await board.violations("board, a story", "fd-board", "fd-story")
    await board.page.keyboard.press("Escape")
    return found


async def ending_a_talk(desk: Somebody) -> list[str]:
    """What axe finds in the dialogs of a break and of an end, and in the wrap-up."""
    await desk.page.get_by_role("radio", name="Break").click(force=True)
    await expect(desk.button("Cancel")).to_be_visible()
    found = await desk.violations("desk, break", "fd-desk", "fd-desk-bar")
    await desk.page.keyboard.press("Escape")
    await expect(desk.page.get_by_role("radio", name="Ready")).to_be_checked()  # no break without a reason
    await desk.button("End conversation").first.click()
    found += await desk.violations("desk, end", "fd-desk", "fd-talk")
    await desk.button("End conversation").last.click()
    await expect(desk.page.get_by_label("Solved").first).to_be_visible()
    return found + await desk.violations("desk, wrap-up", "fd-desk", "fd-talk", "fd-wrap-up")


async def by_keys_to_the_end(desk: Somebody, customer: Somebody) -> None:
    """Send, a file, a note, the end and its result, with no mouse: the focus is always where one goes on."""
    keys = desk.page.keyboard
    await keys.press("Enter")
    await customer.sees("10025")
    await keys.press("Shift+Tab")
    await expect(desk.button("Attach a picture or PDF")).to_be_focused()
    chosen = {"name": "offer.png", "mimeType": "image/png", "buffer": PNG}
    await desk.page.locator("fd-composer input[type=file]").set_input_files(chosen)
    await expect(customer.page.get_by_role("img", name="offer.png")).to_be_visible(timeout=15_000)
    await keys.press("Tab")
    await keys.press("Alt+n")
    await keys.type("Cancelled it for her.")
    await keys.press("Enter")
    await desk.sees("noted for colleagues")
    await keys.press("Alt+e")
    await keys.press("Tab")
    await keys.press("Enter")
    await expect(desk.page.get_by_role("radio", name="Solved")).to_be_focused(timeout=15_000)
    for key in ("Space", "Tab", "Tab", "Enter"):
        await keys.press(key)
    await desk.sees("Closed. Thank you.")


async def cut_off_and_loaded_anew(desk: Somebody, customer: Somebody) -> None:
    """What the agent writes without a line outlives a reload of the desk, and arrives once and in order."""
    await desk.page.route("**/say", lambda say: say.abort())
    for text in ("third, from the desk", "fourth, from the desk"):
        await desk.writes(text)
    await desk.sees("Sent as soon as the connection is back.")
    await desk.page.unroute("**/say")
    await desk.page.reload()
    await customer.sees("fourth, from the desk")
    for one in (customer, desk):
        said = await one.page.get_by_text(", from the desk").all_inner_texts()
        assert [words.split(",")[0][-6:].strip() for words in said] == ["third", "fourth"]


FREE = """async () => {
    const post = (path, body) => fetch(path, {method: 'POST', headers: {'X-Frontdesk': '1', 'Content-Type': 'application/json'},
        body: JSON.stringify(body)});
    for (const card of (await (await fetch('/api/desk')).json()).mine) {
        const at = `/api/desk/tickets/${card.id}/`;
        await post(at + 'decline', {});
        await post(at + 'end', {});
        await post(at + 'close', {disposition: 'other', note: ''});
    }
    await post('/api/desk/status', {status: 'ready'});
}"""

BOARD_VIEWS = ("day", "trend", "flow", "tasks", "waits", "effort", "compare", "report")
ABOUT = re.compile("^it is about")
DIALOGS = {
    "fd-action": "Do something 10024",
    "fd-pass-on": "Pass on…",
    "fd-dialog#leaving": "Log out",
    "fd-desk-help": "Shortcuts",
    "fd-my-login": "Amy Chen",
}
EVIL = '<img src=x onerror="window.__pwned=1"><script>window.__pwned=1</script>'
LINK = (
    '[click](javascript:window.__pwned=1) javascript:window.__pwned=1 https://a.example/"onmouseover=window.__pwned=1'
)
EVIL_FILE = '"><img src=x onerror=window.__pwned=1>.png'
SVG = b"<svg onload='window.__pwned=1'/>"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGNgYPhPKhqWmhgAfQdjnVEPLrEAAAAASUVORK5CYII="
)
VERIFIED = [
    {"text": "Thank you, that is verified."},
    {
        "custom": {
            "frontdesk": {
                "note": "task",
                "task": "verify_identity",
                "outcome": "verified",
                "facts": {
                    "customer_id": "C0007",
                    "customer_name": EVIL,
                    "customer_tier": "gold",
                    "order_number": "10023",
                    "verified_by": "order_and_phone",
                },
            }
        }
    },
]

COUNT_NOTES = """() => { window.__notes = 0; const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...when) { window.__notes += 1; return start.apply(this, when); }; }"""

CUT_WHILE_CONNECTING = """{ const Real = WebSocket; let first = true;
    window.WebSocket = class extends Real { constructor(...given) { super(...given);
        if (first) queueMicrotask(() => dispatchEvent(new Event('offline'))); first = false; } }; }"""


async def with_customer(browser: Browser, house: House, desk: Somebody) -> Somebody:
    """A verified customer in a chat with the agent."""
    customer = await Somebody.at(browser, house, "/chat")
    await customer.writes("verify me")
    await customer.sees("that is verified")
    await customer.button("Talk to a person").click()
    await desk.button("Accept").first.click(timeout=15_000)
    await customer.sees("Amy Chen")
    return customer


NO_LINE_AT_FIRST = """if (!sessionStorage.getItem('loaded')) { sessionStorage.setItem('loaded', '1');
    window.WebSocket = class extends EventTarget { send() {} close() {} }; }"""


async def loaded_anew_without_a_line(browser: Browser, house: House) -> None:
    """Without a line a customer sends a message and begins another, and loads the page anew: the one arrives, once, and the
    other stands in the box."""
    page = await (await browser.new_context()).new_page()
    await page.add_init_script(NO_LINE_AT_FIRST)
    await page.goto(house.settings.base_url + "/chat")
    box = page.get_by_role("textbox").last
    await box.fill("is it there yet")
    await page.keyboard.press("Enter")
    await box.fill("and the other")
    for _ in range(2):
        await page.reload()
        await expect(page.get_by_text("is it there yet")).to_have_count(2, timeout=15_000)  # and "You said: …"
        await expect(box).to_have_value("and the other")
    await page.context.close()


async def a_message_answered(customer: Somebody, agent: Somebody) -> None:
    """The agent answers a message in the customer's chat, who reads it there, also after a reload; the desk has it no more."""
    await agent.page.get_by_label("Answer in the chat").check()
    await agent.button("Done").click()
    await agent.sees("Write the answer first.")
    await agent.page.get_by_label("Your answer").fill("Your invoice is right.")
    await agent.button("Done").click()
    for _ in range(2):
        await customer.sees("Wei Zhang has an answer to the message you left:")
        await customer.sees("Your invoice is right.")
        await customer.page.reload()
    await expect(agent.page.get_by_text("Please check my invoice.")).to_have_count(0)


async def the_same_after_a_reload(customer: Somebody, first: str) -> None:
    """The greeting, what the customer typed first, the answer: in this order live and when the page is loaded anew."""
    bubbles = customer.page.locator(".log .bubble:not(.dots)")
    await expect(bubbles.nth(1)).to_contain_text(first)
    live = await bubbles.all_inner_texts()
    assert (len(live), "automated assistant" in live[0]) == (3, True)
    await customer.page.reload()
    await expect(bubbles).to_have_count(len(live), timeout=15_000)
    assert await bubbles.all_inner_texts() == live


async def left_where_they_read(house: House, customer: Somebody, desk: Somebody) -> None:
    """Customer and agent read further up while the customer writes on another page of theirs."""
    stands = [
        (one, log, await one.up(log)) for one, log in ((customer, "fd-chat .scroll"), (desk, "fd-transcript .scroll"))
    ]
    beside = Somebody(await customer.context.new_page(), customer.context)
    await beside.page.goto(house.settings.base_url + "/chat")
    await beside.sees("the last")
    await beside.writes("further down")
    for one, log, stood in stands:
        await expect(one.button("1 new message")).to_be_visible()
        assert await one.page.locator(log).last.evaluate("(log) => log.scrollTop") == stood
    await expect(customer.page.get_by_text(re.compile("further down.*Read", re.DOTALL))).to_have_count(0)
    await desk.button("1 new message").click()
    await customer.button("1 new message").click()
    await customer.sees("Read")


async def a_break_only_by_space(desk: Somebody) -> None:
    """Arrows walk over the status, Space chooses it, Escape takes that back."""
    await desk.page.locator("fd-desk-bar input[value=ready]").focus()
    for _ in range(2):
        await desk.page.keyboard.press("ArrowRight")
    await expect(desk.page.locator("fd-desk-bar input[value=break]")).to_be_focused()
    await expect(desk.page.locator("fd-desk-bar input[value=ready]")).to_be_checked()
    await expect(desk.page.get_by_role("dialog")).to_have_count(0)
    await desk.page.keyboard.press("Space")
    await expect(desk.page.get_by_role("dialog", name="Why a break?")).to_be_visible()
    await desk.page.keyboard.press("Escape")
