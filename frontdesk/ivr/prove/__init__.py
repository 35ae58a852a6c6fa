"""The proof before publish: every state the flows can reach, and what holds in all of them. Drives the real step; pure."""
