"""How long a customer will wait: the thin formula the desk starts with, and the estimator that learns from the log.

Light on purpose: this file imports no numpy; the learning parts are imported by name where they are used.
"""

from handoff.waiting.thin import QueueNow, estimate

__all__ = ["QueueNow", "estimate"]
