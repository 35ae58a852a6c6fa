"""What a customer enters at a `collect`: its forms, and reading each from keys, speech and typing. Pure."""
