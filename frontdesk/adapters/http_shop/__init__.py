"""A shop behind an HTTP interface, told by a mapping file what to ask and what the answers mean."""
