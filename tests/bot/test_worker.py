"""The worker process itself: what it answers when asked wrongly, and that a restart loses no conversation."""

import json
import os
import re
import signal
import sqlite3
from pathlib import Path

import aiohttp
import pytest

from frontdesk.adapters.rasa.client import RasaDialogue
from tests.bot.conftest import Talk, Worker, outcomes, start_worker

pytestmark = pytest.mark.rasa


@pytest.mark.parametrize(
    "body", ["not json", "[]", "{}", '{"sender": "S", "message": " "}', '{"sender": 1, "message": "a"}']
)
async def test_wrong_body_is_400_with_a_sentence(worker: Worker, body: str) -> None:
    """A wrong request is told what is wrong, never a stack trace."""
    async with aiohttp.ClientSession() as http, http.post(f"{worker.url}/webhooks/rest/webhook", data=body) as answer:
        assert answer.status == 400
        assert (await answer.json())["error"].endswith(".")


async def test_status_names_the_model_and_version_rasa(worker: Worker, model: Path) -> None:
    """Operators see which model answers."""
    async with aiohttp.ClientSession() as http:
        async with http.get(f"{worker.url}/status") as status:
            assert (await status.json())["model_file"] == model.name
        async with http.get(f"{worker.url}/version") as version:
            assert (await version.json())["version"] == "3.6.21"


async def test_stock_rest_shape(worker: Worker) -> None:
    """Messages have the form of Rasa's REST channel, the notes ride in `custom`."""
    body = {"sender": "S-shape", "message": "hello", "metadata": {"lang": "en", "medium": "text", "known": {}}}
    async with aiohttp.ClientSession() as http, http.post(f"{worker.url}/webhooks/rest/webhook", json=body) as answer:
        items = await answer.json()
    assert {i["recipient_id"] for i in items} == {"S-shape"}
    assert items[-1]["custom"]["frontdesk"]["intent"] == "greeting"


async def test_kill_and_restart_keeps_the_conversation(model: Path, worker: Worker) -> None:
    """A killed worker's successor goes on where the customer was; secrets were not written down."""
    first = start_worker(model, worker.database_url)
    client = RasaDialogue(first.url)
    session = "S-killed"
    assert (await Talk(client, session=session)("where is my order 10023", "1357")).expects_secret
    os.kill(first.process.pid, signal.SIGKILL)
    first.process.wait(10)
    await client.close()
    second = start_worker(model, worker.database_url)
    client = RasaDialogue(second.url)
    told = await Talk(client, session=session)("0198")
    assert outcomes(told) == [("verify_identity", "verified"), ("order_status", "found")]
    await client.close()
    second.process.terminate()
    second.process.wait(20)
    with sqlite3.connect(worker.database_url.removeprefix("sqlite:///")) as database:
        rows = [
            json.loads(r[0]) for r in database.execute("SELECT event FROM rasa_events WHERE sender = ?", (session,))
        ]
    said = [r["text"] for r in rows if r["event"] == "user"]
    assert said == ["where is my order 10023", "****", "****"]
    assert not re.search(r"(?<![\d.])(1357|0198)(?!\d)", json.dumps(rows))  # a time of day may hold them


async def test_the_proof_of_a_phone_number_is_not_written_down(worker: Worker) -> None:
    """Over the embedded shop: the whole address is masked like the digits; the orders are found."""
    client, session = RasaDialogue(worker.url), "S-by-phone"
    asked = await Talk(client, session=session)("where is my order", "my phone is +1 415 555 0198")
    assert asked.expects_secret
    told = await Talk(client, session=session)("it's Avery.Lane@example.com")
    assert outcomes(told) == [("verify_contact", "verified")]
    await client.close()
    with sqlite3.connect(worker.database_url.removeprefix("sqlite:///")) as database:
        rows = [row[0] for row in database.execute("SELECT event FROM rasa_events WHERE sender = ?", (session,))]
        kept = [row[0] for row in database.execute("SELECT order_number FROM shop_tries")]
    assert not re.search(r"avery\.lane", " ".join(rows), re.I)
    assert not any("0198" in about or "C0007" in about for about in kept)
