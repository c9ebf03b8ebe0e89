"""Reads of what figures are made of, for the system alone, and of the figures."""
