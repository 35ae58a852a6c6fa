"""Doors for outside human queues: what their people do comes in here, signed. Knows no session but by ticket."""
