"""One row of what was seen, for tests: everything nought but what is named."""

import numpy as np

from handoff.waiting.features import Columns
from handoff.waiting.state import SEEN

QUIET = {"aht": 180.0, "aht_now": 180.0, "pool_aht": 180.0, "whole": 4.0, "staffed": 4.0, "alpha": 0.002, "webex": -1.0}


def row(**given: float) -> Columns:
    known = dict.fromkeys(SEEN, 0.0) | QUIET | given
    return Columns(np.array([[known[name] for name in SEEN]]))
