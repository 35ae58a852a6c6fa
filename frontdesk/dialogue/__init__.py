"""Talking to the bot, as a room. Knows what the dialogue model answered, never how it is reached."""
