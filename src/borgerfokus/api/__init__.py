"""The API. Programs enter by client credentials and see through the same two walls as people."""
