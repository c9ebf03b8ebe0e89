"""Reads of hearings, decisions and appeals."""
