"""Reads of log control."""
