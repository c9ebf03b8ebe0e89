"""Reads across departments."""
