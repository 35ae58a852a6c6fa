"""The company's log-in, by OpenID Connect."""
