"""The agent desk's own HTTP API and socket."""
