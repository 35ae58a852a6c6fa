"""The doors: each decodes what comes in, hands it to the one loop, and renders what comes out."""
