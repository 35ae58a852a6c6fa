"""SMS and WhatsApp as a text channel of the same engine: a carrier's webhook in, messages out."""
