"""The worker's arithmetic stays on the thread that answers."""

import subprocess
import sys

COUNT = """
import sys
import frontdesk.rasa_worker.__main__, frontdesk.rasa_worker.evaluate
assert "numpy" not in sys.modules, "it is there before it is settled"
from frontdesk.rasa_worker.libraries import settle_libraries
settle_libraries()
import numpy, scipy.linalg, threadpoolctl
print(*(pool["num_threads"] for pool in threadpoolctl.threadpool_info() if pool["user_api"] == "blas"))
"""


def test_no_thread_for_a_small_sum() -> None:
    """With a hundred intents a turn cost twice that of twenty: of the sum, one half was two threads waiting for each other."""
    told = subprocess.run([sys.executable, "-c", COUNT], capture_output=True, text=True, check=True).stdout.split()
    assert told
    assert set(told) == {"1"}
