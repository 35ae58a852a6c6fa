"""What the worker's libraries read from the environment; settled before any of them is imported."""

import os


def settle_libraries() -> None:
    """What libraries read from the environment when they are imported. The sums of one turn are small: numpy would hand them
    to a thread per core from about a hundred intents on, or for a long message, and that costs more than the sums."""
    for name, value in (
        ("RASA_TELEMETRY_ENABLED", "false"), ("TF_CPP_MIN_LOG_LEVEL", "3"),
        ("OPENBLAS_NUM_THREADS", "1"), ("MKL_NUM_THREADS", "1"),
    ):  # fmt: skip
        os.environ.setdefault(name, value)
