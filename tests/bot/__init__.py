"""The bot in this process is prepared as the worker is: before rasa is imported."""

from pathlib import Path

from frontdesk.rasa_worker.lighter import lighten
from frontdesk.rasa_worker.needs import of_config

lighten(of_config(Path(__file__).parents[2] / "config.yml"))
