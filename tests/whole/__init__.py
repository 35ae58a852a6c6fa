"""The whole house on real parts: its own server, database, carrier; the bot is a small real HTTP server with a script."""
