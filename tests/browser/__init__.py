"""The house in a real browser: real server, real worker, real pages."""
