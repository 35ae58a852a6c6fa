"""Live calls by Twilio's REST API, or that of a provider compatible with it."""
