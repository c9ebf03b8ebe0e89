"""The pages of who gives help."""
