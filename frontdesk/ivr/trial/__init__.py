"""Trying flows by script: what is done step by step, what must come of it, and which ways were taken."""
