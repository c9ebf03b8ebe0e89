"""Reads of plans, goals, help and follow-ups."""
