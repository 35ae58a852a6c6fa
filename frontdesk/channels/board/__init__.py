"""The owner's board: its HTTP API and socket."""
