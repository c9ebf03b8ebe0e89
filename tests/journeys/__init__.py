"""Walks through the whole platform in a browser, against a real server and a database of their own."""
