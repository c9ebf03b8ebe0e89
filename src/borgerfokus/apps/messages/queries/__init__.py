"""Reads of messages, one file for each part."""
