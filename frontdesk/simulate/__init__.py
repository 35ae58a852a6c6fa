"""A made-up day at the front desk: callers, flows, queue, agents and a clock that jumps. Seeded; the engine and routing are real.

Knows no store and no screen: the shop is given, finished contacts are handed out, progress is a callback.
"""
