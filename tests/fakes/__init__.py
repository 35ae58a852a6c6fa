"""Fakes written by hand; each keeps its port's promises."""
