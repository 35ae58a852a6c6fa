"""The storage ports in memory, for tests and play. They keep what the SQL forms keep, and forget it at the end."""
