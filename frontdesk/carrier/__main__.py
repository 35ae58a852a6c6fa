"""`python -m frontdesk.carrier`: call a voice webhook from the terminal, as a telephone company would."""

import argparse
import asyncio
import secrets
import sys
import threading
import time

from frontdesk.carrier.account import Account, Line, Ports
from frontdesk.carrier.exchange import Exchange
from frontdesk.carrier.tasks import first_of
from frontdesk.carrier.terminal import TerminalHandset, Write


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m frontdesk.carrier",
        description="Call a voice webhook from the terminal. Type keys (0-9 * #) or words; /hangup ends the call.",
    )
    parser.add_argument("--voice-url", required=True, help="the webhook that answers calls, by its public address")
    parser.add_argument("--token", required=True, help="the auth token webhooks are signed with")
    parser.add_argument("--account", default="AC" + "0" * 32, help="the account sid (default: %(default)s)")
    parser.add_argument("--fallback-url", default="", help="asked when the webhook fails")
    parser.add_argument("--status-url", default="", help="told how the call ended")
    parser.add_argument("--from", dest="caller", default="+15005550006", help="the caller's number")
    parser.add_argument("--to", default="+15005550001", help="the number called")
    parser.add_argument("--public", default="", help="base of the public addresses, if they are reached elsewhere")
    parser.add_argument("--connect", default="", help="base address to connect to in place of --public")
    return parser


async def talk(options: argparse.Namespace, lines: "asyncio.Queue[str]", write: Write) -> None:
    """One call, from first ring to hang-up."""

    def route(url: str) -> str:
        return url.replace(options.public, options.connect, 1) if options.public and options.connect else url

    line = Line(options.to, options.voice_url, options.fallback_url, options.status_url)
    ports = Ports(time.time, lambda: secrets.token_hex(16))  # noqa: TID251 - this little program's composition root
    async with Exchange(Account(options.account, options.token), [line], ports, route=route) as exchange:
        handset = TerminalHandset(lines, write, asyncio.sleep)
        exchange.call(handset, options.caller)
        await first_of(handset.ended.wait(), handset.type_lines())
        await exchange.settle()
        for mishap in exchange.mishaps:
            write(f"    error {mishap.code}: {mishap.text}")


def _typed(loop: asyncio.AbstractEventLoop, lines: "asyncio.Queue[str]") -> None:
    for line in sys.stdin:
        loop.call_soon_threadsafe(lines.put_nowait, line)


def _written(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


async def main() -> None:
    lines: asyncio.Queue[str] = asyncio.Queue()
    options = arguments().parse_args()
    threading.Thread(target=_typed, args=(asyncio.get_running_loop(), lines), daemon=True).start()
    await talk(options, lines, _written)


if __name__ == "__main__":
    asyncio.run(main())
