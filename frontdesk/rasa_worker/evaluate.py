"""`python -m frontdesk.rasa_worker.evaluate --model M < rows.jsonl`: what the model makes of each row, as JSON lines."""

import argparse
import asyncio
import json
import logging
import sys
import time
from pathlib import Path
from typing import Any

from frontdesk.rasa_worker.fingerprint import default_models
from frontdesk.rasa_worker.libraries import settle_libraries
from frontdesk.rasa_worker.lighter import lighten
from frontdesk.rasa_worker.needs import of_model
from frontdesk.rasa_worker.train import ensure_model, reporter

FALLBACK = "nlu_fallback"


def answer_of(parsed: dict[str, Any]) -> dict[str, Any]:
    """The best guess with its confidence, and whether the dialogue would act on it (no fallback)."""
    ranking = [r for r in parsed.get("intent_ranking") or [] if r.get("name") != FALLBACK]
    best = ranking[0] if ranking else {"name": None, "confidence": 0.0}
    entities = [{"entity": e["entity"], "value": str(e["value"])} for e in parsed.get("entities") or []]
    fallback = (parsed.get("intent") or {}).get("name") in (FALLBACK, None)
    return {"intent": best["name"], "confidence": best["confidence"], "fallback": fallback, "entities": entities}


async def evaluate(model: Path, texts: list[str], write: Any) -> None:
    """One line per text, in order."""
    lighten(of_model(model))
    from rasa.core.agent import Agent  # noqa: PLC0415  # seconds, only when there is need

    from frontdesk.rasa_worker.bot import quiet_logs  # noqa: PLC0415  # see above

    quiet_logs()
    agent = Agent.load(model)
    for text in ["hello", *texts[:20]]:
        await agent.parse_message(text)  # warm
    for text in texts:
        started = time.perf_counter()
        parsed = await agent.parse_message(text)
        ms = (time.perf_counter() - started) * 1000
        write(json.dumps({**answer_of(parsed), "ms": round(ms, 3)}, ensure_ascii=False) + "\n")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m frontdesk.rasa_worker.evaluate", description=__doc__)
    parser.add_argument(
        "--model", type=Path, help="a model file; without it, that of the present inputs, trained if needed"
    )
    parser.add_argument("--root", type=Path, default=Path(), help="folder with config.yml and bot/")
    parser.add_argument("--noise", type=float, default=0.0, help="the share of each text's words that is hurt first")
    given = parser.parse_args()
    settle_libraries()
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
    report = reporter(sys.stderr.write)
    model = given.model or ensure_model(given.root.resolve(), default_models().resolve(), report)
    texts = [json.loads(line)["text"] for line in sys.stdin]
    report("ask", text=f"asking the bot {len(texts)} messages")
    if given.noise:
        from frontdesk.rasa_worker.noise import hurt  # noqa: PLC0415  # numpy must not be there before it is settled

        texts = hurt(texts, given.noise)
    asyncio.run(evaluate(model, texts, sys.stdout.write))
    return 0


if __name__ == "__main__":
    sys.exit(main())
