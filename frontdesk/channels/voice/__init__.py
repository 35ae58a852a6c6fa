"""The voice door: Twilio's webhooks in, TwiML out. Knows Turns and tickets by their ports; no store, no Rasa."""
