"""Requests made up for every address of the site (bar B1)."""
