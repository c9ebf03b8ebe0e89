"""Reads of dialogue."""
