"""Flows as a picture: a sketch of boxes and lines, their places, the SVG. Pure; writes no file."""
