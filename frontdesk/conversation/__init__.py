"""The conversation: which room is next, and the one loop that drives it all."""
