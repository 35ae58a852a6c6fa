"""The house as a real process that is killed, again and again, in the middle of things."""
